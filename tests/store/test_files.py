import os
from pathlib import Path

import pytest

from seedreader.store.files import write_atomically


def fail(*arguments: object, **keywords: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_is_written_in_utf8_its_folder_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a/b/c.txt", "é\r\n")
    assert (tmp_path / "a/b/c.txt").read_bytes() == "é\r\n".encode()
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.txt"]


@pytest.mark.parametrize("broken", ["fsync", "fdopen"])
def test_the_old_file_stays_whole_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    target = tmp_path / "a.txt"
    write_atomically(target, "old")
    monkeypatch.setattr(f"os.{broken}", fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_are_those_of_the_umask_of_the_old_file_or_private(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", "x")
        write_atomically(tmp_path / "private", "x", private=True)
        (tmp_path / "old").write_text("x", encoding="utf-8")
        (tmp_path / "old").chmod(0o604)
        write_atomically(tmp_path / "old", "y", private=True)
    finally:
        assert os.umask(before) == 0o027
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"new": 0o640, "private": 0o600, "old": 0o604}


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real/file")
    write_atomically(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real/file").read_text(encoding="utf-8") == "x"


def test_a_device_is_written_to_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to(os.devnull)
    write_atomically(tmp_path / "null", "x")
    assert (tmp_path / "null").is_char_device()


def test_a_folder_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path, "x")
