"""Remembers between runs how articles lined up, so that a set opened again need not wait: numbers only, no texts.

Articles go by keys made of what they hold, so a changed one is not found; and nothing is found that another state of
the aligner has made.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from seedreader import engine
from seedreader.engine import align
from seedreader.engine.pairs import Relation
from seedreader.engine.story import linking, table
from seedreader.engine.story.table import Pair, Tie
from seedreader.store import places
from seedreader.store.files import write_atomically

KEPT = 20
"""Sets whose pairs are kept, the most recent ones."""

MOST = 20_000
"""Pairs of one set that are kept; a file of so many is about 40 MB."""

_RELATIONS: tuple[Relation, ...] = get_args(Relation)
_Near = tuple[tuple[int, float] | None, ...]


def folder() -> Path | None:
    """Where the pairs are kept: beside the file that remembers the last run; nowhere if that is no plain file."""
    state = places.state_file()
    return state.with_name("pairs") if state.is_file() or not state.exists() else None


def load(name: str) -> dict[tuple[str, str], Pair]:
    """Return the pairs that were kept of a set; none if there are none, or they cannot be used."""
    at = folder()
    if at is None or not _maker():
        return {}
    try:
        raw = json.loads(_file(at, name).read_text(encoding="utf-8"))
        if raw["made"] != _maker():
            return {}
        keys = [str(key) for key in raw["keys"]]
        return {(keys[one], keys[other]): _pair(kept) for one, other, *kept in raw["pairs"]}
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return {}


def save(name: str, known: Mapping[tuple[str, str], Pair]) -> None:
    """Keep the pairs of a set, in this order and of too many the last; if that fails they are made again next time."""
    at = folder()
    if at is None or not _maker() or not known:
        return
    latest = list(known.items())[-MOST:]
    keys = sorted({key for cell, _ in latest for key in cell})
    number = {key: place for place, key in enumerate(keys)}
    plain = [[number[one], number[other], *_plain(pair)] for (one, other), pair in latest]
    with contextlib.suppress(OSError):
        text = json.dumps({"made": _maker(), "keys": keys, "pairs": plain}, separators=(",", ":"))
        write_atomically(_file(at, name), text + "\n", private=True)
        files = sorted(at.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in files[KEPT:]:
            old.unlink(missing_ok=True)


def _file(at: Path, name: str) -> Path:
    return at / f"{hashlib.blake2b(name.encode('utf-8', 'surrogateescape'), digest_size=12).hexdigest()}.json"


def _plain(pair: Pair) -> tuple[object, object, object]:
    ties = [[tie.one, tie.other, tie.p, _RELATIONS.index(tie.relation)] for tie in pair.ties]
    return ties, pair.near_one, pair.near_other


def _pair(kept: list[list[list[float] | None]]) -> Pair:
    ties, near_one, near_other = kept
    made = [
        Tie(int(tie[0]), int(tie[1]), float(tie[2]), _RELATIONS[int(tie[3])])
        for tie in ties
        if tie is not None
    ]
    return Pair(0, 1, tuple(made), _near(near_one), _near(near_other))


def _near(kept: list[list[float] | None]) -> _Near:
    return tuple(None if one is None else (int(one[0]), float(one[1])) for one in kept)


def made_by() -> list[Path]:
    """The files that decide how two articles line up: all of the aligner, and the modules around it.

    Which of these it is made with is not asked, so that none can be forgotten. Raises ``OSError`` where they cannot
    be seen.
    """
    aligner = [file for folder in align.__path__ for file in Path(folder).rglob("*") if file.is_file()]
    around = [file for folder in engine.__path__ for file in Path(folder).iterdir() if file.is_file()]
    files = sorted(file for file in (*aligner, *around) if file.suffix != ".pyc")
    return [*files, Path(linking.__file__), Path(table.__file__)]


@cache
def _maker() -> str:
    """What the program that lines up looks like now: its code and weights. Empty where that cannot be seen."""
    digest = hashlib.blake2b(digest_size=16)
    try:
        for file in made_by():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    except OSError:
        return ""
    return digest.hexdigest()
