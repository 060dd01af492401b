"""Boosted decision trees: the log odds of a row of numbers, what each column added to them, and their file form.

In files a tree is ``[COLUMN, THRESHOLD, MEAN, LOW, HIGH]``, and a side of it a tree or a number.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from seedreader.engine.weights import number, sequence

_MOST: Final = 40.0


def probability(score: float) -> float:
    """The logistic function of log odds, in [0, 1]."""
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, score))))


class Split(NamedTuple):
    """A question to one column; ``mean`` is the expected value of all rows that are asked it."""

    column: int
    threshold: float
    low: "Split | float"
    high: "Split | float"
    mean: float


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves are summed; a value up to the threshold goes to ``low``."""

    trees: tuple[Split, ...]

    def score(self, row: Sequence[float]) -> float:
        """The log odds of a row."""
        total = 0.0
        for root in self.trees:
            node = root
            while True:
                below = node[2] if row[node[0]] <= node[1] else node[3]
                if isinstance(below, float):
                    total += below
                    break
                node = below
        return total

    def contributions(self, row: Sequence[float]) -> dict[int, float]:
        """What each column adds to the score of a row, by its number.

        Walking down a tree, the change of the expected value at a split is laid to its column (Saabas 2014).
        """
        added = [0.0] * len(row)
        asked: set[int] = set()
        for root in self.trees:
            node = root
            while True:
                # Places instead of names, as in ``score``: this runs a thousand times for each line of furniture.
                column, threshold, low, high, mean = node
                below = low if row[column] <= threshold else high
                asked.add(column)
                if isinstance(below, float):
                    added[column] += below - mean
                    break
                added[column] += below[4] - mean
                node = below
        return {column: added[column] for column in asked}


def read_trees(value: object) -> Trees:
    """Trees from a list in their file form. Raises ``ValueError`` when the value has another form."""
    return Trees(tuple(_split(tree) for tree in sequence(value)))


def _split(value: object) -> Split:
    if not isinstance(value, list) or len(value) != 5:
        raise ValueError("a tree was expected")
    column, threshold, mean, low, high = value
    return Split(round(number(column)), number(threshold), _side(low), _side(high), number(mean))


def _side(value: object) -> Split | float:
    return _split(value) if isinstance(value, list) else number(value)
