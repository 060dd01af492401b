"""Which pairs of sentences are worth a closer look.

Small articles: all of them. Large ones: those that share rare words or rare pairs of neighbouring words, found
through an inverted index in which what stands in too many sentences has no entry, so that the work stays
near-linear in the length of the texts.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise
from math import log

from seedreader.engine.align.similarity import Cell, tokens

_EVERY_PAIR = 20_000
_MOST_PLACES = 40
_BEST_OF_ROW = 10


def candidates(left: Sequence[str], right: Sequence[str]) -> list[Cell] | None:
    """The pairs of indexes of folded sentences to compare, sorted; ``None`` stands for every pair.

    At most ten for each sentence of the left side and ten for each of the right side, where the texts are large.
    """
    if len(left) * len(right) <= _EVERY_PAIR:
        return None
    terms_a, terms_b = [_terms(text) for text in left], [_terms(text) for text in right]
    found = _best(terms_a, terms_b) | {(i, j) for j, i in _best(terms_b, terms_a)}
    return sorted(found)


def exact(left: Sequence[str], right: Sequence[str]) -> list[Cell]:
    """Pairs of equal folded sentences; what is repeated is paired in order, what is empty stays alone."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(right):
        places[text].append(j)
    used: defaultdict[str, int] = defaultdict(int)
    found: list[Cell] = []
    for i, text in enumerate(left):
        if text and text in places and used[text] < len(places[text]):
            found.append((i, places[text][used[text]]))
            used[text] += 1
    return found


def _terms(folded: str) -> list[str]:
    words = tokens(folded)
    return sorted({*words, *(f"{one} {other}" for one, other in pairwise(words))})


def _best(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> set[Cell]:
    """For each left sentence the right ones that share the rarest terms with it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, terms in enumerate(right):
        for term in terms:
            if len(places[term]) <= _MOST_PLACES:  # one more than the cap marks a term as too frequent
                places[term].append(j)
    weight = {term: log(1 + len(right) / len(at)) for term, at in places.items() if len(at) <= _MOST_PLACES}
    found: set[Cell] = set()
    for i, terms in enumerate(left):
        row: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            if term in weight:
                for j in places[term]:
                    row[j] += weight[term]
        found.update((i, j) for j in nlargest(_BEST_OF_ROW, row, key=lambda j: (row[j], -j)))
    return found
