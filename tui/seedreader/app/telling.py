"""What the lines at the top and bottom of the main screen say."""

from typing import TYPE_CHECKING

from seedreader.app import footer
from seedreader.app.commands import VIEWS
from seedreader.app.widgets.rows import Piece
from seedreader.app.widgets.wrap import cell_width, shorten
from seedreader.store.library import NEAREST_LIMIT

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_NAMED = 100
"""Cells from which the set has its name at the top."""

_GAP = "  |  "

Line = tuple[list[Piece], list[Piece]]
"""Pieces on the left and on the right of a line."""


def header(screen: "MainScreen") -> Line:
    """Name the program, the set and the views."""
    left = [Piece(" seedreader ", ("strong",))]
    if screen.app.size.width >= _NAMED:
        left.append(Piece(f"  {screen.library.name}  {_amount(screen)}", ("dim",)))
    right = [
        Piece(f" {key} {name} ", ("active",) if screen.view == view else ("dim",))
        for key, name, view in VIEWS
    ]
    return left, [*right, Piece(" ")]


def _amount(screen: "MainScreen") -> str:
    """How many articles there are; words and boilerplate too, once all are counted."""
    library = screen.library
    count = len(library.articles)
    shown = f"{count}{'' if library.complete else '+'} article{'s' if count != 1 else ''}"
    if not library.complete or not 0 < count <= NEAREST_LIMIT:
        return shown
    known = [article.figures_known for article in library.articles if article.trouble is None]
    figures = [one for one in known if one is not None]
    if not figures or len(figures) < len(known):
        return shown
    words = sum(one.words for one in figures)
    share = round(100 * sum(one.furniture_words for one in figures) / max(1, words))
    return f"{shown}  {words} words  {share}% boilerplate"


def status(screen: "MainScreen") -> Line:
    """Say where the reader is, what is filtered, and what the last command did; or what may follow a key."""
    if screen.pending:
        following = screen.keymap.continuations(screen.pending, screen.view, screen.pane)
        names = "   ".join(f"{key} {command.label}" for key, command in following)
        return [Piece(f" {''.join(screen.pending)} ", ("key",)), Piece(names or "a letter", ("dim",))], []
    notes, told = screen.controller.status(), screen.told
    changed = screen.disk.told
    notes = [*notes[:1], *([changed] if changed else []), *notes[1:]]
    # The first note, where what is hidden is said, always stays; then comes what the command did.
    while len(notes) > 1 and _width(notes) + cell_width(told) + 3 > screen.size.width:
        notes = notes[:-1]
    left = [Piece(f" {notes[0]}")]
    for note in notes[1:]:
        left += [Piece(_GAP, ("dim",)), Piece(note)]
    told = shorten(told, screen.size.width - _width(notes) - 3)
    return left, [Piece(f" {told} ", ("strong",))] if told else []


def _width(notes: list[str]) -> int:
    return 1 + sum(map(cell_width, notes)) + len(_GAP) * (len(notes) - 1)


def keys(screen: "MainScreen") -> list[Piece]:
    """Name the keys that matter here, or what is being asked for."""
    if screen.asking:
        asked = Piece(f" {screen.asking}: ", ("strong",))
        return [asked, Piece("Enter takes it, Esc leaves it", ("dim",))]
    return footer.pieces(screen.keymap, screen.view, screen.pane, screen.app.size.width)
