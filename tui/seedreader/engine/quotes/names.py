"""Names of people in noun phrases: without titles, appositions and possessives."""

import re
from collections.abc import Sequence

from seedreader.engine.quotes.namewords import FEMALE, MALE, NOT_PERSONS, OFFICES, PLACES, ROLES, TITLES
from seedreader.engine.quotes.words import NOT_NOUNS

_NAME = (
    r"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Prof|Rev|Hon|Capt|Del)\."
    r"(?:[A-Z]\.)*|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]*)"
)
RUN = re.compile(
    rf"(?<![\w]){_NAME}(?:[ \u00a0](?:(?:de|da|del|van|von|der|bin|al|el|di|du|le|la)[ \u00a0]){{0,2}}{_NAME})*"
)
"""Capitalised words in a row: a name with its titles, or an organisation, place, headline."""

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_CUT = re.compile(r"[,;(—–]|\s(?:of|for|who|whom|that|which|with|at|in|from|on|to)\s")
_OWNS = ("’s", "'s")
_ARTICLES = frozenset(["the", "a", "an"])
_ARTICLE = re.compile(r"(?:^|\s)(?:the|a|an)\s+$", re.IGNORECASE)


def name_in(phrase: str) -> str | None:
    """The person's name in a noun phrase: the last run of capitals of its head or of a first apposition.

    ``None`` where the phrase is about something else: an organisation, a place, a role, a number.
    """
    cut = _CUT.search(phrase)
    found = _named(phrase if cut is None else phrase[: cut.start()])
    if found is not None or cut is None:
        return found
    rest = phrase[cut.end() :]
    further = _CUT.search(rest)
    rest = rest if further is None else rest[: further.start()]
    if cut.group() == ",":
        return _named(rest.lstrip())
    return _after_office(rest) if cut.group().strip() == "of" else None


def _named(piece: str) -> str | None:
    """The name that ends a piece of a phrase."""
    runs = list(RUN.finditer(piece))
    if not runs or not piece.rstrip(" .").endswith(runs[-1].group().rstrip(".")):
        return None
    run = runs[-1].group()
    name = strip_titles(run)
    words = name.split()
    if not is_person(words):
        return None
    lead = [word.lower().rstrip(".") for word in run.split()[: -len(words)]]
    if any(word in OFFICES for word in lead) or (len(words) > 1 and gender(name)):
        return name
    definite = any(word in _ARTICLES for word in lead) or _ARTICLE.search(piece, 0, runs[-1].start())
    return None if definite else name


def _after_office(piece: str) -> str | None:
    """The name behind an office of more words: State John Kerry in ``Secretary of State John Kerry``."""
    words = piece.split()
    for index in range(1, len(words) - 1):
        if gender(words[index]):
            return _named(" ".join(words[index:]))
    return None


def is_person(words: Sequence[str]) -> bool:
    """Whether the words of a name without titles can be a person's: no organisation, place, acronym."""
    if not words or len(words) > 5 or any(word.lower() in NOT_PERSONS for word in words):
        return False
    first = words[0].lower()
    if first in FEMALE or first in MALE:
        return len(words) > 1 or first not in PLACES
    if len(words) == 1 and first.endswith("s") and first[:-1] in ROLES:
        return False
    if words[-1].lower() in PLACES or (len(words) > 1 and first in PLACES):
        return False
    if len(words[-1]) < 2 or words[-1][-1].isdigit():
        return False
    if any(word.isupper() and len(word) > 2 and word.isalpha() for word in words[:-1]):
        return False
    return not (words[-1].isupper() and len(words[-1]) > 1)


def strip_titles(run: str) -> str:
    """A run of capitalised words without the titles at its front: Foreign Minister Sergei Lavrov."""
    words = run.replace("\u00a0", " ").split()
    last = -1
    for index, word in enumerate(words):
        owns = word.endswith((*_OWNS, "s’", "s'")) and index + 1 < len(words)
        low = word.lower().rstrip(".")
        named = 0 < index == len(words) - 1 and last < index - 1
        opens = low in NOT_NOUNS and word != "Per"
        if owns or (low in TITLES and not named) or opens or (index == 0 and word.endswith("ing")):
            last = index
    words = [word[:-2] if word.endswith(_OWNS) else word for word in words]
    return " ".join(words[last + 1 :]).strip("’'")


def surname(words: Sequence[str]) -> str:
    """The last name of a name: Lavrov, Elliott in Charles Elliott III."""
    last = words[-1]
    if len(words) > 1 and last.lower().rstrip(".") in _SUFFIXES:
        last = words[-2]
    return last


def gender(name: str) -> str:
    """``f``, ``m`` or nothing, as the given name tells."""
    first = name.split(maxsplit=1)[0].lower() if name else ""
    return "f" if first in FEMALE else "m" if first in MALE else ""
