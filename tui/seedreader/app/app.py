"""The application: themes, clipboard, and the state that outlives a run."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from threading import Thread

from textual.app import App
from textual.notifications import SeverityLevel
from textual.theme import Theme
from textual.worker import WorkerFailed

from seedreader.app import keymap, leaving, terminal, themes
from seedreader.app.screens.main import MainScreen
from seedreader.engine.sanitize import plain
from seedreader.store.library import Library
from seedreader.store.settings import Settings
from seedreader.store.state import SetState, State

_LOOK = 0.5
"""Seconds between two looks whether the terminal is still there."""


class SeedreaderApp(App[None]):
    """The terminal program."""

    TITLE = "seedreader"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: $background; color: $foreground; }
    Toast { background: $panel; color: $foreground; }
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        state: State,
        *,
        theme: str | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        # Under NO_COLOR Textual paints its themes in greys; the terminal's own colours are what was asked for.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.library = library
        self.settings = settings
        self.state = state
        self.keys, clashes = keymap.build(settings.keys, settings.source)
        self.notes = [*notes, *settings.problems, *clashes]
        self.fault = ""
        self._explained = False
        self.animation_level = "none"
        for own in themes.OWN:
            self.register_theme(own)
        self._choose_theme(theme or settings.theme or state.theme)

    def _choose_theme(self, name: str) -> None:
        if name and name not in self.available_themes:
            self.notes.append(f"There is no theme called {name}; T shows what there is.")
            name = ""
        self.theme = name or themes.DARK.name

    def get_default_screen(self) -> MainScreen:
        """The main screen is the first one: a blank one below it would be laid out for nothing."""
        return MainScreen(self.library, self.settings, self.keys, self.state, self.notes)

    def remember(self, key: str, kept: SetState) -> None:
        """Keep where the reader was in a set, and the theme."""
        self.state = replace(self.state.with_set(key, kept), theme=self.theme)

    def on_load(self) -> None:
        """Leave the terminal clean when the program is told to end, too: from before it takes the terminal on."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            # Not on every platform, and not where the app does not run in the main thread.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._told_to_end, 128 + number)

    def _told_to_end(self, status: int) -> None:
        self.leave()
        self.exit(return_code=status)

    def _handle_exception(self, error: Exception) -> None:
        """End with one sentence and keep the traceback in a file.

        A private hook of Textual, as there is no public one: without it a fault prints pages of traceback.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        from seedreader.store import faults

        if isinstance(error, WorkerFailed):
            self.fault = faults.told(error.error)
        else:
            self.fault = faults.told(error)
        # The place is worth keeping, but nothing more may go wrong now.
        with contextlib.suppress(Exception):
            self.leave()
        self.exit(return_code=1)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a toast; what it says may come from files, so it is cleaned and never read as markup."""
        shown = "\n".join(plain(line) for line in message.split("\n"))
        super().notify(shown, title=plain(title), severity=severity, timeout=timeout, markup=False)

    async def action_quit(self) -> None:
        """Quit by whatever key; what should be remembered is noted first."""
        self.leave()
        self.exit()

    def leave(self) -> None:
        """Let the main screen note where the reader is."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                leaving.note(screen)

    def on_ready(self) -> None:
        """Listen to theme changes once there is something to repaint, and to the terminal going away."""
        self.theme_changed_signal.subscribe(self, self._restyle)
        if not self.is_headless:
            self.set_interval(_LOOK, self._end_without_terminal)
            Thread(target=terminal.end_without_it, daemon=True).start()

    def _end_without_terminal(self) -> None:
        """End when the terminal was closed and no signal told so: reading from it would go on for ever."""
        if terminal.is_gone():
            self.leave()
            self.exit(return_code=terminal.HANGUP)

    def _restyle(self, theme: Theme) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.restyle()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal and through the system, and say truthfully what was done."""
        super().copy_to_clipboard(text)
        self.run_worker(lambda: self._copy_natively(text), thread=True, group="clipboard")

    def _copy_natively(self, text: str) -> None:
        from seedreader.app import clipboard

        by_system = clipboard.native(text)
        self.call_from_thread(self._say_copied, clipboard.told(text, by_system=by_system))
        if not by_system and not self._explained:
            self._explained = True
            self.call_from_thread(self.notify, clipboard.EXPLAINED, timeout=6)

    def _say_copied(self, told: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.actions.say(told)
