"""Speakers in headlines, where every word has a capital: Berg: ‘…’; ‘…’, Berg Tells Town."""

from collections.abc import Sequence

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.phrases import Range
from seedreader.engine.quotes.words import CONJUNCTIONS, PREPOSITIONS, TIMES, Token, is_verb

_LONGEST = 40  # tokens
_LONGEST_NAME = 8


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most longer words of a first paragraph have a capital."""
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    capitals = sum(token.capital for token in words)
    return 1 < len(tokens) <= _LONGEST and len(words) > 1 and capitals >= 0.7 * len(words)


def is_title(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sentence inside the text is written as a headline: Anna Berg Said “…”."""
    verbs = [token for token in tokens[1:place] if token.lower in cues.CUES and not token.text.isupper()]
    return bool(verbs) and all(token.capital for token in verbs) and is_headline(tokens)


def headline_speaker(tokens: Sequence[Token], place: int) -> tuple[Range, int | None] | None:
    """The speaker of the quotation at token ``place`` of a headline, with the token of the cue if any.

    In order: ``…, X Says`` behind the quotation, ``X: …`` or ``X on …: …`` before it, ``X Calls …``.
    """
    for comma in range(place + 1, len(tokens)):
        if tokens[comma].text == "," or (comma == place + 1 and tokens[comma].kind == "word"):
            first = comma + 1 if tokens[comma].text == "," else comma
            verb = _verb(tokens, first, len(tokens), saying=True)
            if verb is not None and verb > first:
                return (first, verb - 1), verb
    colon = next((at for at in range(1, place) if tokens[at].text == ":"), None)
    stop = place if colon is None else colon
    verb = _verb(tokens, 0, stop, saying=False)
    end = stop if verb is None else verb
    for at in range(1, end):
        if tokens[at].lower in PREPOSITIONS or tokens[at].lower in CONJUNCTIONS or tokens[at].kind != "word":
            end = at
            break
    if (verb is None and colon is None) or not 0 < end <= _LONGEST_NAME or not tokens[0].capital:
        return None
    return (0, end - 1), verb


def _verb(tokens: Sequence[Token], first: int, limit: int, *, saying: bool) -> int | None:
    """The first word from ``first + 1`` on that is a cue verb, or any verb unless ``saying``."""
    for at in range(first + 1, min(limit, first + _LONGEST_NAME)):
        token = tokens[at]
        if token.kind != "word" or token.lower in TIMES:
            return None
        small = Token(token.start, token.end, token.lower, token.lower, "word")
        if token.lower in cues.SAYING:
            return at
        if not saying and (token.lower in cues.CUES or (is_verb(small) and not _ends_name(tokens, at))):
            return at
    return None


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that looks like a verb ends the name before a colon or a verb: Anna Richards: …"""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or follower.text == ",":
        return follower is not None
    return follower.text == ":" or follower.lower in cues.CUES
