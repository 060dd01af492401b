"""Which links of a set to believe: the aligner takes two articles for reports of one event, and in a set some are not.

What it links between those are phrases that everybody uses, background of an affair and labels of one site. So it is
asked first of each pair how probable it is that both tell one story; links of the others are not believed.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from seedreader.engine.story.table import LEAST_WORDS, LIKELY, Pair, Tie

RELATED: Final = 0.9
"""Probability from which on two articles count as telling one story."""

_TOLD, _LONGER, _BIAS, _SOME = 5.6, -1.7, -11.0, 5.0
"""The evidence of a pair: log odds of telling one story, where as many pairs do as do not.

A regression over the logarithms of the words that both are expected to tell and of the longer one's words. Learned from
250 pairs of reports of one event and 5,000 pairs of reports of different ones, each of these among the nearest of its
set; sets apart it tells 95 of 100 of the former from all but 2 of 100 of the latter.
"""

_OTHER_FIGURES: Final = 1.2
"""By how much a linked sentence whose numbers are all others lowers the log odds: it is a form, filled in otherwise.

Of linked sentences with numbers on both sides one in five has none in common in reports of one event, three in four in
reports of different ones.
"""

_USUAL, _USUAL_PAIRS = 0.67, 2.0
"""What is expected before anything is seen, and as many pairs as that counts: people put together what belongs so."""

_CLEAR: Final = 0.003
"""An article's share of pairs that tell one story is never thought nearer to none or all than this."""

_CERTAIN: Final = 20.0
"""Log odds of what needs no evidence."""

_ROUNDS: Final = 30
"""After so many rounds shares change no more by anything that matters."""

PASSAGE_WORDS: Final = 20
"""Words of a sentence that may stand in any two articles word for word because it went round: a label is shorter."""

MOST_PARTNERS: Final = 3
PARTNER: Final = 0.7
"""Sentences of one article that one of another may so probably tell: what is like more of them is a form filled in."""

_Cell = tuple[int, int]


def trusted(
    pairs: Sequence[Pair],
    words: Sequence[Sequence[int]],
    body: Sequence[Sequence[bool]],
    asked: Sequence[Sequence[bool]],
    figures: Sequence[Sequence[frozenset[str]]],
    versions: Collection[tuple[int, int]] = (),
) -> tuple[Pair, ...]:
    """The compared pairs of a set without links that are not to be believed.

    Of each sentence of article x, ``words[x]`` are its words, ``body[x]`` is whether it is body, ``asked[x]`` whether
    it is a question: to ask something is not to say it, ``figures[x]`` are its numbers. ``versions`` are pairs that are
    versions of one text, and so need no other evidence, however short they are.
    """
    total = [
        sum(count for count, inside in zip(*one, strict=True) if inside)
        for one in zip(words, body, strict=True)
    ]
    ties = [_telling(pair, words, asked) for pair in pairs]
    found = {
        (pair.one, pair.other): evidence(
            told(own, words[pair.one], words[pair.other]), max(total[pair.one], total[pair.other])
        )
        - _OTHER_FIGURES * max(0, otherwise(own, figures[pair.one], figures[pair.other]))
        for pair, own in zip(pairs, ties, strict=True)
    }
    related = probabilities(found | dict.fromkeys(found.keys() & versions, _CERTAIN))
    made: list[Pair] = []
    for pair, own in zip(pairs, ties, strict=True):
        if related[pair.one, pair.other] < RELATED:
            ours, theirs = words[pair.one], words[pair.other]
            passages = [
                tie
                for tie in own
                if tie.relation == "same" and min(ours[tie.one - 1], theirs[tie.other - 1]) >= PASSAGE_WORDS
            ]
            made.append(replace(pair, ties=tuple(passages), related=False))
            continue
        also_one = {tie.one for tie in pair.ties} - {tie.one for tie in own}
        also_other = {tie.other for tie in pair.ties} - {tie.other for tie in own}
        made.append(
            replace(pair, ties=tuple(own), also_one=frozenset(also_one), also_other=frozenset(also_other))
        )
    return tuple(made)


def told(ties: Sequence[Tie], ours: Sequence[int], theirs: Sequence[int]) -> float:
    """How many words of either article the other is expected to tell, at least: words times probability, summed.

    ``ours`` and ``theirs`` are the words of the sentences of both.
    """
    best: tuple[dict[int, float], dict[int, float]] = {}, {}
    for tie in ties:
        for known, number in zip(best, (tie.one, tie.other), strict=True):
            known[number] = max(tie.p, known.get(number, 0.0))
    return min(
        math.fsum(p * counts[number - 1] for number, p in known.items())
        for known, counts in zip(best, (ours, theirs), strict=True)
    )


def otherwise(ties: Sequence[Tie], ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> int:
    """How many more of the likely links join sentences whose numbers are all different than such with one in common.

    ``ours`` and ``theirs`` are the numbers of the sentences of both; sentences without any do not count.
    """
    both = [(ours[tie.one - 1], theirs[tie.other - 1]) for tie in ties if tie.p >= LIKELY]
    return sum((-1 if mine & other else 1) for mine, other in both if mine and other)


def evidence(told_words: float, longer: int) -> float:
    """The log odds that two articles tell one story, from the words both tell and the words of the longer one."""
    return _TOLD * math.log(_SOME + told_words) + _LONGER * math.log(1 + longer) + _BIAS


def probabilities(found: Mapping[_Cell, float]) -> dict[_Cell, float]:
    """The probability that two articles tell one story, from the evidence of all compared pairs of a set.

    How usual that is in the set is learned from the set itself, and for each article from its own pairs (expectation
    maximization, shares pulled towards that of the set): among a hundred articles on a hundred things it takes more to
    believe in a pair than among ten on one. The order of the pairs decides nothing.
    """
    pairs_of: defaultdict[int, list[_Cell]] = defaultdict(list)
    for cell in found:
        for article in cell:
            pairs_of[article].append(cell)
    prior = {article: _log_odds(_USUAL) for article in pairs_of}
    related: dict[_Cell, float] = {}
    for _ in range(_ROUNDS):
        related = {
            (one, other): _chance(log_odds + (prior[one] + prior[other]) / 2)
            for (one, other), log_odds in found.items()
        }
        usual = _share(list(related.values()), _USUAL)
        prior = {
            article: _log_odds(min(1 - _CLEAR, max(_CLEAR, _share([related[cell] for cell in cells], usual))))
            for article, cells in pairs_of.items()
        }
    return related


def _share(chances: Sequence[float], usual: float) -> float:
    return (math.fsum(chances) + _USUAL_PAIRS * usual) / (len(chances) + _USUAL_PAIRS)


def _log_odds(p: float) -> float:
    return math.log(p / (1 - p))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _telling(pair: Pair, words: Sequence[Sequence[int]], asked: Sequence[Sequence[bool]]) -> list[Tie]:
    """The links of a pair between sentences that say enough, the same kind of thing, and not the same as all others."""
    ours, theirs = words[pair.one], words[pair.other]
    return _without_forms(
        [
            tie
            for tie in pair.ties
            if min(ours[tie.one - 1], theirs[tie.other - 1]) >= LEAST_WORDS
            and asked[pair.one][tie.one - 1] == asked[pair.other][tie.other - 1]
        ]
    )


def _without_forms(ties: Sequence[Tie]) -> list[Tie]:
    ones = Counter(tie.one for tie in ties if tie.p >= PARTNER)
    others = Counter(tie.other for tie in ties if tie.p >= PARTNER)
    return [tie for tie in ties if max(ones[tie.one], others[tie.other]) <= MOST_PARTNERS]
