"""Which candidate pairs become links, and which is the best candidate of each sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from seedreader.engine.align.similarity import Cell


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about candidate pairs.

    ``links`` are the pairs to show with their probability, strongest first. ``first_a`` maps a left index to the
    right index of its best candidate, however improbable, ``first_b`` a right one to the left.
    """

    links: dict[Cell, float]
    first_a: dict[int, int]
    first_b: dict[int, int]


def decide(probabilities: Mapping[Cell, float], cut: float) -> Decision:
    """Link what is likely enough: the probabilities know already what rivals a pair has."""
    likely = ((cell, p) for cell, p in probabilities.items() if p >= cut)
    links = dict(sorted(likely, key=lambda link: (-link[1], link[0])))
    return Decision(links, _firsts(probabilities, 0), _firsts(probabilities, 1))


def _firsts(probabilities: Mapping[Cell, float], side: int) -> dict[int, int]:
    best: dict[int, float] = {}
    partner: dict[int, int] = {}
    for cell, p in probabilities.items():
        ours, other = cell[side], cell[1 - side]
        if ours not in best or p > best[ours] or (p == best[ours] and other < partner[ours]):
            best[ours], partner[ours] = p, other
    return partner
