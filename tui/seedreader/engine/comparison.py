"""Two analysed articles lined up, with the word changes inside each group placed in their documents."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from seedreader.engine import align as aligning
from seedreader.engine import analysis as marking
from seedreader.engine import rows, words
from seedreader.engine.align.facts import Facts, facts
from seedreader.engine.align.groups import SURELY_ALIKE, build
from seedreader.engine.align.reasons import Evidence
from seedreader.engine.align.similarity import fold
from seedreader.engine.model import Analysis, Document, Span
from seedreader.engine.pairs import Alignment, Group, Ignore, Link, PairContext, Relation, Side, WordChange

if TYPE_CHECKING:
    from seedreader.engine.conflicts import ConflictKind

_GLYPHS: Mapping[Relation, str] = {"same": "", "reworded": "|", "partial": "|", "left": "<", "right": ">"}

APART = " […] "
"""Stands between sentences of a group that are not neighbours in their text."""

SURELY_LINKED = 0.6
"""Probability from which on a group is held to tell one thing: in others a difference is no conflict."""

MOST_CHECKED = 2_000
"""Groups of a comparison in which conflicts are looked for."""

CONFETTI = 0.6
"""Share of changed words above which a reader is better served by the words that were kept."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The sentences of one side of a group joined by blanks, and where each of them lies in the document."""

    text: str
    places: tuple[tuple[int, Span], ...]

    def to_document(self, start: int, end: int) -> list[Span]:
        """Map a span of the joined text to spans of the document, one per sentence it touches."""
        found: list[Span] = []
        for at, span in self.places:
            low, high = max(start, at), min(end, at + span.end - span.start)
            if low < high:
                found.append(Span(span.start + low - at, span.start + high - at))
        return found


