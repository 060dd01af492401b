"""Starts the screen: imports as little as it can before the first picture."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seedreader.store.library import Library

_TURN = 0.0005
"""Seconds a thread works before another one that waits gets its turn; ten times as often as is usual."""


def run(library: "Library", *, config: str | None = None, theme: str | None = None) -> int:
    """Show a set of articles until the user quits; return the exit status."""
    # Up to the first picture nearly all objects stay: looking for garbage meanwhile costs a tenth of the start.
    # The main screen turns the collector on again.
    gc.disable()
    # A key goes through three threads until it shows; each would wait this long for one that marks texts.
    sys.setswitchinterval(_TURN)
    from pathlib import Path

    from seedreader.engine.sanitize import plain
    from seedreader.store import places, settings, state

    path = Path(config) if config else places.config_file()
    chosen = settings.load(path, required=config is not None)
    remembered, trouble = state.load(places.state_file())
    import asyncio

    from seedreader.app.app import SeedreaderApp

    app = SeedreaderApp(library, chosen, remembered, theme=theme, notes=[trouble] if trouble else [])
    try:
        app.run(mouse=chosen.mouse)
    except (asyncio.CancelledError, KeyboardInterrupt):
        return 130
    failure = state.save(places.state_file(), app.state)
    # Printed plainly and unbroken: a path in it can be copied.
    for message in filter(None, (failure and f"seedreader: {failure}", app.fault)):
        print(plain(message), file=sys.stderr)
    return app.return_code or 0
