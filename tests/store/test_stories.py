from collections.abc import Sequence
from pathlib import Path

import pytest

from seedreader.engine.pairs import PairContext
from seedreader.engine.story.table import Pair
from seedreader.store import aside, remembered, seeds, stories
from seedreader.store.library import Library
from seedreader.store.stories import Story

FERRY = [
    "The ferry Solveig ran aground off Kvalvik on Tuesday night with 214 people on board.",
    "Nobody was hurt, the coast guard said, and all passengers were taken ashore in lifeboats.",
    "Divers will inspect the hull on Wednesday before tugs try to pull the vessel free.",
    "The shipping line cancelled all crossings until the weekend and offered buses instead.",
    "An inquiry board in Oslo has opened an investigation into the course the captain had chosen.",
    "Fishermen had warned for years that the beacon on the reef was too weak to be seen in fog.",
]


def library(folder: Path, *texts: Sequence[str]) -> Library:
    for number, sentences in enumerate(texts):
        (folder / f"{number:03}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    found = Library([folder])
    found.gather()
    return found


@pytest.fixture
def lined_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first sentences of the left texts of all pairs that were lined up."""
    done: list[str] = []
    real = stories.line_up

    def line_up(left: Sequence[str], right: Sequence[str], context: PairContext) -> Pair:
        done.append(left[0])
        return real(left, right, context)

    monkeypatch.setattr(stories, "line_up", line_up)
    return done


def built(found: Story | None) -> Story:
    assert found is not None
    return found


def test_the_seeds_are_lined_up_each_with_each() -> None:
    found = Library([seeds.folder()])
    found.gather()
    story = built(stories.build(found.articles))
    assert len(story.overview.table.pairs) == 10
    assert story.overview.table.is_complete
    assert story.is_complete
    assert not story.is_old
    assert story.asked == (0, 1, 2, 3, 4)
    assert [story.place(article) for article in found.articles] == [0, 1, 2, 3, 4]
    assert story.overview.reading(1, 0) == "{0} looks condensed from {1}"


def test_progress_is_told_and_can_stop_the_work(tmp_path: Path) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    told: list[tuple[int, int]] = []

    def step(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert stories.build(found.articles, step) is not None
    assert told[:3] == [(0, 3), (1, 3), (2, 3)]
    assert told[-3:] == [(0, 3), (1, 3), (2, 3)]
    for stop in range(len(told)):
        left = iter([True] * stop)
        assert stories.build(found.articles, lambda done, total, left=left: next(left, False)) is None  # type: ignore[misc]


def test_pairs_of_the_open_article_come_first(tmp_path: Path) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:], FERRY[1:5])
    early: list[Story] = []
    story = built(stories.build(found.articles, first=found.articles[3], early=early.append))
    (before,) = early
    assert not before.is_complete
    assert {(pair.one, pair.other) for pair in before.overview.table.pairs} == {(0, 3), (1, 3), (2, 3)}
    assert before.overview.table.support(3, 1) == story.overview.table.support(3, 1)
    assert len(story.overview.table.pairs) == 6


def test_only_what_changed_is_lined_up_again(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    story = built(stories.build(found.articles))
    assert len(lined_up) == 3
    lined_up.clear()
    again = built(stories.build(found.articles, known=story.known))
    assert lined_up == []
    assert again.overview == story.overview
    more = [*FERRY[2:], "Insurance experts warned against early guesses about the damage."]
    (tmp_path / "002.txt").write_text("\n\n".join(more) + "\n", encoding="utf-8")
    found.articles[2].reload()
    changed = built(stories.build(found.articles, known=again.known))
    assert len(lined_up) == 2
    assert changed.overview == built(stories.build(found.articles)).overview


def test_what_was_lined_up_is_known_whatever_the_order(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    story = built(stories.build(found.articles))
    lined_up.clear()
    turned = built(stories.build(found.articles[::-1], known=story.known))
    assert lined_up == []
    assert turned.overview.table.support(2, 1) == tuple(
        sorted(one._replace(article=2 - one.article) for one in story.overview.table.support(0, 1))
    )


def test_what_cannot_be_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = library(tmp_path, FERRY, FERRY[:4])
    (tmp_path / "003.txt").write_bytes(b"%PDF-1.4")
    found = Library([tmp_path])
    found.gather()
    story = built(stories.build(found.articles))
    assert (len(story.articles), story.left_out) == (2, 1)
    assert story.place(found.articles[2]) is None
    monkeypatch.setattr(stories, "LONGEST", 5)
    assert [article.name for article in built(stories.build(found.articles)).articles] == ["001.txt"]
    assert built(stories.build([])).overview.claims == ()


def test_a_story_is_old_when_other_articles_changed_the_furniture(tmp_path: Path) -> None:
    line = "Subscribe to the Kvalvik Courier and read all about the fjord every morning"
    found = library(
        tmp_path, [*FERRY[:3], line], [*FERRY[3:], line], ["Something else happened in Bergen.", line]
    )
    story = built(stories.build(found.articles[:1]))
    assert not story.is_old
    stories.build(found.articles)
    assert story.is_old


@pytest.mark.parametrize("processes", [0, 2])
def test_processes_give_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(stories, "WORTH_PROCESSES", 1)
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    story = built(stories.build(found.articles, processes=processes))
    assert story.overview == built(stories.build(found.articles)).overview


def test_work_is_done_here_where_no_process_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(aside, "ProcessPoolExecutor", refuse)
    assert list(aside.run(divmod, [(7, 2), (9, 4)], 2)) == [(3, 1), (2, 1)]


def dies(number: int) -> int:
    import multiprocessing
    import os

    if multiprocessing.parent_process() is not None:
        os._exit(3)
    return number * number


def test_work_is_done_here_when_the_processes_die() -> None:
    assert list(aside.run(dies, [(number,) for number in range(5)], 2)) == [0, 1, 4, 9, 16]


def test_closing_stops_the_processes() -> None:
    results = aside.run(divmod, ((number, 2) for number in range(10_000)), 2)
    assert next(results) == (0, 0)
    results.close()
    assert list(results) == []


def test_copies_are_found_without_lining_up(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY, ["Something else happened in Bergen."])
    (tmp_path / "broken.txt").write_bytes(b"")
    found = Library([tmp_path])
    found.gather()
    copies = stories.copies(found.articles)
    assert copies is not None
    assert [(pair.one, pair.other, pair.reason) for pair in copies.kin] == [(0, 1, "exact copy")]
    assert lined_up == []
    assert stories.copies(found.articles, lambda done, total: done < 1) is None


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which pairs are kept between runs."""
    state = tmp_path_factory.mktemp("state") / "state.json"
    monkeypatch.setenv("SEEDREADER_STATE", str(state))
    return state.parent / "pairs"


def test_pairs_are_kept_between_runs(tmp_path: Path, kept: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    story = built(stories.build(found.articles))
    assert remembered.load("ferries") == {}
    remembered.save("ferries", story.known)
    assert remembered.load("ferries") == story.known
    assert remembered.load("others") == {}
    lined_up.clear()
    again = built(stories.build(found.articles, known=remembered.load("ferries")))
    assert lined_up == []
    assert again.overview == story.overview
    assert FERRY[0] not in "".join(file.read_text(encoding="utf-8") for file in kept.iterdir())


@pytest.mark.parametrize("change", ["", "{", "[]", "{}", '{"made": 1}', "x" * 10])
def test_what_was_kept_and_is_broken_is_not_used(tmp_path: Path, kept: Path, change: str) -> None:
    story = built(stories.build(library(tmp_path, FERRY, FERRY[:4]).articles))
    remembered.save("ferries", story.known)
    (file,) = kept.iterdir()
    file.write_text(change, encoding="utf-8")
    assert remembered.load("ferries") == {}


def test_numbers_that_do_not_fit_are_not_used(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4])
    story = built(stories.build(found.articles))
    wrong = {key: Pair(0, 1, pair.ties, pair.near_one[:1], ()) for key, pair in story.known.items()}
    lined_up.clear()
    assert built(stories.build(found.articles, known=wrong)).overview == story.overview
    assert len(lined_up) == 1


def test_pairs_of_another_aligner_are_not_used(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = built(stories.build(library(tmp_path, FERRY, FERRY[:4]).articles))
    remembered.save("ferries", story.known)
    assert remembered.load("ferries")
    monkeypatch.setattr(remembered, "_maker", lambda: "another")
    assert remembered.load("ferries") == {}


def test_only_the_latest_sets_are_kept_and_only_beside_a_plain_file(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = built(stories.build(library(tmp_path, FERRY, FERRY[:4]).articles))
    monkeypatch.setattr(remembered, "KEPT", 3)
    for number in range(5):
        remembered.save(str(number), story.known)
    assert len(list(kept.iterdir())) == 3
    monkeypatch.setenv("SEEDREADER_STATE", "/dev/null")
    assert remembered.folder() is None
    remembered.save("ferries", story.known)
    assert remembered.load("ferries") == {}
