"""Runs the application without a terminal, presses keys and reads the screen."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip
from textual.worker import WorkerCancelled

from seedreader.app import keymap
from seedreader.app.app import SeedreaderApp
from seedreader.app.screens.main import MainScreen
from seedreader.app.widgets.bars import Bar
from seedreader.app.widgets.lineview import LineView
from seedreader.store import places, settings, state
from seedreader.store.library import Library
from seedreader.store.state import State

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


class Run:
    """An application that runs, with shorthands for what tests ask of it."""

    def __init__(self, app: SeedreaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.main = next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))

    async def settle(self) -> None:
        """Wait until no job runs and what the jobs found is on the screen."""
        quiet = 0
        while quiet < 2:
            await self.pilot.pause()
            quiet = 0 if any(not worker.is_finished for worker in self.app.workers) else quiet + 1
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()

    async def press(self, *keys: str) -> None:
        """Press keys, each a name as in ``ctrl+d`` or a character, and wait for what they start."""
        await self.pilot.press(*keys)
        await self.settle()

    async def key(self, written: str) -> None:
        """Press one key as the table of commands writes it; ``]c`` is two presses."""
        await self.press(*keymap.parse(written))

    async def type(self, text: str) -> None:
        """Press the characters of a text."""
        await self.press(*("space" if char == " " else char for char in text))

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return screen_text(self.app)

    @property
    def status(self) -> str:
        """The line above the keys."""
        return self.main.query_one("#bottom", Bar).shown(0)

    @property
    def footer(self) -> str:
        """The line of keys."""
        return self.main.query_one("#bottom", Bar).shown(1)

    @property
    def toasts(self) -> list[str]:
        """The messages that popped up."""
        return [notification.message for notification in self.app._notifications]

    @property
    def number(self) -> int:
        """The number of the sentence under the cursor of the Read view, or of the row in Compare, from 1."""
        cursor = self.main.main.cursor
        assert cursor is not None
        return cursor // 2 + 1 if self.main.view == "compare" else cursor + 1

    @property
    def letter(self) -> str:
        """The letter of the current article."""
        assert self.main.article is not None
        return self.main.article.letter

    @property
    def pair(self) -> str:
        """The letters of the two articles compared."""
        return "".join(self.main.comparing.letters)


def screen_text(app: SeedreaderApp) -> str:
    """All that is on the screen as text, a line each, blanks at the ends left out."""
    return "\n".join(strip.text.rstrip() for strip in strips(app))


def strips(app: SeedreaderApp) -> list[Strip]:
    """The lines of the screen with their styles.

    The compositor is private, but the public ways give an SVG or a single widget; only this line knows of it.
    """
    return app.screen._compositor.render_strips()


def view_text(view: LineView) -> str:
    """What a pane shows within its frame."""
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.content_size.height))


def make(
    *paths: Path, theme: str | None = None, notes: Sequence[str] = (), kept: State | None = None
) -> SeedreaderApp:
    """An application over paths, the seeds by default, with the settings and state of the test's folder."""
    remembered, trouble = state.load(places.state_file())
    told = [*notes, *([trouble] if trouble else [])]
    return SeedreaderApp(
        Library(paths or (SEEDS,)),
        settings.load(places.config_file()),
        kept or remembered,
        theme=theme,
        notes=told,
    )


@asynccontextmanager
async def running(
    *paths: Path, size: tuple[int, int] = (80, 24), theme: str | None = None, app: SeedreaderApp | None = None
) -> AsyncIterator[Run]:
    """Run an application in a terminal of a size."""
    chosen = app or make(*paths, theme=theme)
    async with chosen.run_test(size=size, notifications=True) as pilot:
        run = Run(chosen, pilot)
        await run.settle()
        yield run
