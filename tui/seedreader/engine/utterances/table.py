"""An utterance at a glance: a few words to name it, and a table of which variant has which words."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.utterances.drift import swapped
from seedreader.engine.utterances.wording import Word, words

_RUN = 4
_LONGEST = 44
_TAIL = re.compile(r"(?:n?['’]\w+)?")
_DOUBLE = re.compile(r'["“”„«»]')


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of content and how each variant words it; ``None`` where it has neither it nor one in its place."""

    word: str
    cells: tuple[str | None, ...]


def title(base: str, variants: Sequence[str]) -> str:
    """A few words of a wording that name it: where the words begin that most variants share, and where they end."""
    found = words(base)
    line = " ".join(_DOUBLE.sub("", base).split()).strip(" .,;:–—…")
    if not found or len(line) <= _LONGEST:
        return _short(line)
    have = Counter(stem for text in variants for stem in {word.stem for word in words(text)})
    telling = [at for at, word in enumerate(found) if word.tells]
    shared = [at for at in telling if 2 * have[found[at].stem] >= len(variants)] or telling
    if not shared:
        return _short(base)
    first, last = shared[0], shared[-1]
    for upto in range(min(last, first + _RUN - 1), first - 1, -1):
        run = _between(base, found[first], found[upto])
        end = "" if upto == last else f" … {_between(base, found[last], found[last])}"
        if found[upto].tells and (len(run) + len(end) <= _LONGEST or upto == first):
            return run + end
    return _short(base)


def _between(text: str, first: Word, last: Word) -> str:
    """The text from one word to another, shortened forms whole ("don't"), double quotation marks left out."""
    start, end = first.start, last.end
    while start and text[start - 1].isalpha():
        start -= 1
    tail = _TAIL.match(text, end)
    return " ".join(_DOUBLE.sub("", text[start : tail.end() if tail else end]).split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def table(base: int, variants: Sequence[str]) -> tuple[WordRow, ...]:
    """Rows of words of content, those of the base first and in its order, with a cell per variant.

    A variant that has one other word in a word's place shows it in that word's row. Names of several words that are
    always there together share a row.
    """
    told = [[word for word in words(text) if word.tells] for text in variants]
    have = [
        {word.stem: text[word.start : word.end] for word in reversed(found)}
        for text, found in zip(variants, told, strict=True)
    ]
    swaps = [swapped(variants[base], text) for text in variants]
    replaced = [{stem for stem, _ in found.values()} for found in swaps]
    rows: list[tuple[int, Word, WordRow]] = []
    seen: set[str] = set()
    for at in (base, *range(len(variants))):
        for word in told[at]:
            if word.stem in seen or (at != base and word.stem in replaced[at]):
                continue
            seen.add(word.stem)
            cells = tuple(
                found.get(word.stem) or (other[word.stem][1] if word.stem in other else None)
                for found, other in zip(have, swaps, strict=True)
            )
            rows.append((at, word, WordRow(variants[at][word.start : word.end], cells)))
    return tuple(_merged(rows, variants))


def _merged(rows: Sequence[tuple[int, Word, WordRow]], variants: Sequence[str]) -> list[WordRow]:
    made: list[WordRow] = []
    last: tuple[int, Word] | None = None
    for at, word, row in rows:
        together = (
            last is not None
            and last[0] == at
            and last[1].kind == word.kind == "name"
            and variants[at][last[1].end : word.start].isspace()
            and all(
                (one is None) == (two is None) for one, two in zip(made[-1].cells, row.cells, strict=True)
            )
        )
        if together:
            cells = tuple(
                None if one is None else f"{one} {two}"
                for one, two in zip(made[-1].cells, row.cells, strict=True)
            )
            made[-1] = WordRow(f"{made[-1].word} {row.word}", cells)
        else:
            made.append(row)
        last = at, word
    return made
