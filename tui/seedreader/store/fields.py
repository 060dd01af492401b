"""Chooses the text of an article among named fields, and what the others say about it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seedreader.engine.model import Format

_TEXT = (
    "text body articlebody articletext bodytext maintext fulltext content articlecontent contenttext article story "
    "plaintext rawtext cleantext markdown contentmarkdown bodymarkdown contenthtml bodyhtml html description summary"
).split()
_METADATA: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "titel", "name"),
    "date": (
        "date", "datepublished", "publishdate", "publishedat", "published", "pubdate", "publicationdate",
        "datepublish", "createdat", "timestamp", "datetime", "time",
    ),
    "source": (
        "source", "outlet", "publisher", "publication", "sitename", "site", "newspaper", "sourcename", "domain",
        "sourcedomain", "hostname",
    ),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "url": ("url", "link", "href", "canonicalurl", "sourceurl", "permalink", "uri"),
}  # fmt: skip
_NAMES = frozenset(_TEXT) | {name for names in _METADATA.values() for name in names}
_NAME = re.compile(r"[^\W\d][\w .:/-]{0,39}$")
_INNER = ("article", "source", "doc", "document", "data", "attributes", "fields")
_LONGEST_FACT = 1000


def are_names(cells: Sequence[str]) -> bool:
    """Whether the first row of a table names its columns."""
    names = [cell.strip().lstrip("\ufeff") for cell in cells]
    if any(_folded(name) in _NAMES for name in names):
        return True
    return len(set(names)) == len(names) > 1 and all(not name or _NAME.match(name) for name in names)


def text_name(names: Sequence[str]) -> str | None:
    """The field that is called what texts are called."""
    folded = {_folded(name): name for name in reversed(names)}
    return next((folded[name] for name in _TEXT if name in folded), None)


class Chosen(NamedTuple):
    """The text of an article, empty where there is none, its metadata, and how the text is written by its name."""

    text: str
    metadata: dict[str, str]
    style: Format = "text"


def chosen(values: Mapping[str, object]) -> Chosen:
    """Choose the text and the metadata of an article with these fields."""
    texts = {name: text for name, value in values.items() if (text := _text(value)).strip()}
    metadata = _metadata(values)
    named = text_name(list(texts))
    if named is not None:
        return Chosen(texts[named], metadata, "markdown" if "markdown" in _folded(named) else "text")
    for inner in _INNER:
        below = next((value for name, value in values.items() if _folded(name) == inner), None)
        if isinstance(below, dict):
            within = chosen({str(key): value for key, value in below.items()})
            if within.text:
                return within._replace(metadata={**within.metadata, **metadata})
    facts = frozenset(name for names in _METADATA.values() for name in names)
    # Without a name that tells, a text is what has several words, or none of the words that ASCII can write.
    worded = {name: text for name, text in texts.items() if " " in text.strip() or not text.isascii()}
    candidates = [text for name, text in worded.items() if _folded(name) not in facts]
    return Chosen(max(candidates or list(worded.values()), key=len, default=""), metadata)


def _metadata(values: Mapping[str, object]) -> dict[str, str]:
    folded: dict[str, object] = {}
    for name, value in values.items():
        folded.setdefault(_folded(name), value)
    found: dict[str, str] = {}
    for field, names in _METADATA.items():
        for name in names:
            fact = _fact(folded.get(name))
            if fact:
                found[field] = fact
                break
    return found


def _folded(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _text(value: object) -> str:
    if isinstance(value, list):
        pieces = [item for item in value if isinstance(item, str)]
        return "\n\n".join(pieces) if len(pieces) == len(value) else ""
    return value if isinstance(value, str) else ""


def _fact(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_fact, value)))[:_LONGEST_FACT]
    if isinstance(value, dict):
        return _fact(value.get("name") or value.get("title"))
    return str(value).strip()[:_LONGEST_FACT] if isinstance(value, (str, int, float)) else ""
