"""What kind of quotation a piece is: a statement, words inside a sentence, scare quotes, a title."""

import re
from collections.abc import Sequence

from seedreader.engine.model import QuoteType
from seedreader.engine.quotes.attributions import Attribution
from seedreader.engine.quotes.pieces import Paragraph, Piece
from seedreader.engine.quotes.speech import speaks
from seedreader.engine.quotes.words import TIMES

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_NAMING = frozenset(
    "titled entitled called named podcast movie film documentary show series song album single book novel poem"
    " magazine program programme play musical sitcom drama thriller comedy memoir headlined subtitled".split()
)
_PLACING = frozenset(
    "on with told in from of by hosts host hosting for and at abc’s cnn’s nbc’s cbs’s".split()
)
_PROGRAMS = frozenset("podcast show program programme host co-host anchor movie album tour".split())
_BROADCASTERS = frozenset(
    "abc cnn nbc cbs msnbc fox hbo pbs netflix politico npr bbc channel network".split()
)
_SMALL = frozenset("the a an of and in on for to with at from or by vs is".split())
_MANY_WORDS = 10  # so many words that begin as a statement does are one
_FEW_WORDS = 3  # so few need to be announced


def kind_of(
    text: str,
    parts: Sequence[Paragraph],
    pieces: Sequence[Piece],
    index: int,
    given: Attribution,
    *,
    name: bool,
) -> QuoteType:
    """The kind of the quotation ``pieces[index]``; ``name`` tells that nobody seems to speak it."""
    piece = pieces[index]
    if piece.continues or piece.open:
        return "direct"
    part = parts[piece.paragraph]
    words = _WORD.findall(text, piece.start, min(piece.end, piece.start + 200))
    before = text[max(part.start, piece.start - 60) : piece.start]
    statement = _starts_statement(words, before) and (given.own or len(words) > _FEW_WORDS)
    if statement and len(words) >= _MANY_WORDS:
        return "direct"
    title = _is_title(words, before, text[piece.end : min(part.end, piece.end + 40)], given)
    if not speaks(text, parts, pieces, index, given, name=name, title=title):
        return "title" if title else "scare"
    return "direct" if statement else "mixed"


def _last_word(before: str) -> str:
    """The word before a quotation in small letters; empty behind a colon."""
    words = before.rpartition(":")[2].split()
    while words and not any(letter.isalnum() for letter in words[-1]):
        words.pop()
    return words[-1].strip('.,;()[]—–-"“”‘').lower() if words else ""


def _is_title(inside: list[str], before: str, after: str, given: Attribution) -> bool:
    capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in inside)
    if not capitals or not inside or not inside[0][0].isupper():
        return False
    word = _last_word(before)
    behind = _WORD.search(after)
    next_word = behind.group().lower() if behind else ""
    if word in _NAMING or next_word in _PROGRAMS:
        return True
    owner = re.sub(r"[’']s$", "", word)
    if owner != word and (owner in _BROADCASTERS or (owner in TIMES and len(inside) >= 2)):
        return True
    if word == "on" and len(inside) >= 2 and before.endswith(" "):
        return True
    return (
        word in _PLACING and len(inside) >= 2 and before[-1:].isspace() and word != "told" and not given.own
    )


def _starts_statement(inside: list[str], before: str) -> bool:
    if not inside:
        return False
    lead = before.rstrip()[-1:]
    if lead in (":", "："):
        return True
    capital = inside[0][0].isupper() or not inside[0][0].isalpha()
    return capital and lead in ("", ",", ".", "!", "?", "”", '"', "»", "’", "'", ")", "—", "…")
