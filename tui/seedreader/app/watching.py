"""Watches the file of the current article, to say when it was changed or removed meanwhile."""

from typing import TYPE_CHECKING

from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

SECONDS = 2.0
"""How often the file is looked at."""


class Watch:
    """Looks at the file by the clock, not with every key: a folder may be on a slow disk."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._seen: tuple[Article | None, str] = (None, "")

    def start(self) -> None:
        """Look now and then, as long as the screen stands."""
        self._screen.set_interval(SECONDS, self.look)

    def look(self) -> None:
        """Look at the file now, and say so where something is new."""
        now = (self._screen.article, _told(self._screen.article))
        if now != self._seen:
            self._seen = now
            self._screen.tell()

    @property
    def told(self) -> str:
        """What to say of the current article's file; empty while it is as it was read."""
        article, told = self._seen
        return told if article is self._screen.article else ""


def _told(article: Article | None) -> str:
    if article is None or article.path is None or not article.changed_on_disk():
        return ""
    return "changed on disk: R reloads" if article.path.exists() else "the file is gone"
