import ast
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from seedreader.engine import align
from seedreader.engine.model import Span
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


def test_pairs_of_the_open_article_come_at_once_where_they_are_known(tmp_path: Path) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:], FERRY[1:5])
    known = built(stories.build(found.articles)).known
    last = stories.key(found.articles[3].analysis())
    mine = {cell: pair for cell, pair in known.items() if last in cell}
    asked: list[tuple[int, int]] = []
    early: list[tuple[int, Story]] = []

    def step(done: int, total: int) -> bool:
        asked.append((done, total))
        return True

    def told(story: Story) -> None:
        early.append((len(asked), story))

    stories.build(found.articles, step, first=found.articles[3], early=told, known=mine)
    ((at, before),) = early
    assert not before.is_complete
    assert {(pair.one, pair.other) for pair in before.overview.table.pairs} == {(0, 3), (1, 3), (2, 3)}
    assert asked[at - 1 :] == [(0, 3), (1, 3), (2, 3)], "before any other pair"
    for given in (known, {}):
        early.clear()
        stories.build(found.articles, early=told, known=given)
        assert early == [], "no article is open"
    stories.build(found.articles, first=found.articles[3], early=told, known=known)
    assert early == [], "all are known"


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


def test_what_the_reader_overrules_is_lined_up_again(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    story = built(stories.build(found.articles))
    sentence = found.articles[0].document().sentences[1]
    span = Span(sentence.start, sentence.end)
    lined_up.clear()
    assert found.articles[0].overrule(0, span) is True
    assert story.is_old
    again = built(stories.build(found.articles, known=story.known))
    assert len(lined_up) == 2, "the pairs of that article"
    assert story.overview.table.support(1, 2)
    assert not again.overview.table.support(1, 2)
    assert not again.is_old
    lined_up.clear()
    assert found.articles[0].overrule(0, span) is None
    assert built(stories.build(found.articles, known=story.known)).overview == story.overview
    assert lined_up == []


def test_what_the_reader_overrules_meanwhile_makes_the_story_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:])
    sentence = found.articles[0].document().sentences[1]
    real = stories.line_up

    def line_up(left: Sequence[str], right: Sequence[str], context: PairContext) -> Pair:
        monkeypatch.setattr(stories, "line_up", real)
        assert found.articles[0].overrule(0, Span(sentence.start, sentence.end)) is True
        return real(left, right, context)

    monkeypatch.setattr(stories, "line_up", line_up)
    story = built(stories.build(found.articles))
    assert story.overview.table.support(0, 2)
    assert story.is_old
    again = built(stories.build(found.articles, known=story.known))
    assert not again.overview.table.support(0, 2)
    assert not again.is_old


def test_rejected_links_support_nothing_and_are_still_known(tmp_path: Path, lined_up: list[str]) -> None:
    found = library(tmp_path, FERRY, FERRY[:4])
    story = built(stories.build(found.articles))
    assert story.overview.table.support(0, 2)
    rejected = frozenset({frozenset({(0, FERRY[1]), (1, FERRY[1])})})
    lined_up.clear()
    again = built(stories.build(found.articles, known=story.known, rejected=rejected))
    assert lined_up == []
    assert again.known == story.known
    assert not again.overview.table.support(0, 2)
    assert again.overview.table.support(0, 1) == story.overview.table.support(0, 1)


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


BESIDE_A_SCREEN = """
import os, sys

from seedreader.store import aside

class Taken:
    def write(self, text): ...
    def flush(self): ...
    def fileno(self): return -1

if __name__ == "__main__":
    sys.stdout, sys.stderr = Taken(), Taken()
    found = set(aside.run(os.getpid, [()] * 4, 2))
    os._exit(0 if found and os.getpid() not in found else 1)
"""


