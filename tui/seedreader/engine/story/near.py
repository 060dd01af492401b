"""Which articles of many are worth lining up: those that share most rare words, found through an index."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

ALL_PAIRS: Final = 40
"""Articles up to which all pairs are lined up."""

NEAREST: Final = 8
"""Beyond that, how many others each article is lined up with."""

MOST_HOLDERS: Final = 150
"""Articles that hold a word up to which it says who is near: what more hold, the whole set talks about."""


def nearest(profiles: Sequence[Mapping[str, int]], most: int) -> list[list[tuple[int, float]]]:
    """For each article the ``most`` others that have most of its rare words, best first, with a figure from 0 to 1.

    The figure is the share of rare weight both have, seen from the one that is more contained. Time and memory grow
    with the words of all articles together, as no word is looked at that more than ``MOST_HOLDERS`` hold.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for article, profile in enumerate(profiles):
        for word in profile:
            holders[word].append(article)
    total = len(profiles)
    weight = {
        word: math.log(1 + total / len(held))
        for word, held in holders.items()
        if 1 < len(held) <= max(MOST_HOLDERS, total // 20)
    }
    mass = [sum(weight.get(word, math.log(1 + total)) for word in profile) or 1.0 for profile in profiles]
    found: list[list[tuple[int, float]]] = []
    for article, profile in enumerate(profiles):
        shared: defaultdict[int, float] = defaultdict(float)
        for word in profile:
            rarity = weight.get(word)
            if rarity is not None:
                for other in holders[word]:
                    shared[other] += rarity
        shared.pop(article, None)
        ranked = sorted(
            (-round(value / min(mass[article], mass[other]), 6), other) for other, value in shared.items()
        )
        found.append([(other, -share) for share, other in ranked[:most]])
    return found


def pairs(profiles: Sequence[Mapping[str, int]], first: int | None = None) -> list[tuple[int, int]]:
    """The pairs of articles to line up: those of the article ``first``, then the others, the nearest ones first.

    All pairs of up to ``ALL_PAIRS`` articles; of more, those of each with its ``NEAREST``.
    """
    total = len(profiles)
    some = total > ALL_PAIRS
    figures: dict[tuple[int, int], float] = {}
    if not some:
        figures = {(one, other): 0.0 for other in range(total) for one in range(other)}
    for article, others in enumerate(nearest(profiles, NEAREST if some else total)):
        for other, figure in others:
            figures[min(article, other), max(article, other)] = figure
    return sorted(figures, key=lambda pair: (first not in pair, -figures[pair], pair))
