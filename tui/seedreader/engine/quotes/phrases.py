"""Noun phrases around a verb: the walk left from a verb to its subject, and right from ``said`` to a name."""

from collections.abc import Sequence

from seedreader.engine.quotes.words import (
    AUXILIARIES,
    DETERMINERS,
    NOT_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    TIMES,
    Token,
    is_adverb,
    is_verb,
)

Range = tuple[int, int]
"""First and last token of a phrase, both included."""

_LIKE_ADJECTIVES = frozenset(["other", "same", "own"])
_LONGEST = 18
_ATTACHING = frozenset("of for from at with in on to behind against".split())
_WHOLE = frozenset("this one another some many several most few others these those".split())
_ALONE = frozenset("one another some many others several most two".split())
_NAME_PARTICLES = frozenset("de da del van von der bin al el la le di du ben".split())


def is_noun(token: Token) -> bool:
    """Whether a word can stand in a noun phrase."""
    if token.kind != "word":
        return False
    low = token.lower
    if token.capital:
        return low not in NOT_NOUNS and low not in DETERMINERS and low not in POSSESSIVES
    return low not in NOT_NOUNS and low not in DETERMINERS and low not in POSSESSIVES and not is_adverb(token)


def phrase_left(tokens: Sequence[Token], last: int, low: int = 0) -> Range | None:
    """The noun phrase that ends at token ``last``, not reaching left of ``low``; ``None`` if there is none."""
    end = last
    last = _skip_brackets(tokens, last, low)
    if last < low or tokens[last].kind != "word":
        return None
    token = tokens[last]
    if token.lower in RELATIVES:
        if last - 1 >= low and tokens[last - 1].text == ",":
            return phrase_left(tokens, last - 2, low) if tokens[last - 2].lower not in RELATIVES else None
        if last - 1 >= low and tokens[last - 1].lower not in RELATIVES:
            return phrase_left(tokens, last - 1, low)
        return None
    if token.lower in SPOKEN_PRONOUNS or token.contracted:
        return last, end
    if token.lower in ("two", "three", "four") and last > low and tokens[last - 1].lower == "the":
        return last - 1, end
    if token.lower in _WHOLE:
        return last, end
    if not is_noun(token) or token.lower in TIMES or token.owns:
        return None
    if token.text[0].islower() and token.lower.endswith("ed") and last > low and is_noun(tokens[last - 1]):
        return phrase_left(tokens, last - 1, low) if not is_verb(tokens[last - 1]) else None
    if not token.capital and token.lower.endswith("ing") and last > low and not is_noun(tokens[last - 1]):
        return None
    start = last
    floor = max(low, last - _LONGEST)
    while start > floor:
        before = tokens[start - 1]
        if before.kind != "word":
            skipped = _skip_brackets(tokens, start - 1, floor)
            if before.text == ")" and skipped >= floor and is_noun(tokens[skipped]):
                start = skipped
                continue
            if before.text in ("&", "/") and start - 2 >= floor and _joined(tokens, start - 1):
                start -= 2
                continue
            break
        word = before.lower
        if word in DETERMINERS or word in POSSESSIVES:
            start -= 1
            if word in ("several", "many", "some", "one", "other"):
                continue
        elif before.lower in TIMES:
            break
        elif _extends(tokens, start, floor):
            start -= 1
            continue
        if start - 2 >= floor and tokens[start - 1].lower in _ATTACHING and _holds(tokens, start - 2):
            start -= 2
            continue
        break
    while start < last and tokens[start].lower in TIMES:
        start += 1
        if start < last and tokens[start].lower in _ATTACHING:
            start += 1
    return start, end


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at ``at`` joins two words of a phrase: Berg & Holm, the anti-tax/roads party."""
    left = tokens[at - 1]
    return left.capital or (tokens[at].text == "/" and left.kind == "word" and left.end == tokens[at].start)


def _extends(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """Whether the word before ``start`` is part of the same noun phrase: adjective, title, particle, ``and``."""
    before = tokens[start - 1]
    if before.lower in _LIKE_ADJECTIVES:
        return True
    if is_noun(before) and (before.capital or not _predicate(tokens, start - 1)):
        return True
    if before.lower in _NAME_PARTICLES and start - 2 >= floor and tokens[start].capital:
        return True
    if is_given_name(tokens, start - 1):
        return True
    if before.lower != "and":
        return False
    return _joins_names(tokens, start - 1, floor) or _joins_roles(tokens, start - 1, floor)


def _predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lower-case word ends a clause as its verb rather than describe the noun after it."""
    if not is_verb(tokens[at]):
        return False
    if tokens[at].lower in AUXILIARIES or tokens[at].lower.endswith("ed"):
        before = tokens[at - 1] if at > 0 else None
        return before is None or before.lower not in DETERMINERS | PREPOSITIONS | POSSESSIVES
    before = tokens[at - 1] if at > 0 else None
    if before is None:
        return False
    return before.capital or before.lower in SPOKEN_PRONOUNS or before.lower in RELATIVES


