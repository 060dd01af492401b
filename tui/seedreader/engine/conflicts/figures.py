"""Numbers and dates that differ where both wordings tell them of the same thing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from seedreader.engine.conflicts.dates import Date
from seedreader.engine.conflicts.model import Conflict, ConflictKind
from seedreader.engine.conflicts.names import shown
from seedreader.engine.conflicts.quantities import Quantity
from seedreader.engine.conflicts.tokens import Token, after, around, before, beside
from seedreader.engine.model import Span
from seedreader.engine.quotes.namewords import ROLES
from seedreader.engine.utterances.wording import stem

_Told = TypeVar("_Told", Quantity, Date)
_REACH = 5
_NEAR = 2
_LEAST_SHARED = 2
_LABELLED = 4  # another number mostly names another thing
_DATE_REACH = 7
_DATE_NEAR = 3
_DATE_SHARED = 2
_ARTICLES = frozenset("the a an this that his her its their our".split())
_ROUND = 0.05
_MOST_TOLD = 40  # a table, not a sentence
_MOST = 2  # where more numbers differ, the same form tells of another occasion
_SIGNS = frozenset("% $ £ € ¥".split())
_LOOSE = _SIGNS | {
    stem(word)
    for word in """people member day week month year hour minute time percent place country state way thing case man
    woman child vote score million point""".split()
}
"""Units that so many things are counted in that the words around must agree as well."""

_AGENTS = {stem(word) for word in ROLES} | {
    stem(word)
    for word in "administration government court police official officials company group party army".split()
}
"""Those who act: they do many things on many days."""

_TIMES = {stem(word) for word in "day week month year hour minute night morning weekend round".split()}
_APART = frozenset("after before later ago earlier since into".split())


def numbers(
    text: tuple[str, str],
    left: tuple[Sequence[Token], Sequence[Quantity]],
    right: tuple[Sequence[Token], Sequence[Quantity]],
) -> list[Conflict]:
    """Numbers of one unit that differ, have no counterpart, and are told of the same thing as the words around tell."""

    def likeness(one: Quantity, other: Quantity) -> int:
        return _same_amount(left[0], right[0], one, other)

    found = _alone(left[1], right[1], _agree, likeness)
    if len(found) > _MOST:
        return []
    return [
        _conflict("number", text, _span(left[0], one, other), _span(right[0], other, one))
        for one, other in found
    ]


def dates(
    text: tuple[str, str],
    left: tuple[Sequence[Token], Sequence[Date]],
    right: tuple[Sequence[Token], Sequence[Date]],
) -> list[Conflict]:
    """Dates of one kind that differ, have no counterpart, and stand next to the same words."""

    def likeness(one: Date, other: Date) -> int:
        return _same_moment(left[0], right[0], one, other)

    return [
        _conflict(
            "date",
            text,
            Span(left[0][one.first].start, left[0][one.last].end),
            Span(right[0][other.first].start, right[0][other.last].end),
        )
        for one, other in _alone(left[1], right[1], Date.agrees, likeness)
    ]


def _alone(
    left: Sequence[_Told],
    right: Sequence[_Told],
    agree: Callable[[_Told, _Told], bool],
    likeness: Callable[[_Told, _Told], int],
) -> list[tuple[_Told, _Told]]:
    """Pairs without any counterpart on the other side that are each other's only best match."""
    if max(len(left), len(right)) > _MOST_TOLD:
        return []
    ours = [one for one in left if not any(agree(one, other) for other in right)]
    theirs = [other for other in right if not any(agree(one, other) for one in left)]
    likes = [[likeness(one, other) for other in theirs] for one in ours]
    return [
        (one, other)
        for row, one in zip(likes, ours, strict=True)
        for at, other in enumerate(theirs)
        if row[at] and _only_best(row[at], row) and _only_best(row[at], [line[at] for line in likes])
    ]


