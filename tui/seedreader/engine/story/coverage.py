"""How much of each article stands in each other, and what that says about the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from seedreader.engine.story.table import Table

SAME: Final = 0.8
"""Share of either article found in the other from which on the two tell the same."""

MUCH: Final = 0.5
"""The same for telling much the same; one-sided, most of an article is in the other."""

CONDENSED: Final = 0.6
"""Share of the shorter article found in the longer one for it to look condensed from it."""

LESS: Final = 0.15
"""By how much less of the longer one must be found in the shorter."""

LITTLE: Final = 0.15
NOTHING: Final = 0.02
"""Shares below which two articles have little, or nothing, in common."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the shares of two articles say.

    ``words`` say it with ``{0}`` and ``{1}`` for the names of the articles, those of ``articles`` in that order.
    """

    words: str
    articles: tuple[int, int]

    def told(self, one: str, other: str) -> str:
        """The words with the names of the articles, given in the order of ``articles``."""
        return self.words.format(one, other)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of the row article's body sentences that the column article tells too, at least in part.

    ``shares`` has the compared pairs, seen from either side; ``words`` are those of each body.
    """

    shares: Mapping[tuple[int, int], float]
    words: tuple[int, ...]

    def share(self, row: int, column: int) -> float | None:
        """The share of one article found in another, ``None`` where they were not compared."""
        return self.shares.get((row, column))

    def nearest(self, row: int) -> int | None:
        """The article that has most in common with another, seen from the one that is more contained."""
        best: tuple[float, int] | None = None
        for column in range(len(self.words)):
            forth, back = self.share(row, column), self.share(column, row)
            if forth is not None and back is not None and (best is None or max(forth, back) > best[0]):
                best = max(forth, back), column
        return best[1] if best is not None and best[0] > 0 else None

    def reading(self, one: int, other: int) -> Reading | None:
        """Say what two articles are to each other by their shares; ``None`` where they were not compared."""
        forth, back = self.share(one, other), self.share(other, one)
        if forth is None or back is None:
            return None
        # The more contained article first.
        inner, outer, high, low = (one, other, forth, back) if forth >= back else (other, one, back, forth)
        where = (inner, outer)
        if high < NOTHING:
            return Reading("{0} and {1} have nothing in common", (one, other))
        if high < LITTLE:
            return Reading("{0} and {1} have little in common", (one, other))
        if low >= SAME:
            return Reading("{0} and {1} tell the same", (one, other))
        if high >= CONDENSED and high - low >= LESS and self.words[inner] < self.words[outer]:
            return Reading("{0} looks condensed from {1}", where)
        if low >= MUCH:
            return Reading("{0} and {1} tell much the same", (one, other))
        if high >= MUCH:
            return Reading("most of {0} is in {1}", where)
        return Reading("{0} and {1} share a part of the story", (one, other))


def coverage(table: Table, least: float = 0.0) -> Coverage:
    """Measure how much of every article the others have, by links of a probability; furniture does not count."""
    shares: dict[tuple[int, int], float] = {}
    bodies = [{number for number, body in enumerate(one, 1) if body} for one in table.body]
    for (row, column), pair in table.by_pair.items():
        linked = {tie.one for tie in pair.ties if tie.p >= least}
        found = (linked | (pair.also_one if not least else frozenset())) & bodies[row]
        shares[row, column] = len(found) / len(bodies[row]) if bodies[row] else 0.0
    words = tuple(
        sum(count for count, body in zip(counts, one, strict=True) if body)
        for counts, one in zip(table.words, table.body, strict=True)
    )
    return Coverage(shares, words)
