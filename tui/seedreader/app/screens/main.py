"""The main screen: the panes, which of them have room, and the state they share.

It owns what is current (article, view, hunt) and hands it down; the controllers of the three panes fill them; what
a key does is in ``actions``.
"""

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from seedreader.app import opening, room, telling
from seedreader.app.jobs import Jobs
from seedreader.app.keymap import Keymap, Keys, Pending
from seedreader.app.listing import Listing
from seedreader.app.reading import Reading
from seedreader.app.screens.dialog import Dialog
from seedreader.app.watching import Watch
from seedreader.app.widgets.articleitems import TextOptions
from seedreader.app.widgets.articlelist import ArticleList
from seedreader.app.widgets.bars import Bar
from seedreader.app.widgets.compareview import CompareView
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.messages import Lines, fact_lines
from seedreader.store.article import Article
from seedreader.store.library import Library
from seedreader.store.settings import Settings
from seedreader.store.state import SetState, State

if TYPE_CHECKING:
    from seedreader.app.actions import Actions
    from seedreader.app.app import SeedreaderApp
    from seedreader.app.comparing import Comparing
    from seedreader.app.overviewing import Overviewing
    from seedreader.app.quoting import Quoting
    from seedreader.store.ledger import Ledger
    from seedreader.store.stories import Story

_FIRST_LOOK = 0.04
"""Seconds for finding articles before the first picture; the rest is found behind it."""


