"""How much the words of a line sound like furniture: a learned weight for each word, pair and opening."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_HEAD: Final = 250
_TAIL: Final = 50
_SHORT: Final = 5
_OPENINGS: Final = range(1, 4)
_UNHEARD: Final = -2.0
"""Score of a line without known words where the language is not known: that of an ordinary line of a text.

In a known language such a line is likelier to be furniture, and its score is the bias.
"""


def grams(tokens: Sequence[str]) -> set[str]:
    """What is looked up for a line of ``language.words``.

    Its words and pairs of words, its first one, two and three words (after ``^``), its last word (after ``$``)
    and all of a line of up to five words (after ``=``). Of a very long line only head and tail count.
    """
    if len(tokens) > _HEAD + _TAIL:
        tokens = [*tokens[:_HEAD], *tokens[-_TAIL:]]
    found = set(tokens)
    found.update(f"{first} {second}" for first, second in pairwise(tokens))
    if tokens:
        found.update("^" + " ".join(tokens[:length]) for length in _OPENINGS if length <= len(tokens))
        found.add("$" + tokens[-1])
        if len(tokens) <= _SHORT:
            found.add("=" + " ".join(tokens))
    return found


@dataclass(frozen=True, slots=True)
class Wording:
    """The weights of a logistic regression over ``grams``; positive ones speak for furniture."""

    bias: float
    weights: Mapping[str, float]

    def score(self, tokens: Sequence[str]) -> float:
        """The log odds of furniture by the words alone: sum of weights over the root of their number."""
        known = [self.weights[gram] for gram in grams(tokens) if gram in self.weights]
        return self.bias + sum(sorted(known)) / math.sqrt(max(1, len(known)))

    def of_page(self, lines: Iterable[Sequence[str]], *, known_language: bool) -> list[float]:
        """The scores of the lines of a page."""
        scores = [self.score(tokens) for tokens in lines]
        return scores if known_language else [_UNHEARD if score == self.bias else score for score in scores]

    def strongest(self, tokens: Sequence[str], most: int) -> tuple[str, ...]:
        """Up to ``most`` words or phrases of the line that speak for furniture, the strongest first."""
        found = [(self.weights.get(gram, 0.0), gram.lstrip("^$=")) for gram in grams(tokens)]
        found = sorted(((weight, gram) for weight, gram in found if weight > 1), reverse=True)
        chosen: list[str] = []
        for _, gram in found:
            if not any(f" {gram} " in f" {other} " or f" {other} " in f" {gram} " for other in chosen):
                chosen.append(gram)
            if len(chosen) == most:
                break
        return tuple(chosen)