def _only_best(like: int, others: Sequence[int]) -> bool:
    return like == max(others) and others.count(like) == 1


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may tell one amount: their ranges meet, or one is the other rounded."""
    exact = frozenset({"ordinal", "score", "label"})
    if one.sort != other.sort and (one.sort in exact or other.sort in exact):
        return False
    if one.bound == other.bound and one.bound in ("<", ">"):
        return one.told == other.told or _rounded(one.told, other.told) or _rounded(other.told, one.told)
    if one.low <= other.high and other.low <= one.high:
        return True
    low, high = sorted((one, other), key=lambda quantity: quantity.low)
    if one.sort in exact:
        return False
    return _rounded(low.high, high.low) or _rounded(high.low, low.high)


def _rounded(rough: float, exact: float) -> bool:
    """Whether the first number is the second one rounded or cut."""
    places = len(f"{rough:.6f}".rstrip("0").partition(".")[2])
    if places < len(f"{exact:.6f}".rstrip("0").partition(".")[2]):
        return abs(rough - exact) < 10.0**-places
    if rough < 100 or places:
        return False
    unit = 1.0
    while rough % (unit * 10) == 0:
        unit *= 10
    if exact % unit == 0:
        return False
    return abs(rough - exact) <= max(unit / 2 if rough >= 1000 else 0, _ROUND * rough if unit >= 10 else 0)


def _units(quantity: Quantity) -> frozenset[str]:
    return frozenset(unit for unit, _ in quantity.units)


def _same_amount(ours: Sequence[Token], theirs: Sequence[Token], one: Quantity, other: Quantity) -> int:
    """How many words tell that two numbers are told of the same thing; 0 if that is not sure."""
    shared = _units(one) & _units(other)
    if (
        one.sort != other.sort
        or not shared
        or one.step != other.step
        or (one.of and other.of and one.of != other.of)
    ):
        return 0
    if shared & _TIMES and (one.sort == "ordinal" or _apart(ours, one) or _apart(theirs, other)):
        return 0
    ends = [max(at for unit, at in quantity.units if unit in shared) for quantity in (one, other)]
    last, also = max(one.last, ends[0]), max(other.last, ends[1])
    heads = set(before(ours, one.first, _NEAR)) & set(before(theirs, other.first, _NEAR))
    tails = set(after(ours, last, _NEAR)) & set(after(theirs, also, _NEAR))
    context = around(ours, one.first, last, _REACH) & around(theirs, other.first, also, _REACH)
    evidence = len((shared | context) - _LOOSE)
    if (one.sort == "label" and not (heads and tails and evidence >= _LABELLED)) or (
        shared <= _SIGNS and evidence <= _LEAST_SHARED
    ):
        return 0
    if evidence < _LEAST_SHARED or (shared <= _LOOSE and not heads | tails):
        return 0
    return evidence + len(heads | tails)


def _apart(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number tells how far something is from some other event: three days after."""
    last = max(at for _, at in quantity.units)
    return any(token.low in _APART for token in tokens[quantity.last + 1 : last + 3])


def _same_moment(ours: Sequence[Token], theirs: Sequence[Token], one: Date, other: Date) -> int:
    """How many words tell that two dates are told of the same event; 0 if that is not sure."""
    if one.kind != other.kind and {one.kind, other.kind} != {"day", "month"}:
        return 0
    if _describes(ours, one) or _describes(theirs, other):
        heads = after(ours, one.last, 1), after(theirs, other.last, 1)
        if not heads[0] or heads[0] != heads[1]:
            return 0
    near, also = (
        beside(tokens, date.first, date.last, _DATE_NEAR) for tokens, date in ((ours, one), (theirs, other))
    )
    shared = ({*near[0], *near[1]} & {*also[0], *also[1]}) - _AGENTS
    next_to = ({*near[0][:1], *near[1][:1]} & {*also[0][:1], *also[1][:1]}) - _AGENTS
    context = around(ours, one.first, one.last, _DATE_REACH, names=False) & around(
        theirs, other.first, other.last, _DATE_REACH, names=False
    )
    if len(context) < _DATE_SHARED or not (next_to or len(shared) >= _DATE_SHARED):
        return 0
    return len(shared) + len(context)


def _describes(tokens: Sequence[Token], date: Date) -> bool:
    """Whether a date belongs to the noun behind it: Tuesday's vote, the 2016 election."""
    if tokens[date.last].end - tokens[date.last].start > len(tokens[date.last].text):
        return True
    follow = tokens[date.last + 1] if date.last + 1 < len(tokens) else None
    lead = tokens[date.first - 1].low if date.first else ""
    return follow is not None and follow.content and lead in _ARTICLES


def _span(tokens: Sequence[Token], quantity: Quantity, other: Quantity) -> Span:
    """From the number to the unit it shares with the other one."""
    shared = _units(quantity) & _units(other)
    last = max(quantity.last, min(at for unit, at in quantity.units if unit in shared))
    return Span(tokens[quantity.first].start, tokens[last].end)


def _conflict(kind: ConflictKind, text: tuple[str, str], left: Span, right: Span) -> Conflict:
    return Conflict(kind, left, right, f"{shown(text[0], left)} here, {shown(text[1], right)} there")
