"""Reads the bytes of an article, wherever it lies: a file, a compressed one, a member of an archive, a row."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from seedreader.engine.model import Diagnostic
from seedreader.store.decoding import Decoded, UnreadableError, decode
from seedreader.store.inside import Inside, Row

__all__ = [
    "LARGE",
    "LARGEST",
    "Decoded",
    "UnreadableError",
    "beginning",
    "decode",
    "drain",
    "opened",
    "read",
    "unpacked",
]

LARGE = 500_000
"""Bytes above which the beginning of a file is shown while the rest is read."""

LARGEST = 200_000_000
"""Bytes above which a file is not opened."""

_TOO_LARGE = f"it is larger than {LARGEST // 1_000_000} MB"
_SAMPLE = 65_536
_GZIP = b"\x1f\x8b"
_CUT_SHORT = Diagnostic("truncated", "the compressed file is cut short: what is missing cannot be shown", 1)


def read(path: Path, inside: Inside | None = None, encoding: str | None = None) -> Decoded:
    """Read and decode an article; raise ``UnreadableError`` with the reason where that gives no text.

    ``encoding`` overrules what is found to be the encoding.
    """
    row = inside.row if inside else None
    if row is None:
        data, whole = unpacked(path, inside.member if inside else None)
        found = decode(data, encoding)
        return found if whole else replace(found, diagnostics=(*found.diagnostics, _CUT_SHORT))
    from seedreader.store import rows

    return rows.article(_row(path, inside.member if inside else None, row), row, encoding)


def unpacked(path: Path, member: str | None = None) -> tuple[bytes, bool]:
    """Return the bytes of a file or a member of an archive, and whether they are all there."""
    if member is None:
        with opened(path) as file:
            data = drain(file)
        if not data.startswith(_GZIP):
            return data, True
    # Most files are not packed, and need not wait for what unpacks others.
    from seedreader.store import packed

    return packed.unzipped(data, LARGEST) if member is None else (packed.member(path, member, LARGEST), True)


def _row(path: Path, member: str | None, row: Row) -> bytes:
    """The bytes of a row; rows are read one by one, and what had to be unpacked for one is kept for the next."""
    with opened(path, any_size=True) as file:
        status = os.fstat(file.fileno())
        if member is None and not row.packed:
            file.seek(row.start)
            return file.read(row.length)
    data = _kept(path, member, row.table.recode, status.st_mtime_ns, status.st_size)
    return data[row.start : row.start + row.length]


@lru_cache(maxsize=1)
def _kept(path: Path, member: str | None, recode: str | None, *version: int) -> bytes:
    """What was unpacked last; ``version`` makes a file that has changed another one."""
    del version
    from seedreader.store import rows

    return rows.recoded(unpacked(path, member)[0], recode)


@contextmanager
def opened(path: Path, *, any_size: bool = False) -> Iterator[BinaryIO]:
    """Open a plain file of bearable size; whatever fails is an ``UnreadableError``."""
    try:
        # Non-blocking, so that opening a named pipe returns instead of waiting for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError(
                    "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a file"
                )
            if status.st_size > LARGEST and not any_size:
                raise UnreadableError(_TOO_LARGE)
            yield file
    except FileNotFoundError:
        raise UnreadableError("there is no such file") from None
    except PermissionError:
        raise UnreadableError("permission to read it is missing") from None
    except IsADirectoryError:
        raise UnreadableError("it is a folder") from None
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from None


def drain(stream: BinaryIO) -> bytes:
    """Read a stream to its end; raise ``UnreadableError`` if that fails or it does not end in time."""
    try:
        data = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from None
    if len(data) > LARGEST:
        raise UnreadableError(_TOO_LARGE)
    return data


def beginning(path: Path) -> Decoded | None:
    """Return the first lines of a large text in UTF-8, ``None`` for any other file and for pages."""
    from seedreader.engine.pages import looks_like_page

    try:
        if not path.is_file() or not LARGE < path.stat().st_size <= LARGEST:
            return None
        with path.open("rb") as file:
            data = file.read(_SAMPLE)
        end = data.rfind(b"\n\n")
        text = data[:end].decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    # Whatever may turn out not to be text is left to ``read``.
    if end <= 0 or "\0" in text or not text.strip() or looks_like_page(text):
        return None
    return Decoded(text, "utf-8")
