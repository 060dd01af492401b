"""Reads a page without a tree: for pages nested deeper than the parser goes, in one pass over its tags."""

import re
from html import unescape

from seedreader.engine.pages.visible import INLINE, UNSEEN, Visible, collapsed

_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/>]{0,40})|[!?])")
_CLOSING = {element: re.compile(f"(?ai)</{element}") for element in UNSEEN}


def lines(source: str) -> list[Visible]:
    """Return the lines of a page; what stands in elements that show nothing is left out."""
    found: list[Visible] = []
    pieces: list[str] = []

    def end() -> None:
        text = collapsed(unescape("".join(pieces)))
        pieces.clear()
        if text:
            found.append(Visible(text, "paragraph" if len(text.split(maxsplit=12)) > 12 else "line"))

    done = 0
    while (match := _TAG.search(source, done)) is not None:
        pieces.append(source[done : match.start()])
        tag = (match.group(2) or "").lower()
        comment = match.group().startswith("<!--")
        close = source.find("-->" if comment else ">", match.end())
        done = len(source) if close < 0 else close + (3 if comment else 1)
        if tag in UNSEEN and tag != "head" and not match.group(1):
            shut = _CLOSING[tag].search(source, done)
            done = shut.start() if shut else len(source)
        if tag and tag not in INLINE:
            end()
    pieces.append(source[done:])
    end()
    return found
