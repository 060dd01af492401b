"""The subject of a verb: to its left, over insertions and coordinated verbs."""

from collections.abc import Sequence

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.phrases import Range, is_given_name, phrase_left, phrase_right
from seedreader.engine.quotes.words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    TIMES,
    Token,
    is_adverb,
    is_coordination,
    is_verb,
)

_LONGEST_INSERT = 45
_MOST_STEPS = 4
_GOVERNING = PREPOSITIONS - frozenset("after before since until as like than about over".split())
_OPENERS = DETERMINERS | SPOKEN_PRONOUNS | POSSESSIVES
_SUBORDINATING = frozenset(
    "when while if as after before because although though since until once asked".split()
)


def subject_left(tokens: Sequence[Token], verb: int) -> Range | None:
    """The subject of the verb at ``verb``, found to its left: ``Berg``, ``Berg, the mayor,``.

    Skips adverbs, auxiliaries, days and chains of verbs (``went on to say``). A verb joined by ``and`` or in
    a participle takes the subject of the verb before it.
    """
    at = verb - 1
    while at >= 0 and _between(tokens, at):
        at -= 1
    if at < 0:
        return None
    token = tokens[at]
    if token.kind == "quote":
        return None
    participle = tokens[verb].lower.endswith("ing") and at == verb - 1
    if token.text in (",", "—", "–", "-"):
        if not participle:
            if tokens[at - 1].text == ")":
                named = phrase_left(tokens, at - 1)
                if (
                    named is not None
                    and named[0] > 0
                    and _named(tokens, named)
                    and tokens[named[0] - 1].text == ","
                ):
                    return named
            inserted = _over_insert(tokens, at)
            if inserted is not None:
                return inserted
        return _said_before(tokens, at) or clause_subject(tokens, at)
    infinitive = tokens[verb - 1].lower == "to"
    if infinitive or (participle and not _acting(tokens, at)):
        phrase = clause_subject(tokens, verb)
        if phrase is not None:
            return phrase
    if token.text == ")" or (token.kind == "word" and not is_coordination(token)):
        phrase = _climb(tokens, at)
        if phrase is not None:
            return _without_opener(tokens, phrase)
    if is_coordination(token):
        return _said_before(tokens, at) or clause_subject(tokens, at + 1)
    return clause_subject(tokens, at + 1)


def _said_before(tokens: Sequence[Token], limit: int) -> Range | None:
    """Who is said to speak by the last verb of saying before ``limit``: “…,” *Berg* said, adding “…”."""
    for verb in range(limit - 1, 0, -1):
        if cues.SAYING.get(tokens[verb].lower) not in ("s", "past") or not cues.is_cue(tokens, verb):
            continue
        before = tokens[verb - 1]
        if before.kind == "quote" or (before.text == "," and verb >= 2 and tokens[verb - 2].kind == "quote"):
            return phrase_right(tokens, verb + 1, limit)
        at = verb - 1
        while at > 0 and _between(tokens, at):
            at -= 1
        phrase = phrase_left(tokens, at)
        lead = tokens[phrase[0] - 1].lower if phrase is not None and phrase[0] > 0 else ""
        return None if tokens[at].lower in RELATIVES or lead in _GOVERNING or lead == "that" else phrase
    return None


def _climb(tokens: Sequence[Token], at: int) -> Range | None:
    """The noun phrase that ends at ``at``, or, if a preposition governs it, the one that it is told of.

    ``A letter from the union obtained by the paper says`` is about the letter.
    """
    phrase = phrase_left(tokens, at)
    first = phrase
    for _ in range(_MOST_STEPS):
        if phrase is None:
            return first
        lead = phrase[0] - 1
        if lead < 1 or tokens[lead].lower not in _GOVERNING:
            return phrase
        at = lead - 1
        while at > 0 and (_between(tokens, at) or _participle(tokens[at])):
            at -= 1
        if tokens[at].kind != "word":
            return first
        phrase = phrase_left(tokens, at)
    return first


