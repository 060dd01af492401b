"""What can be said of a line by the lines around it: where the body runs, what repeats, what heads a list."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts

NEAR: Final = 3
_HEADED_REACH: Final = 12
_HEADLINE_WORDS: Final = range(4, 31)
_NOT_IN_BODY: Final = -0.35
_LONG_WORD: Final = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A line seen among its neighbours; empty lines do not count as neighbours.

    ``before`` and ``after`` are how many lines the line stands before or after the body, 0 inside it and on a
    page without prose (``bodiless``). ``prose_near`` is the share of prose in the three lines on either side.
    ``shared`` is the share of its long words that other prose of the page uses too. ``headed`` is true below
    a line like "Most read", until the body goes on. ``copies`` counts the lines with the same text, whatever
    its case, itself included; ``copied_before`` is true for all but the first.
    """

    before: int
    after: int
    bodiless: bool
    prose_near: float
    prose_below: bool
    shared: float
    headed: bool
    copies: int
    copied_before: bool
    headline: bool


def place_lines(facts: Sequence[LineFacts], title: str | None) -> list[Place]:
    """Looks at all lines of a page, empty ones left out; linear in its length."""
    prose = [fact.prose for fact in facts]
    start, end = body(facts)
    bodiless = start == end
    if bodiless:
        end = len(facts)
    near = list(accumulate((int(flag) for flag in prose), initial=0))
    spread = _spread(facts)
    headed = _headed(facts)
    texts = [fact.text.casefold() for fact in facts]
    copies = Counter(texts)
    seen: set[str] = set()
    shared = [_shared(fact, spread) for fact in facts]
    headline = _headline(facts, shared, start, title)
    places: list[Place] = []
    for index in range(len(facts)):
        low, high = max(0, index - NEAR), min(len(facts), index + NEAR + 1)
        places.append(
            Place(
                before=max(0, start - index),
                after=max(0, index - end + 1),
                bodiless=bodiless,
                prose_near=(near[high] - near[low] - prose[index]) / max(1, high - low - 1),
                prose_below=index + 1 < len(facts) and prose[index + 1],
                shared=shared[index],
                headed=headed[index],
                copies=copies[texts[index]],
                copied_before=texts[index] in seen,
                headline=index == headline,
            )
        )
        seen.add(texts[index])
    return places


def body(facts: Sequence[LineFacts]) -> tuple[int, int]:
    """The stretch of lines, end exclusive, where most of the prose runs; empty at 0 without prose.

    The stretch with the greatest sum of line weights (Kadane's algorithm): prose weighs by its length, any
    other line a little less than nothing, furniture phrases more so.
    """
    best, best_start, best_end = 0.0, 0, 0
    total, start = 0.0, 0
    for index, fact in enumerate(facts):
        if fact.prose and fact.inside < 2:
            weight = min(fact.length, 60) / 25 + 0.3
        else:
            weight = _NOT_IN_BODY * (1 + 2 * bool(fact.hits))
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, best_start, best_end = total, start, index + 1
    return best_start, best_end


def _spread(facts: Sequence[LineFacts]) -> Counter[str]:
    spread: Counter[str] = Counter()
    for fact in facts:
        if fact.prose:
            spread.update({word for word in fact.words if len(word) >= _LONG_WORD})
    return spread


def _shared(fact: LineFacts, spread: Counter[str]) -> float:
    long_words = {word for word in fact.words if len(word) >= _LONG_WORD}
    if not long_words:
        return 0.0
    own = 1 if fact.prose else 0
    return sum(spread[word] > own for word in long_words) / len(long_words)


def _headed(facts: Sequence[LineFacts]) -> list[bool]:
    headed = [False] * len(facts)
    left = 0
    for index, fact in enumerate(facts):
        if fact.prose:
            left = 0
        headed[index] = left > 0
        left -= 1
        hit = fact.whole or (fact.opening if fact.length <= 8 and fact.end in ("", ":") else None)
        if hit is not None and hit.kind in ("related", "comment", "promo", "navigation"):
            left = _HEADED_REACH
    return headed


def _headline(
    facts: Sequence[LineFacts], shared: Sequence[float], start: int, title: str | None
) -> int | None:
    if title is not None and title.strip():
        wanted = title.split()
        for index, fact in enumerate(facts):
            if fact.text.split() == wanted:
                return index
    best, best_index = 0.0, None
    for index in range(min(start + 1, len(facts))):
        fact = facts[index]
        if fact.length not in _HEADLINE_WORDS or fact.prose or fact.end == "." or fact.whole:
            continue
        if fact.byline or fact.dated or fact.credit or (fact.hits and fact.length < 8):
            continue
        merit = shared[index] * math.log(fact.length)
        if shared[index] >= 0.4 and merit > best:
            best, best_index = merit, index
    return best_index
