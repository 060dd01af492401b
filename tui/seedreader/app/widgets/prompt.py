"""A question on the line above the keys."""

from collections.abc import Callable

from textual import events, on
from textual.widgets import Input


class Prompt(Input):
    """Asks for a line of text; Enter answers, Esc gives ``None``."""

    DEFAULT_CSS = """
    Prompt { layer: question; dock: bottom; margin: 0 0 1 0; height: 1; border: none; padding: 0 1;
        background: $panel; }
    """

    def __init__(
        self,
        question: str,
        value: str,
        closed: Callable[[str | None], None],
        typing: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(value, placeholder=question, compact=True, id="prompt", select_on_focus=True)
        self.cursor_blink = False
        self._answered = closed
        self._typed = typing
        self._asked = self._first = value
        self._early: list[events.Key] | None = []
        self._done = False

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.focus()
        early, self._early = self._early or [], None
        for event in early:
            self.early(event)

    def early(self, event: events.Key) -> None:
        """Take a key that was pressed before the question had the focus."""
        if self._early is not None:
            self._early.append(event)
        elif event.key == "escape":
            self._close(None)
        elif event.key == "enter":
            self._close(self.value)
        elif event.character and event.character.isprintable():
            if self.value == self._first and self.value:
                self.value = ""
            self.insert_text_at_cursor(event.character)

    def on_key(self, event: events.Key) -> None:
        """Esc closes."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._close(None)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._done and self._typed is not None and event.value != self._asked:
            self._asked = event.value
            self._typed(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(event.value)

    def _close(self, answer: str | None) -> None:
        if self._done:
            return
        self._done = True
        self.remove()
        self._answered(answer)
