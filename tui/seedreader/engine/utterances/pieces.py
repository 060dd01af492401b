"""What is compared between articles: each sentence of a quotation, or the part of a sentence that tells one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedreader.engine import analysis as marking
from seedreader.engine.model import Analysis, Quote, Sentence, Span
from seedreader.engine.utterances.likeness import Bag
from seedreader.engine.utterances.model import Manner
from seedreader.engine.utterances.wording import words

_EDGE = " \t\n\r\u00a0\u3000\"“”„‟«»〝〞＂「」『』'‘’‚‛‹›`´"
_LEAD = re.compile(r"[\s,:;—–-]*(?:(?:that|ob|dass|que|что)\b\s*)?", re.IGNORECASE)
_TAIL = re.compile(r"[\s,:;—–(-]+$")
_BREAK = re.compile(r"[,;]\s+(?:so|but|and|while|whereas|yet|although|though)\s", re.IGNORECASE)
_ASIDE = re.compile(
    r",\s+(?:after|amid|as|before|when|where|which|while|who|saying|adding|calling|telling|noting|according|during)\s"
)
_ADDED = re.compile(r"\s*[—–:]|\s-\s")
_INTERRUPTED = 90
"""Characters of "he said" and the like that may interrupt a quoted sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or part of one, of something a person is said to have said.

    ``parts`` are its words in the document, without outer marks and without the "he said" in between; ``quoted`` are
    those of them that stand in marks. ``person`` numbers the persons of the set.
    """

    article: int
    person: int | None
    sentence: int
    manner: Manner
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the document."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.parts[-1].end


def wording(text: str, spans: Sequence[Span]) -> str:
    """The spans of a text joined by blanks."""
    return " ".join(text[span.start : span.end] for span in spans)


def bag(text: str, piece: Piece) -> Bag:
    """The words of a piece of an article's text."""
    return Bag(
        wording(text, piece.parts), wording(text, piece.quoted) if piece.manner == "fragment" else None
    )


def pieces(analysis: Analysis, article: int, persons: Mapping[str, int]) -> list[Piece]:
    """The pieces of one article in text order; ``persons`` numbers the names of persons in it.

    Furniture has none; nor have scare quotes and titles.
    """
    document = analysis.document
    found: list[Piece] = []
    for sentence, marks in zip(document.sentences, marking.by_sentence(analysis), strict=True):
        if marks.boilerplate:
            continue
        told = [quote for quote in marks.quotes if quote.type in ("direct", "mixed", "indirect")]
        for run in _runs(document.text, told):
            first = run[0]
            person = persons.get(first.person) if first.person else None
            for manner, parts, quoted in _read(document.text, sentence, run, marks.quotes):
                found.append(Piece(article, person, sentence.n, manner, parts, quoted))
    return sorted(found, key=lambda piece: (piece.start, piece.end))


