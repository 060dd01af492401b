"""Which pairs of sentences are worth a closer look.

Small articles: all of them. Large ones: those that share rare words, found through an inverted index in which what
stands in too many sentences has no entry, so that the work stays near-linear in the length of the texts.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from math import log

from seedreader.engine.align.similarity import Cell

EVERY_PAIR = 20_000
_MOST_PLACES = 25
_BEST_OF_ROW = 2


def candidates(left: Sequence[Collection[str]], right: Sequence[Collection[str]]) -> list[Cell]:
    """The pairs of indexes of sentences to compare, sorted; a sentence is given by its words.

    Every pair; where the texts are large, a few for each sentence of the left side and for each of the right.
    """
    if len(left) * len(right) <= EVERY_PAIR:
        return [(i, j) for i in range(len(left)) for j in range(len(right))]
    found = _best(left, right)
    found.update((i, j) for j, i in _best(right, left))
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


def _best(left: Sequence[Collection[str]], right: Sequence[Collection[str]]) -> set[Cell]:
    """For each left sentence the right ones that share the rarest words with it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(right):
        for word in words:
            at = places[word]
            if len(at) <= _MOST_PLACES:  # one more than the cap marks a word as too frequent
                at.append(j)
    # Whole numbers: their sum does not depend on the order of a set.
    rare = {
        word: (round(1000 * log(1 + len(right) / len(at))), at)
        for word, at in places.items()
        if len(at) <= _MOST_PLACES
    }
    found: set[Cell] = set()
    many = len(right)
    for i, words in enumerate(left):
        row: defaultdict[int, int] = defaultdict(int)
        for word in words:
            if word in rare:
                weight, at = rare[word]
                for j in at:
                    row[j] += weight
        # The heaviest first, of these the first: as whole numbers they are sorted fastest.
        best = sorted([j - weight * many for j, weight in row.items()])[:_BEST_OF_ROW]
        found.update([(i, key % many) for key in best])
    return found
