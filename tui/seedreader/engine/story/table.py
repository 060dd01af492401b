"""The one table all views of a story are made of: which sentence of which article is told by which of another.

Articles go by their index in the table, sentences by their number, from 1, furniture counted.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

from seedreader.engine.pairs import Relation

SUPPORT: Final = 0.75
"""Probability from which on a sentence counts as support for another.

Above what makes a link, because a false mark is worse than a missing one: of links this probable about nine in ten
are right, of those below about half.
"""


LIKELY: Final = 0.5
"""Probability from which on a link is more likely right than wrong: what has none such is found nowhere else."""

LEAST_WORDS: Final = 4
"""Words a sentence needs to tell something: "Georgia-Russia" or "Why?" stands anywhere."""


class Place(NamedTuple):
    """A sentence of an article."""

    article: int
    sentence: int


class Tie(NamedTuple):
    """A sentence of one article linked to one of another; ``p`` is the probability that they tell the same."""

    one: int
    other: int
    p: float
    relation: Relation


class Support(NamedTuple):
    """What another article has for a sentence: its best sentence, how probable it is, and how they relate."""

    article: int
    sentence: int
    p: float
    relation: Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two compared articles, ``one`` before ``other``.

    ``ties`` are their links in order of sentences. ``near_one[i]`` is the best candidate for the sentence with number
    i + 1 of the first, with its probability, whether it became a link or not; ``near_other`` the same for the other.
    ``also_*`` are sentences found in the other article too, but by links that say too little to support anything.
    ``related`` is whether both tell one story: others may have a passage in common that went round, no more.
    """

    one: int
    other: int
    ties: tuple[Tie, ...]
    near_one: tuple[tuple[int, float] | None, ...] = ()
    near_other: tuple[tuple[int, float] | None, ...] = ()
    also_one: frozenset[int] = frozenset()
    also_other: frozenset[int] = frozenset()
    related: bool = True

    def swapped(self) -> "Pair":
        """The same seen from the other article."""
        ties = sorted(Tie(tie.other, tie.one, tie.p, tie.relation) for tie in self.ties)
        return Pair(
            self.other,
            self.one,
            tuple(ties),
            self.near_other,
            self.near_one,
            self.also_other,
            self.also_one,
            self.related,
        )

    def renamed(self, one: int, other: int) -> "Pair":
        """The same pair where its articles have other indexes, in the same order or the other way round."""
        made = replace(self, one=one, other=other)
        return made if one < other else made.swapped()


@dataclass(frozen=True)
class Table:
    """All compared pairs of a set.

    ``body[x]`` tells of each sentence of article x whether it is body, not sure furniture; ``words[x]`` are its words.
    Of many articles not all pairs are compared: what is not in ``pairs`` is not known, not different.
    """

    body: tuple[tuple[bool, ...], ...]
    words: tuple[tuple[int, ...], ...]
    pairs: tuple[Pair, ...]

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self.body)

    @property
    def is_complete(self) -> bool:
        """Whether all articles were compared with all others."""
        return 2 * len(self.pairs) == self.articles * (self.articles - 1)

    @cached_property
    def by_pair(self) -> Mapping[tuple[int, int], Pair]:
        """The pairs by the indexes of their articles, each seen from either side."""
        found = {(pair.one, pair.other): pair for pair in self.pairs}
        return found | {(pair.other, pair.one): pair.swapped() for pair in self.pairs}

    @cached_property
    def neighbours(self) -> Mapping[int, tuple[int, ...]]:
        """The articles each article was compared with."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in sorted(self.by_pair):
            found[one].append(other)
        return {article: tuple(others) for article, others in found.items()}

    @cached_property
    def _ties(self) -> Mapping[Place, tuple[Support, ...]]:
        found: defaultdict[Place, list[Support]] = defaultdict(list)
        for (one, other), pair in sorted(self.by_pair.items()):
            for tie in pair.ties:
                found[Place(one, tie.one)].append(Support(other, tie.other, tie.p, tie.relation))
        return {place: tuple(ties) for place, ties in found.items()}

    def links(self, article: int, sentence: int) -> tuple[Support, ...]:
        """Every sentence of other articles that is linked to a sentence, weak links and further parts too."""
        return self._ties.get(Place(article, sentence), ())

    def support(self, article: int, sentence: int, least: float = SUPPORT) -> tuple[Support, ...]:
        """Return which other articles carry a sentence, in order: the best sentence of each, and how sure it is.

        The best one says it in the same words, if any does; else it is the most probable one.
        """
        best: dict[int, Support] = {}
        for link in self.links(article, sentence):
            known = best.get(link.article)
            if link.p >= least and (known is None or _rank(link) > _rank(known)):
                best[link.article] = link
        return tuple(best[other] for other in sorted(best))

    def closest(self, article: int, sentence: int, other: int) -> tuple[int, float] | None:
        """The sentence of another article that comes nearest, counted as support or not, and its probability."""
        pair = self.by_pair.get((article, other))
        if pair is None or sentence > len(pair.near_one):
            return None
        return pair.near_one[sentence - 1]

    def is_related(self, article: int) -> bool:
        """Whether an article tells anything of the story that another tells."""
        pairs = (self.by_pair[article, other] for other in self.neighbours.get(article, ()))
        return any(pair.related and pair.ties for pair in pairs)

    def only_here(self, article: int) -> tuple[int, ...]:
        """The body sentences of an article that no other article it was compared with is likely to have.

        Too short ones, such as labels, are left out.
        """
        also: set[int] = set()
        for other in self.neighbours.get(article, ()):
            also |= self.by_pair[article, other].also_one
        return tuple(
            number
            for number, (body, words) in enumerate(
                zip(self.body[article], self.words[article], strict=True), 1
            )
            if body
            and words >= LEAST_WORDS
            and number not in also
            and not self.support(article, number, LIKELY)
        )


def _rank(link: Support) -> tuple[bool, float]:
    return link.relation == "same", link.p
