"""How probable it is that one sentence tells what another tells.

A cascade: a first look at many pairs, a closer one at those that may be something. Only this module knows how
probabilities come about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seedreader.engine.align.candidates import EVERY_PAIR
from seedreader.engine.align.columns import columns
from seedreader.engine.align.facts import Facts
from seedreader.engine.align.look import Look, estimate, looks, promising
from seedreader.engine.align.model import Model
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Side, Texts, side_by_side
from seedreader.engine.trees import probability

BEST: Final = (6, -4.2)
"""How many pairs of a sentence deserve a closer look, and the log odds they must have at first sight."""

BEST_OF_MANY: Final = (1, -2.0)
"""The same for large texts, where time is short and a rare word tells more."""

_HOPELESS = -3.3
_FEW = 3
_DIGITS = 4
_UNSEEN = 0.1


@dataclass(frozen=True, slots=True)
class Chosen:
    """Two texts, what the first look made of all pairs that were looked at, and which deserve a closer one."""

    texts: Texts
    found: Mapping[Cell, Look]
    estimates: Mapping[Cell, float]
    cells: Sequence[Cell]
    anchors: Sequence[Cell]

    def rows(self) -> Iterator[list[float]]:
        """The columns of each chosen cell."""
        return columns(self.texts, self.found, self.cells, self.anchors)


@dataclass(frozen=True, slots=True)
class Scores:
    """The probability of a link for all pairs looked at, and for the linked ones that both say nearly the same.

    Pairs are linked from the probability ``cut`` on. Probabilities have four digits.
    """

    link: Mapping[Cell, float]
    alike: Mapping[Cell, float]
    cut: float


def choose(
    left: Sequence[Facts],
    right: Sequence[Facts],
    cells: Sequence[Cell],
    anchors: Sequence[Cell],
    first: Sequence[float],
) -> Chosen:
    """Look at ``cells``, then closer at the promising ones. ``anchors`` are pairs of equal wording elsewhere."""
    texts = side_by_side(left, right)
    found = looks(texts, cells)
    size = len(left), len(right)
    estimates = {cell: estimate(look, cell, size, first) for cell, look in found.items()}
    many = size[0] * size[1] > EVERY_PAIR
    bare_a, bare_b = _bare(texts.a), _bare(texts.b)
    telling = {cell: odds for cell, odds in estimates.items() if not (bare_a[cell[0]] or bare_b[cell[1]])}
    closer = promising(telling, *(BEST_OF_MANY if many else BEST))
    return Chosen(texts, found, estimates, closer, anchors)


def _bare(side: Side) -> list[bool]:
    """Which lines are no more than a few names, as tags and list items are: names alone tell nothing."""
    return [
        facts.unended and len(facts.words) <= _FEW and facts.words <= names
        for facts, names in zip(side.sentences, side.names, strict=True)
    ]


def judge(chosen: Chosen, learned: Model) -> Scores:
    """The probabilities of chosen pairs; the others keep a part of what the first look gave them, which is little."""
    link = {cell: round(_UNSEEN * probability(odds), _DIGITS) for cell, odds in chosen.estimates.items()}
    alike: dict[Cell, float] = {}
    cut = learned.cuts.link(chosen.texts.known)
    for cell, row in zip(chosen.cells, chosen.rows(), strict=True):
        odds = learned.link.odds(row, _HOPELESS)
        link[cell] = p = round(probability(odds), _DIGITS)
        if p >= cut:
            # What is hardly a link is hardly alike: the mean of both judges is right more often than either.
            alike[cell] = round(probability((odds + learned.alike.odds(row)) / 2), _DIGITS)
    return Scores(link, alike, cut)
