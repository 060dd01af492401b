"""What is left on disk by a program that is killed while it writes: the old or the new, never something broken."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from seedreader.engine.story.table import Pair, Tie
from seedreader.store import remembered, state
from seedreader.store.state import SetState, State

WRITER = """
import os, pathlib, signal, sys, tempfile
from seedreader.store import files, remembered, state
from tests.store.test_crash import PAIRS, STATES

def die(*arguments, **more):
    os.kill(os.getpid(), signal.SIGKILL)

what, when, path = sys.argv[1:]
calls = 0

class Half:
    # A file that is killed in the middle of its text.
    def __init__(self, file):
        self.file = file
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.file.close()
    def write(self, text):
        self.file.write(text[: len(text) // 2])
        self.file.flush()
        die()

if when == "before":
    tempfile.mkstemp = die
elif when == "opened":
    os.fdopen = die
elif when == "half":
    opened = os.fdopen
    os.fdopen = lambda *arguments, **more: Half(opened(*arguments, **more))
elif when == "written":
    os.fsync = die
elif when == "replacing":
    pathlib.Path.replace = die
elif when == "replaced":
    replace = pathlib.Path.replace
    pathlib.Path.replace = lambda self, target: (replace(self, target), die())
if what == "state":
    state.save(pathlib.Path(path), STATES[1])
else:
    remembered.save("set", PAIRS[1])
"""
STAGES = ["before", "opened", "half", "written", "replacing", "replaced"]
PAIRS = tuple(
    {("a" * 12, "b" * 12): Pair(0, 1, (Tie(1, number, 0.5, "same"),) * 200, ((1, 0.25), None), (None,))}
    for number in (1, 2)
)
STATES = tuple(State(name, {name: SetState(places={name: 1})}) for name in ("old", "new"))


@dataclass(frozen=True)
class Kept:
    """Something that is kept between runs, and how it is written and read; ``found`` is what stands on disk now."""

    values: Sequence[object]
    save: Callable[[int], object]
    found: Callable[[], object]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "state.json"
    monkeypatch.setenv("SEEDREADER_STATE", str(path))
    return path


def kept(what: str, place: Path) -> Kept:
    if what == "state":
        return Kept(
            STATES,
            lambda number: state.save(place, STATES[number]),
            lambda: state.load(place)[0],
        )
    return Kept(PAIRS, lambda number: remembered.save("set", PAIRS[number]), lambda: remembered.load("set"))


@pytest.mark.parametrize("when", STAGES)
@pytest.mark.parametrize("what", ["state", "pairs"])
def test_a_program_that_is_killed_while_it_writes_leaves_the_old_or_the_new(
    what: str, when: str, place: Path
) -> None:
    one = kept(what, place)
    one.save(0)
    assert one.found() == one.values[0]
    command = [sys.executable, "-c", WRITER, what, when, str(place)]
    assert subprocess.run(command, timeout=60, check=False).returncode == -9
    assert one.found() == one.values[when == "replaced"]
    assert not list(place.parent.glob("*.broken"))
    # What was left half done is in nobody's way.
    one.save(1)
    assert one.found() == one.values[1]