class MainScreen(Screen[None]):
    """List, text, comparison and evidence."""

    DEFAULT_CSS = room.CSS

    def __init__(
        self, library: Library, settings: Settings, keys: Keymap, state: State, notes: list[str]
    ) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.keymap = keys
        self._notes = notes
        self._state = state
        self.set_key = "\n".join(str(path.absolute()) for path in library.paths)
        self.list = ArticleList(id="list")
        self.text = LineView(id="text")
        self.compare = CompareView(id="compare")
        self.other = LineView(id="other")
        self.ledger = LineView(id="ledger")
        self.variants = LineView(id="variants")
        self.matrix = LineView(id="matrix")
        self.findings = LineView(id="findings")
        self.evidence = LineView(id="evidence")
        self.jobs = Jobs(self)
        self.disk = Watch(self)
        self.listing = Listing(self)
        self.reading = Reading(self, TextOptions(settings.measure, settings.flow, settings.boilerplate))
        self.view = "read"
        self.said: Ledger | None = None
        self.story: Story | None = None
        self.current: int | None = None
        self.list_wanted = True
        self.zoomed = False
        self.pending: Keys = ()
        self.told = ""
        self.asking = ""
        self.unlocked = False

    @property
    def seedreader(self) -> "SeedreaderApp":
        """The application, typed."""
        from seedreader.app.app import SeedreaderApp

        if not isinstance(self.app, SeedreaderApp):
            raise TypeError("the main screen belongs to SeedreaderApp")
        return self.app

    def compose(self) -> ComposeResult:
        """All panes; the width decides which are seen."""
        yield Bar(id="header")
        yield self.list
        yield self.text
        yield Bar(2, id="bottom")

    # -- start --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the first article before anything else is computed."""
        self.library.gather(_FIRST_LOOK)
        self.make_room()
        remembered = self._state.sets.get(self.set_key, SetState())
        self.reading.places.update(remembered.places)
        start = opening.remembered(self.library, remembered.article)
        self.evidence.name_it(" Evidence ", "")
        self.listing.prepare(self.app.size.height)
        self.listing.refresh()
        self.open(start if start is not None else opening.first_readable(self.library))
        self.set_focus(self.text)
        other = opening.remembered(self.library, remembered.other)
        if remembered.view == "compare" and start is not None and other is not None:
            self.compare_with(other)
        if not self.library.articles and self.library.complete:
            self.text.show(Lines(opening.nothing(self.library)))
        if self._notes:
            self.notify("\n".join(self._notes), severity="warning", timeout=10, markup=False)
        self.call_after_refresh(self._settle_down)

    def _settle_down(self) -> None:
        """Go on with what the first picture could do without."""
        gc.freeze()
        gc.enable()
        self.actions  # noqa: B018 - imported now, not with the first key
        self.disk.start()
        self.jobs.gather()

    # -- what is current ----------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The current article."""
        return self.library.articles[self.current] if self.current is not None else None

    @cached_property
    def actions(self) -> "Actions":
        """The commands; they are imported once the first picture stands."""
        from seedreader.app.actions import Actions

        return Actions(self)

    @cached_property
    def comparing(self) -> "Comparing":
        """The Compare view; what it needs is imported with the first comparison."""
        from seedreader.app.comparing import Comparing
        from seedreader.app.widgets.compareitems import CompareOptions

        return Comparing(self, CompareOptions(boilerplate=self.reading.options.boilerplate))

    @cached_property
    def quoting(self) -> "Quoting":
        """The Quotes view; what it needs is imported when it is first shown."""
        from seedreader.app.quoting import Quoting

        return Quoting(self)

    @cached_property
    def overviewing(self) -> "Overviewing":
        """The Overview; what it needs is imported when it is first shown."""
        from seedreader.app.overviewing import Overviewing

        return Overviewing(self)

    @property
    def pair(self) -> "tuple[Article, Article] | None":
        """The articles that were compared last."""
        return self.comparing.pair if "comparing" in self.__dict__ else None

    @property
    def controller(self) -> "Reading | Quoting | Comparing | Overviewing":
        """The controller of the current view."""
        if self.view == "overview":
            return self.overviewing
        if self.view == "quotes":
            return self.quoting
        return self.reading if self.view == "read" else self.comparing

    @property
    def hunted(self) -> "Reading | Comparing":
        """The controller of the text that finding and hunting is about."""
        return self.comparing if self.view == "compare" else self.reading

    @property
    def pane(self) -> str:
        """Which pane has the focus: "list", "text" or "evidence"."""
        if self.focused is self.list:
            return "list"
        return "evidence" if self.focused is self.evidence else "text"

    @property
    def main(self) -> LineView:
        """The pane of the current view."""
        if self.view == "quotes":
            return self.variants if self.focused is self.variants else self.ledger
        if self.view == "overview":
            return self.findings if self.focused is self.findings else self.matrix
        return self.text if self.view == "read" else self.compare

    def open(self, index: int | None) -> None:
        """Make an article the current one and show it."""
        self.current = index
        article = self.article
        if article is not None:
            self.reading.show(article)
        self.listing.select(index)
        self.tell()

    def show_skipped(self) -> None:
        """Tell in the text pane what could not be read."""
        self.text.show(Lines(opening.skipped(self.library)))
        self.text.name_it(" Not read ", "")
        self.tell()

    @property
    def list_on_skipped(self) -> bool:
        """Whether the list stands on what could not be read."""
        source, cursor = self.listing.source, self.list.cursor
        return source is not None and cursor is not None and source.article(cursor) is None

    def compare_with(self, other: int, *, cursor: int | None = None) -> None:
        """Line the current article up with another, and put the cursor on a row if one is given."""
        article = self.article
        if article is None or other == article.index:
            return
        self.reading.remember()
        self.to_view("compare")
        self.comparing.begin(article, self.library.articles[other], cursor=cursor)

    def to_view(self, view: str) -> None:
        """Show another view."""
        self.view = view
        # Where only one pane has room, the one with the focus has it: the list lets go first.
        self.set_focus(None)
        self.make_room()
        self.set_focus(self.main)
        self.tell()

    # -- room ---------------------------------------------------------------------------------------------

    def make_room(self) -> None:
        """Give room to the panes that fit the width."""
        room.arrange(self)

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for other panes."""
        self.make_room()
        self.call_after_refresh(self.tell)

    def restyle(self) -> None:
        """Take the colours of another theme."""
        for view in self.query(LineView):
            view.restyle()
            view.refresh()
        for bar in self.query(Bar):
            bar.restyle()

    # -- telling ------------------------------------------------------------------------------------------

    def tell(self) -> None:
        """Say at top and bottom where the reader is; keep the evidence beside the text up to date."""
        if not self.is_mounted:
            return
        self.query_one("#header", Bar).set(*telling.header(self))
        bottom = self.query_one("#bottom", Bar)
        bottom.set(*telling.status(self), line=0)
        bottom.set(telling.keys(self), line=1)
        self.controller.title()
        if self.evidence.display:
            self.evidence.show(Lines(fact_lines(self.controller.evidence())))

    # -- events -------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Turn keys into commands; several may make one."""
        top = self.app.screen
        if top is not self and not (isinstance(top, Dialog) and top.closed):
            # A dialog opened while this key was on its way: it is meant for the dialog.
            event.stop()
            top.post_message(events.Key(event.key, event.character))
            return
        if self.asking:
            event.stop()
            self.actions.typed_early(event)
            return
        key = event.character if event.character and event.character.isprintable() else event.key
        if key == " ":
            key = "space"
        if self.actions.takes(key):
            event.stop()
            event.prevent_default()
            self.tell()
            return
        pressed = (*self.pending, key)
        found = self.keymap.find(pressed, self.view, self.pane)
        had, self.pending = bool(self.pending), ()
        if found is None:
            if had:
                event.stop()
                event.prevent_default()
                self.tell()
            return
        event.stop()
        event.prevent_default()
        if isinstance(found, Pending):
            self.pending = pressed
            self.tell()
        else:
            self.actions.run(found.id)

    @on(LineView.CursorMoved)
    def _moved(self, event: LineView.CursorMoved) -> None:
        if event.view is self.list:
            self.actions.list_moved()
        elif event.view is self.ledger:
            self.quoting.moved()
            self.tell()
        elif event.view is self.matrix:
            self.overviewing.moved()
            self.tell()
        elif event.view is self.main:
            self.tell()

    @on(LineView.Scrolled)
    def _scrolled(self, event: LineView.Scrolled) -> None:
        if event.view is self.main:
            self.controller.title()

    @on(LineView.Opened)
    def _opened(self) -> None:
        self.actions.run("open")

    def on_descendant_focus(self) -> None:
        """The keys that work depend on the pane."""
        if self.app.size.width < room.ONE_PANE or self.zoomed:
            self.make_room()
        self.tell()

    def marked(self) -> None:
        """Articles were marked: show it, also where it changes what was known of others."""
        self.reading.marked()
        if self.pair is not None:
            self.comparing.marked()
        if self.view in ("quotes", "overview"):
            (self.quoting if self.view == "quotes" else self.overviewing).marked()
        self.listing.redraw()
        self.tell()
