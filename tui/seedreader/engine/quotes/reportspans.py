"""Where reported content begins behind its verb, and the places where it may end."""

from seedreader.engine.quotes.phrases import phrase_right
from seedreader.engine.quotes.reportverbs import SUBORDINATING, joins_verb
from seedreader.engine.quotes.reportwords import ADDRESSING, SAYING, VERBS
from seedreader.engine.quotes.words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    TIMES,
    Sentence,
    Token,
    is_adverb,
    is_verb,
)

End = tuple[int, str]
"""The token that content ends before, and what ends it."""

LEADING = frozenset("but and so yet still however instead".split())
_LONGEST_ADJUNCT = 14  # tokens
_OPENERS = frozenset("that if whether how why what to about".split())
_TOLD_APART = _OPENERS | frozenset(
    "when as not be and or it there so at him her them himself herself themselves".split()
)
_PARTICLES = frozenset("for on about to of against at out over with in into from toward off as upon".split())
_PERSONS = frozenset("him her them me us you reporters supporters voters everyone people".split())
_ADDING = frozenset(
    "saying adding noting calling citing arguing claiming according insisting suggesting warning telling stating"
    " explaining pointing referring describing accusing urging vowing promising writing tweeting making giving"
    " leaving".split()
)
_OPENINGS: tuple[tuple[str, frozenset[str]], ...] = (
    ("auxiliary", AUXILIARIES),
    ("pronoun", SPOKEN_PRONOUNS),
    ("possessive", POSSESSIVES),
    ("article", DETERMINERS),
    ("preposition", PREPOSITIONS),
)
_FOLLOWERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("if", SUBORDINATING),
    ("of", PREPOSITIONS),
    ("and", frozenset(["and", "or", "but", "not"])),
    ("pronoun", SPOKEN_PRONOUNS),
    ("the", DETERMINERS | POSSESSIVES),
    ("that", RELATIVES),
    ("time", TIMES),
)


def content_start(tokens: Sentence, verb: int, end: int, base: str) -> tuple[int, list[str]]:
    """Where the content behind a verb begins: past the one addressed, a time or place, a preposition."""
    at = verb + 1
    if at >= end:
        return at, []
    token = tokens[at]
    features: list[str] = []
    if base in ADDRESSING and token.lower not in _OPENERS:
        behind = _past_addressed(tokens, at, end)
        if at < behind < end:
            at = behind
            features.append("addressed")
    elif base in SAYING and (token.lower in TIMES or token.lower in PREPOSITIONS):
        that = _that_behind(tokens, at, end)
        if that is not None:
            at = that
            features.append("adjunct")
        elif token.lower in TIMES:
            at += 1
        elif at + 1 < end and tokens[at + 1].lower in TIMES:
            at += 2
        elif token.lower in ("on", "in", "at", "during"):
            features.append("open adjunct")
    if features or at > verb + 1:
        pass
    elif token.lower in _PARTICLES and not (token.lower == "to" and not _noun_follows(tokens, at, end)):
        features += ["particle", f"particle {token.lower}"]
        at += 1
        if at < end and tokens[at].lower in ("against", "of", "on") and token.lower in ("out", "off"):
            at += 1
    elif token.lower in ("back", "up"):
        at += 1
    if at < end and tokens[at].text == ":":
        features.append("colon")
        at += 1
    if "particle" not in features:
        features.append("no particle")
    return at, features


def _noun_follows(tokens: Sentence, at: int, end: int) -> bool:
    if at + 1 >= end:
        return False
    follower = tokens[at + 1]
    return follower.capital or follower.lower in DETERMINERS or follower.lower in POSSESSIVES


def _that_behind(tokens: Sentence, at: int, end: int) -> int | None:
    """The ``that`` behind a time or place: said on Monday in Oslo that …"""
    for that in range(at + 1, min(end, at + _LONGEST_ADJUNCT)):
        token = tokens[that]
        if token.lower == "that" and tokens[that - 1].lower not in PREPOSITIONS:
            return that
        if token.kind != "word" or (is_verb(token) and that > at + 1):
            return None
    return None


def _past_addressed(tokens: Sentence, at: int, end: int) -> int:
    if tokens[at].lower in _PERSONS:
        behind = at + 1
    else:
        phrase = phrase_right(tokens, at, end)
        behind = at if phrase is None else phrase[1] + 1
    if behind < end and (tokens[behind].lower in TIMES or tokens[behind].lower in PREPOSITIONS):
        that = _that_behind(tokens, behind, end)
        if that is not None:
            return that
        if tokens[behind].lower in TIMES:
            return behind + 1
        if behind + 1 < end and tokens[behind + 1].lower in TIMES:
            return behind + 2
    return behind


