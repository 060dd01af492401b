"""Names that differ between two wordings: nearly the same spelling, or another bearer of one office."""

from collections.abc import Sequence

from seedreader.engine.conflicts.model import Conflict
from seedreader.engine.conflicts.names import Name, bears, lonely, names, shown, span_of, two_people
from seedreader.engine.conflicts.spellings import misspelled, spelled_alike
from seedreader.engine.conflicts.tokens import Token, after, before
from seedreader.engine.model import Span
from seedreader.engine.persons import Person
from seedreader.engine.quotes.namewords import NOT_PERSONS, OFFICES, PLACES, ROLES

_MANY = frozenset(
    "mr mrs ms dr sir lady lord sen rep senator representative justice judge republican democrat".split()
)


def conflicts(
    text: tuple[str, str], left: Sequence[Token], right: Sequence[Token], people: Sequence[Person]
) -> list[Conflict]:
    """Names that differ: nearly the same spelling, another bearer of one office, a party more in a list."""
    ours, theirs = names(left), names(right)
    found = [
        Conflict("name", *spans, f"spelled {shown(text[0], spans[0])} here, {shown(text[1], spans[1])} there")
        for spans in _misspelled(left, right, ours, theirs, people)
    ]
    found += [
        Conflict("name", *spans, f"{shown(text[0], spans[0])} here, {shown(text[1], spans[1])} there")
        for spans in _bearers(left, right, ours, theirs, people)
        if not any(_meets(spans[0], other.left) or _meets(spans[1], other.right) for other in found)
    ]
    return found


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _misspelled(
    left: Sequence[Token],
    right: Sequence[Token],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    people: Sequence[Person],
) -> list[tuple[Span, Span]]:
    lonely_left, lonely_right = lonely(left, right, ours), lonely(right, left, theirs)
    found: list[tuple[Span, Span]] = []
    for name, at in lonely_left:
        for other, to in lonely_right:
            pair = left[at].low, right[to].low
            if not misspelled(*pair) or two_people(*pair, people):
                continue
            if _companions(name, at, left, other, to, right):
                found.append((span_of(left, at, at), span_of(right, to, to)))
    return found


def _companions(
    name: Name, at: int, left: Sequence[Token], other: Name, to: int, right: Sequence[Token]
) -> bool:
    """Whether two near words stand in like company: the rest of their names, titles, or the words around."""
    rest, more = (set(one.words) for one in (name, other))
    rest.discard(left[at].low)
    more.discard(right[to].low)
    if rest and more:
        return all(any(spelled_alike(word, also) for also in more) for word in rest) or all(
            any(spelled_alike(word, also) for also in rest) for word in more
        )
    if name.title and name.title == other.title:
        return True
    near = set(before(left, name.first, 2)) & set(before(right, other.first, 2))
    return bool(near | (set(after(left, name.last, 2)) & set(after(right, other.last, 2))))


def _bearers(
    left: Sequence[Token],
    right: Sequence[Token],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    people: Sequence[Person],
) -> list[tuple[Span, Span]]:
    """Two people in one office: the same title in the same case, and neither is named on the other side."""
    found: list[tuple[Span, Span]] = []
    words = [{token.low for token in side} for side in (left, right)]
    for name in ours:
        likely = [other for other in theirs if _same_office(name, left, other, right)]
        if len(likely) != 1 or sum(_same_office(also, left, likely[0], right) for also in ours) != 1:
            continue
        other = likely[0]
        if _heard(name, words[1]) or _heard(other, words[0]) or _one_person(name, other, people):
            continue
        if set(after(left, name.last, 3)) & set(after(right, other.last, 3)):
            found.append((span_of(left, name.head, name.last), span_of(right, other.head, other.last)))
    return found


def _same_office(name: Name, left: Sequence[Token], other: Name, right: Sequence[Token]) -> bool:
    title, also = _office(name, left), _office(other, right)
    return bool(title) and title == also


def _office(name: Name, tokens: Sequence[Token]) -> tuple[str, ...]:
    """What stands in front of a person's name, if it holds an office."""
    title = list(name.title)
    at = name.first - 1
    while (
        at >= 0 and tokens[at].kind == "word" and tokens[at].low in OFFICES | ROLES and not tokens[at].capital
    ):
        if tokens[at].end - tokens[at].start > len(tokens[at].text):
            break
        title.insert(0, tokens[at].low)
        at -= 1
    spoken = any(word in OFFICES | ROLES and word not in _MANY for word in title)
    return tuple(title) if spoken and not set(name.words) & (NOT_PERSONS | PLACES) else ()


def _heard(name: Name, there: set[str]) -> bool:
    return any(word in there or any(misspelled(word, also) for also in there) for word in name.words)


def _one_person(name: Name, other: Name, people: Sequence[Person]) -> bool:
    if any(spelled_alike(word, also) for word in name.words for also in other.words):
        return True
    return any(bears(person, name.surname) and bears(person, other.surname) for person in people)
