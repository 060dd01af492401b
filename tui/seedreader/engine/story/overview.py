"""All that is told of a story over a set of articles, put together for a report or a view."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from seedreader.engine import align as aligning
from seedreader.engine import analysis as marking
from seedreader.engine import nearest, persons
from seedreader.engine.comparison import pair_context
from seedreader.engine.model import Analysis
from seedreader.engine.persons import Person
from seedreader.engine.story import claims as claiming
from seedreader.engine.story import copies as copying
from seedreader.engine.story import coverage as covering
from seedreader.engine.story import linking, near, omissions, prints
from seedreader.engine.story import table as tables
from seedreader.engine.story.claims import Claim
from seedreader.engine.story.conflicting import Clash, Spelling, conflicts, spellings
from seedreader.engine.story.copies import Copies
from seedreader.engine.story.coverage import Coverage
from seedreader.engine.story.omissions import Sources
from seedreader.engine.story.speaking import with_speakers
from seedreader.engine.story.table import Pair, Table

MOST_ARTICLES: Final = 300
"""Articles up to which sentences are lined up for a report; of more only copies and versions are told."""

NOT_ALIGNED: Final = (
    f"More than {MOST_ARTICLES} articles: sentences were not lined up, only copies and versions are told."
)
NOT_ALL: Final = (
    f"More than {near.ALL_PAIRS} articles: each was lined up with the {near.NEAREST} nearest to it."
)


@dataclass(frozen=True)
class Overview:
    """What a set of articles tells together.

    ``left_out[x]`` are the claims, by index, that two or more others carry and article x does not, ``only_here[x]`` the
    numbers of its sentences that no other has, empty where it has nothing in common with any. ``note`` says in a
    sentence what was not done, if anything.
    """

    table: Table
    claims: tuple[Claim, ...]
    coverage: Coverage
    copies: Copies
    left_out: tuple[tuple[int, ...], ...]
    only_here: tuple[tuple[int, ...], ...]
    clashes: tuple[Clash, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    note: str = ""
    _sources: dict[tuple[int, ...], Sources] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def claim_of(self) -> Mapping[tables.Place, int]:
        """The claim, by index, that each sentence in one belongs to."""
        return {place: number for number, claim in enumerate(self.claims) for place in claim.places}

    @cached_property
    def clashes_of(self) -> Mapping[tuple[int, int], tuple[Clash, ...]]:
        """The possible conflicts by the sentences that are in them."""
        found: defaultdict[tables.Place, list[Clash]] = defaultdict(list)
        for clash in self.clashes:
            for place in (clash.one, clash.other):
                found[place].append(clash)
        return {place: tuple(clashes) for place, clashes in found.items()}

    def sources(self, articles: Sequence[int]) -> Sources:
        """How independent the articles are that carry something."""
        key = tuple(sorted(set(articles)))
        if key not in self._sources:
            self._sources[key] = omissions.sources(self.coverage, key, self.copies)
        return self._sources[key]

    def reading(self, one: int, other: int) -> str | None:
        """Say what two articles are to each other, with ``{0}`` and ``{1}`` for the two in the order given.

        ``None`` where nothing is known of the two.
        """
        kin = self.copies.between(one, other)
        if kin is not None and kin.is_version:
            if kin.source is None:
                return f"{{0}} and {{1}}: {kin.reason}"
            inner, outer = ("{0}", "{1}") if kin.source == other else ("{1}", "{0}")
            return f"{inner} looks made from {outer}: {kin.reason}"
        read = self.coverage.reading(one, other)
        if read is None:
            return None
        return read.told("{0}", "{1}") if read.articles == (one, other) else read.told("{1}", "{0}")


def overview(
    analyses: Sequence[Analysis],
    pairs: Sequence[Pair],
    copies: Copies,
    people: Sequence[Person] | None = None,
    note: str = "",
) -> Overview:
    """Tell what follows from the compared pairs and the copies of a set of articles."""
    if people is None:
        people = persons.people_of(analyses)
    table = linking.table(analyses, pairs, {(kin.one, kin.other) for kin in copies.kin if kin.is_version})
    claims = with_speakers(claiming.find(table), analyses, people)
    numbers = {claim.representative: number for number, claim in enumerate(claims)}
    return Overview(
        table,
        claims,
        covering.coverage(table),
        copies,
        tuple(
            tuple(numbers[claim.representative] for claim in omissions.left_out(table, claims, article))
            for article in range(table.articles)
        ),
        tuple(
            table.only_here(article) if table.is_related(article) else () for article in range(table.articles)
        ),
        conflicts(table, analyses, people),
        spellings(table, analyses, people),
        note,
    )


def of(analyses: Sequence[Analysis], people: Sequence[Person] | None = None) -> Overview:
    """Compare the articles of a set with each other and tell what follows.

    Sentences of up to ``MOST_ARTICLES`` are lined up, which takes some hundredths of a second for each pair; of larger
    sets only copies and versions are told, there are no claims, and ``note`` says so.
    """
    copies = copying.find([prints.take(one) for one in analyses]) or Copies((), ())
    if len(analyses) > MOST_ARTICLES:
        return overview(analyses, (), copies, (), NOT_ALIGNED)
    texts = [texts_of(one) for one in analyses]
    pairs = [
        linking.pair(
            one,
            other,
            aligning.align(texts[one], texts[other], context=pair_context(analyses[one], analyses[other])),
        )
        for one, other in near.pairs([profile(one) for one in analyses])
    ]
    return overview(analyses, pairs, copies, people, NOT_ALL if len(analyses) > near.ALL_PAIRS else "")


def texts_of(analysis: Analysis) -> tuple[str, ...]:
    """The sentences of an article."""
    return tuple(analysis.document.slice(sentence) for sentence in analysis.document.sentences)


def profile(analysis: Analysis) -> Mapping[str, int]:
    """The words of the body of an article by which its nearest are found."""
    marks = marking.by_sentence(analysis)
    kept = [text for text, mark in zip(texts_of(analysis), marks, strict=True) if not mark.boilerplate]
    return nearest.profile(" ".join(kept))
