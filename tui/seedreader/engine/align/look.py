"""A first look at many pairs of sentences: the little that tells which of them deserve a closer one.

Three measures: the cosine of the letters (runs of four characters, weighted by rarity), the cosine of the ideas, and
how alone the two are in sharing their ideas. A first estimate is computed from them and from where both stand.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from seedreader.engine.align.candidates import EVERY_PAIR
from seedreader.engine.align.lanes import LANE, sums
from seedreader.engine.align.letters import cosines
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Side, Texts

_MEASURES = 3
_LEDE = 3
_FLOOR = 0.03
_FAR = 4.0

Look = tuple[float, float, float]
"""The measures of a pair, each 0 where nothing is shared: letters, ideas, alone."""

EQUAL: Look = (1.0, 1.0, 3.0)
"""How two sentences of equal wording look."""


def looks(texts: Texts, cells: Sequence[Cell]) -> dict[Cell, Look]:
    """Look at these cells, best given row by row; those that share no letters are left out."""
    letters = cosines(texts.a.text.runs, texts.b.text.runs, cells)
    if len(texts.a.sentences) * len(texts.b.sentences) > EVERY_PAIR:
        shared = _of_some(texts, cells)
    elif len(texts.b.sentences) <= len(texts.a.sentences):
        shared = _of_all(texts, texts.a, texts.b, cells)
    else:
        shared = _of_all(texts, texts.b, texts.a, [(j, i) for i, j in cells])
    return {
        cell: (cosine, *other) for cell, cosine, other in zip(cells, letters, shared, strict=True) if cosine
    }


def _of_all(texts: Texts, rows: Side, columns: Side, cells: Sequence[Cell]) -> list[tuple[float, float]]:
    """Cosine of ideas, and how alone; all pairs of the rows that are asked for come at once."""
    wanted = sorted({i for i, _ in cells})
    ideas = [rows.sentences[i].ideas for i in wanted]
    many = len(columns.sentences)
    lanes, lone = columns.text.lanes, texts.lone
    # Two sums at once: those of squares in the first lanes, those of how alone beyond them.
    values = {
        idea: lanes[idea] * (texts.idea_squares[idea] + (times << LANE * many))
        for idea, times in lone.items()
    }
    table = dict(zip(wanted, sums(ideas, values, 2 * many), strict=True))
    reach_a, reach_b = rows.idea_reach, columns.idea_reach
    return [
        (dot / (reach_a[i] * reach_b[j] + 1), table[i][many + j] / 1000)
        if (dot := table[i][j])
        else (0.0, 0.0)
        for i, j in cells
    ]


def _of_some(texts: Texts, cells: Sequence[Cell]) -> list[tuple[float, float]]:
    a, b = texts.a, texts.b
    square, lone = texts.idea_squares.__getitem__, texts.lone.__getitem__
    made: list[tuple[float, float]] = []
    for i, j in cells:
        common = a.sentences[i].ideas & b.sentences[j].ideas
        if common:
            cosine = sum(map(square, common)) / (a.idea_reach[i] * b.idea_reach[j] + 1)
            made.append((cosine, sum(map(lone, common)) / 1000))
        else:
            made.append((0.0, 0.0))
    return made


def estimates(
    found: Mapping[Cell, Look], size: tuple[int, int], weights: Sequence[float]
) -> dict[Cell, float]:
    """The log odds of a link at first sight, cell by cell; ``weights`` of the four inputs, and a constant."""
    of_letters, of_ideas, of_distance, of_lede, constant = weights
    many_a, many_b = size
    places_a = [(i + 0.5) / many_a for i in range(many_a)]
    places_b = [(j + 0.5) / many_b for j in range(many_b)]
    return {
        cell: of_letters * log(letters + _FLOOR)
        + of_ideas * log(ideas + _FLOOR)
        + of_distance * abs(places_a[cell[0]] - places_b[cell[1]])
        + of_lede * (cell[0] < _LEDE and cell[1] < _LEDE)
        + constant
        for cell, (letters, ideas, _) in found.items()
    }


def inputs(look: Look, cell: Cell, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """What the first estimate is computed from: likeness in letters and ideas, distance, both near the beginning."""
    letters, ideas, _ = look
    distance = abs((cell[0] + 0.5) / size[0] - (cell[1] + 0.5) / size[1])
    lede = 1.0 if cell[0] < _LEDE and cell[1] < _LEDE else 0.0
    return log(letters + _FLOOR), log(ideas + _FLOOR), distance, lede


def promising(estimates: Mapping[Cell, float], best: int, least: float) -> list[Cell]:
    """The cells that are among the best of their row or column and not hopeless, sorted."""
    rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), odds in estimates.items():
        if odds >= least:
            rows[i].append((-odds, j))
            columns[j].append((-odds, i))
    found = {(i, j) for i, row in rows.items() for _, j in sorted(row)[:best]}
    found.update([(i, j) for j, column in columns.items() for _, i in sorted(column)[:best]])
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the pairs of a sentence compare in one measure: all values of it, ascending, by sentence."""

    rows: Mapping[int, Sequence[float]]
    columns: Mapping[int, Sequence[float]]

    def of(self, cell: Cell, value: float, slack: float) -> tuple[float, float, float, float]:
        """How many rivals are better, and the value over that of the best rival plus ``slack`` (at most 4).

        Both for the sentence where it is lower and for the one where it is higher.
        """
        behind_row, lead_row = _rank(self.rows[cell[0]], value, slack)
        behind_column, lead_column = _rank(self.columns[cell[1]], value, slack)
        if behind_row > behind_column:
            behind_row, behind_column = behind_column, behind_row
        if lead_row > lead_column:
            lead_row, lead_column = lead_column, lead_row
        return behind_row, behind_column, lead_row, lead_column

    def mean_of_rows(self) -> float:
        """The highest value of a row on the average."""
        return _mean_of_best(self.rows)

    def mean_of_columns(self) -> float:
        """The highest value of a column on the average."""
        return _mean_of_best(self.columns)


def standings(found: Mapping[Cell, Look]) -> tuple[Standing, Standing, Standing]:
    """The standing of each measure."""
    rows: defaultdict[int, list[Look]] = defaultdict(list)
    columns: defaultdict[int, list[Look]] = defaultdict(list)
    for (i, j), look in found.items():
        rows[i].append(look)
        columns[j].append(look)
    sorted_rows, sorted_columns = (
        {index: tuple(map(sorted, zip(*looks, strict=True))) for index, looks in every.items()}
        for every in (rows, columns)
    )
    letters, ideas, alone = (
        Standing(
            {i: values[measure] for i, values in sorted_rows.items()},
            {j: values[measure] for j, values in sorted_columns.items()},
        )
        for measure in range(_MEASURES)
    )
    return letters, ideas, alone


def _mean_of_best(values: Mapping[int, Sequence[float]]) -> float:
    # Rounded, for floats add up differently from the other end, and swapping the sides must change nothing.
    return round(sum([row[-1] for row in values.values()]) / max(1, len(values)), 6)


def _rank(values: Sequence[float], value: float, slack: float) -> tuple[float, float]:
    """How many values are better, and the lead over the best of the others, at most ``_FAR``."""
    best = values[-1]
    if value < best:
        return float(len(values) - bisect(values, value)), value / (best + slack)
    lead = value / ((values[-2] if len(values) > 1 else 0.0) + slack)
    return 0.0, lead if lead < _FAR else _FAR
