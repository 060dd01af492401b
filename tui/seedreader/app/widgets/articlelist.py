"""The list of articles: letter, title, words, share of boilerplate, quotations, nearest article."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from seedreader.app.marks import Role
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import cell_width, pad, shorten
from seedreader.engine.analysis import Figures
from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.store.gathering import Nearness

WIDE = 36
"""Cells from which an article takes one line with columns instead of two lines."""


class ListSource(LineSource):
    """Rows of the list. Items are positions in ``shown``, the indexes of articles after filter and order."""

    def __init__(
        self,
        articles: Sequence[Article],
        shown: Sequence[int],
        nearest: "Mapping[int, Nearness]",
        wants: Callable[[int], None],
        note: str = "",
        skipped: int = 0,
    ) -> None:
        self._articles = articles
        self.shown = shown
        self._nearest = nearest
        self._wants = wants
        self._note = note
        self._skipped = skipped
        self.current: int | None = None

    @property
    def _count(self) -> int:
        return len(self.shown) + (1 if self._skipped else 0)

    def first(self) -> int | None:
        """The first article."""
        return 0 if self._count else None

    def last(self) -> int | None:
        """The last article."""
        return self._count - 1 if self._count else None

    def after(self, item: int) -> int | None:
        """The article behind another."""
        return item + 1 if item + 1 < self._count else None

    def before(self, item: int) -> int | None:
        """The article in front of another."""
        return item - 1 if item > 0 else None

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is."""
        return (item + row / max(1, rows)) / max(1, self._count)

    def at_share(self, share: float) -> int | None:
        """The article at a share of the list."""
        return min(self._count - 1, int(share * self._count)) if self._count else None

    def article(self, item: int) -> Article | None:
        """The article of a row; the last row may stand for what could not be read."""
        return self._articles[self.shown[item]] if 0 <= item < len(self.shown) else None

    def header(self, width: int) -> Sequence[Row]:
        """Column names, where there are columns."""
        if width < WIDE:
            return ()
        title = self._title_width(width)
        return (Row((Piece(f'   {pad("title", title)}   words   #%    "', ("dim",)),)), Row(()))

    def _title_width(self, width: int) -> int:
        return max(4, width - 3 - 19)

    def footer(self, width: int) -> Sequence[Row]:
        """The nearest articles of the current one, and what is going on."""
        rows: list[Row] = []
        if self._note:
            rows.append(Row((Piece(" " + shorten(self._note, width - 1), ("dim",)),)))
        near = self._nearest.get(self.current) if self.current is not None else None
        if near is not None and self.current is not None:
            letter = self._articles[self.current].letter
            if width < WIDE:
                rows += [
                    Row((Piece(f" nearest to {letter}:", ("dim",)),)),
                    Row((Piece(f" {near}"),)),
                ]
            else:
                rows.append(Row((Piece(f" nearest to {letter}:", ("dim",)),)))
                told = f" {near.forth}% of {letter} is in {near.letter}, {near.back}% of {near.letter} in {letter}"
                rows.append(Row((Piece(told, ("dim",)),)))
        return (Row((Piece("─" * width, ("bar",)),)), *rows) if rows else ()

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """One row with columns, or two rows where there is less room."""
        here = item == cursor
        fill: tuple[Role, ...] = (("cursor" if focused else "cursor-blurred"),) if here else ()
        pointer = Piece(">" if here else " ", ("key",))
        article = self.article(item)
        if article is None:
            text = f" {self._skipped} not read"
            return (Row((pointer, Piece(shorten(text, width - 1), ("warning",))), 0, fill),)
        letter = Piece(article.letter, ("strong",))
        title = article.title_known
        figures = article.figures_known
        rough = article.rough_words
        if article.trouble is None and (title is None or (figures is None and rough is None)):
            self._wants(article.index)
        name = article.name if title is None else title
        unknown = article.trouble or figures is None
        words = "-" if article.trouble else _words(figures, rough)
        share = "" if unknown or figures is None else f"#{figures.furniture_percent}%"
        quotes = "" if unknown or figures is None else f'"{figures.quotes}'
        room = width - 1 - cell_width(article.letter) - 1
        if width >= WIDE:
            title_width = self._title_width(width) + 1 - cell_width(article.letter)
            roles: tuple[Role, ...] = ("dim",) if article.trouble else ()
            columns = Piece(f"  {words:>6} {share:>5} {quotes:>4}", ("dim",))
            shown = Piece(pad(name, max(1, title_width)), roles)
            return (Row((pointer, letter, Piece(" "), shown, columns), 0, fill),)
        line = f"{words}w {share} {quotes}" if not article.trouble else article.trouble
        indent = " " * (2 + cell_width(article.letter))
        return (
            Row((pointer, letter, Piece(" "), Piece(shorten(name, room))), 0, fill),
            Row((Piece(indent + shorten(line, room), ("dim",)),), -1, fill),
        )


def _words(figures: Figures | None, rough: int | None) -> str:
    if figures is not None:
        return str(figures.words)
    return "…" if rough is None else f"~{rough // 1000}k"


class ArticleList(LineView):
    """The pane with the list of articles."""

    ALLOW_SELECT = False
