"""Reading one article: what the text pane shows, its hunts, its status and evidence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from seedreader.app.marks import GLYPHS
from seedreader.app.widgets.articleitems import PART_BITS, SPOKEN, TextOptions
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.messages import Lines
from seedreader.app.widgets.support import Support
from seedreader.app.widgets.textsource import TextSource
from seedreader.app.widgets.wrap import shorten
from seedreader.engine import analysis as marking
from seedreader.engine import search
from seedreader.engine.addresses import address
from seedreader.store.article import Article
from seedreader.store.library import NEAREST_LIMIT
from seedreader.store.reading import UnreadableError

if TYPE_CHECKING:
    from seedreader.app.hunt import Kind
    from seedreader.app.screens.main import MainScreen
    from seedreader.engine.evidence import Fact

MODES = ("dim", "hide", "show")

_LOOK_AHEAD = 8
"""Parts of a long text that one key press of a hunt marks at most."""


class Reading:
    """The Read view of a screen: the article it shows and how."""

    def __init__(self, screen: "MainScreen", options: TextOptions) -> None:
        self._screen = screen
        self.options = options
        self.article: Article | None = None
        self.places: dict[str, int] = {}

    # -- showing ------------------------------------------------------------------------------------------

    @property
    def view(self) -> LineView:
        """The pane."""
        return self._screen.text

    @property
    def source(self) -> TextSource | None:
        """What the pane shows, if it is an article."""
        source = self.view.source
        return source if isinstance(source, TextSource) else None

    def show(self, article: Article) -> None:
        """Show an article where it was left."""
        self.remember()
        self.article = article
        try:
            place = self.places.get(article.shown_path, 0)
            shown = article.head()
            if len(shown.load().text) <= place:
                shown = article
            source = self._made(shown)
            source.part_ready(0)
        except UnreadableError as error:
            self.view.show(Lines([(f"{article.name} cannot be shown: {error}.", ("warning",))]))
        else:
            self._screen.library.touch(article)
            cursor = source.cursor_at(place) if place else None
            self._hits(source)
            self.view.show(source, cursor)
            if shown is not article:
                self._screen.jobs.count(article.index)
        self.title()

    def _made(self, article: Article) -> TextSource:
        source = TextSource(article, self.options, self._mark)
        source.support = self._support()
        return source

    def _support(self) -> Support | None:
        """Which other articles carry the sentences of this one; blank as long as it is not known."""
        story, articles, article = self._screen.story, self._screen.library.articles, self.article
        at = story.place(article) if story is not None and article is not None else None
        if story is not None and at is not None:
            letters, judged = [one.letter for one in story.articles], self._screen.overviewing.is_dismissed
            return Support(letters, at, story.overview, judged)
        if article is None or not 1 < len(articles) <= NEAREST_LIMIT:
            return None
        return Support([one.letter for one in articles], article.index, None)

    def supported(self) -> None:
        """Show which articles carry the sentences, now that it was found."""
        source, cursor = self.source, self.view.cursor
        if source is None:
            return
        seen = cursor is not None and source.item_of(cursor) in {place.item for place in self.view.window()}
        source.support = self._support()
        self.view.changed()
        if seen:
            self.view.reveal()

    def complete(self) -> None:
        """Show the whole of an article whose beginning was shown, once it is read."""
        source, article = self.source, self.article
        if source is None or article is None or source.article is article:
            return
        if article.is_whole:
            self.rebuild()
        elif article.trouble is not None:
            self.show(article)

    def marked(self) -> None:
        """Show marks that were found meanwhile; a sentence that is hidden now gives the cursor to the next one."""
        source, cursor = self.source, self.view.cursor
        if source is None:
            return
        self.view.changed()
        if cursor is not None and self.options.boilerplate == "hide" and source.marks(cursor).boilerplate:
            self.rebuild()

    def forget(self) -> None:
        """Show nothing for now: the article is about to be read anew."""
        self.view.show(Lines(()))

    def remember(self) -> None:
        """Note the place in the article on the screen."""
        source, cursor = self.source, self.view.cursor
        if source is not None and cursor is not None and self.article is not None:
            self.places[self.article.shown_path] = source.sentence(cursor).start

    def rebuild(self, **changes: object) -> None:
        """Show the article with other options, the place kept."""
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]
        source, cursor = self.source, self.view.cursor
        if source is None or self.article is None:
            return
        at = source.sentence(cursor).start if cursor is not None else 0
        fresh = self._made(self.article)
        fresh.hits, fresh.current_hit = source.hits, source.current_hit
        there = fresh.cursor_at(at)
        if there is not None and self.options.boilerplate == "hide" and fresh.marks(there).boilerplate:
            there = fresh.next_cursor(there, 1) or fresh.next_cursor(there, -1)
        self.view.show(fresh, there)
        self.title()
        self._screen.tell()

    def _mark(self, part: int) -> None:
        source = self.source
        if self.article is not None and (source is None or source.article is self.article):
            self._screen.jobs.mark(self.article, part)

    def title(self) -> None:
        """Write letter, name and position into the frame."""
        self._screen.evidence.name_it(" Evidence ", "")
        view, article, source = self.view, self.article, self.source
        if article is None:
            view.name_it("", "")
            return
        title = f" {article.letter}  {shorten(Path(article.name).stem, max(3, view.size.width - 24))} "
        figures = article.figures_known
        window = view.window()
        if source is None or not window:
            view.name_it(title, "")
            return
        share = view.extent()[1]
        boiler = f"#{figures.furniture_percent}%  " if figures and self.options.boilerplate != "show" else ""
        view.name_it(title, f" {boiler}{min(100, round(100 * share))}% ")

    # -- status and evidence ------------------------------------------------------------------------------

    def status(self) -> list[str]:
        """Say where the cursor is and what is shown how."""
        source, cursor, article = self.source, self.view.cursor, self.article
        if source is None or cursor is None or article is None:
            return [self._trouble()]
        if source.article is not article:
            return [f"{article.letter}  reading the rest …"]
        number, total = source.number(cursor), source.total()
        where = f"{address(article.index, number)}" if number else f"{article.letter}"
        count = f"{number}/{total}" if number and total else f"{self._percent(source, cursor)}%"
        notes = [f"{where}  {count}"]
        if self.options.boilerplate == "hide":
            hidden = source.hidden()
            notes[0] += f"  |  boilerplate hidden: {hidden} sentence{'s' if hidden != 1 else ''}"
        elif self.options.boilerplate == "show":
            notes.append("boilerplate not marked")
        marks = source.marks(cursor)
        if marks.furniture:
            sure = "boilerplate" if marks.boilerplate else "perhaps boilerplate"
            notes.append(f"{sure}: {marks.furniture.kind}")
        shown = self.options.marked_types & {*SPOKEN, "indirect"}
        for quote in [q for q in marks.quotes if q.type in shown][:1]:
            said = quote.person or (
                article.part(cursor >> PART_BITS).slice(quote.speaker) if quote.speaker else ""
            )
            glyph = GLYPHS["reported" if quote.type == "indirect" else "quote"]
            notes.append(f"{glyph} {said or 'speaker unknown'}")
        if self.options.quotes != "all":
            left = "quotations and reported speech" if self.options.quotes == "none" else "reported speech"
            notes.append(f"{left} not marked")
        if number and self._screen.story is not None:
            from seedreader.app import explaining

            notes += explaining.against(self._screen, article, number)
        return notes

    def _trouble(self) -> str:
        if self._screen.list_on_skipped:
            return f"{len(self._screen.library.skipped)} not read"
        if self.article is not None and self.article.trouble:
            return f"{self.article.letter}: {self.article.trouble}"
        return "nothing to read"

    def _percent(self, source: TextSource, cursor: int) -> int:
        return round(100 * source.share(source.item_of(cursor), 0, 1))

    def evidence(self) -> "list[Fact]":
        """Say what the sentence under the cursor is, which others carry it, and then the article."""
        from seedreader.app import explaining

        return explaining.sentence(self._screen, self.source, self.view.cursor)

    def citation(self) -> str:
        """The sentence under the cursor with where it is from."""
        source, cursor, article = self.source, self.view.cursor, self.article
        if source is None or cursor is None or article is None:
            return ""
        text = " ".join(article.part(cursor >> PART_BITS).slice(source.sentence(cursor)).split())
        where = address(article.index, source.number_now(cursor))
        return f"{text}\n({where}, {article.title()}, {article.shown_path})"

    def whole(self) -> str:
        """The whole text as it is read."""
        return self.article.load().text if self.article is not None and self.source is not None else ""

    # -- hunting ------------------------------------------------------------------------------------------

    def find(self, phrase: str) -> int:
        """Mark every place of a phrase; return how many there are."""
        self.options = replace(self.options, phrase=phrase)
        source = self.source
        if source is None:
            return 0
        source.options = self.options
        self._hits(source)
        self.view.changed()
        return len(source.hits)

    def _hits(self, source: TextSource) -> None:
        source.hits = search.find(source.text, self.options.phrase) if self.options.phrase else ()
        source.current_hit = None

    def look_further(self, kind: "Kind", direction: int) -> bool:
        """Mark parts of a long text until the hunt has a target ahead; return whether there is more to look at.

        At most ``_LOOK_AHEAD`` parts at once, so that a key never takes longer than a moment.
        """
        source, cursor = self.source, self.view.cursor
        if source is None or cursor is None or kind not in ("quotation", "boilerplate"):
            return False
        count, part, looked = len(source.article.load().parts), cursor >> PART_BITS, 0
        here = self.here(kind) if direction > 0 else self.here_back(kind)
        while 0 <= part < count:
            if not source.article.is_analysed(part):
                if looked == _LOOK_AHEAD:
                    return True
                source.article.part_analysis(part)
                looked += 1
            found = self._marked_in(source, part, kind)
            if any(start > here if direction > 0 else start < here for start in found):
                return any(not source.article.is_analysed(other) for other in range(count))
            part += direction
        return any(not source.article.is_analysed(other) for other in range(count))

    def targets(self, kind: "Kind") -> tuple[list[int], Callable[[int], None]]:
        """Return what a hunt looks for, as sorted text offsets, and how to go to one by its index."""
        source = self.source
        if source is None:
            return [], lambda index: None
        if kind == "find":
            hits = [hit for hit in source.hits if not self._is_hidden(source, hit[0])]
            return [hit[0] for hit in hits], lambda index: self._go_to_hit(source, hits[index])
        spans = self._marked(source, kind)
        return spans, lambda index: self.go(spans[index])

    def _is_hidden(self, source: TextSource, offset: int) -> bool:
        if self.options.boilerplate != "hide":
            return False
        cursor = source.cursor_at(offset)
        return cursor is not None and source.marks(cursor).boilerplate

    def _marked(self, source: TextSource, kind: "Kind") -> list[int]:
        """Starts of quotations, or of runs of boilerplate, in the parts that are marked."""
        parts = range(len(source.article.load().parts))
        marked = [part for part in parts if source.article.is_analysed(part)]
        return [start for part in marked for start in self._marked_in(source, part, kind)]

    def _marked_in(self, source: TextSource, part: int, kind: "Kind") -> list[int]:
        found = source.article.part_analysis(part)
        if kind == "quotation":
            return [quote.start for quote in found.quotes if quote.type in SPOKEN]
        marks = marking.by_sentence(found)
        starts: list[int] = []
        before = None
        for sentence, mark in zip(found.document.sentences, marks, strict=True):
            if mark.furniture is not None and mark.furniture is not before:
                starts.append(sentence.start)
            before = mark.furniture
        return starts

    def here(self, kind: "Kind") -> int:
        """Where a hunt sets out from, as a text offset."""
        source, cursor = self.source, self.view.cursor
        if source is None or cursor is None:
            return -1
        sentence = source.sentence(cursor)
        if kind == "find" and source.current_hit and sentence.start <= source.current_hit[0] < sentence.end:
            return source.current_hit[0]
        # A quotation that begins inside the sentence under the cursor has been seen already.
        return max(sentence.start, sentence.end - 1) if kind != "find" else sentence.start - 1

    def here_back(self, kind: "Kind") -> int:
        """Where a hunt backwards sets out from."""
        source, cursor = self.source, self.view.cursor
        if source is None or cursor is None:
            return -1
        return self.here(kind) if kind == "find" else source.sentence(cursor).start

    def _go_to_hit(self, source: TextSource, hit: tuple[int, int]) -> None:
        source.current_hit = hit
        self.go(hit[0])
        self.view.changed()

    def go(self, offset: int) -> None:
        """Put the cursor on the sentence that holds an offset."""
        source = self.source
        cursor = source.cursor_at(offset) if source else None
        if cursor is not None:
            self.view.set_cursor(cursor)
            self.view.reveal()

    def offset(self) -> int:
        """The offset of the sentence under the cursor."""
        source, cursor = self.source, self.view.cursor
        return source.sentence(cursor).start if source is not None and cursor is not None else 0
