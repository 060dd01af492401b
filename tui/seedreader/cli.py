"""The command line: picks the screen or plain output, and imports nothing heavy before it knows which."""

import argparse
import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import seedreader

if TYPE_CHECKING:
    from seedreader.store.library import Library

DESCRIPTION = "Read articles that tell the same story: boilerplate and quotations marked, any two lined up."
EPILOG = """\
commands:
  seedreader report [PATH ...]      the same analysis as json, md, html or csv
  seedreader compare A B            two articles lined up; exit status 0 same, 1 different, 2 trouble
  seedreader completions SHELL      completions for bash, zsh or tcsh
A command's own options: seedreader COMMAND --help. To open a folder named like a command: ./report.
"""
READ_FORMATS = ("json", "md", "html", "csv")
COMPARE_FORMATS = ("text", "json", "md", "html")


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {_plain(message)}. See {self.prog} --help.\n")


def reader_parser() -> argparse.ArgumentParser:
    """The parser of ``seedreader [PATH …]``."""
    parser = _Parser(
        prog="seedreader",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="folders and files; - is standard input; default: the seeds"
    )
    parser.add_argument("--config", metavar="FILE", help="another configuration file")
    parser.add_argument("--theme", help="a theme for this run")
    parser.add_argument("--version", action="version", version=f"seedreader {seedreader.__version__}")
    return parser


def report_parser() -> argparse.ArgumentParser:
    """The parser of ``seedreader report``."""
    parser = _Parser(prog="seedreader report", description="Analyse articles without a screen.")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="folders and files; - is standard input; default: the seeds"
    )
    parser.add_argument("--format", choices=READ_FORMATS, default="md", help="default: md")
    parser.add_argument(
        "--claims", action="store_true", help="csv: a row per claim and article, not per sentence"
    )
    parser.add_argument("--out", metavar="FILE", help="write to a file instead of standard output")
    return parser


def compare_parser() -> argparse.ArgumentParser:
    """The parser of ``seedreader compare``."""
    parser = _Parser(prog="seedreader compare", description="Line two articles up, sentence by sentence.")
    parser.add_argument("a", metavar="A", help="the left article")
    parser.add_argument("b", metavar="B", help="the right article")
    parser.add_argument("--format", choices=COMPARE_FORMATS, default="text", help="default: text")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status: 0 fine, 1 nothing readable, 2 wrong usage."""
    commands = {"report": _report, "compare": _compare, "completions": _completions}
    if arguments and arguments[0] in commands:
        return commands[arguments[0]](arguments[1:])
    return _read(arguments)


def entry() -> int:
    """Run with the arguments of this process; a closed pipe ends the program silently, as with other tools."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it stays open
    try:
        try:
            return main(sys.argv[1:])
        finally:
            with _writing():
                sys.stdout.flush()
    except BrokenPipeError:
        _mute()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence and a file instead of a traceback
        from seedreader.store import faults

        print(faults.told(error), file=sys.stderr)
        return 1


def _read(arguments: Sequence[str]) -> int:
    options = reader_parser().parse_args(arguments)
    drawn = sys.stdout.isatty() and sys.stderr.isatty()
    library, fault = _open(options.paths)
    if library is None:
        return _fail(fault, status=1)
    if not drawn or not _keys_from_terminal():
        return _list(library)
    from seedreader.app import start

    return start.run(library, config=options.config, theme=options.theme)


def _open(paths: Sequence[str]) -> "tuple[Library | None, str]":
    """Make the set of articles that the arguments name; the second value says what is wrong with them."""
    from seedreader.store import seeds
    from seedreader.store.library import Library
    from seedreader.store.paths import Skipped
    from seedreader.store.reading import Decoded, UnreadableError, decode, drain

    given: list[tuple[str, Decoded]] = []
    skipped: list[Skipped] = []
    wanted = list(paths)
    if "" in wanted:
        return None, "an empty path names no file or folder"
    piped = not wanted and _piped()
    if piped or "-" in wanted:
        wanted = [path for path in wanted if path != "-"]
        try:
            data = drain(sys.stdin.buffer) if sys.stdin else b""
            if data or not piped:
                given.append(("standard input", decode(data)))
        except UnreadableError as error:
            if not wanted:
                return None, f"standard input: {error}"
            skipped.append(Skipped("standard input", str(error)))
    if not wanted and not given:
        wanted = [str(seeds.folder())]
    missing = [path for path in wanted if not os.path.lexists(path)]
    if missing and len(missing) == len(wanted) and not given:
        return None, f"{_plain(', '.join(missing))}: there is no such file or folder"
    return Library([Path(path) for path in wanted], given, skipped), ""


