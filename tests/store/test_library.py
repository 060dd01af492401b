from pathlib import Path

import pytest

from seedreader.store import library
from seedreader.store.library import Library
from seedreader.store.paths import Skipped
from seedreader.store.reading import Decoded


def folder(path: Path, count: int) -> Path:
    for number in range(count):
        (path / f"{number:03}.txt").write_text(f"Text number {number}.\n", encoding="utf-8")
    return path


def gathered(path: Path, count: int) -> Library:
    found = Library([folder(path, count)])
    assert found.gather()
    return found


def test_articles_have_letters_in_path_order_past_z(tmp_path: Path) -> None:
    found = gathered(tmp_path, 28)
    assert [article.letter for article in found.articles[24:]] == ["Y", "Z", "AA", "AB"]
    assert [article.name for article in found.articles[:2]] == ["000.txt", "001.txt"]


@pytest.mark.parametrize(("letters", "name"), [("A", "000.txt"), ("z", "025.txt"), ("aB", "027.txt")])
def test_an_article_is_found_by_its_letters_in_either_case(tmp_path: Path, letters: str, name: str) -> None:
    article = gathered(tmp_path, 28).by_letter(letters)
    assert article
    assert article.name == name


@pytest.mark.parametrize("letters", ["", "C", "1", "A.1", "é"])
def test_other_letters_name_no_article(tmp_path: Path, letters: str) -> None:
    assert gathered(tmp_path, 2).by_letter(letters) is None


def test_finding_stops_when_its_time_is_over_and_goes_on_where_it_was(tmp_path: Path) -> None:
    found = Library([folder(tmp_path, 100)])
    assert not found.gather(seconds=-1)
    assert 0 < len(found.articles) < 100
    assert not found.complete
    steps = 0
    while not found.gather(seconds=-1):
        steps += 1
    assert steps < 100
    assert [article.name for article in found.articles] == [f"{number:03}.txt" for number in range(100)]
    assert found.gather()
    assert len(found.articles) == 100


def test_standard_input_comes_first_and_what_was_skipped_is_kept(tmp_path: Path) -> None:
    skipped = Skipped("x", "it is empty")
    found = Library(
        [folder(tmp_path, 1), tmp_path / "gone"], [("standard input", Decoded("Text.", "utf-8"))], [skipped]
    )
    found.gather()
    assert [(article.letter, article.name) for article in found.articles] == [
        ("A", "standard input"),
        ("B", "000.txt"),
    ]
    assert found.skipped == [skipped, Skipped(str(tmp_path / "gone"), "there is no such file or folder")]


def test_the_texts_not_used_longest_are_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "KEPT_TEXTS", 2)
    found = gathered(tmp_path, 3)
    first, second, third = found.articles
    for article in (first, second, first, third):
        article.part(0)
        found.touch(article)
    assert [article.is_split(0) for article in found.articles] == [True, False, True]


@pytest.mark.parametrize(
    ("paths", "name"),
    [
        ([], "standard input"),
        (["set"], "set/"),
        (["set/000.txt"], "000.txt"),
        (["set", "b"], "set/ and 1 more"),
    ],
)
def test_a_set_is_called_by_what_was_opened(tmp_path: Path, paths: list[str], name: str) -> None:
    (tmp_path / "set").mkdir()
    folder(tmp_path / "set", 1)
    assert Library([tmp_path / path for path in paths]).name == name