def _joins_names(tokens: Sequence[Token], at: int, low: int) -> bool:
    inside = at - 1 >= low and at + 1 < len(tokens)
    return inside and tokens[at - 1].capital and tokens[at + 1].capital and is_noun(tokens[at - 1])


def _joins_roles(tokens: Sequence[Token], at: int, low: int) -> bool:
    """Whether ``and`` stands between two roles of one person: the Florida senator and candidate."""
    if tokens[at + 1].lower in DETERMINERS or tokens[at + 1].lower in POSSESSIVES:
        return False
    first = next((token for token in tokens[at + 1 : at + 5] if not token.capital), None)
    if first is None or not is_noun(first) or is_verb(first):
        return False
    for back in range(at - 1, max(low, at - 6) - 1, -1):
        token = tokens[back]
        if token.lower in DETERMINERS:
            return back < at - 1
        if not is_noun(token) or (not token.capital and is_verb(token)):
            return False
    return False


def _holds(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a preposition is a noun that the preposition belongs to."""
    token = tokens[at]
    return is_noun(token) and not (not token.capital and is_verb(token) and not token.lower.endswith("s"))


def _skip_brackets(tokens: Sequence[Token], at: int, low: int) -> int:
    """The token before a bracketed remark that ends at ``at``: Anna Berg (mayor)."""
    if at < low or tokens[at].text != ")":
        return at
    for back in range(at - 1, max(low, at - 12) - 1, -1):
        if tokens[back].text == "(":
            return back - 1
    return at


def is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the name Per, not the preposition: it has a capital, and so has the word behind."""
    return tokens[at].text == "Per" and at + 1 < len(tokens) and tokens[at + 1].capital


def _stands_alone(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether a number or ``another`` is a whole subject: read one, said another."""
    if tokens[at].lower not in _ALONE:
        return False
    return at + 1 >= limit or tokens[at + 1].kind == "point"


def _opens_name(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether a function word with a capital is a given name: said *Per* Lund, said *Will* Berg."""
    return tokens[at].capital and at + 1 < limit and tokens[at + 1].capital and is_noun(tokens[at + 1])


def phrase_right(tokens: Sequence[Token], first: int, limit: int) -> Range | None:
    """The noun phrase that begins at token ``first``, as after ``said``; ``None`` if there is none."""
    if first >= limit or tokens[first].kind != "word":
        return None
    token = tokens[first]
    if token.lower in SPOKEN_PRONOUNS or _stands_alone(tokens, first, limit):
        return first, first
    end = first - 1
    at = first
    while at < min(limit, first + _LONGEST):
        token = tokens[at]
        if token.kind != "word":
            if token.text == "&":
                at += 1
                continue
            break
        word = token.lower
        if word in DETERMINERS or word in POSSESSIVES:
            if at > first and tokens[at - 1].lower != "of":
                break
        elif word == "of" and at == first + 1 and tokens[first].lower in _ALONE:
            pass
        elif word in _ATTACHING and word not in ("in", "on", "with") and end >= first:
            if at + 1 < limit and (tokens[at + 1].capital or word == "of" or tokens[at + 1].lower == "the"):
                at += 2
                continue
            break
        elif (word == "and" and _joins_names(tokens, at, first)) or (word in TIMES and at > first > end):
            pass
        elif is_noun(token) and word not in TIMES and (token.capital or not word.endswith("ing")):
            end = at
        elif (word in _LIKE_ADJECTIVES and at > first) or (
            word.endswith("ing") and at + 1 < limit and tokens[at + 1].capital and end >= first
        ):
            pass
        elif at == first and _opens_name(tokens, at, limit):
            end = at
        elif not (word in _NAME_PARTICLES and at > first):
            break
        at += 1
    return (first, end) if end >= first else None
