"""What reports say of a story in words, whatever the format: rows of plain text."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from seedreader.engine.report.records import Entry

if TYPE_CHECKING:
    from seedreader.engine.story.kinship import Kin
    from seedreader.engine.story.overview import Overview
    from seedreader.engine.story.table import Place

WIDEST: Final = 26
"""Articles up to which a matrix can be read; of more, only pairs that have much in common are told."""

MUCH: Final = 0.3
"""Share of either article from which on a pair is told then."""


class Wide(NamedTuple):
    """Two articles that have much in common: their indexes, the shares in per cent, what these say."""

    one: int
    other: int
    forth: int
    back: int
    reading: str


def address(place: "Place", entries: Sequence[Entry]) -> str:
    """Return the address of a sentence."""
    return f"{entries[place.article].id}.{place.sentence}"


def sentence(place: "Place", entries: Sequence[Entry]) -> str:
    """Return the text of a sentence on one line."""
    document = entries[place.article].analysis.document
    return " ".join(document.slice(document.sentences[place.sentence - 1]).split())


def percent(share: float | None) -> str:
    """Return a share as it stands in a matrix."""
    return "" if share is None else f"{round(100 * share)}"


def pairs(story: "Overview", entries: Sequence[Entry]) -> list[Wide]:
    """Return the pairs of which more can be said than that they share a part of the story, the nearest first."""
    found: list[Wide] = []
    for one, other in sorted(story.coverage.shares):
        forth, back = story.coverage.shares[one, other], story.coverage.shares[other, one]
        if one < other and max(forth, back) >= MUCH:
            told = (story.reading(one, other) or "").format(entries[one].id, entries[other].id)
            found.append(Wide(one, other, round(100 * forth), round(100 * back), told))
    return sorted(found, key=lambda pair: (-max(pair.forth, pair.back), pair.one, pair.other))


def kin(pair: "Kin", entries: Sequence[Entry]) -> str:
    """Say how two articles are kin, and which was made from which."""
    one, other = entries[pair.one].id, entries[pair.other].id
    shares = f"{round(100 * pair.one_in_other)} % / {round(100 * pair.other_in_one)} %"
    if pair.source is None:
        return f"{one} and {other}: {pair.reason} ({shares})"
    first, second = (one, other) if pair.source == pair.other else (other, one)
    return f"{first} looks made from {second}: {pair.reason} ({shares} of {one} and of {other} in the other)"


def omissions(
    story: "Overview", entries: Sequence[Entry]
) -> Iterator[tuple[Entry, list[tuple[str, str, str]]]]:
    """Yield each article that leaves out what others tell: letters of these, address and text of the sentence."""
    for at, numbers in enumerate(story.left_out):
        rows = []
        for number in numbers:
            claim = story.claims[number]
            letters = " ".join(entries[other].id for other in claim.articles)
            place = claim.representative
            rows.append((letters, address(place, entries), sentence(place, entries)))
        if rows:
            yield entries[at], rows


def lonely(story: "Overview", entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield for each article the addresses of its sentences that no other has."""
    for at, numbers in enumerate(story.only_here):
        if numbers:
            yield entries[at], ", ".join(f"{entries[at].id}.{number}" for number in numbers)
