"""The rows of a comparison: two articles in two columns or in one, with what changed."""

from collections.abc import Sequence

from seedreader.app.marks import Role, change_roles
from seedreader.app.widgets.compareitems import GLYPH_ROLES, CompareItems
from seedreader.app.widgets.rows import Mark, Piece, Row, pieces
from seedreader.app.widgets.wrap import cell_width, display, pad, shorten, wrap
from seedreader.engine import search
from seedreader.engine.comparison import Pieces
from seedreader.engine.comparison import pieces as join_sentences
from seedreader.engine.model import Analysis, Span
from seedreader.engine.pairs import Ignore, Side
from seedreader.engine.rows import probability

_SIDES: tuple[Side, Side] = ("a", "b")

TWO_COLUMNS = 100
"""Cells from which two columns have room."""


class CompareSource(CompareItems):
    """Rows of a comparison."""

    def two_columns(self, width: int) -> bool:
        """Whether both texts stand side by side at a width."""
        if self.options.columns is None:
            return width >= TWO_COLUMNS
        return self.options.columns == 2 and width >= 50

    def header(self, width: int) -> Sequence[Row]:
        """The titles of both articles over their columns."""
        if not self.two_columns(width):
            return ()
        text, _ = self._columns(width)
        titles = [
            f"{letter}  {self._title(marked)}"
            for letter, marked in zip(self.letters, self._analyses, strict=True)
        ]
        left = Piece(pad(titles[0], text + 4), ("left",))
        return (
            Row((Piece("  "), left, Piece(" " * 7), Piece(shorten(titles[1], text + 4), ("right",)))),
            Row(()),
        )

    def _title(self, marked: Analysis) -> str:
        document = marked.document
        found = document.metadata.get("title") or (document.slice(document.title) if document.title else "")
        return " ".join(found.split())

    def _columns(self, width: int) -> tuple[int, int]:
        """Cells of one text, and of all that stands left of the second one."""
        text = min(90, (width - 2 - 5 - 5 - 7) // 2)
        return text, 1 + 5 + text + 7

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """The rows of a group, with counterparts on the same height where there are two columns."""
        here = item == cursor
        fill: tuple[Role, ...] = (("cursor" if focused else "cursor-blurred"),) if here else ()
        number = item // 2
        made = self._folded_before(number)
        if self.two_columns(width):
            made += self._side_by_side(number, width, here=here, fill=fill)
        else:
            made += self._unified(number, width, here=here, fill=fill)
        return made

    def _folded_before(self, number: int) -> list[Row]:
        """Say how much was folded between a row and the visible one in front of it."""
        if not self.options.fold:
            return []
        position = self._position[number]
        first = self.visible[position - 1] + 1 if position else 0
        rows = [self.table[at] for at in range(first, number) if not self.differs(at)]
        count = sum(max(len(row.a), len(row.b)) for row in rows)
        if not count:
            return []
        return [Row((Piece(f"      ⋯ {count} sentence{'s' if count != 1 else ''} the same", ("dim",)),))]

    def _text(self, number: int, side: int) -> tuple[Pieces, list[Mark], bool]:
        """Text, marks and whether the text stands here: a moved group's other side is only quoted."""
        row = self.table[number]
        own = row.b if side else row.a
        stands = bool(own) or not (row.end or not row.main)
        indexes = own if stands else self.facing(number)[side]
        joined = join_sentences(self._analyses[side].document, indexes)
        return joined, self._marks_of(number, side, joined), stands

    def _marks_of(self, number: int, side: int, joined: Pieces) -> list[Mark]:
        found = self.words(number)
        marks: list[Mark] = []
        for change in found.changes:
            asked = change.grade == "punctuation" and self.options.ignore != Ignore()
            if change.side == _SIDES[side]:
                for graded in change_roles(change, asked=asked):
                    marks += _inside(joined, Span(change.start, change.end), graded)
        for kept in found.kept_b if side else found.kept_a:
            marks += _inside(joined, kept, "kept")
        for conflict in self.conflicts(number):
            for span in conflict.right if side else conflict.left:
                marks += _inside(joined, span, "conflict")
        if self.options.boilerplate != "show":
            marks += [
                Mark(at, at + span.end - span.start, "boilerplate")
                for at, span in joined.places
                if self._sentence_is_furniture(side, span)
            ]
        if self.options.phrase:
            marks += self._hits(number, side, joined.text)
        return marks

    def _hits(self, number: int, side: int, text: str) -> list[Mark]:
        return [
            Mark(start, end, "current-hit" if self.current_hit == (number, side, start) else "hit")
            for start, end in search.find(text, self.options.phrase)
        ]

    def _sentence_is_furniture(self, side: int, span: Span) -> bool:
        sentences = self._analyses[side].document.sentences
        low, high = 0, len(sentences)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if sentences[middle].end <= span.start else (low, middle)
        return low < len(sentences) and self._marks[side][low].boilerplate

    def address(self, number: int, side: int) -> str:
        """The addresses of the sentences of one side that a row is about, as in A.18+A.19."""
        return "+".join(f"{self.letters[side]}.{i + 1}" for i in self.facing(number)[side])

    def _side_by_side(self, number: int, width: int, *, here: bool, fill: tuple[Role, ...]) -> list[Row]:
        text_width, _ = self._columns(width)
        columns = [self._column(number, side, text_width) for side in (0, 1)]
        height = max(len(columns[0]), len(columns[1]), 1)
        glyphs = self.glyphs(number)
        p = self._percent(number)
        made: list[Row] = [] if number == self.visible[0] else [Row(())]
        for line in range(height):
            middle = f" {glyphs[:3]:<3}{p:>2} " if line == 0 else " " * 7
            roles: tuple[Role, ...] = (GLYPH_ROLES.get(glyphs[:1], "dim"),) if line == 0 else ()
            left, right = (self._cell(columns[side], line, text_width, number, side) for side in (0, 1))
            pointer = Piece(">" if here and line == 0 else " ", ("key",))
            made.append(Row((pointer, *left, Piece(middle, roles), *right), number * 10_000 + line, fill))
        return made

    def _percent(self, number: int) -> str:
        group = self.group(number)
        if group.relation in ("left", "right", "same"):
            return ""
        return str(min(99, round(100 * probability(self.table[number], group))))

    def _column(self, number: int, side: int, width: int) -> list[tuple[Piece, ...]]:
        row = self.table[number]
        joined, marks, stands = self._text(number, side)
        if not joined.text:
            return []
        shown = display(joined.text)
        label = "+".join(str(i + 1) for i in (row.b if side else row.a))
        base: tuple[Role, ...] = () if stands else ("dim",)
        lines: list[tuple[Piece, ...]] = []
        if not stands:
            lines.append((Piece("     "), Piece(shorten(self._moved_note(number, side), width), ("moved",))))
        if len(label) > 4:
            lines.append((Piece(f"{label} "[: width + 5], ("dim",)),))
            label = ""
        item = number * 2 + side if stands else -1
        for start, end in wrap(shown, max(10, width)):
            gutter = Piece(f"{label:>4} ", ("dim",))
            lines.append((gutter, *pieces(shown, start, end, marks, base, item)))
            label = ""
        return lines

    def _moved_note(self, number: int, side: int) -> str:
        row = self.table[number]
        where = self.address(number, side)
        later = row.partner is not None and row.partner > number
        return f"{'~' if row.moved else '='} {where} stands further {'down' if later else 'up'}"

    def _cell(
        self, column: list[tuple[Piece, ...]], line: int, width: int, number: int, side: int
    ) -> tuple[Piece, ...]:
        total = width + 5
        if line < len(column):
            found = column[line]
        elif column:
            found = ()
        else:
            found = (Piece("    "), Piece("┊" if line == 0 else " ", ("filler",)))
        used = sum(cell_width(piece.text) for piece in found)
        return (*found, Piece(" " * max(0, total - used)))

    def _unified(self, number: int, width: int, *, here: bool, fill: tuple[Role, ...]) -> list[Row]:
        row = self.table[number]
        glyphs = self.glyphs(number)
        role: Role = GLYPH_ROLES.get(glyphs[:1], "dim")
        pointer = Piece(">" if here else " ", ("key",))
        head = Piece(f"{glyphs[:3]:<3} ", (role,))
        one_sided = not (row.a and row.b) and not row.end and row.main
        made: list[Row] = []
        if one_sided or self.is_same(number):
            side = 0 if row.a else 1
            return self._unified_side(number, side, width, pointer, head, fill, label=True)
        note = self._note(number)
        addresses = shorten(f"{self.address(number, 0)} | {self.address(number, 1)}", max(1, width - 6))
        note = shorten(note, max(0, width - 8 - len(addresses)))
        made.append(
            Row(
                (pointer, head, Piece(addresses, ("strong",)), Piece(f"  {note}" if note else "", ("dim",))),
                number * 10_000,
                fill,
            )
        )
        for side in (0, 1):
            mark = Piece("<" if side == 0 else ">", ("left" if side == 0 else "right",))
            made += self._unified_side(number, side, width, Piece(" "), mark, fill, label=False)
        return made

    def _note(self, number: int) -> str:
        row = self.table[number]
        group = self.group(number)
        notes: list[str] = []
        if row.end or not row.main:
            side = 1 if row.a else 0
            notes.append(self._moved_note(number, side)[2:])
        if row.split and len(group.a) != len(group.b):
            notes.append(
                f"{_count(len(group.a))} in {self.letters[0]}, {_count(len(group.b))} in {self.letters[1]}"
            )
        if group.relation == "partial":
            notes.append("partly the same")
        notes = [*(conflict.message for conflict in self.conflicts(number)), *notes]
        return "; ".join(notes)

    def _unified_side(
        self,
        number: int,
        side: int,
        width: int,
        pointer: Piece,
        head: Piece,
        fill: tuple[Role, ...],
        *,
        label: bool,
    ) -> list[Row]:
        joined, marks, stands = self._text(number, side)
        shown = display(joined.text)
        address = self.address(number, side) + "  " if label else ""
        indent = 5
        room = max(10, width - indent - 1)
        base: tuple[Role, ...] = () if stands else ("dim",)
        item = number * 2 + side if stands else -1
        made: list[Row] = []
        first = max(1, room - len(address))
        spans = wrap(shown, room)
        if address and spans:
            start, end = wrap(shown, first)[0] if first >= 10 else (0, 0)
            rest = end
            while rest < len(shown) and shown[rest] == " ":
                rest += 1
            tail = (
                [(low + rest, high + rest) for low, high in wrap(shown[rest:], room)]
                if rest < len(shown)
                else []
            )
            spans = [(start, end), *tail]
        for line, (start, end) in enumerate(spans):
            if line == 0:
                begin = (pointer, Piece(head.text.ljust(4)[:4], head.roles), Piece(address, ("strong",)))
            else:
                begin = (Piece(" "), Piece("    "), Piece(""))
            offset = number * 10_000 + 5_000 * side + line
            made.append(Row((*begin, *pieces(shown, start, end, marks, base, item)), offset, fill))
        return made


def _inside(joined: Pieces, span: Span, role: Role) -> list[Mark]:
    """Place a document span in the joined text of a row."""
    return [
        Mark(
            max(span.start, place.start) - place.start + at, min(span.end, place.end) - place.start + at, role
        )
        for at, place in joined.places
        if span.start < place.end and span.end > place.start
    ]


def _count(number: int) -> str:
    return "one sentence" if number == 1 else f"{number} sentences"
