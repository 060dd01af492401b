"""Analyses a whole set for reports and listings; what cannot be read is told, not fatal."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from seedreader.engine import nearest
from seedreader.engine.comparison import compare
from seedreader.engine.report.records import Entry
from seedreader.engine.sanitize import plain
from seedreader.store.article import Article
from seedreader.store.library import NEAREST_LIMIT, Library
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


def mark(articles: Sequence[Article]) -> None:
    """Mark all articles of a set, so that lines they share are known before any of them is told of."""
    for article in articles:
        with suppress(UnreadableError):
            article.analysis()


def entries(library: Library) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Analyse all articles of a set; the second value is what was skipped, with reasons."""
    library.gather()
    mark(library.articles)
    found: list[Entry] = []
    skipped = [(plain(item.path), plain(item.reason)) for item in library.skipped]
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
    found = nearness(readable)
    return [f"{near.letter} {near.forth}%" if (near := found.get(a.index)) else "" for a in readable]


_NEAR = 0.05
"""Share of sentences below which no article counts as near."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """The article nearest to another: its letter, and the share of each that the other tells too, in per cent."""

    letter: str
    forth: int
    back: int

    def __str__(self) -> str:
        return f"{self.letter} {self.forth}%> <{self.back}%"


def nearness(
    articles: Sequence[Article], step: Callable[[int], bool] = lambda done: True
) -> dict[int, Nearness]:
    """Return the nearest article of each, by index; articles must be readable.

    Word statistics choose two candidates for each, an alignment with them decides. ``step`` is called with the
    number of articles done and stops the work by returning ``False``: then the result is empty.
    """
    table = nearest.containment([article.profile() for article in articles])
    found: dict[int, Nearness] = {}
    pairs: dict[tuple[int, int], tuple[float, float]] = {}
    for row, article in enumerate(articles):
        if not step(row):
            return {}
        best: tuple[float, int] | None = None
        for column in nearest.candidates(table, row):
            key = (min(row, column), max(row, column))
            if key not in pairs:
                pairs[key] = compare(*(articles[i].part_analysis(0) for i in key)).shares()
            score = max(pairs[key])
            if best is None or score > best[0]:
                best = (score, column)
        if best is not None and best[0] >= _NEAR:
            column = best[1]
            shares = pairs[(min(row, column), max(row, column))]
            forth, back = shares if row < column else shares[::-1]
            found[article.index] = Nearness(articles[column].letter, round(100 * forth), round(100 * back))
    return found
