"""Watches the file of the current article, to say when it was changed or removed meanwhile."""

from typing import TYPE_CHECKING

from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

SECONDS = 2.0
"""How often the file is looked at."""


def start(screen: "MainScreen") -> None:
    """Look at the file now and then, as long as the screen stands."""
    seen = [""]

    def look() -> None:
        now = told(screen.article)
        if now != seen[0]:
            seen[0] = now
            screen.tell()

    screen.set_interval(SECONDS, look)


def told(article: Article | None) -> str:
    """What to say of an article's file; empty while it is as it was read."""
    if article is None or article.path is None or not article.changed_on_disk():
        return ""
    return "changed on disk: R reloads" if article.path.exists() else "the file is gone"
