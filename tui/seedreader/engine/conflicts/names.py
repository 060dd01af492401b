"""Names in the tokens of a wording: runs of capitals, the titles in front of them taken off."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.conflicts.tokens import Token, headline
from seedreader.engine.model import Span
from seedreader.engine.persons import Person
from seedreader.engine.quotes.namewords import OFFICES, TITLES

_INSIDE = frozenset("de da del van von der bin al el di du la bint ibn".split())
_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_NO_NAMES = frozenset(
    """i we they he she it you this that these those there here if when while but and so yes no not its his her their
    our your my what who why how mr mrs ms dr a an the in on at of for""".split()
)
_MOST = 60


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words, tokens ``first`` to ``last``, from which titles in front are taken off.

    ``title`` are the title words in front, ``words`` the others, folded; ``head`` is the token behind the titles.
    """

    first: int
    last: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    head: int

    @property
    def surname(self) -> str:
        """The last word, folded."""
        return self.words[-1]


def names(found: Sequence[Token]) -> tuple[Name, ...]:
    """The names among the tokens of a text; none in headlines, whose capitals tell nothing."""
    if headline(found):
        return ()
    made: list[Name] = []
    at = 0
    while at < len(found):
        if not _names(found, at):
            at += 1
            continue
        end = at + 1
        while end < len(found) and _goes_on(found, end):
            end += 1
        while end > at + 1 and found[end - 1].low in (".", "-", *_INSIDE):
            end -= 1
        made += _stripped(found, at, end)
        at = end
    return tuple(made)


def _names(found: Sequence[Token], at: int) -> bool:
    token = found[at]
    if not token.capital or token.low in _NO_NAMES or token.low in _MONTHS:
        return token.capital and token.low in ("mr", "mrs", "ms", "dr")
    return not (_opens(found, at) and not token.content)


def _goes_on(found: Sequence[Token], at: int) -> bool:
    token, last = found[at], found[at - 1]
    if token.part != last.part:
        return False
    if token.low == "." and (len(last.text) == 1 or last.low in OFFICES or last.low in TITLES):
        return at + 1 < len(found) and found[at + 1].capital
    if token.low in _INSIDE or token.low == "-":
        return at + 1 < len(found) and found[at + 1].capital and found[at + 1].low not in _NO_NAMES
    if last.text.endswith(("'s", "’s")) or last.end - last.start > len(last.text):
        return False
    return token.capital and token.low not in _NO_NAMES and token.low not in _MONTHS


def _opens(found: Sequence[Token], at: int) -> bool:
    """Whether a token opens a sentence or quotation, where a capital tells nothing."""
    return (
        at == 0 or found[at - 1].part != found[at].part or found[at - 1].low in ("“", '"', ":", "‘", "—", "–")
    )


def _stripped(found: Sequence[Token], first: int, end: int) -> list[Name]:
    title: list[str] = []
    head = first
    while head < end - 1 and (found[head].low in TITLES or found[head].low == "."):
        if found[head].low != ".":
            title.append(found[head].low)
        head += 1
    words = tuple(found[at].low for at in range(head, end) if found[at].kind == "word")
    if head == end - 1 and found[head].low in TITLES:
        return []
    return [Name(first, end - 1, words, tuple(title), head)] if words else []


def lonely(mine: Sequence[Token], others: Sequence[Token], found: Sequence[Name]) -> list[tuple[Name, int]]:
    """The words of names that the other side does not have, each once, with the name; none where they are too many."""
    there = {token.low for token in others}
    stems = {token.stem for token in others}
    words: dict[str, tuple[Name, int]] = {}
    for name in found:
        for at in range(name.head, name.last + 1):
            token = mine[at]
            if (
                token.capital
                and token.low not in there
                and token.stem not in stems
                and not token.text.isupper()
            ):
                words.setdefault(token.low, (name, at))
    return list(words.values()) if len(words) <= _MOST else []


def two_people(one: str, other: str, people: Sequence[Person]) -> bool:
    """Whether the words are known as surnames of different people."""
    first = {at for at, person in enumerate(people) if bears(person, one)}
    second = {at for at, person in enumerate(people) if bears(person, other)}
    return bool(first) and bool(second) and not first & second


def bears(person: Person, surname: str) -> bool:
    """Whether a person has a surname, given folded, in one of the known spellings."""
    return any(variant.casefold().split()[-1:] == [surname] for variant in person.variants)


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """From the first to the last token, without an 's at the end."""
    return Span(tokens[first].start, tokens[last].start + len(tokens[last].text))


def shown(text: str, span: Span) -> str:
    """The words of a span, in one line."""
    return " ".join(text[span.start : span.end].split())
