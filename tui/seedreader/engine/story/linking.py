"""Makes the table of a story: what is kept of two articles lined up, and of all of them together."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from seedreader.engine import analysis as marking
from seedreader.engine import language
from seedreader.engine.model import Analysis
from seedreader.engine.pairs import Alignment
from seedreader.engine.story.table import Pair, Table, Tie
from seedreader.engine.story.trust import trusted

SURE: Final = 0.8
"""Probability from which on one of several linked sentences tells the same, not a part of it."""


_FIGURE: Final = re.compile(r"\d+(?:[.,/-]\d+)*")
_QUESTION: Final = ("?", "？", "\u037e", "؟")  # the third is Greek
_CLOSERS: Final = " \n\t\"'“”‘’«»„)]」』"


def pair(one: int, other: int, alignment: Alignment) -> Pair:
    """What is kept of two articles lined up; a sentence that repeats one that is linked is linked with it."""
    scores = {(score.a, score.b): score.p for score in alignment.scores}
    ties: dict[tuple[int, int], Tie] = {}
    for link in alignment.links():
        ties[link.a, link.b] = Tie(
            link.a + 1, link.b + 1, link.p, "reworded" if link.p >= SURE else "partial"
        )
    for group in alignment.groups:
        if len(group.links) == 1:
            (link,) = group.links
            ties[link.a, link.b] = ties[link.a, link.b]._replace(relation=group.relation)
        if group.reasons and not (group.a and group.b):
            repeats: list[tuple[int | None, int | None]] = [(i, alignment.first_a[i]) for i in group.a]
            repeats += [(alignment.first_b[j], j) for j in group.b]
            for i, j in repeats:
                if i is not None and j is not None and (i, j) in scores:
                    ties[i, j] = Tie(i + 1, j + 1, scores[i, j], "same")
    near_one = tuple(
        None if j is None else (j + 1, scores.get((i, j), 0.0)) for i, j in enumerate(alignment.first_a)
    )
    near_other = tuple(
        None if i is None else (i + 1, scores.get((i, j), 0.0)) for j, i in enumerate(alignment.first_b)
    )
    return Pair(one, other, tuple(ties[cell] for cell in sorted(ties)), near_one, near_other)


def table(
    analyses: Sequence[Analysis], pairs: Sequence[Pair], versions: Collection[tuple[int, int]] = ()
) -> Table:
    """Put compared pairs of articles together; links that are not to be believed are left out.

    ``versions`` are pairs of articles that are versions of one text, the first one first.
    """
    body: list[tuple[bool, ...]] = []
    words: list[tuple[int, ...]] = []
    asked: list[tuple[bool, ...]] = []
    figures: list[tuple[frozenset[str], ...]] = []
    for one in analyses:
        body.append(tuple(not mark.boilerplate for mark in marking.by_sentence(one)))
        texts = [one.document.slice(sentence) for sentence in one.document.sentences]
        words.append(tuple(language.words(text) for text in texts))
        figures.append(tuple(frozenset(_FIGURE.findall(text)) for text in texts))
        asked.append(tuple(text.rstrip(_CLOSERS).endswith(_QUESTION) for text in texts))
    named = (pair if pair.one < pair.other else pair.swapped() for pair in pairs)
    ordered = sorted(named, key=lambda pair: (pair.one, pair.other))
    return Table(tuple(body), tuple(words), trusted(ordered, words, body, asked, figures, versions))
