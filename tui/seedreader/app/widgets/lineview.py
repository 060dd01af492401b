"""The one widget behind every pane: a window on a source, a cursor, a selection."""

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from seedreader.app import marks
from seedreader.app.widgets.painting import Painter, Point
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource, Place
from seedreader.app.widgets.window import Window

_WHEEL_ROWS = 3
_END = 1 << 30


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
        self._pane = Window()
        self._painter: Painter | None = None
        self._frame = ("", "")
        self._drawing = False

    # -- what is shown ------------------------------------------------------------------------------------

    @property
    def source(self) -> LineSource:
        """What is shown."""
        return self._pane.source

    @property
    def cursor(self) -> int | None:
        """Where the cursor is, ``None`` where there is nothing to stand on."""
        return self._pane.cursor

    def show(self, source: LineSource, cursor: int | None = None, *, top: int | None = None) -> None:
        """Show a source from its beginning, or with the cursor given; ``top`` puts an item at the top."""
        self._pane.show(source, cursor, top)
        self.refresh()

    def changed(self) -> None:
        """Draw anew what the source now says, the scroll place kept."""
        self._pane.changed()
        self.refresh()

    def name_it(self, title: str, subtitle: str) -> None:
        """Write into the frame; the same words again draw nothing."""
        if (title, subtitle) != self._frame:
            self._frame = (title, subtitle)
            # As content, not as text: a text would be read as markup, and titles come from files.
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._painter = None
        self.refresh()

    @property
    def inner_width(self) -> int:
        """Cells for rows, without the bar."""
        return max(1, self.content_size.width - (1 if self.HAS_BAR else 0))

    @property
    def rows_visible(self) -> int:
        """Rows between header and footer."""
        self._lay_out()
        return self._pane.room

    def rows_of(self, item: int) -> tuple[Row, ...]:
        """The rows of an item at the current width."""
        return tuple(self._pane.rows_of(item))

    def window(self) -> list[Place]:
        """The rows on the screen, in order."""
        self._lay_out()
        return self._pane.places()

    def extent(self) -> tuple[float, float]:
        """Which part of the whole is seen, both ends as shares from 0 to 1."""
        self._lay_out()
        return self._pane.extent()

    def _lay_out(self) -> None:
        self._pane.resize(self.inner_width, self.content_size.height)

    # -- drawing ------------------------------------------------------------------------------------------

    @property
    def _paint(self) -> Painter:
        if self._painter is None:
            app = self.app
            palette = marks.palette(app.theme_variables, ansi=app.native_ansi_color, colour=not app.no_color)
            self._painter = Painter(palette, self.visual_style.rich_style)
        return self._painter

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines for the screen: without the places in the source, which cost as much as the drawing."""
        self._drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = False

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane; asked outside of drawing, tell the places of its cells in the source."""
        places, pane, width = self.window(), self._pane, self.inner_width
        top, bottom = len(pane.header), self.content_size.height - len(pane.footer)
        row, stamp = Row(()), None
        if y < top:
            row = pane.header[y]
        elif y >= bottom:
            row = pane.footer[min(y - bottom, len(pane.footer) - 1)] if pane.footer else row
        elif y - top < len(places):
            place = places[y - top]
            row = pane.rows_of(place.item)[place.row]
            stamp = (place.item, max(row.offset, 0))
        elif places:
            stamp = (places[-1].item, _END)
        if self._drawing:
            segments = self._paint.row(row, width, self._chosen if self.text_selection is not None else None)
        else:
            segments = self._paint.places(row, width, stamp)
        if self.HAS_BAR:
            inside, height = top <= y < bottom, bottom - top
            glyphs = self.source.bar(height) if inside else ()
            # Beside header and footer the column is empty, as it is where everything is seen.
            extent = pane.extent() if inside else (0.0, 1.0)
            segments.append(self._paint.bar(glyphs, extent, max(1, height), y - top))
        return Strip(segments, width + (1 if self.HAS_BAR else 0))

    # -- moving -------------------------------------------------------------------------------------------

    def set_cursor(self, cursor: int, *, reveal: bool = True) -> None:
        """Put the cursor on an item and bring it onto the screen."""
        same = cursor == self.cursor
        changed = set() if same else self._pane.set_cursor(cursor)
        if not (reveal and self.reveal()):
            self._refresh_items(changed)
        if not same:
            self.post_message(self.CursorMoved(self, cursor))

    def reveal(self) -> bool:
        """Scroll as little as shows the cursor; return whether anything scrolled."""
        self._lay_out()
        if not self._pane.reveal():
            return False
        self._scrolled()
        return True

    def move(self, step: int) -> None:
        """Move the cursor one item up or down; a tall item is scrolled through first."""
        places = self.window()
        edges = self._pane.cursor_rows()
        if edges is None or self.cursor is None or not places:
            return
        if not self._pane.cursor_is_seen():
            self._cursor_to(places[0] if step > 0 else places[-1])
        elif edges[1 if step > 0 else 0] not in places:
            self.scroll_rows(step * max(1, len(places) // 2))
        else:
            following = self.source.next_cursor(self.cursor, step)
            if following is not None:
                self.set_cursor(following)
            elif step < 0:
                self.to_end(-1)

    def _cursor_to(self, place: Place) -> None:
        self.set_cursor(self.source.cursor_of(place.item, place.row, self.inner_width), reveal=False)

    def page(self, share: float) -> None:
        """Scroll by a share of the window, the cursor going along."""
        places = self.window()
        if not places or self.cursor is None:
            return
        rows = int(share * max(1, len(places) - (1 if abs(share) >= 1 else 0))) or (1 if share > 0 else -1)
        item = self.source.item_of(self.cursor)
        line = next((index for index, place in enumerate(places) if place.item == item), 0)
        moved = self.scroll_rows(rows)
        places = self.window()
        if moved < abs(rows):
            line = len(places) - 1 if rows > 0 else 0
        self._cursor_to(places[min(line, len(places) - 1)])

    def scroll_rows(self, rows: int) -> int:
        """Scroll by rows, the cursor staying; return how many it was."""
        self._lay_out()
        moved = self._pane.scroll(rows)
        if moved:
            self._scrolled()
        return moved

    def to_end(self, side: int) -> None:
        """Put the cursor to the beginning (-1) or the end (1)."""
        cursor = self.source.first_cursor() if side < 0 else self.source.last_cursor()
        if cursor is None:
            return
        if side < 0:
            self._pane.to_top()
            self._scrolled()
        self.set_cursor(cursor, reveal=side > 0)

    def _scrolled(self) -> None:
        self.refresh()
        self.post_message(self.Scrolled(self))

    def _refresh_items(self, items: set[int]) -> None:
        top = len(self._pane.header)
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
        self._pane.focused = True
        self._pane.forget_cursor()
        self.refresh()

    def on_blur(self) -> None:
        """The cursor shows where the keys go."""
        self._pane.focused = False
        self._pane.forget_cursor()
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
        places = self.window()
        line = at.y - len(self._pane.header)
        if self.HAS_BAR and at.x >= self.inner_width and 0 <= line < self.rows_visible:
            target = self.source.at_share((line + 0.5) / self.rows_visible)
            if target is not None:
                self._pane.put(Place(target, 0), 0)
                self._scrolled()
        elif 0 <= line < len(places):
            self._cursor_to(places[line])
            if event.chain == 2 and self.cursor is not None:
                self.post_message(self.Opened(self, self.cursor))

    def place_at(self, at: Offset) -> Point | None:
        """The item and the offset that stand at a place of the content."""
        cells = 0
        for segment in self.render_line(at.y):
            cells += segment.cell_length
            if at.x < cells:
                column, item = (segment.style.meta if segment.style else {}).get("offset", (0, None))
                return None if item is None else (item, column)
        return None

    # -- selecting ----------------------------------------------------------------------------------------

    def _chosen(self, piece: Piece) -> tuple[int, int] | None:
        """Return what of a piece is selected, as (start, end) within it."""
        bounds = self._bounds(self.text_selection)
        if bounds is None:
            return None
        (first, begin), (last, finish) = bounds
        if not first <= piece.item <= last or not self._same_column(first, piece.item):
            return None
        low = max(0, begin - piece.offset) if piece.item == first else 0
        high = min(len(piece.text), finish - piece.offset) if piece.item == last else len(piece.text)
        return (low, high) if low < high else None

    def _bounds(self, selection: Selection | None) -> tuple[Point, Point] | None:
        first, last = self.source.first(), self.source.last()
        if selection is None or first is None or last is None:
            return None
        start, end = selection.start, selection.end
        begin = (start.y, max(0, start.x)) if start else (first, 0)
        finish = (end.y, max(0, end.x)) if end else (last, _END)
        return (begin, finish) if begin <= finish else (finish, begin)

    def _same_column(self, first: int, item: int) -> bool:
        """Whether an item may be selected together with the first one; columns override."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as it is in the source, unwrapped."""
        bounds = self._bounds(selection)
        text = self.source.copied(*bounds) if bounds else ""
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()
