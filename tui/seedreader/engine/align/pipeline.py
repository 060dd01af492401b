"""The steps of an alignment, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seedreader.engine.align.candidates import candidates, exact
from seedreader.engine.align.groups import build
from seedreader.engine.align.partners import decide
from seedreader.engine.align.scoring import probabilities
from seedreader.engine.align.similarity import Cell, fold, likenesses
from seedreader.engine.pairs import Alignment, Link, PairContext

_EXACT = 0.97


def align(left: Sequence[str], right: Sequence[str], *, context: PairContext | None = None) -> Alignment:
    """Aligns the sentences of two texts.

    Sentences equal but for case, punctuation and quote style are paired first, repeated ones in order; the others by
    likeness, by the rarity of what they share, and by what stands around them. Sentences that the context marks as
    furniture are linked to nothing and are no candidates. Links carry calibrated probabilities, rounded to four
    digits; ``first_*`` hold ``None`` for furniture and where no sentence of the other side has anything in common.
    The same input gives the same result.

    Raises ``ValueError`` if the context marks furniture for another number of sentences than there are.
    """
    context = context or PairContext()
    kept_a = _content(len(left), context.furniture_a)
    kept_b = _content(len(right), context.furniture_b)
    scored = _score([fold(left[i]) for i in kept_a], [fold(right[j]) for j in kept_b])
    scores = tuple(Link(kept_a[i], kept_b[j], p) for (i, j), p in sorted(scored.scores.items()))
    first_a: list[int | None] = [None] * len(left)
    first_b: list[int | None] = [None] * len(right)
    for i, j in scored.first_a.items():
        first_a[kept_a[i]] = kept_b[j]
    for j, i in scored.first_b.items():
        first_b[kept_b[j]] = kept_a[i]
    links = {(kept_a[i], kept_b[j]): p for (i, j), p in scored.links.items()}
    copies = {kept_a[i] for i in scored.copies_a}, {kept_b[j] for j in scored.copies_b}
    return Alignment(build(left, right, links, copies), scores, tuple(first_a), tuple(first_b))


@dataclass(frozen=True, slots=True)
class _Scored:
    """Candidates, links (strongest first) and best candidates; ``copies_*`` repeat a sentence paired exactly."""

    scores: dict[Cell, float]
    links: dict[Cell, float]
    first_a: dict[int, int]
    first_b: dict[int, int]
    copies_a: dict[int, int]
    copies_b: dict[int, int]


def _content(many: int, furniture: Sequence[bool]) -> list[int]:
    if furniture and len(furniture) != many:
        raise ValueError(f"furniture is marked for {len(furniture)} sentences of {many}")
    return [index for index in range(many) if not (furniture and furniture[index])]


def _score(left: Sequence[str], right: Sequence[str]) -> _Scored:
    anchors = exact(left, right)
    partner_a, partner_b = dict(anchors), {j: i for i, j in anchors}
    copies_a = _copies(left, partner_a)
    copies_b = _copies(right, partner_b)
    open_a = [i for i, text in enumerate(left) if text and i not in partner_a and i not in copies_a]
    open_b = [j for j, text in enumerate(right) if text and j not in partner_b and j not in copies_b]
    texts_a, texts_b = [left[i] for i in open_a], [right[j] for j in open_b]
    found = likenesses(texts_a, texts_b, candidates(texts_a, texts_b), (*left, *right))
    alike = {(open_a[i], open_b[j]): likeness for (i, j), likeness in found.items()}
    likely = probabilities(alike, anchors, (len(left), len(right)))
    decision = decide({cell: round(p, 4) for cell, p in likely.items()})
    certain = dict.fromkeys(anchors, _EXACT)
    repeated = dict.fromkeys([*copies_a.items(), *((i, j) for j, i in copies_b.items())], _EXACT)
    return _Scored(
        {cell: round(p, 4) for cell, p in likely.items()} | certain | repeated,
        certain | decision.links,
        decision.first_a | partner_a | copies_a,
        decision.first_b | partner_b | copies_b,
        copies_a,
        copies_b,
    )


def _copies(texts: Sequence[str], partners: Mapping[int, int]) -> dict[int, int]:
    """Sentences without a partner that repeat one with a partner, and that partner."""
    paired = {texts[index]: partner for index, partner in partners.items()}
    return {
        index: paired[text] for index, text in enumerate(texts) if index not in partners and text in paired
    }
