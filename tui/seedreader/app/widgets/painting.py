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

    def row(self, row: Row, width: int, chosen: Chosen | None) -> list[Segment]:
        """Paint a row, filled or cut to ``width`` cells."""
        segments: list[Segment] = []
        used = 0
        for piece in row.pieces:
            style = self.style(row.fill + piece.roles)
            part = chosen(piece) if chosen and piece.item >= 0 else None
            if part is None:
                segments.append(Segment(piece.text, style))
            else:
                cuts = (
                    (0, part[0], style),
                    (*part, style + self.style(("selected",))),
                    (part[1], None, style),
                )
                segments += [
                    Segment(piece.text[low:high], look) for low, high, look in cuts if piece.text[low:high]
                ]
            used += cell_width(piece.text)
        if used < width:
            segments.append(Segment(" " * (width - used), self.style(row.fill)))
        return segments if used <= width else list(Strip(segments).crop(0, width))

    def places(self, row: Row, width: int, stamp: Point | None) -> list[Segment]:
        """Lay the same cells out with their places in the source instead of colours, for the mouse to ask.

        What is only decoration, and the blanks behind a text, take the nearest place, ``stamp`` at first.
        """
        segments: list[Segment] = []
        used, near = 0, stamp
        for piece in row.pieces:
            here = stamp
            if piece.item >= 0:
                here, near = (piece.item, piece.offset), (piece.item, piece.offset + len(piece.text))
            segments.append(Segment(piece.text, _place(here)))
            used += cell_width(piece.text)
        segments.append(Segment(" " * max(0, width - used), _place(near)))
        return segments

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


def _place(point: Point | None) -> Style:
    """Textual reads a place as (column, row)."""
    return Style.from_meta({"offset": (point[1], point[0])}) if point else Style()
