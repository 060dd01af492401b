"""The closer look: some seventy floats about a pair of sentences, from which the learned trees judge it.

Whatever has a direction is given as the lower and the higher value of both directions, so that neither text comes
first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from seedreader.engine.align.facts import Facts
from seedreader.engine.align.look import EQUAL, Look, standings
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Texts

FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "letters": ("letters",),
    "words": (
        "words", "shared", "shared_count", "cover_low", "cover_high", "rarest", "second", "third",
    ),
    "ideas": ("ideas", "idea_shared", "idea_low", "idea_high", "alone"),
    "names": (
        "names", "others", "other_count", "other_low", "other_high", "name_low", "name_high", "foreign_low",
        "foreign_high",
    ),
    "figures": ("figures", "figure_clash", "figure_room", "dates", "date_clash"),
    "clauses": ("clause", "clause_pair", "clause_count"),
    "quotations": (
        "quoted", "quoted_low", "quoted_high", "quote_cover_low", "quote_cover_high", "quote_both",
    ),
    "length": ("short", "long", "length_ratio", "weight_low", "weight_high"),
    "place": ("distance", "early", "late", "first", "second_first"),
    "shape": ("unended", "picture", "around", "pointing", "echo"),
    "competition": (
        "letters_behind_low", "letters_behind_high", "letters_lead_low", "letters_lead_high",
        "ideas_behind_low", "ideas_behind_high", "ideas_lead_low", "ideas_lead_high",
        "alone_behind_low", "alone_behind_high", "alone_lead_low", "alone_lead_high",
        "settled",
    ),
    "neighbours": ("diagonal", "diagonals", "idea_near", "idea_beside_low", "idea_beside_high"),
    "joined": ("joined_low", "joined_high"),
    "texts": ("known", "kept_low", "kept_high"),
}  # fmt: skip
NAMES: Final = tuple(name for names in FAMILIES.values() for name in names)

Weight = Callable[[str], float]
"""What a word weighs."""

_NOTHING: Look = (0.0, 0.0, 0.0)
_SLACK = (0.05, 0.05, 0.3)
_STRONG = 0.12
_AROUND = tuple((across, down) for across in range(-2, 3) for down in range(-2, 3) if across or down)
_REMEMBERED = 1_000
_UNQUOTED = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_NONE: frozenset[str] = frozenset()


def columns(
    texts: Texts, found: Mapping[Cell, Look], cells: Sequence[Cell], anchors: Sequence[Cell]
) -> Iterator[list[float]]:
    """The numbers of each cell, in the order of ``NAMES``, cell by cell: of large texts all at once are too many.

    ``found`` are the looks of all cells that were looked at, ``anchors`` pairs of equal wording among the rest.
    """
    known = {**found, **dict.fromkeys(anchors, EQUAL)}
    settled_a, settled_b = {i for i, _ in anchors}, {j for _, j in anchors}
    letters, ideas, alone = standings(known)
    near = _near(known, cells)
    size = len(texts.a.sentences), len(texts.b.sentences)
    kept = _sorted(letters.mean_of_rows(), letters.mean_of_columns())
    shared = _Shared(texts)
    for cell in cells:
        i, j = cell
        look = found[cell]
        common = shared(i, j)
        yield [
            look[0],
            *_wording(texts, i, j, common, look),
            *_clauses(texts, i, j, common),
            *_quotations(texts, i, j, common),
            *_room(texts, i, j, size),
            *letters.of(cell, look[0], _SLACK[0]),
            *ideas.of(cell, look[1], _SLACK[1]),
            *alone.of(cell, look[2], _SLACK[2]),
            float((i in settled_a) + (j in settled_b)),
            *near[cell],
            *_joined(texts, i, j, shared),
            texts.known,
            *kept,
        ]


def _sorted(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


class _Shared:
    """The words two sentences share; those of the last few hundred pairs are remembered, for neighbours ask again."""

    def __init__(self, texts: Texts) -> None:
        self._ours = [facts.words for facts in texts.a.sentences]
        self._theirs = [facts.words for facts in texts.b.sentences]
        self._known: dict[Cell, frozenset[str]] = {}

    def __call__(self, i: int, j: int) -> frozenset[str]:
        known = self._known
        cell = i, j
        if cell in known:
            return known[cell]
        if len(known) >= _REMEMBERED:
            known.clear()
        inside = 0 <= i < len(self._ours) and 0 <= j < len(self._theirs)
        known[cell] = common = self._ours[i] & self._theirs[j] if inside else _NONE
        return common


def _wording(texts: Texts, i: int, j: int, common: frozenset[str], look: Look) -> tuple[float, ...]:
    """The families words, ideas, names and figures; ``common`` are the words that both have."""
    a, b, weight = texts.a, texts.b, texts.words.__getitem__
    facts_a, facts_b = a.sentences[i], b.sentences[j]
    rare = sorted(map(weight, common), reverse=True)
    shared = sum(rare, 0.0)
    words_a, words_b = a.word_weight[i], b.word_weight[j]
    squares = sum([each * each for each in rare])
    idea_shared = sum(map(texts.ideas.__getitem__, facts_a.ideas & facts_b.ideas), 0.0)
    common_names = common & texts.names
    named = sum(map(weight, common_names)) if common_names else 0.0
    other = shared - named
    name_a, name_b = a.name_weight[i], b.name_weight[j]
    first, second, third, *_ = *rare, 0.0, 0.0, 0.0
    return (
        squares / (words_a * words_b + 1) if squares else 0.0,
        shared,
        float(len(common)),
        *_sorted(shared / (words_a + 1000), shared / (words_b + 1000)),
        first,
        second,
        third,
        look[1],
        idea_shared,
        *_sorted(idea_shared / (a.idea_weight[i] + 1000), idea_shared / (b.idea_weight[j] + 1000)),
        look[2],
        named,
        other,
        float(len(common) - len(common_names)),
        *_sorted(other / (a.other_weight[i] + 1000), other / (b.other_weight[j] + 1000)),
        *_sorted(named / (name_a + 1000), named / (name_b + 1000)),
        *_sorted(name_a - named, name_b - named),
        *_figures(facts_a, facts_b, weight),
    )


def _figures(a: Facts, b: Facts, weight: Weight) -> tuple[float, ...]:
    shared = clash = room = dates = date_clash = 0.0
    if a.figures and b.figures:
        shared = sum(map(weight, a.figures & b.figures), 0.0)
        clash = float(min(len(a.figures - b.figures), len(b.figures - a.figures)))
        room = float(min(len(a.figures), len(b.figures)))
    if a.dates and b.dates:
        dates = float(len(a.dates & b.dates))
        date_clash = float(min(len(a.dates - b.dates), len(b.dates - a.dates)))
    return shared, clash, room, dates, date_clash


def _clauses(texts: Texts, i: int, j: int, common: frozenset[str]) -> tuple[float, float, float]:
    """How well the best clause of either is found in the other, and the two best clauses in one another."""
    weights_a, weights_b = texts.a.clause_weights[i], texts.b.clause_weights[j]
    many = float(len(weights_a) + len(weights_b))
    weight = texts.words.__getitem__
    ours = _found(texts.a.sentences[i].clauses, weights_a, common)
    theirs = _found(texts.b.sentences[j].clauses, weights_b, common)
    best = pair = 0.0
    for part, whole in (*ours, *theirs):
        covered = sum(map(weight, part)) / (whole + 2000)
        best = max(best, covered)
    if many > 2:
        for part, whole in ours:
            for other, whole_other in theirs:
                both = part & other
                if both:
                    covered = 2 * sum(map(weight, both)) / (whole + whole_other + 3000)
                    pair = max(pair, covered)
    return best, pair, many


def _found(
    clauses: Sequence[Sequence[str]], weights: Sequence[float], common: frozenset[str]
) -> list[tuple[frozenset[str], float]]:
    """What the other sentence has of each clause of which it has anything, and the weight of the clause."""
    if not common:
        return []
    if len(clauses) == 1:
        return [(common, weights[0])]
    return [
        (part, weight)
        for clause, weight in zip(clauses, weights, strict=True)
        if (part := common.intersection(clause))
    ]


def _quotations(texts: Texts, i: int, j: int, common: frozenset[str]) -> tuple[float, ...]:
    ours, theirs = texts.a.sentences[i].quoted, texts.b.sentences[j].quoted
    if not ours and not theirs:
        return _UNQUOTED
    weight = texts.words.__getitem__
    weight_a, weight_b = texts.a.quoted_weight[i], texts.b.quoted_weight[j]
    both = sum(map(weight, ours & theirs), 0.0)
    return (
        both,
        *_sorted(float(len(ours)), float(len(theirs))),
        *_sorted(
            sum(map(weight, ours & common)) / (weight_a + 1000),
            sum(map(weight, theirs & common)) / (weight_b + 1000),
        ),
        both / (min(weight_a, weight_b) + 1000),
    )


def _room(texts: Texts, i: int, j: int, size: tuple[int, int]) -> tuple[float, ...]:
    """The families length, place and shape."""
    a, b = texts.a.sentences[i], texts.b.sentences[j]
    short, long = _sorted(float(len(a.words)), float(len(b.words)))
    place_a, place_b = (i + 0.5) / size[0], (j + 0.5) / size[1]
    return (
        short,
        long,
        (short + 1) / (long + 1),
        *_sorted(texts.a.word_weight[i], texts.b.word_weight[j]),
        abs(place_a - place_b),
        *_sorted(place_a, place_b),
        *_sorted(float(i), float(j)),
        float(a.unended + b.unended),
        float(a.picture + b.picture),
        float(a.around + b.around),
        float(a.pointing + b.pointing),
        max(texts.a.text.echoes.get(i, 0.0), texts.b.text.echoes.get(j, 0.0)),
    )


def _near(known: Mapping[Cell, Look], cells: Sequence[Cell]) -> dict[Cell, tuple[float, ...]]:
    """How alike what stands around the two sentences is."""
    strong = [(cell, float(round(1000 * look[1]))) for cell, look in known.items() if look[1] > _STRONG]
    sums = dict.fromkeys(cells, 0.0)
    for (i, j), ideas in strong:
        for across, down in _AROUND:
            cell = i + across, j + down
            if cell in sums:
                sums[cell] += ideas
    made: dict[Cell, tuple[float, ...]] = {}
    get = known.get
    for cell, around in sums.items():
        i, j = cell
        before, after = get((i - 1, j - 1), _NOTHING)[0], get((i + 1, j + 1), _NOTHING)[0]
        made[cell] = (
            max(before, after),
            before + after,
            around,
            *_sorted(
                max(get((i, j - 1), _NOTHING)[1], get((i, j + 1), _NOTHING)[1]),
                max(get((i - 1, j), _NOTHING)[1], get((i + 1, j), _NOTHING)[1]),
            ),
        )
    return made


def _joined(texts: Texts, i: int, j: int, shared: _Shared) -> tuple[float, float]:
    """How much more of either sentence is found when the other is joined with a neighbour."""
    a, b, weight = texts.a, texts.b, texts.words.__getitem__
    more_a = _more(shared(i, j - 1), shared(i, j + 1), b.sentences[j].words, weight)
    more_b = _more(shared(i - 1, j), shared(i + 1, j), a.sentences[i].words, weight)
    return _sorted(more_a / (a.word_weight[i] + 1000), more_b / (b.word_weight[j] + 1000))


def _more(before: frozenset[str], after: frozenset[str], found: frozenset[str], weight: Weight) -> float:
    """The more of two sets of words, of which those that are found already do not count."""
    one = sum(map(weight, before - found)) if before else 0.0
    other = sum(map(weight, after - found)) if after else 0.0
    return one if one > other else float(other)
