"""The list of articles: which are shown, in what order, and what stands under them."""

import contextlib
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from seedreader.app.widgets.articlelist import ListSource
from seedreader.app.widgets.lineview import LineView
from seedreader.store.article import Article
from seedreader.store.reading import UnreadableError

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen
    from seedreader.store.gathering import Nearness

_MOMENT = 0.012
"""Seconds for titles before the first picture."""

ORDERS: tuple[tuple[str, Callable[["Listing", Article], float]], ...] = (
    ("file", lambda _, article: article.index),
    ("words", lambda _, article: -(article.figures_known.words if article.figures_known else 0)),
    (
        "boilerplate",
        lambda _, article: -(article.figures_known.furniture_percent if article.figures_known else 0),
    ),
    ("quotations", lambda _, article: -(article.figures_known.quotes if article.figures_known else 0)),
    ("nearness", lambda listing, article: -listing.nearness_of(article)),
)
"""Names of the orders and what they sort by; what is not counted yet comes last."""


class Listing:
    """The list of a screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.nearest: dict[int, Nearness] = {}
        self.order = 0
        self.typed = ""

    @property
    def view(self) -> LineView:
        """The pane."""
        return self._screen.list

    @property
    def source(self) -> ListSource | None:
        """What the pane shows."""
        source = self.view.source
        return source if isinstance(source, ListSource) else None

    def shown(self) -> list[int]:
        """The indexes of the articles that are shown, in order."""
        articles = self._screen.library.articles
        typed = self.typed.lower()
        chosen = [
            article
            for article in articles
            if not typed or typed in article.name.lower() or typed in (article.title_known or "").lower()
        ]
        if self.order:
            key = ORDERS[self.order][1]
            chosen.sort(key=lambda article: (key(self, article), article.index))
        return [article.index for article in chosen]

    def nearness_of(self, article: Article) -> int:
        """How near the nearest article is, in per cent."""
        near = self.nearest.get(article.index)
        return max(near.forth, near.back) if near else 0

    def prepare(self, most: int) -> None:
        """Find the titles of the first articles, as many as a moment allows; the rest comes behind."""
        until = time.monotonic() + _MOMENT
        for article in self._screen.library.articles[:most]:
            with contextlib.suppress(UnreadableError):
                article.title_known = article.title_known or article.head().title()
            if time.monotonic() > until:
                return

    def refresh(self) -> None:
        """Show the list anew, the current article under the cursor; a cursor that is being moved stays where it is."""
        screen = self._screen
        library = screen.library
        shown: Sequence[int] = self.shown() if self.typed or self.order else range(len(library.articles))
        source = ListSource(
            library.articles, shown, self.nearest, screen.jobs.count, screen.jobs.note, len(library.skipped)
        )
        source.current = screen.current
        before = self.view.window()
        top = (
            before[0].item
            if before and self.source is not None and len(shown) >= len(self.source.shown)
            else None
        )
        position = self.position(shown)
        if self.view.has_focus and self.source is not None and tuple(self.source.shown) == tuple(shown):
            # The article under it may not have been opened yet.
            position = self.view.cursor
        self.view.show(source, position if position is not None else source.first(), top=top)
        count = f"{len(shown)}/{len(library.articles)}" if self.typed else str(len(library.articles))
        order = f"  by {ORDERS[self.order][0]}" if self.order else ""
        sieve = f"/{self.typed}" if self.typed else ""
        self.view.name_it(f" Articles {count} ", f" {sieve}{order} " if sieve or order else "")

    def redraw(self) -> None:
        """Draw what was counted meanwhile."""
        if self.order:
            self.refresh()
        else:
            self.view.changed()

    def position(self, shown: Sequence[int]) -> int | None:
        """Where the current article stands in the list."""
        current = self._screen.current
        if isinstance(shown, range):
            return current if current is not None and current in shown else None
        return shown.index(current) if current is not None and current in shown else None

    def select(self, index: int | None) -> None:
        """Put the cursor on an article."""
        source = self.source
        if source is None:
            return
        source.current = index
        position = self.position(source.shown)
        if position is not None and position != self.view.cursor:
            self.view.set_cursor(position)
        self.view.changed()

    def set_nearest(self, found: "dict[int, Nearness]") -> None:
        """Show which articles are nearest."""
        self.nearest = found
        self.refresh()

    def neighbour(self, step: int) -> int | None:
        """The article behind (1) or before (-1) the current one, as listed."""
        source = self.source
        if source is None or not source.shown:
            return None
        position = self.position(source.shown)
        if position is None:
            return source.shown[0]
        target = position + step
        return source.shown[target] if 0 <= target < len(source.shown) else None

    def table(self) -> str:
        """The list as tab separated text."""
        lines = ["letter\tfile\ttitle\twords\tboilerplate %\tquotations\tnearest"]
        source = self.source
        for index in source.shown if source else ():
            article = self._screen.library.articles[index]
            figures = article.figures_known
            counts = (
                [str(n) for n in (figures.words, figures.furniture_percent, figures.quotes)]
                if figures
                else [""] * 3
            )
            near = str(self.nearest.get(index, ""))
            lines.append(
                "\t".join([article.letter, article.shown_path, article.title_known or "", *counts, near])
            )
        return "\n".join(lines) + "\n"
