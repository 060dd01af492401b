import os
from contextlib import suppress
from pathlib import Path

import pytest

from seedreader.store.library import Library
from seedreader.store.paths import Found, Skipped, walk
from seedreader.store.reading import UnreadableError


def names(*paths: Path) -> list[str]:
    return [item.name for item in walk(paths) if isinstance(item, Found)]


def reasons(*paths: Path) -> dict[str, str]:
    return {Path(item.path).name: item.reason for item in walk(paths) if isinstance(item, Skipped)}


def fill(folder: Path, *files: str) -> Path:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return folder


def test_files_come_in_path_order_folders_among_them(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a/b/c.md", "B.txt", "10.txt", "9.txt", "c.text", "d.MARKDOWN")
    assert names(tmp_path) == [
        "10.txt",
        "9.txt",
        "B.txt",
        "a/b/c.md",
        "a/z.txt",
        "b.txt",
        "c.text",
        "d.MARKDOWN",
    ]


def test_the_paths_of_a_user_keep_their_order_and_a_file_comes_once(tmp_path: Path) -> None:
    fill(tmp_path, "b/x.txt", "a/y.txt")
    assert names(tmp_path / "b", tmp_path, tmp_path / "b/x.txt", tmp_path / "a/../a/y.txt") == [
        "x.txt",
        "a/y.txt",
    ]


def test_hidden_files_and_folders_are_left_out_but_can_be_named(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", ".git/x.txt", "seen.txt")
    assert names(tmp_path) == ["seen.txt"]
    assert reasons(tmp_path) == {}
    assert names(tmp_path / ".hidden.txt", tmp_path / ".git") == [".hidden.txt", "x.txt"]


def test_files_without_an_ending_are_read_other_endings_are_told_by_content(tmp_path: Path) -> None:
    fill(tmp_path, "plain", "Dr. Brown says no", "ends.", "blank.txt ", "page.HTML", "back.txt~", "empty.xyz")
    (tmp_path / "empty.xyz").write_bytes(b"")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "data.bin").write_bytes(bytes(range(256)) * 9)
    assert names(tmp_path) == ["Dr. Brown says no", "back.txt~", "blank.txt ", "ends.", "page.HTML", "plain"]
    assert reasons(tmp_path) == {
        "paper.pdf": "it is a PDF, not text",
        "data.bin": "it is not text",
        "empty.xyz": "it is empty",
    }


def test_a_file_that_is_named_itself_is_opened_whatever_it_is_called(tmp_path: Path) -> None:
    assert names(fill(tmp_path, "page.html") / "page.html") == ["page.html"]


def test_a_missing_path_is_told_and_the_others_are_opened(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    assert names(tmp_path / "gone", tmp_path) == ["a.txt"]
    assert reasons(tmp_path / "gone", tmp_path) == {"gone": "there is no such file or folder"}


def test_a_name_too_long_is_told(tmp_path: Path) -> None:
    (item,) = walk([tmp_path / ("x" * 300)])
    assert isinstance(item, Skipped)
    assert item.reason == "file name too long"


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(walk([tmp_path])) == []


def test_links_in_a_circle_are_told_and_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "in/here").symlink_to(tmp_path / "in")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(tmp_path) == ["in/a.txt"]
    told = reasons(tmp_path)
    assert told.pop("self.txt") == "too many levels of symbolic links"
    assert told == dict.fromkeys(("up", "here"), "the link leads back to a folder above it")


def test_links_to_other_folders_are_followed(tmp_path: Path) -> None:
    fill(tmp_path, "out/a.txt", "in/b.txt")
    (tmp_path / "in/link").symlink_to(tmp_path / "out")
    assert names(tmp_path / "in") == ["b.txt", "link/a.txt"]


def test_what_is_no_file_is_told_a_link_to_nothing_as_well(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "null.txt").symlink_to(os.devnull)
    assert reasons(tmp_path) == {
        "pipe.txt": "it is not a file",
        "gone.txt": "the link leads nowhere",
        "null.txt": "it is not a file",
    }


def test_a_folder_nested_deeper_than_calls_can_be_is_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1100):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_text("text", encoding="utf-8")
    os.chdir(tmp_path)
    assert [len(name) for name in names(tmp_path)] == [2 * 1100 + len("deep.txt")]
    while Path("d").exists():  # rmtree of pytest calls itself for each folder
        deepest = Path("d")
        steps = 0
        while (deepest / "d").exists() and steps < 500:
            deepest, steps = deepest / "d", steps + 1
        if steps == 500:
            deepest.rename("below")
            _remove(Path("d"))
            Path("below").rename("d")
        else:
            _remove(Path("d"))


def _remove(top: Path) -> None:
    for folder, _, files in os.walk(top, topdown=False):
        for name in files:
            (Path(folder) / name).unlink()
        Path(folder).rmdir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    locked = fill(tmp_path, "locked/a.txt") / "locked"
    locked.chmod(0)
    try:
        assert reasons(tmp_path) == {"locked": "permission to read it is missing"}
    finally:
        locked.chmod(0o700)


def test_names_that_are_not_utf8_are_found(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("text", encoding="utf-8")
    assert names(tmp_path) == ["caf\udce9.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_in_a_folder_that_lists_its_names_only_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "names/a.txt", "names/b.jsonl", "c.txt")
    (tmp_path / "names").chmod(0o444)
    try:
        library = Library([tmp_path])
        library.gather()
        told = {item.path: item.reason for item in library.skipped}
        for article in library.articles:
            with suppress(UnreadableError):
                article.load()
            told[article.shown_path] = article.trouble or ""
        assert told == {
            str(tmp_path / name): reason
            for name, reason in (
                ("names/a.txt", "permission to read it is missing"),
                ("names/b.jsonl", "permission to read it is missing"),
                ("c.txt", ""),
            )
        }
    finally:
        (tmp_path / "names").chmod(0o755)
