"""Unpacks compressed files and members of zip archives, never more than is bearable, and never to disk."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from seedreader.store.decoding import UnreadableError

MOST_MEMBERS = 10_000
"""Members up to which an archive is listed."""

MOST_ALTOGETHER = 1_000_000_000
"""Bytes up to which the members of one archive may unpack."""

RATIO, BEARABLE = 300, 1_000_000
"""How many times its size a file may unpack to, once that is more than so many bytes.

Text unpacks to ten times its size, a bomb to a thousand.
"""

_CHUNK = 262_144
_GROWS = f"it would unpack to more than {RATIO} times its size"
_BROKEN = "it is a broken zip archive"
_FOREIGN = {"[Content_Types].xml": "an office document", "mimetype": "an e-book or office document"}


class Member(NamedTuple):
    """A file in an archive; ``reason`` says why it is not opened."""

    name: str
    reason: str | None


def unzipped(data: bytes, limit: int) -> tuple[bytes, bool]:
    """Unpack a gzip file; the second value tells whether it ends where it should."""
    made: list[bytes] = []
    size = 0
    rest = data
    while rest[:2] == b"\x1f\x8b":
        machine = zlib.decompressobj(wbits=31)
        try:
            while not machine.eof:
                piece = machine.decompress(rest, _CHUNK)
                size += len(piece)
                _check(size, len(data), limit)
                made.append(piece)
                rest = machine.unconsumed_tail
                if not rest and not piece:
                    return b"".join(made), False
        except zlib.error:
            if not size:
                raise UnreadableError("it is a broken compressed file") from None
            return b"".join(made), False
        rest = machine.unused_data
    return b"".join(made), True


def _check(size: int, packed: int, limit: int) -> None:
    if size > limit:
        raise UnreadableError(f"it would unpack to more than {limit // 1_000_000} MB")
    if size > BEARABLE and size > RATIO * packed:
        raise UnreadableError(_GROWS)


def members(path: Path, limit: int) -> Iterator[Member]:
    """List the files of an archive in their order, with the reason for each that is not opened."""
    with _archive(path) as archive:
        found = [info for info in archive.infolist() if not info.is_dir()]
        names = {info.filename for info in found}
    for name, what in _FOREIGN.items():
        if name in names:
            raise UnreadableError(f"it is {what}, not text")
    altogether = 0
    done: set[str] = set()
    for number, info in enumerate(found):
        if _hidden(info.filename) or info.filename in done:
            continue
        done.add(info.filename)
        if number >= MOST_MEMBERS:
            yield Member(info.filename, f"only the first {MOST_MEMBERS} files of an archive are listed")
            return
        altogether += info.file_size
        yield Member(info.filename, _objection(info, limit, altogether))


def _objection(info: zipfile.ZipInfo, limit: int, altogether: int) -> str | None:
    if info.flag_bits & 1:
        return "it is locked with a password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    if altogether > MOST_ALTOGETHER:
        return f"the archive would unpack to more than {MOST_ALTOGETHER // 1_000_000} MB"
    try:
        _check(info.file_size, info.compress_size, limit)
    except UnreadableError as error:
        return str(error)
    return None


def member(path: Path, name: str, limit: int, most: int | None = None) -> bytes:
    """Unpack one member of an archive, or its first ``most`` bytes."""
    with _archive(path) as archive:
        try:
            info = archive.getinfo(name)
        except KeyError:
            raise UnreadableError("it is no longer in the archive") from None
        with archive.open(info) as file:
            if most is not None:
                return file.read(most)
            made: list[bytes] = []
            size = 0
            while piece := file.read(_CHUNK):
                size += len(piece)
                _check(size, info.compress_size, limit)
                made.append(piece)
            return b"".join(made)


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, IndexError):
        raise UnreadableError(_BROKEN) from None
    except NotImplementedError:
        raise UnreadableError("it is packed in a way that is not known here") from None
    except RuntimeError:
        raise UnreadableError("it is locked with a password") from None
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from None


def _hidden(name: str) -> bool:
    parts = name.split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part.strip(".") for part in parts)
