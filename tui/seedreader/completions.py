"""Shell completions, made by shtab from the argument parsers."""

import argparse

import shtab

from seedreader import cli

SHELLS = ("bash", "zsh", "tcsh")


def script(shell: str) -> str:
    """Return the completion script for one of ``SHELLS``: commands first, then files."""
    text = str(shtab.complete(_parser(), shell=shell))
    # Bash tries the commands; -o default lets it go on to file names where no command fits.
    return text.replace("complete -o bashdefault -F", "complete -o bashdefault -o default -F")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="seedreader", description=cli.DESCRIPTION)
    _complete_files(parser.add_argument("--config", metavar="FILE", help="another configuration file"))
    parser.add_argument("--theme", help="a theme for this run")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers()  # those without a help text shtab leaves out
    report = commands.add_parser("report", help="Analyse articles without a screen.")
    _complete_files(report.add_argument("paths", nargs="*"))
    report.add_argument("--format", choices=cli.READ_FORMATS)
    _complete_files(report.add_argument("--out"))
    compare = commands.add_parser("compare", help="Line two articles up.")
    _complete_files(compare.add_argument("a"))
    _complete_files(compare.add_argument("b"))
    compare.add_argument("--format", choices=cli.COMPARE_FORMATS)
    shells = commands.add_parser("completions", help="Print completions for a shell.")
    shells.add_argument("shell", choices=SHELLS)
    return parser


def _complete_files(action: argparse.Action) -> None:
    setattr(action, "complete", shtab.FILE)  # noqa: B010 - shtab reads an attribute argparse does not declare
