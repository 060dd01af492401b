"""A first look at many pairs of sentences: the little that tells which of them deserve a closer one.

Three measures: the cosine of the letters (runs of four characters, weighted by rarity), the cosine of the ideas, and
how alone the two are in sharing their ideas. A first estimate is computed from them and from where both stand.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import NamedTuple

from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Texts, weigh

_MEASURES = 3
_LEDE = 3
_FLOOR = 0.03


class Look(NamedTuple):
    """The measures of a pair, each 0 where nothing is shared."""

    letters: float
    ideas: float
    alone: float


EQUAL = Look(1.0, 1.0, 3.0)
"""How two sentences of equal wording look."""


def looks(texts: Texts, cells: Iterable[Cell]) -> dict[Cell, Look]:
    """Look at these cells, best given row by row; those that share no letters are left out."""
    a, b = texts.a, texts.b
    grams_a, grams_b, reach_a, reach_b = a.grams, b.grams, a.reach, b.reach
    ideas_a, ideas_b = [facts.ideas for facts in a.sentences], [facts.ideas for facts in b.sentences]
    gram_square = texts.gram_squares.__getitem__
    found: dict[Cell, Look] = {}
    row, ours = -1, set[int]()
    for i, j in cells:
        if i != row:
            row, ours = i, set(grams_a[i])
        dot = sum(map(gram_square, ours.intersection(grams_b[j])))
        if not dot:
            continue
        letters = dot / (reach_a[i] * reach_b[j])
        common = ideas_a[i] & ideas_b[j]
        if common:
            ideas = weigh(common, texts.idea_squares) / (a.idea_reach[i] * b.idea_reach[j] + 1)
            found[i, j] = Look(letters, ideas, weigh(common, texts.lone) / 1000)
        else:
            found[i, j] = Look(letters, 0.0, 0.0)
    return found


def estimate(look: Look, cell: Cell, size: tuple[int, int], weights: Sequence[float]) -> float:
    """The log odds of a link at first sight; ``weights`` of the four inputs, and a constant."""
    letters, ideas, distance, lede = inputs(look, cell, size)
    return weights[0] * letters + weights[1] * ideas + weights[2] * distance + weights[3] * lede + weights[4]


def inputs(look: Look, cell: Cell, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """What the first estimate is computed from: likeness in letters and ideas, distance, both near the beginning."""
    distance = abs((cell[0] + 0.5) / size[0] - (cell[1] + 0.5) / size[1])
    lede = 1.0 if cell[0] < _LEDE and cell[1] < _LEDE else 0.0
    return log(look.letters + _FLOOR), log(look.ideas + _FLOOR), distance, lede


def promising(estimates: Mapping[Cell, float], best: int, least: float) -> list[Cell]:
    """The cells that are among the best of their row or column and not hopeless, sorted."""
    rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), odds in estimates.items():
        if odds >= least:
            rows[i].append((-odds, j))
            columns[j].append((-odds, i))
    found = {(i, j) for i, row in rows.items() for _, j in nsmallest(best, row)}
    found.update((i, j) for j, column in columns.items() for _, i in nsmallest(best, column))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the pairs of a sentence compare in one measure: all values of it, ascending and negated, by sentence."""

    rows: Mapping[int, Sequence[float]]
    columns: Mapping[int, Sequence[float]]

    def of(self, cell: Cell, value: float, slack: float) -> tuple[int, int, float, float]:
        """How many rivals are better, and the value over that of the best rival plus ``slack`` (at most 4).

        Both for the sentence where it is lower and for the one where it is higher.
        """
        row, column = self.rows[cell[0]], self.columns[cell[1]]
        behind_row, behind_column = bisect_left(row, -value), bisect_left(column, -value)
        lead_row, lead_column = _lead(row, value, slack), _lead(column, value, slack)
        return (
            min(behind_row, behind_column),
            max(behind_row, behind_column),
            min(lead_row, lead_column, 4.0),
            min(max(lead_row, lead_column), 4.0),
        )

    def mean_of_rows(self) -> float:
        """The highest value of a row on the average."""
        return _mean_of_best(self.rows)

    def mean_of_columns(self) -> float:
        """The highest value of a column on the average."""
        return _mean_of_best(self.columns)


def standings(found: Mapping[Cell, Look]) -> tuple[Standing, Standing, Standing]:
    """The standing of each measure."""
    made: list[Standing] = []
    for measure in range(_MEASURES):
        rows: defaultdict[int, list[float]] = defaultdict(list)
        columns: defaultdict[int, list[float]] = defaultdict(list)
        for (i, j), look in found.items():
            value = -look[measure]
            rows[i].append(value)
            columns[j].append(value)
        for values in (*rows.values(), *columns.values()):
            values.sort()
        made.append(Standing(rows, columns))
    return made[0], made[1], made[2]


def _mean_of_best(values: Mapping[int, Sequence[float]]) -> float:
    # Rounded, for floats add up differently from the other end, and swapping the sides must change nothing.
    return round(-sum(row[0] for row in values.values()) / max(1, len(values)), 6)


def _lead(values: Sequence[float], value: float, slack: float) -> float:
    rival = 0.0
    if -value > values[0]:
        rival = -values[0]
    elif len(values) > 1:
        rival = -values[1]
    return value / (rival + slack)
