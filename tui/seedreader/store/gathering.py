"""Analyses a whole set for reports and listings; what cannot be read is told, not fatal."""

from seedreader.engine import nearest
from seedreader.engine.report.records import Entry
from seedreader.engine.sanitize import plain
from seedreader.store.article import Article
from seedreader.store.library import Library
from seedreader.store.reading import UnreadableError


def entry(article: Article) -> Entry:
    """Analyse one article; raises ``UnreadableError``."""
    loaded = article.load()
    return Entry(
        article.letter,
        article.shown_path,
        article.title(),
        loaded.encoding,
        article.analysis(),
        loaded.diagnostics,
    )


def entries(library: Library) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Analyse all articles of a set; the second value is what was skipped, with reasons."""
    library.gather()
    found: list[Entry] = []
    skipped = [(plain(item.path), item.reason) for item in library.skipped]
    for article in library.articles:
        try:
            found.append(entry(article))
        except UnreadableError as error:
            skipped.append((article.shown_path, str(error)))
    return found, skipped


def nearest_letters(library: Library) -> list[str]:
    """Return, for each readable article, the letter and share of its nearest one, as in "B 79 %"."""
    readable = [article for article in library.articles if article.trouble is None]
    if len(readable) > NEAREST_LIMIT:
        return ["" for _ in readable]
    table = nearest.containment([article.profile() for article in readable])
    letters: list[str] = []
    for row in range(len(readable)):
        best = nearest.nearest(table, row)
        letters.append("" if best is None else readable[best].letter)
    return letters


NEAREST_LIMIT = 100
"""Articles up to which nearness is computed unasked."""
