import pytest

from seedreader.app import keymap
from seedreader.app.commands import Command
from seedreader.app.keymap import PENDING, build, parse, show

DEFAULT, _ = build({})


def command_at(keys: str, view: str = "read", pane: str = "text") -> str:
    found = DEFAULT.find(parse(keys), view, pane)
    return (
        found.id if found is not None and not isinstance(found, keymap.Pending) else str(found and "pending")
    )


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("j", ("j",)),
        ("]c", ("]", "c")),
        ("ctrl+d", ("ctrl+d",)),
        ("space", ("space",)),
        ("f5", ("f5",)),
        ("+", ("+",)),
        ("gg", ("g", "g")),
    ],
)
def test_a_key_is_read_as_written(written: str, keys: tuple[str, ...]) -> None:
    assert parse(written) == keys


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        parse("")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ctrl+d", "^d"),
        ("space", "Space"),
        ("]c", "]c"),
        ("escape", "Esc"),
        ("up", "↑"),
        ("+", "+"),
        ("\\", "\\"),
    ],
)
def test_a_key_is_shown_as_a_reader_knows_it(written: str, shown: str) -> None:
    assert show(parse(written)) == shown


def test_keys_mean_what_the_place_says() -> None:
    assert command_at("]q") == "next-quote"
    assert command_at("]q", view="compare") == "None"
    assert command_at("]c", view="compare") == "next-change"
    assert command_at("F", pane="list") == "filter"
    assert command_at("F") == "None"


def test_the_first_key_of_a_chord_waits_for_the_second() -> None:
    assert DEFAULT.find(("]",), "read", "text") is PENDING
    assert DEFAULT.find(("]", "z"), "read", "text") is None


def test_continuations_name_what_may_follow() -> None:
    following = {key: command.id for key, command in DEFAULT.continuations(("]",), "read", "text")}
    assert following == {"q": "next-quote", "b": "next-boilerplate"}


def test_own_keys_replace_the_default_ones() -> None:
    keys, problems = build({"next": "Z ctrl+j"})
    assert not problems
    assert keys.all_shown("next") == "Z ^j"
    found = keys.find(("Z",), "read", "text")
    assert found is not None
    assert keys.find(("j",), "read", "text") is None


def test_a_chord_can_be_chosen() -> None:
    keys, problems = build({"top": "ZZ"})
    assert not problems
    assert keys.find(("Z",), "read", "text") is PENDING
    assert keys.shown("top") == "ZZ"


def test_two_commands_may_exchange_their_keys() -> None:
    keys, problems = build({"next": "k", "previous": "j"})
    assert not problems
    assert (keys.shown("next"), keys.shown("previous")) == ("k", "j")


def test_a_taken_key_is_told_and_stays_with_its_command() -> None:
    keys, problems = build({"export": "y x"}, "my.toml")
    assert len(problems) == 2  # y is copy everywhere, x is swap in Compare
    assert all(problem.startswith("my.toml: keys.export: ") for problem in problems)
    assert any("y is taken by copy" in problem for problem in problems)
    found = keys.find(("y",), "read", "text")
    assert isinstance(found, Command)
    assert found.id == "copy"


def test_a_key_that_begins_a_chord_of_another_is_taken_too() -> None:
    _, problems = build({"export": "]"})
    assert problems


def test_the_same_key_in_places_that_never_meet_is_fine() -> None:
    _, problems = build({"filter": "Z"})  # in the list
    assert not problems
    _, problems = build({"flow": "s"})  # Read; s is the layout of Compare
    assert not problems


def test_of_two_own_keys_that_clash_the_first_command_keeps_it() -> None:
    keys, problems = build({"export": "Z", "copy": "Z"})
    assert problems
    found = keys.find(("Z",), "read", "text")
    assert isinstance(found, Command)
    assert found.id == "copy"  # it comes first in the table of commands


def test_an_unknown_command_is_told() -> None:
    _, problems = build({"fly": "Z"}, "my.toml")
    assert problems == ["my.toml: keys.fly: there is no such command."]
