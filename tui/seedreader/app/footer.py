"""The line of keys at the bottom: the few that matter here, as many as there is room for."""

from seedreader.app.commands import COMMANDS, in_scope
from seedreader.app.keymap import Keymap
from seedreader.app.widgets.rows import Piece
from seedreader.app.widgets.wrap import cell_width

_GAP = "  "
_ALWAYS = 90


def pieces(keys: Keymap, view: str, pane: str, width: int) -> list[Piece]:
    """Return the keys that fit into ``width``; help and the way back always do."""
    here = [command for command in COMMANDS if command.rank and in_scope(command, view, pane)]
    entries = [(c.rank, keys.shown(c.id), c.label) for c in here if keys.shown(c.id)]
    entries.sort(key=lambda entry: entry[0])
    kept = [entry for entry in entries if entry[0] >= _ALWAYS]
    room = width - 1 - sum(_width(entry) for entry in kept)
    first: list[tuple[int, str, str]] = []
    for entry in entries:
        if entry[0] < _ALWAYS and room >= _width(entry):
            first.append(entry)
            room -= _width(entry)
    shown: list[Piece] = [Piece(" ")]
    for _, key, label in (*first, *kept):
        shown += [Piece(key, ("key",)), Piece(f" {label}{_GAP}", ("dim",))]
    return shown


def _width(entry: tuple[int, str, str]) -> int:
    return cell_width(entry[1]) + 1 + cell_width(entry[2]) + len(_GAP)
