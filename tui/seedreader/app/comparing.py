"""Comparing two articles: what the compare pane shows, its filters, hunts, status and evidence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from seedreader.app.hunt import Kind
from seedreader.app.judged import clashing_in
from seedreader.app.widgets.compareitems import CompareOptions
from seedreader.app.widgets.comparesource import CompareSource
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.messages import Lines
from seedreader.app.widgets.wrap import shorten
from seedreader.engine import evidence, search
from seedreader.engine.comparison import Comparison
from seedreader.engine.evidence import Fact
from seedreader.engine.pairs import Ignore
from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_WORDS_FIT = 100
"""Cells from which the status line counts in words."""


def ignoring(ignore: Ignore) -> tuple[tuple[str, bool], ...]:
    """What may be ignored, and whether it is."""
    return (
        ("case", ignore.case),
        ("punctuation", ignore.punctuation),
        ("quote style", ignore.quote_style),
        ("spelling", ignore.spelling),
    )


class Comparing:
    """The Compare view of a screen: its pair and how it is shown."""

    def __init__(self, screen: "MainScreen", options: CompareOptions) -> None:
        self._screen = screen
        self.options = options
        self.pair: tuple[Article, Article] | None = None
        self.compared: Comparison | None = None
        self._whole: Comparison | None = None
        self._found: Comparison | None = None
        self._start: int | None = None
        self._aim: tuple[int, int] | None = None
        self._versions = (0, 0)

    @property
    def view(self) -> LineView:
        """The pane."""
        return self._screen.compare

    @property
    def source(self) -> CompareSource | None:
        """What the pane shows, if it is a comparison."""
        source = self.view.source
        return source if isinstance(source, CompareSource) else None

    @property
    def letters(self) -> tuple[str, str]:
        """The letters of both sides."""
        return (self.pair[0].letter, self.pair[1].letter) if self.pair else ("", "")

    def begin(self, left: Article, right: Article, *, cursor: int | None = None) -> None:
        """Ask for a comparison; it shows when it is done, at its first difference or at the row given."""
        self._start = cursor
        self.pair, self.compared, self._whole = (left, right), None, None
        self.view.show(Lines([(f"Lining up {left.letter} and {right.letter} …", ("dim",))]))
        self.title()
        self._screen.jobs.align(left, right)

    def reset(self, aim: tuple[int, int] | None = None) -> None:
        """Show all rows of what is compared next, and go to two sentences, by their numbers, if some are given."""
        self.options = replace(self.options, only="*", phrase="")
        self._aim = aim

    def ready(self, compared: Comparison) -> None:
        """Show a comparison from its first difference on."""
        self._found, self._versions = compared, self._versions_now()
        judged = self._screen.overviewing.judged
        self._whole = compared = compared.without(judged.cells(self.pair, compared))
        self.options = replace(self.options, dismissed=judged.groups(self.pair, compared))
        self.compared = compared.at_least(self.options.least)
        source = CompareSource(self.compared, self.letters, self.options)
        first = next((number for number in source.visible if source.differs(number)), None)
        start = None if first is None else first * 2
        if self._start is not None and self._start // 2 in source.visible:
            start = self._start
        if self._aim is not None:
            there, self._aim = source.cursor_at(*self._aim), None
            start = start if there is None else there
        self.view.show(source, start)
        if not source.visible:
            self._empty()
        self.title()

    def marked(self) -> None:
        """Line the pair up again where other articles changed what is furniture in it; the place is kept."""
        if self.pair is None or self.compared is None or self._versions == self._versions_now():
            return
        self._versions = self._versions_now()
        left, right = self.pair
        if (left.analysis().furniture, right.analysis().furniture) != (
            self.compared.a.furniture,
            self.compared.b.furniture,
        ):
            self._start = self.view.cursor
            self._screen.jobs.align(left, right)

    def _versions_now(self) -> tuple[int, int]:
        return (self.pair[0].version, self.pair[1].version) if self.pair else (0, 0)

    def failed(self, message: str) -> None:
        """Say why there is no comparison."""
        self.view.show(Lines([(message, ("warning",))]))
        self.title()

    def rebuild(self, **changes: object) -> None:
        """Show the comparison with other options, the row kept where it is still visible."""
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]
        if self.compared is None or self._whole is None:
            return
        if "least" in changes:
            self.compared = self._whole.at_least(self.options.least)
        before, cursor = self.source, self.view.cursor
        source = CompareSource(self.compared, self.letters, self.options)
        row = cursor // 2 if before is not None and cursor is not None else 0
        at = next((number for number in source.visible if number >= row), None)
        if at is None and source.visible:
            at = source.visible[-1]
        self.view.show(source, None if at is None else at * 2)
        if not source.visible:
            self._empty()
        self.title()
        self._screen.tell()

    def _empty(self) -> None:
        names = {
            "<": "only in the left",
            ">": "only in the right",
            "|": "reworded",
            "~": "moved",
            "+": "split or merged",
            "#": "boilerplate",
            "!": "in possible conflict",
        }
        what = names.get(self.options.only, "to show")
        self.view.show(Lines([(f"There is nothing {what} here. * shows all rows.", ("dim",))]))

    def title(self) -> None:
        """Write both articles and the layout into the frame."""
        if self.pair is None:
            return
        left, right = self.pair
        room = max(3, (self.view.size.width - 34) // 2)
        names = [f"{article.letter}  {shorten(Path(article.name).stem, room)}" for article in (left, right)]
        position = self.position()
        self.view.name_it(f" {names[0]} | {names[1]} ", f" {position} " if position else "")

    def position(self) -> str:
        """Which difference the cursor is on, as in "difference 2/11"."""
        source, cursor = self.source, self.view.cursor
        if source is None or cursor is None:
            return ""
        differences = [number for number in source.visible if source.differs(number)]
        if not differences:
            return "no difference"
        number = cursor // 2
        if number in differences:
            return f"difference {differences.index(number) + 1}/{len(differences)}"
        return f"{len(differences)} difference{'s' if len(differences) > 1 else ''}"

    def status(self) -> list[str]:
        """Say what is filtered, and count what there is: in words where there is room, else by glyph."""
        source, compared = self.source, self.compared
        if compared is None or self.pair is None:
            return ["comparing"]
        counts = compared.counts
        left, right = self.letters
        conflicts = counts.get("conflicts", 0)
        named = [
            ("same", "=", counts["same"]),
            ("reworded", "|", counts["reworded"] + counts["partial"]),
            ("moved", "~", counts["moved"]),
            ("split", "+", counts["split"]),
            (f"only {left}", "<", counts["only_a"]),
            (f"only {right}", ">", counts["only_b"]),
            ("boilerplate", "#", counts["boilerplate"]),
        ]
        if conflicts:
            named.insert(0, (f"possible conflict{'s' if conflicts > 1 else ''}", "!", conflicts))
        wide = self._screen.size.width >= _WORDS_FIT
        amounts = "  ".join(f"{name} {n}" if wide else f"{glyph}{n}" for name, glyph, n in named)
        hidden = (source or CompareSource(compared, self.letters, self.options)).hidden()
        notes = [f"{left}|{right}  {amounts}"]
        if hidden:
            notes.insert(0, f"{self._why()}: {hidden} sentence{'s' if hidden != 1 else ''} not shown")
        if self.options.least:
            notes.insert(0, f"links from {round(100 * self.options.least)}%")
        told = [name for name, ignored in ignoring(self.options.ignore) if not ignored]
        if told:
            notes.append(f"{', '.join(told)} told apart")
        cursor = self.view.cursor
        if source is not None and cursor is not None and source.visible:
            notes += [f"! {conflict.message}" for conflict in source.conflicts(cursor // 2)]
        return notes

    def _why(self) -> str:
        if self.options.only != "*":
            return f"only {self.options.only}"
        reasons = ["boilerplate hidden"] if self.options.boilerplate == "hide" else []
        return " and ".join([*reasons, "the same folded"] if self.options.fold else reasons)

    def evidence(self) -> list[Fact]:
        """Say why the sentences under the cursor stand together, or alone."""
        source, cursor, compared = self.source, self.view.cursor, self.compared
        if source is None or cursor is None or compared is None:
            return [evidence.NOTHING]
        row = source.row_of(cursor)
        group = source.group_of(cursor)
        indexes = row.a if group.relation == "left" else row.b
        facts = evidence.of_group(compared, group, self.letters, indexes)
        if source.is_furniture(cursor // 2):
            facts.append(Fact("Boilerplate: it is paired with nothing.", "quiet"))
        return facts

    def sentence_offset(self, side: int) -> int | None:
        """The text offset of the row under the cursor in one of the articles."""
        source, cursor, compared = self.source, self.view.cursor, self.compared
        if source is None or cursor is None or compared is None:
            return None
        indexes = source.facing(cursor // 2)[side]
        document = (compared.b if side else compared.a).document
        return document.sentences[indexes[0]].start if indexes else None

    def citation(self) -> str:
        """Both sides of the row under the cursor with where they are from."""
        source, cursor, compared = self.source, self.view.cursor, self.compared
        if source is None or cursor is None or compared is None or self.pair is None:
            return ""
        lines: list[str] = []
        for side, (article, marked, indexes) in enumerate(
            zip(self.pair, (compared.a, compared.b), source.facing(cursor // 2), strict=True)
        ):
            if indexes:
                text = " ".join(marked.document.slice(marked.document.sentences[i]) for i in indexes)
                where = source.address(cursor // 2, side)
                lines.append(f"{' '.join(text.split())}\n({where}, {article.title()}, {article.shown_path})")
        return "\n\n".join(lines)

    # -- hunting ------------------------------------------------------------------------------------------

    def find(self, phrase: str) -> int:
        """Mark every place of a phrase; return how many visible rows have it."""
        self.options = replace(self.options, phrase=phrase)
        source = self.source
        if source is None:
            return 0
        source.options = self.options
        self.view.changed()
        return len(self.targets("find")[0])

    def look_further(self, kind: Kind, direction: int) -> bool:
        """Everything is known here."""
        return False

    def targets(self, kind: Kind) -> tuple[list[int], Callable[[int], None]]:
        """Return the rows a hunt looks for, as cursors in order, and how to go to one by its index."""
        source = self.source
        if source is None:
            return [], lambda index: None
        if kind == "find":
            found = [number for number in source.visible if self._holds(source, number)]
        elif kind == "move":
            found = [number for number in source.visible if source.moved(number)]
        elif kind == "conflict":
            found = [n for n in source.visible if source.conflicts(n) and source.table[n].main]
        elif kind == "boilerplate":
            found = [number for number in source.visible if source.is_furniture(number)]
        else:
            found = [number for number in source.visible if source.differs(number)]
        return [number * 2 for number in found], lambda index: self.go(found[index] * 2)

    def _holds(self, source: CompareSource, number: int) -> bool:
        row, compared = source.table[number], source.compared
        sides = ((compared.a.document, row.a), (compared.b.document, row.b))
        return any(
            search.find(
                document.text, self.options.phrase, document.sentences[i].start, document.sentences[i].end
            )
            for document, indexes in sides
            for i in indexes
        )

    def here(self, kind: Kind) -> int:
        """Where a hunt sets out from."""
        return -1 if self.view.cursor is None else self.view.cursor

    def here_back(self, kind: Kind) -> int:
        """Where a hunt backwards sets out from."""
        return self.here(kind)

    def go(self, cursor: int) -> None:
        """Put the cursor on a row."""
        source = self.source
        if source is not None and cursor // 2 in source.visible:
            self.view.set_cursor(cursor)

    def dismiss(self) -> bool | None:
        """Dismiss the conflicts of the row under the cursor, or bring them back; ``None`` where there are none."""
        source, cursor, compared = self.source, self.view.cursor, self.compared
        if source is None or cursor is None or compared is None:
            return None
        if not compared.conflicts_of(group := source.group_of(cursor)):
            return None
        judged = self._screen.overviewing.judged
        gone = judged.toggle(clashing_in(self.pair, compared, group)) if self.pair else False
        self.rebuild(dismissed=judged.groups(self.pair, compared))
        self._screen.reading.supported()
        return gone

    def overrule(self) -> bool | None:
        """Say that what stands in a row does not tell the same, or take that back; ``None`` if neither can be."""
        source, cursor, compared = self.source, self.view.cursor, self.compared
        if source is None or cursor is None or compared is None or self._found is None or self.pair is None:
            return None
        group = source.group_of(cursor)
        said = self._screen.overviewing.judged.reject(self.pair, compared, group)
        if said is not None:
            self._aim = (1 + min(group.a, default=-1), 1 + min(group.b, default=-1))
            self.ready(self._found)
        return said

    def other_end(self) -> bool:
        """Go to the other end of a move or group; return whether there is one."""
        source, cursor = self.source, self.view.cursor
        if source is None or cursor is None:
            return False
        partner = source.row_of(cursor).partner
        if partner is None or partner not in source.visible:
            return False
        self.go(partner * 2)
        return True
