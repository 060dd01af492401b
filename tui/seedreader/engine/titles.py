"""Finds the headline of a text, or the sentence that serves as one."""

import re
from collections.abc import Callable, Sequence

from seedreader.engine.language import words
from seedreader.engine.model import Block, Span

_ENDS_SENTENCE = re.compile(r"[.。!?…:;,][\"'”’»」]*$")
_DATELINE = re.compile(r"\s*(?:date\s+)?\d{4}-\d{2}-\d{2}\s+")
_FURNITURE = re.compile(
    r"(?i)\b(?:sign up|subscribe|newsletter|cookies?|advertisement|share (?:this|on)|follow us|click here|listen to"
    r"|read more|log ?in|all rights reserved|copyright|min(?:ute)? read|posted|published|updated|photo|image)\b"
)
_CLOSING_HASHES = re.compile(r"(?<!\s)\s+#+\s*$|(?<!\s)\s+$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[\d\s:T+.-]+$")
_NO_CAPITALS = "\u0590"
_HAS_WORD = re.compile(r"[^\W_]")
_SEARCHED = 40
_PROSE_WORDS = 9


def find(text: str, blocks: Sequence[Block], split: Callable[[Block], Sequence[Span]]) -> Span | None:
    """Return the place of the title: a heading, a headline above the body, or the first sentence of the body.

    A headline is a line of 4 to 30 words that does not end like a sentence and has prose below it. ``split``
    gives the sentences of a block; it is asked only for the block that may hold the title.
    """
    for block in blocks[:_SEARCHED]:
        if block.kind == "heading" and (title := _without_hashes(text, block)):
            return title
    body = next((i for i, block in enumerate(blocks[:_SEARCHED]) if _is_prose(text, block)), None)
    for block in blocks[: body or 0]:
        if _is_headline(text[block.start : block.end]):
            return Span(block.start, block.end)
    below = blocks[body or 0 :]
    wordy = (b for b in below if b.kind != "metadata" and _HAS_WORD.search(text, b.start, b.end))
    named = (b for b in wordy if not _ADDRESS.match(text, b.start, b.end))
    block_of_title = next(named, below[0] if below else None)
    sentences = split(block_of_title) if block_of_title else ()
    if not sentences:
        return None
    first = next((s for s in sentences if _HAS_WORD.search(text, s.start, s.end)), sentences[0])
    dateline = _DATELINE.match(text, first.start, first.end)
    return Span(dateline.end() if dateline and dateline.end() < first.end else first.start, first.end)


def _is_prose(text: str, block: Block) -> bool:
    piece = text[block.start : block.end]
    if block.kind == "metadata":
        return False
    return bool(_ENDS_SENTENCE.search(piece)) and words(piece) >= _PROSE_WORDS


def _is_headline(line: str) -> bool:
    if not 4 <= words(line) <= 30 or line.endswith((".", ",", ";", ":", "。", "、")) or "|" in line:
        return False
    # Scripts without capitals have headlines too.
    capital = any(char.isupper() or char >= _NO_CAPITALS for char in line)
    return capital and not _FURNITURE.search(line) and not _ADDRESS.match(line)


def _without_hashes(text: str, block: Block) -> Span | None:
    line_end = text.find("\n", block.start, block.end)
    end = block.end if line_end < 0 else line_end
    start = block.start
    while start < end and text[start] in "# \t":
        start += 1
    closing = _CLOSING_HASHES.search(text, start, end)
    if closing:
        end = closing.start()
    return Span(start, end) if start < end else None
