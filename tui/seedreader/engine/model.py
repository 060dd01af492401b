"""The words the engine speaks: documents and what is marked in them.

Every offset is a code point into the sanitized text of one document, end exclusive. Sentence numbers are
1-based and count furniture too, so that hiding furniture never renumbers a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "table", "quote", "code", "metadata", "line"]
Format = Literal["text", "markdown"]
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
Relation = Literal["same", "reworded", "partial", "left", "right"]
Grade = Literal["punctuation", "function", "content"]
Side = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table row or line."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
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

    def slice(self, span: "Span | Block | Sentence | Furniture | Quote") -> str:
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
    """A document with its marks, each in text order."""

    document: Document
    furniture: tuple[Furniture, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One sentence of the left text tells what one of the right tells. Indexes are 0-based."""

    a: int
    b: int
    p: float


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of two texts that belong together, or sentences only one of them has.

    ``a`` and ``b`` are 0-based indexes in text order; two or more on one side is what the screen calls split or
    merged. ``p`` is the probability that the group is right, 1.0 for sentences that stand alone.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    relation: Relation
    moved: bool = False
    p: float = 1.0
    links: tuple[Link, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts lined up.

    Every sentence of either side is in exactly one group; groups stand in reading order. ``scores`` are all
    candidate pairs that were looked at; ``first_a[i]`` is the best candidate for sentence i of the left text
    whatever its score, ``first_b`` the same for the right.
    """

    groups: tuple[Group, ...]
    scores: tuple[Link, ...]
    first_a: tuple[int | None, ...]
    first_b: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PairContext:
    """What is known about two lists of sentences besides their words; one entry per sentence.

    ``block_*`` number the paragraphs; ``furniture_*`` tell which sentences are page furniture: they link to
    nothing; ``persons_*`` are the speakers of quotations in the sentence.
    """

    block_a: tuple[int, ...] = ()
    block_b: tuple[int, ...] = ()
    furniture_a: tuple[bool, ...] = ()
    furniture_b: tuple[bool, ...] = ()
    persons_a: tuple[tuple[str, ...], ...] = ()
    persons_b: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Ignore:
    """What does not count as a difference between two wordings."""

    case: bool = True
    punctuation: bool = True
    quote_style: bool = True


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of one side that the other side does not have at this place."""

    side: Side
    start: int
    end: int
    grade: Grade
