"""How alike sentences are letter by letter: the cosine of their runs of four characters, weighted by rarity.

Weights are whole thousandths, so that sums do not depend on the order of sets, which differs from run to run.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from math import log, sqrt

from seedreader.engine.align.candidates import EVERY_PAIR
from seedreader.engine.align.lanes import LANE, MOST, lay, sums
from seedreader.engine.align.similarity import Cell

_SIZE = 4
_UNIT = 2
_UNITS = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a text: those of each sentence, and in how many sentences each stands.

    Of texts of up to ``lanes.MOST`` sentences also the ``lanes`` of each run, and by sentence how many of its runs
    stand in how many sentences of the text, as pairs (sentences, runs); else both are empty.
    """

    sentences: tuple[Collection[int], ...]
    counts: Mapping[int, int]
    lanes: Mapping[int, int]
    spread: tuple[tuple[tuple[int, int], ...], ...]


def runs(folded: str) -> set[int]:
    """The different runs of four characters in a folded sentence, blanks around it counted.

    The number of a run is its UTF-16 form read as one integer: so no list of runs is needed.
    """
    padded = f" {folded} "
    units = padded.encode(_UNITS, "surrogatepass")
    if len(units) > _UNIT * len(padded):
        parts = (padded[at : at + _SIZE] for at in range(len(padded) - _SIZE + 1))
        return {int.from_bytes(part.encode(_UNITS, "surrogatepass"), sys.byteorder) for part in parts}
    found: set[int] = set()
    for at in range(0, _SIZE * _UNIT, _UNIT):
        whole = (len(units) - at) // (_SIZE * _UNIT) * (_SIZE * _UNIT)
        found.update(array("Q", units[at : at + max(0, whole)]))
    return found


def runs_of(sentences: Sequence[str]) -> Runs:
    """The runs of a text, given by its folded sentences."""
    if len(sentences) > MOST:
        # Arrays: the runs of thousands of sentences are millions, and sets of them would take gigabytes.
        packed: list[Collection[int]] = []
        totals: Counter[int] = Counter()
        for folded in sentences:
            every = runs(folded)
            totals.update(every)
            packed.append(_packed(every))
        return Runs(tuple(packed), totals, {}, ())
    found = [runs(folded) for folded in sentences]
    counts = Counter(chain.from_iterable(found))
    spread = tuple(tuple(Counter(map(counts.__getitem__, every)).items()) for every in found)
    return Runs(tuple(map(tuple, found)), counts, lay(found), spread)


def cosines(a: Runs, b: Runs, cells: Sequence[Cell]) -> list[float]:
    """The cosines of these pairs of sentences, best given row by row; 0 for those that share no run."""
    if not cells:
        return []
    many = len(a.sentences) + len(b.sentences)
    squares = [0, *(_square(many, count) for count in range(1, many + 1))]
    if len(a.sentences) * len(b.sentences) > EVERY_PAIR:
        return _of_some(a, b, squares, cells)
    if len(b.sentences) <= len(a.sentences):
        return _of_all(a, b, squares, cells)
    return _of_all(b, a, squares, [(j, i) for i, j in cells])


def _square(many: int, count: int) -> int:
    weight = log((1 + many) / (1 + count)) + 1
    return round(1000 * (weight * weight))


def _packed(numbers: Collection[int]) -> Collection[int]:
    try:
        return array("Q", numbers)
    except OverflowError:  # characters beyond the first plane
        return tuple(numbers)


def _of_all(a: Runs, b: Runs, squares: Sequence[int], cells: Sequence[Cell]) -> list[float]:
    """Through the lanes of ``b``; all pairs of the rows that are asked for come at once."""
    many = len(b.sentences)
    beyond = LANE * many
    values: dict[int, int] = {}
    less = 0
    counts_a, counts_b, lanes = a.counts, b.counts, b.lanes
    # Lengths of vectors: first as if no run were shared. Where the other text has it too, it weighs less: how much
    # less stands for the left sentences in a lane of its own, for the right ones in ``less``.
    for run in counts_a.keys() & counts_b.keys():
        own, other, at = counts_a[run], counts_b[run], lanes[run]
        square = squares[own + other]
        values[run] = square * at + (squares[own] - square << beyond)
        less += (squares[other] - square) * at
    wanted = sorted({i for i, _ in cells})
    rows = dict(zip(wanted, sums([a.sentences[i] for i in wanted], values, many + 1), strict=True))
    (less_b,) = sums([(0,)], {0: less}, many)
    own_a, own_b = _lengths(a, squares), _lengths(b, squares)
    reach_b = [sqrt(length - fewer) for length, fewer in zip(own_b, less_b, strict=True)]
    reach_a = {i: sqrt(own_a[i] - rows[i][many]) for i in wanted}
    return [dot / (reach_a[i] * reach_b[j]) if (dot := rows[i][j]) else 0.0 for i, j in cells]


def _lengths(text: Runs, squares: Sequence[int]) -> list[int]:
    """The squared lengths of the vectors of a text's sentences, as if the other text shared no run with it."""
    if text.spread:
        return [sum([squares[count] * times for count, times in every]) for every in text.spread]
    counts = text.counts
    return [sum([squares[counts[run]] for run in every]) for every in text.sentences]


def _of_some(a: Runs, b: Runs, squares: Sequence[int], cells: Sequence[Cell]) -> list[float]:
    counts = Counter(a.counts)
    counts.update(b.counts)
    square = {run: squares[count] for run, count in counts.items()}.__getitem__
    reach_a, reach_b = ([sqrt(sum(map(square, every))) for every in text.sentences] for text in (a, b))
    made: list[float] = []
    for i, row in groupby(cells, key=lambda cell: cell[0]):
        ours = set(a.sentences[i])
        for _, j in row:
            dot = sum(map(square, ours.intersection(b.sentences[j])))
            made.append(dot / (reach_a[i] * reach_b[j]) if dot else 0.0)
    return made