def pieces(document: Document, numbers: Sequence[int]) -> Pieces:
    """Join sentences given by 0-based index; what is left out between them shows as […]."""
    texts: list[str] = []
    places: list[tuple[int, Span]] = []
    at = 0
    for index, number in enumerate(numbers):
        if index:
            gap = " " if number == numbers[index - 1] + 1 else APART
            texts.append(gap)
            at += len(gap)
        sentence = document.sentences[number]
        texts.append(document.slice(sentence))
        places.append((at, Span(sentence.start, sentence.end)))
        at += len(texts[-1])
    return Pieces("".join(texts), tuple(places))


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of a group that differ, in document offsets, or the ones both sides kept when most differ."""

    changes: tuple[WordChange, ...]
    kept_a: tuple[Span, ...]
    kept_b: tuple[Span, ...]
    plain: bool


@dataclass(frozen=True, slots=True)
class GroupConflict:
    """A possible conflict between the two sides of a group: what it says, and where it stands in both documents."""

    kind: "ConflictKind"
    message: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles lined up.

    ``conflicts`` are those of groups, by their sentences on both sides; see ``with_conflicts``.
    """

    a: Analysis
    b: Analysis
    context: PairContext
    alignment: Alignment
    counts: Mapping[str, int]
    conflicts: Mapping[tuple[tuple[int, ...], tuple[int, ...]], tuple[GroupConflict, ...]] = field(
        default_factory=dict
    )

    @property
    def same(self) -> bool:
        """Whether both articles say the same in the same words and order, furniture included."""
        return _wording(self.a.document) == _wording(self.b.document)

    def shares(self) -> tuple[float, float]:
        """Return the share of each text's body sentences that the other tells as well, at least in part."""
        context = self.context
        linked = self.alignment.links()
        found_a, found_b = {link.a for link in linked}, {link.b for link in linked}
        body_a = [i for i, furniture in enumerate(context.furniture_a) if not furniture]
        body_b = [i for i, furniture in enumerate(context.furniture_b) if not furniture]
        return _share(found_a, body_a), _share(found_b, body_b)

    def at_least(self, p: float) -> "Comparison":
        """The comparison without links less probable than ``p``; sentences left without one stand alone."""
        return self._with(lambda link: link.p >= p) if p > 0 else self

    def without(self, cells: Collection[tuple[int, int]]) -> "Comparison":
        """The comparison without the links of these pairs of sentences, by 0-based index: a reader rejects them."""
        return self._with(lambda link: (link.a, link.b) not in cells) if cells else self

    def _with(self, is_kept: Callable[[Link], bool]) -> "Comparison":
        kept = [link for link in self.alignment.links() if is_kept(link)]
        links = {
            (link.a, link.b): link.p for link in sorted(kept, key=lambda link: (-link.p, link.a, link.b))
        }
        told = [group for group in self.alignment.groups if group.reasons and not (group.a and group.b)]
        copies = {i for group in told for i in group.a}, {j for group in told for j in group.b}
        left, right = (
            [one.document.slice(sentence) for sentence in one.document.sentences] for one in (self.a, self.b)
        )
        close = [group for group in self.alignment.groups if group.relation in ("same", "reworded")]
        alike = {(link.a, link.b) for group in close for link in group.links}
        alike |= {(link.a, link.b) for link in self.alignment.further if link.p >= SURELY_ALIKE}
        context = self.context
        evidence = (
            Evidence(_facts(left, context.furniture_a), context.persons_a),
            Evidence(_facts(right, context.furniture_b), context.persons_b),
        )
        groups, further = build(left, right, links, copies, alike=alike, evidence=evidence)
        alignment = replace(self.alignment, groups=groups, further=further)
        made = replace(self, alignment=alignment, counts=_counts(alignment, context))
        return with_conflicts(made) if "conflicts" in self.counts else made

    def is_furniture(self, group: Group) -> bool:
        """Whether a group is nothing but furniture; such a group has one side."""
        context = self.context
        return all(context.furniture_a[i] for i in group.a) and all(context.furniture_b[i] for i in group.b)

    def glyphs(self, group: Group) -> str:
        """The glyphs of a group: ``#`` furniture; ``!`` conflict, ``|`` ``<`` ``>``, ``~`` moved, ``+`` split."""
        if self.is_furniture(group):
            return "#"
        split = len(group.a) > 1 or len(group.b) > 1
        conflict = "!" if self.conflicts_of(group) else ""
        return conflict + _GLYPHS[group.relation] + ("~" if group.moved else "") + ("+" if split else "")

    def conflicts_of(self, group: Group) -> tuple[GroupConflict, ...]:
        """The possible conflicts inside a group."""
        return self.conflicts.get((group.a, group.b), ())

    def told_conflicts(self, group: Group) -> list[str]:
        """The possible conflicts of a group, each in a sentence."""
        return [f"possible conflict, {one.kind}: {one.message}" for one in self.conflicts_of(group)]

    def changes(self, group: Group, ignore: Ignore | None = None) -> tuple[WordChange, ...]:
        """Return the word changes of a group in document offsets; nothing for one-sided groups."""
        return self._changes(group.a, group.b, ignore or Ignore())

    def words(self, group: Group, ignore: Ignore | None = None) -> GroupWords:
        """Return what is shown of the words of a whole group; see ``words_between``."""
        return self.words_between(group.a, group.b, ignore)

    def words_between(self, a: Sequence[int], b: Sequence[int], ignore: Ignore | None = None) -> GroupWords:
        """Return what the screen shows of two sides: changed words, or kept ones where most are changed.

        ``a`` and ``b`` are 0-based indexes of sentences, in order; where a side has none there is nothing to show.
        """
        if not a or not b:
            return GroupWords((), (), (), plain=False)
        left, right = pieces(self.a.document, a), pieces(self.b.document, b)
        if words.changed_share(left.text, right.text) <= CONFETTI:
            return GroupWords(self._changes(a, b, ignore or Ignore()), (), (), plain=False)
        kept_a, kept_b = words.kept(left.text, right.text)
        return GroupWords(
            (),
            tuple(span for kept in kept_a for span in left.to_document(kept.start, kept.end)),
            tuple(span for kept in kept_b for span in right.to_document(kept.start, kept.end)),
            plain=True,
        )

    def _changes(self, a: Sequence[int], b: Sequence[int], ignore: Ignore) -> tuple[WordChange, ...]:
        if not a or not b:
            return ()
        sides: dict[Side, Pieces] = {"a": pieces(self.a.document, a), "b": pieces(self.b.document, b)}
        return tuple(
            WordChange(change.side, span.start, span.end, change.grade)
            for change in words.diff(sides["a"].text, sides["b"].text, ignore=ignore)
            for span in sides[change.side].to_document(change.start, change.end)
        )


