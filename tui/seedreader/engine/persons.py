"""Who is who across articles: the spellings of one person's name, put together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seedreader.engine.model import Analysis

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_SOUNDS = (
    ("kh", "k"),
    ("ph", "f"),
    ("ck", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("ey", "ei"),
    ("iy", "i"),
    ("yi", "i"),
    ("y", "i"),
    ("j", "i"),
    ("c", "k"),
)
_DOUBLE = re.compile(r"(.)\1+")
_SHORTEST = 5  # letters: shorter surnames are the same only if they sound the same
_MOST_EDITS = 0.2  # of a surname's letters that another spelling may change


@dataclass(frozen=True, slots=True)
class Person:
    """One person with every spelling of the name.

    ``name`` is the chosen spelling: a full one, the most frequent. ``members`` are pairs of an article's index
    and the name as found there.
    """

    name: str
    variants: tuple[str, ...]
    members: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name by its parts, each as it sounds; ``given`` is empty for a surname alone."""

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str


def people_of(analyses: Sequence[Analysis]) -> tuple[Person, ...]:
    """Puts together the people who speak in a set of articles; members name articles by their index."""
    return same_people([sorted({quote.person for quote in one.quotes if quote.person}) for one in analyses])


def same_people(names: Sequence[Collection[str]]) -> tuple[Person, ...]:
    """Puts together the names of one person, ``names[i]`` being those found in article ``i``; sorted by name.

    Two full names are one person where both the given name and the surname are similar (Sergei and Sergey
    Lavrov). A surname alone joins the only full name it fits, of all articles or else of its own article, and
    otherwise stays alone. The order of articles decides nothing but the indexes.
    """
    articles: dict[str, set[int]] = {}
    for index, found in enumerate(names):
        for name in found:
            articles.setdefault(name, set()).add(index)
    parts = {name: _parts(name) for name in sorted(articles)}
    plain = [name for name, one in parts.items() if one.given and not one.middle]
    longer = [name for name, one in parts.items() if one.given and one.middle]
    alone = [name for name, one in parts.items() if not one.given]

    def linked(first: str, second: str) -> bool:
        return _same(parts[first], parts[second], together=not articles[first].isdisjoint(articles[second]))

    groups = _join_longer(_components(plain, linked, parts), _components(longer, linked, parts), linked)
    members = [{(index, name) for name in group for index in articles[name]} for group in groups]
    lonely: dict[str, set[tuple[int, str]]] = {}
    for name in alone:
        fitting = _fitting(parts[name].surname, groups, parts)
        for index in sorted(articles[name]):
            here = (
                fitting
                if len(fitting) == 1
                else [at for at in fitting if _names_in(groups[at], articles, index)]
            )
            if len(here) == 1:
                members[here[0]].add((index, name))
            else:
                lonely.setdefault(parts[name].surname, set()).add((index, name))
    return tuple(sorted(map(_person, [*members, *lonely.values()]), key=_order))


def _parts(name: str) -> _Parts:
    words = _WORD.findall(name.replace(".", " "))
    suffix = ""
    if len(words) > 1 and words[-1].lower() in _SUFFIXES:
        suffix = words.pop().lower()
    if not words:
        return _Parts("", (), name, suffix)
    sounds = [_sound(word) for word in words]
    if len(sounds) == 1:
        return _Parts("", (), sounds[0], suffix)
    return _Parts(sounds[0], tuple(sounds[1:-1]), sounds[-1], suffix)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A word as it sounds, so that spellings of other alphabets' names meet: Sergey and Sergei, Kakha and Kaka."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(letter)
    )
    for spelling, sound in _SOUNDS:
        plain = plain.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", plain)


def _same(first: _Parts, second: _Parts, *, together: bool) -> bool:
    """Whether two full names can be one person's; ``together`` in one article, they must sound the same."""
    if first.suffix != second.suffix or first.given != second.given:
        return False
    if first.surname != second.surname and (together or not _similar(first.surname, second.surname)):
        return False
    return not first.middle or not second.middle or _middles_agree(first.middle, second.middle)


def _similar(first: str, second: str) -> bool:
    """Whether two surnames are one but for few letters."""
    length = max(len(first), len(second))
    if min(len(first), len(second)) < _SHORTEST or first[0] != second[0]:
        return False
    from rapidfuzz.distance import (
        Levenshtein,
    )  # here, because loading it takes time that starting cannot spare

    most = int(length * _MOST_EDITS)
    return Levenshtein.distance(first, second, score_cutoff=most) <= most


def _middles_agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(first, second, strict=False)
    )


def _components(
    names: Iterable[str], linked: Callable[[str, str], bool], parts: Mapping[str, _Parts]
) -> list[list[str]]:
    """Groups of names joined by links, directly or through others; only names of one given name are compared."""
    by_given: dict[tuple[str, str], list[list[str]]] = {}
    for name in names:
        groups = by_given.setdefault((parts[name].given, parts[name].surname[:1]), [])
        touching = [group for group in groups if any(linked(name, other) for other in group)]
        merged = sorted([name, *(other for group in touching for other in group)])
        groups[:] = [group for group in groups if group not in touching] + [merged]
    return sorted(group for groups in by_given.values() for group in groups)


def _join_longer(
    plain: Sequence[Sequence[str]], longer: Sequence[Sequence[str]], linked: Callable[[str, str], bool]
) -> list[list[str]]:
    """Adds names with middle names to the group without, where each fits only the other."""
    fits = [
        [at for at, group in enumerate(plain) if any(linked(one, other) for one in more for other in group)]
        for more in longer
    ]
    wanted = Counter(at for places in fits for at in places)
    joined = [list(group) for group in plain]
    apart: list[list[str]] = []
    for more, places in zip(longer, fits, strict=True):
        if len(places) == 1 and wanted[places[0]] == 1:
            joined[places[0]] += more
        else:
            apart.append(list(more))
    return joined + apart


def _fitting(surname: str, groups: Sequence[Sequence[str]], parts: Mapping[str, _Parts]) -> list[int]:
    """The groups with a surname: those that have it as it sounds, else those that have one like it."""
    same = [at for at, group in enumerate(groups) if any(parts[name].surname == surname for name in group)]
    if same:
        return same
    return [
        at for at, group in enumerate(groups) if any(_similar(parts[name].surname, surname) for name in group)
    ]


def _names_in(group: Iterable[str], articles: Mapping[str, set[int]], index: int) -> bool:
    return any(index in articles[name] for name in group)


def _person(members: Collection[tuple[int, str]]) -> Person:
    counts = Counter(name for _, name in members)
    chosen = min(counts, key=lambda name: (" " not in name.strip(), -counts[name], -len(name), name))
    return Person(chosen, tuple(sorted(counts)), frozenset(members))


def _order(person: Person) -> tuple[str, tuple[str, ...], list[tuple[int, str]]]:
    return person.name, person.variants, sorted(person.members)
