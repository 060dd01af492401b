"""Writes the report or the comparison to a file, from the screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from seedreader.app.comparing import Comparing
from seedreader.engine.report import markdown, page, records, tables
from seedreader.store import files, gathering

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

FORMATS = {".json": "json", ".md": "md", ".html": "html", ".csv": "csv"}


def suggestion(screen: "MainScreen") -> str:
    """A file name for what the screen shows."""
    if screen.view == "compare" and screen.comparing.pair is not None:
        left, right = screen.comparing.letters
        return f"seedreader-{left}-{right}.html"
    return "seedreader-report.html"


def comparison(comparing: Comparing, style: str) -> str:
    """The comparison on the screen in a format; empty where there is none."""
    if comparing.pair is None or comparing.compared is None:
        return ""
    a, b = (gathering.entry(article) for article in comparing.pair)
    if style == "json":
        return records.dump(records.comparison(a, b, comparing.compared))
    if style == "html":
        return "".join(page.comparison(a, b, comparing.compared))
    return "".join(markdown.comparison(a, b, comparing.compared))


def write(screen: "MainScreen", path: Path) -> None:
    """Write in the background in the format that the name's ending asks for; say what happened."""
    style = FORMATS.get(path.suffix.lower())
    if style is None or (style == "csv" and screen.view == "compare"):
        endings = ".html, .md or .json" if screen.view == "compare" else ".html, .md, .json or .csv"
        screen.actions.say(f"the name must end in {endings}")
        return
    if path.exists():
        screen.actions.say(f"{path} is there already: choose another name")
        return
    chosen = style

    def work() -> None:
        text = comparison(screen.comparing, chosen) if screen.view == "compare" else _report(screen, chosen)
        try:
            files.write_atomically(path, text)
        except OSError as error:
            told = f"{path}: {(error.strerror or str(error)).lower()}"
        else:
            told = f"written: {path}"
        screen.app.call_from_thread(screen.actions.say, told)

    screen.actions.say(f"writing {path} …")
    screen.run_worker(work, thread=True, group="export")


def _report(screen: "MainScreen", style: str) -> str:
    entries, skipped = gathering.entries(screen.library)
    if style == "json":
        return records.dump(records.report(entries, skipped))
    if style == "csv":
        return "".join(tables.sentences(entries))
    return "".join((page if style == "html" else markdown).report(entries, skipped))
