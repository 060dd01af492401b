"""The steps of an alignment, one after the other."""

import gc
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from seedreader.engine.align.candidates import candidates, exact
from seedreader.engine.align.groups import build
from seedreader.engine.align.model import Model, model
from seedreader.engine.align.partners import decide
from seedreader.engine.align.reasons import Evidence
from seedreader.engine.align.scoring import Chosen, choose, judge
from seedreader.engine.align.similarity import Cell
from seedreader.engine.align.texts import Text, prepare
from seedreader.engine.pairs import Alignment, Link, PairContext

_EXACT = 0.97
_LARGE = 2_000


@dataclass(frozen=True, slots=True)
class Judged:
    """An alignment, and for each of its links the probability that both sentences say nearly the same thing.

    They are taken to do so from ``cut`` on.
    """

    alignment: Alignment
    alike: Mapping[Cell, float]
    cut: float


@dataclass(frozen=True, slots=True)
class Task:
    """Two lists of sentences taken apart, and what their wording alone decides.

    ``anchors`` are pairs of equal wording, ``copies_*`` sentences that repeat one of those with the partner of that
    one, ``again_*`` other sentences that repeat an earlier one of their text with that one, ``cells`` the pairs to
    look at.
    """

    left: Text
    right: Text
    anchors: tuple[Cell, ...]
    copies_a: Mapping[int, int]
    copies_b: Mapping[int, int]
    again_a: Mapping[int, int]
    again_b: Mapping[int, int]
    cells: tuple[Cell, ...]


def align(left: Sequence[str], right: Sequence[str], *, context: PairContext | None = None) -> Alignment:
    """Align the sentences of two texts.

    Sentences equal but for case, punctuation and quote style are paired first, repeated ones in order; they may have
    further partners among the rest. All others are judged by what they share, how rare that is in the two texts, by
    their rivals and by what stands around them. Sentences that the context marks as furniture are linked to nothing
    and are no candidates. Links carry calibrated probabilities, rounded to four digits; ``first_*`` hold ``None`` for
    furniture and where no sentence of the other side has anything in common. Speakers in the context serve as reasons
    only. The same input gives the same result.

    Raises ``ValueError`` if the context marks furniture for another number of sentences than there are.
    """
    with _undisturbed(len(left) + len(right)):
        return judged(left, right, context or PairContext(), model()).alignment


@contextmanager
def _undisturbed(sentences: int) -> Iterator[None]:
    """Keep the collector of cycles from walking through the tables of large texts over and over: they have none."""
    if sentences < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def judged(left: Sequence[str], right: Sequence[str], context: PairContext, learned: Model) -> Judged:
    """Align two texts as ``align`` does, with a model of one's choice, and tell how alike the linked are."""
    kept_a = _content(len(left), context.furniture_a)
    kept_b = _content(len(right), context.furniture_b)
    work = task([left[i] for i in kept_a], [right[j] for j in kept_b])
    scored = judge(chosen(work, learned.first), learned)
    likely = scored.link
    decision = decide(likely, scored.cut)
    certain = dict.fromkeys(work.anchors, _EXACT)
    repeated = dict.fromkeys([*work.copies_a.items(), *((i, j) for j, i in work.copies_b.items())], _EXACT)
    alike = {**scored.alike, **certain}

    def place(cell: Cell) -> Cell:
        return kept_a[cell[0]], kept_b[cell[1]]

    scores = tuple(
        [Link(kept_a[i], kept_b[j], p) for (i, j), p in sorted({**likely, **certain, **repeated}.items())]
    )
    best_a = {**decision.first_a, **work.copies_a, **dict(work.anchors)}
    best_b = {**decision.first_b, **work.copies_b, **{j: i for i, j in work.anchors}}
    best_a |= {i: best_a[earlier] for i, earlier in work.again_a.items() if earlier in best_a}
    best_b |= {j: best_b[earlier] for j, earlier in work.again_b.items() if earlier in best_b}
    first_a: list[int | None] = [None] * len(left)
    first_b: list[int | None] = [None] * len(right)
    for i, j in best_a.items():
        first_a[kept_a[i]] = kept_b[j]
    for j, i in best_b.items():
        first_b[kept_b[j]] = kept_a[i]
    # Equal wording finds its row first, though what outlets repeat word for word is not always news.
    linked = certain | decision.links
    paired_a, paired_b = {i for i, _ in linked}, {j for _, j in linked}
    copies_a = {*work.copies_a, *(i for i, earlier in work.again_a.items() if earlier in paired_a)}
    copies_b = {*work.copies_b, *(j for j, earlier in work.again_b.items() if earlier in paired_b)}
    groups, further = build(
        left,
        right,
        {place(cell): p for cell, p in linked.items()},
        ({kept_a[i] for i in copies_a}, {kept_b[j] for j in copies_b}),
        alike={place(cell) for cell, p in alike.items() if p >= learned.cuts.alike},
        evidence=(
            Evidence(dict(zip(kept_a, work.left.sentences, strict=True)), context.persons_a),
            Evidence(dict(zip(kept_b, work.right.sentences, strict=True)), context.persons_b),
        ),
    )
    alignment = Alignment(groups, scores, tuple(first_a), tuple(first_b), further)
    return Judged(alignment, {place(cell): p for cell, p in alike.items()}, learned.cuts.alike)


