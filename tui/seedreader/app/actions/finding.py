"""Finding a phrase, and the hunts: whatever the last one was, ``again`` repeats it."""

from typing import TYPE_CHECKING

from seedreader.app import hunt
from seedreader.app.actions.places import Places
from seedreader.app.hunt import Kind

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen


class Finding(Places):
    """Find and hunt."""

    def __init__(self, screen: "MainScreen") -> None:
        super().__init__(screen)
        self._hunt: Kind | None = None

    def do_find(self) -> None:
        """Ask for a phrase; hits show as one types."""
        screen = self._screen
        phrase, cursor = screen.hunted.options.phrase, screen.main.cursor
        before = screen.hunted.here("find"), cursor
        self._note_place()

        def put_back() -> None:
            screen.hunted.find(phrase)
            self.say("")
            if cursor is not None:
                screen.main.set_cursor(cursor)

        self.ask("find", phrase, self._found, typing=lambda t: self._preview(t, before), left=put_back)

    def _preview(self, phrase: str, before: tuple[int, int | None]) -> None:
        screen = self._screen
        count = screen.hunted.find(phrase)
        self.say(f"{count} hit{'s' if count != 1 else ''}" if phrase else "")
        targets, go = screen.hunted.targets("find") if count else ([], None)
        found = hunt.step(targets, before[0] - 1, 1)
        if found and go:
            go(found.index)
        elif before[1] is not None:
            screen.main.set_cursor(before[1])

    def _found(self, phrase: str) -> None:
        if not phrase.strip():
            self._screen.hunted.find("")
            self.say("")
            return
        count = self._screen.hunted.find(phrase)
        self._hunt = "find"
        if not count:
            self.say(f"/{phrase}: no hit")
            return
        self._step(1, stay=True)

    def hunting(self, kind: Kind, direction: int) -> None:
        """Begin a hunt and take its first step."""
        self._hunt = kind
        self._step(direction)

    def _step(self, direction: int, *, stay: bool = False) -> None:
        kind, controller = self._hunt, self._screen.hunted
        if kind is None or (kind == "find" and not controller.options.phrase):
            kind = self._hunt = "change" if self._screen.view == "compare" else "quotation"
        more = controller.look_further(kind, direction)
        targets, go = controller.targets(kind)
        here = controller.here(kind) if direction > 0 else controller.here_back(kind)
        found = hunt.step(targets, here - (1 if stay else 0), direction)
        if found is None or (found.wrapped and more):
            further = ", again looks further" if more else ""
            self.say(f"no {hunt.NAMES[kind]}{' near' if more else ''}{further}")
            return
        go(found.index)
        phrase = controller.options.phrase
        told = hunt.told(kind, found.index, len(targets), wrapped=found.wrapped, phrase=phrase)
        self.say(told + (" so far" if more else ""))

    def do_again(self) -> None:
        """Repeat the last hunt."""
        self._step(1)

    def do_again_back(self) -> None:
        """Repeat the last hunt backwards."""
        self._step(-1)

    def do_next_quote(self) -> None:
        """Next quotation."""
        self.hunting("quotation", 1)

    def do_previous_quote(self) -> None:
        """Previous quotation."""
        self.hunting("quotation", -1)

    def do_next_boilerplate(self) -> None:
        """Next boilerplate."""
        self.hunting("boilerplate", 1)

    def do_previous_boilerplate(self) -> None:
        """Previous boilerplate."""
        self.hunting("boilerplate", -1)

    def do_next_change(self) -> None:
        """Next difference."""
        self.hunting("change", 1)

    def do_previous_change(self) -> None:
        """Previous difference."""
        self.hunting("change", -1)

    def do_next_move(self) -> None:
        """Next move."""
        self.hunting("move", 1)

    def do_previous_move(self) -> None:
        """Previous move."""
        self.hunting("move", -1)

    def do_next_conflict(self) -> None:
        """Next possible conflict."""
        self.hunting("conflict", 1)

    def do_previous_conflict(self) -> None:
        """Previous possible conflict."""
        self.hunting("conflict", -1)
