import pytest

from seedreader.app import footer, keymap
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
def test_more_room_never_shows_fewer_keys(view: str, pane: str) -> None:
    counts = [len(footer.pieces(KEYS, view, pane, width)) for width in range(20, 240)]
    assert all(one <= other for one, other in zip(counts, counts[1:], strict=False))


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
