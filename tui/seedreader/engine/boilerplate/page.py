"""What can be said of a line by the lines around it: where the body runs, what repeats, what heads a list."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.language import unspaced

NEAR: Final = 3
FAR: Final = 99
_LONGEST_SINCE: Final = 50
_HEADED_REACH: Final = 12
_HEADLINE_WORDS: Final = range(4, 31)
_NOT_IN_BODY: Final = -0.35
_LONG_WORD: Final = 4
_HEADING_KINDS: Final = ("related", "comment", "promo", "navigation")


@dataclass(frozen=True, slots=True)
class Place:
    """A line seen among its neighbours; empty lines do not count as neighbours.

    ``before`` and ``after`` are how many lines the line stands before or after the body, 0 inside it and on a
    page without prose (``bodiless``). ``prose_near`` is the share of prose in the three lines on either side.
    ``shared`` is the share of its long words that other prose of the page uses too, ``shared_with_body`` that
    other prose of the body uses, ``shared_weighted`` the same with rare words weighing more, and
    ``shared_with_headline`` that of the headline, 0 for itself. ``headed`` is true below a line like "Most read",
    until the body goes on; ``since_heading`` are the lines since any such line.
    ``prose_above`` and ``prose_ahead`` are the distances to the next prose, ``FAR`` where there is none.
    ``copies`` counts the lines with the same text, whatever its case, itself included; ``copied_before`` is
    true for all but the first; ``same_opening`` counts the lines with the same first three words.
    """

    before: int
    after: int
    bodiless: bool
    prose_near: float
    prose_below: bool
    shared: float
    shared_with_body: float
    shared_weighted: float
    shared_with_headline: float
    headed: bool
    since_heading: int
    prose_above: int
    prose_ahead: int
    copies: int
    copied_before: bool
    same_opening: int
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
    of_body = _spread(facts[start:end])
    ahead = _distances([fact.prose for fact in reversed(facts)])[::-1]
    above = _distances(prose)
    since = _since_heading(facts)
    openings = Counter(fact.words[:3] for fact in facts if len(fact.words) >= 3)
    headline = _headline(facts, shared, start, title)
    said = _long_words(facts[headline]) if headline is not None else set()
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
                shared_with_body=_shared(facts[index], of_body, inside=start <= index < end),
                shared_weighted=_shared_weighted(facts[index], of_body, spread, inside=start <= index < end),
                shared_with_headline=_share(facts[index], said) if index != headline else 0.0,
                headed=headed[index],
                since_heading=since[index],
                prose_above=above[index],
                prose_ahead=ahead[index],
                same_opening=openings[facts[index].words[:3]],
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


def _long_words(fact: LineFacts) -> set[str]:
    return {word for word in fact.words if len(word) >= _LONG_WORD or unspaced(word)}


def _spread(facts: Sequence[LineFacts]) -> Counter[str]:
    spread: Counter[str] = Counter()
    for fact in facts:
        if fact.prose:
            spread.update(_long_words(fact))
    return spread


def _shared(fact: LineFacts, spread: Counter[str], *, inside: bool = True) -> float:
    long_words = _long_words(fact)
    if not long_words:
        return 0.0
    own = int(fact.prose and inside)
    return sum(spread[word] > own for word in long_words) / len(long_words)


def _share(fact: LineFacts, known: set[str]) -> float:
    long_words = _long_words(fact)
    return len(long_words & known) / len(long_words) if long_words else 0.0


def _shared_weighted(fact: LineFacts, of_body: Counter[str], spread: Counter[str], *, inside: bool) -> float:
    own = int(fact.prose and inside)
    total = common = 0.0
    for word in sorted(_long_words(fact)):
        weight = 1 / max(1, spread[word])
        total += weight
        if of_body[word] > own:
            common += weight
    return common / total if total else 0.0


def _distances(prose: Sequence[bool]) -> list[int]:
    """How many lines ago the last prose stood, before each line."""
    distances: list[int] = []
    last: int | None = None
    for index, flag in enumerate(prose):
        distances.append(FAR if last is None else min(FAR, index - last))
        if flag:
            last = index
    return distances


def _since_heading(facts: Sequence[LineFacts]) -> list[int]:
    since: list[int] = []
    count = _LONGEST_SINCE
    for fact in facts:
        since.append(min(count, _LONGEST_SINCE))
        count += 1
        if fact.whole is not None and fact.whole.kind in _HEADING_KINDS:
            count = 1
    return since


def _headed(facts: Sequence[LineFacts]) -> list[bool]:
    headed = [False] * len(facts)
    left = 0
    for index, fact in enumerate(facts):
        if fact.prose:
            left = 0
        headed[index] = left > 0
        left -= 1
        hit = fact.whole or (fact.opening if fact.length <= 8 and fact.end in ("", ":") else None)
        if hit is not None and hit.kind in _HEADING_KINDS:
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
