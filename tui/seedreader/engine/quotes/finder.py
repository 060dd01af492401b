"""The whole way from a text to its quotations with their speakers."""

from seedreader.engine.model import Quote, Span
from seedreader.engine.quotes.kinds import kind_of
from seedreader.engine.quotes.machine import find_pieces, paragraphs
from seedreader.engine.quotes.persons import Names
from seedreader.engine.quotes.speakers import attribute


def find(text: str) -> list[Quote]:
    """The quotations of a text, in text order, never overlapping, each with its speaker where one is told.

    Offsets are code points of ``text`` and include the marks; a quotation over several paragraphs gives one
    ``Quote`` per paragraph. A quotation inside another one belongs to the outer. Never raises on any text.
    Method: a state machine over marks, then cue verbs with their subjects, after O'Keefe et al. 2012 and
    Krestel et al. 2008.
    """
    parts = paragraphs(text)
    pieces = find_pieces(text, parts)
    if not pieces:
        return []
    given = attribute(text, parts, pieces)
    names = Names(text, [(piece.start, piece.end) for piece in pieces])
    quotes: list[Quote] = []
    for piece, attribution in zip(pieces, given, strict=True):
        part = parts[piece.paragraph]
        speaker = attribution.speaker
        kind = kind_of(text, piece, part.start, part.end, attribution)
        quotes.append(
            Quote(
                start=piece.start,
                end=piece.end,
                type=kind,
                speaker=None if speaker is None or kind == "title" else Span(*speaker),
                person=None if speaker is None or kind == "title" else names.person(*speaker),
                cue=None if attribution.cue is None or kind == "title" else Span(*attribution.cue),
                repairs=piece.repairs,
            )
        )
    return quotes
