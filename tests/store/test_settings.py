from pathlib import Path

import pytest

from seedreader.store import places
from seedreader.store.settings import Settings, load


def loaded(folder: Path, text: str) -> tuple[Settings, Path]:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load(path), path


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = """
theme = "nord"
measure = 100
list_width = 30
boilerplate = "hide"
flow = true
mouse = false
[keys]
search = " ctrl+f "
"""
    found, _ = loaded(tmp_path, text)
    assert found == Settings("nord", 100, 30, "hide", True, False, {"search": "ctrl+f"})


def test_a_missing_file_gives_the_defaults_and_a_problem_only_where_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert load(path) == Settings()
    assert load(path, required=True) == Settings(problems=(f"{path}: there is no such file.",))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("colour = 1", "colour: there is no such setting."),
        ("theme = 1", "theme: a text is expected, not 1."),
        ('measure = "80"', "measure: a number is expected, not '80'."),
        ("measure = true", "measure: a number is expected, not True."),
        ("measure = 39", "measure: a number from 40 to 200 is expected, not 39."),
        ("measure = 201", "measure: a number from 40 to 200 is expected, not 201."),
        ("list_width = 23", "list_width: a number from 24 to 80 is expected, not 23."),
        ("measure = 80.5", "measure: a number is expected, not 80.5."),
        ('boilerplate = "gone"', "boilerplate: dim, hide or show is expected, not 'gone'."),
        ("flow = 1", "flow: true or false is expected, not 1."),
        ('mouse = "no"', "mouse: true or false is expected, not 'no'."),
        ("keys = 1", 'keys: a table of command = "key" is expected.'),
        ("keys.search = 1", "keys.search: a key in quotation marks is expected, not 1."),
        ('keys.search = " "', "keys.search: a key in quotation marks is expected, not ' '."),
    ],
)
def test_every_mistake_names_file_and_key_and_the_rest_counts(
    tmp_path: Path, line: str, problem: str
) -> None:
    found, path = loaded(tmp_path, f'{line}\nkeys.help = "f1"\n' if "keys =" not in line else line)
    assert found.problems == (f"{path}: {problem}",)
    defaults = Settings(keys={"help": "f1"} if "keys =" not in line else {}, problems=found.problems)
    assert found == defaults


def test_the_ends_of_a_range_are_in_it(tmp_path: Path) -> None:
    found, _ = loaded(tmp_path, "measure = 200\nlist_width = 24\n")
    assert (found.measure, found.list_width, found.problems) == (200, 24, ())


def test_all_mistakes_are_told(tmp_path: Path) -> None:
    found, _ = loaded(tmp_path, "measure = 1\nflow = 2\nwrong = 3\n")
    assert [problem.split(": ")[1] for problem in found.problems] == ["measure", "flow", "wrong"]


def test_a_file_that_is_no_toml_is_told_with_the_line(tmp_path: Path) -> None:
    found, path = loaded(tmp_path, "flow = true\nmeasure =\n")
    (problem,) = found.problems
    assert problem.startswith(f"{path}: ")
    assert "line 2" in problem
    assert not found.flow


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert loaded(tmp_path, "\ufeffflow = true\n")[0] == Settings(flow=True)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'theme = "caf\xe9"\n')
    assert load(path) == Settings(problems=(f"{path}: it is not UTF-8 and was not used.",))


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings(problems=(f"{tmp_path}: it could not be read: is a directory.",))


def test_variables_name_other_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEEDREADER_CONFIG", str(tmp_path / "c"))
    monkeypatch.setenv("SEEDREADER_STATE", str(tmp_path / "s"))
    assert (places.config_file(), places.state_file()) == (tmp_path / "c", tmp_path / "s")


def test_without_variables_the_files_lie_in_a_folder_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEEDREADER_CONFIG", raising=False)
    monkeypatch.delenv("SEEDREADER_STATE", raising=False)
    assert places.config_file().name == "config.toml"
    assert places.state_file().name == "state.json"
    assert "seedreader" in str(places.config_file().parent)
    assert "seedreader" in str(places.state_file().parent)
