"""One article of the set: read, split and marked only as far as it is asked for."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from seedreader.engine import addresses, documents
from seedreader.engine import analysis as marking
from seedreader.engine.analysis import Figures
from seedreader.engine.documents import Given
from seedreader.engine.model import Analysis, Diagnostic, Document, Format, Span
from seedreader.engine.sanitize import Sanitized, plain
from seedreader.store import kinds, reading, setting
from seedreader.store.inside import Inside
from seedreader.store.reading import Decoded, UnreadableError
from seedreader.store.recurrence import Recurrence

DETECT = "detect"
"""What to reload an article with so that its encoding is found anew."""

_DEFINED_BELOW = re.compile(r"\](?!\()")
"""What in Markdown may be a link that is defined anywhere below: its text is not known from the beginning alone."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The text of an article and how it came to be."""

    sanitized: Sanitized
    encoding: str
    diagnostics: tuple[Diagnostic, ...]
    parts: tuple[Span, ...]
    modified: float | None
    style: Format
    given: Given

    @property
    def text(self) -> str:
        """The sanitized text."""
        return self.sanitized.text


class _Marked(NamedTuple):
    """A part with its marks, and what was known of recurring lines, and said by the reader, when they were made."""

    version: int
    recurring: frozenset[int]
    verdicts: frozenset[tuple[Span, bool]]
    analysis: Analysis


