"""Word differences between two wordings of the same thing.

Both wordings are cut into words and marks, what is to be ignored is folded away, and the longest common subsequence
tells what is kept (``rapidfuzz.distance.Indel``). So that the result can be read, one or two kept function words
between two changes count as changed too: "the {old} of {a} man" against "the {young} of {one} man" is one change.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from seedreader.engine.combining import COMBINING
from seedreader.engine.model import Span
from seedreader.engine.pairs import Grade, Ignore, Side, WordChange
from seedreader.engine.wordkinds import FUNCTION_WORDS, NEGATIONS, NUMBERS, names

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"(?:[^\W_{_IDEOGRAPH}]++[{COMBINING}]*+)++"
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)+|[{_IDEOGRAPH}]|{_LETTERS}(?:['’ʼ]{_LETTERS})*|(?P<mark>\.{{2,}}|-{{2,}}|[^\w\s]|_)"
)
_DOUBLE = '"“”„‟«»〝〞＂「」『』'
_SINGLE = "'‘’‚‛‹›ʼ`´"
_QUOTES = str.maketrans(dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'"))
_SPELLING = (
    (re.compile(r"our(?=$|s$|ed$|ing$|ful$|able$|ites?$|hoods?$|ly$|al$)"), "or"),
    (re.compile(r"is(?=(?:e[ds]?|ing|ations?|ers?)$)"), "iz"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ell(?=(?:ed|ing|ers?)$)"), "el"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"^programme(?=s?$)"), "program"),
)
_SPELLED = 6
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ZEROS = re.compile(r"\.0+$")
_MOST_JOINED = 2
_USUAL = 4_000
_MOST_CELLS = 400_000_000


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    word: bool


@dataclass(slots=True)
class _Stretch:
    """Tokens ``a1:a2`` of the left wording over against ``b1:b2`` of the right."""

    kept: bool
    a1: int
    a2: int
    b1: int
    b2: int


def diff(left: str, right: str, *, ignore: Ignore = Ignore()) -> list[WordChange]:  # noqa: B008 (frozen)
    """The words of each side that the other side does not have at this place.

    Offsets are code points into the strings given. The changes of a side are in text order and do not overlap; where
    words were replaced, the left ones stand before the right ones in the list. The grade says what kind of words the
    change touches: ``punctuation`` (marks, or the same letters written otherwise), ``function``, ``content``, or
    ``fact`` for a number, a name or a negation that the other wording has nowhere; such words are changes of their own
    inside a longer one. British and American spellings do not differ as long as case is ignored too.
    """
    ours, theirs = _tokens(left, ignore), _tokens(right, ignore)
    facts = {"a": _facts(left, ours, theirs), "b": _facts(right, theirs, ours)}
    found: list[WordChange] = []
    for stretch in _compared(ours, theirs):
        if stretch.kept:
            continue
        a, b = ours[stretch.a1 : stretch.a2], theirs[stretch.b1 : stretch.b2]
        written = bool(a and b) and _letters(a) == _letters(b)
        for side, part in _sides(a, b):
            found += _changes(side, part, facts[side], written=written)
    return found


def stretches(changes: Iterable[WordChange], side: Side) -> list[Span]:
    """What changed on a side but for punctuation, whatever its grade: pieces that lie end to end are one."""
    found: list[Span] = []
    for change in changes:
        if change.side != side or change.grade == "punctuation":
            continue
        if found and found[-1].end == change.start:
            found[-1] = Span(found[-1].start, change.end)
        else:
            found.append(Span(change.start, change.end))
    return found


def kept(left: str, right: str) -> tuple[list[Span], list[Span]]:
    """The runs of words both sides have, in text order: spans of the left string and spans of the right one.

    A run goes from its first to its last word, with the marks between them. For wordings that differ so much that
    what stayed is easier to see than what changed.
    """
    ours, theirs = _tokens(left, Ignore()), _tokens(right, Ignore())
    stretches = [stretch for stretch in _compared(ours, theirs) if stretch.kept]
    return (
        [Span(ours[stretch.a1].start, ours[stretch.a2 - 1].end) for stretch in stretches],
        [Span(theirs[stretch.b1].start, theirs[stretch.b2 - 1].end) for stretch in stretches],
    )


def changed_share(left: str, right: str) -> float:
    """The share of the words of both sides together that ``diff`` marks as changed, 0-1; 0 for no words."""
    ours, theirs = _tokens(left, Ignore()), _tokens(right, Ignore())
    total = len(ours) + len(theirs)
    same = sum(2 * (stretch.a2 - stretch.a1) for stretch in _compared(ours, theirs) if stretch.kept)
    return (total - same) / total if total else 0.0


def _tokens(text: str, ignore: Ignore) -> tuple[_Token, ...]:
    """The words and marks that count; those of the last few hundred texts of usual length are remembered."""
    return _cut(text, ignore) if len(text) <= _USUAL else _cut.__wrapped__(text, ignore)


@lru_cache(maxsize=500)
def _cut(text: str, ignore: Ignore) -> tuple[_Token, ...]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        raw, mark = match.group(0, "mark")
        if mark is None:
            found.append(_Token(*match.span(), _word_key(raw, ignore), True))
            continue
        quotation = raw in _DOUBLE or raw in _SINGLE
        if ignore.punctuation and (not quotation or ignore.quote_style):
            continue
        key = raw.translate(_QUOTES) if ignore.quote_style else raw
        found.append(_Token(*match.span(), key, False))
    return tuple(found)


def _word_key(raw: str, ignore: Ignore) -> str:
    key = raw
    if not (raw.isascii() and raw.isalnum()):  # such words are what they are
        key = unicodedata.normalize("NFC", raw)
        if ignore.quote_style:
            key = key.translate(_QUOTES)
    if ignore.case:
        key = key.casefold()
        if ignore.spelling and len(key) >= _SPELLED and key.isascii():
            key = _american(key)
    return key


@lru_cache(maxsize=20_000)
def _american(word: str) -> str:
    for pattern, written in _SPELLING:
        word = pattern.sub(written, word)
    return word


def _compared(left: Sequence[_Token], right: Sequence[_Token]) -> list[_Stretch]:
    return _smoothed(_aligned([token.key for token in left], [token.key for token in right]), left, right)


def _aligned(left: Sequence[str], right: Sequence[str]) -> list[_Stretch]:
    """Kept and changed stretches in turn; nothing but the common ends of gigantic wordings is kept."""
    numbers: dict[str, int] = {}
    ours = [numbers.setdefault(key, len(numbers)) for key in left]
    theirs = [numbers.setdefault(key, len(numbers)) for key in right]
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    end_a, end_b = len(ours) - tail, len(theirs) - tail
    found = [_Stretch(True, 0, head, 0, head)]
    if (end_a - head) * (end_b - head) > _MOST_CELLS or head in {end_a, end_b}:
        found.append(_Stretch(False, head, end_a, head, end_b))
    else:
        from rapidfuzz.distance import Indel

        for op in Indel.opcodes(ours[head:end_a], theirs[head:end_b]):
            stretch = _Stretch(
                op.tag == "equal",
                head + op.src_start,
                head + op.src_end,
                head + op.dest_start,
                head + op.dest_end,
            )
            if found[-1].kept == stretch.kept:
                found[-1].a2, found[-1].b2 = stretch.a2, stretch.b2
            else:
                found.append(stretch)
    if found[-1].kept:
        found[-1].a2, found[-1].b2 = len(ours), len(theirs)
    else:
        found.append(_Stretch(True, end_a, len(ours), end_b, len(theirs)))
    return [stretch for stretch in found if stretch.a2 > stretch.a1 or stretch.b2 > stretch.b1]


def _smoothed(
    stretches: Sequence[_Stretch], left: Sequence[_Token], right: Sequence[_Token]
) -> list[_Stretch]:
    """Joins changes that only one or two function words part, where both sides have a change next to them."""
    made: list[_Stretch] = []
    for index, stretch in enumerate(stretches):
        if made and not made[-1].kept and not stretch.kept:
            made[-1].a2, made[-1].b2 = stretch.a2, stretch.b2
            continue
        between = stretch.kept and made and index + 1 < len(stretches)
        if between and _light(left[stretch.a1 : stretch.a2]) and _light(right[stretch.b1 : stretch.b2]):
            before, after = made[-1], stretches[index + 1]
            if (before.a2 > before.a1 or after.a2 > after.a1) and (
                before.b2 > before.b1 or after.b2 > after.b1
            ):
                before.a2, before.b2 = stretch.a2, stretch.b2
                continue
        made.append(stretch)
    return made


def _light(tokens: Sequence[_Token]) -> bool:
    words = [token for token in tokens if token.word]
    return len(words) <= _MOST_JOINED and all(token.key in FUNCTION_WORDS for token in words)


def _letters(tokens: Sequence[_Token]) -> str:
    return "".join(token.key.casefold().translate(_QUOTES) for token in tokens if token.word)


def _sides(a: Sequence[_Token], b: Sequence[_Token]) -> tuple[tuple[Side, Sequence[_Token]], ...]:
    return ("a", a), ("b", b)


def _facts(text: str, own: Sequence[_Token], other: Sequence[_Token]) -> frozenset[int]:
    """Where numbers, names and negations begin that the other wording has nowhere."""
    words = [token for token in own if token.word]
    named = names(text, [(token.start, token.end) for token in words])
    elsewhere = {_folded(token.key) for token in other if token.word}
    return frozenset(
        token.start
        for at, token in enumerate(words)
        if (at in named or _tells(token.key)) and _folded(token.key) not in elsewhere
    )


@lru_cache(maxsize=20_000)
def _folded(key: str) -> str:
    """What two ways to write a name or number share."""
    low = key.casefold().translate(_QUOTES).removesuffix("'s")
    if low.endswith("n't") or low == "cannot":
        return "not"
    if key[0].isdigit():
        return _ZEROS.sub("", _THOUSANDS.sub("", low))
    return NUMBERS.get(low, low)


@lru_cache(maxsize=20_000)
def _tells(key: str) -> bool:
    """Whether a word is a number or a negation."""
    low = key.casefold().translate(_QUOTES)
    if key[0].isdigit() or (low in NUMBERS and low != "one"):
        return True
    return low in NEGATIONS or low.endswith("n't")


def _changes(
    side: Side, tokens: Sequence[_Token], facts: frozenset[int], *, written: bool
) -> list[WordChange]:
    """One changed stretch of a side, cut where facts begin and end; the pieces lie end to end."""
    if written:
        return [WordChange(side, tokens[0].start, tokens[-1].end, "punctuation")] if tokens else []
    runs: list[tuple[bool, list[_Token]]] = []
    for token in tokens:
        fact = token.start in facts
        if not runs or runs[-1][0] != fact:
            runs.append((fact, []))
        runs[-1][1].append(token)
    found: list[WordChange] = []
    for at, (fact, run) in enumerate(runs):
        start, end = run[0].start, run[-1].end
        if not fact and found:
            start = found[-1].end
        if not fact and at + 1 < len(runs):
            end = runs[at + 1][1][0].start
        found.append(WordChange(side, start, end, "fact" if fact else _low_grade(run)))
    return found


def _low_grade(tokens: Sequence[_Token]) -> Grade:
    """The grade of words that are no facts."""
    words = [token for token in tokens if token.word]
    if not words:
        return "punctuation"
    return "function" if all(token.key.casefold() in FUNCTION_WORDS for token in words) else "content"
