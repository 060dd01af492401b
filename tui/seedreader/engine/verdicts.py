"""Weighs what a file tells of its own lines, as the HTML of a page does, against what their words tell."""

from collections.abc import Sequence
from dataclasses import replace

from seedreader.engine.language import words
from seedreader.engine.model import Document, LineMark

REASON = "not part of the article by the page's HTML"

_PROSE_WORDS, _PROSE_P = 25, 0.05
"""A paragraph this long and this unlike furniture is content, whatever the file says.

Extractors lose whole halves of articles.
"""
_MOST = 0.3
"""Share of the file's content above which its words being called furniture says more about the judge."""
_SURE = 0.97


def judge(part: Document, marks: Sequence[LineMark]) -> tuple[LineMark, ...]:
    """The marks of the blocks of a part, by their words, corrected by what the file says of the blocks."""
    if all(block.verdict is None for block in part.blocks):
        return tuple(marks)
    content = furniture = 0
    for block, mark in zip(part.blocks, marks, strict=True):
        if block.verdict == "content":
            content += words(part.slice(block))
            furniture += words(part.slice(block)) if mark.tier == "sure" else 0
    trusted = furniture <= _MOST * content
    judged: list[LineMark] = []
    for block, mark in zip(part.blocks, marks, strict=True):
        if block.verdict == "content" and not (mark.tier == "sure" and trusted):
            judged.append(replace(mark, tier="content", kind=None))
        elif block.verdict == "furniture" and not (
            mark.p < _PROSE_P and block.kind == "paragraph" and words(part.slice(block)) >= _PROSE_WORDS
        ):
            kind = mark.kind or "navigation"
            judged.append(LineMark("sure", kind, max(mark.p, _SURE), (REASON, *mark.reasons)))
        else:
            judged.append(mark)
    return tuple(judged)
