"""The Overview: how much of each article the others have, and what was found over all of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from seedreader.app.found import OverviewOptions, found_in, reading, text_of
from seedreader.app.judged import Judged, clashing
from seedreader.app.widgets.findings import Finding, FindingSource
from seedreader.app.widgets.matrix import MatrixSource
from seedreader.app.widgets.messages import Lines
from seedreader.engine import evidence
from seedreader.engine.evidence import Fact
from seedreader.engine.story import counterparts
from seedreader.engine.story import coverage as measuring
from seedreader.engine.story.conflicting import Clash
from seedreader.engine.story.coverage import Coverage
from seedreader.store.article import Article
from seedreader.store.stories import Story

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_MOST_NOTES = 20
_MUCH = 0.5
"""Share of an article that another has from which on it is said below the matrix."""


class Goal(NamedTuple):
    """An article, an offset in it, and the article to compare it with, at two sentences by their numbers."""

    article: Article
    offset: int = 0
    other: Article | None = None
    sentences: tuple[int, int] | None = None


class Overviewing:
    """The Overview of a screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.options = OverviewOptions()
        self.judged = Judged()
        self.coverage = Coverage({}, ())
        self._row = 0

    # -- showing ------------------------------------------------------------------------------------------

    @property
    def story(self) -> Story | None:
        """What was found."""
        return self._screen.story

    @property
    def matrix(self) -> MatrixSource | None:
        """What the pane of the matrix shows, if it is one."""
        source = self._screen.matrix.source
        return source if isinstance(source, MatrixSource) else None

    @property
    def findings(self) -> FindingSource | None:
        """What the pane beside it lists, if anything."""
        source = self._screen.findings.source
        return source if isinstance(source, FindingSource) else None

    def begin(self) -> None:
        """Show the view; line the articles up where that was not done, or not for these."""
        story = self.story
        anew = story is None or story.asked != tuple(self._screen.listing.shown())
        if anew:
            self._screen.story = None
            self._screen.matrix.show(Lines([("Lining the articles up …", ("dim",))]))
            self._screen.findings.show(Lines(()))
        elif self.matrix is None:
            self._draw()
        else:
            # What was dismissed elsewhere meanwhile stands at the end.
            self._list()
        if anew or (story is not None and story.is_old):
            self._screen.jobs.story()
        self.title()

    def marked(self) -> None:
        """Line up again what other articles changed."""
        if self.story is not None and self.story.is_complete and self.story.is_old:
            self._screen.jobs.story()

    def ready(self, story: Story) -> None:
        """Take what was found, and show it where the view is seen."""
        self._screen.story = story
        if self._screen.view == "overview":
            self._draw()
        else:
            self._screen.matrix.show(Lines(()))

    def rebuild(self, **changes: object) -> None:
        """List something else, or in another order, or count other links."""
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]
        if "linked" in changes:
            self._draw()
        self._list()
        self._screen.tell()

    def _draw(self) -> None:
        story = self.story
        if story is None:
            return
        if len(story.articles) < 2:
            told = "The Overview holds articles against each other: it takes two that can be read."
            self._screen.matrix.show(Lines([(told, ("dim",))]))
            self._screen.findings.show(Lines(()))
            return
        view, before = self._screen.matrix, self._screen.matrix.cursor
        titles = [article.title() for article in story.articles]
        self.coverage = story.overview.coverage
        if self.options.linked:
            self.coverage = measuring.coverage(story.overview.table, self.options.linked)
        source = MatrixSource(self.coverage, self.letters, titles, self._notes(story))
        kept = before if self.matrix is not None and before is not None and before < source.size**2 else None
        view.show(source, source.first_cursor() if kept is None else kept)
        self._row = -1
        self.moved()

    @property
    def letters(self) -> list[str]:
        """The letters of the articles of the story."""
        return [article.letter for article in self.story.articles] if self.story is not None else []

    def _notes(self, story: Story) -> list[str]:
        """What the pairs with most in common are to each other, and what was not done."""
        shares = self.coverage.shares
        pairs = [
            (max(share, shares.get((other, one), 0.0)), one, other)
            for (one, other), share in shares.items()
            if other < one
        ]
        best = sorted((pair for pair in pairs if pair[0] >= _MUCH), key=lambda pair: (-pair[0], pair[1:]))
        told = [reading(story, other, one) for _, one, other in best[:_MOST_NOTES]]
        told += [story.overview.note] if story.overview.note else []
        if story.left_out:
            told.append(f"{story.left_out} articles are too many or too long for this.")
        return [note for note in told if note]

    def moved(self) -> None:
        """The cell is another: what is listed for the article of its row may be other things."""
        cell = self.cell()
        if cell is None:
            return
        if cell[0] != self._row:
            self._row = cell[0]
            self._list()
        self._screen.matrix.changed()

    def _list(self) -> None:
        story = self.story
        if story is None or self.matrix is None:
            return
        found = found_in(story, self.options, self._row, self.judged)
        view = self._screen.findings
        if found:
            before = view.cursor if self.findings is not None else None
            kept = before if before is not None and before < len(found) else None
            view.show(FindingSource(found, self.letters), kept)
        else:
            view.show(Lines([(self._nothing(), ("dim",))]))
        self.title()

    def _nothing(self) -> str:
        row = self.letters[self._row] if 0 <= self._row < len(self.letters) else ""
        return {
            "claims": "No claim is told by so many articles.",
            "left out": f"{row} leaves out nothing that two or more others tell.",
            "only here": f"All that {row} tells, others tell too.",
            "conflicts": "No possible conflicts found; numbers, dates, names and negations are looked at.",
            "versions": "No two articles are versions of one text.",
        }[self.options.mode]

    # -- where the cursor is --------------------------------------------------------------------------------

    def cell(self) -> tuple[int, int] | None:
        """Row and column of the cell under the cursor."""
        source, cursor = self.matrix, self._screen.matrix.cursor
        return divmod(cursor, source.size) if source is not None and cursor is not None else None

    def beside(self, step: int) -> bool:
        """Go to the cell beside; return whether there is one."""
        source, cursor = self.matrix, self._screen.matrix.cursor
        target = source.beside(cursor, step) if source is not None and cursor is not None else None
        if target is not None:
            self._screen.matrix.set_cursor(target)
            self.moved()
        return target is not None

    def finding(self) -> Finding | None:
        """What is under the cursor of the list."""
        source, cursor = self.findings, self._screen.findings.cursor
        return source.findings[cursor] if source is not None and cursor is not None else None

    def most_carriers(self) -> int:
        """How many articles carry the claim that most carry."""
        claims = self.story.overview.claims if self.story is not None else ()
        return max((len(claim.articles) for claim in claims), default=2)

    def goal(self, *, findings: bool) -> Goal | None:
        """Where Enter leads."""
        story, cell, finding = self.story, self.cell(), self.finding()
        if story is None or cell is None:
            return None
        if not findings:
            row, column = cell
            return Goal(story.articles[row], other=story.articles[column]) if row != column else None
        if finding is None:
            return None
        if finding.pair is not None:
            one, other = finding.pair
            sentences = (finding.places[0][1], finding.places[1][1]) if finding.places else None
            return Goal(story.articles[one], other=story.articles[other], sentences=sentences)
        article, number = next((place for place in finding.places if place[0] == cell[0]), finding.places[0])
        return Goal(story.articles[article], story.analyses[article].document.sentences[number - 1].start)

    # -- judging ------------------------------------------------------------------------------------------

    def is_dismissed(self, clash: Clash) -> bool:
        """Whether a possible conflict of the story was dismissed, here or in Compare.

        One of a story before, still on the screen, may name articles that are not in this one: it was not.
        """
        story = self.story
        if story is None or clash not in story.overview.clashes_of.get(clash.one, ()):
            return False
        return self.judged.is_dismissed([clashing(story, clash.one, clash.other)])

    def dismiss(self) -> bool | None:
        """Dismiss the conflict under the cursor, or bring it back; ``None`` where there is none."""
        story, finding = self.story, self.finding()
        if story is None or finding is None or self.options.mode != "conflicts":
            return None
        one, other = finding.places
        if not any({clash.one, clash.other} == {one, other} for clash in story.overview.clashes):
            return None
        gone = self.judged.toggle([clashing(story, one, other)])
        self.rebuild()
        self._screen.reading.supported()
        return gone

    # -- telling ------------------------------------------------------------------------------------------

    def title(self) -> None:
        """Write into the frames what is shown."""
        mode, source = self.options.mode, self.findings
        row = self.letters[self._row] if 0 <= self._row < len(self.letters) else ""
        name = {"left out": f"Left out of {row}", "only here": f"Only in {row}"}.get(mode, mode.capitalize())
        found = source.findings if source is not None else ()
        # Spellings and what was dismissed stand there, too, but are no conflicts.
        many = sum(one.warning for one in found) if mode == "conflicts" else len(found)
        count = f" {many} " if source is not None else ""
        order = " as told " if self.options.told and mode == "claims" else ""
        links = f" links from {round(100 * self.options.linked)}% " if self.options.linked else ""
        self._screen.matrix.name_it(" Coverage: row found in column ", links)
        self._screen.findings.name_it(f" {name} {count}", order)
        self._screen.evidence.name_it(" Wordings ", "")

    def status(self) -> list[str]:
        """Say how much the two of the cell have of each other, and what that says."""
        story, cell = self.story, self.cell()
        if story is None or cell is None:
            return ["overview"]
        row, column = cell
        notes = [f"{self.letters[row]}  {story.articles[row].title()}"]
        if row != column:
            forth, back = (self.coverage.share(*pair) for pair in (cell, (column, row)))
            if forth is None or back is None:
                notes = [f"{self.letters[row]} and {self.letters[column]} were not lined up"]
            else:
                a, b = self.letters[row], self.letters[column]
                notes = [f"{round(100 * forth)}% of {a} is in {b}, {round(100 * back)}% of {b} in {a}"]
                notes += [told for told in [reading(story, row, column)] if told]
        if self.options.least > 2 and self.options.mode == "claims":
            shown, every = len(self.findings.findings) if self.findings else 0, len(story.overview.claims)
            notes.insert(0, f"claims of {self.options.least} and more: {shown} of {every}")
        if not story.is_complete:
            notes.append("not all pairs are lined up yet")
        return notes

    def evidence(self) -> list[Fact]:
        """Every wording of what is under the cursor of the list, and how independent its articles are."""
        story, finding = self.story, self.finding()
        if story is None or finding is None:
            return [evidence.NOTHING]
        facts: list[Fact] = []
        base = text_of(story, finding.places[0]) if finding.places else ""
        for article, number in dict.fromkeys((*finding.places[:1], *sorted(finding.places))):
            facts.append(Fact(f"{self.letters[article]}.{number}", "heading"))
            facts += [counterparts.against("", text_of(story, (article, number)), base), evidence.BLANK]
        if self.options.mode in ("claims", "left out") and finding.letters:
            carriers = [self.letters.index(letter) for letter in finding.letters]
            facts.append(Fact(story.overview.sources(carriers).words, "quiet"))
        return facts or [Fact(finding.text), Fact(finding.note, "quiet")]

    def citation(self) -> str:
        """What is under the cursor of the list, every wording with its address."""
        return "\n".join(fact.text for fact in self.evidence() if fact.text)

    def whole(self) -> str:
        """The matrix as a table parted by tabs."""
        story = self.story
        if story is None:
            return ""
        lines = ["\t".join(["row in column", *self.letters])]
        for row, letter in enumerate(self.letters):
            shares = [self.coverage.share(row, column) for column in range(len(self.letters))]
            cells = ["" if share is None else f"{round(100 * share)}%" for share in shares]
            lines.append("\t".join([letter, *cells]))
        return "\n".join(lines) + "\n"
