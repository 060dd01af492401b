"""A pane's source that only says something: a sentence where there is nothing else to show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from seedreader.app.marks import Role, change_roles
from seedreader.app.widgets.rows import Mark, Piece, Row, pieces
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import display, wrap
from seedreader.engine.pairs import WordChange

if TYPE_CHECKING:
    from seedreader.engine.evidence import Fact


class Paragraph(NamedTuple):
    """A paragraph, the roles of all of it, and marks on stretches of it."""

    text: str
    roles: tuple[Role, ...] = ()
    marks: tuple[Mark, ...] = ()


Line = tuple[str, tuple[Role, ...]] | Paragraph


def fact_lines(facts: "Sequence[Fact]") -> list[Line]:
    """Give facts, and the words in them that differ or were kept, their roles."""
    roles: dict[str, tuple[Role, ...]] = {"heading": ("strong",), "text": (), "quiet": ("dim",)}
    return [Paragraph(fact.text, roles[fact.weight], tuple(_marks(fact))) for fact in facts]


def _marks(fact: "Fact") -> list[Mark]:
    made = [Mark(start, end, "kept") for start, end in fact.kept]
    for start, end, grade in fact.changes:
        made += [Mark(start, end, role) for role in change_roles(WordChange("b", start, end, grade))]
    return made


class Lines(LineSource):
    """Paragraphs of plain text with roles; an empty text is a blank row."""

    def __init__(self, lines: Sequence[Line], margin: int = 1) -> None:
        self._lines = tuple(Paragraph(*line) for line in lines)
        self._margin = margin

    def first(self) -> int | None:
        """The first paragraph."""
        return 0 if self._lines else None

    def last(self) -> int | None:
        """The last paragraph."""
        return len(self._lines) - 1 if self._lines else None

    def after(self, item: int) -> int | None:
        """The paragraph behind another."""
        return item + 1 if item + 1 < len(self._lines) else None

    def before(self, item: int) -> int | None:
        """The paragraph in front of another."""
        return item - 1 if item > 0 else None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """The wrapped rows of a paragraph; ``cursor`` is not shown: there is nothing to choose."""
        text, roles, marks = self._lines[item]
        shown = display(text)
        blank = Piece(" " * self._margin)
        return [
            Row((blank, *pieces(shown, start, end, marks, roles, item)), start)
            for start, end in wrap(shown, max(1, width - 2 * self._margin))
        ]

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is, by paragraphs."""
        return (item + row / max(1, rows)) / max(1, len(self._lines))

    def at_share(self, share: float) -> int | None:
        """The paragraph at a share of the whole."""
        return min(len(self._lines) - 1, int(share * len(self._lines))) if self._lines else None

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The text between two places."""
        found = [self._lines[item].text for item in range(start[0], end[0] + 1)]
        found[-1] = found[-1][: end[1]]
        found[0] = found[0][start[1] :]
        return "\n".join(found)