def task(left: Sequence[str], right: Sequence[str]) -> Task:
    """Take sentences apart, pair those of equal wording, and list the pairs to look at."""
    ours, theirs = prepare(left), prepare(right)
    texts_a, texts_b = ([one.folded for one in text.sentences] for text in (ours, theirs))
    anchors = exact(texts_a, texts_b)
    partner_a, partner_b = dict(anchors), {j: i for i, j in anchors}
    copies_a, copies_b = _copies(texts_a, partner_a), _copies(texts_b, partner_b)
    again_a, again_b = _again(texts_a, {*partner_a, *copies_a}), _again(texts_b, {*partner_b, *copies_b})
    open_a = [i for i, text in enumerate(texts_a) if text and i not in copies_a and i not in again_a]
    open_b = [j for j, text in enumerate(texts_b) if text and j not in copies_b and j not in again_b]
    cells: Sequence[Cell] = ()
    if len(open_a) > len(anchors) or len(open_b) > len(anchors):
        cells = candidates(
            [ours.sentences[i].words for i in open_a], [theirs.sentences[j].words for j in open_b]
        )
    places = [(open_a[i], open_b[j]) for i, j in cells]
    # A sentence that is found word for word has no need of others, unless these have no such partner themselves.
    wanted = tuple(cell for cell in places if cell[0] not in partner_a or cell[1] not in partner_b)
    return Task(ours, theirs, tuple(anchors), copies_a, copies_b, again_a, again_b, wanted)


def _again(texts: Sequence[str], settled: Container[int]) -> dict[int, int]:
    """Sentences that say once more, word for word, what an earlier one said, with the first that did.

    A headline or caption that stands there twice is linked once.
    """
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for index, text in enumerate(texts):
        if text and index not in settled and first.setdefault(text, index) != index:
            found[index] = first[text]
    return found


def chosen(work: Task, first: Sequence[float]) -> Chosen:
    """Look at the pairs of a task, then closer at the promising ones."""
    return choose(work.left, work.right, work.cells, work.anchors, first)


def _content(many: int, furniture: Sequence[bool]) -> list[int]:
    if furniture and len(furniture) != many:
        raise ValueError(f"furniture is marked for {len(furniture)} sentences of {many}")
    return [index for index in range(many) if not (furniture and furniture[index])]


def _copies(texts: Sequence[str], partners: Mapping[int, int]) -> dict[int, int]:
    """Sentences without a partner that repeat one with a partner, and that partner."""
    paired = {texts[index]: partner for index, partner in partners.items()}
    return {
        index: paired[text] for index, text in enumerate(texts) if index not in partners and text in paired
    }
