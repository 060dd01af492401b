"""Two texts side by side: their sentences taken apart, and how rare in both together what they say is.

Rarities are whole thousandths, as floats: sums of them are exact and do not depend on the order of sets, which differs
from run to run.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log, sqrt
from typing import Final

from seedreader.engine.align.facts import Facts, facts
from seedreader.engine.align.lanes import MOST, lay
from seedreader.engine.align.letters import Runs, runs_of
from seedreader.engine.align.stems import LISTED

MOST_CHARACTERS: Final = 10_000
"""Characters of a text up to which it is remembered."""

_LINE = 11
_BEFORE = 100


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a text by itself, before another one is looked at.

    Its sentences, in how many of them each word and each idea stands, the words that are names somewhere, the runs of
    letters, the ``lanes`` of its ideas (empty for long texts), how many of the ideas of its sentences are listed, and
    which lines echo an earlier one, as repeated headlines and captions do, with how much they do (0-1).
    """

    sentences: tuple[Facts, ...]
    words: Mapping[str, int]
    ideas: Mapping[str, int]
    names: frozenset[str]
    runs: Runs
    lanes: Mapping[str, int]
    listed: int
    echoes: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts: its sentences, and of each what its words, ideas, names and other words weigh together.

    ``idea_reach`` is the length of the vector of the ideas.
    """

    text: Text
    sentences: tuple[Facts, ...]
    idea_reach: tuple[float, ...]
    word_weight: tuple[float, ...]
    idea_weight: tuple[float, ...]
    name_weight: tuple[float, ...]
    other_weight: tuple[float, ...]
    quoted_weight: tuple[float, ...]
    clause_weights: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts, with the rarity of words and ideas and the squared rarity of ideas.

    ``lone`` is what an idea that both texts have tells of a pair that shares it: the chance, in thousandths, of
    hitting that pair when one takes it from each text blindly. ``names`` are the words that are names somewhere in
    either text. ``known`` is the share of ideas that stand in the list of ideas: it is low where the language is
    another one.
    """

    a: Side
    b: Side
    words: Mapping[str, float]
    ideas: Mapping[str, float]
    idea_squares: Mapping[str, int]
    lone: Mapping[str, int]
    names: frozenset[str]
    known: float


def prepare(sentences: Sequence[str]) -> Text:
    """Take a text apart. The last few of usual length are remembered: an article is compared with several others."""
    if len(sentences) <= MOST and sum(map(len, sentences)) <= MOST_CHARACTERS:
        return _prepare(tuple(sentences))
    return text(tuple(map(facts, sentences)))


@lru_cache(maxsize=24)
def _prepare(sentences: tuple[str, ...]) -> Text:
    return text(tuple(map(facts, sentences)))


def text(sentences: tuple[Facts, ...]) -> Text:
    """What is known of a text by itself, given its sentences taken apart."""
    ideas = Counter(chain.from_iterable([one.ideas for one in sentences]))
    return Text(
        sentences,
        Counter(chain.from_iterable([one.words for one in sentences])),
        ideas,
        frozenset().union(*[one.names for one in sentences]),
        runs_of([one.folded for one in sentences]),
        lay([one.ideas for one in sentences]) if len(sentences) <= MOST else {},
        sum(count for idea, count in ideas.items() if idea.startswith(LISTED)),
        _echoes(sentences),
    )


def _echoes(sentences: Sequence[Facts]) -> dict[int, float]:
    """The short lines without an end that share words with one of the hundred before, and what share of both it is."""
    found: dict[int, float] = {}
    for number, line in enumerate(sentences):
        words = line.words
        if line.unended and len(words) <= _LINE:
            before = sentences[max(0, number - _BEFORE) : number]
            echo = max(
                [len(words & one.words) / (len(words) + len(one.words) + 1) for one in before], default=0.0
            )
            if echo:
                found[number] = 2 * echo
    return found


def side_by_side(left: Text, right: Text) -> Texts:
    """Weigh two texts against each other; what is rare in both together weighs most."""
    many = len(left.sentences) + len(right.sentences)
    weights = _Weights(many)
    words = _rarity(left.words, right.words, weights)
    ideas = _rarity(left.ideas, right.ideas, weights)
    squares = {idea: round(weight * weight) for idea, weight in ideas.items()}
    lone = {
        idea: 1000 // (left.ideas[idea] * right.ideas[idea])
        for idea in left.ideas.keys() & right.ideas.keys()
    }
    names = left.names | right.names
    side_a, side_b = (_side(one, words, ideas, squares, names) for one in (left, right))
    known = (left.listed + right.listed) / max(1, sum(left.ideas.values()) + sum(right.ideas.values()))
    return Texts(side_a, side_b, words, ideas, squares, lone, names, known)


def weigh(items: Iterable[str], weights: Mapping[str, float]) -> float:
    """What the items weigh together."""
    return sum(map(weights.__getitem__, items), 0.0)


class _Weights(dict[int, float]):
    """The weight of what stands in so many of ``many`` sentences."""

    def __init__(self, many: int) -> None:
        self._many = 1 + many

    def __missing__(self, count: int) -> float:
        self[count] = weight = float(round(1000 * log(self._many / count)))
        return weight


def _rarity(left: Mapping[str, int], right: Mapping[str, int], weights: _Weights) -> dict[str, float]:
    found = {item: weights[count] for item, count in left.items()}
    found.update([(item, weights[count]) for item, count in right.items()])
    found.update([(item, weights[left[item] + right[item]]) for item in left.keys() & right.keys()])
    return found


def _side(
    text: Text,
    words: Mapping[str, float],
    ideas: Mapping[str, float],
    idea_squares: Mapping[str, int],
    names: frozenset[str],
) -> Side:
    sentences = text.sentences
    word_weight = [weigh(one.words, words) for one in sentences]
    name_weight = [weigh(one.words & names, words) for one in sentences]
    return Side(
        text,
        sentences,
        tuple([sqrt(sum(map(idea_squares.__getitem__, one.ideas))) for one in sentences]),
        tuple(word_weight),
        tuple([weigh(one.ideas, ideas) for one in sentences]),
        tuple(name_weight),
        tuple([every - named for every, named in zip(word_weight, name_weight, strict=True)]),
        tuple([weigh(one.quoted, words) if one.quoted else 0.0 for one in sentences]),
        tuple(
            [
                (weight,)
                if len(one.clauses) == 1
                else tuple([weigh(clause, words) for clause in one.clauses])
                for one, weight in zip(sentences, word_weight, strict=True)
            ]
        ),
    )