def _runs(text: str, quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Quotations of a sentence that belong together: an interrupted sentence, or fragments of one speaker."""
    runs: list[list[Quote]] = []
    for quote in quotes:
        last = runs[-1][-1] if runs else None
        if last is not None and last.person == quote.person and last.speaker == quote.speaker:
            if last.type == quote.type == "mixed":
                runs[-1].append(quote)
                continue
            if last.type == "direct" and quote.type != "indirect" and _goes_on(text, last, quote):
                runs[-1].append(quote)
                continue
        runs.append([quote])
    return [run for run in runs if run[0].type != "indirect" or _is_told(run[0], quotes)]


def _goes_on(text: str, first: Quote, second: Quote) -> bool:
    return second.start - first.end <= _INTERRUPTED and text[first.start : first.end][-8:].rstrip(_EDGE)[
        -1:
    ] in tuple(",—–-…")


def _is_told(told: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether indirect speech is an utterance: somebody speaks, and it is not what stands around a quotation."""
    if told.speaker is None and told.person is None:
        return False
    return not any(
        told.cue is not None and told.cue == quote.cue
        if quote.type == "direct"
        else told.person == quote.person
        for quote in quotes
        if quote.type != "indirect"
    )


def _read(
    text: str, sentence: Sentence, run: Sequence[Quote], all_quotes: Sequence[Quote]
) -> list[tuple[Manner, tuple[Span, ...], tuple[Span, ...]]]:
    spans = [
        (quote, _trimmed(text, max(quote.start, sentence.start), min(quote.end, sentence.end)))
        for quote in run
    ]
    quoted = tuple(span for _, span in spans if span)
    if not quoted:
        return []
    if run[0].type == "indirect":
        return [("reported", (_bare(text, _with_apposition(text, quoted[0], sentence, all_quotes)),), ())]
    if run[0].type == "direct":
        return [("quoted", quoted, quoted)]
    clause = _clause(text, sentence, run, quoted, all_quotes)
    if len(quoted) == 1 and not _weighs(text, clause.start, quoted[0].start, quoted[0].end, clause.end):
        return [("quoted", quoted, quoted)]
    return [
        ("fragment", (part,), tuple(span for span in quoted if part.start <= span.start < part.end))
        for part in _clauses(text, clause, quoted)
    ]


def _with_apposition(text: str, span: Span, sentence: Sentence, quotes: Sequence[Quote]) -> Span:
    """What is reported with what a dash or a colon adds to it up to the end of the sentence, as in a list of names."""
    if not _ADDED.match(text, span.end, sentence.end) or any(
        span.end <= quote.start < sentence.end for quote in quotes
    ):
        return span
    return _trimmed(text, span.start, sentence.end) or span


def _weighs(text: str, start: int, inner: int, inner_end: int, end: int) -> bool:
    """Whether any word of content stands around a quoted part."""
    return _weight(text, start, inner) + _weight(text, inner_end, end) > 0


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without blanks and marks at its ends, nothing where it has no word.

    A mark that closes a quotation inside it stays.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and (text[end - 1] in _EDGE or text[end - 1] == ","):
        end -= 1
    for opening, closing in ("“”", "‘’", "«»"):
        if text[end : end + 1] == closing and text.rfind(opening, start, end) > text.rfind(
            closing, start, end
        ):
            end += 1
    return Span(start, end) if any(map(str.isalnum, text[start:end])) else None


def _bare(text: str, span: Span) -> Span:
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    return Span(start, span.end) if start < span.end else span


def _clause(
    text: str, sentence: Sentence, run: Sequence[Quote], quoted: Sequence[Span], quotes: Sequence[Quote]
) -> Span:
    """What stands around fragments of one speaker: the sentence without the speaker and the verb of saying."""
    first, last = quoted[0], quoted[-1]
    start, end = sentence.start, sentence.end
    outer = [span for quote in run for span in (quote.speaker, quote.cue) if span is not None]
    for quote in quotes:
        if quote not in run:
            outer += [Span(quote.start, quote.end)]
            outer += [span for span in (quote.speaker, quote.cue) if span is not None]
    for span in outer:
        if start < span.end <= first.start:
            start = span.end
        elif last.end <= span.start < end:
            end = span.start
    bare = _bare(text, Span(start, end))
    tail = _TAIL.search(text, last.end, end)
    end = tail.start() if tail else end
    aside = _ASIDE.search(text, last.end, end)
    return Span(min(bare.start, first.start), aside.start() if aside else end)


def _clauses(text: str, clause: Span, quoted: Sequence[Span]) -> list[Span]:
    """The clause cut between fragments where a conjunction begins another statement."""
    cuts = [clause.start]
    for one, other in pairwise(quoted):
        breaks = list(_BREAK.finditer(text, one.end, other.start))
        if (
            breaks
            and min(_weight(text, cuts[-1], breaks[-1].start()), _weight(text, other.start, clause.end)) >= 2
        ):
            cuts.append(breaks[-1].start() + 1)
    edges = [*cuts, clause.end]
    return [_bare(text, Span(start, end)) for start, end in pairwise(edges)]


def _weight(text: str, start: int, end: int) -> int:
    return sum(word.tells for word in words(text[start:end]))
