"""Places to come back to: marks that the user sets, and the last place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seedreader.app.actions.base import Base

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to: an article, an offset in its text; in Compare the other article too."""

    view: str
    article: int
    offset: int
    other: int | None = None


class Places(Base):
    """Setting marks and going to them."""

    def __init__(self, screen: "MainScreen") -> None:
        super().__init__(screen)
        self._awaits: Literal["", "mark", "go"] = ""
        self._marks: dict[str, Bookmark] = {}

    def takes(self, key: str) -> bool:
        """Take a key that an earlier one asked for: the letter of a mark."""
        if not self._awaits:
            return False
        wanted, self._awaits = self._awaits, ""
        self._screen.pending = ()
        if len(key) == 1 and (key.isalnum() or key == "'"):
            if wanted == "mark":
                self._set_mark(key)
            else:
                self._go_to_mark(key)
        return True

    def do_mark(self) -> None:
        """Wait for the letter of a mark to set."""
        self._awaits = "mark"
        self._screen.pending = (self._screen.keymap.shown("mark"),)
        self._screen.tell()

    def do_go_mark(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._awaits = "go"
        self._screen.pending = (self._screen.keymap.shown("go-mark"),)
        self._screen.tell()

    def _bookmark(self) -> Bookmark | None:
        screen = self._screen
        if screen.article is None:
            return None
        if screen.view == "compare" and screen.comparing.pair is not None:
            left, right = screen.comparing.pair
            return Bookmark("compare", left.index, screen.main.cursor or 0, right.index)
        return Bookmark("read", screen.article.index, screen.reading.offset())

    def _note_place(self) -> None:
        here = self._bookmark()
        if here is not None:
            self._marks["'"] = here

    def _set_mark(self, letter: str) -> None:
        here = self._bookmark()
        if here is not None:
            self._marks[letter] = here
            self.say(f"mark {letter} set")

    def _go_to_mark(self, letter: str) -> None:
        place = self._marks.get(letter)
        if place is None:
            self.say("there is no last place yet" if letter == "'" else f"there is no mark {letter}")
            return
        self._note_place()
        screen = self._screen
        if place.view == "read":
            if screen.current != place.article:
                screen.open(place.article)
            screen.to_view("read")
            screen.reading.go(place.offset)
            return
        pair = screen.pair
        if place.other is not None and (
            pair is None or (pair[0].index, pair[1].index) != (place.article, place.other)
        ):
            screen.open(place.article)
            screen.compare_with(place.other, cursor=place.offset)
            return
        screen.to_view("compare")
        screen.comparing.go(place.offset)
