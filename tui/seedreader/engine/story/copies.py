"""Copies and versions among many articles: which pairs, from which to which, and why it is thought so.

The evidence is cheap: runs of words two articles share, found through an index, so that no sentences need to be lined
up and time and memory grow with the number of articles. What is freely reworded throughout is not found here.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from seedreader.engine.story import rare
from seedreader.engine.story.kinship import Kin, Share, kin, share
from seedreader.engine.story.prints import Print

LEAST_SHARED: Final = 4
"""Runs two articles must share to be looked at."""

MOST_MARKS: Final = 2_000_000
"""Runs that are indexed; of more only every n-th is, chosen by its number."""

COVERED: Final = 0.75
"""Share of a merged article that its two sources have together."""

PART: Final = 0.12
"""The least that each of two sources has of it for itself."""

WHOLE: Final = 0.85
"""Share from which on one source alone explains an article, and the most of a source that was merged into one."""

TWICE: Final = 0.08
"""The most of a merged article that both sources may have."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are versions of one text, directly or through each other, in order; ``kin`` are their pairs."""

    articles: tuple[int, ...]
    kin: tuple[Kin, ...]


@dataclass(frozen=True)
class Copies:
    """What was found: all pairs in order, and the groups they make, the largest first."""

    kin: tuple[Kin, ...]
    groups: tuple[Group, ...]

    def of(self, article: int) -> tuple[Kin, ...]:
        """The pairs an article is in."""
        return tuple(pair for pair in self.kin if article in (pair.one, pair.other))

    def between(self, one: int, other: int) -> Kin | None:
        """How two articles are kin, if they are."""
        return self._by_pair.get((min(one, other), max(one, other)))

    @cached_property
    def _by_pair(self) -> Mapping[tuple[int, int], Kin]:
        return {(pair.one, pair.other): pair for pair in self.kin}

    def sources(self, article: int) -> tuple[Kin, ...]:
        """The pairs in which an article was made from the other one, the likeliest source first."""
        mine = [pair for pair in self.kin if pair.derived == article]
        return tuple(
            sorted(
                mine, key=lambda pair: (pair.reason != "merged from two", -pair.closeness, pair.source or 0)
            )
        )


def _likeliest(pair: Kin) -> tuple[bool, float, int]:
    return pair.reason != "merged from two", -pair.closeness, pair.source or 0


def find(prints: Sequence[Print], step: Callable[[int], bool] = lambda done: True) -> Copies | None:
    """Find the copies and versions among articles.

    Articles with the same whole text stand for each other: only the first of them is compared with others, the
    rest are exact copies of it. ``step`` is called with the number of articles done and stops the work by returning
    ``False``: then there is no result.
    """
    twins: dict[int, int] = {}
    first = [twins.setdefault(print_.whole, at) if print_.words else at for at, print_ in enumerate(prints)]
    found = [Kin(first[at], at, "exact copy", 1.0, 1.0) for at in range(len(prints)) if first[at] != at]
    single = [at for at in range(len(prints)) if first[at] == at]
    every = max(1, -(-sum(len(prints[at].marks) for at in single) // MOST_MARKS))
    marks = [{run for run in prints[at].marks if run % every == 0} for at in single]
    shares: dict[tuple[int, int], tuple[Share, Share]] = {}
    least = LEAST_SHARED if every == 1 else 1
    for item, shared in rare.partners(marks):
        if not step(item):
            return None
        mine = single[item]
        whole = frozenset(prints[mine].runs)
        for near in sorted(other for other, count in shared.items() if count >= least):
            theirs = single[near]
            pair = (
                share(prints[theirs], whole),
                share(prints[mine], frozenset(prints[theirs].runs)),
            )
            one = kin((theirs, mine), (prints[theirs], prints[mine]), pair)
            if one is not None:
                found.append(one)
                shares[theirs, mine] = pair
    kept = tuple(sorted(_merged(found, shares, prints), key=lambda pair: (pair.one, pair.other)))
    return Copies(kept, _groups(kept))


def _merged(
    found: Sequence[Kin], shares: Mapping[tuple[int, int], tuple[Share, Share]], prints: Sequence[Print]
) -> list[Kin]:
    """The pairs, those told anew in which one article was made of two others."""
    near: defaultdict[int, list[tuple[int, Share, Share]]] = defaultdict(list)
    derived = {(pair.derived, pair.source) for pair in found if pair.source is not None}
    for (one, other), (mine, theirs) in shares.items():
        near[one].append((other, mine, theirs))
        near[other].append((one, theirs, mine))
    sources: set[tuple[int, int]] = set()
    for article, others in near.items():
        # What was made from the article, or has all of it, is no part it was put together from.
        parts = [
            (other, mine)
            for other, mine, theirs in others
            if (other, article) not in derived and theirs.words <= WHOLE and mine.words >= PART
        ]
        if len(parts) > 1 and max(mine.words for _, mine, _ in others) < WHOLE:
            sources.update((article, other) for other in _two(prints[article], parts))
    result: list[Kin] = []
    for pair in found:
        told = pair
        for article, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if (article, other) in sources and (other, article) not in sources:
                told = replace(pair, reason="merged from two", source=other)
        result.append(told)
    return result


def _two(article: Print, parts: Sequence[tuple[int, Share]]) -> tuple[int, ...]:
    """The two sources an article was put together from, if two are enough and each has its own part."""
    ordered = sorted(parts, key=lambda part: (-part[1].words, part[0]))
    first, mine = ordered[0]
    have = {line.sentence for line in mine.found}
    best: tuple[float, int] | None = None
    for other, theirs in ordered[1:]:
        both = sum(line.words for line in theirs.found if line.sentence in have) / article.words
        own = theirs.words - both
        if own >= PART and both <= TWICE and (best is None or own > best[0]):
            best = own, other
    if best is None or mine.words + best[0] < COVERED:
        return ()
    return first, best[1]


def _groups(found: Sequence[Kin]) -> tuple[Group, ...]:
    """Versions of one text put together; a pair that only shares passages makes a group of its own."""
    top: dict[int, int] = {}

    def root(article: int) -> int:
        while top.setdefault(article, article) != article:
            top[article] = top[top[article]]
            article = top[article]
        return article

    for pair in found:
        if pair.is_version:
            one, other = sorted((root(pair.one), root(pair.other)))
            top[other] = one
    together: defaultdict[tuple[int, ...], list[Kin]] = defaultdict(list)
    for pair in found:
        inside = pair.is_version or (
            pair.one in top and pair.other in top and root(pair.one) == root(pair.other)
        )
        together[(root(pair.one),) if inside else (pair.one, pair.other)].append(pair)
    made = [
        Group(tuple(sorted({at for pair in pairs for at in (pair.one, pair.other)})), tuple(pairs))
        for pairs in together.values()
    ]
    return tuple(
        sorted(made, key=lambda group: (not group.kin[0].is_version, -len(group.articles), group.articles))
    )
