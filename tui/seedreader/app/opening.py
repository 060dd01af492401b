"""What a set opens with: the first readable article, the one of the last run, or a sentence on why there is none."""

from seedreader.app.marks import Role
from seedreader.engine.sanitize import plain
from seedreader.store.library import Library
from seedreader.store.reading import UnreadableError

Lines = list[tuple[str, tuple[Role, ...]]]
"""Paragraphs with their roles."""

_TRIED = 20


def first_readable(library: Library) -> int | None:
    """The first article that opens, of the first few; else the first one, to say why it does not."""
    for article in library.articles[:_TRIED]:
        try:
            article.head().part(0)
        except UnreadableError:
            continue
        return article.index
    return 0 if library.articles else None


def remembered(library: Library, path: str) -> int | None:
    """The article of a path that was remembered, if it is still there."""
    return next((article.index for article in library.articles if path and article.shown_path == path), None)


def nothing(library: Library) -> Lines:
    """Say that there is nothing to read, and what was found instead."""
    return [(f"There is no article to read in {library.name}.", ()), ("", ()), *_reasons(library)]


def skipped(library: Library) -> Lines:
    """Say what could not be read, and why."""
    return [("Not read", ("strong",)), ("", ()), *_reasons(library)]


def _reasons(library: Library) -> Lines:
    return [(f"{plain(item.path)}: {item.reason}.", ()) for item in library.skipped]
