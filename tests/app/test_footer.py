import pytest

from seedreader.app import footer, keymap
from seedreader.app.commands import COMMANDS, in_scope
from seedreader.app.widgets.wrap import cell_width

KEYS, _ = keymap.build({})
PLACES = [("read", "text"), ("read", "list"), ("read", "evidence"), ("compare", "text"), ("compare", "list")]


def line(view: str, pane: str, width: int) -> str:
    return "".join(piece.text for piece in footer.pieces(KEYS, view, pane, width))


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize(("view", "pane"), PLACES)
def test_the_line_fits_and_always_has_help_and_the_way_back(view: str, pane: str, width: int) -> None:
    shown = line(view, pane, width)
    assert cell_width(shown.rstrip()) <= width
    assert "? help" in shown
    assert "q back" in shown


@pytest.mark.parametrize(("view", "pane"), PLACES)
def test_with_room_enough_every_ranked_command_is_named(view: str, pane: str) -> None:
    shown = line(view, pane, 400)
    for command in COMMANDS:
        named = f" {KEYS.shown(command.id)} {command.label}  " in shown
        assert named == bool(command.rank and in_scope(command, view, pane)), command.id


def test_only_keys_that_work_here_are_named() -> None:
    assert "swap" in line("compare", "text", 200)
    assert "swap" not in line("read", "text", 200)
    assert "filter" in line("read", "list", 200)
    assert "filter" not in line("read", "text", 200)
    assert "next change" not in line("read", "text", 200)


def test_keys_of_the_configuration_are_shown() -> None:
    keys, _ = keymap.build({"help": "f1"})
    shown = "".join(piece.text for piece in footer.pieces(keys, "read", "text", 80))
    assert "f1 help" in shown
