"""Numbers in digits and words: 1,234, five, two dozen, 1.2 million, a third, 65th."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.conflicts.tokens import Token

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_SMALL = {word: value for value, word in enumerate([*_UNITS, *"seventeen eighteen nineteen twenty".split()])}
_TENS = {
    word: 10 * value
    for value, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
} | {"twenty": 20}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SCALES |= {"mln": 1e6, "bln": 1e9}
_ATTACHED = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2
    )
}
_PARTS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2}
_PARTS |= {"fifths": 0.2}
_CROWDS = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
CURRENCIES = frozenset("$€£¥₹₽")
"""Signs that stand before an amount of money."""


@dataclass(slots=True)
class Reading:
    """What was read of a number so far, and the token behind it."""

    low: float
    high: float
    next: int
    digits: bool = False
    ordinal: bool = False
    part: bool = False


def read(found: Sequence[Token], at: int, english: bool) -> Reading | None:
    """The number that begins at a token, if one does."""
    token = found[at]
    if token.kind == "number":
        return _digits(found, at, english)
    if not english or token.kind != "word":
        return None
    return _words(found, at)


def _digits(found: Sequence[Token], at: int, english: bool) -> Reading | None:
    value = number(found[at].text, english=english)
    if value is None:
        return None
    reading = Reading(value, value, at + 1, digits=True)
    behind = _glued(found, at)
    if behind and behind.low in ("st", "nd", "rd", "th"):
        reading.ordinal, reading.next = True, at + 2
        return reading
    money = at > 0 and found[at - 1].low in CURRENCIES
    if behind and english and (money or behind.low in ("bn", "mn", "tn")) and behind.low in _ATTACHED:
        reading.low = reading.high = value * _ATTACHED[behind.low]
        reading.next = at + 2
    elif behind and behind.kind == "word":
        return None
    scale = word_at(found, reading.next)
    if scale == "-":
        scale = word_at(found, reading.next + 1)
        if scale in _SCALES:
            reading.next += 1
    if english and scale in _SCALES:
        reading.low = reading.high = reading.low * _SCALES[scale]
        reading.next += 1
    return reading


def number(text: str, *, english: bool) -> float | None:
    """The value of digits; ``None`` for clock times, versions, and where a mark can be read in two ways."""
    if ":" in text:
        return None
    if english:
        groups = text.split(",")
        if len(groups) > 1 and not all(len(group.split(".")[0]) == 3 for group in groups[1:]):
            return None
        plain = text.replace(",", "")
        return float(plain) if plain.count(".") < 2 else None
    if not {".", ","} & set(text):
        return float(text)
    groups = text.replace(",", ".").split(".")
    if all(len(group) == 3 for group in groups[1:]):
        return float("".join(groups)) if "," not in text and groups[0] != "0" else None
    return float(".".join(groups)) if len(groups) == 2 else None


def _glued(found: Sequence[Token], at: int) -> Token | None:
    """The token that stands right behind without a blank."""
    if at + 1 < len(found) and found[at + 1].start == found[at].end:
        return found[at + 1]
    return None


def word_at(found: Sequence[Token], at: int) -> str:
    """The folded word or mark at a place; nothing outside the text."""
    return found[at].low if 0 <= at < len(found) else ""


def _words(found: Sequence[Token], at: int) -> Reading | None:
    low = found[at].low
    if low in _CROWDS:
        if word_at(found, at + 1) == "of" and word_at(found, at + 2) in _CROWDS:
            return None
        return Reading(_CROWDS[low], 50 * _CROWDS[low], at + 1)
    if low in _ORDINALS and word_at(found, at - 1) not in _TENS:
        return Reading(_ORDINALS[low], _ORDINALS[low], at + 1, ordinal=True)
    if (
        low == "half"
        and word_at(found, at + 1) == "a"
        and word_at(found, at + 2) in ("dozen", "million", "billion")
    ):
        value = _SCALES[word_at(found, at + 2)] / 2
        return Reading(value, value, at + 3)
    if low in ("half", "quarter") and word_at(found, at + 1) in ("of", "the"):
        return Reading(_PARTS[low], _PARTS[low], at + 1, part=True)
    if low == "a" and word_at(found, at + 1) in (*_SCALES, "third", "quarter", "fifth"):
        next_low = word_at(found, at + 1)
        if next_low in _SCALES:
            return _scaled(found, 1.0, at + 1)
        if word_at(found, at + 2) != "of":
            return None
        return Reading(_PARTS[next_low], _PARTS[next_low], at + 2, part=True)
    if low in _TENS or low in _SMALL:
        value = float(_TENS.get(low, _SMALL.get(low, 0)))
        after = at + 1
        if (
            low in _TENS
            and word_at(found, after) == "-"
            and 0 < _SMALL.get(word_at(found, after + 1), 0) < 10
        ):
            value += _SMALL[word_at(found, after + 1)]
            after += 2
        for hyphen in (0, 1):
            if (
                word_at(found, after + hyphen) in _PARTS
                and value < 10
                and (hyphen == 0 or word_at(found, after) == "-")
            ):
                value *= _PARTS[word_at(found, after + hyphen)]
                return Reading(value, value, after + hyphen + 1, part=True)
        if value == 1 and word_at(found, after) not in _SCALES:
            return (
                None
                if word_at(found, after) in ("of", "another", "who", "that", "is", "was")
                else Reading(1, 1, after)
            )
        return _scaled(found, value, after)
    return None


def _scaled(found: Sequence[Token], value: float, at: int) -> Reading:
    while word_at(found, at) in _SCALES:
        value *= _SCALES[word_at(found, at)]
        at += 1
    return Reading(value, value, at)
