from pathlib import Path

import pytest

from seedreader.store import gathering, seeds
from seedreader.store.gathering import Nearness, entries, nearest_letters, nearness
from seedreader.store.library import Library

TEXT = "The ferry ran aground off Kvalvik. Divers will inspect the hull on Wednesday, the coast guard said.\n"


def gathered(folder: Path) -> Library:
    found = Library([folder])
    found.gather()
    return found


def test_what_can_be_read_is_analysed_and_the_rest_told_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.xyz").write_bytes(b"\x89PNG")
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    found, skipped = entries(Library([tmp_path]))
    assert [(entry.id, entry.path) for entry in found] == [
        ("A", f"{tmp_path}/a.txt"),
        ("C", f"{tmp_path}/d.txt"),
    ]
    assert skipped == [
        (f"{tmp_path}/c.xyz", "it is a picture, not text"),
        (f"{tmp_path}/b.txt", "it is a PDF, not text"),
    ]


def test_nothing_told_carries_control_characters(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.\x1b[31mx").write_bytes(b"%PDF-1.4")
    (tmp_path / "b\x1b[2J.txt").write_bytes(b"")
    found, skipped = entries(Library([tmp_path]))
    assert found == []
    assert len(skipped) == 2
    assert not any("\x1b" in part for item in skipped for part in item)


def test_the_seeds_find_their_nearest() -> None:
    library = gathered(seeds.folder())
    found = nearness(library.articles)
    assert [found[index].letter for index in range(2)] == ["B", "A"]
    assert found[1].forth > found[1].back
    assert (found[0].forth, found[0].back) == (found[1].back, found[1].forth)
    assert nearest_letters(library)[1] == f"A {found[1].forth}%"


def test_the_nearest_of_what_can_be_read_leaves_out_the_rest(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    library = Library([tmp_path])
    assert len(entries(library)[0]) == 2
    assert nearest_letters(library) == ["C 100%", "A 100%"]


def test_an_article_alone_is_nearest_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    library = gathered(tmp_path)
    assert nearness(library.articles) == {}
    assert nearest_letters(library) == [""]


def test_the_work_can_be_stopped() -> None:
    seen: list[int] = []

    def step(done: int) -> bool:
        seen.append(done)
        return done < 2

    assert nearness(gathered(seeds.folder()).articles, step) == {}
    assert seen == [0, 1, 2]


def test_in_a_great_set_nearness_is_not_computed_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "NEAREST_LIMIT", 4)
    monkeypatch.setattr(gathering, "nearness", lambda articles: pytest.fail("computed"))
    assert nearest_letters(gathered(seeds.folder())) == [""] * 5


def test_both_shares_are_shown() -> None:
    assert str(Nearness("B", 79, 100)) == "B 79%> <100%"


def test_the_seeds_are_five() -> None:
    assert len(gathered(seeds.folder()).articles) == 5
