"""Tells from its name, or else from its first bytes, how a file is to be opened."""

import re
from typing import Literal

from seedreader.engine.model import Format
from seedreader.store import decoding

Kind = Literal["text", "markdown", "html", "jsonl", "json", "csv", "zip"]

ENDINGS: dict[str, Kind] = {
    "": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "csv", ".tsv": "csv", ".zip": "zip",
}  # fmt: skip
"""Endings that say how a file is opened; any other is opened by its content."""

SAMPLE = 8192
"""First bytes of a file that tell what it is."""

_NULS = 2
_OBJECT = re.compile(rb"\{[ \t]*\"")


def ending(name: str) -> str:
    """The ending with its dot, ".gz" left out; what has a blank in it, as after "Dr.", is a part of the name."""
    shown = name.strip().lower()
    shown = shown.removesuffix(".gz") if shown.strip(".") != "gz" else shown
    dot = shown.rfind(".")
    found = shown[dot:] if dot > 0 else ""
    return "" if " " in found or found == "." else found


def is_compressed(name: str) -> bool:
    """Whether a name says that the file is compressed."""
    return name.strip().lower().endswith(".gz")


def by_name(name: str) -> Kind | None:
    """How a file with this name is opened; ``None`` where only its content can tell."""
    found = ENDINGS.get(ending(name))
    return None if found == "zip" and is_compressed(name) else found


def style(name: str, text: str = "") -> Format:
    """How an article in a file of this name is written, ``text`` being its beginning."""
    named = by_name(name)
    if named in ("markdown", "html"):
        return "markdown" if named == "markdown" else "html"
    if not text[:4096].lstrip("\ufeff \t\r\n").startswith("<"):
        return "text"
    from seedreader.engine.pages import looks_like_page

    return "html" if looks_like_page(text) else "text"


def by_content(sample: bytes) -> tuple[Kind, str | None]:
    """How a file that begins so is opened; the second value is half a sentence for what is not opened."""
    if not sample:
        return "text", "it is empty"
    if sample.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip", None
    if (what := decoding.signature(sample)) is not None:
        return "text", f"it is {what}, not text"
    if decoding.wide(sample) is None and (
        sample.count(b"\0") > _NULS or _controls(sample) > len(sample) // 50
    ):
        return "text", "it is not text"
    return ("jsonl", None) if _is_jsonl(sample) else ("text", None)


def _controls(sample: bytes) -> int:
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)


def _is_jsonl(sample: bytes) -> bool:
    """Whether a file begins with an object on a line of its own; one longer than the sample counts as one."""
    if not _OBJECT.match(sample):
        return False
    import json

    line, end, _ = sample.partition(b"\n")
    try:
        return not end or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
