"""Gathers the utterances of a set of articles, and compares their variants with a base."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from seedreader.engine import words as diffing
from seedreader.engine.model import Analysis, Span
from seedreader.engine.pairs import Ignore, Side, WordChange
from seedreader.engine.persons import Person
from seedreader.engine.utterances.clauses import cut
from seedreader.engine.utterances.drift import Told, drift, farthest
from seedreader.engine.utterances.groups import grouped
from seedreader.engine.utterances.likeness import Scale
from seedreader.engine.utterances.model import Utterance, Variant
from seedreader.engine.utterances.pieces import Piece, bag, pieces, wording
from seedreader.engine.utterances.table import WordRow, table, title


def gather(analyses: Sequence[Analysis], people: Sequence[Person]) -> tuple[Utterance, ...]:
    """All utterances of a set, those that most articles have first, then in reading order.

    A name that is no member of any of the ``people`` is a person of its own, the same in every article.
    """
    names, numbers = _numbered(analyses, people)
    found = [piece for at, analysis in enumerate(analyses) for piece in pieces(analysis, at, numbers[at])]
    texts = [analysis.document.text for analysis in analyses]
    found = cut(texts, found, _scale(texts, found))
    groups = grouped(found, _scale(texts, found))
    starts = [[quote.start for quote in analysis.quotes] for analysis in analyses]
    made = [_utterance([found[at] for at in group], names, analyses, starts) for group in groups]
    return tuple(sorted(made, key=_place))


def _place(utterance: Utterance) -> tuple[int, int, int]:
    first = utterance.variants[0]
    return -len(utterance.articles), first.article, first.start


def _numbered(
    analyses: Sequence[Analysis], people: Sequence[Person]
) -> tuple[list[str], list[dict[str, int]]]:
    names = [person.name for person in people]
    members = {member: at for at, person in enumerate(people) for member in sorted(person.members)}
    strangers: dict[str, int] = {}
    fresh = count(len(names))
    numbers: list[dict[str, int]] = []
    for at, analysis in enumerate(analyses):
        known: dict[str, int] = {}
        for quote in analysis.quotes:
            if quote.person is None or quote.person in known:
                continue
            number = members.get((at, quote.person))
            if number is None:
                number = strangers.get(quote.person)
            if number is None:
                number = strangers[quote.person] = next(fresh)
                names.append(quote.person)
            known[quote.person] = number
        numbers.append(known)
    return names, numbers


def _scale(texts: Sequence[str], found: Sequence[Piece]) -> Scale:
    return Scale([bag(texts[piece.article], piece) for piece in found], [piece.article for piece in found])


def _quotation(piece: Piece, starts: Sequence[int]) -> int:
    """The index of the quotation that a piece begins in, of quotations that begin at ``starts``."""
    return max(0, bisect_right(starts, (piece.quoted or piece.parts)[0].start) - 1)


def _utterance(
    members: Sequence[Piece],
    names: Sequence[str],
    analyses: Sequence[Analysis],
    starts: Sequence[Sequence[int]],
) -> Utterance:
    person = next((piece.person for piece in members if piece.person is not None), None)
    variants = tuple(
        Variant(
            piece.article,
            _quotation(piece, starts[piece.article]),
            piece.start,
            piece.end,
            piece.sentence,
            piece.manner,
            piece.parts,
            piece.quoted,
        )
        for piece in sorted(members, key=lambda piece: (piece.article, piece.start, piece.end))
    )
    base = max(range(len(variants)), key=lambda at: (*_worth(variants[at], analyses), -at))
    plain = Utterance(None if person is None else names[person], variants, base, "single", "")
    texts = [_text(variant, analyses) for variant in variants]
    named = texts[base]
    if variants[base].manner == "fragment":
        named = " … ".join(_told(variants[base], analyses).quoted)
    return rebased(replace(plain, title=title(named, texts)), analyses, base)


def _worth(variant: Variant, analyses: Sequence[Analysis]) -> tuple[int, bool, int]:
    """What makes a base: quoted rather than a fragment, a fragment rather than a report, attributed, long."""
    quote = None if variant.quote is None else analyses[variant.article].quotes[variant.quote]
    attributed = quote is not None and (quote.speaker is not None or quote.person is not None)
    manner = ("reported", "fragment", "quoted").index(variant.manner)
    return manner, attributed, len(_text(variant, analyses).split())


def _text(variant: Variant, analyses: Sequence[Analysis]) -> str:
    """The words of a variant that are compared: those in marks where it is a fragment."""
    return wording(analyses[variant.article].document.text, _compared(variant))


def _compared(variant: Variant) -> tuple[Span, ...]:
    return variant.quoted if variant.manner == "fragment" else variant.parts


def _told(variant: Variant, analyses: Sequence[Analysis]) -> Told:
    text = analyses[variant.article].document.text
    quoted = tuple(text[span.start : span.end] for span in variant.quoted)
    return Told(wording(text, variant.parts), quoted, variant.manner)


def rebased(utterance: Utterance, analyses: Sequence[Analysis], base: int) -> Utterance:
    """The utterance with its variants compared with the one at index ``base`` of them."""
    told = [_told(variant, analyses) for variant in utterance.variants]
    made: list[Variant] = []
    for at, variant in enumerate(utterance.variants):
        found, notes = drift(told[base], told[at]) if at != base else ("verbatim", ())
        made.append(replace(variant, drift=found, notes=notes))
    return _settled(replace(utterance, variants=tuple(made), base=base))


def quoted_only(utterance: Utterance) -> Utterance | None:
    """The utterance without what tells it in other words than the speaker's; nothing where that is all of it.

    The base stays in any case, and with it the drift of the others.
    """
    kept = [
        at
        for at, variant in enumerate(utterance.variants)
        if variant.manner != "reported" or at == utterance.base
    ]
    if all(utterance.variants[at].manner == "reported" for at in kept):
        return None
    variants = tuple(utterance.variants[at] for at in kept)
    return _settled(replace(utterance, variants=variants, base=kept.index(utterance.base)))


def _settled(utterance: Utterance) -> Utterance:
    """The utterance with the drift of its farthest variant."""
    single = len(utterance.articles) == 1
    drifts = [variant.drift for variant in utterance.variants]
    return replace(utterance, drift="single" if single else farthest(drifts))


def changes(
    utterance: Utterance, analyses: Sequence[Analysis], variant: int, ignore: Ignore | None = None
) -> tuple[WordChange, ...]:
    """The words in which a variant and the base differ, in offsets of their documents: side a is the base."""
    base, other = utterance.variants[utterance.base], utterance.variants[variant]
    sides: dict[Side, Variant] = {"a": base, "b": other}
    found = diffing.diff(_text(base, analyses), _text(other, analyses), ignore=ignore or Ignore())
    return tuple(
        WordChange(change.side, span.start, span.end, change.grade)
        for change in found
        for span in _in_document(_compared(sides[change.side]), change.start, change.end)
    )


def word_table(utterance: Utterance, analyses: Sequence[Analysis]) -> tuple[WordRow, ...]:
    """Which variant has which words of content: a row per word, a cell per variant."""
    return table(utterance.base, [_text(variant, analyses) for variant in utterance.variants])


def _in_document(parts: Sequence[Span], start: int, end: int) -> list[Span]:
    """A span of the joined parts as spans of the document, one per part it touches."""
    found: list[Span] = []
    at = 0
    for part in parts:
        low, high = max(start, at), min(end, at + part.end - part.start)
        if low < high:
            found.append(Span(part.start + low - at, part.start + high - at))
        at += part.end - part.start + 1
    return found
