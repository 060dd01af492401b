"""From a role to a person: what an article says people are, and whom “the mayor” then means."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seedreader.engine.quotes.namewords import ROLES, TITLES

_SHORT = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "prof": "professor",
    "rev": "pastor",
    "dr": "doctor",
    "lt": "lieutenant",
    "sgt": "sergeant",
}
_SAME = {
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
    "chairwoman": "chairman",
    "chair": "chairman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "businesswoman": "businessman",
    "actress": "actor",
    "advisor": "adviser",
    "neurosurgeon": "surgeon",
    "attorney": "lawyer",
    "hopeful": "candidate",
}
_KINDS = frozenset(
    "prime foreign vice deputy interior defense defence finance health justice education energy attorney"
    " assistant press executive police fire minority majority".split()
)
_FEMALE_ROLES = frozenset(
    "congresswoman chairwoman spokeswoman businesswoman actress queen princess wife widow mother daughter sister"
    " councilwoman assemblywoman".split()
)
_MALE_ROLES = frozenset(
    "congressman chairman spokesman businessman actor king prince husband father son brother pope councilman"
    " assemblyman".split()
)
_LEAD = re.compile(r"((?:[\w’'\-]+[ \u00a0]){1,5})$")
_BEHIND = re.compile(
    r"(?:[ \u00a0]\([^)\n]{1,20}\))?,[ \u00a0](?:who[ \u00a0](?:is|was)[ \u00a0])?"
    r"((?:[\w’'\-.]+[ \u00a0]){0,7}[\w’'\-]+)"
)
_IS = re.compile(r"[ \u00a0](?:is|was|became|becomes)[ \u00a0]((?:[\w’'\-]+[ \u00a0]){0,5}[\w’'\-]+)")
_OPENING = re.compile(r"(?:^|[.\n“\"] ?|\b(?:by|to|and|with) )((?:the|The)\b[^.,\n“”\"]{3,60}), $")
_STATE = re.compile(r"(?:,[ \u00a0]|[ \u00a0]\()[RDI]-([A-Z][\w.]{1,12})")
_WORD = re.compile(r"[\w’'\-]+")
_STOPS = frozenset("of for in at on to from with who whose which that by under since and but as".split())
_PLACING = frozenset("of for in at from".split())
_ANYBODY = ("a ", "an ", "another ", "one ", "some ", "many ", "several ", "two ")
_PLURAL = re.compile(r"[^s]s$")
_MOST_HOLDERS = 40
_REACH = 6000  # characters back to the last mention of the person whom a role means


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is said to be: the noun, the kind before it (prime, vice), and names of where or of what."""

    head: str
    kinds: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with a role, and where the text says so."""

    person: str
    role: Role
    start: int


def role_of(phrase: str) -> Role | None:
    """The role that a noun phrase names, ``None`` if it names none: the occupying country’s foreign minister."""
    words = _WORD.findall(phrase)
    head = ""
    kinds: set[str] = set()
    places: set[str] = set()
    before = ""
    for word in words:
        low = word.lower().removesuffix("’s").removesuffix("'s")
        if low in _STOPS:
            if not head or low not in _PLACING:
                break
            before = low
            continue
        if before:
            if word[0].isupper():
                places.add(low)
                continue
            if low in ("the", "a", "an"):
                continue
            break
        full = _SHORT.get(low, low)
        if full in ROLES:
            head = full
        elif low in TITLES or low in _KINDS:
            pass
        elif head:
            return None
        elif word[0].isupper():
            places.add(low)
        if low in _KINDS:
            kinds.add(low)
    if not head:
        return None
    return Role(_SAME.get(head, head), frozenset(kinds), frozenset(places))


def female_role(phrase: str) -> bool | None:
    """Whether a role tells a woman; ``None`` where it does not tell."""
    words = {word.lower() for word in _WORD.findall(phrase)}
    if words & _FEMALE_ROLES:
        return True
    return False if words & _MALE_ROLES else None


def roles_at(text: str, start: int, end: int, name: str) -> list[Role]:
    """The roles that the text gives to the person named by the run ``text[start:end]``.

    Read are titles (Foreign Minister Sergei Lavrov), words before (the actor Karl Holm), appositions
    (Kakha Kaladze, mayor of Tbilisi, …; the mayor of Tbilisi, Kakha Kaladze) and ``is the mayor``.
    """
    found: list[Role] = []
    state = _STATE.match(text, end)
    places = frozenset([state[1].lower().strip(".")]) if state else frozenset[str]()
    title = text[start : end - len(name)] if text[start:end].endswith(name) else ""
    lead = _LEAD.search(text, max(0, start - 60), start)
    if lead is not None:
        clause = lead[1]
        last = clause.split()[-1].lower()
        if last in ROLES or title:
            title = f"{_from_article(clause)} {title}"
    comma = text[max(0, start - 80) : start]
    if comma.endswith(", "):
        opening = re.search(
            r"(?:^|[.\n“\"] ?|\b(?:by|to|and|with) )((?:the|The)\b[^.,\n“”\"]{3,60}), $", comma
        )
        if opening is not None:
            found += [role for role in (role_of(opening[1]),) if role is not None]
    if title.strip():
        role = role_of(title)
        if role is not None:
            found.append(Role(role.head, role.kinds, role.places | places))
    for pattern in (_BEHIND, _IS):
        behind = pattern.match(text, end)
        if behind is not None and not behind[1][0].isdigit():
            role = _apposition(behind[1])
            if role is not None:
                found.append(Role(role.head, role.kinds, role.places | places))
    return found


def _from_article(clause: str) -> str:
    """The end of a clause from its last article on, or its last three words."""
    words = clause.split()
    for index in range(len(words) - 1, -1, -1):
        if words[index].lower() in ("the", "a", "an"):
            return " ".join(words[index + 1 :])
        if words[index].lower() in _STOPS - {"of"}:
            return " ".join(words[index + 1 :])
    return " ".join(words[-3:])


def _apposition(words: str) -> Role | None:
    """The role behind a name, if its noun comes before any verb or other name can: the former mayor of Oslo."""
    first = words.split(maxsplit=1)[0]
    if first.lower() not in ("the", "a", "an", "former", "his", "her", "its", "their") and (
        first.lower() not in ROLES and first.lower() not in TITLES
    ):
        return None
    return role_of(words)


class Roles:
    """Who holds which role in one text, with where everybody is mentioned."""

    def __init__(self, holders: Sequence[Holder], mentions: Sequence[tuple[int, int, str]]) -> None:
        """``mentions`` are places with the numbers of their sentences and the names there, in text order."""
        self._holders: dict[str, list[Holder]] = {}
        for holder in holders:
            known = self._holders.setdefault(holder.role.head, [])
            if len(known) < _MOST_HOLDERS:
                known.append(holder)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for start, sentence, name in mentions:
            self._places.setdefault(name, []).append((start, sentence))

    def person(self, phrase: str, place: int, fits: Callable[[str, bool], bool]) -> str | None:
        """Whom a role at ``place`` means: the only fitting person, or the one mentioned last.

        ``fits`` tells whether a person can be a woman (``True``) or a man. ``None`` where nobody fits, where
        two fit equally well, and for “a senator”, which means anybody.
        """
        if phrase.lower().startswith(_ANYBODY) or _PLURAL.search(phrase):
            return None
        role = role_of(phrase)
        if role is None:
            return None
        female = female_role(phrase)
        people: dict[str, set[str]] = {}
        for holder in self._holders.get(role.head, []):
            if holder.role.kinds != role.kinds and (
                role.kinds or holder.role.kinds & {"prime", "vice", "deputy"}
            ):
                continue
            if female is None or fits(holder.person, female):
                people.setdefault(holder.person, set()).update(holder.role.places)
        if role.places:
            people = {name: places for name, places in people.items() if _agree(role.places, places)}
        if len(people) == 1:
            return next(iter(people))
        last = sorted(((*self._last(name, place), name) for name in people), reverse=True)
        if len(last) < 2 or last[0][0] < 0 or last[0][1] == last[1][1]:
            return None
        return last[0][2] if place - last[0][0] <= _REACH else None

    def _last(self, name: str, place: int) -> tuple[int, int]:
        """Where and in which sentence a person is last mentioned before ``place``; -1 if nowhere."""
        places = self._places.get(name, [])
        at = bisect_left(places, (place, -1)) - 1
        return places[at] if at >= 0 else (-1, -1)


def _agree(wanted: frozenset[str], given: set[str]) -> bool:
    """Whether one of the places of a phrase is one of a role, spelled out or short (Vt for Vermont)."""
    return any(one == other or _shortens(other, one) for one in wanted for other in given)


def _shortens(short: str, long: str) -> bool:
    if len(short) >= len(long) or len(short) < 2 or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)
