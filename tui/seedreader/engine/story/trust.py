"""Which links of a pair of articles to believe: the aligner takes two articles for reports of one event.

In a set some are not. Then what it links are phrases that everybody uses, labels of one site and short sentences; so
where two articles have hardly anything in common otherwise, only plain links count.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from seedreader.engine.story.table import LEAST_WORDS, LIKELY, Pair, Tie

RELATED: Final = 0.08
"""Share of one article's words in likely links from which on two articles count as reports of one event."""

LEAST_LINKS: Final = 2
"""How many sentences on either side must have likely links: in a short text a single one is a large share."""

PLAIN: Final = 0.9
PLAIN_WORDS: Final = 8
"""Probability and words of a link that is believed between articles that have little else in common."""

MOST_PARTNERS: Final = 3
PARTNER: Final = 0.7
"""Sentences of one article that one of another may so probably tell: what is like more of them is a form filled in."""


def trusted(
    pair: Pair,
    words: Sequence[Sequence[int]],
    body: Sequence[Sequence[bool]],
    asked: Sequence[Sequence[bool]],
) -> Pair:
    """The pair without links that are not to be believed.

    Of each sentence of article x, ``words[x]`` are its words, ``body[x]`` is whether it is body, ``asked[x]`` whether
    it is a question: to ask something is not to say it.
    """
    ours, theirs = words[pair.one], words[pair.other]
    ties = [
        tie
        for tie in pair.ties
        if min(ours[tie.one - 1], theirs[tie.other - 1]) >= LEAST_WORDS
        and asked[pair.one][tie.one - 1] == asked[pair.other][tie.other - 1]
    ]
    ties = _without_forms(ties)
    likely = {tie.one for tie in ties if tie.p >= LIKELY}, {tie.other for tie in ties if tie.p >= LIKELY}
    most = max(_share(likely[0], ours, body[pair.one]), _share(likely[1], theirs, body[pair.other]))
    if most < RELATED or min(map(len, likely)) < LEAST_LINKS:
        ties = [
            tie
            for tie in ties
            if tie.p >= PLAIN and min(ours[tie.one - 1], theirs[tie.other - 1]) >= PLAIN_WORDS
        ]
        return replace(pair, ties=tuple(ties))
    also_one = {tie.one for tie in pair.ties} - {tie.one for tie in ties}
    also_other = {tie.other for tie in pair.ties} - {tie.other for tie in ties}
    return replace(pair, ties=tuple(ties), also_one=frozenset(also_one), also_other=frozenset(also_other))


def _without_forms(ties: Sequence[Tie]) -> list[Tie]:
    ones = Counter(tie.one for tie in ties if tie.p >= PARTNER)
    others = Counter(tie.other for tie in ties if tie.p >= PARTNER)
    return [tie for tie in ties if max(ones[tie.one], others[tie.other]) <= MOST_PARTNERS]


def _share(found: set[int], words: Sequence[int], body: Sequence[bool]) -> float:
    total = sum(count for count, inside in zip(words, body, strict=True) if inside)
    return sum(words[number - 1] for number in found) / total if total else 0.0
