"""What is noted when the program ends: where the reader is, for the next run."""

from typing import TYPE_CHECKING

from seedreader.store.state import SetState

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen


def note(screen: "MainScreen") -> None:
    """Note the article, what it is compared with, the view and the places in all articles."""
    screen.reading.remember()
    article, pair = screen.article, screen.pair
    comparing = pair if screen.view == "compare" else None
    mine = comparing[0].shown_path if comparing else (article.shown_path if article else "")
    other = comparing[1].shown_path if comparing else ""
    kept = SetState(screen.view, mine, other, screen.reading.places)
    screen.seedreader.remember(screen.set_key, kept)
