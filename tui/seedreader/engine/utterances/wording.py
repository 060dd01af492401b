"""The words of a wording as they are compared between articles: content words by stem, names, numbers, negations."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from seedreader.engine.wordkinds import FUNCTION_WORDS, NEGATIONS, NUMBERS

WordKind = Literal["content", "function", "name", "number", "negation"]

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W\d_{_IDEOGRAPH}]"
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:%|(?:{_LETTER})+)?|[{_IDEOGRAPH}]"
    rf"|(?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’ʼ]{_LETTER}+)*"
)
_ENDED = re.compile(r"[.!?:][\"'”’»)]*\s+[\"'“‘«(]*$|^\W*$")
_SHORTENED = re.compile(r"(.+?)(n['’ʼ]t|['’ʼ](?:s|re|m|ve|ll|d))$", re.IGNORECASE)
_EMPTY = FUNCTION_WORDS | frozenset(
    """also ever even just still well now here there say tell get go come let make thing yes okay would could might
    shall must may s t re ve ll d m cannot going got really very quite oh although though
    however because am been mr mrs ms one percent per cent""".split()
)
_IRREGULAR = {
    form: base
    for base, forms in {
        "say": "said says saying", "tell": "told tells telling", "make": "made makes making",
        "take": "took taken takes taking", "give": "gave given gives giving", "go": "went gone goes going",
        "come": "came comes coming", "get": "got gotten gets getting", "see": "saw seen sees seeing",
        "know": "knew known knows", "think": "thought thinks", "find": "found finds", "keep": "kept keeps",
        "leave": "left leaves leaving", "bring": "brought brings", "begin": "began begun begins",
        "hold": "held holds", "write": "wrote written writes writing", "stand": "stood stands",
        "lose": "lost loses losing", "pay": "paid pays", "meet": "met meets", "run": "ran runs running",
        "send": "sent sends", "build": "built builds", "fall": "fell fallen falls", "speak": "spoke spoken speaks",
        "win": "won wins winning", "buy": "bought buys", "lead": "led leads", "grow": "grew grown grows",
        "show": "shown shows", "break": "broke broken breaks", "choose": "chose chosen chooses choosing",
        "become": "became becomes becoming", "fight": "fought fights", "seek": "sought seeks",
        "feel": "felt feels", "mean": "meant means", "man": "men", "woman": "women", "child": "children",
        "person": "people persons", "sell": "sold sells", "hear": "heard hears", "do": "does did done doing",
        "steal": "stole stolen", "teach": "taught", "understand": "understood", "forget": "forgot forgotten",
        "drive": "drove driven", "rise": "rose risen rising", "throw": "threw thrown", "spend": "spent",
    }.items()
    for form in forms.split()
}  # fmt: skip
_SPELLED = (
    (re.compile(r"our(?=s?$|ed$|ing$|able$|ly$|al$|hood)"), "or"),
    (re.compile(r"is(?=(?:e[drs]?|ing|ations?)$)"), "iz"),
)
_SUFFIXES = (
    "izations ization ations ation izing ized izes ize ments ment ically ical ally ials ial als al ingly ings ing"
    " edly ies ied ers ors ed es ly s ic ion e y"
).split()
_CUT_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
_HEDGES = frozenset(["kind", "sort"])
_LEAST_STEM = 4
_LONGEST_STEM = 8


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a wording; offsets count from its start. ``stem`` is what two forms of a word share."""

    start: int
    end: int
    stem: str
    kind: WordKind

    @property
    def tells(self) -> bool:
        """Whether the word carries content: it is no function word."""
        return self.kind != "function"


@lru_cache(maxsize=8_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; "don't" gives "do" and "not", "it's" gives "it" and what stands for "is"."""
    found = [_made(text, start, end) for start, end in _cut(text)]
    for at, (one, other) in enumerate(pairwise(found)):
        if one.stem in _HEDGES and other.stem == "of":
            found[at] = replace(one, kind="function")
    return tuple(found)


def _cut(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        short = _SHORTENED.match(match[0]) if len(match[0]) > 2 else None
        if short:
            middle = match.start() + short.start(2)
            found += [(match.start(), middle), (middle, match.end())]
        else:
            found.append(match.span())
    return found


def _made(text: str, start: int, end: int) -> Word:
    raw = text[start:end]
    low = raw.casefold().replace("’", "'").replace("ʼ", "'")
    if low in NEGATIONS:
        return Word(start, end, "not" if low in ("n't", "cannot") else low, "negation")
    if low in _CUT_SHORT and text[end : end + 1] in tuple("nN"):
        return Word(start, end, _CUT_SHORT[low], "function")
    if raw[0].isdigit():
        return Word(start, end, low.replace(",", "").rstrip(".%"), "number")
    if low in NUMBERS and low != "one":
        return Word(start, end, NUMBERS[low], "number")
    stemmed = stem(low)
    if low in _EMPTY or stemmed in _EMPTY or low.startswith("'"):
        return Word(start, end, stemmed, "function")
    inside = raw[0].isupper() and not _ENDED.search(text, max(0, start - 6), start)
    named = inside or (raw.isupper() and len(raw) > 1)
    return Word(start, end, stemmed, "name" if named and raw != "I" else "content")


@lru_cache(maxsize=20_000)
def stem(low: str) -> str:
    """What the forms of a word share: inflection and a few derivations cut off, British spelling made American."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    word = low.replace(".", "")
    if not word.isascii() or len(word) < _LEAST_STEM:
        return word
    if len(word) > 5:
        for pattern, written in _SPELLED:
            word = pattern.sub(written, word)
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM and not word.endswith("ss"):
                word = word[: -len(suffix)]
                break
    if len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word[:_LONGEST_STEM]
