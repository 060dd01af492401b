"""The rules: what speaks for and against furniture, how much, and the probability that comes of it.

The score of a line is a sum of weights of what can be said of it (``RULES``), then of how its neighbours
scored, and of the few things that settle the matter (a headline, a line known from other articles). The
logistic function makes a probability of it. The weights are a logistic regression's, rounded, where enough
labelled lines showed a feature, and set by hand where not.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.page import Place
from seedreader.engine.model import FurnitureKind

SHORT: Final = 15
VERY_LONG: Final = 45


@dataclass(frozen=True, slots=True)
class Rule:
    """A weight of a feature, and the words that tell the reader of it (none for what speaks for content).

    A rule about shape compares a line with how known languages look; it is left out where the language is
    unknown and the script is not Latin.
    """

    weight: float
    reason: str = ""
    shape: bool = True


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "any line": Rule(-1.2, shape=False),
        "unknown script": Rule(-0.8, shape=False),
        "page without prose": Rule(-1.5, shape=False),
        "whole phrase": Rule(1.7, "phrase", shape=False),
        "opening phrase": Rule(1.8, "phrase", shape=False),
        "opening word": Rule(2.0, "phrase", shape=False),
        "opening phrase of a long line": Rule(0.8, "phrase", shape=False),
        "phrases in a short line": Rule(1.0, "phrase", shape=False),
        "phrases in a long line": Rule(0.75, "phrase", shape=False),
        "biography": Rule(2.3, "tells who an author is", shape=False),
        "byline": Rule(0.5, "names the author", shape=False),
        "credit": Rule(2.2, "ends with a photo credit", shape=False),
        "caption": Rule(0.7, "reads like a caption: what is seen, and the day"),
        "said twice": Rule(2.0, "says the same twice", shape=False),
        "link": Rule(1.5, "holds a web or mail address", shape=False),
        "date in a short line": Rule(1.7, "short line with a date", shape=False),
        "date in a long line": Rule(1.0, "holds a date or a time of day"),
        "mostly digits": Rule(0.45, "mostly digits", shape=False),
        "plea": Rule(1.3, "tells the reader what to do"),
        "you and we": Rule(0.5, "speaks of “us” and “you”"),
        "we": Rule(0.25, "speaks of “us”"),
        "question": Rule(0.45, "asks a question"),
        "cut off": Rule(1.3, "is cut off with dots"),
        "one or two words": Rule(1.0, "only one or two words"),
        "no end mark": Rule(0.5, "does not end like a sentence"),
        "capitals": Rule(0.25, "capitals in every word"),
        "before body": Rule(1.2, "stands before the article begins"),
        "far before body": Rule(0.25, "stands long before the article begins"),
        "after body": Rule(1.2, "stands after the article ends"),
        "far after body": Rule(0.45, "stands long after the article ends"),
        "headed": Rule(2.2, "stands below a furniture heading", shape=False),
        "copy of a short line": Rule(0.5, "stands more than once on the page", shape=False),
        "copy of a long line": Rule(2.2, "stands more than once on the page", shape=False),
        "no words": Rule(-1.1, shape=False),
        "six to ten words": Rule(-0.3),
        "very long": Rule(-0.75),
        "colon": Rule(-1.0),
        "list item": Rule(-2.0),
        "quotation": Rule(-0.5, shape=False),
        "over prose": Rule(-0.4),
        "prose near": Rule(-0.6),
        "words of the body": Rule(-1.2),
    }
)

PHRASE_REASONS: Final[Mapping[FurnitureKind, str]] = MappingProxyType(
    {
        "navigation": "words of a menu or button",
        "share": "asks the reader to share",
        "promo": "asks the reader to subscribe, join or buy",
        "related": "leads to other articles",
        "caption": "words of a caption",
        "credit": "words of a photo or agency credit",
        "byline": "words of a byline",
        "dateline": "tells when it was published",
        "contact": "tells how to reach the newsroom",
        "comment": "belongs to the reader comments",
        "legal": "legal or privacy notice",
        "duplicate": "repeats",
    }
)

OWN_SHARE: Final = 0.75
NEIGHBOURS: Final = 2.25
NEIGHBOURS_REASON: Final = "the lines around it look like page furniture"
ELSEWHERE: Final = 4.0
ELSEWHERE_REASON: Final = "same line stands in other articles of the folder"
HEADLINE: Final = -7.0


def evidence(fact: LineFacts, place: Place, *, known: bool) -> dict[str, float]:
    """The features of a line that are not zero, by the name of their rule.

    ``known`` is false where the page's language is unknown and its script is not Latin.
    """
    length = fact.length
    short = length < SHORT
    opening = fact.opening.phrase if fact.opening is not None else ""
    phrase = " " in opening
    values: dict[str, float] = {
        "any line": 1,
        "unknown script": not known,
        "page without prose": place.bodiless,
        "whole phrase": fact.whole is not None,
        "opening phrase": short and phrase,
        "opening word": short and opening != "" and not phrase,
        "opening phrase of a long line": not short and phrase,
        "phrases in a short line": min(fact.inside, 3) if short else 0,
        "phrases in a long line": 0 if short else min(fact.inside, 4),
        "biography": fact.biography,
        "byline": fact.byline,
        "credit": fact.credit,
        "caption": fact.captioned,
        "said twice": fact.said_twice,
        "link": fact.link,
        "date in a short line": fact.dated and short,
        "date in a long line": fact.dated and not short,
        "mostly digits": fact.digit_share > 0.25,
        "plea": fact.plea,
        "you and we": fact.you > 0 and fact.we > 0,
        "we": fact.we > 0,
        "question": fact.end == "?",
        "cut off": fact.end == "…",
        "one or two words": 1 <= length <= 2 and fact.end == "",
        "quotation": fact.quoted and fact.end != "",
        "no end mark": fact.end == "",
        "capitals": fact.capitalised >= 0.75 and length >= 3,
        "before body": place.before > 0,
        "far before body": math.log1p(min(place.before, 30)),
        "after body": place.after > 0,
        "far after body": math.log1p(min(place.after, 30)),
        "headed": place.headed,
        "copy of a short line": place.copies > 1 and short,
        "copy of a long line": place.copies > 1 and not short,
        "no words": length == 0,
        "six to ten words": 6 <= length <= 10,
        "very long": length >= VERY_LONG,
        "colon": fact.end == ":" and fact.whole is None,
        "list item": fact.text[:1] in "•-–*·" and length > 2,
        "over prose": place.prose_below,
        "prose near": place.prose_near,
        "words of the body": place.shared,
    }
    return {
        name: float(value) for name, value in values.items() if value and (known or not RULES[name].shape)
    }


def own_score(features: Mapping[str, float]) -> float:
    """The sum of the weights of a line's features."""
    return sum(RULES[name].weight * value for name, value in features.items())


