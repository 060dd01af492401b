"""The set of articles of one run: found bit by bit, in a fixed order, opened only when asked."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from seedreader.engine import addresses
from seedreader.engine.sanitize import plain
from seedreader.store.article import Article
from seedreader.store.inside import Inside
from seedreader.store.paths import Found, Skipped, walk
from seedreader.store.reading import Decoded
from seedreader.store.recurrence import Recurrence

NEAREST_LIMIT = 100
"""Articles up to which nearness is computed unasked."""

KEPT_TEXTS = 60
"""Articles whose texts stay in memory besides the ones in use."""


class Library:
    """Articles in path order, with letters that stay the same for the whole run."""

    def __init__(
        self,
        paths: Sequence[Path],
        given: Sequence[tuple[str, Decoded]] = (),
        skipped: Sequence[Skipped] = (),
    ) -> None:
        self.paths = tuple(paths)
        self.articles: list[Article] = []
        self.skipped = list(skipped)
        self.complete = False
        self._walk = walk(self.paths)
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._recurrence = Recurrence()
        for name, decoded in given:
            self._add(None, name, decoded)

    def gather(self, seconds: float = float("inf")) -> bool:
        """Go on finding articles for at most ``seconds``; return whether all are found."""
        deadline = time.monotonic() + seconds
        for count, item in enumerate(self._walk, 1):
            if isinstance(item, Found):
                self._add(item.path, item.name, inside=item.inside)
            else:
                self.skipped.append(item)
            if count % 64 == 0 and time.monotonic() > deadline:
                return False
        self.complete = True
        return True

    def _add(
        self, path: Path | None, name: str, given: Decoded | None = None, inside: Inside | None = None
    ) -> None:
        self.articles.append(Article(len(self.articles), path, name, given, self._recurrence, inside))

    def by_letter(self, letters: str) -> Article | None:
        """The article of that name, if there is one."""
        try:
            index = addresses.index_of(letters)
        except ValueError:
            return None
        return self.articles[index] if index < len(self.articles) else None

    def touch(self, article: Article) -> None:
        """Note that an article's text is in use, and let the text go that was not used longest."""
        self._recent[article.index] = None
        self._recent.move_to_end(article.index)
        while len(self._recent) > KEPT_TEXTS:
            oldest, _ = self._recent.popitem(last=False)
            self.articles[oldest].release()

    @property
    def name(self) -> str:
        """What the set is called: the folder or file that was opened."""
        if not self.paths:
            return "standard input"
        first = self.paths[0]
        name = plain(f"{first.name or first}{'/' if first.is_dir() else ''}")
        return name if len(self.paths) == 1 else f"{name} and {len(self.paths) - 1} more"
