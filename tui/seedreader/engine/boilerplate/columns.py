"""The table the trees read: one row of numbers for each line of a page.

A column speaks of the line itself, of its place, of its neighbours, or of the *wording* (``wording.Wording``)
around it. Windows leave out the line in their middle; where there is no neighbour, ``NOBODY`` stands.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.look import Look
from seedreader.engine.boilerplate.page import Place, body
from seedreader.engine.model import FurnitureKind

NOBODY: Final = -9.0
_LONG: Final = 60
_LANGUAGES: Final[Mapping[str, float]] = {"": 0.0, "en": 2.0}
_ENDS: Final[Mapping[str, int]] = {"": -1, ".": 0, "!": 1, "?": 2, "…": 3, ":": 4}


def table(seen: Look, wording: Sequence[float]) -> dict[str, list[float]]:
    """All columns of a page by name, each with one value for each line; linear in the number of lines.

    ``wording`` are the scores of the lines' words.
    """
    columns = _of_lines(seen) | _of_places(seen.facts, seen.places)
    columns |= _of_neighbours(columns) | _of_wording(wording, seen.facts)
    return columns


def rows(columns: Mapping[str, Sequence[float]], names: Sequence[str]) -> list[tuple[float, ...]]:
    """The rows of a table, with the named columns in the order of their names."""
    return list(zip(*(columns[name] for name in names), strict=True))


def _of_lines(seen: Look) -> dict[str, list[float]]:
    facts = seen.facts

    def inside(kind: FurnitureKind) -> list[float]:
        return [float(any(span.kind == kind for span in spans)) for spans in seen.spans]

    def column(values: Sequence[float]) -> list[float]:
        return [float(value) for value in values]

    return {
        "words": column([fact.length for fact in facts]),
        "letters": column([fact.letters for fact in facts]),
        "end": column([_ENDS.get(fact.end, 0) for fact in facts]),
        "marks": column([fact.mark_share for fact in facts]),
        "capitalised": column([fact.capitalised for fact in facts]),
        "upper": column([fact.upper_share for fact in facts]),
        "commas": column([fact.comma_share for fact in facts]),
        "digits": column([fact.digit_share for fact in facts]),
        "stop words": column([fact.stop_share for fact in facts]),
        "third person": column([fact.he_share for fact in facts]),
        "prose": column([fact.prose for fact in facts]),
        "phrases": column([len(fact.hits) for fact in facts]),
        "whole phrase": column([fact.whole is not None for fact in facts]),
        "opening phrase": column([fact.opening is not None for fact in facts]),
        "speech": column([fact.speech for fact in facts]),
        "quotation": column([fact.quoted and fact.end != "" for fact in facts]),
        "credit": column([fact.credit for fact in facts]),
        "byline": column([fact.byline for fact in facts]),
        "biography": column([fact.biography for fact in facts]),
        "caption": column([fact.captioned for fact in facts]),
        "date": column([fact.dated for fact in facts]),
        "link": column([fact.link for fact in facts]),
        "separators": column([fact.separators for fact in facts]),
        "plea": column([fact.plea for fact in facts]),
        "said twice": column([fact.said_twice for fact in facts]),
        "we": column([fact.we for fact in facts]),
        "you": column([fact.you for fact in facts]),
        "list item": column([fact.text[:1] in "•-–*·" and fact.length > 2 for fact in facts]),
        "credit inside": inside("credit"),
        "copy inside": inside("duplicate"),
        "language": [_LANGUAGES.get(seen.language, 1.0)] * len(facts),
    }


def _of_places(facts: Sequence[LineFacts], places: Sequence[Place]) -> dict[str, list[float]]:
    size = len(facts)
    start, end = body(facts)
    lengths = [fact.length for fact in facts]
    total = max(1, sum(lengths))
    before = list(accumulate(lengths, initial=0))[:size]

    def column(values: Sequence[float]) -> list[float]:
        return [float(value) for value in values]

    return {
        "line": column(range(size)),
        "lines": [float(size)] * size,
        "place": [index / max(1, size - 1) for index in range(size)],
        "words before": [words / total for words in before],
        "body lines": [(end - start) / max(1, size)] * size,
        "body words": [sum(lengths[start:end]) / total] * size,
        "prose lines": [sum(fact.prose for fact in facts) / max(1, size)] * size,
        "before body": column([place.before for place in places]),
        "after body": column([place.after for place in places]),
        "no body": column([place.bodiless for place in places]),
        "prose above": column([place.prose_above for place in places]),
        "prose ahead": column([place.prose_ahead for place in places]),
        "prose near": column([place.prose_near for place in places]),
        "shared": column([place.shared for place in places]),
        "shared with body": column([place.shared_with_body for place in places]),
        "shared with headline": column([place.shared_with_headline for place in places]),
        "rare shared with body": column([place.shared_weighted for place in places]),
        "headed": column([place.headed for place in places]),
        "since heading": column([place.since_heading for place in places]),
        "copies": column([place.copies for place in places]),
        "copied before": column([place.copied_before for place in places]),
        "same opening": column([place.same_opening for place in places]),
    }


def _of_neighbours(columns: Mapping[str, Sequence[float]]) -> dict[str, list[float]]:
    lengths = [min(_LONG, value) for value in columns["words"]]
    phrases = [min(1.0, value) for value in columns["phrases"]]
    result = {
        f"{name} of {where} line": _shifted(columns[name], step)
        for name in ("words", "end", "capitalised", "shared")
        for where, step in (("last", -1), ("next", 1))
    }
    for reach in (5, 10):
        result[f"prose within {reach}"] = _means(columns["prose"], reach)
        result[f"words within {reach}"] = _means(lengths, reach)
        result[f"phrases within {reach}"] = _means(phrases, reach)
    result["speech within 10"] = _means(columns["speech"], 10)
    result["dates within 10"] = _means(columns["date"], 10)
    return result


def _of_wording(wording: Sequence[float], facts: Sequence[LineFacts]) -> dict[str, list[float]]:
    size = len(wording)
    total = sum(wording)
    above = list(accumulate(wording, initial=0.0))
    start, end = _body_by_wording(wording, facts)
    return {
        "wording": list(wording),
        "wording of last line": _shifted(wording, -1),
        "wording of next line": _shifted(wording, 1),
        "wording within 2": _means(wording, 2),
        "wording within 5": _means(wording, 5),
        "wording within 10": _means(wording, 10),
        "wording of page": [total / max(1, size)] * size,
        "wording above": [above[index] / max(1, index) for index in range(size)],
        "wording below": [(total - above[index + 1]) / max(1, size - 1 - index) for index in range(size)],
        "before body by wording": [float(max(0, start - index)) for index in range(size)],
        "after body by wording": [float(max(0, index - end + 1)) for index in range(size)],
        "body by wording": [float(end - start)] * size,
    }


def _body_by_wording(wording: Sequence[float], facts: Sequence[LineFacts]) -> tuple[int, int]:
    """The stretch, end exclusive, where the words sound least like furniture; longer lines weigh more."""
    best, best_start, best_end = 0.0, 0, 0
    total, start = 0.0, 0
    for index, (score, fact) in enumerate(zip(wording, facts, strict=True)):
        if total <= 0:
            total, start = 0.0, index
        total -= max(-1.0, min(1.0, score / 2)) * math.sqrt(min(fact.length, _LONG) + 0.5)
        if total > best:
            best, best_start, best_end = total, start, index + 1
    return best_start, best_end


def _shifted(values: Sequence[float], step: int) -> list[float]:
    size = len(values)
    return [values[index + step] if 0 <= index + step < size else NOBODY for index in range(size)]


def _means(values: Sequence[float], reach: int) -> list[float]:
    """The mean of up to ``reach`` values on either side of each."""
    size = len(values)
    sums = list(accumulate(values, initial=0.0))
    means: list[float] = []
    for index in range(size):
        low, high = max(0, index - reach), min(size, index + reach + 1)
        count = high - low - 1
        means.append((sums[high] - sums[low] - values[index]) / count if count else NOBODY)
    return means