def _acting(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun before a participle is who speaks, not what somebody put out: a statement saying."""
    phrase = phrase_left(tokens, at)
    if phrase is None:
        return False
    if tokens[phrase[1]].capital or tokens[phrase[0]].lower in SPOKEN_PRONOUNS or phrase[0] == 0:
        return True
    return tokens[phrase[0] - 1].lower in ("with", ",") or not tokens[phrase[0] - 1].lower.isalpha()


def _participle(token: Token) -> bool:
    return token.kind == "word" and not token.capital and token.lower.endswith(("ed", "ing", "en"))


def _between(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind != "word":
        return False
    low = token.lower
    if low in AUXILIARIES or is_adverb(token) or low in ("to", "not", "again"):
        return True
    if low in TIMES:
        return True
    follower = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return low in ("on", "last", "this", "late", "early", "in") and follower in TIMES


def _without_opener(tokens: Sequence[Token], phrase: Range) -> Range:
    """Cuts what cannot begin the subject: a coordination, or verbs taken for nouns."""
    start, end = phrase
    while start < end and tokens[start].lower in PREPOSITIONS and not is_given_name(tokens, start):
        start += 1
    return start, end


def _named(tokens: Sequence[Token], phrase: Range) -> bool:
    """Whether a phrase before a bracket is a full name: Sen. Anna Berg (Oslo), said."""
    last = phrase[1]
    while last > phrase[0] and tokens[last].text != "(":
        last -= 1
    words = [token for token in tokens[phrase[0] : last] if token.kind == "word"]
    return len(words) > 1 and all(token.capital for token in words)


def _over_insert(tokens: Sequence[Token], comma: int) -> Range | None:
    """The noun phrase before an insertion that ends at ``comma``: ``Kaladze, mayor of Tbilisi, said``."""
    mark = tokens[comma].text
    floor = max(0, comma - _LONGEST_INSERT)
    best: Range | None = None
    for back in range(comma - 1, floor, -1):
        token = tokens[back]
        if token.kind == "quote":
            break
        if token.text != mark:
            continue
        phrase = phrase_left(tokens, back - 1)
        if phrase is None:
            continue
        first = phrase[0]
        if tokens[first].lower.endswith("ing"):
            continue
        opens = first == 0 or not (
            tokens[first - 1].kind == "word" and tokens[first - 1].lower in PREPOSITIONS
        )
        named = tokens[phrase[1]].capital or tokens[first].capital or tokens[first].lower in _OPENERS
        if opens and named:
            if not tokens[phrase[1]].capital and comma - back <= 6 and tokens[comma - 1].capital:
                return phrase[0], comma - 1
            best = phrase
            if first == 0 or tokens[first - 1].text not in (",", "and"):
                break
    return best or phrase_left(tokens, comma - 1)


def clause_subject(tokens: Sequence[Token], limit: int) -> Range | None:
    """The subject of the clause that reaches token ``limit``: a noun phrase that a verb follows.

    The last one at a clause's beginning counts, not one behind ``when`` or ``that``; failing that, the last.
    """
    strong: Range | None = None
    weak: Range | None = None
    for at in range(1, min(limit, len(tokens))):
        if tokens[at - 1].contracted:
            before = at - 1
        elif not is_finite(tokens, at):
            continue
        else:
            before = at - 1
        while before >= 0 and _between(tokens, before):
            before -= 1
        if before < 0 or tokens[before].kind == "quote":
            continue
        if tokens[before].text == ",":
            phrase = _over_insert(tokens, before)
        elif tokens[before].lower in RELATIVES:
            phrase = None
        else:
            phrase = phrase_left(tokens, before)
        if phrase is None:
            continue
        lead = tokens[phrase[0] - 1] if phrase[0] > 0 else None
        if lead is None or lead.kind == "quote" or lead.lower in TIMES or _begins_clause(tokens, phrase[0]):
            if strong is None or _independent(tokens, phrase[0], strong):
                strong = phrase
        elif lead.lower not in PREPOSITIONS or _personal(tokens, phrase):
            weak = phrase
    return strong or weak


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` can be the verb of a clause, not a plural noun or a participle."""
    token, before = tokens[at], tokens[at - 1]
    word = token.lower
    if not is_verb(token) or word in ("been", "be", "being"):
        return False
    if word in AUXILIARIES or not word.endswith(("s", "ed")):
        return True
    low = before.lower
    if low in DETERMINERS or low in POSSESSIVES or before.owns or low in PREPOSITIONS:
        return False
    follower = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word.endswith("ed"):
        return follower != "by"
    return follower != "of" and follower not in AUXILIARIES


def _begins_clause(tokens: Sequence[Token], first: int) -> bool:
    lead = tokens[first - 1]
    return lead.text in (",", ";", ":", "—", "–", "(") or is_coordination(lead)


def _independent(tokens: Sequence[Token], first: int, earlier: Range) -> bool:
    """Whether a later clause is a new main clause: joined by ``but`` or ``and``, or after a subordinate one."""
    lead = tokens[first - 1]
    if is_coordination(lead) or lead.text == ";":
        return True
    opener = tokens[earlier[0] - 1].lower if earlier[0] > 0 else ""
    return opener in _SUBORDINATING or tokens[0].lower in _SUBORDINATING


def _personal(tokens: Sequence[Token], phrase: Range) -> bool:
    return tokens[phrase[0]].lower in SPOKEN_PRONOUNS or tokens[phrase[0]].contracted > 0