def _facts(sentences: Sequence[str], furniture: Sequence[bool]) -> dict[int, Facts]:
    return {i: facts(sentence) for i, sentence in enumerate(sentences) if not (furniture and furniture[i])}


def _wording(document: Document) -> str:
    # Not read off the groups: furniture is in none with two sides.
    return fold(" ".join(document.slice(sentence) for sentence in document.sentences))


def _share(found: set[int], body: Sequence[int]) -> float:
    return len(found.intersection(body)) / len(body) if body else 0.0


def compare(a: Analysis, b: Analysis) -> Comparison:
    """Line two analysed articles up."""
    left = [a.document.slice(sentence) for sentence in a.document.sentences]
    right = [b.document.slice(sentence) for sentence in b.document.sentences]
    context = pair_context(a, b)
    alignment = aligning.align(left, right, context=context)
    return Comparison(a, b, context, alignment, _counts(alignment, context))


def with_conflicts(compared: Comparison) -> Comparison:
    """Look for possible conflicts in the groups of a comparison, in its first ``MOST_CHECKED`` pairs of sentences."""
    from seedreader.engine import conflicts, persons

    people = persons.people_of((compared.a, compared.b))
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[GroupConflict, ...]] = {}
    checked = [
        group
        for group in compared.alignment.groups
        if group.a and group.b and group.relation != "same" and group.p >= SURELY_LINKED
    ]
    for group in checked[:MOST_CHECKED]:
        left, right = pieces(compared.a.document, group.a), pieces(compared.b.document, group.b)
        here = tuple(
            GroupConflict(
                one.kind,
                one.message,
                tuple(left.to_document(one.left.start, one.left.end)),
                tuple(right.to_document(one.right.start, one.right.end)),
            )
            for one in conflicts.find(left.text, right.text, people=people)
        )
        if here:
            found[group.a, group.b] = here
    return replace(compared, conflicts=found, counts={**compared.counts, "conflicts": len(found)})


def _counts(alignment: Alignment, context: PairContext) -> dict[str, int]:
    """Count groups by sort; furniture, which is paired with nothing, is counted apart, by sentences."""
    body = [
        group
        for group in alignment.groups
        if not all(context.furniture_a[i] for i in group.a)
        or not all(context.furniture_b[i] for i in group.b)
    ]
    counts = rows.counts(replace(alignment, groups=tuple(body)))
    return {**counts, "boilerplate": sum(context.furniture_a) + sum(context.furniture_b)}


def pair_context(left: Analysis, right: Analysis) -> PairContext:
    """Gather what the aligner may know of both sides besides the words."""
    marks_a, marks_b = marking.by_sentence(left), marking.by_sentence(right)
    return PairContext(
        tuple(s.block for s in left.document.sentences),
        tuple(s.block for s in right.document.sentences),
        tuple(m.boilerplate for m in marks_a),
        tuple(m.boilerplate for m in marks_b),
        tuple(tuple(q.person for q in m.quotes if q.person) for m in marks_a),
        tuple(tuple(q.person for q in m.quotes if q.person) for m in marks_b),
    )
