"""Numbers of a wording with their bounds and units: "nearly two dozen people", "$1.2 billion", "a five-day war"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seedreader.engine.conflicts.numerals import CURRENCIES, Reading, read, word_at
from seedreader.engine.conflicts.tokens import Token

Sort = Literal["count", "percent", "money", "ordinal", "score", "label", "part"]

_MONEY = {"dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "pounds": "£", "usd": "$", "yen": "¥"}
_ABOVE = frozenset("more than|over|at least|above|exceeding|exceeded|upwards of|beyond|past".split("|"))
_BELOW = frozenset(
    "less than|fewer than|under|below|up to|at most|no more than|not more than|as many as|as much as|within".split(
        "|"
    )
)
_ABOUT = frozenset(
    "nearly|almost|close to|just under|just over|just above|a little over|about|around|approximately|roughly|some"
    "|estimated|circa|possibly|perhaps|maybe|likely|between".split("|")
)
_LEADS = _ABOVE | _BELOW | _ABOUT
_REACH = 3
_FARTHEST = 7
_HIGHEST_SCORE = 300
_BEFORE_UNIT = frozenset("of the his her its their u.s.".split())
_LOOSE = frozenset(
    "more new other additional further long strong total entire least most major different separate former".split()
)
_NO_UNIT = _LOOSE | frozenset("of or and to in on at by for from with".split())
_FEWER = frozenset("fewer less lost".split())
_STEPS = frozenset("more new other others another additional further extra first last next".split())

_STOPS = frozenset(
    "is are was were be been has have had will would could can may might that who which as".split()
)
_CLOCK = frozenset("am pm a.m. p.m. a.m p.m oclock o'clock gmt et est".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as told: the range of values it leaves open, and the stems of the nouns it may count.

    ``first`` and ``last`` are the tokens it is made of; ``told`` is the number itself. ``bound`` is how words bound or
    round it: ``>``, ``<``, ``~``. ``of`` is the stem of what a percentage or part is one of, ``step`` how it is
    told as a change or a rest: ``+`` for six more and the other two, ``-`` for 500 fewer.
    """

    first: int
    last: int
    low: float
    high: float
    sort: Sort
    units: tuple[tuple[str, int], ...]
    told: float
    bound: str = ""
    of: str = ""
    step: str = ""


def quantities(found: Sequence[Token], *, english: bool, taken: frozenset[int]) -> tuple[Quantity, ...]:
    """The quantities among tokens; ``taken`` are tokens that belong to dates."""
    made: list[Quantity] = []
    at = 0
    while at < len(found):
        if at in taken or (reading := read(found, at, english)) is None:
            at += 1
            continue
        quantity = _made(found, at, reading, english)
        if quantity is not None:
            made.append(quantity)
        at = reading.next
    return tuple(made)


def _made(found: Sequence[Token], first: int, reading: Reading, english: bool) -> Quantity | None:
    low, high = reading.low, reading.high
    sort: Sort = "ordinal" if reading.ordinal else "part" if reading.part else "count"
    other = _range(found, reading.next, english) if sort == "count" else None
    if other is not None and other.low >= low:
        low, high = sorted((_shared_scale(low, other.low), other.high))
        reading.next = other.next
    elif other is not None and word_at(found, reading.next) in ("-", "–"):
        reading.next = other.next
        return _score(found, first, other.next, low, other.low)
    at = reading.next
    currency = word_at(found, first - 1) if word_at(found, first - 1) in CURRENCIES else ""
    start = first - 1 if currency else first
    if word_at(found, first - 1) in ("#", "/") or word_at(found, at) in ("/", "°", *_CLOCK):
        return None
    plus = word_at(found, at) == "+" or (word_at(found, at), word_at(found, at + 1)) == ("-", "plus")
    lead = _lead(found, start) if english else ""
    bound = ">" if plus or lead in _ABOVE else "<" if lead in _BELOW else "~" if lead else ""
    told = high
    low, high = _bounded(low, high, bound)
    money, percent = currency or _MONEY.get(word_at(found, at), ""), _percent(found, at)
    if money:
        last = at - 1 if currency else at
        return Quantity(start, last, low, high, "money", ((money, at - 1),), told, bound)
    if percent:
        of = _of(found, percent + 1)
        return Quantity(start, percent, low, high, "percent", (("%", percent),), told, bound, of)
    units = _units(found, at)
    if not units or (english and reading.digits and _labels(found, first)):
        return _label(found, start, at, low, high)
    of = units[-1][0] if sort == "part" else ""
    return Quantity(start, at - 1, low, high, sort, units, told, bound, of, _step(found, start, at))


