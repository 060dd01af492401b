"""The whole way from a text to its quotations with their speakers."""

from seedreader.engine.model import Quote, Span
from seedreader.engine.quotes.displays import Repeats, sign, signatures
from seedreader.engine.quotes.indirect import Reported, find_reported
from seedreader.engine.quotes.kinds import kind_of
from seedreader.engine.quotes.machine import find_pieces, paragraphs
from seedreader.engine.quotes.persons import Names
from seedreader.engine.quotes.silence import silence_of
from seedreader.engine.quotes.speakers import attribute


def find(text: str) -> list[Quote]:
    """The quotations of a text, in text order, never overlapping, each with its speaker where one is told.

    Offsets are code points of ``text`` and include the marks; a quotation over several paragraphs gives one
    ``Quote`` per paragraph. A quotation inside another one belongs to the outer; the last line of one set apart
    that signs it is no quotation. Indirect speech, in English
    only, is given as what is reported, without its speaker and verb. Never raises on any text.
    Method: a state machine over marks, then cue verbs with their subjects, after O'Keefe et al. 2012 and
    Krestel et al. 2008; for indirect speech the guesses that a logistic regression finds likely.
    """
    parts = paragraphs(text)
    pieces = find_pieces(text, parts)
    reported = find_reported(text, parts, pieces)
    if not pieces and not reported:
        return []
    signed = signatures(text, pieces)
    given = sign(attribute(text, parts, pieces), pieces, signed)
    repeats = Repeats(text, parts, pieces)
    names = Names(text, [(piece.start, piece.end) for piece in pieces])
    quotes: list[Quote] = []
    for index, (piece, attribution) in enumerate(zip(pieces, given, strict=True)):
        if index in signed:
            continue
        silence = silence_of(text, piece, attribution)
        kind = kind_of(text, parts, pieces, index, attribution, name=silence == "name")
        if silence == "far" or repeats.repeats(piece, attribution):
            kind = "scare"
        told = kind in ("direct", "mixed") or (kind == "scare" and not silence)
        speaker = attribution.speaker if told else None
        cue = attribution.cue if told else None
        quotes.append(
            Quote(
                start=piece.start,
                end=piece.end,
                type=kind,
                speaker=None if speaker is None else Span(*speaker),
                person=None if speaker is None else names.person(*speaker),
                cue=None if cue is None else Span(*cue),
                repairs=piece.repairs,
            )
        )
    quotes += [_indirect(one, names) for one in reported]
    return sorted(quotes, key=_place) if reported else quotes


def _indirect(one: Reported, names: Names) -> Quote:
    speaker = None if one.speaker is None else Span(*one.speaker)
    person = None if speaker is None else names.person(*speaker)
    return Quote(one.start, one.end, "indirect", speaker, person, Span(*one.cue))


def _place(quote: Quote) -> int:
    return quote.start
