"""How probable it is that one sentence tells what another tells.

A cascade: a first look at many pairs, a closer one at those that may be something. Only this module knows how
probabilities come about.
"""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import Final

from seedreader.engine.align.candidates import EVERY_PAIR
from seedreader.engine.align.columns import columns
from seedreader.engine.align.look import Look, estimates, looks, promising
from seedreader.engine.align.model import Model
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Text, Texts, side_by_side
from seedreader.engine.trees import probability

BEST: Final = (6, -4.2)
"""How many pairs of a sentence deserve a closer look, and the log odds they must have at first sight."""

BEST_OF_MANY: Final = (1, -2.0)
"""The same for large texts, where time is short and a rare word tells more."""

_HOPELESS = -3.3
_SURE = 4.0
_MORE, _HALF_WAY = 0.58, 6.0
_FEW = 3
_DIGITS = 4
_ONE = 10_000
_UNSEEN = 0.1
_SHARES = ((step + 0.5) / (_ONE * _UNSEEN) for step in range(round(_ONE * _UNSEEN)))
_STEPS = [log(share / (1 - share)) for share in _SHARES]
"""The log odds from which on the probability of what is not looked at closer is the next one of four digits."""


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
    left: Text,
    right: Text,
    cells: Sequence[Cell],
    anchors: Sequence[Cell],
    first: Sequence[float],
) -> Chosen:
    """Look at ``cells``, then closer at the promising ones. ``anchors`` are pairs of equal wording elsewhere."""
    texts = side_by_side(left, right)
    found = looks(texts, cells)
    size = len(left.sentences), len(right.sentences)
    first_odds = estimates(found, size, first)
    bare_a, bare_b = _bare(left, texts.names), _bare(right, texts.names)
    telling = first_odds
    if bare_a or bare_b:
        telling = {
            cell: odds for cell, odds in first_odds.items() if not (cell[0] in bare_a or cell[1] in bare_b)
        }
    closer = promising(telling, *(BEST_OF_MANY if size[0] * size[1] > EVERY_PAIR else BEST))
    return Chosen(texts, found, first_odds, closer, anchors)


def _bare(text: Text, names: frozenset[str]) -> set[int]:
    """Which lines are no more than a few names, as tags and list items are: names alone tell nothing."""
    return {
        number
        for number, facts in enumerate(text.sentences)
        if facts.unended and len(facts.words) <= _FEW and facts.words <= names
    }


def judge(chosen: Chosen, learned: Model) -> Scores:
    """The probabilities of chosen pairs; the others keep a part of what the first look gave them, which is little."""
    closer = set(chosen.cells)
    link = {cell: 0.0 if cell in closer else unseen(odds) for cell, odds in chosen.estimates.items()}
    alike: dict[Cell, float] = {}
    cut = learned.cuts.link(chosen.texts.known)
    ask, ask_alike = learned.link.odds, learned.alike.odds
    for cell, row in zip(chosen.cells, chosen.rows(), strict=True):
        odds = ask(row, _HOPELESS)
        link[cell] = p = round(probability(tempered(odds)), _DIGITS)
        if p >= cut:
            # What is hardly a link is hardly alike: the mean of both judges is right more often than either.
            alike[cell] = round(probability((odds + ask_alike(row, -inf)) / 2), _DIGITS)
    return Scores(link, alike, cut)


def tempered(odds: float) -> float:
    """Log odds that grow slower where they are higher than labels can tell: nothing is certain."""
    over = odds - _SURE
    return odds if over <= 0 else _SURE + _MORE * over / (over + _HALF_WAY)


def unseen(odds: float) -> float:
    """The probability, in four digits, of a pair that the first look gave these log odds and nothing else was asked."""
    return bisect(_STEPS, odds) / _ONE
