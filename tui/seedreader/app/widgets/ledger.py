"""The list of utterances: who, in which articles, how far the wording drifts, and the words it is known by."""

from collections.abc import Sequence

from seedreader.app.marks import Role
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import cell_width, pad, shorten
from seedreader.engine.utterances import Utterance

WIDE = 56
"""Cells from which an utterance takes one line with columns instead of two lines."""

_WHO, _DRIFT, _MOST_LETTERS = 16, 11, 10


class LedgerSource(LineSource):
    """Rows of the list. Items are positions in ``utterances``.

    ``who`` are the names of their speakers, in the same order; ``letters`` are those of the articles of the set.
    """

    def __init__(
        self, utterances: Sequence[Utterance], who: Sequence[str], letters: Sequence[str], note: str = ""
    ) -> None:
        self.utterances = utterances
        self._who = who
        self._letters = letters
        self._note = note
        most = max((len(self.articles(one)) for one in utterances), default=0)
        self._room = min(max(3, most), _MOST_LETTERS)

    def first(self) -> int | None:
        """The first utterance."""
        return 0 if self.utterances else None

    def last(self) -> int | None:
        """The last utterance."""
        return len(self.utterances) - 1 if self.utterances else None

    def after(self, item: int) -> int | None:
        """The utterance behind another."""
        return item + 1 if item + 1 < len(self.utterances) else None

    def before(self, item: int) -> int | None:
        """The utterance in front of another."""
        return item - 1 if item > 0 else None

    def share(self, item: int, row: int, rows: int) -> float:
        """How far down a row is."""
        return (item + row / max(1, rows)) / max(1, len(self.utterances))

    def at_share(self, share: float) -> int | None:
        """The utterance at a share of the list."""
        return min(len(self.utterances) - 1, int(share * len(self.utterances))) if self.utterances else None

    def header(self, width: int) -> Sequence[Row]:
        """Column names, where there are columns."""
        if width < WIDE:
            return ()
        columns = (
            ("speaker", _WHO),
            ("wording", self._words(width)),
            ("articles", self._articles_room(width)),
            ("drift", _DRIFT),
        )
        names = " " + " ".join(pad(name, room) for name, room in columns)
        return Row((Piece(shorten(names, width), ("dim",)),)), Row(())

    def footer(self, width: int) -> Sequence[Row]:
        """What is left out, and what is going on."""
        if not self._note:
            return ()
        return Row((Piece("─" * width, ("bar",)),)), Row(
            (Piece(" " + shorten(self._note, width - 1), ("dim",)),)
        )

    def _articles_room(self, width: int) -> int:
        return _MOST_LETTERS if width >= WIDE else self._room

    def _words(self, width: int) -> int:
        return max(8, width - 1 - _WHO - 1 - 1 - self._articles_room(width) - 1 - _DRIFT)

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        """One row with columns, or two rows where there is less room."""
        utterance = self.utterances[item]
        here = item == cursor
        fill: tuple[Role, ...] = (("cursor" if focused else "cursor-blurred"),) if here else ()
        pointer = Piece(">" if here else " ", ("key",))
        told: tuple[Role, ...] = ("strong",) if utterance.person else ()
        names = _WHO if width >= WIDE else max(4, width - 3 - self._room - _DRIFT)
        who = self._who[item]
        who = shown_name(who, names) if utterance.person else who
        letters = "".join(self.articles(utterance))
        if cell_width(letters) > self._articles_room(width):
            letters = str(len(self.articles(utterance)))
        drift = Piece(pad(utterance.drift, _DRIFT), _DRIFT_ROLES.get(utterance.drift, ()))
        room = self._words(width) if width >= WIDE else width - 3
        title = shorten(utterance.title, room).replace("……", "…").replace("… …", "…")
        if width >= WIDE:
            line = (
                pointer,
                Piece(pad(who, _WHO), told),
                Piece(" " + pad(title, room) + " "),
                Piece(pad(letters, self._articles_room(width)) + " ", ("dim",)),
                drift,
            )
            return (Row(line, 0, fill),)
        return (
            Row(
                (
                    pointer,
                    Piece(pad(who, names), told),
                    Piece(f" {pad(letters, self._articles_room(width))} "),
                    drift,
                ),
                0,
                fill,
            ),
            Row((Piece("   " + title, ("dim",)),), -1, fill),
        )

    def articles(self, utterance: Utterance) -> list[str]:
        """The letters of the articles that carry an utterance."""
        return [self._letters[index] for index in sorted({variant.article for variant in utterance.variants})]


_DRIFT_ROLES: dict[str, tuple[Role, ...]] = {
    "single": ("dim",),
    "verbatim": ("dim",),
    "changed": ("warning",),
    "trimmed": ("warning",),
    "extended": ("warning",),
}


def shown_name(person: str, width: int) -> str:
    """A name where there is room for it, else its last word."""
    return person if cell_width(person) <= width else person.rsplit(" ", maxsplit=1)[-1]
