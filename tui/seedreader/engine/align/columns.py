"""The closer look: some seventy numbers about a pair of sentences, from which the learned trees judge it.

Whatever has a direction is given as the lower and the higher value of both directions, so that neither text comes
first.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from seedreader.engine.align.facts import Facts
from seedreader.engine.align.look import EQUAL, Look, standings
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Side, Texts, weigh

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
    "shape": ("unended", "picture", "around", "pointing"),
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

_NOTHING = Look(0.0, 0.0, 0.0)
_SLACK = (0.05, 0.05, 0.3)
_STRONG = 0.12
_REACH = 2


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
    for cell in cells:
        i, j = cell
        look = found[cell]
        yield [
            look.letters,
            *_wording(texts, i, j, look),
            *_clauses(texts, i, j),
            *_quotations(texts, i, j),
            *_room(texts, i, j, size),
            *letters.of(cell, look.letters, _SLACK[0]),
            *ideas.of(cell, look.ideas, _SLACK[1]),
            *alone.of(cell, look.alone, _SLACK[2]),
            float((i in settled_a) + (j in settled_b)),
            *near[cell],
            *_joined(texts, i, j),
            texts.known,
            *kept,
        ]


def _sorted(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _wording(texts: Texts, i: int, j: int, look: Look) -> tuple[float, ...]:
    """The families words, ideas, names and figures."""
    a, b, weights = texts.a, texts.b, texts.words
    facts_a, facts_b = a.sentences[i], b.sentences[j]
    common = facts_a.words & facts_b.words
    rare = sorted([weights[word] for word in common], reverse=True)
    shared = sum(rare)
    words_a, words_b = a.word_weight[i], b.word_weight[j]
    squares = sum([weight * weight for weight in rare])
    idea_shared = weigh(facts_a.ideas & facts_b.ideas, texts.ideas)
    names_a, names_b = a.names[i], b.names[j]
    common_names = names_a & names_b
    named = weigh(common_names, weights)
    other = shared - named
    figures_a, figures_b = facts_a.figures, facts_b.figures
    dates_a, dates_b = facts_a.dates, facts_b.dates
    return (
        squares / (words_a * words_b + 1) if squares else 0.0,
        shared,
        len(common),
        *_sorted(shared / (words_a + 1000), shared / (words_b + 1000)),
        *(*rare, 0, 0, 0)[:3],
        look.ideas,
        idea_shared,
        *_sorted(idea_shared / (a.idea_weight[i] + 1000), idea_shared / (b.idea_weight[j] + 1000)),
        look.alone,
        named,
        other,
        len(common) - len(common_names),
        *_sorted(other / (a.other_weight[i] + 1000), other / (b.other_weight[j] + 1000)),
        *_sorted(named / (a.name_weight[i] + 1000), named / (b.name_weight[j] + 1000)),
        *_sorted(a.name_weight[i] - named, b.name_weight[j] - named),
        weigh(figures_a & figures_b, weights) if figures_a and figures_b else 0,
        min(len(figures_a - figures_b), len(figures_b - figures_a)),
        min(len(figures_a), len(figures_b)),
        len(dates_a & dates_b),
        min(len(dates_a - dates_b), len(dates_b - dates_a)),
    )


def _clauses(texts: Texts, i: int, j: int) -> tuple[float, ...]:
    """How well the best clause of either is found in the other, and the two best clauses in one another."""
    a, b = texts.a.sentences[i], texts.b.sentences[j]
    weights_a, weights_b = texts.a.clause_weights[i], texts.b.clause_weights[j]
    best = max(_covered(texts, a, weights_a, b), _covered(texts, b, weights_b, a))
    pair = 0.0
    if len(weights_a) + len(weights_b) > 2:
        for ours, weight in zip(a.clauses, weights_a, strict=True):
            for theirs, other in zip(b.clauses, weights_b, strict=True):
                common = ours & theirs
                if common:
                    pair = max(pair, 2 * weigh(common, texts.words) / (weight + other + 3000))
    return best, pair, len(weights_a) + len(weights_b)


def _covered(texts: Texts, of: Facts, weights: Sequence[int], by: Facts) -> float:
    best = 0.0
    for clause, weight in zip(of.clauses, weights, strict=True):
        common = clause & by.words
        if common:
            best = max(best, weigh(common, texts.words) / (weight + 2000))
    return best


def _quotations(texts: Texts, i: int, j: int) -> tuple[float, ...]:
    a, b = texts.a.sentences[i], texts.b.sentences[j]
    ours, theirs = a.quoted, b.quoted
    if not ours and not theirs:
        return 0.0, 0, 0, 0.0, 0.0, 0.0
    weight_a, weight_b = texts.a.quoted_weight[i], texts.b.quoted_weight[j]
    both = weigh(ours & theirs, texts.words)
    return (
        both,
        *_sorted(len(ours), len(theirs)),
        *_sorted(
            weigh(ours & b.words, texts.words) / (weight_a + 1000),
            weigh(theirs & a.words, texts.words) / (weight_b + 1000),
        ),
        both / (min(weight_a, weight_b) + 1000),
    )


def _room(texts: Texts, i: int, j: int, size: tuple[int, int]) -> tuple[float, ...]:
    """The families length, place and shape."""
    a, b = texts.a.sentences[i], texts.b.sentences[j]
    short, long = _sorted(len(a.words), len(b.words))
    place_a, place_b = (i + 0.5) / size[0], (j + 0.5) / size[1]
    return (
        short,
        long,
        (short + 1) / (long + 1),
        *_sorted(texts.a.word_weight[i], texts.b.word_weight[j]),
        abs(place_a - place_b),
        *_sorted(place_a, place_b),
        *_sorted(i, j),
        a.unended + b.unended,
        a.picture + b.picture,
        a.around + b.around,
        a.pointing + b.pointing,
    )


def _near(known: Mapping[Cell, Look], cells: Sequence[Cell]) -> dict[Cell, tuple[float, ...]]:
    """How alike what stands around the two sentences is."""
    around = [
        (across, down)
        for across in range(-_REACH, _REACH + 1)
        for down in range(-_REACH, _REACH + 1)
        if across or down
    ]
    strong = {cell: round(1000 * look.ideas) for cell, look in known.items() if look.ideas > _STRONG}
    sums = dict.fromkeys(cells, 0)
    for (i, j), ideas in strong.items():
        for across, down in around:
            cell = i + across, j + down
            if cell in sums:
                sums[cell] += ideas
    made: dict[Cell, tuple[float, ...]] = {}
    get = known.get
    for i, j in cells:
        before, after = get((i - 1, j - 1), _NOTHING), get((i + 1, j + 1), _NOTHING)
        beside = max(get((i, j - 1), _NOTHING).ideas, get((i, j + 1), _NOTHING).ideas)
        below = max(get((i - 1, j), _NOTHING).ideas, get((i + 1, j), _NOTHING).ideas)
        made[i, j] = (
            max(before.letters, after.letters),
            before.letters + after.letters,
            sums[i, j],
            *_sorted(beside, below),
        )
    return made


def _joined(texts: Texts, i: int, j: int) -> tuple[float, float]:
    """How much more of either sentence is found when the other is joined with a neighbour."""
    return _sorted(_gain(texts, texts.a, i, texts.b, j), _gain(texts, texts.b, j, texts.a, i))


def _gain(texts: Texts, side: Side, index: int, others: Side, at: int) -> float:
    missing = side.sentences[index].words - others.sentences[at].words
    best = 0
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(others.sentences):
            best = max(best, weigh(missing & others.sentences[beside].words, texts.words))
    return best / (side.word_weight[index] + 1000)
