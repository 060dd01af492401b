"""What is known of a sentence by itself, before another text is looked at."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seedreader.engine.align.similarity import fold
from seedreader.engine.align.stems import Word, word

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){{2,}}|[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:['’][^\W_{_IDEOGRAPH}]+)*"
    r"|[“”\"«»„,;:()—–…]|--|\.\.\."
)
_PICTURE = re.compile(r"\bphoto\b|\bimage\b|getty|\(ap\b|reuters/|\bfile\b|pictured|credit|©|via ")
_AROUND = re.compile(
    r"contributed to this report|read more|sign up|subscribe|click|follow us|newsletter|@|http|related|watch"
    r"|advertisement|share|copyright|rights reserved|update[ds]?\b|—$|\bmore:|posted|email"
)
_POINTERS = frozenset("He She They It This That His Her Their".split())
_MOST_CHARACTERS = 4_000
_SHORT_CLAUSE = 3
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """A sentence taken apart.

    ``folded`` as in ``similarity.fold``. Stems: ``words`` (all but function words), of these ``names`` (capitalised
    inside the sentence), ``figures``, ``quoted`` (inside quotation marks), and ``clauses``. ``ideas`` are the words
    by what they stand for, ``dates`` days and months. ``unended``: no mark ends the sentence, as in headlines;
    ``picture`` and ``around``: it sounds like a caption, like page furniture; ``pointing``: it begins with a pronoun.
    """

    folded: str
    words: frozenset[str]
    ideas: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    clauses: tuple[frozenset[str], ...]
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
    folded = fold(sentence)
    found = tokens(sentence)
    content: list[Word] = []
    names: list[str] = []
    quoted: list[str] = []
    clauses: list[set[str]] = [set()]
    inside = seen = False
    start = True
    for token in found:
        item = word(token)
        kind, stem, _, capital = item
        if stem:
            content.append(item)
            clauses[-1].add(stem)
            if capital and kind == "word" and (not start or "." in token):
                names.append(stem)
            if inside:
                quoted.append(stem)
            start = False
            continue
        if kind == "function":
            start = False
            continue
        if clauses[-1]:
            clauses.append(set())
        if kind == "open":
            inside = seen = True
        elif kind == "mark":
            inside, seen = not inside, True
        elif kind == "close":
            if not seen:  # what it closes began in the sentence before
                quoted += [item.stem for item in content]
            inside, seen = False, True
        elif kind == "cut":
            start = False
    text = sentence[:_MOST_CHARACTERS].strip()
    lower = text.casefold()
    ending = text.rstrip("”\"’')")[-1:]
    return Facts(
        folded,
        frozenset([item.stem for item in content]),
        frozenset([item.idea for item in content]),
        frozenset(names) or _NONE,
        frozenset([item.stem for item in content if item.kind == "number"]) or _NONE,
        frozenset([item.idea for item in content if item.kind in ("month", "day")]) or _NONE,
        frozenset(quoted) or _NONE,
        tuple(_joined(clauses)),
        not ending or ending not in ".?!…",
        _PICTURE.search(lower) is not None,
        _AROUND.search(lower) is not None,
        bool(found) and found[0] in _POINTERS,
    )


def _joined(clauses: Sequence[set[str]]) -> Iterator[frozenset[str]]:
    """Clauses, the short ones joined with the one before."""
    kept: list[set[str]] = []
    for clause in clauses:
        if kept and (len(clause) < _SHORT_CLAUSE or len(kept[-1]) < _SHORT_CLAUSE):
            kept[-1] |= clause
        else:
            kept.append(clause)
    return map(frozenset, kept)
