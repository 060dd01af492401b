"""What is kept of an article to find its words in others: numbers for every run of words, sentence by sentence."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from zlib import crc32

from seedreader.engine import analysis as marking
from seedreader.engine.align.similarity import fold, tokens
from seedreader.engine.boilerplate.recurrence import ELSEWHERE
from seedreader.engine.model import Analysis, Furniture

RUN: Final = 5
"""Words of a run: shorter ones are shared by chance, longer ones break at every changed word."""

RUN_WIDE: Final = 10
"""The same for scripts without blanks, where a token is one character."""

PASSAGE_WORDS: Final = 20
"""Words of a sentence from which on it is more likely a passage that went round than furniture of a site."""

_PROSE: Final = re.compile(r"[.。!！?？…][\"'”’»」』)]*\s*$")


class Line(NamedTuple):
    """A sentence of the body.

    ``sentence`` is its number, ``first`` and ``end`` say which runs of the print are its own; ``key`` is a
    number that equal sentences share; ``quoted`` is whether it has words of a quotation in it.
    """

    sentence: int
    words: int
    key: int
    first: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Print:
    """The body of an article as numbers.

    ``runs`` are those of the lines and behind them those of its furniture, as what is body here may be furniture there.
    ``around`` are the words of the furniture; ``body`` and ``whole`` are numbers that articles share whose bodies,
    or whose whole texts, are the same but for case and punctuation; the title counts for neither.
    """

    lines: tuple[Line, ...]
    runs: "array[int]"
    words: int
    around: int
    body: int
    whole: int

    @property
    def marks(self) -> "Sequence[int]":
        """The runs of the body."""
        return self.runs[: self.lines[-1].end] if self.lines else ()

    def of(self, line: Line) -> "Sequence[int]":
        """The runs of one sentence."""
        return self.runs[line.first : line.end]


EMPTY: Final = Print((), array("I"), 0, 0, 0, 0)
"""The print of an article of which nothing is known."""


def take(analysis: Analysis) -> Print:
    """Take the print of an article: of its body, furniture and title left out."""
    document = analysis.document
    # Where there is no headline the title is the first sentence of the body.
    title = document.title if document.title and not _PROSE.search(document.slice(document.title)) else None
    lines: list[Line] = []
    runs = array("I")
    around = 0
    outside: list[int] = []
    body: list[str] = []
    whole: list[str] = []
    for sentence, mark in zip(document.sentences, marking.by_sentence(analysis), strict=True):
        folded = fold(document.slice(sentence))
        found = tokens(folded)
        if not found or (title is not None and sentence.start < title.end <= sentence.end):
            continue
        whole.append(folded)
        wide = len(found) > 2 * (folded.count(" ") + 1)
        made = _runs(found, RUN_WIDE if wide else RUN)
        if mark.furniture and mark.boilerplate and not _recurs_only(mark.furniture, len(found)):
            around += len(found)
            outside += made
            continue
        body.append(folded)
        first = len(runs)
        runs.extend(made)
        spoken = any(quote.type in ("direct", "mixed") for quote in mark.quotes)
        lines.append(Line(sentence.n, len(found), _number(folded), first, len(runs), spoken))
    total = sum(line.words for line in lines)
    runs.extend(outside)
    return Print(tuple(lines), runs, total, around, _number("\n".join(body)), _number("\n".join(whole)))


def _recurs_only(mark: Furniture, words: int) -> bool:
    """Whether a longer line is furniture for no other reason than that others have it: so have the copies of a text."""
    return mark.reasons == (ELSEWHERE,) and words >= PASSAGE_WORDS


def _runs(words: Sequence[str], length: int) -> list[int]:
    many = max(1, len(words) - length + 1)
    return [crc32(" ".join(words[at : at + length]).encode("utf-8", "replace")) for at in range(many)]


def _number(text: str) -> int:
    raw = text.encode("utf-8", "replace")
    return crc32(raw) << 32 | crc32(raw[::-1])
