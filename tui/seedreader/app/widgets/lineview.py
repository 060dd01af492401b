"""The one widget behind every pane: a scrolled view on rows that are made only when they are visible.

The view knows items only by their numbers and in their order; a source makes the rows of an item for a width.
The scroll place is an item and a row in it, not a count of all rows, so nothing is ever laid out that is not on
the screen: a text of 5 MB mounts and resizes as fast as one of a page. (Textual's ScrollView wants the total
height, which needs every row at every width.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from seedreader.app import marks
from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.wrap import cell_width

_WHEEL_ROWS = 3
_CACHED_ITEMS = 400


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


@dataclass(frozen=True, slots=True)
class Place:
    """A row in the source: the row-th of an item."""

    item: int
    row: int


class LineView(Widget, can_focus=True):
    """A pane of rows with a cursor."""

    DEFAULT_CSS = """
    LineView { height: 1fr; border: solid $foreground 25%; border-title-color: $foreground 80%;
        border-subtitle-color: $foreground 80%; padding: 0; background: $background; }
    LineView:focus { border: heavy $primary; border-title-style: bold; border-title-color: $foreground; }
    LineView:nocolor { border: solid; }
    LineView:nocolor:focus { border: heavy; }
    """
    HAS_BAR = True

    class CursorMoved(Message):
        """The cursor stands on another item."""

        def __init__(self, view: "LineView", cursor: int) -> None:
            super().__init__()
            self.view = view
            self.cursor = cursor

        @property
        def control(self) -> "LineView":
            """The view whose cursor moved."""
            return self.view

    class Opened(Message):
        """An item was double-clicked."""

        def __init__(self, view: "LineView", cursor: int) -> None:
            super().__init__()
            self.view = view
            self.cursor = cursor

    class Scrolled(Message):
        """Other rows are visible now."""

        def __init__(self, view: "LineView") -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source: LineSource = LineSource()
        self.cursor: int | None = None
        self._anchor: Place | None = None
        self._anchor_offset = -1
        self._laid_out = Size(0, 0)
        self._rows: dict[int, Sequence[Row]] = {}
        self._window: list[Place] | None = None
        self._header: Sequence[Row] = ()
        self._footer: Sequence[Row] = ()
        self._palette: dict[Role, Style] = {}
        self._styles: dict[tuple[Role, ...], Style] = {}
        self._base = Style()
        self._frame = ("", "")
        self._reveal_later = False

    # -- what is shown ------------------------------------------------------------------------------------

    def show(self, source: LineSource, cursor: int | None = None, *, top: int | None = None) -> None:
        """Show a source from its beginning, or with the cursor given; ``top`` puts an item at the top."""
        self.source = source
        self._rows.clear()
        self.cursor = source.first_cursor() if cursor is None else cursor
        first = source.first()
        if top is not None:
            first = top
        self._anchor = None if first is None else Place(first, 0)
        self._anchor_offset = -1
        self._window = None
        if cursor is not None:
            self.reveal()
        self.refresh()

    def name_it(self, title: str, subtitle: str) -> None:
        """Write into the frame; the same words again draw nothing."""
        if (title, subtitle) != self._frame:
            self._frame = (title, subtitle)
            # As content, not as text: a text would be read as markup, and titles come from files.
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)

    def changed(self, cursor: int | None = None) -> None:
        """Draw anew what the source now says, the scroll place kept."""
        self._remember_anchor()
        self._rows.clear()
        if cursor is not None:
            self.cursor = cursor
        self._restore_anchor()
        self._window = None
        self.refresh()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        app = self.app
        colour = not app.no_color
        ansi = app.native_ansi_color
        self._palette = marks.palette(app.theme_variables, ansi=ansi, colour=colour)
        self._styles.clear()
        self._base = self.visual_style.rich_style

    @property
    def inner_width(self) -> int:
        """Cells for rows, without the bar."""
        return max(1, self.content_size.width - (1 if self.HAS_BAR else 0))

    @property
    def rows_visible(self) -> int:
        """Rows between header and footer."""
        self._lay_out()
        return max(1, self.content_size.height - len(self._header) - len(self._footer))

    # -- layout -------------------------------------------------------------------------------------------

    def rows_of(self, item: int) -> Sequence[Row]:
        """The rows of an item at the current width."""
        rows = self._rows.get(item)
        if rows is None:
            if len(self._rows) > _CACHED_ITEMS:
                self._rows.clear()
            rows = self.source.rows(item, self.inner_width, self.cursor, focused=self.has_focus)
            self._rows[item] = rows or (Row(()),)
            rows = self._rows[item]
        return rows

    def _lay_out(self) -> None:
        width, size = self.inner_width, self.content_size
        resized = size != self._laid_out
        seen = resized and (self._reveal_later or self._cursor_is_seen())
        if resized:
            if self._laid_out.width:
                self._remember_anchor()
            self._laid_out = size
            self._reveal_later = self._reveal_later and not size.height
            self._rows.clear()
            self._restore_anchor()
            self._window = None
        if self._window is None:
            self._header = self.source.header(width)
            self._footer = self.source.footer(width)
        if seen and size.height:
            self.reveal()

    def _cursor_is_seen(self) -> bool:
        """Whether the cursor was on the screen as it was last laid out."""
        if self.cursor is None or self._window is None:
            return False
        item = self.source.item_of(self.cursor)
        return any(place.item == item for place in self._window)

    def window(self) -> list[Place]:
        """The rows on the screen, in order."""
        self._lay_out()
        if self._window is None:
            height = max(1, self.content_size.height - len(self._header) - len(self._footer))
            self._window = self._fill(height)
        return self._window

    def _fill(self, height: int) -> list[Place]:
        window: list[Place] = []
        place = self._anchor
        item = place.item if place else self.source.first()
        row = min(place.row, len(self.rows_of(place.item)) - 1) if place else 0
        while item is not None and len(window) < height:
            count = len(self.rows_of(item))
            window += [Place(item, index) for index in range(row, min(count, row + height - len(window)))]
            item, row = self.source.after(item), 0
        if len(window) < height and window:
            # The end is on the screen: no blank rows while there are more above.
            missing = height - len(window)
            above: list[Place] = []
            here: Place | None = window[0]
            while missing > 0 and here is not None and (here := self._step_back(here)) is not None:
                above.append(here)
                missing -= 1
            if above:
                window = [*reversed(above), *window]
                self._anchor = window[0]
        return window

    def _step_back(self, place: Place) -> Place | None:
        if place.row > 0:
            return Place(place.item, place.row - 1)
        before = self.source.before(place.item)
        return None if before is None else Place(before, len(self.rows_of(before)) - 1)

    def _step_on(self, place: Place) -> Place | None:
        if place.row + 1 < len(self.rows_of(place.item)):
            return Place(place.item, place.row + 1)
        after = self.source.after(place.item)
        return None if after is None else Place(after, 0)

    def _remember_anchor(self) -> None:
        """Keep which character is at the top, so that another width shows the same one there."""
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

    # -- drawing ------------------------------------------------------------------------------------------

    def style_of(self, roles: tuple[Role, ...]) -> Style:
        """The style of roles laid over each other."""
        style = self._styles.get(roles)
        if style is None:
            if not self._palette:
                self.restyle()
            style = self._base
            for role in roles:
                style += self._palette.get(role, Style())
            self._styles[roles] = style
        return style

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.inner_width
        window = self.window()
        top, bottom = len(self._header), self.content_size.height - len(self._footer)
        selection = None
        stamp: tuple[int, int] | None = None
        if y < top:
            row = self._header[y]
        elif y >= bottom:
            row = self._footer[min(y - bottom, len(self._footer) - 1)] if self._footer else Row(())
        elif y - top < len(window):
            place = window[y - top]
            row = self.rows_of(place.item)[place.row]
            selection = self.text_selection
            stamp = (max(row.offset, 0), place.item)
        else:
            row = Row(())
            stamp = (1 << 30, window[-1].item) if window else None
        segments = self._segments(row, width, selection, stamp)
        if self.HAS_BAR:
            segments.append(self._bar_segment(y, bottom - top if top <= y < bottom else 0, y - top))
        return Strip(segments, width + (1 if self.HAS_BAR else 0))

    def _segments(
        self, row: Row, width: int, selection: Selection | None, stamp: tuple[int, int] | None
    ) -> list[Segment]:
        segments: list[Segment] = []
        used = 0
        near = stamp
        for piece in row.pieces:
            style = self.style_of(row.fill + piece.roles)
            if piece.item >= 0:
                near = (piece.offset + len(piece.text), piece.item)
                segments += self._selectable(piece, style, selection)
            else:
                where = Style.from_meta({"offset": stamp}) if stamp else None
                segments.append(Segment(piece.text, style + where if where else style))
            used += cell_width(piece.text)
        if used < width:
            style = self.style_of(row.fill)
            if near:
                style += Style.from_meta({"offset": near})
            segments.append(Segment(" " * (width - used), style))
        return segments if used <= width else list(Strip(segments).crop(0, width))

    def _selectable(self, piece: Piece, style: Style, selection: Selection | None) -> list[Segment]:
        text, offset = piece.text, piece.offset
        chosen = self._chosen(piece, selection) if selection else None
        if chosen is None:
            return [Segment(text, style + Style.from_meta({"offset": (offset, piece.item)}))]
        low, high = chosen
        parts = ((0, low, style), (low, high, style + self.style_of(("selected",))), (high, len(text), style))
        return [
            Segment(text[start:end], look + Style.from_meta({"offset": (offset + start, piece.item)}))
            for start, end, look in parts
            if start < end
        ]

    def _chosen(self, piece: Piece, selection: Selection) -> tuple[int, int] | None:
        """Return what of a piece is selected, as (start, end) within it."""
        bounds = self._bounds(selection)
        if bounds is None:
            return None
        (first, begin), (last, finish) = bounds
        if not first <= piece.item <= last or not self._same_column(first, piece.item):
            return None
        low = max(0, begin - piece.offset) if piece.item == first else 0
        high = min(len(piece.text), finish - piece.offset) if piece.item == last else len(piece.text)
        return (low, high) if low < high else None

    def _bounds(self, selection: Selection) -> tuple[tuple[int, int], tuple[int, int]] | None:
        start, end = selection.start, selection.end
        first, last = self.source.first(), self.source.last()
        if first is None or last is None:
            return None
        begin = (start.y, max(0, start.x)) if start else (first, 0)
        finish = (end.y, max(0, end.x)) if end else (last, 1 << 30)
        return (begin, finish) if begin <= finish else (finish, begin)

    def _same_column(self, first: int, item: int) -> bool:
        """Whether an item may be selected together with the first one; columns override."""
        return True

    def _bar_segment(self, y: int, height: int, line: int) -> Segment:
        if height <= 0:
            return Segment(" ", self.style_of(()))
        glyphs = self.source.bar(height)
        glyph, roles = glyphs[line] if glyphs else (" ", ())
        low, high = self._thumb(height)
        inside = low <= line < high
        if not glyphs and (high - low) >= height:
            return Segment(" ", self.style_of(()))
        shown: tuple[Role, ...] = (*roles, "thumb") if inside else roles
        return Segment(glyph if glyphs or inside else "│", self.style_of(shown if shown else ("bar",)))

    def _thumb(self, height: int) -> tuple[int, int]:
        window = self.window()
        if not window:
            return 0, height
        first, last = window[0], window[-1]
        low = self.source.share(first.item, first.row, len(self.rows_of(first.item)))
        high = self.source.share(last.item, last.row + 1, len(self.rows_of(last.item)))
        start = min(height - 1, int(low * height + 0.001))
        return start, max(start + 1, min(height, round(high * height)))

    # -- moving -------------------------------------------------------------------------------------------

    def set_cursor(self, cursor: int, *, reveal: bool = True) -> None:
        """Put the cursor on an item and bring it onto the screen."""
        if cursor == self.cursor:
            if reveal:
                self.reveal()
            return
        before, self.cursor = self.cursor, cursor
        items = {self.source.item_of(c) for c in (before, cursor) if c is not None}
        for item in items:
            self._rows.pop(item, None)
        scrolled = self.reveal() if reveal else False
        if not scrolled:
            self._refresh_items(items)
        self.post_message(self.CursorMoved(self, cursor))

    def reveal(self) -> bool:
        """Scroll as little as shows the cursor; return whether anything scrolled."""
        if self.cursor is None:
            return False
        if not self.content_size.height:
            # Not on the screen: shown as soon as it is.
            self._reveal_later = True
            return False
        item = self.source.item_of(self.cursor)
        first, last = self.source.first_row_of(self.cursor, self.inner_width)
        window = self.window()
        places = {place: index for index, place in enumerate(window)}
        top, bottom = places.get(Place(item, first)), places.get(Place(item, last))
        if top is not None and (bottom is not None or top == 0):
            return False
        height = len(window)
        lines = last - first + 1
        if top is not None or (window and item > window[-1].item):
            # Below: put its last row at the bottom, unless it is too tall or far away.
            if window and self._near(item, window[-1].item):
                self._put(Place(item, last), height - 1)
                if lines >= height:
                    self._put(Place(item, first), 0)
            else:
                self._put(Place(item, first), height // 3)
        elif window and item < window[0].item and not self._near(item, window[0].item):
            self._put(Place(item, first), height // 3)
        else:
            self._put(Place(item, first), 0)
        self._scrolled()
        return True

    def _near(self, item: int, other: int) -> bool:
        if item == other:
            return True
        return self.source.before(item) == other or self.source.after(item) == other

    def _put(self, place: Place, line: int) -> None:
        """Scroll so that a row comes to stand on a line of the window."""
        self._rows_of_cursor_fresh()
        for _ in range(line):
            back = self._step_back(place)
            if back is None:
                break
            place = back
        self._anchor = place
        self._anchor_offset = -1
        self._window = None

    def _rows_of_cursor_fresh(self) -> None:
        if self.cursor is not None:
            self._rows.pop(self.source.item_of(self.cursor), None)

    def move(self, step: int) -> None:
        """Move the cursor one item up or down; a tall item is scrolled through first."""
        if self.cursor is None:
            return
        if self._off_screen():
            self._cursor_to_screen(step)
            return
        window = self.window()
        item = self.source.item_of(self.cursor)
        first, last = self.source.first_row_of(self.cursor, self.inner_width)
        edge = Place(item, last if step > 0 else first)
        if edge not in window:
            self.scroll_rows(step * max(1, len(window) // 2))
            return
        following = self.source.next_cursor(self.cursor, step)
        if following is not None:
            self.set_cursor(following)
        elif step < 0:
            self.to_end(-1)

    def _off_screen(self) -> bool:
        if self.cursor is None:
            return False
        item = self.source.item_of(self.cursor)
        return all(place.item != item for place in self.window())

    def _cursor_to_screen(self, step: int) -> None:
        window = self.window()
        if window:
            place = window[0] if step > 0 else window[-1]
            self.set_cursor(self.source.cursor_of(place.item, place.row, self.inner_width), reveal=False)

    def page(self, share: float) -> None:
        """Scroll by a share of the window, the cursor going along."""
        window = self.window()
        if not window or self.cursor is None:
            return
        rows = int(share * max(1, len(window) - (1 if abs(share) >= 1 else 0))) or (1 if share > 0 else -1)
        item = self.source.item_of(self.cursor)
        lines = [index for index, place in enumerate(window) if place.item == item]
        line = lines[0] if lines else 0
        moved = self.scroll_rows(rows)
        window = self.window()
        if moved < abs(rows):
            line = len(window) - 1 if rows > 0 else 0
        place = window[min(line, len(window) - 1)]
        self.set_cursor(self.source.cursor_of(place.item, place.row, self.inner_width), reveal=False)

    def scroll_rows(self, rows: int) -> int:
        """Scroll by rows, the cursor staying; return how many it was."""
        window = self.window()
        if not window:
            return 0
        top, bottom, moved = window[0], window[-1], 0
        for _ in range(abs(rows)):
            if rows > 0:
                following = self._step_on(bottom)
                below_top = self._step_on(top)
                if following is None or below_top is None or len(window) < self.rows_visible:
                    break
                bottom, top = following, below_top
            else:
                back = self._step_back(top)
                if back is None:
                    break
                top = back
            moved += 1
        if moved:
            self._anchor, self._anchor_offset, self._window = top, -1, None
            self._scrolled()
        return moved

    def to_end(self, side: int) -> None:
        """Put the cursor to the beginning (-1) or the end (1)."""
        cursor = self.source.first_cursor() if side < 0 else self.source.last_cursor()
        first = self.source.first()
        if cursor is None or first is None:
            return
        if side < 0:
            self._anchor, self._window, self._anchor_offset = Place(first, 0), None, -1
            self._scrolled()
        self.set_cursor(cursor, reveal=side > 0)

    def _scrolled(self) -> None:
        self.refresh()
        self.post_message(self.Scrolled(self))

    def _refresh_items(self, items: set[int]) -> None:
        top = len(self._header)
        lines = [index + top for index, place in enumerate(self.window()) if place.item in items]
        if lines:
            self.refresh(Region(0, lines[0], self.content_size.width, lines[-1] - lines[0] + 1))

    # -- events -------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Another size shows the same place, the cursor too if it was seen."""
        self._lay_out()
        self.post_message(self.Scrolled(self))

    def on_focus(self) -> None:
        """The cursor shows where the keys go."""
        self._redraw_cursor()

    def on_blur(self) -> None:
        """The cursor shows where the keys go."""
        self._redraw_cursor()

    def _redraw_cursor(self) -> None:
        if self.cursor is not None:
            self._rows.pop(self.source.item_of(self.cursor), None)
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_rows(-_WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; the bar jumps; a second click opens."""
        at = event.get_content_offset(self)
        if at is None:
            return
        line = at.y - len(self._header)
        window = self.window()
        if self.HAS_BAR and at.x >= self.inner_width and 0 <= line < self.rows_visible:
            target = self.source.at_share((line + 0.5) / self.rows_visible)
            if target is not None:
                self._put(Place(target, 0), 0)
                self._scrolled()
            return
        if 0 <= line < len(window):
            place = window[line]
            cursor = self.source.cursor_of(place.item, place.row, self.inner_width)
            self.set_cursor(cursor, reveal=False)
            if event.chain == 2:
                self.post_message(self.Opened(self, cursor))

    # -- selecting ----------------------------------------------------------------------------------------

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as it is in the source, unwrapped."""
        bounds = self._bounds(selection)
        text = self.source.copied(*bounds) if bounds else ""
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def place_at(self, offset: Offset) -> Place | None:
        """The row at a place of the content, for tests and for clicks."""
        line = offset.y - len(self._header)
        window = self.window()
        return window[line] if 0 <= line < len(window) else None
