"""The wordings of one utterance: each article's text with what differs from the base, and a table of its words."""

from collections.abc import Sequence

from seedreader.app.marks import Role, change_roles
from seedreader.app.widgets.rows import Mark, Piece, Row, pieces
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import cell_width, display, pad, shorten, wrap
from seedreader.engine.model import Analysis
from seedreader.engine.pairs import WordChange
from seedreader.engine.utterances import Utterance, Variant, WordRow, changes, word_table

_INDENT = 5
_MEASURE = 84
_COLUMN = 14
_WORD = 16
_MOST_CONTEXT = 300
"""Characters of a sentence that are shown on either side of a wording that is a part of it."""


class VariantSource(LineSource):
    """Rows of an utterance: an item for each variant, then one for the table of words.

    ``letters`` and ``analyses`` are those of the set. The cursor stands on variants only.
    """

    def __init__(self, utterance: Utterance, analyses: Sequence[Analysis], letters: Sequence[str]) -> None:
        self.utterance = utterance
        self._analyses = analyses
        self._letters = letters
        self._changes: dict[int, tuple[WordChange, ...]] = {}
        self._table: tuple[WordRow, ...] | None = None

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The wordings, in the order of the articles."""
        return self.utterance.variants

    @property
    def _count(self) -> int:
        return len(self.variants) + (1 if len(self.variants) > 1 else 0)

    def first(self) -> int | None:
        """The first wording."""
        return 0 if self.variants else None

    def last(self) -> int | None:
        """The table of words, or the only wording."""
        return self._count - 1 if self.variants else None

    def after(self, item: int) -> int | None:
        """What stands behind an item."""
        return item + 1 if item + 1 < self._count else None

    def before(self, item: int) -> int | None:
        """What stands in front of an item."""
        return item - 1 if item > 0 else None

    def next_cursor(self, cursor: int, step: int) -> int | None:
        """The next or previous wording."""
        target = cursor + step
        return target if 0 <= target < len(self.variants) else None

    def last_cursor(self) -> int | None:
        """The last wording."""
        return len(self.variants) - 1 if self.variants else None

    def cursor_of(self, item: int, row: int, width: int) -> int:
        """The wording that was clicked; the table leads to the last one."""
        return min(item, len(self.variants) - 1)

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is."""
        return (item + row / max(1, rows)) / max(1, self._count)

    def at_share(self, share: float) -> int | None:
        """The item at a share of the whole."""
        return min(self._count - 1, int(share * self._count)) if self.variants else None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """The rows of a wording: whose it is, its text with what differs, and that in words; or of the table."""
        if item == len(self.variants):
            return self._table_rows(width)
        variant = self.variants[item]
        here = item == cursor
        fill: tuple[Role, ...] = (("cursor" if focused else "cursor-blurred"),) if here else ()
        made: list[Row] = [] if item == 0 else [Row(())]
        pointer = Piece(">" if here else " ", ("key",))
        address = Piece(f"{self._letters[variant.article]}.{variant.sentence}", ("strong",))
        is_base = item == self.utterance.base and len(self.variants) > 1
        told = "* base" if is_base else "" if len(self.variants) == 1 else variant.drift
        made.append(Row((pointer, address, Piece(f"  {told}", ("key",) if is_base else ("dim",))), 0, fill))
        room = max(10, min(_MEASURE, width - _INDENT - 1))
        start, text, marks = self._text(item)
        blank = Piece(" " * _INDENT)
        for low, high in wrap(text, room):
            made.append(Row((blank, *pieces(text, low, high, marks, (), item, start)), low, fill))
        for note in variant.notes if not is_base else ():
            made += [
                Row((blank, Piece(note[low:high], ("dim",))), -1, fill) for low, high in wrap(note, room)
            ]
        return made

    def _text(self, item: int) -> tuple[int, str, list[Mark]]:
        """Where the shown text begins in its document, the text, and its marks by offsets in it."""
        variant = self.variants[item]
        document = self._analyses[variant.article].document
        sentence = document.sentences[variant.sentence - 1]
        start, end = min(sentence.start, variant.start), max(sentence.end, variant.end)
        if variant.start - start > _MOST_CONTEXT:
            blank = document.text.find(" ", variant.start - _MOST_CONTEXT, variant.start)
            start = blank + 1 if blank >= 0 else variant.start
        if end - variant.end > _MOST_CONTEXT:
            blank = document.text.rfind(" ", variant.end, variant.end + _MOST_CONTEXT)
            end = blank if blank >= 0 else variant.end
        marks = [Mark(0, variant.start - start, "dim")] if start < variant.start else []
        if variant.end < end:
            marks.append(Mark(variant.end - start, end - start, "dim"))
        marks += [Mark(span.start - start, span.end - start, "quote") for span in variant.quoted]
        for change in self._changes_of(item):
            marks += [Mark(change.start - start, change.end - start, role) for role in change_roles(change)]
        return start, display(document.text[start:end]), marks

    def _changes_of(self, item: int) -> tuple[WordChange, ...]:
        found = self._changes.get(item)
        if found is None:
            found = ()
            if item != self.utterance.base:
                every = changes(self.utterance, self._analyses, item)
                found = tuple(
                    change for change in every if change.side == "b" and change.grade != "punctuation"
                )
            self._changes[item] = found
        return found

    def _table_rows(self, width: int) -> list[Row]:
        """Which wording has which words of content: a row per word, a column per wording."""
        if self._table is None:
            self._table = word_table(self.utterance, self._analyses)
        columns = max(1, min(len(self.variants), (width - _WORD - 2) // 5))
        room = max(4, min(_COLUMN, (width - _WORD - 2) // columns - 1))
        names = [
            f"{self._letters[variant.article]}.{variant.sentence}" for variant in self.variants[:columns]
        ]
        made = [Row(()), Row((Piece(" words", ("strong",)),))]
        head = Piece(" " + " " * _WORD + " ", ("dim",))
        made.append(Row((head, *(Piece(pad(name, room) + " ", ("dim",)) for name in names))))
        for row in self._table:
            cells = [self._cell(row, at, room) for at in range(columns)]
            made.append(Row((Piece(" " + pad(row.word, _WORD) + " "), *cells)))
        return made

    def _cell(self, row: WordRow, at: int, room: int) -> Piece:
        cell = row.cells[at]
        base = row.cells[self.utterance.base]
        if cell is None:
            return Piece(pad("·", room) + " ", ("dim",))
        if base is None:
            return Piece(pad("added" if cell_width(cell) > room else "x", room) + " ", ("changed-right",))
        if cell.lower() == base.lower():
            return Piece(pad("x", room) + " ")
        return Piece(pad(shorten(cell, room), room) + " ", ("changed-right",))

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The words of the wordings between two places, a line for each."""
        texts: list[str] = []
        for item in range(start[0], min(end[0], len(self.variants) - 1) + 1):
            variant = self.variants[item]
            text = self._analyses[variant.article].document.text
            shown, content, _ = self._text(item)
            low = start[1] if item == start[0] else shown
            high = end[1] if item == end[0] else shown + len(content)
            texts.append(text[low:high])
        return "\n".join(texts)
