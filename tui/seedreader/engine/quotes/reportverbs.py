"""Verbs that may report: told from the nouns of the same form, with what stands around them."""

from collections.abc import Sequence

from seedreader.engine.quotes.phrases import Range
from seedreader.engine.quotes.reportwords import SAYING, VERBS
from seedreader.engine.quotes.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    Sentence,
    Token,
    is_adverb,
)

SUBORDINATING = frozenset(
    "as if when while after although though because since before where despite asked".split()
)
_PLURALS = frozenset("they we i you to who and people let republicans democrats".split())
_HOLDING = DETERMINERS | POSSESSIVES  # words that a noun follows, no verb
_BEFORE_BASE = _PLURALS | AUXILIARIES | ADVERBS | {"t"}  # don’t counts as two words here
_IDLE = frozenset("so needless that strange suffice fair safe sad sorry".split())  # to say: nobody speaks
_BE = frozenset("is was are were be been being".split())
_NOT = frozenset("not never don’t don't didn’t didn't doesn’t doesn't won’t won't".split())
_BEFORE: tuple[tuple[str, frozenset[str]], ...] = (
    ("modal", frozenset("will would could should can might may".split())),
    ("not", _NOT),
    ("perfect", frozenset("has have had having".split())),
    ("be", _BE),
    ("after who", RELATIVES),
    ("after and", frozenset(["and", "but", "or"])),
    ("to", frozenset(["to"])),
    ("do", frozenset(["do", "does", "did"])),
)


def verb_at(tokens: Sequence[Token], at: int) -> tuple[str, str] | None:
    """The verb at ``at`` that may report, as its base and form (base, s, past, ing), not the noun of that form."""
    token = tokens[at]
    if token.kind != "word" or (token.capital and at > 0):
        return None
    form = VERBS.get(token.lower)
    if form is None:
        return None
    kind = form[1]
    before = tokens[at - 1] if at else None
    if before is None or before.kind != "word":
        return None if kind == "base" else form
    low = before.lower
    held = low in _HOLDING
    if kind == "ing":
        return None if held or low == "without" else form
    if held or before.owns or (low in PREPOSITIONS and low != "to"):
        return None
    if kind == "past":
        return form
    if low == "to" and at > 1 and tokens[at - 2].lower in _IDLE:
        return None
    if kind == "base":
        plural = low.endswith("s") and not low.endswith("ss") and (not before.capital or at == 1)
        return form if plural or low in _PLURALS or low in AUXILIARIES or is_adverb(before) else None
    spoken = before.capital or low in SPOKEN_PRONOUNS or low in RELATIVES or is_adverb(before)
    return form if spoken or form[0] in SAYING or low.endswith(("er", "or", "man", "an", "l", "y")) else None


def may_report(before: str, word: str) -> bool:
    """Whether a word in small letters may be a verb that reports, told quickly by the letters before it alone."""
    form = VERBS.get(word)
    if form is None or before in _HOLDING:
        return False
    return form[1] != "base" or before.endswith(("s", "ly")) or before in _BEFORE_BASE


def joins_verb(tokens: Sentence, at: int, end: int, kind: str) -> bool:
    """Whether another verb of the same form is joined: said … and called …"""
    while at < end and is_adverb(tokens[at]):
        at += 1
    form = VERBS.get(tokens[at].lower) if at < end else None
    return form is not None and form[1] == kind and kind in ("past", "s") and verb_at(tokens, at) is not None


def verb_surroundings(tokens: Sentence, verb: int, kind: str, subject: Range | None) -> list[str]:
    """What stands before a verb as features: an auxiliary, ``not``, ``to``, ``who``; what opens its clause."""
    features: list[str] = []
    at = verb - 1
    while at >= 0 and is_adverb(tokens[at]) and tokens[at].lower not in _NOT:
        at -= 1
    word = tokens[at].lower if at >= 0 else ""
    if kind == "past" and word in _BE:
        features.append("passive")
    name = next((name for name, words in _BEFORE if word in words), None)
    if name is not None:
        features.append(name)
    elif at < 0:
        features.append("first word")
    elif tokens[at].kind == "quote":
        features.append("after quote")
    elif tokens[at].text == ",":
        features.append("after comma")
    elif word in PREPOSITIONS:
        features.append("after preposition")
    if subject is not None and subject[0] > 0:
        opener = tokens[subject[0] - 1].lower
        if opener in SUBORDINATING:
            features.append(f"clause {'as' if opener == 'as' else 'if'}")
        elif opener in ("what", "that", "than", "which", "whom"):
            features.append("clause that")
    return features
