"""Says in words what other articles have for a sentence: counterparts, what comes closest, possible conflicts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from seedreader.engine import words
from seedreader.engine.addresses import address, letter
from seedreader.engine.comparison import CONFETTI
from seedreader.engine.evidence import Fact, percent
from seedreader.engine.model import Analysis
from seedreader.engine.story.conflicting import Clash
from seedreader.engine.story.overview import Overview
from seedreader.engine.story.table import Place, Support

NEAR: Final = 0.2
"""Probability from which on a sentence that is no counterpart is worth naming as the closest."""

MOST_TOLD: Final = 9
"""Counterparts that are shown with their words, and articles up to which it is told what comes closest."""

_RELATED = {"same": "same", "reworded": "reworded", "partial": "in part", "left": "", "right": ""}


def facts(
    story: Overview,
    analyses: Sequence[Analysis],
    articles: Sequence[int],
    at: int,
    number: int,
    dismissed: Callable[[Clash], bool] = lambda clash: False,
) -> list[Fact]:
    """Say what other articles have for a sentence, what contradicts it, and how many sources that may be.

    ``articles`` are the numbers by which addresses name the articles of the story, ``at`` is the index of this one,
    ``number`` that of the sentence. Conflicts that are ``dismissed`` are not told.
    """
    if not story.table.body[at][number - 1]:
        return []
    told = _Telling(story, analyses, articles, Place(at, number))
    clashes = [clash for clash in story.clashes_of.get(told.place, ()) if not dismissed(clash)]
    return [
        Fact("In the other articles", "heading"),
        *told.carried(),
        *(fact for clash in clashes for fact in told.clash(clash)),
        *told.missing(),
        *told.sources(),
    ]


def against(head: str, text: str, base: str) -> Fact:
    """A wording behind a few words, its words marked that another one does not have, or the few that both have."""
    if words.changed_share(base, text) > CONFETTI:
        spans = words.kept(base, text)[1]
        return Fact(head + text, kept=tuple((len(head) + one.start, len(head) + one.end) for one in spans))
    changes = tuple(
        (len(head) + change.start, len(head) + change.end, change.grade)
        for change in words.diff(base, text)
        if change.side == "b"
    )
    return Fact(head + text, changes=changes)


class _Telling:
    """What there is to say of one sentence."""

    def __init__(
        self, story: Overview, analyses: Sequence[Analysis], articles: Sequence[int], place: Place
    ) -> None:
        self._story = story
        self._analyses = analyses
        self._articles = articles
        self.place = place
        self._support = story.table.support(*place)
        self._shown = {Place(one.article, one.sentence) for one in self._support[:MOST_TOLD]}

    def carried(self) -> Iterator[Fact]:
        """The counterparts, the first ones with their words, the others by address."""
        for one in self._support[:MOST_TOLD]:
            yield self._counterpart(one)
        rest = [self._address(one.article, one.sentence) for one in self._support[MOST_TOLD:]]
        if rest:
            yield Fact(f"and {', '.join(rest)}")

    def _counterpart(self, one: Support) -> Fact:
        head = f"{self._address(one.article, one.sentence)}  {_RELATED[one.relation]}  {percent(one.p)}: "
        return against(head, self._text(Place(one.article, one.sentence)), self._text(self.place))

    def clash(self, clash: Clash) -> Iterator[Fact]:
        """A possible conflict, and the other sentence where it is not told above."""
        other = clash.other if clash.one == self.place else clash.one
        yield Fact(f"! possible conflict, {clash.conflict.kind}: {clash.told(self._address)}", "heading")
        if other not in self._shown:
            self._shown.add(other)
            yield Fact(f"{self._address(*other)}  {percent(clash.p)}: {self._text(other)}")

    def missing(self) -> Iterator[Fact]:
        """The articles that do not carry the sentence, with what comes closest in them where they are few."""
        have = {place.article for place in self._shown} | {one.article for one in self._support}
        lacking = [
            other for other in self._story.table.neighbours.get(self.place.article, ()) if other not in have
        ]
        nothing: list[str] = []
        for other in lacking:
            closest = self._story.table.closest(*self.place, other)
            if closest is None or closest[1] < NEAR or len(self._articles) > MOST_TOLD:
                nothing.append(letter(self._articles[other]))
            else:
                where, text = self._address(other, closest[0]), self._text(Place(other, closest[0]))
                yield Fact(f"{where}  not found, closest is {percent(closest[1])}: {text}", "quiet")
        if len(nothing) > MOST_TOLD:
            yield Fact(f"not found in {len(nothing)} others it was lined up with", "quiet")
        elif nothing:
            yield Fact(f"not found in {', '.join(nothing)}", "quiet")

    def sources(self) -> Iterator[Fact]:
        """How independent the articles are that carry it."""
        if self._support:
            carriers = [self.place.article, *(one.article for one in self._support)]
            yield Fact(self._story.sources(carriers).words, "quiet")

    def _address(self, article: int, sentence: int) -> str:
        return address(self._articles[article], sentence)

    def _text(self, place: Place) -> str:
        document = self._analyses[place.article].document
        return " ".join(document.slice(document.sentences[place.sentence - 1]).split())
