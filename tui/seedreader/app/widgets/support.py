"""Support marks: which other articles carry a sentence, as letters in the gutter."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from seedreader.app.widgets.rows import Piece

if TYPE_CHECKING:
    from seedreader.engine.story.conflicting import Clash
    from seedreader.engine.story.overview import Overview

MOST_LETTERS = 8
"""Other articles up to which each has a column of its own; of more their number is told."""


class Support:
    """The support marks of one article of a set with ``letters``.

    As long as nothing is known (``story`` is ``None``) they are blank: the text need not move when they come.
    ``at`` is the index of the article; that in the story is the same. Conflicts that are ``dismissed`` do not show.
    """

    def __init__(
        self,
        letters: Sequence[str],
        at: int,
        story: "Overview | None",
        dismissed: "Callable[[Clash], bool]" = lambda clash: False,
    ) -> None:
        self._story = story
        self._dismissed = dismissed
        self._letters = letters
        self._at = at
        self._others = [index for index in range(len(letters)) if index != at]

    @property
    def width(self) -> int:
        """Cells the marks take, a blank behind them included."""
        if len(self._others) > MOST_LETTERS:
            return len(str(len(self._others))) + 2
        return sum(len(self._letters[index]) for index in self._others) + 1

    def pieces(self, number: int | None) -> tuple[Piece, ...]:
        """The marks of the sentence with that number; bold where at least half of the others carry it.

        ``!`` stands instead of a letter, or before a number, where a sentence there seems to contradict this one.
        """
        if number is None or self._story is None:
            return (Piece(" " * self.width),)
        carried = {one.article for one in self._story.table.support(self._at, number)}
        against = self._against(number)
        many = 2 * len(carried) >= len(self._others)
        if len(self._others) > MOST_LETTERS:
            count = f"{len(carried) or '·':>{self.width - 2}} "
            return Piece("!" if against else " ", ("warning",)), Piece(count, ("strong" if many else "dim",))
        known = set(self._story.table.neighbours.get(self._at, ()))
        made: list[Piece] = []
        for index in self._others:
            width = len(self._letters[index])
            if index in against:
                made.append(Piece("!".ljust(width), ("warning",)))
            elif index in carried:
                made.append(Piece(self._letters[index], ("strong" if many else "label",)))
            else:
                made.append(Piece(("·" if index in known else " ") * width, ("dim",)))
        return *made, Piece(" ")

    def _against(self, number: int) -> set[int]:
        """The articles with a sentence that seems to contradict this one."""
        if self._story is None:
            return set()
        found = self._story.clashes_of.get((self._at, number), ())
        return {
            article
            for clash in found
            if not self._dismissed(clash)
            for article in (clash.one.article, clash.other.article)
            if article != self._at
        }
