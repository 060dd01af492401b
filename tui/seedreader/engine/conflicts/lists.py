"""Lists of names of which one has a member more: "the Czechs and Slovaks", "the Czechs, Slovaks, and Poles"."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.conflicts.model import Conflict
from seedreader.engine.conflicts.names import Name, names, shown, span_of
from seedreader.engine.conflicts.tokens import Token, after, before

_OPEN = frozenset(
    """including include includes included such like among others other some several many also well along together
    especially notably particularly beginning starting as from led mainly mostly""".split()
)
_LEAST = 2
_REACH = 6
_MOST_MEMBERS = 12


@dataclass(frozen=True, slots=True)
class _List:
    members: tuple[Name, ...]
    first: int
    last: int


def added(text: tuple[str, str], left: Sequence[Token], right: Sequence[Token]) -> list[Conflict]:
    """Lists that share all members of the shorter one, where that one's sentence does not name the further member."""
    ours, theirs = _lists(left), _lists(right)
    found: list[Conflict] = []
    for one in ours:
        for other in theirs:
            found += _compared(text, (left, one), (right, other))
    return found


def _compared(
    text: tuple[str, str], ours: tuple[Sequence[Token], _List], theirs: tuple[Sequence[Token], _List]
) -> list[Conflict]:
    one, other = ours[1], theirs[1]
    if len(one.members) == len(other.members):
        return []
    longer = theirs if len(other.members) > len(one.members) else ours
    shorter = ours if longer is theirs else theirs
    more = [member for member in longer[1].members if not _in(member, shorter[1].members)]
    if len(more) != len(longer[1].members) - len(shorter[1].members) or len(more) > 2:
        return []
    if not all(_in(member, longer[1].members) for member in shorter[1].members):
        return []
    part = shorter[0][shorter[1].first].part
    told = {
        token.low for token in shorter[0] if token.part <= part
    }  # what comes later is told of it otherwise
    if any(set(member.words) & told for member in more):
        return []
    later = {token.low for token in shorter[0] if token.part > part}
    elsewhere = any(set(member.words) & later for member in more)
    if _told_alike(ours, theirs) < (2 if elsewhere else 1):
        return []
    spans = (
        span_of(shorter[0], shorter[1].first, shorter[1].last),
        span_of(longer[0], more[0].first, more[-1].last),
    )
    further = " and ".join(
        shown(text[1 if longer is theirs else 0], span_of(longer[0], member.first, member.last))
        for member in more
    )
    if longer is theirs:
        return [Conflict("name", *spans, f"adds {further}")]
    return [Conflict("name", spans[1], spans[0], f"leaves out {further}")]


def _told_alike(ours: tuple[Sequence[Token], _List], theirs: tuple[Sequence[Token], _List]) -> int:
    """How many words near both lists are the same, names aside."""
    around = [
        {*before(tokens, one.first, _REACH, names=False), *after(tokens, one.last, _REACH, names=False)}
        for tokens, one in (ours, theirs)
    ]
    return len(around[0] & around[1])


def _in(member: Name, members: Sequence[Name]) -> bool:
    return any(member.words == other.words or member.surname == other.surname for other in members)


def _lists(tokens: Sequence[Token]) -> list[_List]:
    """Names joined by commas and one "and"; none that says it is not complete."""
    found: list[_List] = []
    members: list[Name] = []
    closed = False

    def close() -> None:
        if len(members) >= _LEAST and closed and len(members) <= _MOST_MEMBERS and _complete(tokens, members):
            found.append(_List(tuple(members), members[0].first, members[-1].last))

    for name in names(tokens):
        between = [token.low for token in tokens[members[-1].last + 1 : name.first]] if members else []
        joins = bool(between) and set(between) <= {",", "and", "both", "the", "&"} and len(between) < 4
        if closed or not joins:
            close()
            members, closed = [], False
        elif "and" in between or "&" in between:
            closed = True
        members.append(name)
    close()
    return found


def _complete(tokens: Sequence[Token], members: Sequence[Name]) -> bool:
    first, last = members[0].first, members[-1].last
    beside = [token.low for token in (*tokens[max(0, first - 4) : first], *tokens[last + 1 : last + 4])]
    if set(beside) & _OPEN:
        return False
    behind = [token.low for token in tokens[last + 1 : last + 2]]
    return behind != ["and"] and tokens[max(0, first - 1)].low not in ("and", "or")
