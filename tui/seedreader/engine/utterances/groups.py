"""Groups pieces that tell the same utterance of the same person, over all articles."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedreader.engine.align.similarity import Cell
from seedreader.engine.utterances.likeness import LONGEST, Scale
from seedreader.engine.utterances.pieces import Piece

JOIN = 0.34
"""Likeness from which on two pieces of one person in different articles are taken for one utterance."""

REPORTED = {0: 1.0, 1: 0.8, 2: 0.6, 3: 0.4}
"""The same where one of them is a report, by the number of words that both have."""

REPEATED = 0.75
"""Likeness from which on one sentence of an article repeats another one."""

NEAR = 0.8
"""Likeness that a piece needs where nobody is named."""

_NEVER = 2.0
_MEAN = 0.28
_NEIGHBOUR = 0.1
_NEIGHBOUR_MEAN = 0.05
_SAMPLE = 6


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    persons: set[int]
    articles: dict[int, list[int]] = field(default_factory=dict)


def grouped(pieces: Sequence[Piece], scale: Scale) -> list[list[int]]:
    """The indexes of pieces that belong together, each piece in exactly one group.

    Average linkage over candidate pairs, the likeliest pair first, then what stands next to pieces already grouped.
    """
    near = _candidates(pieces, scale)
    scores = scale.measure(
        (min(i, j), max(i, j))
        for i, others in near.items()
        for j in others
        if _may_meet(pieces[i], pieces[j])
    )
    work = _Grouping(pieces, scale)
    work.exact()
    for cell in sorted(scores, key=lambda cell: (-scores[cell], cell)):
        if scores[cell] >= _wanted(pieces, scale, cell):
            work.join(*cell, _MEAN)
    work.neighbours()
    return sorted(sorted(cluster.members) for cluster in work.clusters())


def _candidates(pieces: Sequence[Piece], scale: Scale) -> dict[int, list[int]]:
    kin: defaultdict[int | None, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        kin[piece.person].append(at)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for person, members in kin.items():
        if person is not None:
            found.update(scale.candidates(members))
    if kin[None]:
        for at, others in scale.candidates(range(len(pieces))).items():
            found[at] = found[at] + [
                other for other in others if pieces[at].person is None or pieces[other].person is None
            ]
    return found


def _may_meet(one: Piece, other: Piece) -> bool:
    return one.person == other.person or one.person is None or other.person is None


def _wanted(pieces: Sequence[Piece], scale: Scale, cell: Cell) -> float:
    """The likeness that two pieces need: a report, in words of the reporter, takes more of the same words."""
    one, other = pieces[cell[0]], pieces[cell[1]]
    if one.person is None or other.person is None:
        return NEAR if scale.common(*cell) > 1 else _NEVER
    manners = {one.manner, other.manner}
    if "reported" in manners and "fragment" not in manners:
        return REPORTED.get(scale.common(*cell), JOIN + 0.03)
    return JOIN


class _Grouping:
    """Clusters of pieces while they grow."""

    def __init__(self, pieces: Sequence[Piece], scale: Scale) -> None:
        self.pieces, self.scale = pieces, scale
        self._of = [
            _Cluster([at], {piece.person} - {None}, {piece.article: [at]})  # type: ignore[arg-type]
            for at, piece in enumerate(pieces)
        ]

    def clusters(self) -> list[_Cluster]:
        """The clusters as they are now."""
        return list({id(cluster): cluster for cluster in self._of}.values())

    def exact(self) -> None:
        """Join what is the same in all its words, unless it is too short to tell."""
        first: dict[tuple[int | None, str], int] = {}
        for at, piece in enumerate(self.pieces):
            bag = self.scale.bags[at]
            if len(bag.stems) < 2 or piece.manner == "fragment" or len(bag.text) > LONGEST:
                continue
            other = first.setdefault((piece.person, bag.folded), at)
            if other != at:
                self._merge(self._of[other], self._of[at])

    def join(self, i: int, j: int, least: float) -> None:
        """Join the clusters of two pieces if they are like one another as a whole and nothing forbids it."""
        one, other = self._of[i], self._of[j]
        if one is other or len(one.persons | other.persons) > 1:
            return
        if any(
            not self._repeats(a, b)
            for article in one.articles.keys() & other.articles.keys()
            for a in one.articles[article][:_SAMPLE]
            for b in other.articles[article][:_SAMPLE]
        ):
            return
        cells = [(a, b) for a in one.members[:_SAMPLE] for b in other.members[:_SAMPLE]]
        if sum(self.scale.between(a, b) for a, b in cells) / len(cells) >= least:
            self._merge(one, other)

    def _repeats(self, a: int, b: int) -> bool:
        """Whether a piece of an article repeats another one of it: says it again, or sums it up."""
        same = self.pieces[a].manner == self.pieces[b].manner
        return self.scale.between(a, b) >= (REPEATED if same else JOIN) or self.scale.holds(a, b)

    def _merge(self, one: _Cluster, other: _Cluster) -> None:
        one.members += other.members
        one.persons |= other.persons
        for article, members in other.articles.items():
            one.articles.setdefault(article, []).extend(members)
        for at in other.members:
            self._of[at] = one

    def neighbours(self) -> None:
        """Join pieces of little likeness that follow, or go before, pieces of one group."""
        for step in (1, -1):
            order = range(len(self.pieces) - 1) if step == 1 else range(len(self.pieces) - 1, 0, -1)
            for at in order:
                here = self._next(at, step)
                if here is None:
                    continue
                for other in self._of[at].members[:_SAMPLE]:
                    there = self._next(other, step)
                    if there is None or self.pieces[other].article == self.pieces[at].article:
                        continue
                    if self._alike(here, there):
                        self.join(min(here, there), max(here, there), _NEIGHBOUR_MEAN)

    def _next(self, at: int, step: int) -> int | None:
        to = at + step
        if not 0 <= to < len(self.pieces):
            return None
        one, other = self.pieces[at], self.pieces[to]
        near = one.article == other.article and abs(one.sentence - other.sentence) <= 1
        told = one.manner == other.manner == "quoted" and one.person is not None
        return to if near and told and one.person == other.person else None

    def _alike(self, i: int, j: int) -> bool:
        bags = self.scale.bags
        return bags[i].folded == bags[j].folded or self.scale.between(i, j) >= _NEIGHBOUR
