"""Quotations set apart for show: signed in a line of their own, or a sentence of the article printed once more."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seedreader.engine.quotes.attributions import Attribution
from seedreader.engine.quotes.names import name_in
from seedreader.engine.quotes.namewords import ROLES
from seedreader.engine.quotes.pieces import Paragraph, Piece

_MARKS = "\"'“”„‟«»‘’‹›` \t\u00a0"
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_STRAIGHT_RUN = re.compile(r"[^\"'“”„‟«»‘’‹›`\n]+")
_LONGEST_SIGNATURE = 120  # characters
_MOST_WORDS = 7  # of a name with its titles
_SHORTEST = 40  # characters of a sentence that nobody repeats by chance
_MOST_LOOKUPS = 40  # sentences searched in the rest of the text, which keeps the time linear


def signatures(text: str, pieces: Sequence[Piece]) -> dict[int, tuple[int, int]]:
    """The pieces that are no speech but sign the one before them, each with the range of the name.

    A quotation set apart has the name in its last line, inside the marks: “…⏎Anna Berg, mayor of Oslo”.
    """
    signed: dict[int, tuple[int, int]] = {}
    for index in range(1, len(pieces)):
        piece, before = pieces[index], pieces[index - 1]
        if not piece.continues or piece.open or not before.open or index - 1 in signed:
            continue
        if piece.end - piece.start > _LONGEST_SIGNATURE or text[before.end : piece.start] != "\n":
            continue
        start = piece.start
        while start < piece.end and text[start] in _MARKS:
            start += 1
        end = piece.end
        while end > start and text[end - 1] in _MARKS + ".":
            end -= 1
        comma = text.find(",", start, end)
        end = end if comma < 0 else comma
        if _is_name(text[start:end]):
            signed[index] = (start, end)
    return signed


def _is_name(line: str) -> bool:
    """Whether a line is the full name of a person with titles and roles at most: Former mayor Anna Berg."""
    words = _WORD.findall(line)
    if not 2 <= len(words) <= _MOST_WORDS or any(word[0].islower() and word not in ROLES for word in words):
        return False
    name = name_in(line)
    return name is not None and " " in name and line.endswith(name)


def sign(
    given: Sequence[Attribution], pieces: Sequence[Piece], signed: dict[int, tuple[int, int]]
) -> list[Attribution]:
    """The attributions with the speakers that signatures name, for all paragraphs of a signed quotation."""
    result = list(given)
    for index, name in signed.items():
        at = index
        while at >= 0 and (at == index or pieces[at].open):
            result[at] = replace(result[at], speaker=name, cue=None, own=True)
            if not pieces[at].continues:
                break
            at -= 1
    return result


class Repeats:
    """Finds sentences of the article that are printed once more between marks, as a magazine sets them apart."""

    def __init__(self, text: str, parts: Sequence[Paragraph], pieces: Sequence[Piece]) -> None:
        self._text = text
        self._parts = parts
        self._quoted = [(piece.start, piece.end) for piece in pieces]
        self._left = _MOST_LOOKUPS

    def repeats(self, piece: Piece, given: Attribution) -> bool:
        """Whether a paragraph of nothing but one quotation says what the article says elsewhere without marks."""
        part = self._parts[piece.paragraph]
        whole = piece.start == part.start and part.end - piece.end <= 1
        if not whole or given.own or piece.continues or piece.open or self._left <= 0:
            return False
        run = _STRAIGHT_RUN.search(self._text, piece.start + 1, piece.end)
        core = "" if run is None else run.group().strip(" .,")
        if len(core) < _SHORTEST:
            return False
        self._left -= 1
        at = self._text.find(core)
        if at >= piece.start:
            at = self._text.find(core, piece.end)
        return at >= 0 and not any(start <= at < end for start, end in self._quoted)
