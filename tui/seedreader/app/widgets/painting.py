"""Turns rows into styled segments: roles become styles, selected text is marked, every cell knows its source."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.wrap import cell_width

Point = tuple[int, int]
"""An item and an offset in it."""


class Chosen(Protocol):
    """Says what of a piece is selected, as (start, end) within it."""

    def __call__(self, piece: Piece) -> tuple[int, int] | None:
        """Return the selected part of a piece, if any."""


class Painter:
    """Paints with the palette of one theme on one ground."""

    def __init__(self, palette: Mapping[Role, Style], ground: Style) -> None:
        self._palette = palette
        self._ground = ground
        self._styles: dict[tuple[Role, ...], Style] = {}

    def style(self, roles: tuple[Role, ...]) -> Style:
        """The style of roles laid over each other."""
        found = self._styles.get(roles)
        if found is None:
            found = self._ground
            for role in roles:
                found += self._palette.get(role, Style())
            self._styles[roles] = found
        return found

    def row(self, row: Row, width: int, chosen: Chosen | None, stamp: Point | None) -> list[Segment]:
        """Paint a row, filled or cut to ``width`` cells.

        Text is stamped with its place in the source, so that dragging over it selects; what is only decoration
        and the blanks behind a text take the nearest place, ``stamp`` at first.
        """
        segments: list[Segment] = []
        used, near = 0, stamp
        for piece in row.pieces:
            style = self.style(row.fill + piece.roles)
            if piece.item >= 0:
                near = (piece.item, piece.offset + len(piece.text))
                segments += self._text(piece, style, chosen)
            else:
                segments.append(Segment(piece.text, _stamped(style, stamp)))
            used += cell_width(piece.text)
        if used < width:
            segments.append(Segment(" " * (width - used), _stamped(self.style(row.fill), near)))
        return segments if used <= width else list(Strip(segments).crop(0, width))

    def _text(self, piece: Piece, style: Style, chosen: Chosen | None) -> list[Segment]:
        part = chosen(piece) if chosen else None
        if part is None:
            return [Segment(piece.text, _stamped(style, (piece.item, piece.offset)))]
        low, high = part
        looks = (
            (0, low, style),
            (low, high, style + self.style(("selected",))),
            (high, len(piece.text), style),
        )
        return [
            Segment(piece.text[start:end], _stamped(look, (piece.item, piece.offset + start)))
            for start, end, look in looks
            if start < end
        ]

    def bar(
        self,
        glyphs: Sequence[tuple[str, tuple[Role, ...]]],
        extent: tuple[float, float],
        height: int,
        line: int,
    ) -> Segment:
        """Paint one cell of the last column: the map, or a scroll bar where there is none."""
        start = min(height - 1, int(extent[0] * height + 0.001))
        end = max(start + 1, min(height, round(extent[1] * height)))
        inside = start <= line < end
        if glyphs:
            glyph, roles = glyphs[line]
            return Segment(glyph, self.style((*roles, "thumb") if inside else roles))
        if end - start >= height:
            return Segment(" ", self.style(()))
        return Segment(" ", self.style(("thumb",))) if inside else Segment("│", self.style(("bar",)))


def _stamped(style: Style, point: Point | None) -> Style:
    """Textual reads the place as (column, row)."""
    return style + Style.from_meta({"offset": (point[1], point[0])}) if point else style
