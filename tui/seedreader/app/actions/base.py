"""What all commands of the main screen stand on: the screen, what is said, and asking for a line of text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from seedreader.app.commands import BY_ID
from seedreader.app.widgets.lineview import LineView

if TYPE_CHECKING:
    from textual import events

    from seedreader.app.screens.main import MainScreen
    from seedreader.app.widgets.prompt import Prompt


_UNLOCKED = ("scroll-lock", "swap")
"""Commands of Compare that act while its two sides scroll each on its own; the others need its rows."""


class Base:
    """The commands of a screen; a command is the method ``do_`` and its id."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._prompt: Prompt | None = None

    def run(self, command_id: str) -> None:
        """Run a command by its id."""
        self._screen.told = ""
        if (
            self._screen.unlocked
            and BY_ID[command_id].scope in ("compare", "text")
            and command_id not in _UNLOCKED
        ):
            self.say(f"{self._screen.keymap.shown('scroll-lock')} first: each side scrolls on its own")
            return
        handler: Callable[[], None] = getattr(self, "do_" + command_id.replace("-", "_"))
        handler()
        # Said now, status and text are painted together instead of one frame apart.
        self._screen.tell()

    @property
    def _focused(self) -> LineView:
        view = self._screen.focused
        return view if isinstance(view, LineView) else self._screen.main

    def ask(
        self,
        question: str,
        value: str,
        done: Callable[[str], None],
        *,
        typing: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Ask for a line of text at the bottom; Esc leaves things as they were."""
        from seedreader.app.widgets.prompt import Prompt

        screen = self._screen
        before = screen.focused
        self._screen.asking = question

        def close(answer: str | None) -> None:
            self._screen.asking = ""
            if before is not None:
                screen.set_focus(before)
            if answer is not None:
                done(answer)
            elif left is not None:
                left()
            screen.tell()

        self._prompt = Prompt(question, value, close, typing)
        screen.tell()
        screen.mount(self._prompt)

    def typed_early(self, event: "events.Key") -> None:
        """Hand a key to a question that is not on the screen yet."""
        if self._prompt is not None:
            self._prompt.early(event)

    def say(self, told: str) -> None:
        """Say at the bottom right what happened, until something else does."""
        self._screen.told = told
        self._screen.tell()
