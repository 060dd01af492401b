"""Two texts side by side: their sentences taken apart, and how rare in both together what they say is.

Rarities are whole thousandths: sums of them do not depend on the order of sets, which differs from run to run.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from seedreader.engine.align.facts import Facts
from seedreader.engine.align.similarity import Bags, grams_of
from seedreader.engine.align.stems import LISTED

_LETTERS = (4,)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts: its sentences, and of each what its words, ideas, names and other words weigh together.

    ``grams`` are numbers of runs of four characters, ``reach`` the length of their vector; ``idea_reach`` that of
    the ideas.
    """

    sentences: tuple[Facts, ...]
    grams: tuple["array[int]", ...]
    reach: tuple[float, ...]
    idea_reach: tuple[float, ...]
    names: tuple[frozenset[str], ...]
    others: tuple[frozenset[str], ...]
    word_weight: tuple[int, ...]
    idea_weight: tuple[int, ...]
    name_weight: tuple[int, ...]
    other_weight: tuple[int, ...]
    quoted_weight: tuple[int, ...]
    clause_weights: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts, with the rarity of words and ideas and the squared rarity of grams and ideas.

    ``lone`` is what an idea that both texts have tells of a pair that shares it: the chance, in thousandths, of
    hitting that pair when one takes it from each text blindly. ``known`` is the share of ideas that stand in the list
    of ideas: it is low where the language is another one.
    """

    a: Side
    b: Side
    words: Mapping[str, int]
    ideas: Mapping[str, int]
    idea_squares: Mapping[str, int]
    gram_squares: Sequence[int]
    lone: Mapping[str, int]
    known: float


def side_by_side(left: Sequence[Facts], right: Sequence[Facts]) -> Texts:
    """Weigh two texts against each other; what is rare in both together weighs most."""
    every = (*left, *right)
    words = _rarity(Counter(word for facts in every for word in facts.words), len(every))
    ideas_a, ideas_b = (Counter(idea for facts in side for idea in facts.ideas) for side in (left, right))
    ideas = _rarity(ideas_a + ideas_b, len(every))
    squares = {idea: weight * weight for idea, weight in ideas.items()}
    lone = {idea: 1000 // (many * ideas_b[idea]) for idea, many in ideas_a.items() if idea in ideas_b}
    bags = Bags(Counter(facts.folded for facts in every), lambda folded: grams_of(folded, _LETTERS))
    grams = [round(1000 * square) for square in bags.squares]
    names = frozenset().union(*(facts.names for facts in every))
    side_a, side_b = (_side(side, bags, grams, words, ideas, squares, names) for side in (left, right))
    known = sum(idea.startswith(LISTED) for facts in every for idea in facts.ideas)
    known_share = known / max(1, sum(len(facts.ideas) for facts in every))
    return Texts(side_a, side_b, words, ideas, squares, grams, lone, known_share)


def weigh(items: Iterable[str], weights: Mapping[str, int]) -> int:
    """What the items weigh together."""
    return sum(map(weights.__getitem__, items))


def _rarity(counts: Mapping[str, int], many: int) -> dict[str, int]:
    weights = {count: round(1000 * log((1 + many) / count)) for count in set(counts.values())}
    return {item: weights[count] for item, count in counts.items()}


def _side(
    sentences: Sequence[Facts],
    bags: Bags,
    squares: Sequence[int],
    words: Mapping[str, int],
    ideas: Mapping[str, int],
    idea_squares: Mapping[str, int],
    names: frozenset[str],
) -> Side:
    grams = [bags.bags[facts.folded] for facts in sentences]
    named = [facts.words & names for facts in sentences]
    others = [facts.words - names for facts in sentences]
    return Side(
        tuple(sentences),
        tuple(grams),
        tuple(sqrt(sum(map(squares.__getitem__, bag))) for bag in grams),
        tuple(sqrt(weigh(facts.ideas, idea_squares)) for facts in sentences),
        tuple(named),
        tuple(others),
        tuple(weigh(facts.words, words) for facts in sentences),
        tuple(weigh(facts.ideas, ideas) for facts in sentences),
        tuple(weigh(found, words) for found in named),
        tuple(weigh(found, words) for found in others),
        tuple(weigh(facts.quoted, words) for facts in sentences),
        tuple(tuple(weigh(clause, words) for clause in facts.clauses) for facts in sentences),
    )
