"""What a pane can show: items in an order, each with rows for a width."""

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Row


class Place(NamedTuple):
    """A row in the source: the row-th of an item."""

    item: int
    row: int


class LineSource:
    """What a view shows: items in an order, each with rows. The base is an empty one.

    Item numbers grow in reading order but need not be consecutive.
    """

    def first(self) -> int | None:
        """The first item, ``None`` if there is none."""
        return None

    def last(self) -> int | None:
        """The last item."""
        return None

    def after(self, item: int) -> int | None:
        """The item behind another."""
        return None

    def before(self, item: int) -> int | None:
        """The item in front of another."""
        return None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """The rows of an item; at least one."""
        return ()

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down in the whole a row is, 0 to 1."""
        return 0.0

    def at_share(self, share: float) -> int | None:
        """The item at a share of the whole."""
        return self.first()

    def header(self, width: int) -> Sequence[Row]:
        """Rows that stay at the top."""
        return ()

    def footer(self, width: int) -> Sequence[Row]:
        """Rows that stay at the bottom."""
        return ()

    def bar(self, height: int) -> Sequence[tuple[str, tuple[Role, ...]]]:
        """Glyph and roles of each row of the map in the last column, empty for a plain scroll bar."""
        return ()

    def cursor_of(self, item: int, row: int, width: int) -> int:
        """The cursor that a click on a row of an item means."""
        return item

    def item_of(self, cursor: int) -> int:
        """The item that holds a cursor."""
        return cursor

    def next_cursor(self, cursor: int, step: int) -> int | None:
        """The cursor one step (1 or -1) away, ``None`` at the ends."""
        return self.after(cursor) if step > 0 else self.before(cursor)

    def first_row_of(self, cursor: int, width: int) -> tuple[int, int]:
        """First and last row that show the cursor, within the rows of its item."""
        count = len(self.rows(self.item_of(cursor), width, None, focused=False))
        return 0, max(0, count - 1)

    def first_cursor(self) -> int | None:
        """The cursor of the beginning."""
        return self.first()

    def last_cursor(self) -> int | None:
        """The cursor of the end."""
        return self.last()

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The original text between two places (item, offset), unwrapped."""
        return ""
