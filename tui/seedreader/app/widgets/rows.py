"""Rows of a pane: pieces of text with roles, each knowing where in the source it comes from.

They are tuples, as they are made by the hundred for every page that is scrolled.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from seedreader.app.marks import Role


class Piece(NamedTuple):
    """A run of text in one style.

    ``item`` and ``offset`` say where its first character stands in the source, for selecting; ``item`` -1 is
    decoration that is never copied.
    """

    text: str
    roles: tuple[Role, ...] = ()
    item: int = -1
    offset: int = 0


class Row(NamedTuple):
    """One line of a pane. ``offset`` is the first source offset on it, -1 for none; it anchors the scroll place."""

    pieces: tuple[Piece, ...]
    offset: int = -1
    fill: tuple[Role, ...] = ()


class Mark(NamedTuple):
    """A role for a stretch of an item's text."""

    start: int
    end: int
    role: Role


def pieces(
    shown: str, start: int, end: int, marks: Sequence[Mark], base: tuple[Role, ...], item: int, shift: int = 0
) -> list[Piece]:
    """Cut ``shown[start:end]`` where marks begin and end.

    ``marks`` may overlap; roles add up in their order. ``shift`` is added to offsets.
    """
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    if not near:
        return [Piece(shown[start:end], base, item, start + shift)]
    cuts = sorted({start, end, *(max(m.start, start) for m in near), *(min(m.end, end) for m in near)})
    return [
        Piece(
            shown[low:high],
            base + tuple(m.role for m in near if m.start <= low and m.end >= high),
            item,
            low + shift,
        )
        for low, high in pairwise(cuts)
    ]
