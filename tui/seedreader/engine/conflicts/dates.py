"""Days, months and years a wording tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seedreader.engine.conflicts.tokens import Token

DateKind = Literal["weekday", "day", "month", "year"]

_WEEKDAYS = {
    name: value
    for value, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTHS = {
    name: value
    for value, names in enumerate(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct"
        " november|nov december|dec".split(),
        start=1,
    )
    for name in names.split("|")
}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_DIGITS = re.compile(r"(?<![\d.,/-])(\d\d?)([./])(\d\d?)\2((?:19|20)\d\d)(?![\d/])")
_IN_YEAR = frozenset(
    "in since until till by of during before after from early late mid spring summer fall autumn".split()
)


@dataclass(frozen=True, slots=True)
class Date:
    """One date as told, from token ``first`` to ``last``; what is not told of it is 0 (a weekday: -1)."""

    first: int
    last: int
    year: int = 0
    month: int = 0
    days: frozenset[int] = frozenset()
    weekday: int = -1

    @property
    def kind(self) -> DateKind:
        """The smallest unit it tells, by which it is compared."""
        if self.days:
            return "day"
        return "month" if self.month else "year" if self.year else "weekday"

    def agrees(self, other: "Date") -> bool:
        """Whether both may be one date: nothing that both tell differs."""
        if self.year and other.year and self.year != other.year:
            return False
        if self.month and other.month and self.month != other.month:
            return False
        if self.days and other.days and self.days.isdisjoint(other.days):
            return False
        return self.weekday < 0 or other.weekday < 0 or self.weekday == other.weekday


def dates(text: str, found: Sequence[Token], *, english: bool) -> tuple[Date, ...]:
    """The dates among the tokens of a text, in order; with month and weekday names in English only."""
    made = _written_in_digits(text, found)
    taken = {at for date in made for at in range(date.first, date.last + 1)}
    at = 0
    while at < len(found):
        date = None if at in taken else _named(found, at) if english else None
        if date is None and at not in taken and _is_year(found, at):
            date = Date(at, at, year=int(found[at].text))
        if date is None:
            at += 1
            continue
        made.append(date)
        at = date.last + 1
    return tuple(sorted(made, key=lambda date: date.first))


def _written_in_digits(text: str, found: Sequence[Token]) -> list[Date]:
    made: list[Date] = []
    for match in _ISO.finditer(text):
        year, month, day = map(int, match.groups())
        made += _placed(match, found, Date(0, 0, year, month, frozenset([day])))
    for match in _DIGITS.finditer(text):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or one > 12:
            made += _placed(match, found, Date(0, 0, year, other, frozenset([one])))
        elif other > 12:
            made += _placed(match, found, Date(0, 0, year, one, frozenset([other])))
        else:  # the day and the month may be either
            made += _placed(match, found, Date(0, 0, year, 0, frozenset([one, other])))
    return made


def _placed(match: re.Match[str], found: Sequence[Token], date: Date) -> list[Date]:
    inside = [
        at for at, token in enumerate(found) if match.start() <= token.start and token.end <= match.end()
    ]
    if not inside:
        return []
    return [Date(inside[0], inside[-1], date.year, date.month, date.days, date.weekday)]


def _named(found: Sequence[Token], at: int) -> Date | None:
    """A weekday, or a month with what belongs to it."""
    token = found[at]
    if token.capital and token.low in _WEEKDAYS and token.text[-1] != "s":
        return Date(at, at, weekday=_WEEKDAYS[token.low])
    if (
        token.capital
        and token.low in _MONTHS
        and (token.low not in ("may", "march") or _surely_month(found, at))
    ):
        return _month(found, at, at, 0)
    if token.kind == "number" and (day := _day(found, at)):
        after = at + (2 if _ordinal(found, at + 1) else 1)
        if _low(found, after) == "of":
            after += 1
        if after < len(found) and found[after].capital and found[after].low in _MONTHS:
            return _month(found, at, after, day)
    return None


def _month(found: Sequence[Token], first: int, at: int, day: int) -> Date:
    month, last = _MONTHS[found[at].low], at
    after = at + 2 if _low(found, at + 1) == "." else at + 1
    days = {day} if day else set()
    if not day and (said := _day(found, after)):
        days, last = {said}, after + (1 if _ordinal(found, after + 1) else 0)
        after = last + 1
        if _low(found, after) in ("-", "–") and (until := _day(found, after + 1)):
            days, last = set(range(said, until + 1)) or days, after + 1
            after = last + 1
    if _low(found, after) == ",":
        after += 1
    year = 0
    if _year(found, after):
        year, last = int(found[after].text), after
    return Date(first, last, year, month, frozenset(days))


def _surely_month(found: Sequence[Token], at: int) -> bool:
    """Whether May or March is no verb: a day or year is next to it, or in, since, last … stands before it."""
    if _day(found, at + 1) or _year(found, at + 1) or _day(found, at - 1):
        return True
    return _low(found, at - 1) in _IN_YEAR | {"last", "next", "this"} and found[at].capital


def _is_year(found: Sequence[Token], at: int) -> bool:
    if not _year(found, at) or _low(found, at - 1) in ("$", "€", "£", "#", "-", "/"):
        return False
    return _low(found, at + 1) not in ("%", "percent", "people", "-", "–", "/", "dead", "years", "miles")


def _year(found: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(found) and re.fullmatch(r"(?:19|20)\d\d", found[at].text) is not None


def _day(found: Sequence[Token], at: int) -> int:
    """The day of a month that a token tells, else 0."""
    if (
        0 <= at < len(found)
        and found[at].kind == "number"
        and len(found[at].text) < 3
        and found[at].text.isascii()
    ):
        return int(found[at].text) if 1 <= int(found[at].text) <= 31 else 0
    return 0


def _ordinal(found: Sequence[Token], at: int) -> bool:
    return _low(found, at) in ("st", "nd", "rd", "th") and found[at].start == found[at - 1].end


def _low(found: Sequence[Token], at: int) -> str:
    return found[at].low if 0 <= at < len(found) else ""
