"""Which candidate pairs become links: every sentence's best partner, and rivals that come close to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from seedreader.engine.align.similarity import Cell

_BEST = 0.30
_RIVAL = 0.35
_ODDS = 0.12


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about candidate pairs.

    ``links`` are the pairs to show with their probability, strongest first. ``first_a`` maps a left index to the
    right index of its best candidate, however improbable, ``first_b`` a right one to the left.
    """

    links: dict[Cell, float]
    first_a: dict[int, int]
    first_b: dict[int, int]


def decide(probabilities: Mapping[Cell, float]) -> Decision:
    """Chooses links in both directions.

    A pair is linked if it is the best of its left or of its right sentence and likely enough. A further pair is
    linked if its probability is a little higher still and its odds are not far below those of the better candidate
    of its weaker sentence: so one sentence may be told in two, and a good match leaves no room for poor ones.
    """
    first_a = _firsts(probabilities, 0)
    first_b = _firsts(probabilities, 1)
    links: dict[Cell, float] = {}
    for (i, j), p in probabilities.items():
        if first_a[i] == j or first_b[j] == i:
            linked = p >= _BEST
        else:
            weaker = min(probabilities[i, first_a[i]], probabilities[first_b[j], j])
            linked = p >= _RIVAL and _odds(p) >= _ODDS * _odds(weaker)
        if linked:
            links[i, j] = p
    strongest = sorted(links.items(), key=lambda link: (-link[1], link[0]))
    return Decision(dict(strongest), first_a, first_b)


def _firsts(probabilities: Mapping[Cell, float], side: int) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for cell, p in probabilities.items():
        ours, other = cell[side], cell[1 - side]
        if ours not in best or (-p, other) < best[ours]:
            best[ours] = -p, other
    return {ours: other for ours, (_, other) in best.items()}


def _odds(p: float) -> float:
    return p / max(1 - p, 1e-9)
