"""Decodes the bytes of an article: byte order mark, UTF-8, what it declares, then what reads most naturally."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from seedreader.engine.model import Diagnostic, Format

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
_DECLARATION = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})""")
_DECLARED_WITHIN = 4096
_LAST_PLANE = 16
_LEAST_TEXT = 1000
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
    "iso-8859-8-i": "iso-8859-8",
}
"""Names that pages use as the Web understands them: the larger of two encodings that go by one name."""


class UnreadableError(Exception):
    """A file that cannot be shown as an article; the message is half a sentence, as in "it is empty"."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an article as it was decoded, not yet sanitized.

    ``style`` and ``metadata`` are what was told beside the text, as a row of a table does; mostly it is nothing.
    """

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()
    style: Format | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode bytes: byte order mark, UTF-8, UTF-16 and UTF-32 without a mark, what a page declares, then detection.

    ``encoding`` overrules all of these. Raises ``UnreadableError`` for what is empty or not text.
    """
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableError("it is empty" if not data.strip(b"\0") else "there is nothing but blanks in it")
    if (what := signature(data)) is not None:
        raise UnreadableError(f"it is {what}, not text")
    if encoding is not None:
        return _lenient(data, encoding)
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _lenient(data, marked)
    if b"\x1b$" in data and data.isascii():
        # Seven bits may still be Japanese or Korean, switched by escape sequences.
        from seedreader.store import encodings

        if (switched := encodings.escaped(data)) is not None:
            return _lenient(data, switched)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text[:_SAMPLE] or text.count("\0") <= len(text) // 1000 + 1:
            return Decoded(text, "utf-8")
    if (zeros := _zeros(data)) is not None:
        return zeros
    if data.count(b"\0", 0, _SAMPLE) > 8:
        return _above_binary(data)
    if (declared := _declared(data)) is not None:
        return declared
    return _detected(data)


def signature(data: bytes) -> str | None:
    """What a file is by its first bytes, if it is something that is no text, as in "a picture"."""
    return next((what for first, what in _SIGNATURES if data.startswith(first)), None)


def wide(data: bytes) -> Decoded | None:
    """Decode what is in UTF-16 or UTF-32; ``None`` for any other encoding."""
    for bom, encoding in _BOMS:
        if encoding != "utf-8-sig" and data.startswith(bom):
            return _lenient(data, encoding)
    return _zeros(data)


def _zeros(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark give themselves away by zero bytes at the same place of each unit."""
    sample = data[: min(_SAMPLE, len(data)) // 4 * 4]
    for encoding, top, plane in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if len(sample) > 16 and not any(sample[top::4]) and max(sample[plane::4]) <= _LAST_PLANE:
            return _lenient(data, encoding)
    even, odd = sample[::2], sample[1::2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(zeros) > 4 and zeros.count(0) > 0.4 * len(zeros) and others.count(0) < 0.1 * len(others):
            return _lenient(data, encoding)
    return None


def _above_binary(data: bytes) -> Decoded:
    """The text above what is no text, as in a download that went wrong; what is left out is told."""
    head = data[: data.find(b"\0")]
    edge = head.rfind(b"\n") + 1
    if edge < _LEAST_TEXT or any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head[:_LEAST_TEXT]):
        raise UnreadableError("it is not text")
    found = decode(head[:edge])
    note = Diagnostic("binary", "bytes after the text are no text and left out", len(data) - edge)
    return Decoded(found.text, found.encoding, (*found.diagnostics, note))


def _declared(data: bytes) -> Decoded | None:
    """What a page or an XML file says its encoding is, if its bytes bear that out."""
    match = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    name = match.group(1).decode("ascii").lower() if match else ""
    name = _ALIASES.get(name, name)
    if not name or name.startswith(("utf", "ucs", "unicode")):
        return None
    try:
        found = codecs.lookup(name).name
        text = data.decode(found)
    except (LookupError, ValueError):
        return None
    from seedreader.store import encodings

    return Decoded(text, found) if encodings.fits(data, found) else None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, _replaced(text))


def _replaced(text: str) -> tuple[Diagnostic, ...]:
    count = text.count("\ufffd")
    return (Diagnostic("undecodable", "bytes could not be decoded", count),) if count else ()


def _detected(data: bytes) -> Decoded:
    from seedreader.store import encodings

    almost = data.decode("utf-8", "replace")
    wrong = almost.count("\ufffd")
    whole = len(almost) - len(almost.encode("ascii", "ignore")) - wrong
    found = encodings.detect(data)
    # Bytes of old encodings seldom make letters of UTF-8: where many do, it is UTF-8 with broken places.
    mended = whole >= wrong or ((found is None or found.score < 0) and 3 * whole >= wrong)
    if (wrong and mended) or (found is None and wrong <= len(almost) // 200):
        return Decoded(almost, "utf-8", _replaced(almost))
    if found is None:
        raise UnreadableError("it is not text, or its encoding could not be told")
    return _lenient(data, found.encoding)
