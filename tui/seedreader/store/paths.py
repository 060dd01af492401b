"""Finds the files of articles below the paths a user names, in path order and without reading them."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from seedreader.store import contents
from seedreader.store.contents import Found, Skipped

__all__ = ["Found", "Skipped", "walk"]


def walk(paths: Sequence[Path]) -> Iterator[Found | Skipped]:
    """Yield every article below ``paths``, folders in the order given, files in path order; each file once.

    Hidden files are left out; links to folders are followed unless they lead in a circle.
    """
    seen_files: set[str] = set()
    for path in paths:
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            yield Skipped(str(path), "there is no such file or folder")
            continue
        except OSError as error:
            yield Skipped(str(path), _reason(error))
            continue
        if stat.S_ISDIR(mode):
            for item in _below(str(path)):
                if isinstance(item, Skipped):
                    yield item
                elif _first_time(str(item.path), seen_files):
                    yield from contents.listed(item.path, item.name)
        elif _first_time(str(path), seen_files):
            yield from contents.listed(path, path.name)


def _first_time(path: str, seen: set[str]) -> bool:
    key = os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps "..", resolve() asks the disk
    if key in seen:
        return False
    seen.add(key)
    return True


class _Folder(NamedTuple):
    prefix: str
    identity: tuple[int, int]
    entries: Iterator[os.DirEntry[str]]


def _below(top: str) -> Iterator[Found | Skipped]:
    """Yield what is below a folder; a stack instead of recursion, as folders can be nested very deep."""
    opened = _open(top, "", ())
    if isinstance(opened, Skipped):
        yield opened
        return
    folders = [opened]
    while folders:
        entry = next(folders[-1].entries, None)
        if entry is None:
            folders.pop()
            continue
        if entry.name.startswith("."):
            continue
        name = folders[-1].prefix + entry.name
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError as error:
            yield Skipped(entry.path, _reason(error))
            continue
        if is_folder:
            opened = _open(entry.path, name + "/", folders)
            if isinstance(opened, Skipped):
                yield opened
            else:
                folders.append(opened)
        elif not is_file:
            nowhere = entry.is_symlink() and not Path(entry.path).exists()
            yield Skipped(entry.path, "the link leads nowhere" if nowhere else "it is not a file")
        else:
            yield Found(Path(entry.path), name)


def _open(folder: str, prefix: str, above: Sequence[_Folder]) -> _Folder | Skipped:
    try:
        status = os.stat(folder)  # noqa: PTH116 - strings keep a folder of 10,000 files fast
        identity = (status.st_dev, status.st_ino)
        if any(identity == outer.identity for outer in above):
            return Skipped(folder, "the link leads back to a folder above it")
        with os.scandir(folder) as found:
            return _Folder(prefix, identity, iter(sorted(found, key=lambda entry: entry.name)))
    except OSError as error:
        return Skipped(folder, _reason(error))


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission to read it is missing"
    return (error.strerror or str(error)).lower()
