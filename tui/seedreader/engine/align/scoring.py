"""From what is known about a pair of sentences to the probability that one tells what the other tells.

A logistic regression over eight measures, fitted on pairs of English news articles with links labelled by readers.
Only this module knows the measures; what it gives to the rest are probabilities of candidate pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import exp, log
from typing import NamedTuple

from seedreader.engine.align.similarity import Cell, Likeness

_STRONG = 0.15
_REACH = 3
_LEAD = 2


class Measures(NamedTuple):
    """What the probability of a pair is computed from.

    ``likeness``: logarithm of the cosine; ``shared`` and ``contained`` as in ``Likeness``; ``near``: the cosines of
    strong pairs up to three sentences before and after on both sides, added up; ``lead``: 1 if both stand among the
    first two sentences, where headline and opening repeat each other; ``distance`` of the places in the two texts,
    0-1; ``row`` and ``column``: the cosine over that of the best rival for the left and for the right sentence,
    at most 3.
    """

    likeness: float
    shared: float
    contained: float
    near: float
    lead: float
    distance: float
    row: float
    column: float


# Neither text comes first: the weights of row and column are the same.
_WEIGHTS = Measures(2.166, 0.726, 1.5, 0.482, 2.217, -0.739, 0.485, 0.485)
_BIAS = -0.376


def probabilities(
    pairs: Mapping[Cell, Likeness], anchors: Iterable[Cell], size: tuple[int, int]
) -> dict[Cell, float]:
    """The probability of each pair; ``anchors`` are pairs known to be equal, ``size`` the lengths of both texts."""
    return {cell: _logistic(measured) for cell, measured in measure(pairs, anchors, size).items()}


def measure(
    pairs: Mapping[Cell, Likeness], anchors: Iterable[Cell], size: tuple[int, int]
) -> dict[Cell, Measures]:
    """The measures of each pair, for ``probabilities`` and for fitting its weights."""
    near = _neighbourhoods(pairs, anchors)
    best_a, best_b = _two_best(pairs, 0), _two_best(pairs, 1)
    many_a, many_b = size
    made: dict[Cell, Measures] = {}
    for (i, j), like in pairs.items():
        cosine = like.cosine
        made[i, j] = Measures(
            log(cosine + 0.03),
            like.shared,
            like.contained,
            near.get((i, j), 0.0),
            1.0 if i < _LEAD and j < _LEAD else 0.0,
            abs((i + 0.5) / many_a - (j + 0.5) / many_b),
            _lead_over(cosine, best_a[i]),
            _lead_over(cosine, best_b[j]),
        )
    return made


def _logistic(measured: Measures) -> float:
    total = _BIAS
    for weight, value in zip(_WEIGHTS, measured, strict=True):
        total += weight * value
    return 1 / (1 + exp(-total))


def _neighbourhoods(pairs: Mapping[Cell, Likeness], anchors: Iterable[Cell]) -> dict[Cell, float]:
    strong = {cell: like.cosine for cell, like in pairs.items() if like.cosine > _STRONG}
    strong.update(dict.fromkeys(anchors, 1.0))
    sums: defaultdict[Cell, float] = defaultdict(float)
    window = range(-_REACH, _REACH + 1)
    for (i, j), cosine in strong.items():
        for across in window:
            for down in window:
                cell = i + across, j + down
                if (across or down) and cell in pairs:
                    sums[cell] += cosine
    return sums


def _two_best(pairs: Mapping[Cell, Likeness], side: int) -> dict[int, tuple[float, float]]:
    """The highest and the second highest cosine of each sentence of a side."""
    best: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for cell, like in pairs.items():
        first, second = best[cell[side]]
        if like.cosine > first:
            best[cell[side]] = like.cosine, first
        elif like.cosine > second:
            best[cell[side]] = first, like.cosine
    return best


def _lead_over(cosine: float, best: tuple[float, float]) -> float:
    first, second = best
    rival = second if cosine == first else first
    return min(cosine / (rival + 0.05), 3.0)