def _keys_from_terminal() -> bool:
    """Let keys come from the terminal where standard input was an article; return whether they can."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
    except OSError:
        return False
    os.close(terminal)
    return True


def _piped() -> bool:
    """Whether standard input is a pipe or a file; a terminal, a closed one or /dev/null is not."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _list(library: "Library") -> int:
    from seedreader.engine.report import listing
    from seedreader.store import gathering

    entries, skipped = gathering.entries(library)
    if not entries:
        return _nothing(library, skipped)
    _print(listing.articles(entries, gathering.nearest_letters(library)))
    _tell(skipped)
    return 0


def _report(arguments: Sequence[str]) -> int:
    from seedreader.engine.report import markdown, page, records, tables
    from seedreader.store import gathering

    options = report_parser().parse_args(arguments)
    library, fault = _open(options.paths)
    if library is None:
        return _fail(fault, status=1)
    entries, skipped = gathering.entries(library)
    lines: Iterable[str]
    if options.format == "json":
        lines = [records.dump(records.report(entries, skipped))]
    elif options.format == "csv":
        told = options.claims
        lines = tables.claims(entries, records.told_in(entries)) if told else tables.sentences(entries)
    elif options.format == "html":
        lines = page.report(entries, skipped)
    else:
        lines = markdown.report(entries, skipped)
    if options.out:
        from seedreader.store import files

        try:
            files.write_atomically(Path(options.out), "".join(lines))
        except OSError as error:
            return _fail(f"{_plain(options.out)}: {(error.strerror or str(error)).lower()}")
    else:
        _print(lines)
    if not entries:
        return _nothing(library, skipped)
    _tell(skipped)
    return 0


def _compare(arguments: Sequence[str]) -> int:
    import shutil

    from seedreader.engine.comparison import compare, with_conflicts
    from seedreader.engine.report import listing, markdown, page, records
    from seedreader.store import gathering
    from seedreader.store.article import Article
    from seedreader.store.reading import UnreadableError
    from seedreader.store.recurrence import Recurrence

    options = compare_parser().parse_args(arguments)
    together = Recurrence()
    articles = [
        Article(index, Path(path), path, recurrence=together)
        for index, path in enumerate((options.a, options.b))
    ]
    gathering.mark(articles)
    entries: list[records.Entry] = []
    for article in articles:
        try:
            entries.append(gathering.entry(article))
        except UnreadableError as error:
            return _fail(f"{article.shown_path}: {error}")
    a, b = entries
    compared = with_conflicts(compare(a.analysis, b.analysis))
    lines: Iterable[str]
    if options.format == "json":
        lines = [records.dump(records.comparison(a, b, compared))]
    elif options.format == "md":
        lines = markdown.comparison(a, b, compared)
    elif options.format == "html":
        lines = page.comparison(a, b, compared)
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
        lines = listing.comparison(a, b, compared, width, colour=colour)
    _print(lines)
    return 0 if compared.same else 1


def _completions(arguments: Sequence[str]) -> int:
    from seedreader import completions

    parser = _Parser(prog="seedreader completions", description="Print completions for a shell.")
    parser.add_argument("shell", choices=completions.SHELLS, metavar="SHELL", help="bash, zsh or tcsh")
    options = parser.parse_args(arguments)
    _print([completions.script(options.shell), "\n"])
    return 0


def _nothing(library: "Library", skipped: Sequence[tuple[str, str]]) -> int:
    _tell(skipped)
    return _fail(f"{_plain(library.name)}: there is no article to read", status=1)


def _tell(skipped: Sequence[tuple[str, str]]) -> None:
    for path, reason in skipped:
        print(f"seedreader: {path}: {reason}.", file=sys.stderr)


def _fail(message: str, status: int = 2) -> int:
    print(f"seedreader: {message}.", file=sys.stderr)
    return status


def _print(lines: Iterable[str]) -> None:
    """Write UTF-8 whatever the locale says: a report is the same bytes everywhere."""
    out = sys.stdout.buffer
    with _writing():
        for line in lines:
            out.write(line.encode("utf-8", "replace"))
        out.flush()


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    """A full disk is told in a sentence; a closed pipe is left to ``entry``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _mute()
        raise SystemExit(_fail(f"standard output: {(error.strerror or str(error)).lower()}")) from None


def _mute() -> None:
    # Python flushes standard output once more at exit; where that fails it would print a traceback.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _plain(text: str) -> str:
    from seedreader.engine.sanitize import plain

    return plain(text)
