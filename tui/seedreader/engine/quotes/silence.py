"""Where nobody speaks: names of works and slogans in quotation marks, and words that no verb of saying holds."""

import re
from typing import Literal

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.attributions import Attribution
from seedreader.engine.quotes.pieces import Piece

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_BEFORE = re.compile(r"([\w’'\-]+)\s$")
_JOINING = frozenset(["and", "or", "but"])
_SMALL = frozenset("the a an of and in on for to with at from or by vs is".split())
_LONGEST = 80  # characters: a longer quotation is somebody’s words
_MOST_WORDS = 8
_FEW_WORDS = 4
_NEAR = 30  # characters between a verb of naming and the name it gives
_FAR = 60  # characters between a verb of thinking and the few words it may hold


Silence = Literal["", "name", "far"]
"""Why nobody seems to speak: a name such as “The Long Bridge”; few words far from a verb of thinking."""


def silence_of(text: str, piece: Piece, given: Attribution) -> Silence:
    """Why a quotation seems to have no speaker; empty where somebody may speak."""
    if piece.continues or piece.open or piece.end - piece.start > _LONGEST:
        return ""
    before = _BEFORE.search(text, max(0, piece.start - 30), piece.start)
    if before is None or before[1].lower() in _JOINING:
        return ""
    words = _WORD.findall(text, piece.start, piece.end)
    verb = "" if given.cue is None else text[given.cue[0] : given.cue[1]].lower()
    if given.cue is not None and verb in cues.NAMING and given.before and piece.start - given.cue[1] < _NEAR:
        return ""
    if _is_name(before[1].lower(), given, words):
        return "name"
    return "far" if _is_far(piece, given, words, verb) else ""


def _is_name(word: str, given: Attribution, words: list[str]) -> bool:
    """Whether words are capitalised as a name is, and the ``word`` before them names or announces nothing."""
    if not 2 <= len(words) <= _MOST_WORDS or (given.own and not given.before):
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()) or all(word.isupper() for word in words):
        return False
    return word != "as" and word not in cues.NAMING and (word not in cues.SAYING or word == "told")


def _is_far(piece: Piece, given: Attribution, words: list[str], verb: str) -> bool:
    """Whether few words only share a sentence with a verb of thinking, which does not hold them."""
    if given.cue is None or not 1 <= len(words) <= _FEW_WORDS:
        return False
    if not verb.isalpha() or verb in cues.SAYING or verb in cues.NAMING:
        return False
    if verb in cues.NOUN_CUES or verb == "according":
        return False
    return not given.before or piece.start - given.cue[1] > _FAR
