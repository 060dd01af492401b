"""Marks a document: its furniture, its quotations, and what follows from them for sentences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from seedreader.engine.language import words
from seedreader.engine.model import Analysis, Document, Furniture, FurnitureKind, LineMark, Quote, Span

if TYPE_CHECKING:
    from seedreader.engine.boilerplate.recurrence import Trace

_FRONT_MATTER = LineMark("sure", "byline", 1.0, ("front matter: what the file says about itself",))
_BY_HAND = ("you said so",)
_WITHIN = ("stands inside a line of the text",)
_INSIDE = 0.9
"""Probability of furniture that is less than a line: such spans are marked only where the signs are plain."""


def analyse(part: Document, within: Span) -> Analysis:
    """Mark one part of a text; ``within`` is where it lies in the text. Marks carry offsets of the whole text."""
    # The lexicons behind these two take longer to import than the first screen takes to draw.
    from seedreader.engine import boilerplate, quotes, verdicts

    title = part.slice(part.title) if part.title else None
    lines = boilerplate.classify([part.slice(block) for block in part.blocks], title=title)
    marks = verdicts.judge(part, lines)
    outside = [block for block in part.blocks if block.kind in ("metadata", "code")]
    found = [_shifted(quote, within.start) for quote in quotes.find(part.text[within.start : within.end])]
    found = [quote for quote in found if not any(b.start <= quote.start < b.end for b in outside)]
    return Analysis(part, _furniture(part, marks), tuple(found), marks)


def with_recurring(analysis: Analysis, recurring: Collection[int]) -> Analysis:
    """The analysis of a part whose blocks with the given numbers stand in other articles too."""
    if not recurring:
        return analysis
    from seedreader.engine.boilerplate.recurrence import raised

    part = analysis.document
    marks = [
        raised(part.slice(part.blocks[number]), mark) if number in recurring else mark
        for number, mark in enumerate(analysis.lines)
    ]
    return replace(analysis, furniture=_furniture(part, marks))


def with_verdicts(analysis: Analysis, verdicts: Mapping[Span, bool]) -> Analysis:
    """The analysis where a reader has said of stretches, such as sentences, whether they are furniture.

    What was marked there before goes; what the marks cover besides these stretches stays as it is.
    """
    if not verdicts:
        return analysis
    marks = list(analysis.furniture)
    for span, furniture in sorted(verdicts.items(), key=lambda verdict: verdict[0].start):
        left: list[Furniture] = []
        kind: FurnitureKind = "navigation"
        for mark in marks:
            if mark.end <= span.start or mark.start >= span.end:
                left.append(mark)
                continue
            kind = mark.kind
            if mark.start < span.start:
                left.append(replace(mark, end=span.start))
            if mark.end > span.end:
                left.append(replace(mark, start=span.end))
        if furniture:
            left.append(Furniture(span.start, span.end, kind, "sure", 1.0, _BY_HAND))
        marks = left
    return replace(analysis, furniture=tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))


def traces(analysis: Analysis) -> "tuple[Trace, ...]":
    """What is kept of the blocks of a part to find them in other articles."""
    from seedreader.engine.boilerplate.recurrence import UNTRACED, trace

    part = analysis.document
    return tuple(
        UNTRACED if block.kind in ("metadata", "code") else trace(part.slice(block), mark)
        for block, mark in zip(part.blocks, analysis.lines, strict=True)
    )


def join(document: Document, parts: Sequence[Analysis]) -> Analysis:
    """Join the analyses of all parts of ``document``."""
    return Analysis(
        document,
        tuple(mark for part in parts for mark in part.furniture),
        tuple(quote for part in parts for quote in part.quotes),
        tuple(mark for part in parts for mark in part.lines),
    )


def _furniture(part: Document, marks: Sequence[LineMark]) -> tuple[Furniture, ...]:
    return tuple(
        piece
        for block, mark in zip(part.blocks, marks, strict=True)
        for piece in _furniture_of(
            block.start, block.end, _FRONT_MATTER if block.kind == "metadata" else mark
        )
    )


def _furniture_of(start: int, end: int, mark: LineMark) -> list[Furniture]:
    if mark.tier != "content":
        return [Furniture(start, end, mark.kind or "navigation", mark.tier, mark.p, mark.reasons)]
    return [
        Furniture(
            start + span.start,
            start + span.end,
            span.kind,
            "sure",
            _INSIDE,
            mark.reasons or (f"{span.kind} inside a line",),
        )
        for span in mark.spans
    ]


def _shifted(quote: Quote, by: int) -> Quote:
    if by == 0:
        return quote

    def move(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span else None

    return Quote(
        quote.start + by,
        quote.end + by,
        quote.type,
        move(quote.speaker),
        quote.person,
        move(quote.cue),
        quote.repairs,
    )


class SentenceMarks(NamedTuple):
    """What one sentence is: the furniture that covers at least half of it, the quotations it touches.

    ``inside`` is furniture that is a smaller part of it.
    """

    furniture: Furniture | None
    quotes: tuple[Quote, ...]
    inside: tuple[Furniture, ...] = ()

    @property
    def boilerplate(self) -> bool:
        """Whether the sentence is furniture for sure."""
        return self.furniture is not None and self.furniture.tier == "sure"


def by_sentence(analysis: Analysis) -> tuple[SentenceMarks, ...]:
    """Return the marks of each sentence, in order."""
    result: list[SentenceMarks] = []
    first_furniture = first_quote = 0
    furniture, found = analysis.furniture, analysis.quotes
    for sentence in analysis.document.sentences:
        while first_furniture < len(furniture) and furniture[first_furniture].end <= sentence.start:
            first_furniture += 1
        while first_quote < len(found) and found[first_quote].end <= sentence.start:
            first_quote += 1
        covering: Furniture | None = None
        inside: list[Furniture] = []
        for number in range(first_furniture, len(furniture)):
            mark = furniture[number]
            if mark.start >= sentence.end:
                break
            overlap = min(mark.end, sentence.end) - max(mark.start, sentence.start)
            if 2 * overlap >= sentence.end - sentence.start:
                covering = mark
            else:
                inside.append(mark)
        touching: list[Quote] = []
        for quote in found[first_quote:]:
            if quote.start >= sentence.end:
                break
            if quote.end > sentence.start:
                touching.append(quote)
        result.append(SentenceMarks(covering, tuple(touching), tuple(inside)))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one article: words, words in sure furniture, sentences, quotations (of words somebody spoke)."""

    words: int
    furniture_words: int
    sentences: int
    quotes: int

    @property
    def furniture_percent(self) -> int:
        """Share of words that are sure furniture, in whole per cent."""
        return round(100 * self.furniture_words / self.words) if self.words else 0


def figures(analysis: Analysis) -> Figures:
    """Count an article; CJK texts without blanks count a word per two characters."""
    document = analysis.document
    covered = sum(
        words(document.text[mark.start : mark.end]) for mark in analysis.furniture if mark.tier == "sure"
    )
    spoken = sum(quote.type in ("direct", "mixed") for quote in analysis.quotes)
    return Figures(words(document.text), covered, len(document.sentences), spoken)
