"""Finding the phrases of the lexicon in a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from seedreader.engine.boilerplate.language import words
from seedreader.engine.boilerplate.phrases import INSIDE, OPENING, WHOLE
from seedreader.engine.model import FurnitureKind

Place = Literal["whole", "opening", "inside"]

LONGEST_PHRASE: Final = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a line: what kind of furniture it speaks for, and where it stood."""

    kind: FurnitureKind
    place: Place
    phrase: str


def _index(lists: Mapping[FurnitureKind, str]) -> Mapping[str, FurnitureKind]:
    found: dict[str, FurnitureKind] = {}
    for kind, block in lists.items():
        for phrase in " ".join(block.split()).split("|"):
            line = phrase.strip() if phrase.isascii() else " ".join(words(phrase))
            if line:
                found.setdefault(line, kind)
    return MappingProxyType(found)


_WHOLE: Final = _index(WHOLE)
_OPENING: Final = _index(OPENING)
_INSIDE: Final = _index(INSIDE)
_INSIDE_FIRST_WORDS: Final = frozenset(phrase.split(" ", 1)[0] for phrase in _INSIDE)


def find_phrases(tokens: Sequence[str]) -> list[Hit]:
    """The phrases of the lexicon in a line of lower-case words, the most telling first.

    One hit for the whole line at most, one for its opening (the longest), and every phrase inside. Takes
    time linear in the number of words.
    """
    hits: list[Hit] = []
    if not tokens:
        return hits
    if len(tokens) <= LONGEST_PHRASE:
        line = " ".join(tokens)
        kind = _WHOLE.get(line)
        if kind is not None:
            hits.append(Hit(kind, "whole", line))
    for length in range(min(LONGEST_PHRASE, len(tokens)), 0, -1):
        opening = " ".join(tokens[:length])
        kind = _OPENING.get(opening)
        if kind is not None:
            hits.append(Hit(kind, "opening", opening))
            break
    for start, word in enumerate(tokens):
        if word not in _INSIDE_FIRST_WORDS:
            continue
        for length in range(min(LONGEST_PHRASE, len(tokens) - start), 0, -1):
            phrase = " ".join(tokens[start : start + length])
            kind = _INSIDE.get(phrase)
            if kind is not None:
                hits.append(Hit(kind, "inside", phrase))
                break
    return hits
