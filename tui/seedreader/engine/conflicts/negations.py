"""What one wording states and the other negates."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.conflicts.model import Conflict
from seedreader.engine.conflicts.names import shown, span_of
from seedreader.engine.conflicts.tokens import Token, after, around, before
from seedreader.engine.model import Span
from seedreader.engine.utterances.wording import stem

_PLAIN = frozenset("not never cannot nobody".split())
_NOUNS = frozenset("no none neither".split())
_DENY = frozenset("deny denied denies".split())
_TO_DO = frozenset("refused refuses declined declines failed fails".split())
_VERBS = {stem(word) for word in _DENY | _TO_DO}
_IN_TIME = frozenset(
    "initially first earlier late later finally eventually belatedly previously once yet still".split()
)
_BLOCKING = (
    _PLAIN
    | _NOUNS
    | frozenset(
        """nor nothing hardly barely scarcely rarely seldom unlikely unable impossible without against despite instead
    rather only few little lack lacked lacks absent absence prevent prevented stop stopped halt halted block blocked
    blocks ban banned avoid avoided bar barred reject rejected rejects rejecting oppose opposed opposes opposition
    doubt doubted unless until except yet false falsely untrue unclear unsure whether if question questioned alleged
    allegedly allegation accused accusation claim claimed claims dismissed dismiss refuted ruled disputed disputes
    dispute unproven baseless ineligible ended end ends ending cancel canceled cancelled postponed delayed suspended
    withdrew no-one noone could would should might may can must""".split()
    )
)
_IDLE = frozenset(
    "only just even merely simply necessarily always yet really exactly until all be been being".split()
)
_AFTER_NO = frozenset("longer doubt matter less fewer more wonder sooner".split())
_LIGHT = frozenset(
    """do have make take get go come give say tell want know think see look believe feel need use try seem way thing
    time person people year day one long comment""".split()
)
_INTENT = {
    stem(word)
    for word in """consider plan intend open ready willing willingness readiness prepared want discuss agree offer
    negotiation talks propose ready""".split()
}
_BE = frozenset("is are was were be been being am keep kept".split())
_ARTICLES = frozenset("a an the his her its their such enough".split())
_OWNING = frozenset("admit admits admitted confirm confirms confirmed acknowledged conceded".split())
_NOUNLY = frozenset(
    """the a an his her its their our my your this that these those of in on at for by from with after before over
    about against into any some all each every more most and or 's""".split()
)
_PAIRS = tuple(
    tuple(map(stem, pair.split()))
    for pair in (
        "rise fall|increase decrease|gain lose|accept reject|approve reject|support oppose|confirm deny|allow ban"
        "|permit forbid|legal illegal|guilty innocent|alive dead|open close|win lose|pass fail|succeed fail|begin end"
        "|start stop|soar plunge|jump drop|climb slip|grow shrink|raise lower|raise cut|uphold overturn|true false"
        "|safe unsafe|likely unlikely|able unable|possible impossible|convict acquit|strengthen weaken|hire fire"
        "|attack defend|praise criticize|welcome condemn|agree disagree|expand shrink|higher lower|up down"
        "|lift impose|armed unarmed|release withhold"
    ).split("|")
)
_OPPOSITES: dict[str, set[str]] = {}
for _one, _other in _PAIRS:
    _OPPOSITES.setdefault(_one, set()).add(_other)
    _OPPOSITES.setdefault(_other, set()).add(_one)
_WINDOW = 5
_CONTEXT = 6
_LEAST_SHARED = 3


@dataclass(frozen=True, slots=True)
class _Denial:
    """A negation and the word it negates; ``action`` is what is not intended, where it negates an intent."""

    at: int
    word: int
    action: int | None = None


def conflicts(text: tuple[str, str], left: Sequence[Token], right: Sequence[Token]) -> list[Conflict]:
    """Words that one side negates and the other states, with the same words around them."""
    spans = _denied(left, right) + [(own, other) for other, own in _denied(right, left)]
    return [
        Conflict("negation", own, other, f"“{shown(text[0], own)}” here, “{shown(text[1], other)}” there")
        for own, other in spans + _opposed(left, right)
    ]


def _opposed(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[Span, Span]]:
    """Words that mean the opposite of each other between the same words."""
    stems = [{token.stem for token in side} for side in (left, right)]
    found: list[tuple[Span, Span]] = []
    for at, token in enumerate(left):
        opposite = _OPPOSITES.get(token.stem, set())
        if not opposite or token.capital or opposite & stems[0] or token.stem in stems[1]:
            continue
        places = [to for to, other in enumerate(right) if other.stem in opposite]
        if len(places) != 1 or sum(other.stem == token.stem for other in left) != 1:
            continue
        to = places[0]
        heads = set(before(left, at, 2)) & set(before(right, to, 2))
        tails = set(after(left, at, 2)) & set(after(right, to, 2))
        if heads and tails and not _turned(left, at) and not _turned(right, to):
            found.append((span_of(left, at, at), span_of(right, to, to)))
    return found


def _turned(tokens: Sequence[Token], at: int) -> bool:
    """Whether a negation or its like stands before a word, or it is asked."""
    near = tokens[max(0, at - _WINDOW) : at]
    return _asks(tokens, at) or any(
        token.low in _BLOCKING or token.low.endswith("n't") for token in near if token.part == tokens[at].part
    )


