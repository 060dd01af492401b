"""What kind of quotation a piece is: a statement, words inside a sentence, scare quotes, a title."""

import re

from seedreader.engine.model import QuoteType
from seedreader.engine.quotes.pieces import Piece
from seedreader.engine.quotes.speakers import Attribution

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_LAST_WORDS = re.compile(r"([^\W_]+(?:[’'\-][^\W_]+)*)[^\w:]*$")
_NAMING = frozenset(
    "titled entitled called named podcast movie film documentary show series song album single book novel poem"
    " magazine program programme play musical sitcom drama thriller comedy memoir headlined subtitled".split()
)
_PLACING = frozenset("on with told in from of by hosts host hosting for and at abc’s cnn’s nbc’s cbs’s".split())
_PROGRAMS = frozenset("podcast show program programme host co-host anchor movie album tour".split())
_BROADCASTERS = frozenset("abc cnn nbc cbs msnbc fox hbo pbs netflix politico npr bbc channel network".split())
_SO_CALLED = frozenset("so-called called dubbed nicknamed known termed styled".split())
_SMALL = frozenset("the a an of and in on for to with at from or by vs is".split())


def kind_of(text: str, piece: Piece, paragraph_start: int, paragraph_end: int, given: Attribution) -> QuoteType:
    """The kind of one piece of quotation, from its own words and those around it."""
    inside = [match.group() for match in _WORD.finditer(text, piece.start, min(piece.end, piece.start + 200))]
    before = text[max(paragraph_start, piece.start - 60) : piece.start]
    after = text[piece.end : min(paragraph_end, piece.end + 40)]
    if piece.continues or piece.open:
        return "direct"
    if len(inside) <= 8 and piece.end - piece.start < 80:
        if _is_title(inside, before, after, given):
            return "title"
        if _is_scare(inside, before, given):
            return "scare"
    statement = _starts_statement(inside, before)
    if statement and (given.own or len(inside) > 3):
        return "direct"
    return "mixed"


def _is_title(inside: list[str], before: str, after: str, given: Attribution) -> bool:
    capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in inside)
    if not capitals or not inside or not inside[0][0].isupper():
        return False
    lead = _LAST_WORDS.search(before)
    word = lead.group(1).lower() if lead else ""
    behind = _WORD.search(after)
    next_word = behind.group().lower() if behind else ""
    if word in _NAMING or next_word in _PROGRAMS:
        return True
    owner = re.sub(r"[’']s$", "", word)
    if owner != word and owner in _BROADCASTERS:
        return True
    return word in _PLACING and len(inside) >= 2 and before[-1:].isspace() and word != "told" and not given.own


def _is_scare(inside: list[str], before: str, given: Attribution) -> bool:
    lead = _LAST_WORDS.search(before)
    word = lead.group(1).lower() if lead else ""
    if word in _SO_CALLED and len(inside) <= 4 and not given.own:
        return True
    return given.speaker is None and len(inside) <= 4


def _starts_statement(inside: list[str], before: str) -> bool:
    if not inside:
        return False
    lead = before.rstrip()[-1:]
    if lead in (":", "："):
        return True
    capital = inside[0][0].isupper() or not inside[0][0].isalpha()
    return capital and lead in ("", ",", ".", "!", "?", "”", '"', "»", "’", "'", ")", "—", "…")
