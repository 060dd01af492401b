"""Groups linked sentences of several articles: the two groups that agree best become one, as long as they do.

Links are not transitive: A tells half of what B tells, B another half of what C tells. So two groups become one only
where their articles agree on the whole, not for one link between them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Final

from seedreader.engine.story.table import SUPPORT, Place, Table

JOIN: Final = SUPPORT
"""Probability of the best link by which a single sentence joins others; for groups of several the average is enough."""

AVERAGE: Final = 0.55
"""The least mean probability between the articles of two groups; a pair without a link counts as none.

So that a member is held by most of the others, not by one.
"""

PARTS: Final = 3
"""Sentences of one article that may stand in one group."""

APART: Final = 2
"""How far these may stand from each other, in sentences: one told in between."""

Group = Mapping[int, tuple[int, ...]]
"""The numbers of sentences by article."""

Strength = Mapping[Place, Mapping[Place, float]]
"""The probability of the links of each sentence."""

_Entry = tuple[tuple[float, ...], int, int]


def strength(table: Table) -> Strength:
    """The links of a table by the sentences they join."""
    found: defaultdict[Place, dict[Place, float]] = defaultdict(dict)
    for article, body in enumerate(table.body):
        for sentence in range(1, len(body) + 1):
            for link in table.links(article, sentence):
                found[Place(article, sentence)][Place(link.article, link.sentence)] = link.p
    return found


def groups(table: Table, links: Strength) -> list[Group]:
    """Group the linked sentences of a table, each in one group; sentences that stay alone are in none.

    The order of the articles decides nothing, as long as no two pairs of groups agree equally in every respect.
    """
    return [group for group in _Linkage(table, links).run() if len(group) > 1]


class _Linkage:
    """Groups by number, which of them are linked, and the pairs that may be joined, the best first."""

    def __init__(self, table: Table, links: Strength) -> None:
        self._compared = table.by_pair
        self._links = links
        self._groups: dict[int, Group] = {}
        self._near: dict[int, set[int]] = {}
        self._held = {place: round(sum(sorted(own.values())), 6) for place, own in links.items()}
        self._waiting: list[_Entry] = []

    def run(self) -> list[Group]:
        """Join groups until no two agree well enough."""
        numbers = {place: number for number, place in enumerate(sorted(self._links))}
        for place, number in numbers.items():
            self._groups[number] = {place.article: (place.sentence,)}
            self._near[number] = {numbers[other] for other in self._links[place]}
        self._waiting = list(
            self._entries((one, other) for one in self._near for other in self._near[one] if one < other)
        )
        heapify(self._waiting)
        made = len(numbers)
        while self._waiting:
            _, one, other = heappop(self._waiting)
            if one in self._groups and other in self._groups:
                self._join(one, other, made)
                made += 1
        return list(self._groups.values())

    def _join(self, one: int, other: int, made: int) -> None:
        left, right = self._groups.pop(one), self._groups.pop(other)
        self._groups[made] = {
            article: tuple(sorted((*left.get(article, ()), *right.get(article, ()))))
            for article in left.keys() | right.keys()
        }
        near = (self._near.pop(one) | self._near.pop(other)) - {one, other}
        self._near[made] = near
        for neighbour in near:
            self._near[neighbour] -= {one, other}
            self._near[neighbour].add(made)
        for entry in self._entries((neighbour, made) for neighbour in sorted(near)):
            heappush(self._waiting, entry)

    def _entries(self, pairs: Iterator[tuple[int, int]]) -> Iterator[_Entry]:
        """Those of the pairs of groups that may become one, with how well they agree."""
        for one, other in pairs:
            left, right = self._groups[one], self._groups[other]
            if not _stand_together(left, right):
                continue
            best, mean = self._agreement(left, right)
            several = min(len(left), len(right)) > 1
            if mean >= AVERAGE and (best >= JOIN or several):
                # Equal ones go by how well they are linked in all, so that not the order of the articles decides.
                held = sorted((self._weight(left), self._weight(right)))
                yield (-mean, -best, *held, *sorted((_first(left), _first(right)))), one, other

    def _agreement(self, left: Group, right: Group) -> tuple[float, float]:
        """The best link between two groups, and the mean over the pairs of their articles."""
        found: list[float] = []
        for mine, ours in left.items():
            for other, theirs in right.items():
                if mine != other and (mine, other) in self._compared:
                    found.append(
                        max(
                            self._links[Place(mine, i)].get(Place(other, j), 0.0)
                            for i in ours
                            for j in theirs
                        )
                    )
        if not found:
            return 0.0, 0.0
        return max(found), round(sum(sorted(found)) / len(found), 6)

    def _weight(self, group: Group) -> float:
        return round(-sum(sorted(self._held[Place(at, n)] for at, parts in group.items() for n in parts)), 6)


def _first(group: Group) -> float:
    return float(min(parts[0] for parts in group.values()))


def _stand_together(left: Group, right: Group) -> bool:
    """Whether what two groups have of one article stands together there."""
    for article in left.keys() & right.keys():
        parts = sorted((*left[article], *right[article]))
        if len(parts) > PARTS or any(after - before > APART for before, after in pairwise(parts)):
            return False
    return True
