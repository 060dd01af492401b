"""Support marks: which other articles carry a sentence, as letters in the gutter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seedreader.app.widgets.rows import Piece

if TYPE_CHECKING:
    from seedreader.engine.story.table import Table

MOST_LETTERS = 8
"""Other articles up to which each has a column of its own; of more their number is told."""


class Support:
    """The support marks of one article of a set with ``letters``.

    As long as nothing is known (``table`` is ``None``) they are blank: the text need not move when they come.
    ``at`` is the index of the article; that in the table is the same.
    """

    def __init__(self, letters: Sequence[str], at: int, table: "Table | None") -> None:
        self._table = table
        self._letters = letters
        self._at = at
        self._others = [index for index in range(len(letters)) if index != at]

    @property
    def width(self) -> int:
        """Cells the marks take, a blank behind them included."""
        if len(self._others) > MOST_LETTERS:
            return len(str(len(self._others))) + 1
        return sum(len(self._letters[index]) for index in self._others) + 1

    def pieces(self, number: int | None) -> tuple[Piece, ...]:
        """The marks of the sentence with that number; bold where at least half of the others carry it."""
        if number is None or self._table is None:
            return (Piece(" " * self.width),)
        carried = {one.article for one in self._table.support(self._at, number)}
        many = 2 * len(carried) >= len(self._others)
        if len(self._others) > MOST_LETTERS:
            count = f"{len(carried) or '·':>{self.width - 1}} "
            return (Piece(count, ("strong",) if many else ("dim",)),)
        known = set(self._table.neighbours.get(self._at, ()))
        made = [
            Piece(self._letters[index], ("strong",) if many else ("label",))
            if index in carried
            else Piece(("·" if index in known else " ") * len(self._letters[index]), ("dim",))
            for index in self._others
        ]
        return (*made, Piece(" "))
