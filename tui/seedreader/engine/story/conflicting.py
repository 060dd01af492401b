"""Possible conflicts over a whole set: linked sentences that seem to contradict each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from seedreader.engine import conflicts as finding
from seedreader.engine.conflicts import Conflict, Variant
from seedreader.engine.model import Analysis
from seedreader.engine.persons import Person
from seedreader.engine.story.table import LIKELY, Place, Table

_Found = TypeVar("_Found", Conflict, Variant)

LEAST: Final = LIKELY
"""Probability of a link from which on its sentences are held against each other: others may tell of two things."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sentences that tell one thing and seem to contradict each other in it.

    The spans of ``conflict`` count from the beginnings of the sentences, the left one being that of ``one``.
    """

    one: Place
    other: Place
    p: float
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two sentences that write one name in two ways; the spans of ``variant`` count from their beginnings."""

    one: Place
    other: Place
    variant: Variant


def conflicts(
    table: Table, analyses: Sequence[Analysis], people: Sequence[Person] = (), least: float = LEAST
) -> tuple[Clash, ...]:
    """Find what linked sentences contradict each other in, in order of reading.

    What differs in the same way between more sentences of the same two articles is told once, where the link is
    most probable.
    """
    best: dict[tuple[object, ...], Clash] = {}
    known = _People(people)
    for one, other, p, left, right in _linked(table, analyses, least):
        for conflict in finding.find(left, right, people=known.of(one.article, other.article)):
            clash = Clash(one, other, p, conflict)
            texts = (
                left[conflict.left.start : conflict.left.end],
                right[conflict.right.start : conflict.right.end],
            )
            key = (one.article, other.article, conflict.kind, *(text.casefold() for text in texts))
            if key not in best or best[key].p < p:
                best[key] = clash
    return tuple(sorted(best.values(), key=lambda clash: (clash.one, clash.other, clash.conflict.left)))


def spellings(
    table: Table, analyses: Sequence[Analysis], people: Sequence[Person] = (), least: float = LEAST
) -> tuple[Spelling, ...]:
    """Find the names that linked sentences write in two ways, each pair of spellings once for the whole set."""
    best: dict[tuple[object, ...], Spelling] = {}
    known = _People(people)
    for one, other, _, left, right in _linked(table, analyses, least):
        for variant in finding.variants(left, right, people=known.of(one.article, other.article)):
            texts = (
                left[variant.left.start : variant.left.end],
                right[variant.right.start : variant.right.end],
            )
            best.setdefault((variant.kind, frozenset(texts)), Spelling(one, other, variant))
    return tuple(best.values())


def _linked(
    table: Table, analyses: Sequence[Analysis], least: float
) -> Iterator[tuple[Place, Place, float, str, str]]:
    documents = [one.document for one in analyses]
    for pair in table.pairs:
        for tie in pair.ties:
            if tie.p >= least and tie.relation != "same":
                one, other = Place(pair.one, tie.one), Place(pair.other, tie.other)
                left, right = (
                    documents[place.article].slice(documents[place.article].sentences[place.sentence - 1])
                    for place in (one, other)
                )
                yield one, other, tie.p, left, right


class _People:
    """The persons of a set by article."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._numbers: defaultdict[int, set[int]] = defaultdict(set)
        self._people = people
        for number, person in enumerate(people):
            for article, _ in person.members:
                self._numbers[article].add(number)

    def of(self, *articles: int) -> tuple[Person, ...]:
        """The persons in any of the articles."""
        numbers = set[int]().union(*(self._numbers[article] for article in articles))
        return tuple(self._people[number] for number in sorted(numbers))
