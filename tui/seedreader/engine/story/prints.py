"""What is kept of an article to find its words in others: numbers for every run of words, sentence by sentence."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from zlib import crc32

from seedreader.engine import analysis as marking
from seedreader.engine.align.similarity import fold, tokens
from seedreader.engine.model import Analysis

RUN: Final = 5
"""Words of a run: shorter ones are shared by chance, longer ones break at every changed word."""

RUN_WIDE: Final = 10
"""The same for scripts without blanks, where a token is one character."""


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

    ``around`` are the words of its furniture; ``body`` and ``whole`` are numbers that articles share whose bodies,
    or whose whole texts, are the same but for case and punctuation; the title counts for neither.
    """

    lines: tuple[Line, ...]
    runs: "array[int]"
    words: int
    around: int
    body: int
    whole: int

    def of(self, line: Line) -> "Sequence[int]":
        """The runs of one sentence."""
        return self.runs[line.first : line.end]


EMPTY: Final = Print((), array("I"), 0, 0, 0, 0)
"""The print of an article of which nothing is known."""


def take(analysis: Analysis) -> Print:
    """Take the print of an article: of its body, furniture and title left out."""
    document = analysis.document
    lines: list[Line] = []
    runs = array("I")
    around = 0
    body: list[str] = []
    whole: list[str] = []
    for sentence, mark in zip(document.sentences, marking.by_sentence(analysis), strict=True):
        folded = fold(document.slice(sentence))
        found = tokens(folded)
        if not found or (document.title is not None and sentence.start < document.title.end <= sentence.end):
            continue
        whole.append(folded)
        if mark.boilerplate:
            around += len(found)
            continue
        body.append(folded)
        wide = len(found) > 2 * (folded.count(" ") + 1)
        first = len(runs)
        runs.extend(_runs(found, RUN_WIDE if wide else RUN))
        spoken = any(quote.type in ("direct", "mixed") for quote in mark.quotes)
        lines.append(Line(sentence.n, len(found), _number(folded), first, len(runs), spoken))
    total = sum(line.words for line in lines)
    return Print(tuple(lines), runs, total, around, _number("\n".join(body)), _number("\n".join(whole)))


def _runs(words: Sequence[str], length: int) -> list[int]:
    many = max(1, len(words) - length + 1)
    return [crc32(" ".join(words[at : at + length]).encode("utf-8", "replace")) for at in range(many)]


def _number(text: str) -> int:
    raw = text.encode("utf-8", "replace")
    return crc32(raw) << 32 | crc32(raw[::-1])