class Article:
    """An article with its letter; what was computed is kept until ``release``.

    The marks follow ``recurrence``, which articles of one set share: a line that stands in others too is likelier
    to be furniture, and is marked so from the moment on in which the other article is read.

    Every method that needs the text raises ``UnreadableError`` when there is none;
    ``trouble`` keeps the reason.
    """

    def __init__(
        self,
        index: int,
        path: Path | None,
        name: str,
        given: Decoded | None = None,
        recurrence: Recurrence | None = None,
        inside: Inside | None = None,
    ) -> None:
        self.index = index
        self.path = path
        self.inside = inside
        self.name = plain(name)
        self.trouble: str | None = None
        self.written: Format | None = None
        self.encoding_chosen: str | None = None
        self.title_known: str | None = None
        self.rough_words: int | None = None
        self._given = given
        self._recurrence = recurrence or Recurrence()
        self._figures: Figures | None = None
        self._figures_now: tuple[int, Figures] | None = None
        self._loaded: Loaded | None = None
        self._documents: dict[int, Document] = {}
        self._analyses: dict[int, Analysis] = {}
        self._marked: dict[int, _Marked] = {}
        self._verdicts: dict[int, dict[Span, bool]] = {}
        self._overruled = 0
        self._profile: Counter[str] | None = None
        self._head: Article | None = None

    @property
    def letter(self) -> str:
        """The letter of the article in this run."""
        return addresses.letter(self.index)

    @property
    def style(self) -> Format:
        """How the text is written: as was found when it was read, else as the file's name says."""
        if self.written is not None:
            return self.written
        return self._loaded.style if self._loaded is not None else kinds.style(self._called)

    @property
    def _called(self) -> str:
        """The name that may tell how the text is written; a row of a table has none."""
        if self.inside is not None and self.inside.row is not None:
            return ""
        return (self.inside and self.inside.member) or (self.path.name if self.path else "")

    @property
    def shown_path(self) -> str:
        """The path as the user would name it, safe to print, with where in the file the article lies."""
        if self.path is None:
            return "-"
        member, row = self.inside or (None, None)
        return plain(f"{self.path}{f'/{member}' if member else ''}{f':{row.number}' if row else ''}")

    def head(self) -> "Article":
        """The article, or where its file is large and not read yet, one that has only the beginning of it.

        Addresses and offsets of the two are the same, so that the beginning can be shown while the rest is read.
        """
        if self._loaded is not None or self.path is None or self.trouble is not None:
            return self
        if self.inside is not None or self.encoding_chosen is not None or self.style == "html":
            return self
        if self._head is None:
            beginning = reading.beginning(self.path)
            if beginning is None or (self.style == "markdown" and _DEFINED_BELOW.search(beginning.text)):
                return self
            self._head = Article(self.index, None, self.name, beginning)
            self._head.written = self.style
        return self._head

    @property
    def is_whole(self) -> bool:
        """Whether the text was read already, all of it."""
        return self._loaded is not None

    def load(self) -> Loaded:
        """Read and sanitize the file, once."""
        if self._loaded is None:
            if self.trouble is not None:
                raise UnreadableError(self.trouble)
            try:
                decoded = self._given or reading.read(self._file(), self.inside, self.encoding_chosen)
                modified = self._file().stat().st_mtime if self.path else None
            except UnreadableError as error:
                self.trouble = str(error)
                raise
            except OSError as error:
                self.trouble = (error.strerror or str(error)).lower()
                raise UnreadableError(self.trouble) from None
            style = self.written or decoded.style or kinds.style(self._called, decoded.text)
            clean, given = setting.set_out(decoded, style)
            if not clean.text.strip():
                self.trouble = "there is nothing to see in it"
                raise UnreadableError(self.trouble)
            notes = (*decoded.diagnostics, *clean.diagnostics(), *given.notes)
            parts = documents.cut(clean.text)
            self._loaded = Loaded(clean, decoded.encoding, notes, parts, modified, style, given)
        return self._loaded

    def part(self, number: int) -> Document:
        """Split one part of the text into blocks and sentences."""
        found = self._documents.get(number)
        if found is None:
            loaded = self.load()
            found = documents.read_part(loaded.text, loaded.parts[number], loaded.given)
            self._documents[number] = found
        return found

    @property
    def version(self) -> int:
        """A number that grows whenever marks may have become others: other articles were read, the reader overruled."""
        return self._recurrence.version(self.index) + self._overruled

    def part_analysis(self, number: int) -> Analysis:
        """Mark furniture and quotations of one part; the same object as long as the marks are the same."""
        alone = self._analyses.get(number)
        if alone is None:
            alone = marking.analyse(self.part(number), self.load().parts[number])
            self._analyses[number] = alone
            self._recurrence.add(self.index, number, marking.traces(alone))
            if len(self.load().parts) == 1:
                self._figures = marking.figures(alone)
        marked, version = self._marked.get(number), self.version
        if marked is None or marked.version != version:
            recurring = self._recurrence.recurring(self.index, number)
            verdicts = frozenset(self._verdicts.get(number, {}).items())
            if marked is None or (marked.recurring, marked.verdicts) != (recurring, verdicts):
                found = marking.with_verdicts(marking.with_recurring(alone, recurring), dict(verdicts))
                marked = _Marked(version, recurring, verdicts, found)
            marked = self._marked[number] = marked._replace(version=version)
        return marked.analysis

    def overrule(self, number: int, span: Span) -> bool | None:
        """Say that a sentence of a part is furniture, or none, other than the program says; at last take that back.

        Of what is perhaps furniture first one is said, then the other. Returns what it is now by the reader's word,
        ``None`` where it is as the program has it.
        """
        self.part_analysis(number)
        kept = self._marked[number]
        found = marking.by_sentence(marking.with_recurring(self._analyses[number], kept.recurring))
        starts = [sentence.start for sentence in self.part(number).sentences]
        mark = found[starts.index(span.start)].furniture
        to_say = [True] if mark is None else [False] if mark.tier == "sure" else [True, False]
        verdicts = self._verdicts.setdefault(number, {})
        if span in verdicts:
            to_say = to_say[to_say.index(verdicts.pop(span)) + 1 :]
        self._overruled += 1
        if not to_say:
            return None
        verdicts[span] = to_say[0]
        return to_say[0]

    def _overruled_words(self) -> int:
        """How many words more are sure furniture because the reader said so."""
        more = 0
        for number, verdicts in self._verdicts.items():
            if number in self._analyses:
                alone = self._analyses[number]
                judged = marking.with_verdicts(alone, verdicts)
                more += marking.figures(judged).furniture_words - marking.figures(alone).furniture_words
        return more

    def is_split(self, number: int) -> bool:
        """Whether a part has its sentences already."""
        return number in self._documents

    def is_analysed(self, number: int) -> bool:
        """Whether a part has its marks already."""
        return number in self._analyses

    def document(self) -> Document:
        """The whole text with blocks and sentences."""
        loaded = self.load()
        return documents.join(loaded.text, [self.part(i) for i in range(len(loaded.parts))])

    def analysis(self) -> Analysis:
        """The whole text with its marks."""
        parts = [self.part_analysis(i) for i in range(len(self.load().parts))]
        if len(parts) == 1:
            return parts[0]
        whole = marking.join(self.document(), parts)
        if self._figures is None:
            counted = marking.figures(whole)
            alone = counted.furniture_words - self._recurrence.more_words(self.index)
            self._figures = replace(counted, furniture_words=alone)
        return whole

    @property
    def figures_known(self) -> Figures | None:
        """Counts of the whole article, where it was marked already."""
        if self._figures is None:
            return None
        version = self.version
        if self._figures_now is None or self._figures_now[0] != version:
            words = self._figures.furniture_words + self._recurrence.more_words(self.index)
            words = max(0, words + self._overruled_words())
            self._figures_now = (version, replace(self._figures, furniture_words=words))
        return self._figures_now[1]

    def figures(self) -> Figures:
        """Counts of the whole article."""
        return self.figures_known or marking.figures(self.analysis())

    def title(self) -> str:
        """The title on one line."""
        if self.title_known is None:
            loaded = self.load()
            self.title_known = self._shown(documents.title(loaded.text, loaded.given))
        return self.title_known

    def profile(self) -> Counter[str]:
        """Word counts for nearness, of what is not furniture in the first part."""
        if self._profile is None:
            from seedreader.engine import nearest

            marked = self.part_analysis(0)
            body = [
                marked.document.slice(sentence)
                for sentence, marks in zip(
                    marked.document.sentences, marking.by_sentence(marked), strict=True
                )
                if not marks.boilerplate
            ]
            self._profile = nearest.profile(" ".join(body))
        return self._profile

    def count_roughly(self) -> None:
        """Estimate the words of a long text without splitting it."""
        self.rough_words = self.load().text.count(" ")

    def release(self) -> None:
        """Forget the text and what was made of it; title, figures and profile stay known."""
        if self.path is not None:
            self._loaded = None
            self._documents.clear()
            self._analyses.clear()
            self._marked.clear()

    def reload(self, encoding: str | None = None) -> None:
        """Read the file anew when it is next needed, in another encoding if one is given, kept from then on.

        ``DETECT`` goes back to finding the encoding; raises ``LookupError`` for an encoding that is not known.
        """
        if encoding is not None:
            self.encoding_chosen = None if encoding == DETECT else codecs.lookup(encoding).name
        self.release()
        self._recurrence.forget(self.index)
        self._verdicts.clear()
        self.trouble = self.title_known = self.rough_words = None
        self._profile = self._head = self._figures = self._figures_now = None

    def changed_on_disk(self) -> bool:
        """Whether the file was written or removed since it was read."""
        if self.path is None or self._loaded is None:
            return False
        try:
            return self.path.stat().st_mtime != self._loaded.modified
        except OSError:
            return True

    def _file(self) -> Path:
        if self.path is None:
            raise UnreadableError("it came from standard input, which can be read only once")
        return self.path

    def _shown(self, title: str) -> str:
        return " ".join(plain(title).split()) or self.name
