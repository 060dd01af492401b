"""The words the engine speaks: documents and what is marked in them.

Every offset is a code point into the sanitized text of one document, end exclusive. Sentence numbers are
1-based and count furniture too, so that hiding furniture never renumbers a sentence. What a long text has by
the ten thousand (spans, blocks, sentences) is a tuple with names, which is made several times as fast.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "list", "table", "quote", "code", "metadata", "line"]
Format = Literal["text", "markdown", "html"]
Verdict = Literal["content", "furniture"]
Tier = Literal["content", "unsure", "sure"]
FurnitureKind = Literal[
    "navigation",
    "share",
    "promo",
    "related",
    "caption",
    "credit",
    "byline",
    "dateline",
    "contact",
    "comment",
    "legal",
    "duplicate",
]
QuoteType = Literal["direct", "mixed", "scare", "title", "indirect"]


class Span(NamedTuple):
    """A piece of a text."""

    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, list item, table row or line.

    ``verdict`` is what the file itself tells of it, as the HTML of a page does, ``None`` where it tells nothing.
    """

    start: int
    end: int
    kind: BlockKind
    verdict: Verdict | None = None


class Link(NamedTuple):
    """Words of a text that lead somewhere, and where."""

    start: int
    end: int
    address: str


class Sentence(NamedTuple):
    """A sentence; it never crosses a block. ``block`` is the index of its block."""

    n: int
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something the reader should know about a text, and how often it happened."""

    code: str
    message: str
    count: int


@dataclass(frozen=True, slots=True)
class Document:
    """A sanitized text with its structure.

    Blocks are in text order and do not overlap; the sentences of a block cover it but for white space at their
    edges. What lies between blocks and sentences is white space and markup, so the text can be rebuilt.
    ``title`` is a piece of the text (``None`` for an empty one); metadata may override it for show.
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    title: Span | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def slice(self, span: "Span | Block | Link | Sentence | Furniture | Quote") -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Furniture inside a line; offsets count from the start of the line."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class LineMark:
    """What one line is: page furniture for sure, perhaps, or content.

    ``p`` is the probability of furniture; ``reasons`` say in words why, the strongest first. A content line has
    no kind, but may hold ``spans`` of furniture.
    """

    tier: Tier
    kind: FurnitureKind | None
    p: float
    reasons: tuple[str, ...] = ()
    spans: tuple[LineSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of a document that is page furniture: not part of the article."""

    start: int
    end: int
    kind: FurnitureKind
    tier: Literal["unsure", "sure"]
    p: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included, with who is said to have spoken.

    ``person`` is the speaker's full name as the article gives it elsewhere, where it could be resolved.
    ``repairs`` name what was wrong with the marks and how it was read.
    """

    start: int
    end: int
    type: QuoteType
    speaker: Span | None = None
    person: str | None = None
    cue: Span | None = None
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its marks, each in text order.

    ``lines`` are the marks of its blocks as they were told from the document alone.
    """

    document: Document
    furniture: tuple[Furniture, ...]
    quotes: tuple[Quote, ...]
    lines: tuple[LineMark, ...] = ()
