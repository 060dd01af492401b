"""Finds the blocks of a text: the lines of plain text, or its paragraphs where lines are hard-wrapped."""

import re

from seedreader.engine.model import Block, BlockKind

_LINE = re.compile(r"\S[^\n]*")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
_SAMPLE = 20_000
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪·–]|\d{1,2}[.)])\s+\S")


def plain_text(text: str, offset: int = 0) -> list[Block]:
    """Return the blocks of plain text, ``offset`` added to their places.

    A block is a line, as news texts put a paragraph on a line; where lines are wrapped at a fixed width a block
    is what stands between blank lines.
    """
    pattern = _PARAGRAPH if hard_wrapped(text) else _LINE
    return [
        Block(start + offset, end + offset, _kind(text[start:end])) for start, end in _spans(pattern, text)
    ]


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


def hard_wrapped(text: str) -> bool:
    """Tell whether most paragraphs run over several lines of about one width (at most 100 characters)."""
    sample = text[:_SAMPLE]
    inner: list[int] = []
    single = 0
    for paragraph in re.split(r"\n[^\S\n]*\n", sample):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        inner += [len(line) for line in lines[:-1]]
        single += len(lines) == 1
    if len(inner) < 4 or max(inner) > 100:
        return False
    usual = sorted(inner)[len(inner) // 2]
    even = sum(usual * 0.8 <= length <= usual * 1.2 for length in inner)
    return usual >= 45 and even >= 0.85 * len(inner) and single <= len(inner)
