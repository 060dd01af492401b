"""What all dialogs are: screens over the main one that close once and lose no key."""

from textual import events
from textual.screen import ModalScreen


class Dialog(ModalScreen[str | None]):
    """A screen over the main one that closes once; keys typed behind the closing one go to the screen below."""

    closed = False

    def close(self, result: str | None = None) -> None:
        """Close with a result, unless that has happened already."""
        if not self.closed:
            self.closed = True
            self.dismiss(result)

    def pass_on(self, event: events.Key) -> bool:
        """Hand a key on that came too late for this dialog; return whether it was."""
        if self.closed:
            # At once and to the screen below: by way of the application it could be overtaken by the next key.
            stack = self.app.screen_stack
            below = stack[stack.index(self) - 1] if self in stack else stack[-1]
            below.post_message(events.Key(event.key, event.character))
        return self.closed
