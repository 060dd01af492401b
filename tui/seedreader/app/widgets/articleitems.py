"""The sentences and blocks of one article as a pane walks through them: order, numbers, what is hidden."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from seedreader.app.widgets.rows import Mark
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.support import Support
from seedreader.engine import analysis
from seedreader.engine.analysis import SentenceMarks
from seedreader.engine.model import Analysis, Sentence
from seedreader.store.article import Article

PART_BITS = 20
"""Items are numbered part * 2**20 + index in the part, so that parts need not be split to be in order."""


QUOTE_MODES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "all": frozenset(("direct", "mixed", "scare", "title", "indirect")),
        "quotations": frozenset(("direct", "mixed", "scare", "title")),
        "none": frozenset(),
    }
)
"""Names of the ways to mark quotations, and the types that each marks."""

SPOKEN = ("direct", "mixed")
"""Types in which somebody speaks in marks."""


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How a text is shown."""

    measure: int = 80
    flow: bool = False
    boilerplate: str = "dim"
    quotes: str = "all"
    phrase: str = ""
    support: bool = True

    @property
    def marked_types(self) -> frozenset[str]:
        """The types of quotations that are marked."""
        return QUOTE_MODES[self.quotes]


def item_number(part: int, index: int) -> int:
    """Number a sentence or block of a part."""
    return (part << PART_BITS) | index


class ArticleItems(LineSource):
    """Rows of one article. Cursors are sentences; items are sentences too, or blocks where text flows."""

    def __init__(
        self, article: Article, options: TextOptions, wants: Callable[[int], None] | None = None
    ) -> None:
        self.article = article
        self.options = options
        self._wants = wants or (lambda part: None)
        self._marks: dict[int, tuple[Analysis, tuple[SentenceMarks, ...]]] = {}
        self._parts = len(article.load().parts)
        self.hits: Sequence[tuple[int, int]] = ()
        self.current_hit: tuple[int, int] | None = None
        self.support: Support | None = None
        self.changes: Callable[[int], Sequence[Mark]] = lambda start: ()
        """Marks of the sentence that begins at an offset, by offsets of the text: what another text words otherwise."""

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
        if not self.article.is_analysed(part):
            self._wants(part)
            return ()
        found = self.article.part_analysis(part)
        known = self._marks.get(part)
        if known is None or known[0] is not found:
            known = self._marks[part] = (found, analysis.by_sentence(found))
        return known[1]

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
