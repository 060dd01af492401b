"""The reading pane: the sentences of one article, or its flowing paragraphs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from seedreader.app.marks import GLYPHS, UNSURE_GLYPH, Role
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.rows import Mark, Piece, Row, pieces
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import display, wrap
from seedreader.engine import analysis
from seedreader.engine.analysis import SentenceMarks
from seedreader.engine.model import Document, Sentence
from seedreader.store.article import Article

PART_BITS = 20
"""Items are numbered part * 2**20 + index in the part, so that parts need not be split to be in order."""

GUTTER = 4


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How a text is shown."""

    measure: int = 80
    flow: bool = False
    boilerplate: str = "dim"
    quotes: bool = True
    phrase: str = ""


def item_number(part: int, index: int) -> int:
    """Number a sentence or block of a part."""
    return (part << PART_BITS) | index


class TextSource(LineSource):
    """Rows of one article. Cursors are sentences; items are sentences too, or blocks where text flows."""

    def __init__(
        self, article: Article, options: TextOptions, wants: Callable[[int], None] | None = None
    ) -> None:
        self.article = article
        self.options = options
        self._wants = wants or (lambda part: None)
        self._marks: dict[int, tuple[SentenceMarks, ...]] = {}
        self._parts = len(article.load().parts)
        self.hits: Sequence[tuple[int, int]] = ()
        self.current_hit: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self.article.load().text

    def part_ready(self, part: int) -> None:
        """Split a part now; raises ``UnreadableError`` where there is no text."""
        self.article.part(part)

    @cached_property
    def _extent(self) -> tuple[int, int]:
        """Where the text begins and ends, blanks around it left out."""
        first = self.article.part(0)
        return (first.sentences[0].start if first.sentences else 0), len(self.text.rstrip())

    # -- structure ----------------------------------------------------------------------------------------

    def _count(self, part: int) -> int:
        document = self.article.part(part)
        return len(document.blocks if self.options.flow else document.sentences)

    def sentence(self, cursor: int) -> Sentence:
        """The sentence a cursor stands on."""
        return self.article.part(cursor >> PART_BITS).sentences[cursor & ((1 << PART_BITS) - 1)]

    def marks(self, cursor: int) -> SentenceMarks:
        """What a sentence is; unmarked as long as its part is not analysed."""
        part, index = cursor >> PART_BITS, cursor & ((1 << PART_BITS) - 1)
        marks = self._part_marks(part)
        return marks[index] if marks else SentenceMarks(None, ())

    def _part_marks(self, part: int) -> tuple[SentenceMarks, ...]:
        marks = self._marks.get(part)
        if marks is None:
            if not self.article.is_analysed(part):
                self._wants(part)
                return ()
            marks = self._marks[part] = analysis.by_sentence(self.article.part_analysis(part))
        return marks

    def cursor_at(self, offset: int) -> int | None:
        """The sentence that holds an offset of the text, or the next one behind it."""
        parts = self.article.load().parts
        for number, part in enumerate(parts):
            if offset < part.end or number == len(parts) - 1:
                sentences = self.article.part(number).sentences
                low, high = 0, len(sentences)
                while low < high:
                    middle = (low + high) // 2
                    low, high = (middle + 1, high) if sentences[middle].end <= offset else (low, middle)
                if sentences:
                    return item_number(number, min(low, len(sentences) - 1))
        return None

    def first(self) -> int | None:
        """The first visible item."""
        return self._search(0, -1, 1)

    def last(self) -> int | None:
        """The last visible item."""
        return self._search(self._parts - 1, self._count(self._parts - 1), -1)

    def after(self, item: int) -> int | None:
        """The visible item behind another."""
        return self._search(item >> PART_BITS, item & ((1 << PART_BITS) - 1), 1)

    def before(self, item: int) -> int | None:
        """The visible item in front of another."""
        return self._search(item >> PART_BITS, item & ((1 << PART_BITS) - 1), -1)

    def _search(self, part: int, index: int, step: int) -> int | None:
        while True:
            index += step
            while not 0 <= index < self._count(part):
                part += step
                if not 0 <= part < self._parts:
                    return None
                index = 0 if step > 0 else self._count(part) - 1
            if not self._is_hidden(part, index):
                return item_number(part, index)

    def _is_hidden(self, part: int, index: int) -> bool:
        if self.options.boilerplate != "hide":
            return False
        marks = self._part_marks(part)
        if not marks:
            return False
        if not self.options.flow:
            return marks[index].boilerplate
        return all(mark.boilerplate for s, mark in self._of_block(part, index))

    def _of_block(self, part: int, block: int) -> list[tuple[Sentence, SentenceMarks]]:
        marks = self._part_marks(part)
        empty = SentenceMarks(None, ())
        sentences = self.article.part(part).sentences
        return [(s, marks[s.n - 1] if marks else empty) for s in sentences if s.block == block]

    def item_of(self, cursor: int) -> int:
        """The item that shows a sentence."""
        if not self.options.flow:
            return cursor
        return item_number(cursor >> PART_BITS, self.sentence(cursor).block)

    def next_cursor(self, cursor: int, step: int) -> int | None:
        """The visible sentence next to another; -1 stands in front of the first."""
        part, index = (0, -1) if cursor < 0 else (cursor >> PART_BITS, cursor & ((1 << PART_BITS) - 1))
        while True:
            index += step
            while not 0 <= index < len(self.article.part(part).sentences):
                part += step
                if not 0 <= part < self._parts:
                    return None
                index = 0 if step > 0 else len(self.article.part(part).sentences) - 1
            found = item_number(part, index)
            if self.options.boilerplate != "hide" or not self.marks(found).boilerplate:
                return found

    def first_cursor(self) -> int | None:
        """The first visible sentence."""
        return self.next_cursor(-1, 1)

    def last_cursor(self) -> int | None:
        """The last visible sentence."""
        last = self._parts - 1
        return self.next_cursor(item_number(last, len(self.article.part(last).sentences)), -1)

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down in the text a row is, by characters."""
        part, index = item >> PART_BITS, item & ((1 << PART_BITS) - 1)
        document = self.article.part(part)
        span = document.blocks[index] if self.options.flow else document.sentences[index]
        at = span.start + (span.end - span.start) * row / max(1, rows)
        begin, end = self._extent
        return min(1.0, max(0.0, (at - begin) / max(1, end - begin)))

    def at_share(self, share: float) -> int | None:
        """The item at a share of the text."""
        cursor = self.cursor_at(int(share * len(self.article.load().text)))
        return None if cursor is None else self.item_of(cursor)

    # -- rows ---------------------------------------------------------------------------------------------

    def _left(self, width: int) -> tuple[int, int]:
        """Return blank cells on the left and the width of the text: centred, at most the measure wide."""
        room = width - GUTTER - 1
        measure = max(10, min(room, self.options.measure))
        return max(0, (room - measure) // 2), measure

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
            gutter = (Piece(">" if here else " ", ("key",)), Piece(f" {glyph} ", self._glyph_roles(glyph)))
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

    def _gutter(self, marks: SentenceMarks, *, first: bool, cursor: bool) -> tuple[Piece, Piece]:
        glyph = self._glyph(marks)
        return Piece(">" if cursor and first else " ", ("key",)), Piece(
            f" {glyph} ", self._glyph_roles(glyph)
        )

    def _glyph(self, marks: SentenceMarks) -> str:
        if marks.furniture and self.options.boilerplate != "show":
            return GLYPHS["boilerplate"] if marks.boilerplate else UNSURE_GLYPH
        if self.options.quotes and any(q.type in ("direct", "mixed", "indirect") for q in marks.quotes):
            return GLYPHS["quote"]
        return " "

    def _glyph_roles(self, glyph: str) -> tuple[Role, ...]:
        return ("quote",) if glyph == GLYPHS["quote"] else ("dim",)

    def _styles_of(
        self, start: int, end: int, inside: Sequence[tuple[Sentence, SentenceMarks]]
    ) -> list[Mark]:
        """Marks of a stretch of the text, offsets from ``start``."""
        marks: list[Mark] = []
        seen: set[tuple[int, int]] = set()
        for sentence, mark in inside:
            if self.options.boilerplate != "show" and mark.boilerplate:
                marks.append(Mark(sentence.start - start, sentence.end - start, "boilerplate"))
            if self.options.quotes:
                for quote in mark.quotes:
                    if (quote.start, quote.end) not in seen:
                        seen.add((quote.start, quote.end))
                        marks.append(Mark(quote.start - start, quote.end - start, "quote"))
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

    def _part_of(self, offset: int) -> int:
        parts = self.article.load().parts
        return next((number for number, part in enumerate(parts) if offset < part.end), len(parts) - 1)

    # -- copying ------------------------------------------------------------------------------------------

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The original text between two places."""
        text = self.article.load().text
        begin, finish = self._absolute(*start), self._absolute(*end)
        return text[begin:finish]

    def _absolute(self, item: int, offset: int) -> int:
        part, index = item >> PART_BITS, item & ((1 << PART_BITS) - 1)
        document = self.article.part(part)
        spans = document.blocks if self.options.flow else document.sentences
        span = spans[min(index, len(spans) - 1)]
        return min(span.end, span.start + offset)

    def number(self, cursor: int) -> int | None:
        """The number of a sentence in the whole text, ``None`` while parts before it are not split."""
        part = cursor >> PART_BITS
        if not all(self.article.is_split(number) for number in range(part)):
            return None
        before = sum(len(self.article.part(number).sentences) for number in range(part))
        return before + self.sentence(cursor).n

    def number_now(self, cursor: int) -> int:
        """The number of a sentence in the whole text, the parts before it split for that."""
        for part in range(cursor >> PART_BITS):
            self.article.part(part)
        return self.number(cursor) or self.sentence(cursor).n

    def total(self) -> int | None:
        """How many sentences there are, ``None`` while parts are not split."""
        if not all(self.article.is_split(number) for number in range(self._parts)):
            return None
        return sum(len(self.article.part(number).sentences) for number in range(self._parts))

    def hidden(self) -> int:
        """How many sentences are hidden as boilerplate, of the parts that are analysed."""
        if self.options.boilerplate != "hide":
            return 0
        marked = [part for part in range(self._parts) if self.article.is_analysed(part)]
        if not self.options.flow:
            return sum(mark.boilerplate for part in marked for mark in self._part_marks(part))
        blocks = [
            [mark.boilerplate for _, mark in self._of_block(part, block)]
            for part in marked
            for block in range(len(self.article.part(part).blocks))
        ]
        return sum(len(block) for block in blocks if all(block))


def _row_end(row: Row) -> int:
    last = row.pieces[-1]
    return last.offset + len(last.text)


class TextView(LineView):
    """The pane of one article's text."""
