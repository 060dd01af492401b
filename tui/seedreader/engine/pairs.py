"""The words the engine speaks of two texts: links, groups, alignments, word changes.

Indexes of sentences are 0-based here; offsets are code points, end exclusive.
"""

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "reworded", "partial", "left", "right"]
Grade = Literal["punctuation", "function", "content", "fact"]
Side = Literal["a", "b"]


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

    Every sentence of either side is in exactly one group; groups stand in reading order. ``further`` are the links
    between sentences of two groups, strongest first: what is told in one is told in part in the other, too.
    ``scores`` are all candidate pairs that were looked at; ``first_a[i]`` is the best candidate for sentence i of the
    left text whatever its score, ``first_b`` the same for the right.
    """

    groups: tuple[Group, ...]
    scores: tuple[Link, ...]
    first_a: tuple[int | None, ...]
    first_b: tuple[int | None, ...]
    further: tuple[Link, ...] = ()

    def links(self) -> tuple[Link, ...]:
        """Return all links, those inside groups first."""
        return (*(link for group in self.groups for link in group.links), *self.further)


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
    """What does not count as a difference between two wordings; ``spelling`` is British or American."""

    case: bool = True
    punctuation: bool = True
    quote_style: bool = True
    spelling: bool = True


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of one side that the other side does not have at this place."""

    side: Side
    start: int
    end: int
    grade: Grade
