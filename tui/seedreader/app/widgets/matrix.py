"""The matrix of coverage: how much of the row's article stands in the column's, a cell for each pair."""

from collections.abc import Sequence

from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import cell_width, pad, shorten
from seedreader.engine.story.coverage import Coverage

_CELL, _NARROW_CELL = 5, 4
_LEAST_NAME, _MOST_NAME = 6, 24
STEPS: tuple[tuple[float, str], ...] = ((0.5, "#"), (0.3, "+"), (0.15, "-"), (0.0, "."))
"""Shares from which on a cell has a mark of its own, so that the matrix reads without its numbers."""


class MatrixSource(LineSource):
    """Rows of the matrix, an item for each article; a cursor is row * articles + column."""

    def __init__(
        self, coverage: Coverage, letters: Sequence[str], titles: Sequence[str], notes: Sequence[str]
    ) -> None:
        self._coverage = coverage
        self._letters = letters
        self._titles = titles
        self._notes = notes
        self._column = 0

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self._letters)

    def first(self) -> int | None:
        """The first row."""
        return 0 if self.size else None

    def last(self) -> int | None:
        """The last row, or what is said below the matrix."""
        return self.size - 1 + (1 if self._notes else 0) if self.size else None

    def after(self, item: int) -> int | None:
        """The row below."""
        last = self.last()
        return item + 1 if last is not None and item < last else None

    def before(self, item: int) -> int | None:
        """The row above."""
        return item - 1 if item > 0 else None

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is."""
        return (item + row / max(1, rows)) / max(1, self.size)

    def at_share(self, share: float) -> int | None:
        """The row at a share of the whole."""
        return min(self.size - 1, int(share * self.size)) if self.size else None

    def item_of(self, cursor: int) -> int:
        """The row of a cell."""
        return cursor // max(1, self.size)

    def cursor_of(self, item: int, row: int, width: int) -> int:
        """The cell of a row that was clicked, in the column of the cursor."""
        return min(item, self.size - 1) * self.size + self._column

    def next_cursor(self, cursor: int, step: int) -> int | None:
        """The cell below or above."""
        target = cursor + step * self.size
        return target if 0 <= target < self.size * self.size else None

    def beside(self, cursor: int, step: int) -> int | None:
        """The cell to the right or left."""
        column = cursor % self.size + step
        return cursor + step if 0 <= column < self.size else None

    def first_cursor(self) -> int | None:
        """The first cell that says something."""
        return (1 if self.size > 1 else 0) if self.size else None

    def last_cursor(self) -> int | None:
        """The last row, in its first column."""
        return (self.size - 1) * self.size if self.size else None

    def first_row_of(self, cursor: int, width: int) -> tuple[int, int]:
        """A cell is one row high."""
        return 0, 0

    def _columns(self, width: int, column: int) -> tuple[int, range, int]:
        """Cells for the title of a row, the columns that fit, that of the cursor among them, and cells for each."""
        room = width - 2 - _LEAST_NAME
        cell = _CELL if self.size * _CELL <= room else _NARROW_CELL
        fit = max(1, min(self.size, room // cell))
        name = max(_LEAST_NAME, min(_MOST_NAME, width - 3 - fit * cell))
        first = min(max(0, column - fit + 1), self.size - fit)
        return name, range(first, first + fit), cell

    def header(self, width: int) -> Sequence[Row]:
        """The letters of the columns."""
        name, columns, cell = self._columns(width, self._column)
        letters = "".join(f"{self._letters[column]:>{cell - 1}} " for column in columns)
        return Row((Piece(" " * (name + 2) + letters, ("strong",)),)), Row(())

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """One row of the matrix, or what is said below it."""
        if item >= self.size:
            return self._below(width)
        if cursor is not None:
            self._column = cursor % self.size
        here = cursor is not None and item == cursor // self.size
        fill: Role = "cursor" if focused else "cursor-blurred"
        name, columns, cell = self._columns(width, self._column)
        letter = self._letters[item]
        title = pad(self._titles[item], max(1, name - 1 - cell_width(letter)))
        made = [Piece(">" if here else " ", ("key",)), Piece(letter, ("strong",)), Piece(f" {title} ")]
        for column in columns:
            roles: tuple[Role, ...] = ("active",) if here and column == self._column else ()
            made.append(Piece(self._cell(item, column).rjust(cell - 1).ljust(cell), roles))
        return (Row(tuple(made), 0, (fill,) if here else ()),)

    def _cell(self, row: int, column: int) -> str:
        if row == column:
            return "---"
        share = self._coverage.share(row, column)
        if share is None:
            return "?"
        mark = next(mark for least, mark in STEPS if share >= least)
        return f"{round(100 * share)}{mark}"

    def _below(self, width: int) -> list[Row]:
        legend = "   ".join(f"{mark} {round(100 * least)}%" for least, mark in reversed(STEPS))
        made = [Row(()), Row((Piece(shorten(f"  {legend} and more", width), ("dim",)),)), Row(())]
        made += [Row((Piece(shorten(f"  {note}", width)),)) for note in self._notes]
        return made
