"""How much two pieces say the same: the words and letters they share, names and frequent words counting for little."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest, nsmallest
from math import fsum, log

from seedreader.engine.align.similarity import Cell, fold, likenesses
from seedreader.engine.utterances.wording import Word, words

LONGEST = 3_000
"""Code points of a wording that are compared letter by letter."""

_NAME = 0.45
"""What a name counts against another word as rare: names make false pairs."""

_RAREST = 7
_MOST_PLACES = 80
_BEST = 12
_MANY = 300


@dataclass(frozen=True)
class Bag:
    """The content words of a wording by stem, with those that stand in marks where it is a fragment."""

    text: str
    quoted_text: str | None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that tell something, in order."""
        return tuple(word for word in words(self.text) if word.tells)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of its names."""
        return frozenset(word.stem for word in self.words if word.kind == "name")

    @cached_property
    def quoted(self) -> frozenset[str] | None:
        """The stems of a fragment's quoted words; nothing for other pieces."""
        if self.quoted_text is None:
            return None
        return frozenset(word.stem for word in words(self.quoted_text) if word.tells)

    @cached_property
    def folded(self) -> str:
        """The wording without case, punctuation and marks; of a gigantic one the beginning."""
        return fold(self.text[:LONGEST])


class Scale:
    """Likeness of pieces as measured in one set of articles.

    A word is rare that stands in few pieces of an article that has it at all: what every article quotes once is as
    telling as what one article quotes once.
    """

    def __init__(self, bags: Sequence[Bag], articles: Sequence[int]) -> None:
        self.bags = bags
        self._articles = articles
        pieces: Counter[str] = Counter()
        holders: defaultdict[str, set[int]] = defaultdict(set)
        named: Counter[str] = Counter()
        for bag, article in zip(bags, articles, strict=True):
            pieces.update(bag.stems)
            named.update(bag.names)
            for stem in bag.stems:
                holders[stem].add(article)
        usual = len(bags) / max(1, len(set(articles)))
        self._weight = {
            stem: (1 + log((1 + max(usual, 1)) / (1 + min(many / len(holders[stem]), usual))))
            * (_NAME if 2 * named[stem] > many else 1.0)
            for stem, many in pieces.items()
        }
        self._names = {stem for stem, many in pieces.items() if 2 * named[stem] > many}
        self._total = [self.weigh(bag.stems) for bag in bags]
        self._cosine: dict[Cell, float] = {}
        self._known: dict[Cell, float] = {}

    def weigh(self, stems: Iterable[str]) -> float:
        """The weights of words together, the same in whatever order they come."""
        return fsum([self._weight.get(stem, 1.0) for stem in stems])

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the words of both that both have, by weight; names alone are no overlap."""
        common = one & other
        if not common - self._names:
            return 0.0
        total = self.weigh(one) + self.weigh(other)
        return 2 * self.weigh(common) / total if total else 0.0

    def candidates(self, kin: Sequence[int], *, within: bool = True) -> dict[int, list[int]]:
        """For each of some pieces the others among them that share its rarest words, the likeliest first.

        ``within`` says whether pieces of its own article are among them; those of an article that has very many
        never are, for what is repeated there word for word is found without.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        many = Counter(self._articles[at] for at in kin)
        apart = {article for article, count in many.items() if not within or count > _MANY}
        if len(many) == 1 and apart:
            return {}
        for at in kin:
            for stem in self.bags[at].stems:
                places[stem].append(at)
        found: dict[int, list[int]] = {}
        for at in kin:
            rare = nsmallest(_RAREST, self.bags[at].stems, key=lambda stem: (len(places[stem]), stem))
            own = self._articles[at]
            shared: defaultdict[int, float] = defaultdict(float)
            for stem in rare:
                weight = self._weight[stem]
                for other in places[stem][:_MOST_PLACES]:
                    shared[other] += weight
            best = nlargest(2 * _BEST, shared, key=lambda other: (shared[other], -other))
            chosen = [
                other for other in best if other != at and (own not in apart or self._articles[other] != own)
            ]
            found[at] = chosen[:_BEST]
        return found

    def measure(self, cells: Iterable[Cell]) -> Mapping[Cell, float]:
        """The likeness of pairs of pieces, the lower index first."""
        found: dict[Cell, float] = {}
        unclear: list[Cell] = []
        for cell in sorted(set(cells)):
            contained, dice = self._words_shared(*cell)
            fragments = any(self.bags[at].quoted is not None for at in cell)
            if dice >= _CLEAR:
                found[cell] = self.between(*cell)
            elif contained >= _PROMISING or (contained and fragments):
                unclear.append(cell)
        folded = [bag.folded for bag in self.bags]
        letters = likenesses(folded, folded, unclear, folded)
        self._cosine = {cell: likeness.cosine for cell, likeness in letters.items()}
        return found | {cell: self.between(*cell) for cell in unclear}

    def _words_shared(self, i: int, j: int) -> tuple[float, float]:
        """The share of words two pieces have in common: of the shorter one's, and of those of both."""
        common = self.bags[i].stems & self.bags[j].stems
        if common <= self._names:
            return 0.0, 0.0
        shared = self.weigh(common)
        one, other = self._total[i], self._total[j]
        return shared / min(one, other), 2 * shared / (one + other)

    def between(self, i: int, j: int) -> float:
        """How much two pieces say the same, 0-1."""
        cell = (min(i, j), max(i, j))
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._between(*cell)
        return known

    def common(self, i: int, j: int) -> int:
        """How many words of content two pieces have in common."""
        return len(self.bags[i].stems & self.bags[j].stems)

    def holds(self, i: int, j: int) -> bool:
        """Whether one piece stands in the other word for word, and is more than a word or two."""
        short, long = sorted((self.bags[i], self.bags[j]), key=lambda bag: len(bag.folded))
        return (
            len(short.stems) >= 2
            and short.folded.count(" ") >= 2
            and f" {short.folded} " in f" {long.folded} "
        )

    def _between(self, i: int, j: int) -> float:
        one, other = self.bags[i], self.bags[j]
        contained, dice = self._words_shared(i, j)
        if not contained:
            return 0.0
        common = one.stems & other.stems
        shared = contained * min(self._total[i], self._total[j])
        contained *= min(1.0, shared / _ENOUGH)  # a piece of two words is contained in many others
        letters = self._cosine.get((i, j), _LETTERS * dice)
        score = 0.4 * dice + 0.25 * contained + 0.35 * letters
        if len(common) == 1 and one.stems != other.stems:
            score *= 0.5  # one word in common tells nothing, unless it is all there is
        if self.holds(i, j):
            score = max(score, 0.4 + 0.25 * min(1.0, shared / _ENOUGH))
        for fragment, whole in ((one, other), (other, one)):
            if fragment.quoted:
                score = self._as_fragment(score, fragment.quoted, whole)
        return min(score, 1.0)

    def _as_fragment(self, score: float, quoted: frozenset[str], whole: Bag) -> float:
        """A fragment is told by its quoted words: those the other piece has, or else it quotes something else."""
        total = self.weigh(quoted)
        held = self.weigh(quoted & whole.stems)
        share = held / total if total else 0.0
        if share >= _HELD and quoted & whole.stems - self._names:
            return max(score, 0.3 + 0.35 * min(1.0, held / _ENOUGH) * share)
        return score * (0.6 + 0.4 * share)


_ENOUGH = 6.0
"""Weight of shared words from which on a contained piece is taken at its word."""

_HELD = 0.66

_PROMISING = 0.3
"""Share of the shorter piece's words below which no letters help."""

_CLEAR = 0.6
"""Share of the words of both from which on letters tell nothing new."""

_LETTERS = 0.8
"""What letters are usually like, for a share of words."""
