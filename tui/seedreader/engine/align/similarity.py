"""How much two sentences say the same in the same letters and words.

Letters: the cosine of character n-grams (3 to 5, words padded by a space) weighted by their rarity within the two
articles compared. A name that stands in every sentence counts for little, a number that stands in two counts for
much; n-grams see through inflection and spelling variants and need no language. Words: what rare words are shared,
and how much of the shorter sentence they make up.
"""

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, groupby
from math import log, log1p, sqrt
from typing import NamedTuple

from seedreader.engine.combining import COMBINING

_APART = re.compile(rf"(?:[^\w{COMBINING}]|_)+")
_ASCII_APART = {mark: " " for mark in range(128) if not chr(mark).isalnum()}
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_IDEOGRAPH}]|(?:[^\W{_IDEOGRAPH}]|[{COMBINING}])+")
_SIZES = (3, 4, 5)

Cell = tuple[int, int]


class Likeness(NamedTuple):
    """How like two sentences are.

    ``cosine`` of their character n-grams, 0-1; ``shared``: logarithm of one plus the rarity of the words both have;
    ``contained``: the share of the shorter one's word weight that both have, 0-1.
    """

    cosine: float
    shared: float
    contained: float


def fold(sentence: str) -> str:
    """A sentence with case, punctuation, quote style and spacing folded away; words are parted by one space."""
    if sentence.isascii():  # the same, faster
        return " ".join(sentence.translate(_ASCII_APART).casefold().split())
    return _APART.sub(" ", unicodedata.normalize("NFKC", sentence).casefold()).strip()


def tokens(folded: str) -> list[str]:
    """The words of a folded sentence; characters of scripts without spaces count one by one."""
    return _TOKEN.findall(folded)


def likenesses(
    left: Sequence[str], right: Sequence[str], cells: Iterable[Cell] | None, context: Iterable[str]
) -> dict[Cell, Likeness]:
    """The likeness of folded sentences that share at least one n-gram.

    ``cells`` are the pairs of indexes to look at, sorted; ``None`` looks at every pair. ``context`` holds the folded
    sentences of both articles, from which rarity is taken; it contains all of ``left`` and ``right``.
    """
    counts = Counter(context)
    grams = Bags(counts, grams_of)
    words = Bags(counts, tokens)
    gram_a, gram_b = [grams.bags[text] for text in left], [grams.bags[text] for text in right]
    dots = (
        _every(gram_a, gram_b, grams.squares)
        if cells is None
        else _chosen(gram_a, gram_b, cells, grams.squares)
    )
    length_a, length_b = [sqrt(grams.sum(bag)) for bag in gram_a], [sqrt(grams.sum(bag)) for bag in gram_b]
    word_a, word_b = [set(words.bags[text]) for text in left], [set(words.bags[text]) for text in right]
    weight_a, weight_b = [words.sum(bag) for bag in word_a], [words.sum(bag) for bag in word_b]
    rarity = words.rarity()
    made: dict[Cell, Likeness] = {}
    for (i, j), dot in dots.items():
        common = word_a[i] & word_b[j]
        shorter = min(weight_a[i], weight_b[j])
        made[i, j] = Likeness(
            round(min(dot / (length_a[i] * length_b[j]), 1.0), 9),  # equal bags tie, however summed
            log1p(sum([rarity[word] for word in common])),
            words.sum(common) / shorter if shorter else 0.0,
        )
    return made


class Bags:
    """The features of each text as numbers, with the squared weight of each number (one plus its rarity)."""

    def __init__(self, texts: Mapping[str, int], features: Callable[[str], Iterable[str]]) -> None:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        seen: Counter[int] = Counter()
        self.bags: dict[str, array[int]] = {}
        for text, times in texts.items():
            # In the order of the text, never of a set of strings, which differs from run to run: floats add up in
            # this order.
            bag = array("I", map(numbers.__getitem__, dict.fromkeys(features(text))))
            seen.update(bag)
            if times > 1:
                seen.update(dict.fromkeys(bag, times - 1))
            self.bags[text] = bag
        total = sum(texts.values())
        weigh = {many: log((1 + total) / (1 + many)) + 1 for many in set(seen.values())}
        self._weights = [weigh[seen[number]] for number in range(len(numbers))]
        self._numbers = numbers
        self.squares = [weight * weight for weight in self._weights]

    def sum(self, numbers: Iterable[int]) -> float:
        """The squared weights of features together."""
        squares = self.squares
        return sum([squares[number] for number in numbers])

    def rarity(self) -> list[float]:
        """The rarity of each feature; of one or two plain letters or digits none."""
        rarity = [weight - 1 for weight in self._weights]
        for feature, number in self._numbers.items():
            if len(feature) <= 2 and feature.isascii():
                rarity[number] = 0.0
        return rarity


def grams_of(folded: str, sizes: Sequence[int] = _SIZES) -> list[str]:
    """The runs of characters of these sizes in a folded sentence, blanks around it counted."""
    padded = f" {folded} "
    return [padded[at : at + size] for size in sizes for at in range(len(padded) - size + 1)]


def _every(
    left: Sequence[Sequence[int]], right: Sequence[Sequence[int]], squares: Sequence[float]
) -> dict[Cell, float]:
    """The products of all pairs of bags that are not zero, through an inverted index."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j, bag in enumerate(right):
        for number in bag:
            places[number].append(j)
    made: dict[Cell, float] = {}
    for i, bag in enumerate(left):
        row = [0.0] * len(right)
        for number in bag:
            if number in places:
                square = squares[number]
                for j in places[number]:
                    row[j] += square
        for j, dot in enumerate(row):
            if dot:
                made[i, j] = dot
    return made


def _chosen(
    left: Sequence[Sequence[int]],
    right: Sequence[Sequence[int]],
    cells: Iterable[Cell],
    squares: Sequence[float],
) -> dict[Cell, float]:
    """The products of the chosen pairs of bags that are not zero."""
    made: dict[Cell, float] = {}
    for i, row in groupby(cells, key=lambda cell: cell[0]):
        ours = set(left[i])
        for cell in row:
            dot = sum([squares[number] for number in right[cell[1]] if number in ours])
            if dot:
                made[cell] = dot
    return made
