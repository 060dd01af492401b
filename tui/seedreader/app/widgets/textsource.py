"""The rows of one article: wrapped sentences or paragraphs with gutter and marks."""

from bisect import bisect_left
from collections.abc import Sequence

from seedreader.app.marks import GLYPHS, UNSURE_GLYPH, Role
from seedreader.app.widgets.articleitems import PART_BITS, SPOKEN, ArticleItems, item_number
from seedreader.app.widgets.rows import Mark, Piece, Row, pieces
from seedreader.app.widgets.wrap import display, wrap
from seedreader.engine.analysis import SentenceMarks
from seedreader.engine.model import Document, Sentence

GUTTER = 4

_GLYPH_ROLES: dict[str, tuple[Role, ...]] = {
    GLYPHS["quote"]: ("quote",),
    GLYPHS["reported"]: ("reported",),
}


class TextSource(ArticleItems):
    """Rows of one article. Cursors are sentences; items are sentences too, or blocks where text flows."""

    def _left(self, width: int) -> tuple[int, int]:
        """Return blank cells on the left and the width of the text: centred, at most the measure wide."""
        room = width - GUTTER - self._support_width - 1
        measure = max(10, min(room, self.options.measure))
        return max(0, (room - measure) // 2), measure

    @property
    def _support_width(self) -> int:
        return self.support.width if self.support is not None and self.options.support else 0

    def _supported(self, number: int | None, *, first: bool) -> tuple[Piece, ...]:
        if self.support is None or not self.options.support:
            return ()
        return self.support.pieces(number) if first else (Piece(" " * self.support.width),)

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """The rows of a sentence or paragraph, a blank row in front of each paragraph."""
        part, index = item >> PART_BITS, item & ((1 << PART_BITS) - 1)
        document = self.article.part(part)
        left, measure = self._left(width)
        if self.options.flow:
            return self._paragraph(part, index, document, left, measure, cursor, focused=focused)
        sentence = document.sentences[index]
        rows: list[Row] = []
        if (part or index) and (index == 0 or document.sentences[index - 1].block != sentence.block):
            rows.append(Row(()))
        marks = self.marks(item)
        here = item == cursor
        shown = display(document.slice(sentence))
        styles = self._styles_of(sentence.start, sentence.end, [(sentence, marks)])
        for number, (start, end) in enumerate(wrap(shown, measure)):
            gutter = self._gutter(marks, first=number == 0, cursor=here)
            if self._support_width:
                gutter += self._supported(self.number(item), first=number == 0 and not marks.boilerplate)
            body = pieces(shown, start, end, styles, (), item)
            rows.append(
                Row((Piece(" " * left), *gutter, *body), start, self._fill(focused=focused) if here else ())
            )
        return rows

    def _paragraph(
        self,
        part: int,
        index: int,
        document: Document,
        left: int,
        measure: int,
        cursor: int | None,
        *,
        focused: bool,
    ) -> list[Row]:
        block = document.blocks[index]
        inside = self._of_block(part, index)
        shown = display(document.slice(block))
        styles = self._styles_of(block.start, block.end, inside)
        current = self.sentence(cursor) if cursor is not None and cursor >> PART_BITS == part else None
        item = item_number(part, index)
        rows: list[Row] = [Row(())] if part or index else []
        if current is not None and current.block == index:
            role = self._fill(focused=focused)[0]
            styles = [*styles, Mark(current.start - block.start, current.end - block.start, role)]
        for start, end in wrap(shown, measure):
            touched = [
                (s, m) for s, m in inside if s.start < block.start + end and s.end > block.start + start
            ]
            glyph = next((g for s, m in touched if (g := self._glyph(m)).strip()), " ")
            here = current is not None and any(s is current for s, _ in touched)
            gutter: tuple[Piece, ...] = (
                Piece(">" if here else " ", ("key",)),
                Piece(f" {glyph} ", self._glyph_roles(glyph)),
            )
            gutter += (Piece(" " * self._support_width),) if self._support_width else ()
            rows.append(
                Row((Piece(" " * left), *gutter, *pieces(shown, start, end, styles, (), item)), start)
            )
        return rows

    def first_row_of(self, cursor: int, width: int) -> tuple[int, int]:
        """First and last row of a sentence within its item."""
        rows = self.rows(self.item_of(cursor), width, None, focused=False)
        if not self.options.flow:
            return (0 if len(rows) < 2 or rows[0].offset >= 0 else 1), len(rows) - 1
        sentence = self.sentence(cursor)
        document = self.article.part(cursor >> PART_BITS)
        base = document.blocks[sentence.block].start
        inside = [
            number
            for number, row in enumerate(rows)
            if row.offset >= 0 and row.offset < sentence.end - base and _row_end(row) > sentence.start - base
        ]
        return (inside[0], inside[-1]) if inside else (0, 0)

    def cursor_of(self, item: int, row: int, width: int) -> int:
        """The sentence that begins on a row, or goes on there."""
        if not self.options.flow:
            return item
        part, index = item >> PART_BITS, item & ((1 << PART_BITS) - 1)
        document = self.article.part(part)
        rows = self.rows(item, width, None, focused=False)
        offset = document.blocks[index].start + max(0, rows[min(row, len(rows) - 1)].offset)
        for sentence in document.sentences:
            if sentence.block == index and sentence.end > offset:
                return item_number(part, sentence.n - 1)
        return item_number(part, max(0, len(document.sentences) - 1))

    def _fill(self, *, focused: bool) -> tuple[Role, ...]:
        return ("cursor",) if focused else ("cursor-blurred",)

    def _gutter(self, marks: SentenceMarks, *, first: bool, cursor: bool) -> tuple[Piece, ...]:
        glyph = self._glyph(marks)
        return Piece(">" if cursor and first else " ", ("key",)), Piece(
            f" {glyph} ", self._glyph_roles(glyph)
        )

    def _glyph(self, marks: SentenceMarks) -> str:
        if marks.furniture and self.options.boilerplate != "show":
            return GLYPHS["boilerplate"] if marks.boilerplate else UNSURE_GLYPH
        types = {quote.type for quote in marks.quotes} & self.options.marked_types
        if types.intersection(SPOKEN):
            return GLYPHS["quote"]
        return GLYPHS["reported"] if "indirect" in types else " "

    def _glyph_roles(self, glyph: str) -> tuple[Role, ...]:
        return _GLYPH_ROLES.get(glyph, ("dim",))

    def _styles_of(
        self, start: int, end: int, inside: Sequence[tuple[Sentence, SentenceMarks]]
    ) -> list[Mark]:
        """Marks of a stretch of the text, offsets from ``start``."""
        marks: list[Mark] = []
        seen: set[tuple[int, int]] = set()
        for sentence, mark in inside:
            if self.options.boilerplate != "show" and mark.boilerplate:
                marks.append(Mark(sentence.start - start, sentence.end - start, "boilerplate"))
                continue
            for quote in mark.quotes:
                if quote.type in self.options.marked_types and (quote.start, quote.end) not in seen:
                    seen.add((quote.start, quote.end))
                    role: Role = "reported" if quote.type == "indirect" else "quote"
                    marks.append(Mark(quote.start - start, quote.end - start, role))
            changed = self.changes(sentence.start)
            marks += [Mark(low - start, high - start, role) for low, high, role in changed]
        if self.options.boilerplate != "show":
            marks += self._inner_furniture(start, end)
        marks += self._hit_marks(start, end)
        return marks

    def _inner_furniture(self, start: int, end: int) -> list[Mark]:
        """Furniture that is less than a sentence."""
        part = self._part_of(start)
        if not self.article.is_analysed(part):
            return []
        return [
            Mark(max(f.start, start) - start, min(f.end, end) - start, "boilerplate")
            for f in self.article.part_analysis(part).furniture
            if f.tier == "sure" and f.start < end and f.end > start and f.end - f.start < end - start
        ]

    def _hit_marks(self, start: int, end: int) -> list[Mark]:
        marks: list[Mark] = []
        for low, high in self.hits[bisect_left(self.hits, (start, 0)) :]:
            if low >= end:
                break
            role: Role = "current-hit" if (low, high) == self.current_hit else "hit"
            marks.append(Mark(low - start, min(high, end) - start, role))
        return marks


def _row_end(row: Row) -> int:
    last = row.pieces[-1]
    return last.offset + len(last.text)
