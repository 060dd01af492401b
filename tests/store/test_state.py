import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.store import state
from seedreader.store.state import SetState, State, load, save

NAMES = st.text(st.characters(exclude_categories=()), max_size=8)
SETS = st.builds(SetState, NAMES, NAMES, NAMES, st.dictionaries(NAMES, st.integers(0, 10**9), max_size=3))
STATES = st.builds(State, NAMES, st.dictionaries(NAMES, SETS, max_size=3))


@given(STATES)
def test_a_state_comes_back_as_it_was_saved(tmp_path_factory: pytest.TempPathFactory, before: State) -> None:
    path = tmp_path_factory.getbasetemp() / "round/state.json"
    assert save(path, before) is None
    assert load(path) == (before, None)


def test_paths_that_are_not_utf8_are_kept(tmp_path: Path) -> None:
    before = State("", {"caf\udce9": SetState(article="\udcff.txt")})
    assert save(tmp_path / "s", before) is None
    assert load(tmp_path / "s") == (before, None)


def test_a_missing_file_gives_an_empty_state_without_a_word(tmp_path: Path) -> None:
    assert load(tmp_path / "none") == (State(), None)


BROKEN = [
    "",
    "{",
    "[]",
    "null",
    "{}",
    '{"version": 2}',
    '{"version": 1, "theme": 3}',
    '{"version": 1, "sets": []}',
]
BROKEN += ['{"version": 1, "sets": {"a": 1}}', '{"version": 1, "sets": {"a": {"view": 1}}}', "[" * 100_000]
BROKEN += ['{"version": 1, "sets": {"a": {"places": []}}}', '{"version": 1, "sets": {"a": {"other": null}}}']


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:40])
def test_a_broken_file_is_set_aside_whole_and_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text, encoding="utf-8")
    found, told = load(path)
    assert found == State()
    assert told == f"The state file was broken; it is kept as {path}.broken, and a new one is begun."
    assert not path.exists()
    assert (tmp_path / "state.json.broken").read_text(encoding="utf-8") == text


def test_a_file_that_is_not_utf8_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"\xff{}")
    assert load(tmp_path / "s")[0] == State()
    assert (tmp_path / "s.broken").read_bytes() == b"\xff{}"


def test_places_that_are_no_offsets_are_dropped_alone(tmp_path: Path) -> None:
    places = {"good": 3, "text": "3", "half": 1.5, "yes": True, "below": -1, "none": None}
    data = {"version": 1, "sets": {"a": {"places": places}}, "unknown": 1}
    (tmp_path / "s").write_text(json.dumps(data), encoding="utf-8")
    assert load(tmp_path / "s") == (State("", {"a": SetState(places={"good": 3})}), None)


def test_a_folder_in_place_of_the_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    found, told = load(tmp_path)
    assert found == State()
    assert told == f"The state file {tmp_path} could not be read: is a directory."


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = save(tmp_path / "file/state.json", State())
    assert told == f"The state could not be saved to {tmp_path}/file/state.json: not a directory."


def test_the_old_state_is_whole_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "s", State("old"))

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    told = save(tmp_path / "s", State("new"))
    assert told == f"The state could not be saved to {tmp_path}/s: no space left on device."
    assert load(tmp_path / "s") == (State("old"), None)


def test_only_the_owner_may_read_where_he_was_reading(tmp_path: Path) -> None:
    save(tmp_path / "s", State())
    assert (tmp_path / "s").stat().st_mode & 0o077 == 0


def test_the_sets_and_places_used_last_are_kept() -> None:
    before = State()
    for number in range(state._KEPT_SETS + 1):
        before = before.with_set(str(number), SetState())
    before = before.with_set("1", SetState(places={str(n): n for n in range(state._KEPT_PLACES + 1)}))
    assert len(before.sets) == state._KEPT_SETS
    assert "0" not in before.sets
    assert list(before.sets)[-1] == "1"
    assert list(before.sets["1"].places.values()) == list(range(1, state._KEPT_PLACES + 1))