def probability(score: float) -> float:
    """The logistic function, in [0, 1]."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))


def neighbour_means(values: Sequence[float]) -> list[float]:
    """The mean of the two values on either side of each, 0.5 where there are none."""
    means: list[float] = []
    for index in range(len(values)):
        near = [*values[max(0, index - 2) : index], *values[index + 1 : index + 3]]
        means.append(sum(near) / len(near) if near else 0.5)
    return means


def final_score(own: float, near: float, *, headline: bool, recurs: bool) -> float:
    """The score of a line from its own, the mean probability of its neighbours, and what settles it."""
    score = OWN_SHARE * own + NEIGHBOURS * (near - 0.5)
    if headline:
        return score + HEADLINE
    return score + ELSEWHERE if recurs else score


def reasons(features: Mapping[str, float], fact: LineFacts, near: float, *, recurs: bool) -> tuple[str, ...]:
    """Up to four reasons for furniture in words, the strongest first."""
    found: dict[str, float] = {}
    if recurs:
        found[ELSEWHERE_REASON] = ELSEWHERE
    if near > 0.6:
        found[NEIGHBOURS_REASON] = NEIGHBOURS * (near - 0.5)
    for name, value in features.items():
        rule = RULES[name]
        if rule.weight <= 0 or not rule.reason:
            continue
        weight = OWN_SHARE * rule.weight * value
        if rule.reason != "phrase":
            found[rule.reason] = max(weight, found.get(rule.reason, 0.0))
            continue
        places = {
            "whole phrase": "whole",
            "phrases in a short line": "inside",
            "phrases in a long line": "inside",
        }
        place = places.get(name, "opening")
        for kind in dict.fromkeys(hit.kind for hit in fact.hits if hit.place == place):
            found[PHRASE_REASONS[kind]] = max(weight, found.get(PHRASE_REASONS[kind], 0.0))
    return tuple(sorted(found, key=lambda reason: -found[reason])[:4])
