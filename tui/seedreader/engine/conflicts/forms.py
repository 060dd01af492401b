"""Names that two wordings write in two ways, which is no conflict: another spelling, a short form, another title."""

import re
from collections.abc import Sequence

from seedreader.engine.conflicts.model import Variant, VariantKind
from seedreader.engine.conflicts.names import Name, lonely, names, shown, span_of, two_people
from seedreader.engine.conflicts.spellings import nicknames, spelled_alike
from seedreader.engine.conflicts.tokens import Token
from seedreader.engine.model import Span
from seedreader.engine.persons import Person
from seedreader.engine.quotes.namewords import OFFICES

_COURTESY = frozenset("mr mrs ms dr sir lady lord".split())
_LONG_TITLES = dict(
    pair.split()
    for pair in (
        "sen senator|sens senator|rep representative|reps representative|gov governor|gen general|prof professor"
        "|pres president|lt lieutenant|col colonel|capt captain|sgt sergeant"
    ).split("|")
)
_KNOWN = {
    short: tuple(words.split())
    for short, words in {
        "US": "united states",
        "USA": "united states",
        "UK": "united kingdom",
        "UN": "united nations",
        "EU": "european union",
        "VP": "vice president",
        "PM": "prime minister",
        "GM": "general motors",
        "DC": "district of columbia",
        "IOC": "international olympic committee",
        "NATO": "north atlantic treaty organization",
    }.items()
}
"""Short forms of one meaning: whatever else has these first letters is not meant."""

_LINKING = frozenset("of and the for & -".split())
_LONGEST_NAME = 9


def variants(
    text: tuple[str, str], left: Sequence[Token], right: Sequence[Token], people: Sequence[Person]
) -> list[Variant]:
    """Names that both sides write in two ways."""
    ours, theirs = names(left), names(right)
    found: list[Variant] = []
    for name, at in lonely(left, right, ours):
        for other, to in lonely(right, left, theirs):
            pair = left[at].low, right[to].low
            surnames = at == name.last and to == other.last
            nick = not surnames and name.surname == other.surname and nicknames(*pair)
            alike = spelled_alike(*pair) and not (surnames and two_people(*pair, people))
            if nick or alike:
                spans = span_of(left, at, at), span_of(right, to, to)
                found.append(_variant("short" if nick else "spelling", text, *spans))
    found += _titles(text, (left, ours), (right, theirs))
    found += [_variant("short", text, short, full) for short, full in _initials(left, right)]
    found += [_variant("short", text, full, short) for short, full in _initials(right, left)]
    return found


def _variant(kind: VariantKind, text: tuple[str, str], left: Span, right: Span) -> Variant:
    return Variant(kind, left, right, f"{shown(text[0], left)} here, {shown(text[1], right)} there")


def _titles(
    text: tuple[str, str],
    left: tuple[Sequence[Token], Sequence[Name]],
    right: tuple[Sequence[Token], Sequence[Name]],
) -> list[Variant]:
    """One surname with two titles, where neither side gives the title of the other."""
    said = [{_LONG_TITLES.get(token.low, token.low) for token in side[0]} for side in (left, right)]
    ours, theirs = _titled(left[1]), _titled(right[1])
    found: list[Variant] = []
    for surname in ours.keys() & theirs.keys():
        (name, title), (other, also) = ours[surname], theirs[surname]
        if not (title & also or title & said[1] or also & said[0]):
            spans = span_of(left[0], name.first, name.last), span_of(right[0], other.first, other.last)
            found.append(_variant("title", text, *spans))
    return found


def _titled(found: Sequence[Name]) -> dict[str, tuple[Name, set[str]]]:
    """The first name of each surname that comes with an office, and its titles in full."""
    titled: dict[str, tuple[Name, set[str]]] = {}
    for name in found:
        title = {_LONG_TITLES.get(word, word) for word in name.title}
        if title & OFFICES - _COURTESY:
            titled.setdefault(name.surname, (name, title))
    return titled


def _initials(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[Span, Span]]:
    """Short forms on the left and names on the right with these first letters, where no side has both."""
    short: dict[str, int] = {}
    for at, token in enumerate(left):
        bare = _bare(token)
        if token.capital and len(bare) > 1 and bare.isupper() and bare.isascii():
            short.setdefault(bare, at)
    full = _spelled_out(right, short)
    there = {_bare(token) for token in right}
    here = " ".join(token.low for token in left)
    found: list[tuple[Span, Span]] = []
    for bare, at in short.items():
        place = full.get(bare)
        if place is None or bare in there:
            continue
        words = tuple(right[to].low for to in range(place[0], place[1] + 1))
        sure = len(bare) > 2 or bare in _KNOWN or "." in left[at].text  # two letters may be anybody's
        if sure and _KNOWN.get(bare, words) == words and " ".join(words) not in here:
            found.append((span_of(left, at, at), span_of(right, *place)))
    return found


def _bare(token: Token) -> str:
    return re.sub(r"\W", "", token.text)


def _spelled_out(tokens: Sequence[Token], wanted: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Where runs of capitalised words begin and end whose first letters are wanted ones."""
    found: dict[str, tuple[int, int]] = {}
    for at, token in enumerate(tokens):
        letters = ""
        for place in range(at, min(at + _LONGEST_NAME, len(tokens)) if token.capital else at):
            other = tokens[place]
            if other.capital and len(other.low) > 1 and other.part == token.part:
                letters += other.low[0].upper()
                words = tuple(one.low for one in tokens[at : place + 1])
                meant = [short for short in wanted if _KNOWN.get(short) == words]
                for short in (*meant, letters):
                    if len(letters) > 1 and short in wanted:
                        found.setdefault(short, (at, place))
            elif other.low not in _LINKING:
                break
    return found
