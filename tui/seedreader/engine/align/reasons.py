"""Why sentences are linked, in words. What is said is read off the sentences: it is true whatever was learned."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from seedreader.engine.align.facts import Facts
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.stems import LISTED, listed, word
from seedreader.engine.pairs import Group, Link

_MOST_WORDS = 4
_MOST_SWAPS = 2
_COMMON = 0.34
_LEAST_QUOTED = 3
_SAME_QUOTE = 0.6
_SAME_CLAUSE = 0.6
_LONGER = 1.6
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What reasons are taken from: one side of a comparison, by the index of the sentence.

    ``speakers`` are those of the quotations in a sentence, where they are known.
    """

    facts: Mapping[int, Facts]
    speakers: Sequence[Collection[str]]


def explain(groups: Iterable[Group], left: Evidence, right: Evidence) -> list[tuple[str, ...]]:
    """The reasons for each group that has two sides, the plainest first; there is always one."""
    every = [facts.words for side in (left, right) for facts in side.facts.values()]
    frequency = Counter(chain.from_iterable(every))
    usual = max(2.0, _COMMON * len(every))
    made: list[tuple[str, ...]] = []
    for group in groups:
        if group.relation == "same":
            made.append(("same wording",))
            continue
        ours, theirs = [left.facts[i] for i in group.a], [right.facts[j] for j in group.b]
        found = (
            _both(_rarest(ours, theirs, frequency, usual), ours),
            _swapped(ours, theirs),
            _quoted(group.links, left, right),
            _clause(ours, theirs),
            _neighbours(group),
        )
        made.append(tuple(filter(None, found)) or ("similar wording",))
    return made


def _rarest(
    ours: Sequence[Facts], theirs: Sequence[Facts], frequency: Mapping[str, int], usual: float
) -> set[str]:
    """The words both sides have that tell most: rare ones, figures before words, long before short."""
    common = frozenset().union(*(facts.words for facts in ours)) & frozenset().union(
        *(facts.words for facts in theirs)
    )
    telling = [
        stem
        for stem in common
        if frequency[stem] <= usual and (len(stem) > _SHORT_WORD or not stem.isascii() or stem[0] == "#")
    ]
    telling.sort(key=lambda stem: (frequency[stem], stem[0] != "#", -len(stem), stem))
    return set(telling[:_MOST_WORDS])


def _both(rarest: set[str], sentences: Iterable[Facts]) -> str:
    """These words as the sentences write them; what stands together there stays together."""
    shown: list[str] = []
    left = set(rarest)
    for sentence in sentences:
        written = [(token, word(token).stem) for token in sentence.tokens]
        for wanted, run in groupby(written, key=lambda item: item[1] in rarest):
            stretch = list(run)
            if wanted and any(stem in left for _, stem in stretch):
                shown.append(" ".join(token for token, _ in stretch))
                left.difference_update(stem for _, stem in stretch)
    return "both: " + ", ".join(shown) if shown else ""


def _swapped(ours: Sequence[Facts], theirs: Sequence[Facts]) -> str:
    """Words of one side for which the other has a word that stands for the same thing."""
    missing = (
        frozenset().union(*[facts.words for facts in ours]).difference(*[facts.words for facts in theirs])
    )
    if frozenset(map(listed, missing)).isdisjoint(idea for facts in theirs for idea in facts.ideas):
        return ""
    mine, other = _listed(ours), _listed(theirs)
    pairs = [
        f"{next(iter(mine[idea].values()))} / {next(iter(other[idea].values()))}"
        for idea in mine
        if idea in other and not mine[idea].keys() & other[idea].keys()
    ]
    return "in other words: " + ", ".join(pairs[:_MOST_SWAPS]) if pairs else ""


def _listed(sentences: Iterable[Facts]) -> dict[str, dict[str, str]]:
    """The words of listed ideas, by idea and stem, as they are first written."""
    found: dict[str, dict[str, str]] = {}
    for sentence in sentences:
        for token in sentence.tokens:
            item = word(token)
            if item.idea.startswith(LISTED):
                found.setdefault(item.idea, {}).setdefault(item.stem, token)
    return found


def _quoted(links: Sequence[Link], left: Evidence, right: Evidence) -> str:
    for link in links:
        ours, theirs = left.facts[link.a].quoted, right.facts[link.b].quoted
        shared = len(ours & theirs)
        if shared >= _LEAST_QUOTED and shared >= _SAME_QUOTE * min(len(ours), len(theirs)):
            return "quotation shared"
    for link in links:
        if left.speakers and right.speakers:
            both = [name for name in left.speakers[link.a] if name in right.speakers[link.b]]
            if both:
                return f"both quote {both[0]}"
    return ""


def _clause(ours: Sequence[Facts], theirs: Sequence[Facts]) -> str:
    """Where a single sentence stands on either side: whether one is a clause of the longer other."""
    if len(ours) > 1 or len(theirs) > 1:
        return ""
    short, long = sorted((ours[0], theirs[0]), key=lambda facts: len(facts.words))
    if len(long.words) < _LONGER * max(1, len(short.words)) or len(long.clauses) < 2:
        return ""
    best = max(len(short.words.intersection(clause)) / len(clause) for clause in long.clauses if clause)
    return "one clause of the longer sentence" if best >= _SAME_CLAUSE else ""


def _neighbours(group: Group) -> str:
    """Whether sentences that follow one another are linked to sentences that do."""
    cells: set[Cell] = {(link.a, link.b) for link in group.links}
    return "neighbours line up" if any((i + 1, j + 1) in cells for i, j in cells) else ""
