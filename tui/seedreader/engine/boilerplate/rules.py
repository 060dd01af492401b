"""The rules: what speaks for and against furniture, how much, and the decision."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.page import Place

def evidence(fact: LineFacts, place: Place, known: bool) -> dict[str, float]:
    """The features of a line that are not zero, by name."""
    length = fact.length
    short = length < 15
    outside = place.before > 0 or place.after > 0
    opening = fact.opening.phrase if fact.opening is not None else ""
    values: dict[str, float] = {
        "bias": 1.0,
        "whole phrase": fact.whole is not None,
        "opening phrase": short and " " in opening,
        "opening word": short and opening != "" and " " not in opening,
        "opening phrase of a long line": not short and " " in opening,
        "phrases in a short line": min(fact.inside, 3) if short else 0,
        "phrases in a long line": min(fact.inside, 4) if not short else 0,
        "no words": length == 0,
        "one or two words": 1 <= length <= 2,
        "three to five words": 3 <= length <= 5,
        "six to ten words": 6 <= length <= 10,
        "very long": length >= 45,
        "no end mark": fact.end == "",
        "question": fact.end == "?",
        "colon": fact.end == ":",
        "cut off": fact.end == "…",
        "capitals": fact.capitalised >= 0.75 and length >= 3,
        "mostly digits": fact.digit_share > 0.25,
        "date in a short line": fact.dated and short,
        "date in a long line": fact.dated and not short,
        "link": fact.link,
        "byline": fact.byline,
        "biography": fact.biography,
        "credit": fact.credit,
        "caption": fact.captioned,
        "quoted": fact.quoted,
        "you and we": fact.you > 0 and fact.we > 0,
        "we": fact.we > 0,
        "plea": fact.plea,
        "said twice": fact.said_twice,
        "before body": place.before > 0,
        "far before body": math.log1p(min(place.before, 30)),
        "after body": place.after > 0,
        "far after body": math.log1p(min(place.after, 30)),
        "prose near": place.prose_near,
        "over prose": place.prose_below,
        "sub-heading": not outside and place.prose_below and length <= 12 and not fact.hits and fact.end in ("", "?", ":"),
        "list item": fact.text[:1] in "•-–*·" and length > 2,
        "words of the body": place.shared,
        "headed": place.headed,
        "copy of a short line": place.copies > 1 and short,
        "copy of a long line": place.copies > 1 and not short,
    }
    return {name: float(value) for name, value in values.items() if value}
