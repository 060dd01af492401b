"""A list of what was found over all articles: claims, what is left out, conflicts, versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import display, pad, shorten, wrap

_MOST_LETTERS = 12
_MOST_LINES = 2
_MOST_LINES_OF_WARNING = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: in which articles it stands, what it is, a word on it, and the places it leads to.

    ``places`` are pairs of an article's index in the story and the number of a sentence, the first one being where
    Enter goes; ``pair`` leads to a comparison instead.
    """

    letters: tuple[str, ...]
    text: str
    note: str = ""
    places: tuple[tuple[int, int], ...] = ()
    pair: tuple[int, int] | None = None
    warning: bool = False


class FindingSource(LineSource):
    """Rows of findings, up to two lines of text each, three for a warning."""

    def __init__(self, findings: Sequence[Finding], every: Sequence[str]) -> None:
        self.findings = findings
        self._every = every

    def first(self) -> int | None:
        """The first finding."""
        return 0 if self.findings else None

    def last(self) -> int | None:
        """The last finding."""
        return len(self.findings) - 1 if self.findings else None

    def after(self, item: int) -> int | None:
        """The finding behind another."""
        return item + 1 if item + 1 < len(self.findings) else None

    def before(self, item: int) -> int | None:
        """The finding in front of another."""
        return item - 1 if item > 0 else None

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is."""
        return (item + row / max(1, rows)) / max(1, len(self.findings))

    def at_share(self, share: float) -> int | None:
        """The finding at a share of the list."""
        return min(len(self.findings) - 1, int(share * len(self.findings))) if self.findings else None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """Letters, the text in some lines, and a word on it."""
        finding = self.findings[item]
        here = item == cursor
        fill: tuple[Role, ...] = (("cursor" if focused else "cursor-blurred"),) if here else ()
        pointer = Piece(">" if here else " ", ("key",))
        room = min(_MOST_LETTERS, max(3, len(self._every)))
        letters = f"{len(finding.letters)} of {len(self._every)}"
        if len(self._every) <= room:
            letters = "".join(letter if letter in finding.letters else "·" for letter in self._every)
        head = Piece(pad(letters, room) + " ", ("warning",) if finding.warning else ("strong",))
        blank = Piece(" " * (room + 2))
        text, made = display(finding.text), []
        lines = wrap(text, max(8, width - room - 3))
        most = _MOST_LINES_OF_WARNING if finding.warning else _MOST_LINES
        for number, (start, end) in enumerate(lines[:most]):
            shown = text[start:end]
            if number == most - 1 and len(lines) > most:
                shown = (
                    shorten(shown + " …", width - room - 3) if len(shown) > width - room - 5 else shown + " …"
                )
            made.append(Row(((pointer, head) if number == 0 else (blank,)) + (Piece(shown),), number, fill))
        if finding.note:
            made.append(Row((blank, Piece(shorten(finding.note, width - room - 3), ("dim",))), -1, fill))
        return made
