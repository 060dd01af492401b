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

Pieces = tuple[Piece, ...]


class Bar(Widget):
    """Lines of pieces, each with a left and a right side; the left yields."""

    DEFAULT_CSS = "Bar { background: $background; }"
    ALLOW_SELECT = False

    def __init__(self, lines: int = 1, *, id: str) -> None:
        super().__init__(id=id)
        self.styles.height = lines
        self._lines: list[tuple[Pieces, Pieces]] = [((), ())] * lines
        self._palette: Mapping[Role, Style] = {}

    def set(self, left: Sequence[Piece], right: Sequence[Piece] = (), *, line: int = 0) -> None:
        """Show pieces on a line; nothing is drawn when they are the ones shown already."""
        wanted = (tuple(left), tuple(right))
        if wanted != self._lines[line]:
            self._lines[line] = wanted
            self.refresh()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._palette = marks.palette(
            self.app.theme_variables, ansi=self.app.native_ansi_color, colour=not self.app.no_color
        )
        self.refresh()

    def shown(self, line: int = 0) -> str:
        """What a line says."""
        return "".join(piece.text for side in self._lines[line] for piece in side)

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        if not self._palette:
            self.restyle()
        left, right = self._lines[y] if y < len(self._lines) else ((), ())
        width = self.size.width
        room = width - sum(cell_width(piece.text) for piece in right)
        segments: list[Segment] = []
        used = 0
        for piece in left:
            text = shorten(piece.text, max(0, room - used))
            used += cell_width(text)
            segments.append(Segment(text, self._style(piece)))
            if text != piece.text:
                break
        if used <= room:
            segments.append(Segment(" " * (room - used), self.visual_style.rich_style))
            segments += [Segment(piece.text, self._style(piece)) for piece in right]
        return Strip(segments).adjust_cell_length(width, self.visual_style.rich_style)

    def _style(self, piece: Piece) -> Style:
        style = self.visual_style.rich_style
        for role in piece.roles:
            style += self._palette.get(role, Style())
        return style