def _range(found: Sequence[Token], at: int, english: bool) -> Reading | None:
    """The second number of "10-15", "10 to 15", "10 or 15"; "from 10 to 15" is a change."""
    joins = word_at(found, at)
    if joins == "to" and word_at(found, at - 2) == "from":
        return None
    if joins in ("-", "–", "to", "or") or (joins == "and" and word_at(found, at - 2) == "between"):
        behind = at + 1 if word_at(found, at + 1) not in CURRENCIES else at + 2
        other = read(found, behind, english) if behind < len(found) else None
        return None if other is None or other.ordinal or other.part else other
    return None


def _shared_scale(low: float, high: float) -> float:
    """The lower end with the scale of the upper one: 1 in "1 to 2 million"."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if high >= scale > low and low < 1000:
            return low * scale
    return low


def _score(found: Sequence[Token], first: int, at: int, one: float, other: float) -> Quantity | None:
    if max(one, other) > _HIGHEST_SCORE:
        return None
    value = one * 1000 + other
    return Quantity(first, at - 1, value, value, "score", (("score", at - 1), *_units(found, at)), value)


def _lead(found: Sequence[Token], first: int) -> str:
    """The words in front that bound or round a number."""
    before = [found[at].low for at in range(max(0, first - 3), first)]
    for length in (3, 2, 1):
        told = " ".join(before[-length:]) if len(before) >= length else ""
        if told in _LEADS:
            return told
    return ""


def _bounded(low: float, high: float, bound: str) -> tuple[float, float]:
    if bound == ">":
        return low, 2 * high
    if bound == "<":
        return 0.4 * low, high
    return (0.85 * low, 1.15 * high) if bound else (low, high)


def _step(found: Sequence[Token], first: int, at: int) -> str:
    """How words next to a number tell that it is added or left over, ``+``, or taken away, ``-``."""
    near = {word_at(found, place) for place in (first - 1, at, at + 1)}
    return "-" if near & _FEWER else "+" if near & _STEPS else ""


def _of(found: Sequence[Token], at: int) -> str:
    """The stem of the noun in "of the voters" behind a percentage."""
    if word_at(found, at) != "of":
        return ""
    units = _units(found, at)
    return units[-1][0] if units else ""


def _percent(found: Sequence[Token], at: int) -> int:
    """The last token of a percent sign or word behind a number; 0 if there is none."""
    if word_at(found, at) == "-":
        at += 1
    if word_at(found, at) in ("%", "percent", "pct"):
        return at
    return at + 1 if (word_at(found, at), word_at(found, at + 1)) == ("per", "cent") else 0


def _units(found: Sequence[Token], at: int) -> tuple[tuple[str, int], ...]:
    """Stems of the nouns that a number in front may count, the nearest first, each with its token."""
    made: list[tuple[str, int]] = []
    for place in range(at, min(at + _FARTHEST, len(found))):
        token = found[place]
        if token.kind == "mark" and token.low == "-" and _tight(found, place):
            continue
        if token.kind != "word" or token.low in _STOPS or len(made) == _REACH:
            break
        if token.content and token.low not in _NO_UNIT:
            made.append((token.stem, place))
        elif made or token.low not in _BEFORE_UNIT | _LOOSE:
            break
    return tuple(made)


def _tight(found: Sequence[Token], at: int) -> bool:
    return found[at].start == found[at - 1].end


def _labels(found: Sequence[Token], first: int) -> bool:
    """Whether the word in front makes a number a name: Flight 93, Fortune 500."""
    return (
        first > 0
        and found[first - 1].capital
        and found[first - 1].content
        and found[first - 1].end + 2 > found[first].start
    )


def _label(found: Sequence[Token], first: int, at: int, low: float, high: float) -> Quantity:
    """A number that names something, Flight 93, or counts what is not told."""
    if first and found[first - 1].capital and found[first - 1].content and low == high and first + 1 == at:
        return Quantity(first, at - 1, low, high, "label", ((found[first - 1].stem, at - 1),), low)
    return Quantity(first, at - 1, low, high, "count", (), low)
