"""Finds the files of articles below the paths a user names, in path order and without reading them."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = {"": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
"""Endings that are opened from a folder; a file that is named itself is opened whatever it is called."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that is not opened, and why, as half a sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A file to open; ``name`` is how it is called on the screen, relative to the folder the user named."""

    path: Path
    name: str


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
            for item in _below(str(path), "", set()):
                if isinstance(item, Skipped) or _first_time(str(item.path), seen_files):
                    yield item
        elif _first_time(str(path), seen_files):
            yield Found(path, path.name)


def _first_time(path: str, seen: set[str]) -> bool:
    key = os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps "..", resolve() asks the disk
    if key in seen:
        return False
    seen.add(key)
    return True


def _below(folder: str, prefix: str, above: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - strings keep a folder of 10,000 files fast
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Skipped(folder, "the link leads back to a folder above it")
            return
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder, _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = prefix + entry.name
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError as error:
            yield Skipped(entry.path, _reason(error))
            continue
        if is_folder:
            yield from _below(entry.path, name + "/", above | {here})
        elif not is_file:
            yield Skipped(
                entry.path, "it is not a file" if not entry.is_symlink() else "the link leads nowhere"
            )
        elif _suffix(entry.name) in SUFFIXES:
            yield Found(Path(entry.path), name)
        else:
            yield Skipped(entry.path, f"files ending in {_suffix(entry.name)} are not read from a folder yet")


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission to read it is missing"
    return (error.strerror or str(error)).lower()
