"""Finds the blocks of a text: the lines of plain text, or its paragraphs where lines are hard-wrapped."""

import re

from seedreader.engine.model import Block, BlockKind

_LINE = re.compile(r"\S[^\n]*")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
# Here a line that is set in begins a paragraph, as in old wire copy.
_SET_IN = re.compile(r"\S[^\n]*(?:\n[^\S\n]?\S[^\n]*)*")
_SAMPLE = 20_000
_FEWEST, _NARROWEST, _WIDEST = 4, 45, 100
"""Lines that must be wrapped, and their usual and greatest length, for a text to count as hard-wrapped."""
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪·–]|\d{1,2}[.)])\s+\S")


def plain_text(text: str, offset: int = 0) -> list[Block]:
    """Return the blocks of plain text, ``offset`` added to their places.

    A block is a line, as news texts put a paragraph on a line; where lines are wrapped at a fixed width a block
    is what stands between blank lines, or begins with a line that is set in.
    """
    pattern = next((one for one in (_PARAGRAPH, _SET_IN) if hard_wrapped(text, one)), _LINE)
    return [
        Block(start + offset, end + offset, _kind(text[start:end])) for start, end in _spans(pattern, text)
    ]


def lines(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Return (start, end) of each line that is not blank, ``offset`` added, blanks at its ends left out."""
    return [(start + offset, end + offset) for start, end in _spans(_LINE, text)]


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        found = match.group()
        start = match.start() + len(found) - len(found.lstrip())
        spans.append((start, match.end() - (len(found) - len(found.rstrip()))))
    return spans


def _kind(text: str) -> BlockKind:
    if _LIST_ITEM.match(text):
        return "list"
    return "paragraph" if len(text.split(maxsplit=12)) > 12 else "line"


def hard_wrapped(text: str, paragraph: re.Pattern[str] = _PARAGRAPH) -> bool:
    """Tell whether most paragraphs run over several lines of about one width (at most 100 characters).

    ``paragraph`` says what a paragraph is. Only the first 20,000 characters are looked at.
    """
    inner: list[int] = []
    inside = single = 0
    for match in paragraph.finditer(text[:_SAMPLE]):
        lines = match.group().split("\n")
        inner += [len(line) for line in lines[:-1]]
        single += len(lines) == 1
        inside += sum(line.startswith("  ") for line in lines[1:])
    if len(inner) < _FEWEST or max(inner) > _WIDEST or inside > len(inner) // 10:
        return False
    usual = sorted(inner)[len(inner) // 2]
    even = sum(usual * 0.8 <= length <= usual * 1.2 for length in inner)
    return usual >= _NARROWEST and even >= 0.85 * len(inner) and single <= len(inner)
