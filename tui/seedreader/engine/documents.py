"""Makes documents of sanitized texts: parts, blocks, sentences, title.

Long texts are cut into parts at paragraph ends, and each part is read on its own when it is needed. A document
and an analysis of the whole text are by definition the parts' joined together, so that the screen, which reads
a few parts, and the report, which reads all, never disagree.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from seedreader.engine import blocks as plain_blocks
from seedreader.engine import headers, language, sentences, titles
from seedreader.engine.model import Block, Diagnostic, Document, Link, Sentence, Span

PART_LENGTH = 24_000
"""Code points after which a text is cut, at the next end of a paragraph."""

_REACH = 8_000
"""How far behind ``PART_LENGTH`` the end of a paragraph, a line or a word is looked for."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a text besides the text: metadata, and where its file told them, its blocks and links.

    Blocks are in order and do not overlap; links are in the order of their beginnings. ``notes`` are what a reader
    should know of how that was told.
    """

    metadata: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] | None = None
    links: tuple[Link, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


NOTHING = Given()


def cut(text: str) -> tuple[Span, ...]:
    """Cut a text into parts that cover it; most texts are one part."""
    parts: list[Span] = []
    start = 0
    while len(text) - start > PART_LENGTH + _REACH:
        end = _cut_at(text, start + PART_LENGTH)
        parts.append(Span(start, end))
        start = end
    parts.append(Span(start, len(text)))
    return tuple(parts)


def _cut_at(text: str, wish: int) -> int:
    for gap in ("\n\n", "\n", ". ", " "):
        found = text.find(gap, wish, wish + _REACH)
        if found >= 0:
            return found + len(gap)
    return wish


def read_part(text: str, part: Span, given: Given = NOTHING) -> Document:
    """Read one part of a text.

    The document keeps the whole text and its offsets; its sentences count from 1 at the part's start.
    """
    piece = text[part.start : part.end]
    found = _blocks(text, part, given)
    tongue = language.guess(piece)
    marked: list[Sentence] = []
    for index, block in enumerate(found):
        for start, end in _sentences(text, block, tongue):
            marked.append(Sentence(len(marked) + 1, start, end, index))
    title = _title(text, found, tongue) if part.start == 0 else None
    links = _between(given.links, part)
    return Document(text, tuple(found), tuple(marked), title, _metadata(text, part, given), links)


def title(text: str, given: Given = NOTHING) -> str:
    """Return the title of a text on one line, without splitting all of it: what ``read`` finds is the same."""
    part = cut(text)[0]
    known = _metadata(text, part, given).get("title")
    if known:
        return known
    span = _title(text, _blocks(text, part, given), None)
    return text[span.start : span.end] if span else ""


def _title(text: str, blocks: Sequence[Block], tongue: str | None) -> Span | None:
    def split(block: Block) -> list[Span]:
        known = tongue or language.guess(text[: cut(text)[0].end])
        return [Span(start, end) for start, end in _sentences(text, block, known)]

    own = [block for block in blocks if block.verdict != "furniture"]
    return titles.find(text, own or blocks, split)


def join(text: str, parts: Sequence[Document]) -> Document:
    """Join the documents of all parts of a text to one."""
    if len(parts) == 1:
        return parts[0]
    all_blocks: list[Block] = []
    all_sentences: list[Sentence] = []
    for part in parts:
        first_block, first_number = len(all_blocks), len(all_sentences)
        all_blocks += part.blocks
        all_sentences += (
            Sentence(first_number + s.n, s.start, s.end, first_block + s.block) for s in part.sentences
        )
    first = parts[0]
    links = tuple(link for part in parts for link in part.links)
    return Document(text, tuple(all_blocks), tuple(all_sentences), first.title, first.metadata, links)


def read(text: str, given: Given = NOTHING) -> Document:
    """Read a whole sanitized text."""
    return join(text, [read_part(text, part, given) for part in cut(text)])


def _blocks(text: str, part: Span, given: Given) -> list[Block]:
    piece = text[part.start : part.end]
    if given.blocks is not None:
        return _clipped(text, part, given.blocks)
    header = headers.find(piece) if part.start == 0 else headers.NOTHING
    if not header.lines:
        return plain_blocks.plain_text(piece, part.start)
    top = header.lines[0].start
    above = plain_blocks.plain_text(piece[:top])
    said = [Block(line.start, line.end, "metadata") for line in header.lines]
    return [*above, *said, *plain_blocks.plain_text(piece[header.end :], header.end)]


def _clipped(text: str, part: Span, blocks: Sequence[Block]) -> list[Block]:
    """The blocks in a part; one that runs over its edge is cut there."""
    found: list[Block] = []
    first = bisect_right(blocks, part.start, key=lambda block: block.end)
    for block in blocks[first : bisect_left(blocks, part.end, key=lambda block: block.start)]:
        start, end = max(block.start, part.start), min(block.end, part.end)
        piece = text[start:end]
        if start < end and piece.strip():
            start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
            found.append(block._replace(start=start, end=end))
    return found


def _between(links: Sequence[Link], part: Span) -> tuple[Link, ...]:
    """The links that begin in a part."""
    first, last = (bisect_left(links, edge, key=lambda link: link.start) for edge in part)
    return tuple(links[first:last])


def _metadata(text: str, part: Span, given: Given) -> Mapping[str, str]:
    if part.start > 0:
        return {}
    found: Mapping[str, str] = {}
    if given.blocks is None:
        found = headers.find(text[: part.end]).metadata
    return {**found, **given.metadata}


def _sentences(text: str, block: Block, tongue: str) -> list[tuple[int, int]]:
    if block.kind in ("code", "metadata", "table"):
        # Nothing of these is prose: a line is what can be pointed at.
        return plain_blocks.lines(text[block.start : block.end], block.start)
    spans = sentences.split(text[block.start : block.end], tongue)
    return [(start + block.start, end + block.start) for start, end in spans]
