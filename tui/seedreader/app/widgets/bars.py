"""The lines around the panes: views at the top, status and keys at the bottom."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from seedreader.app import marks
from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece
from seedreader.app.widgets.wrap import cell_width, shorten


class Bar(Widget):
    """One line of pieces on the left and on the right; the left yields."""

    DEFAULT_CSS = "Bar { height: 1; background: $background; }"
    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()
        self._palette: Mapping[Role, Style] = {}

    def set(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show pieces; nothing is drawn when they are the ones shown already."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._palette = marks.palette(
            self.app.theme_variables, ansi=self.app.native_ansi_color, colour=not self.app.no_color
        )
        self.refresh()

    @property
    def shown(self) -> str:
        """What the line says, for tests and for screen readers."""
        return "".join(piece.text for piece in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        if not self._palette:
            self.restyle()
        width = self.size.width
        right = sum(cell_width(piece.text) for piece in self._right)
        room = width - right
        segments: list[Segment] = []
        used = 0
        for piece in self._left:
            text = shorten(piece.text, max(0, room - used))
            used += cell_width(text)
            segments.append(Segment(text, self._style(piece)))
            if text != piece.text:
                break
        if used <= room:
            segments.append(Segment(" " * (room - used), self.visual_style.rich_style))
            segments += [Segment(piece.text, self._style(piece)) for piece in self._right]
        return Strip(segments).adjust_cell_length(width, self.visual_style.rich_style)

    def _style(self, piece: Piece) -> Style:
        style = self.visual_style.rich_style
        for role in piece.roles:
            style += self._palette.get(role, Style())
        return style
