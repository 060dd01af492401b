"""The rows of a comparison as a pane walks through them: which are seen, their order, the map."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from seedreader.app.marks import Role
from seedreader.app.widgets.source import LineSource
from seedreader.engine import analysis
from seedreader.engine.comparison import Comparison, GroupConflict, GroupWords
from seedreader.engine.comparison import pieces as join_sentences
from seedreader.engine.model import Analysis
from seedreader.engine.pairs import Group, Ignore, Side
from seedreader.engine.rows import CompareRow, facing, glyphs_of, rows

_SIDES: tuple[Side, Side] = ("a", "b")
_MAP_ORDER = ("!", "~", "+", "|", "<", ">", "#")
GLYPH_ROLES: dict[str, Role] = {
    "|": "strong",
    "<": "left",
    ">": "right",
    "~": "moved",
    "+": "strong",
    "#": "boilerplate",
    "!": "conflict",
}


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """How a comparison is shown; ``columns`` is None for as many as the width has room for.

    ``fold`` leaves out what is the same on both sides, ``least`` is the probability from which on links are shown,
    ``dismissed`` are groups, by their sentences, whose conflicts the reader does not want to see.
    """

    columns: int | None = None
    boilerplate: str = "dim"
    only: str = "*"
    phrase: str = ""
    fold: bool = False
    least: float = 0.0
    ignore: Ignore = field(default_factory=Ignore)
    dismissed: frozenset[tuple[tuple[int, ...], tuple[int, ...]]] = frozenset()


class CompareItems(LineSource):
    """Rows of a comparison. Items are row * 2 + side, so that a selection knows its column; the cursor is even."""

    def __init__(self, compared: Comparison, letters: tuple[str, str], options: CompareOptions) -> None:
        self.compared = compared
        self.letters = letters
        self.options = options
        self.table = rows(compared.alignment)
        self._analyses: tuple[Analysis, Analysis] = (compared.a, compared.b)
        self._marks = (analysis.by_sentence(compared.a), analysis.by_sentence(compared.b))
        self._words: dict[int, GroupWords] = {}  # by row
        self.visible = [number for number in range(len(self.table)) if self._is_visible(number)]
        self._position = {number: index for index, number in enumerate(self.visible)}
        self.current_hit: tuple[int, int, int] | None = None

    # -- which rows ---------------------------------------------------------------------------------------

    def glyphs(self, number: int) -> str:
        """The glyphs of a row, in a fixed order."""
        found: set[str] = set(glyphs_of(self.table[number]))
        if self.table[number].relation == "same" and not self.is_same(number):
            found.add("|")
        if self.is_furniture(number):
            found = {"#"}
        if self.conflicts(number):
            found.add("!")
        return "".join(glyph for glyph in ("#", "!", "|", "<", ">", "~", "+") if glyph in found)

    def conflicts(self, number: int) -> tuple[GroupConflict, ...]:
        """The possible conflicts of a row that were not dismissed."""
        group = self.group(number)
        return () if (group.a, group.b) in self.options.dismissed else self.compared.conflicts_of(group)

    def is_same(self, number: int) -> bool:
        """Whether a row says the same on both sides, as far as differences count."""
        row = self.table[number]
        if row.relation != "same":
            return False
        return self.options.ignore == Ignore() or not self.words(number).changes

    def words(self, number: int) -> GroupWords:
        """The word changes of a row, once."""
        found = self._words.get(number)
        if found is None:
            found = self.compared.words_between(*self.facing(number), self.options.ignore)
            self._words[number] = found
        return found

    def group(self, number: int) -> Group:
        """The group of a row."""
        return self.compared.alignment.groups[self.table[number].group]

    def facing(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The left and right sentences that a row sets against each other."""
        return facing(self.table[number], self.group(number))

    def is_furniture(self, number: int) -> bool:
        """Whether all sentences of a row are furniture for sure."""
        row = self.table[number]
        return all(self._marks[0][i].boilerplate for i in row.a) and all(
            self._marks[1][i].boilerplate for i in row.b
        )

    def _is_visible(self, number: int) -> bool:
        only = self.options.only
        if only == "*" and self.options.fold and not self.differs(number) and not self.is_furniture(number):
            return False
        if only == "*":
            return self.options.boilerplate != "hide" or not self.is_furniture(number)
        return only in self.glyphs(number)

    def hidden(self) -> int:
        """How many sentences the filters hide."""
        shown = set(self.visible)
        return sum(len(r.a) + len(r.b) for number, r in enumerate(self.table) if number not in shown)

    def differs(self, number: int) -> bool:
        """Whether a row is a difference: neither the same nor furniture."""
        return bool(self.glyphs(number)) and not self.is_furniture(number)

    def moved(self, number: int) -> bool:
        """Whether a row is one end of a move."""
        return "~" in self.glyphs(number)

    def row_of(self, cursor: int) -> CompareRow:
        """The row under a cursor."""
        return self.table[cursor // 2]

    def group_of(self, cursor: int) -> Group:
        """The group of the row under a cursor."""
        return self.group(cursor // 2)

    def cursor_at(self, left: int, right: int) -> int | None:
        """The visible row with two sentences, by number; if none has both, that of the left one, or the right."""
        mine = [number for number in self.visible if left - 1 in self.table[number].a]
        theirs = [number for number in self.visible if right - 1 in self.table[number].b]
        both = [number for number in mine if number in theirs]
        return next((number * 2 for number in (*both, *mine, *theirs)), None)

    # -- order --------------------------------------------------------------------------------------------

    def first(self) -> int | None:
        """The first visible row."""
        return self.visible[0] * 2 if self.visible else None

    def last(self) -> int | None:
        """The last visible row."""
        return self.visible[-1] * 2 if self.visible else None

    def after(self, item: int) -> int | None:
        """The visible row behind another."""
        index = self._position[item // 2] + 1
        return self.visible[index] * 2 if index < len(self.visible) else None

    def before(self, item: int) -> int | None:
        """The visible row in front of another."""
        index = self._position[item // 2] - 1
        return self.visible[index] * 2 if index >= 0 else None

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is, by rows."""
        return (self._position[item // 2] + row / max(1, rows)) / max(1, len(self.visible))

    def at_share(self, share: float) -> int | None:
        """The row at a share of the whole."""
        if not self.visible:
            return None
        return self.visible[min(len(self.visible) - 1, int(share * len(self.visible)))] * 2

    def bar(self, height: int) -> Sequence[tuple[str, tuple[Role, ...]]]:
        """The map: what the rows at each height are, the rarest sort first."""
        count = len(self.visible)
        cells: list[tuple[str, tuple[Role, ...]]] = []
        for line in range(height):
            low, high = line * count // height, max(line * count // height + 1, (line + 1) * count // height)
            inside = set("".join(self.glyphs(number) for number in self.visible[low:high]))
            glyph = next((one for one in _MAP_ORDER if one in inside), "·" if low < count else " ")
            cells.append((glyph, (GLYPH_ROLES.get(glyph, "dim"),)))
        return cells

    # -- copying ------------------------------------------------------------------------------------------

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The original text of one column between two places."""
        side = start[0] % 2
        document = self._analyses[side].document
        begin = self._absolute(start[0] // 2, side, start[1], forward=True)
        finish = self._absolute(end[0] // 2, side, end[1], forward=False)
        return document.text[begin:finish] if begin is not None and finish is not None else ""

    def _absolute(self, number: int, side: int, offset: int, *, forward: bool) -> int | None:
        """The place in the document; where a row has nothing in the column, that of the nearest row that has."""
        step = 1 if forward else -1
        while 0 <= number < len(self.table):
            row = self.table[number]
            indexes = row.b if side else row.a
            if indexes:
                joined = join_sentences(self._analyses[side].document, indexes)
                for at, span in joined.places:
                    if offset <= at + span.end - span.start:
                        return span.start + max(0, offset - at)
                return joined.places[-1][1].end
            number += step
            offset = 0 if forward else 1 << 30
        return None
