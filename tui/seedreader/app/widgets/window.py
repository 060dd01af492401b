"""The window of a pane on its source: which rows are seen, and where the cursor is. It draws nothing.

The place is an item and a row in it, not a count of all rows, so nothing is ever laid out that is not on the
screen: a text of 5 MB opens and resizes as fast as one of a page. (A total height, which Textual's ScrollView
wants, would need every row at every width.)
"""

from collections.abc import Sequence

from seedreader.app.widgets.rows import Row
from seedreader.app.widgets.source import LineSource, Place

_CACHED_ITEMS = 400


class Window:
    """Rows of a source in a space of ``width`` cells and ``height`` rows, header and footer included."""

    def __init__(self) -> None:
        self.source = LineSource()
        self.cursor: int | None = None
        self.focused = False
        self.width, self.height = 1, 0
        self.header: Sequence[Row] = ()
        self.footer: Sequence[Row] = ()
        self._anchor: Place | None = None
        self._anchor_offset = -1
        self._rows: dict[int, Sequence[Row]] = {}
        self._places: list[Place] | None = None
        self._reveal_later = False

    # -- what is shown ------------------------------------------------------------------------------------

    def show(self, source: LineSource, cursor: int | None, top: int | None) -> None:
        """Show a source from its beginning, or with a cursor given, or with an item at the top."""
        self.source = source
        self._rows.clear()
        self.cursor = source.first_cursor() if cursor is None else cursor
        first = source.first() if top is None else top
        self._go_to(None if first is None else Place(first, 0))
        if cursor is not None:
            self.reveal()

    def changed(self) -> None:
        """Ask the source for its rows anew; the same character stays at the top."""
        self._remember_anchor()
        self._rows.clear()
        self._restore_anchor()
        self._places = None

    def resize(self, width: int, height: int) -> None:
        """Take another size; the same character stays at the top, and the cursor on the screen if it was."""
        if (width, height) == (self.width, self.height):
            return
        seen = self._reveal_later or (self._places is not None and self.cursor_is_seen())
        self.width, self.height = width, height
        self.changed()
        if seen and height:
            self._reveal_later = False
            self.reveal()

    def rows_of(self, item: int) -> Sequence[Row]:
        """The rows of an item at the current width; at least one."""
        rows = self._rows.get(item)
        if rows is None:
            if len(self._rows) > _CACHED_ITEMS:
                self._rows.clear()
            rows = self.source.rows(item, self.width, self.cursor, focused=self.focused) or (Row(()),)
            self._rows[item] = rows
        return rows

    @property
    def room(self) -> int:
        """Rows between header and footer."""
        self.places()
        return max(1, self.height - len(self.header) - len(self.footer))

    def places(self) -> list[Place]:
        """The rows on the screen, in order."""
        if self._places is None:
            self.header, self.footer = self.source.header(self.width), self.source.footer(self.width)
            self._places = self._fill(max(1, self.height - len(self.header) - len(self.footer)))
        return self._places

    def _fill(self, height: int) -> list[Place]:
        found: list[Place] = []
        place = self._anchor
        item = place.item if place else self.source.first()
        row = min(place.row, len(self.rows_of(place.item)) - 1) if place else 0
        while item is not None and len(found) < height:
            count = len(self.rows_of(item))
            found += [Place(item, index) for index in range(row, min(count, row + height - len(found)))]
            item, row = self.source.after(item), 0
        # The end is on the screen: no blank rows while there are more above.
        above: list[Place] = []
        here = found[0] if found else None
        while here is not None and len(found) + len(above) < height:
            here = self._back(here)
            if here is not None:
                above.append(here)
        if above:
            found = [*reversed(above), *found]
            self._anchor = found[0]
        return found

    def _back(self, place: Place) -> Place | None:
        if place.row > 0:
            return Place(place.item, place.row - 1)
        before = self.source.before(place.item)
        return None if before is None else Place(before, len(self.rows_of(before)) - 1)

    def _on(self, place: Place) -> Place | None:
        if place.row + 1 < len(self.rows_of(place.item)):
            return Place(place.item, place.row + 1)
        after = self.source.after(place.item)
        return None if after is None else Place(after, 0)

    def _remember_anchor(self) -> None:
        if self._anchor is not None and (rows := self._rows.get(self._anchor.item)):
            row = min(self._anchor.row, len(rows) - 1)
            self._anchor_offset = rows[row].offset if row else -1

    def _restore_anchor(self) -> None:
        if self._anchor is None:
            return
        row = 0
        if self._anchor_offset >= 0:
            for index, candidate in enumerate(self.rows_of(self._anchor.item)):
                if 0 <= candidate.offset <= self._anchor_offset:
                    row = index
        self._anchor = Place(self._anchor.item, row)

    # -- the cursor ---------------------------------------------------------------------------------------

    def forget_cursor(self) -> None:
        """Make the rows under the cursor anew when they are next seen."""
        if self.cursor is not None:
            self._rows.pop(self.source.item_of(self.cursor), None)

    def set_cursor(self, cursor: int) -> set[int]:
        """Put the cursor somewhere; return the items that look different now."""
        changed = {self.source.item_of(one) for one in (self.cursor, cursor) if one is not None}
        self.cursor = cursor
        for item in changed:
            self._rows.pop(item, None)
        return changed

    def cursor_is_seen(self) -> bool:
        """Whether any row under the cursor is on the screen."""
        if self.cursor is None:
            return False
        item = self.source.item_of(self.cursor)
        return any(place.item == item for place in self.places())

    def cursor_rows(self) -> tuple[Place, Place] | None:
        """The first and the last row under the cursor."""
        if self.cursor is None:
            return None
        item = self.source.item_of(self.cursor)
        first, last = self.source.first_row_of(self.cursor, self.width)
        return Place(item, first), Place(item, last)

    def reveal(self) -> bool:
        """Scroll as little as shows the cursor; return whether anything scrolled."""
        edges = self.cursor_rows() if self.height else None
        if edges is None:
            # Not on the screen: shown as soon as it is.
            self._reveal_later = self.cursor is not None
            return False
        first, last = edges
        places = self.places()
        height, item = len(places), first.item
        if first in places and (last in places or places[0] == first):
            return False
        below = first in places or (bool(places) and item > places[-1].item)
        edge = places[-1 if below else 0].item if places else item
        if not self._near(item, edge):
            self.put(first, height // 3)
        elif below and last.row - first.row + 1 < height:
            self.put(last, height - 1)
        else:
            self.put(first, 0)
        return True

    def _near(self, item: int, other: int) -> bool:
        return item == other or other in (self.source.before(item), self.source.after(item))

    # -- scrolling ----------------------------------------------------------------------------------------

    def put(self, place: Place, line: int) -> None:
        """Scroll so that a row comes to stand on a line of the window."""
        self.forget_cursor()
        for _ in range(line):
            back = self._back(place)
            if back is None:
                break
            place = back
        self._go_to(place)

    def _go_to(self, place: Place | None) -> None:
        self._anchor, self._anchor_offset, self._places = place, -1, None

    def to_top(self) -> None:
        """Scroll to the beginning."""
        first = self.source.first()
        self._go_to(None if first is None else Place(first, 0))

    def scroll(self, rows: int) -> int:
        """Scroll by rows, downwards if positive; return how many it was."""
        places = self.places()
        if not places:
            return 0
        top, bottom, moved = places[0], places[-1], 0
        full = len(places) >= self.room
        for _ in range(abs(rows)):
            if rows > 0:
                below, next_top = (self._on(bottom), self._on(top)) if full else (None, None)
                if below is None or next_top is None:
                    break
                bottom, top = below, next_top
            else:
                back = self._back(top)
                if back is None:
                    break
                top = back
            moved += 1
        if moved:
            self._go_to(top)
        return moved

    def extent(self) -> tuple[float, float]:
        """Which part of the whole is seen, both ends as shares from 0 to 1."""
        places = self.places()
        if not places:
            return 0.0, 1.0
        first, last = places[0], places[-1]
        return (
            self.source.share(first.item, first.row, len(self.rows_of(first.item))),
            self.source.share(last.item, last.row + 1, len(self.rows_of(last.item))),
        )
