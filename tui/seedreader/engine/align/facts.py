"""What is known of a sentence by itself, before another text is looked at."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seedreader.engine.align.similarity import fold
from seedreader.engine.align.stems import word
from seedreader.engine.combining import COMBINING

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"(?:[^\W_{_IDEOGRAPH}]++[{COMBINING}]*+)++"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){{2,}}|[{_IDEOGRAPH}]|{_LETTERS}(?:['’]{_LETTERS})*"
    r"|[“”\"«»„,;:()—–…]|--|\.\.\."
)
_PICTURE = re.compile(r"\bphoto\b|\bimage\b|getty|\(ap\b|reuters/|\bfile\b|pictured|credit|©|via ")
_AROUND = re.compile(
    r"contributed to this report|read more|sign up|subscribe|click|follow us|newsletter|@|http|related|watch"
    r"|advertisement|share|copyright|rights reserved|update[ds]?\b|—$|\bmore:|posted|email"
)
# What these find has one of these in it, and looking for them first is several times faster.
_PICTURE_HINTS = "photo image getty (ap reuters/ file pictured credit © via".split()
_AROUND_HINTS = (
    "contribut,read more,sign up,subscrib,click,follow,newsletter,@,http,related,watch,advert,share,copyr,rights,updat"
    ",—,more:,posted,email"
).split(",")
_POINTERS = frozenset("He She They It This That His Her Their".split())
_MOST_CHARACTERS = 4_000
_SHORT_CLAUSE = 3
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """A sentence taken apart.

    ``folded`` as in ``similarity.fold``, ``tokens`` as the function of that name. Stems: ``words`` (all but function
    words), of these ``names`` (capitalised inside the sentence), ``figures``, ``quoted`` (inside quotation marks), and
    ``clauses``, in each of which a word stands once. ``ideas`` are the words by what they stand for, ``dates`` days and
    months. ``unended``: no mark ends the sentence, as in headlines; ``picture`` and ``around``: it sounds like a
    caption, like page furniture; ``pointing``: it begins with a pronoun.
    """

    folded: str
    tokens: tuple[str, ...]
    words: frozenset[str]
    ideas: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    clauses: tuple[tuple[str, ...], ...]
    unended: bool
    picture: bool
    around: bool
    pointing: bool


def tokens(sentence: str) -> list[str]:
    """The words, numbers and marks of a sentence, as they are written; of an overlong one those at its beginning."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", sentence[:_MOST_CHARACTERS]))


def facts(sentence: str) -> Facts:
    """Take a sentence apart; of an overlong one only the beginning.

    The last thousand of usual length are remembered: an article is usually compared with several others.
    """
    return _take_apart(sentence) if len(sentence) <= _MOST_CHARACTERS else _take_apart.__wrapped__(sentence)


@lru_cache(maxsize=1_000)
def _take_apart(sentence: str) -> Facts:
    found = tokens(sentence)
    stems: list[str] = []
    ideas: list[str] = []
    names: list[str] = []
    figures: list[str] = []
    dates: list[str] = []
    quoted: list[str] = []
    clauses: list[list[str]] = [[]]
    inside = seen = False
    start = True
    for token, (kind, stem, idea, capital) in zip(found, map(word, found), strict=True):
        if stem:
            stems.append(stem)
            ideas.append(idea)
            clauses[-1].append(stem)
            if kind == "number":
                figures.append(stem)
            elif kind != "word":
                dates.append(idea)
            elif capital and (not start or "." in token):
                names.append(stem)
            if inside:
                quoted.append(stem)
            start = False
            continue
        if kind == "function":
            start = False
            continue
        if clauses[-1]:
            clauses.append([])
        if kind == "open":
            inside = seen = True
        elif kind == "mark":
            inside, seen = not inside, True
        elif kind == "close":
            if not seen:  # what it closes began in the sentence before
                quoted += stems
            inside, seen = False, True
        elif kind == "cut":
            start = False
    text = sentence[:_MOST_CHARACTERS].strip()
    lower = text.casefold()
    ending = text.rstrip("”\"’')")[-1:]
    words = frozenset(stems)
    return Facts(
        fold(sentence),
        tuple(found),
        words,
        words if ideas == stems else frozenset(ideas),
        frozenset(names) if names else _NONE,
        frozenset(figures) if figures else _NONE,
        frozenset(dates) if dates else _NONE,
        frozenset(quoted) if quoted else _NONE,
        tuple(map(tuple, _joined(clauses))),
        not ending or ending not in ".?!…",
        _has(_PICTURE, _PICTURE_HINTS, lower),
        _has(_AROUND, _AROUND_HINTS, lower),
        bool(found) and found[0] in _POINTERS,
    )


def _has(pattern: re.Pattern[str], hints: Iterable[str], text: str) -> bool:
    for hint in hints:
        if hint in text:
            return pattern.search(text) is not None
    return False


def _joined(clauses: Sequence[list[str]]) -> list[set[str]]:
    """Clauses, the short ones joined with the one before."""
    kept: list[set[str]] = []
    for clause in map(set, clauses):
        if kept and (len(clause) < _SHORT_CLAUSE or len(kept[-1]) < _SHORT_CLAUSE):
            kept[-1] |= clause
        else:
            kept.append(clause)
    return kept
