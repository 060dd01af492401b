from pathlib import Path

import pytest

from seedreader.app import keymap
from seedreader.app.actions import Actions
from seedreader.app.commands import COMMANDS, SECTIONS, Command, in_scope
from tests.app.driving import running

README = Path(__file__).resolve().parent.parent.parent / "README.md"
PLACES = [("read", "list"), ("read", "text"), ("read", "evidence"), ("compare", "list"), ("compare", "text")]


def test_ids_are_unique_and_every_command_has_a_key_and_words() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)
    for command in COMMANDS:
        assert command.keys, command.id
        assert command.label, command.id
        assert command.text, command.id
        assert command.section in SECTIONS, command.id


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_handler(command: Command) -> None:
    assert callable(getattr(Actions, "do_" + command.id.replace("-", "_")))


def test_every_handler_has_a_command() -> None:
    handlers = {name[3:].replace("_", "-") for name in dir(Actions) if name.startswith("do_")}
    assert handlers == {command.id for command in COMMANDS}


@pytest.mark.parametrize(("view", "pane"), PLACES)
def test_a_key_means_one_thing_in_a_place(view: str, pane: str) -> None:
    taken: dict[keymap.Keys, str] = {}
    for command in COMMANDS:
        if not in_scope(command, view, pane):
            continue
        for key in map(keymap.parse, command.keys):
            for length in range(1, len(key) + 1):
                assert key[:length] not in taken, (command.id, taken[key[:length]])
            taken[key] = command.id
    assert not [key for key in taken for other in taken if key != other and other[: len(key)] == key]


@pytest.mark.parametrize(
    ("keys", "view", "pane"),
    [((), "read", "text"), (("h",), "read", "list"), (("d", "b"), "compare", "text")],
)
async def test_the_help_sheet_names_every_command_that_works_here(
    keys: tuple[str, ...], view: str, pane: str
) -> None:
    async with running(size=(120, 120)) as run:
        await run.press(*keys)
        await run.press("?")
        shown = " ".join(run.text.split())
    for command in COMMANDS:
        named = f"{run.main.keymap.all_shown(command.id)} {command.text}" in shown
        assert named == in_scope(command, view, pane), command.id


@pytest.mark.parametrize(("keys", "view", "pane"), [((), "read", "text"), (("d", "b"), "compare", "text")])
async def test_the_palette_lists_every_command_that_works_here(
    keys: tuple[str, ...], view: str, pane: str
) -> None:
    from seedreader.app.screens import choices

    async with running() as run:
        await run.press(*keys)
        listed = {choice.id for choice in choices.palette(run.main)._narrow("")}
    assert listed == {c.id for c in COMMANDS if c.palette and in_scope(c, view, pane)}


def test_the_readme_names_every_key() -> None:
    if "| keys |" not in (text := README.read_text(encoding="utf-8")):
        pytest.skip("the README has no table of keys yet")
    missing = [key for c in COMMANDS for key in c.keys[:1] if keymap.show(keymap.parse(key)) not in text]
    assert not missing
