"""Copies text: through the terminal (OSC 52) and, where there is one, through the system's clipboard."""

import os
import sys


def native(text: str) -> bool:
    """Hand a text to the system clipboard; return whether that worked. May take a moment: call it in a thread."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True


def told(text: str, *, by_system: bool) -> str:
    """Say what was done, no more: a terminal does not answer whether it took the text."""
    words = len(text.split())
    amount = "1 word" if words == 1 else f"{words} words"
    return f"copied {amount}" if by_system else f"sent {amount} to the terminal's clipboard"


EXPLAINED = (
    "The text was sent to the terminal's clipboard (OSC 52). A terminal does not answer: if nothing arrives, it does "
    "not allow it."
)