def clause_end(tokens: Sentence, first: int, end: int, kind: str, *, ends_early: bool = False) -> End:
    """Where content that begins at ``first`` ends, with what ends it; "quote" if a quotation comes first.

    ``ends_early`` tells that the clause is subordinate, so that the first comma behind a verb ends it.
    """
    depth = 0
    for at in range(first, end):
        token = tokens[at]
        if token.kind == "quote":
            return at, "quote"
        if token.kind == "word":
            joint = depth == 0 and at > first + 1 and token.lower in ("and", "but")
            if joint and joins_verb(tokens, at + 1, end, kind):
                return at, "joined"
            continue
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            if depth == 0:
                return at, "bracket"
            depth -= 1
        elif depth == 0 and at > first:
            reason = _break(tokens, at, end, kind, ends_early)
            if reason is not None:
                return at, reason
    return end, "end"


def _break(tokens: Sentence, at: int, end: int, kind: str, early: bool) -> str | None:
    """Whether a mark ends reported content, and how."""
    mark = tokens[at].text
    if mark in (";", ":", "?", "!", "…"):
        return "mark"
    if mark in ("—", "–", "―", "‒") or (mark == "-" and tokens[at - 1].end < tokens[at].start):
        return "dash"
    if mark != ",":
        return None
    if early:
        return "early"
    if at + 1 >= end or tokens[at + 1].kind == "quote":
        return "quote"
    word = tokens[at + 1].lower
    if word in _ADDING:
        return "adding"
    if word in ("but", "while", "though", "although"):
        return "contrast"
    if word in ("who", "which"):
        return "which"
    if word == "and" and joins_verb(tokens, at + 2, end, kind):
        return "joined"
    return None


def other_ends(tokens: Sentence, first: int, end: int, stop: int) -> list[End]:
    """Further places where content from ``first`` to ``stop`` may end.

    In order: beyond a comma or joined verb that may not end it, at the first comma, before the first joined
    verb or clause, behind the noun phrase that opens it.
    """
    found: list[End] = []
    if stop < end and tokens[stop].text in (",", "and", "but"):
        beyond = stop
        while beyond < end and tokens[beyond].kind != "quote" and tokens[beyond].text not in (";", ":"):
            beyond += 1
        if beyond == end or tokens[beyond].kind != "quote":
            found.append((beyond, "beyond"))
    depth = 0
    comma = joint = False
    for at in range(first + 1, stop):
        text = tokens[at].text
        if text == "(":
            depth += 1
        elif text == ")":
            depth -= 1
        elif depth:
            continue
        elif text == "," and not comma and at + 1 < stop:
            comma = True
            found.append((at, f"comma {_follower(tokens[at + 1])}"))
        elif text in ("and", "but") and not joint and at + 2 < stop and tokens[at - 1].text != ",":
            kind = _joint(tokens[at + 1], tokens[at + 2])
            if kind is not None:
                joint = True
                found.append((at, f"joint {kind}"))
    if tokens[first].lower not in _OPENERS and tokens[first].lower not in SPOKEN_PRONOUNS:
        phrase = phrase_right(tokens, first, stop)
        if phrase is not None and phrase[1] + 2 < stop and tokens[phrase[1] + 1].kind == "word":
            follower = tokens[phrase[1] + 1]
            kind = "verb" if is_verb(follower) else _follower(follower)
            found.append((phrase[1] + 1, f"phrase {kind}"))
    return found


def _joint(token: Token, after: Token) -> str | None:
    """What two words behind ``and`` begin, if it is another predicate or clause."""
    if is_verb(token) or token.lower in VERBS:
        return "verb"
    form = VERBS.get(after.lower)
    clause = token.lower in SPOKEN_PRONOUNS or (form is not None and form[1] in ("s", "past"))
    return "subject" if clause else None


def _follower(token: Token) -> str:
    """The class of the word behind a place where content may end."""
    word = token.lower
    for name, words in _FOLLOWERS:
        if word in words:
            return name
    if token.contracted:
        return "pronoun"
    if token.capital:
        return "name"
    return "ing" if word.endswith("ing") else "adverb" if is_adverb(token) else "word"


def sentence_part(tokens: Sentence, stop: int) -> tuple[int, bool]:
    """Where the part of a sentence that reaches ``stop`` begins, and whether behind a quotation."""
    first = 0
    quoted = False
    for at in range(stop - 1, -1, -1):
        if tokens[at].kind == "quote" or tokens[at].text == ";":
            first, quoted = at + 1, tokens[at].kind == "quote"
            break
    while first < stop and (tokens[first].lower in LEADING or tokens[first].text == ","):
        first += 1
    return first, quoted


def opening(token: Token) -> str:
    """The class of the word that opens reported content."""
    word = token.lower
    if word in _TOLD_APART:
        return word
    for name, words in _OPENINGS:
        if word in words:
            return name
    if token.kind != "word":
        return "mark"
    if token.capital:
        return "name"
    return "ing" if word.endswith("ing") else "plural" if word.endswith("s") else "word"
