"""Asks trafilatura which lines of a page are its article, and what the page says about itself."""

import logging
import re
from collections.abc import Sequence
from typing import NamedTuple

from seedreader.engine.pages.visible import Node, collapsed

_PIECE = 16
"""Letters of the pieces by which a line is found in an extract that breaks its lines elsewhere."""
_SHARE = 0.6
_SHORT = 24
"""Letters below which a line may stand anywhere on a page by chance."""
_NEAR = 4
_HOST = re.compile(r"(?i)https?://(?:www\.)?([^/:?#\s]+)")
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
"""What a page says of its date; a search of all its text would find the year of its copyright."""
_FIELDS = {"title": "title", "date": "date", "source": "sitename", "author": "author", "url": "url"}


class Extract(NamedTuple):
    """What the extractor found: strictly, with what may belong to the article too, and metadata."""

    strict: str
    wide: str
    metadata: dict[str, str]


def extract(tree: Node) -> Extract:
    """Extract the article of a page; the tree stays as it is. Texts are empty where nothing was found."""
    # Half a second of imports: only pages pay for it.
    from trafilatura.core import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan"):
        # Their warnings would be drawn over the screen.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    strict = bare_extraction(
        tree,
        include_comments=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    wide = bare_extraction(tree, include_comments=False)
    metadata: dict[str, str] = {}
    for key, field in _FIELDS.items():
        value = getattr(strict or wide, field, None)
        if isinstance(value, str) and (shown := collapsed(value)):
            metadata[key] = shown
    host = _HOST.match(metadata.get("source") or metadata.get("url", ""))
    if host and "." in host.group(1) and metadata.get("source", "http").startswith("http"):
        metadata["source"] = host.group(1)
    return Extract(_text(strict), _text(wide), metadata)


def _text(found: object) -> str:
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def belonging(lines: Sequence[str], extracted: str) -> list[bool]:
    """Tell for each line of a page whether it is in the text extracted from it.

    Long lines are found by their letters, wherever either side breaks its lines; a short one, which may stand in
    several places of the page, only near to others that are found.
    """
    keys = [_key(line) for line in lines]
    whole = {key for line in extracted.split("\n") if (key := _key(line))}
    joined = "\n".join(_key(line) for line in extracted.split("\n"))
    run = joined.replace("\n", "")
    pieces = {run[i : i + _PIECE] for i in range(len(run) - _PIECE + 1)}
    found = [len(key) >= _SHORT and (key in run or _share(key, pieces) >= _SHARE) for key in keys]
    for number, key in enumerate(keys):
        if key and len(key) < _SHORT and key in whole:
            near = slice(max(0, number - _NEAR), number + _NEAR + 1)
            found[number] = any(found[near]) or not any(found)
    return found


def _key(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())


def _share(key: str, pieces: set[str]) -> float:
    starts = range(0, max(1, len(key) - _PIECE + 1), 4)
    return sum(key[start : start + _PIECE] in pieces for start in starts) / len(starts)
