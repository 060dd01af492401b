"""Work behind the screen: finding files, counting, marking, nearness, alignment. Any of it can be stopped.

Each job runs in a thread of its own, one article at a time, and hands what it found to the screen's thread. What
is computed twice by accident comes out the same, so nothing is locked.
"""

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from seedreader.store.article import Article
from seedreader.store.library import NEAREST_LIMIT
from seedreader.store.reading import UnreadableError

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen
    from seedreader.engine.comparison import Comparison
    from seedreader.store.gathering import Nearness
    from seedreader.store.ledger import Ledger
    from seedreader.store.stories import Known, Story

_PAUSE_ARTICLES = 8
"""Articles after which what was found is shown."""


class Jobs:
    """The jobs of a screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._wanted: dict[int, None] = {}
        self._counting = False
        self._marking: set[tuple[int, int]] = set()
        self._known: Known | None = None
        self.note = ""

    def _start(self, work: Callable[[], None], group: str, *, exclusive: bool = False) -> Worker[None]:
        return self._screen.run_worker(
            work, thread=True, group=group, exclusive=exclusive, exit_on_error=True
        )

    def _later(self, call: Callable[..., None], *arguments: object) -> None:
        """Call in the screen's thread; a screen that is gone needs nothing any more."""
        if not get_current_worker().is_cancelled:
            self._screen.app.call_from_thread(call, *arguments)

    def say(self, note: str) -> None:
        """Show what is going on; empty when nothing is."""
        if note != self.note:
            self.note = note
            self._screen.listing.refresh()

    def stop(self) -> bool:
        """Cancel what runs and can be cancelled; return whether anything was running."""
        running = bool(self.note)
        for group in ("gather", "near", "ledger", "story", "align"):
            self._screen.workers.cancel_group(self._screen, group)
        self._wanted.clear()
        self.say("")
        return running

    # -- finding files ------------------------------------------------------------------------------------

    def gather(self) -> None:
        """Go on finding articles, where the first moment was not enough."""
        if self._screen.library.complete:
            self.gathered()
            return

        def work() -> None:
            library = self._screen.library
            worker = get_current_worker()
            while not worker.is_cancelled:
                done = library.gather(0.05)
                self._later(self.say, "" if done else f"found {len(library.articles)} …")
                if done:
                    self._later(self.gathered)
                    return

        self._start(work, "gather", exclusive=True)

    def gathered(self) -> None:
        """All files are known: show them all, and compute nearness where that is cheap."""
        # The articles stay to the end: the collector need not look at ten thousand of them again and again.
        gc.freeze()
        self._screen.listing.refresh()
        if self._screen.view == "quotes":
            self._screen.quoting.begin()
        elif self._screen.view == "overview":
            self._screen.overviewing.begin()
        if 1 < len(self._screen.library.articles) <= NEAREST_LIMIT:
            self.nearness()

    # -- counting what the list shows ---------------------------------------------------------------------

    def count(self, index: int) -> None:
        """Ask for title and figures of an article that is on the screen."""
        self._wanted[index] = None
        if not self._counting:
            self._counting = True
            self._screen.call_after_refresh(lambda: self._start(self._count, "count"))

    def _count(self) -> None:
        library, done = self._screen.library, 0
        while self._wanted and not get_current_worker().is_cancelled:
            # The last one asked for is the one on the screen now.
            index = next(reversed(self._wanted))
            self._wanted.pop(index, None)
            article = library.articles[index]
            many = len(library.articles) > NEAREST_LIMIT
            prepare(article)
            if many and index != self._screen.current:
                # Title and figures stay known; the texts of ten thousand articles need not stay.
                article.release()
            done += 1
            if done % _PAUSE_ARTICLES == 0:
                self._later(self._screen.listing.redraw)
        self._counting = False
        self._later(self._counted)

    def _counted(self) -> None:
        self._screen.reading.complete()
        self._screen.marked()
        if self._wanted and not self._counting:
            self.count(next(iter(self._wanted)))

    # -- marking the text on the screen -------------------------------------------------------------------

    def mark(self, article: Article, part: int) -> None:
        """Find furniture and quotations of a part that is on the screen."""
        key = (article.index, part)
        if key in self._marking:
            return
        self._marking.add(key)

        def work() -> None:
            try:
                article.part_analysis(part)
            except UnreadableError:
                pass
            finally:
                self._marking.discard(key)
            self._later(self._screen.marked)

        self._screen.call_after_refresh(lambda: self._start(work, "mark"))

    # -- nearness -----------------------------------------------------------------------------------------

    def nearness(self) -> None:
        """Compute which articles are nearest to each other."""

        def work() -> None:
            from seedreader.store import gathering

            articles = list(self._screen.library.articles)
            worker = get_current_worker()
            for done, article in enumerate(articles):
                if worker.is_cancelled:
                    return
                prepare(article)
                if done % _PAUSE_ARTICLES == 0 and len(articles) > _PAUSE_ARTICLES:
                    self._later(self.say, f"reading {done}/{len(articles)}  Esc stops")
            readable = [article for article in articles if article.trouble is None]

            def step(done: int) -> bool:
                if len(readable) > _PAUSE_ARTICLES and done % _PAUSE_ARTICLES == 0:
                    self._later(self.say, f"nearness {done}/{len(readable)}  Esc stops")
                return not worker.is_cancelled

            self._later(self._near, gathering.nearness(readable, step))

        self._start(work, "near", exclusive=True)

    def _near(self, found: "dict[int, Nearness]") -> None:
        self.say("")
        self._screen.listing.set_nearest(found)
        self._screen.marked()
        if len(self._screen.library.articles) <= NEAREST_LIMIT:
            self.utterances()

    # -- who said what ------------------------------------------------------------------------------------

    def utterances(self) -> None:
        """Gather who said what, in all articles that are listed."""

        def work() -> None:
            from seedreader.store import ledger

            articles = [self._screen.library.articles[index] for index in self._screen.listing.shown()]
            worker = get_current_worker()

            def step(done: int) -> bool:
                if done % _PAUSE_ARTICLES == 0 and len(articles) > _PAUSE_ARTICLES:
                    self._later(self.say, f"reading {done}/{len(articles)}  Esc stops")
                return not worker.is_cancelled

            found = ledger.gather(articles, step)
            if found is not None:
                self._later(self._gathered_utterances, found)

        self._start(work, "ledger", exclusive=True)

    def _gathered_utterances(self, found: "Ledger") -> None:
        self.say("")
        self._screen.quoting.ready(found)
        self._screen.marked()
        if self._screen.story is None and 1 < len(self._screen.library.articles) <= NEAREST_LIMIT:
            self.story()

    # -- the story ----------------------------------------------------------------------------------------

    def story(self) -> None:
        """Line all articles that are listed up with each other."""
        before, rejected = self._screen.story, self._screen.overviewing.judged.rejected

        def work() -> None:
            from seedreader.store import remembered, stories

            library = self._screen.library
            articles = [library.articles[index] for index in self._screen.listing.shown()]
            worker = get_current_worker()
            kept = remembered.load(self._screen.set_key) if self._known is None else self._known
            known = {**kept, **(before.known if before is not None else {})}

            def step(done: int, total: int) -> bool:
                if done % _PAUSE_ARTICLES == 0 and total > _PAUSE_ARTICLES:
                    self._later(self.say, f"lining up {done}/{total}  Esc stops")
                return not worker.is_cancelled

            found = stories.build(
                articles,
                step,
                first=self._screen.article,
                early=lambda early: self._later(self._told, early),
                known=known,
                rejected=rejected,
                processes=min(2, os.cpu_count() or 1),
            )
            if found is not None:
                self._later(self._told, found)
                # Those that are not listed now may be listed again. In a large set only some have been read.
                if library.complete and len(library.articles) <= NEAREST_LIMIT:
                    self._known = stories.current(known, library.articles, found.known)
                else:
                    others = {pair: one for pair, one in known.items() if pair not in found.known}
                    self._known = {**others, **found.known}
                remembered.save(self._screen.set_key, self._known)

        self._start(work, "story", exclusive=True)

    def renew_story(self) -> None:
        """Tell the story anew where marks or links are others now; what is under way looks itself when it is done."""
        story, rejected = self._screen.story, self._screen.overviewing.judged.rejected
        if story is not None and story.is_complete and (story.is_old or story.rejected != rejected):
            self.story()

    def _told(self, found: "Story") -> None:
        if found.is_complete:
            self.say("")
        self._screen.overviewing.ready(found)
        self._screen.reading.supported()
        self._screen.marked()
        self.renew_story()

    # -- alignment ----------------------------------------------------------------------------------------

    def align(self, left: Article, right: Article) -> None:
        """Line two articles up."""

        def work() -> None:
            from seedreader.engine import comparison

            try:
                compared = comparison.with_conflicts(comparison.compare(left.analysis(), right.analysis()))
            except UnreadableError as error:
                at_fault = left if left.trouble else right
                self._later(self._not_aligned, f"{at_fault.name} cannot be compared: {error}.")
                return
            self._later(self._aligned, left, right, compared)

        self.say(f"lining up {left.letter} and {right.letter} …")
        self._start(work, "align", exclusive=True)

    def _aligned(self, left: Article, right: Article, compared: "Comparison") -> None:
        self.say("")
        if self._screen.pair == (left, right):
            self._screen.comparing.ready(compared)
            self._screen.tell()

    def _not_aligned(self, message: str) -> None:
        self.say("")
        self._screen.comparing.failed(message)


def prepare(article: Article) -> None:
    """Compute what the list shows of an article; trouble is kept with it."""
    try:
        article.title()
        if len(article.load().parts) == 1:
            article.part_analysis(0)
        else:
            article.count_roughly()
    except UnreadableError:
        pass
