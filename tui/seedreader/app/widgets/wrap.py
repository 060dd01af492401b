"""Wraps text to a width in terminal cells, by offsets: nothing is copied, nothing lost."""

import re

from rich.cells import get_character_cell_size

# Scripts whose characters are all one cell wide; anything else is measured character by character.
_NARROW = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0528\u10a0-\u10ff\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2150-\u218f]*"
)
_BLANKS = str.maketrans("\n\t", "  ")
_NO_START = frozenset("、。，．！？」』】）〉》〕・：；…ー)]}!?,.:;%”’»")
_BREAK_AFTER = "-–—/"


def display(text: str) -> str:
    """Return the text as it is drawn: same length, line breaks and tabs as blanks."""
    return text.translate(_BLANKS) if "\n" in text or "\t" in text else text


def is_narrow(text: str) -> bool:
    """Whether every character takes one cell."""
    return _NARROW.fullmatch(text) is not None


def cell_width(text: str) -> int:
    """Return the cells a text takes."""
    return len(text) if is_narrow(text) else sum(map(get_character_cell_size, text))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return (start, end) of each row of ``text``; blanks at a break belong to no row.

    ``text`` is as ``display`` gives it; an empty one has one empty row. ``width`` is at least 1.
    """
    if width < 1:
        raise ValueError("a row needs a width")
    if len(text) <= width and is_narrow(text):
        return [(0, len(text))]
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_measured(text, width)


def _wrap_narrow(text: str, width: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    at, end = 0, len(text)
    while end - at > width:
        limit = at + width
        blank = text.rfind(" ", at + 1, limit + 1)
        cut = max(blank, *(text.rfind(char, at + 1, limit) + 1 for char in _BREAK_AFTER))
        if cut <= at:
            cut = limit
        rows.append((at, cut))
        at = cut
        while at < end and text[at] == " ":
            at += 1
    if at < end or not rows:
        rows.append((at, end))
    return rows


def _wrap_measured(text: str, width: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    at = used = 0
    chance = -1
    index, end = 0, len(text)
    while index < end:
        char = text[index]
        size = get_character_cell_size(char)
        if index > at and size and ((size == 2 and char not in _NO_START) or text[index - 1] in _BREAK_AFTER):
            chance = index
        if used + size > width and index > at:
            cut = chance if chance > at else index
            if char == " ":
                cut = index
            rows.append((at, cut))
            at = cut
            while at < end and text[at] == " ":
                at += 1
            index, used, chance = at, 0, -1
            continue
        if char == " ":
            chance = index
        used += size
        index += 1
    if at < end or not rows:
        rows.append((at, end))
    return rows


def shorten(text: str, width: int) -> str:
    """Cut a text to a width in cells, with an ellipsis where something was cut."""
    if is_narrow(text):
        return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…" if width > 0 else ""
    if cell_width(text) <= width:
        return text
    kept, used = [], 0
    for char in text:
        size = get_character_cell_size(char)
        if used + size > width - 1:
            break
        kept.append(char)
        used += size
    return "".join(kept).rstrip() + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """Cut or fill a text to exactly ``width`` cells."""
    short = shorten(text, width)
    return short + " " * (width - cell_width(short))
