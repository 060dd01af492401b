"""Reads the bytes of an article and decodes them."""

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from seedreader.engine.model import Diagnostic

LARGE = 500_000
"""Bytes above which the beginning of a file is shown while the rest is read."""

LARGEST = 200_000_000
"""Bytes above which a file is not opened."""

_TOO_LARGE = f"it is larger than {LARGEST // 1_000_000} MB"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAMPLE = 65_536


class UnreadableError(Exception):
    """A file that cannot be shown as an article; the message is half a sentence, as in "it is empty"."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file as it was decoded, not yet sanitized."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read(path: Path) -> Decoded:
    """Read and decode a file; raise ``UnreadableError`` with the reason where that gives no text."""
    try:
        # Non-blocking, so that opening a named pipe returns instead of waiting for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError(
                    "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a file"
                )
            if status.st_size > LARGEST:
                raise UnreadableError(_TOO_LARGE)
            data = drain(file)
    except FileNotFoundError:
        raise UnreadableError("there is no such file") from None
    except PermissionError:
        raise UnreadableError("permission to read it is missing") from None
    except IsADirectoryError:
        raise UnreadableError("it is a folder") from None
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower()) from None
    return decode(data)


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
    """Return the first lines of a large file in UTF-8, ``None`` for any other file."""
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
    return Decoded(text, "utf-8") if end > 0 and "\0" not in text and text.strip() else None


def decode(data: bytes) -> Decoded:
    """Decode bytes: byte order mark, UTF-8, UTF-16 without a mark, then detection.

    Raises ``UnreadableError`` for what is empty or not text.
    """
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableError("it is empty" if not data.strip(b"\0") else "there is nothing but blanks in it")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"it is {what}, not text")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lenient(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text[:_SAMPLE] or text.count("\0") <= len(text) // 1000 + 1:
            return Decoded(text, "utf-8")
    if (wide := _utf16(data)) is not None:
        return wide
    if data.count(b"\0", 0, _SAMPLE) > 8:
        raise UnreadableError("it is not text")
    return _detected(data)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark gives itself away by zero bytes at every other place."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(zeros) > 4 and zeros.count(0) > 0.4 * len(zeros) and others.count(0) < 0.1 * len(others):
            return _lenient(data, encoding)
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, _replaced(text))


def _replaced(text: str) -> tuple[Diagnostic, ...]:
    count = text.count("\ufffd")
    return (Diagnostic("undecodable", "bytes could not be decoded", count),) if count else ()


def _detected(data: bytes) -> Decoded:
    almost = data.decode("utf-8", "replace")
    wrong = almost.count("\ufffd")
    if wrong <= len(almost) // 200:
        return Decoded(almost, "utf-8", _replaced(almost))
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[: 4 * _SAMPLE]).best()
    if best is None:
        raise UnreadableError("it is not text, or its encoding could not be told")
    return _lenient(data, best.encoding)