def _denied(mine: Sequence[Token], others: Sequence[Token]) -> list[tuple[Span, Span]]:
    denials, there = _denials(mine), _denials(others)
    denied = {others[denial.word].stem for denial in there}
    found: list[tuple[Span, Span]] = []
    for denial in denials:
        word = mine[denial.word]
        if word.stem in denied or _asks(mine, denial.word) or _passing(mine, denial.at):
            continue
        if _stated(mine, word.stem, denials) is not None:
            continue
        at = (
            _stated(others, word.stem, there, verb=_of_verb(mine, denial))
            if word.stem not in _LIGHT
            else None
        )
        if at is not None and _agree(mine, denial.word, others, at) and not _blocked(others, at):
            found.append((span_of(mine, denial.at, denial.word), span_of(others, at, at)))
        elif denial.action is not None and (spans := _intended(mine, denial, others)):
            found.append(spans)
    return found


def _of_verb(tokens: Sequence[Token], denial: _Denial) -> bool:
    """Whether a negation is one of a verb: no "no", no "without"."""
    return tokens[denial.at].low not in _NOUNS


def _denials(tokens: Sequence[Token]) -> list[_Denial]:
    found: list[_Denial] = []
    for at, token in enumerate(tokens):
        low = token.low
        negates = low in _PLAIN or low.endswith("n't") or low in _NOUNS or low in _DENY | _TO_DO
        if token.kind != "word" or not negates:
            continue
        follow = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if follow in _AFTER_NO or (low == "not" and follow in _IDLE - {"be", "been", "being", "yet"}):
            continue
        if (low in _TO_DO and follow != "to") or (low in _DENY and follow != "that" and follow[-3:] != "ing"):
            continue
        denial = _scope(tokens, at)
        if denial is not None:
            found.append(denial)
    return found


def _scope(tokens: Sequence[Token], at: int) -> _Denial | None:
    """The first content word behind a negation in its clause, and the one behind an intent."""
    words = [
        place
        for place in range(at + 1, min(at + 1 + 2 * _WINDOW, len(tokens)))
        if tokens[place].clause == tokens[at].clause
        and tokens[place].content
        and tokens[place].low not in _IDLE
    ]
    if not words or words[0] > at + _WINDOW or tokens[words[0]].low in _BLOCKING:
        return None
    if tokens[at].low not in _NOUNS and any(token.low in _ARTICLES for token in tokens[at : words[0]]):
        return None
    action = words[1] if len(words) > 1 and tokens[words[0]].stem in _INTENT else None
    return _Denial(at, words[0], action)


def _asserts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is used as a verb that is said of somebody: no noun, no gerund."""
    lead = tokens[at - 1] if at else None
    if lead is None or lead.low in _NOUNLY or lead.end - lead.start > len(lead.text) or lead.kind == "mark":
        return False
    return not tokens[at].low.endswith("ing") or lead.low in _BE | _OWNING


def _stated(
    tokens: Sequence[Token], wanted: str, denials: Sequence[_Denial], *, verb: bool = False
) -> int | None:
    """Where a word stands that nothing negates; for a verb, where it first is one."""
    negated = {denial.word for denial in denials}
    for at, token in enumerate(tokens):
        if token.content and token.stem == wanted and at not in negated:
            return at if not verb or _asserts(tokens, at) else None
    return None


def _blocked(tokens: Sequence[Token], at: int) -> bool:
    """Whether words near a word may turn or weaken what it states, or it is asked."""
    if _asks(tokens, at) or _passing(tokens, at):
        return True
    near = tokens[max(0, at - 2 * _WINDOW) : at + _WINDOW]
    return any(
        token.part == tokens[at].part
        and (token.low in _BLOCKING or token.low.endswith("n't") or token.stem in _VERBS)
        for token in near
    )


def _passing(tokens: Sequence[Token], at: int) -> bool:
    """Whether words near tell that something held for a time only."""
    near = tokens[max(0, at - _WINDOW) : at + _WINDOW]
    return any(token.low in _IN_TIME and token.part == tokens[at].part for token in near)


def _asks(tokens: Sequence[Token], at: int) -> bool:
    part = tokens[at].part
    return any(token.low == "?" and token.part == part for token in tokens)


def _agree(mine: Sequence[Token], word: int, others: Sequence[Token], at: int) -> bool:
    if mine[word].quoted != others[at].quoted:
        return False
    shared = around(mine, word, word, _CONTEXT) & around(others, at, at, _CONTEXT)
    beside = set(after(mine, word, 2)) & set(after(others, at, 2))
    return len(shared - _LIGHT) >= _LEAST_SHARED and bool(beside)


def _intended(mine: Sequence[Token], denial: _Denial, others: Sequence[Token]) -> tuple[Span, Span] | None:
    """Where the other side tells the intent to do what is not intended here."""
    if denial.action is None:
        return None
    action = mine[denial.action].stem
    for at, token in enumerate(others):
        if token.stem != action or not token.content:
            continue
        intents = [
            place
            for place in range(max(0, at - _WINDOW), at)
            if others[place].stem in _INTENT and others[place].clause == token.clause
        ]
        if not intents or _asks(others, at) or mine[denial.word].quoted != token.quoted:
            continue
        shared = around(mine, denial.action, denial.action, _CONTEXT) & around(others, at, at, _CONTEXT)
        strict = {
            place for place in range(max(0, intents[0] - _WINDOW), at) if others[place].low in _BLOCKING
        }
        if len(shared - _LIGHT) >= 2 and not strict:
            return span_of(mine, denial.at, denial.action), span_of(others, intents[0], at)
    return None
