"""Possible conflicts over a whole set: linked sentences that seem to contradict each other.

A denial shares few words with what it denies and is linked weakly, or not at all. So what comes nearest to a sentence
is looked at too, for negations only: they are told only where the same words stand around them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from seedreader.engine import conflicts as finding
from seedreader.engine.conflicts import Conflict, Variant
from seedreader.engine.model import Analysis
from seedreader.engine.persons import Person
from seedreader.engine.story.table import LIKELY, Place, Table

_HERE: Final = re.compile(r" (here|there)(?=,|$)")

_Found = TypeVar("_Found", Conflict, Variant)

LEAST: Final = LIKELY
"""Probability of a link from which on its sentences are held against each other: others may tell of two things."""

DOUBTED: Final = 0.2
"""Probability from which on a sentence may deny the one it comes nearest to.

In 97 sets of English news on one event each (256 pairs of articles) this finds three more denials than links do: two
are right, one tells what was so at first and was not later.
"""

_NEGATES: Final = re.compile(
    r"\b(?:no|not|none|never|neither|nobody|cannot|den(?:y|ie[ds])|refus|declin|fail)|n['’]t\b", re.I
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sentences that tell one thing and seem to contradict each other in it.

    The spans of ``conflict`` count from the beginnings of the sentences, the left one being that of ``one``.
    """

    one: Place
    other: Place
    p: float
    conflict: Conflict

    def told(self, name: Callable[[int, int], str]) -> str:
        """What differs, with the addresses that ``name`` gives to the two sentences."""
        return _named(self.conflict.message, name(*self.one), name(*self.other))


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two sentences that write one name in two ways; the spans of ``variant`` count from their beginnings."""

    one: Place
    other: Place
    variant: Variant

    def told(self, name: Callable[[int, int], str]) -> str:
        """The two spellings, with the addresses that ``name`` gives to the two sentences."""
        return _named(self.variant.message, name(*self.one), name(*self.other))


def _named(message: str, left: str, right: str) -> str:
    """A message on two wordings with addresses instead of "here" and "there"; one without these is on the right one."""
    if not _HERE.search(message):
        return f"{right} {message}"
    return _HERE.sub(lambda found: f" in {left if found[1] == 'here' else right}", message)


def conflicts(
    table: Table, analyses: Sequence[Analysis], people: Sequence[Person] = (), least: float = LEAST
) -> tuple[Clash, ...]:
    """Find what linked sentences contradict each other in, in order of reading.

    What differs in the same way between more sentences of the same two articles is told once, where the link is
    most probable.
    """
    best: dict[tuple[object, ...], Clash] = {}
    known = _People(people)
    for one, other, p, left, right in (*_linked(table, analyses, least), *_doubted(table, analyses, least)):
        for conflict in finding.find(left, right, people=known.of(one.article, other.article)):
            if p < least and conflict.kind != "negation":
                continue
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
    for pair in table.pairs:
        for tie in pair.ties:
            if tie.p >= least and tie.relation != "same":
                one, other = Place(pair.one, tie.one), Place(pair.other, tie.other)
                yield one, other, tie.p, _text(analyses, one), _text(analyses, other)


def _doubted(
    table: Table, analyses: Sequence[Analysis], least: float
) -> Iterator[tuple[Place, Place, float, str, str]]:
    """Sentences of related articles that come nearest to each other but are hardly linked, one of them negated."""
    negated = [
        [bool(_NEGATES.search(_text(analyses, Place(at, n)))) for n in range(1, len(body) + 1)]
        for at, body in enumerate(table.body)
    ]
    for pair in table.pairs:
        if not (pair.related and pair.ties):
            continue
        near = {(tie.one, tie.other): tie.p for tie in pair.ties}
        near |= {(n, found[0]): found[1] for n, found in enumerate(pair.near_one, 1) if found}
        near |= {(found[0], n): found[1] for n, found in enumerate(pair.near_other, 1) if found}
        for (i, j), p in sorted(near.items()):
            if not DOUBTED <= p < least or negated[pair.one][i - 1] == negated[pair.other][j - 1]:
                continue
            if table.body[pair.one][i - 1] and table.body[pair.other][j - 1]:
                one, other = Place(pair.one, i), Place(pair.other, j)
                yield one, other, p, _text(analyses, one), _text(analyses, other)


def _text(analyses: Sequence[Analysis], place: Place) -> str:
    document = analyses[place.article].document
    return document.slice(document.sentences[place.sentence - 1])


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