def test_processes_start_though_a_screen_has_taken_the_error_stream(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text(BESIDE_A_SCREEN, encoding="utf-8")
    done = subprocess.run([sys.executable, str(tmp_path / "beside.py")], timeout=60, check=False)
    assert done.returncode == 0


KILLED = """
import os, signal, sys, time

from seedreader.store import aside

if __name__ == "__main__":
    results = aside.run(time.sleep, [(0,)] * 50, 1)
    next(results)
    children = open(f"/proc/self/task/{os.getpid()}/children").read().split()
    print(*children, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc")
def test_processes_end_with_the_program_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "killed.py")], timeout=60, check=False, capture_output=True, text=True
    )
    children = [int(pid) for pid in done.stdout.split()]
    assert len(children) == 2, "one that works, one that keeps count"
    until = time.monotonic() + 30
    while any(alive(pid) for pid in children) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(alive(pid) for pid in children)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def dies(number: int) -> int:
    import os

    if multiprocessing.parent_process() is not None:
        os._exit(3)
    return number * number


def test_work_is_done_here_when_the_processes_die() -> None:
    assert list(aside.run(dies, [(number,) for number in range(5)], 2)) == [0, 1, 4, 9, 16]


def test_closing_stops_the_processes() -> None:
    before = set(multiprocessing.active_children())
    results = aside.run(time.sleep, ((600 * bool(number),) for number in range(10_000)), 2)
    assert next(results) is None
    mine = [child for child in multiprocessing.active_children() if child not in before]
    assert mine
    results.close()
    for child in mine:
        child.join(30)
    assert not any(child.is_alive() for child in mine)
    assert list(results) == []


def test_closing_leaves_the_processes_of_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[BaseProcess] = []
    real = BaseProcess.terminate

    def terminate(process: BaseProcess) -> None:
        ended.append(process)
        real(process)

    monkeypatch.setattr(BaseProcess, "terminate", terminate)
    before = set(multiprocessing.active_children())
    with closing(aside.run(os.getpid, [()] * 4, 2)) as one:
        next(one)
        mine = set(multiprocessing.active_children()) - before
        other = aside.run(os.getpid, [()] * 100, 2)
        first = next(other)
    assert ended
    assert set(ended) <= mine
    pids = {first, *other}
    assert os.getpid() not in pids, "no process of the other died"
    assert pids.isdisjoint(process.pid for process in mine)


def test_the_error_stream_is_given_back_whoever_starts_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, together = sys.stderr, threading.Barrier(2)

    def ensure_running() -> None:
        with suppress(threading.BrokenBarrierError):
            together.wait(0.2)

    monkeypatch.setattr(resource_tracker, "ensure_running", ensure_running)
    for _ in range(5):
        runs = [threading.Thread(target=lambda: list(aside.run(divmod, (), 1))) for _ in range(2)]
        for run in runs:
            run.start()
        for run in runs:
            run.join()
        now, sys.stderr = sys.stderr, stream
        assert now is stream
    assert together.broken, "one after the other"


def test_work_stops_while_a_result_is_waited_for() -> None:
    before = set(multiprocessing.active_children())
    asked = iter([False, True])
    assert list(aside.run(time.sleep, [(600,)] * 3, 2, lambda: next(asked))) == []
    mine = [child for child in multiprocessing.active_children() if child not in before]
    for child in mine:
        child.join(30)
    assert not any(child.is_alive() for child in mine)


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


def test_of_too_many_pairs_the_last_are_kept(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = built(stories.build(library(tmp_path, FERRY, FERRY[:4], FERRY[2:]).articles)).known
    monkeypatch.setattr(remembered, "MOST", 2)
    for order in (list(known), list(known)[::-1]):
        remembered.save("ferries", {cell: known[cell] for cell in order})
        assert list(remembered.load("ferries").items()) == [(cell, known[cell]) for cell in order[-2:]]


def test_pairs_of_articles_as_they_are_now_are_worth_keeping(tmp_path: Path) -> None:
    found = library(tmp_path, FERRY, FERRY[:4], FERRY[2:], FERRY[1:5])
    known = built(stories.build(found.articles)).known
    keys = [stories.key(article.analysis()) for article in found.articles]
    two = built(stories.build(found.articles[:2], known=known)).known
    assert list(two) == [(keys[0], keys[1])]
    assert stories.current(known, found.articles, two) == known
    assert list(stories.current(known, found.articles, two))[-1] == (keys[0], keys[1])
    (tmp_path / "003.txt").write_text("\n\n".join(FERRY[3:]) + "\n", encoding="utf-8")
    found.articles[3].reload()
    left = stories.current(known, found.articles, two)
    assert left == {cell: pair for cell, pair in known.items() if keys[3] not in cell}
    (tmp_path / "002.txt").unlink()
    found.articles[2].reload()
    assert stories.current(known, found.articles, two) == two
    gone = {("what was", "once"): two[keys[0], keys[1]]}
    assert stories.current(known, [], gone) == gone, "what was just found is kept"


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


def test_all_of_the_aligner_decides_what_is_used() -> None:
    files = remembered.made_by()
    (folder,) = map(Path, align.__path__)
    assert {file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"} <= set(files)
    assert {"ideas.txt", "weights.json", "stems.py"} <= {file.name for file in files}
    assert len(set(files)) == len(files)


def test_what_the_aligner_imports_decides_too() -> None:
    files = set(remembered.made_by())
    (folder,) = map(Path, align.__path__)
    source = folder.parent.parent
    assert {"wordkinds.py", "trees.py", "weights.py", "comparison.py", "linking.py"} <= {
        one.name for one in files
    }
    for file in [file for file in files if file.suffix == ".py" and file.is_relative_to(folder)]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("seedreader."):
                at = source.joinpath(*node.module.split(".")[1:])
                single, whole = at.with_suffix(".py"), at / "__init__.py"
                assert single in files or whole in files, f"{file.name}: {node.module}"
                parts = {(at / alias.name).with_suffix(".py") for alias in node.names}
                assert {part for part in parts if part.exists()} <= files, f"{file.name}: {node.module}"


def test_pairs_are_used_until_a_file_is_another(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = built(stories.build(library(tmp_path, FERRY, FERRY[:4]).articles))
    ideas = kept.with_name("ideas.txt")
    ideas.write_text("ship vessel", encoding="utf-8")
    monkeypatch.setattr(remembered, "made_by", lambda: [ideas])
    monkeypatch.setattr(remembered, "_maker", remembered._maker.__wrapped__)
    remembered.save("ferries", story.known)
    assert remembered.load("ferries") == story.known
    ideas.write_text("ship vessel boat", encoding="utf-8")
    assert remembered.load("ferries") == {}
    ideas.unlink()
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
