"""What an article leaves out that others tell, and whether those others may be one source."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seedreader.engine.story.claims import Claim
from seedreader.engine.story.copies import Copies
from seedreader.engine.story.coverage import Coverage
from seedreader.engine.story.table import Table

LEAST_CARRIERS: Final = 2
"""Articles that must carry what another leaves out: one alone may have it for itself."""

DOUBT: Final = 0.4
"""Mean probability of a sentence's links to those that tell a claim from which on it is not called left out."""

ONE_SOURCE: Final = 0.7
"""Overlap from which on two articles may go back to one source."""


def left_out(table: Table, claims: Sequence[Claim], article: int) -> tuple[Claim, ...]:
    """Return the claims that two or more others carry and an article does not, in the order given.

    In doubt nothing is called left out: not where a sentence of the article has weak links to those that tell it, nor
    where the article has nothing else in common with two of them: it tells of something else, or in another language.
    """
    near = {other for other in table.neighbours.get(article, ()) if table.by_pair[article, other].ties}
    found: list[Claim] = []
    for claim in claims:
        if article in claim.articles:
            continue
        others = near.intersection(claim.articles)
        if len(others) < LEAST_CARRIERS:
            continue
        if _nearest(table, claim, article) < DOUBT * len(others):
            found.append(claim)
    return tuple(found)


def _nearest(table: Table, claim: Claim, article: int) -> float:
    """How well the best sentence of an article is linked to those that tell a claim: the sum over their articles."""
    best: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for place in claim.places:
        for link in table.links(*place):
            if link.article == article:
                known = best[link.sentence]
                known[place.article] = max(link.p, known.get(place.article, 0.0))
    return max((sum(links.values()) for links in best.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class Sources:
    """How independent the articles are that carry something.

    ``groups`` are those that overlap so far that each group may be one source; ``overlap`` is the least overlap by
    which two of a group hold together, ``None`` where each stands for itself. ``of`` is the number of all articles.
    """

    groups: tuple[tuple[int, ...], ...]
    overlap: float | None
    of: int

    @property
    def carriers(self) -> int:
        """How many articles carry it."""
        return sum(map(len, self.groups))

    @property
    def words(self) -> str:
        """Say it in a line: how many carry it, and how many sources that may be."""
        line = f"{self.carriers} of {self.of} carry it"
        if self.overlap is None:
            return line
        percent = f"{round(100 * self.overlap)} %"
        if len(self.groups) == 1:
            which = "these two" if self.carriers == 2 else "these all"
            return f"{line}, and {which} overlap {percent}: perhaps one source"
        joined = sum(len(group) for group in self.groups if len(group) > 1)
        return f"{line}, and {joined} of these overlap {percent}: perhaps {len(self.groups)} sources"


def sources(coverage: Coverage, articles: Sequence[int], copies: Copies | None = None) -> Sources:
    """Group the articles that carry something by how far they overlap as a whole."""
    groups: list[list[int]] = []
    least: float | None = None
    known = (
        {(pair.one, pair.other): max(pair.one_in_other, pair.other_in_one) for pair in copies.kin}
        if copies
        else {}
    )
    for article in sorted(set(articles)):
        near: list[list[int]] = []
        for group in groups:
            shares = [_overlap(coverage, known, article, other) for other in group]
            if max(shares) >= ONE_SOURCE:
                near.append(group)
                least = max(shares) if least is None else min(least, max(shares))
        joined = sorted([article, *(other for group in near for other in group)])
        groups = [group for group in groups if group not in near] + [joined]
    return Sources(tuple(sorted(map(tuple, groups))), least, len(coverage.words))


def _overlap(coverage: Coverage, known: dict[tuple[int, int], float], one: int, other: int) -> float:
    shares = coverage.share(one, other) or 0.0, coverage.share(other, one) or 0.0
    return max(*shares, known.get((min(one, other), max(one, other)), 0.0))
