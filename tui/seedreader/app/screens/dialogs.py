"""Dialogs over the main screen: choosing from a list, reading a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from seedreader.app.marks import Role
from seedreader.app.screens.dialog import Dialog
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.messages import Line, Lines
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import cell_width, pad, shorten

_FRAME, _LEAST = 3, 6
"""Rows of a chooser besides its choices, and its least height."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it is called, a key or letter in front, a word behind."""

    id: str
    label: str
    key: str = ""
    detail: str = ""


class Choices(LineSource):
    """Rows of choices, one each."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = tuple(choices)
        self._keys = max((cell_width(c.key) for c in choices), default=0)

    def first(self) -> int | None:
        """The first choice."""
        return 0 if self.choices else None

    def last(self) -> int | None:
        """The last choice."""
        return len(self.choices) - 1 if self.choices else None

    def after(self, item: int) -> int | None:
        """The choice behind another."""
        return item + 1 if item + 1 < len(self.choices) else None

    def before(self, item: int) -> int | None:
        """The choice in front of another."""
        return item - 1 if item > 0 else None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """Key, label and detail."""
        choice = self.choices[item]
        here = item == cursor
        fill: tuple[Role, ...] = ("cursor",) if here else ()
        detail = shorten(choice.detail, max(0, width // 2))
        room = max(1, width - 4 - self._keys - cell_width(detail))
        return (
            Row(
                (
                    Piece("> " if here else "  ", ("key",)),
                    Piece(pad(choice.key, self._keys) + " ", ("key",)),
                    Piece(pad(choice.label, room)),
                    Piece(detail + " ", ("dim",)),
                ),
                0,
                fill,
            ),
        )

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a choice is."""
        return (item + row) / max(1, len(self.choices))

    def at_share(self, share: float) -> int | None:
        """The choice at a share of the list."""
        return min(len(self.choices) - 1, int(share * len(self.choices))) if self.choices else None


class Field(Input):
    """A text field that lets its dialog have a look at each key first."""

    def __init__(self, placeholder: str, first: Callable[[events.Key], bool]) -> None:
        super().__init__(placeholder=placeholder, id="typed", select_on_focus=False)
        self.cursor_blink = False
        self._first = first

    def on_key(self, event: events.Key) -> None:
        """Keep what the dialog took away from the field."""
        if self._first(event):
            event.stop()
            event.prevent_default()


class Chooser(Dialog):
    """A list that narrows as one types; gives the id of what was chosen, or ``None``.

    ``narrow`` returns the choices for what was typed. Where ``at_once`` says so, a first letter that is a
    choice's key chooses it.
    """

    CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser > Vertical { width: 72; max-width: 96%; max-height: 90%; background: $background; }
    Chooser LineView { border: heavy $primary; border-top: none; background: $background; }
    Chooser Input { border: heavy $primary; border-bottom: none; height: 2; padding: 0 1; background: $background; }
    """

    def __init__(
        self,
        title: str,
        narrow: Callable[[str], Sequence[Choice]],
        *,
        at_once: bool = False,
        hint: str = "",
        preview: Callable[[str], None] | None = None,
        start: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._narrow = narrow
        self._at_once = at_once
        self._hint = hint
        self._preview = preview
        self._start = start
        self._early: list[events.Key] | None = []

    def compose(self) -> ComposeResult:
        """A field over a list."""
        with Vertical():
            yield Field(self._title, self.handled)
            yield LineView(id="choices")

    def on_mount(self) -> None:
        """Show everything first."""
        self.query_one(Input).focus()
        self._list.name_it("", f" {self._hint or 'type to filter   Enter takes it   Esc closes'} ")
        self._fill("")
        view = self._list
        # As tall as what there is to choose: an empty box would hide the text below for nothing.
        self.query_one(Vertical).styles.height = min(24, max(_LEAST, len(self._source.choices) + _FRAME))
        ids = [choice.id for choice in self._source.choices]
        if self._start in ids:
            view.set_cursor(ids.index(self._start))
        early, self._early = self._early or [], None
        for event in early:
            self._typed_early(event)

    def on_key(self, event: events.Key) -> None:
        """Take keys that were pressed before the text field stood there."""
        event.stop()
        event.prevent_default()
        if self._early is not None:
            self._early.append(event)
        else:
            self._typed_early(event)

    def _typed_early(self, event: events.Key) -> None:
        if self.handled(event):
            return
        if event.key == "enter":
            self._take()
        elif event.character and event.character.isprintable():
            self.query_one(Field).insert_text_at_cursor(event.character)

    @property
    def _list(self) -> LineView:
        return self.query_one("#choices", LineView)

    @property
    def _source(self) -> Choices:
        source = self._list.source
        return source if isinstance(source, Choices) else Choices(())

    def _fill(self, typed: str) -> None:
        found = self._narrow(typed)
        self._list.show(Choices(found) if found else Lines([("nothing by that name", ("dim",))]))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        cursor, source = self._list.cursor, self._source
        self.close(source.choices[cursor].id if cursor is not None and source.choices else None)

    @on(LineView.Opened)
    def _clicked(self) -> None:
        self._take()

    @on(LineView.CursorMoved)
    def _show(self, event: LineView.CursorMoved) -> None:
        if self._preview and self._source.choices:
            self._preview(self._source.choices[event.cursor].id)

    def handled(self, event: events.Key) -> bool:
        """Take a key before the text field does: letters may choose, arrows move; return whether it was taken."""
        if self.pass_on(event):
            return True
        if event.key == "escape":
            self.close()
        elif event.key in ("down", "ctrl+n"):
            self._list.move(1)
        elif event.key in ("up", "ctrl+p"):
            self._list.move(-1)
        elif event.key in ("pagedown", "pageup"):
            self._list.page(1 if event.key == "pagedown" else -1)
        else:
            return self._at_once and self._chosen_by(event.character or "")
        return True

    def _chosen_by(self, letter: str) -> bool:
        if self.query_one(Input).value or not letter.strip():
            return False
        for choice in self._source.choices:
            if choice.key == letter.upper():
                self.close(choice.id)
                return True
        return False


class Sheet(Dialog):
    """Something to read over the main screen; any of the closing keys puts it away."""

    CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet LineView { width: 84; max-width: 96%; height: 80%; border: heavy $primary; background: $background; }
    """

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """One pane."""
        yield LineView(id="sheet")

    def on_mount(self) -> None:
        """Show the lines."""
        view = self.query_one(LineView)
        view.name_it(f" {self._title} ", " q Esc Enter close ")
        view.show(Lines(self._lines))
        view.focus()

    def on_key(self, event: events.Key) -> None:
        """Scroll or close."""
        if self.pass_on(event):
            event.stop()
            event.prevent_default()
            return
        view = self.query_one(LineView)
        rows = {"j": 1, "down": 1, "k": -1, "up": -1}
        pages = {"space": 1.0, "pagedown": 1.0, "b": -1.0, "pageup": -1.0, "ctrl+d": 0.5, "ctrl+u": -0.5}
        if event.key in ("q", "escape", "enter", "question_mark"):
            self.close()
        elif event.key in rows:
            view.scroll_rows(rows[event.key])
        elif event.key in pages:
            view.scroll_rows(int(pages[event.key] * view.rows_visible))
        elif event.character in ("g", "G") or event.key in ("home", "end"):
            view.to_end(-1 if event.character == "g" or event.key == "home" else 1)
        else:
            return
        event.stop()
        event.prevent_default()
