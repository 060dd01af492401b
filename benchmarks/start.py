"""The start as a user meets it: first paint, key to paint, and the cost of ``--version``.

Each program runs in a pseudo-terminal of 80x24, read by pyte. First paint is the time from starting the process
until its own text stands on the screen: the first sentence of the article for seedreader, a greeting for a minimal
Textual program that stands for what any such program costs. The two run in turns, so that a busy machine slows
both; the median of the paired ratios is the figure to watch. Key to paint is the time from sending ``j`` until the
position below the text has changed. ``--version`` is CPU time, of the child alone.

Run as ``python -m benchmarks.start [--runs N] [PATH]``. It informs and asserts nothing.
"""

import argparse
import fcntl
import os
import pty
import re
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

COLUMNS, ROWS = 80, 24
PATIENCE = 30.0
KEYS = 20

MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("Hello, minimal")

Minimal().run()
"""
PROGRAM = (sys.executable, "-m", "seedreader")
_POSITION = re.compile(r"^ ([A-Z]+\.\d+)  \d+/\d+", re.MULTILINE)


class Running:
    """A program in a pseudo-terminal, from its start until it is killed."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        places = {f"SEEDREADER_{name}": str(home / name) for name in ("STATE", "CONFIG")}
        places |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.started = time.perf_counter()
        given = os.environ | places
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=given
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def press(self, key: str) -> None:
        """Send a key."""
        os.write(self._ours, key.encode())

    def until(self, holds: Callable[[str], bool]) -> float:
        """Read what the program paints until something holds of the screen; return the time of that paint."""
        deadline = time.perf_counter() + PATIENCE
        while (left := deadline - time.perf_counter()) > 0:
            if not select.select([self._ours], [], [], left)[0]:
                break
            try:
                data = os.read(self._ours, 65_536)
            except OSError:  # The program ended.
                break
            # Taken before the screen is looked at: the emulator's own time is not the program's.
            arrived = time.perf_counter()
            self._stream.feed(data)
            if holds(self.text()):
                return arrived
        raise SystemExit(f"benchmarks.start: what was waited for never showed:\n{self.text()}")

    def quiet(self, seconds: float) -> None:
        """Read until nothing more comes for a while."""
        while select.select([self._ours], [], [], seconds)[0]:
            self._stream.feed(os.read(self._ours, 65_536))

    def text(self) -> str:
        """The rows of the screen."""
        return "\n".join(self._screen.display)


def first_paint(command: Sequence[str], holds: Callable[[str], bool]) -> float:
    """Seconds from the start of a program until its text is on the screen."""
    with tempfile.TemporaryDirectory() as home, Running(command, Path(home)) as running:
        return running.until(holds) - running.started


def greeted(screen: str) -> bool:
    return "Hello, minimal" in screen


def painted(screen: str) -> bool:
    """Whether seedreader shows an article and where the reader is in it."""
    cursor = re.search(r"[┃│] *> +\w", screen)
    return cursor is not None and _POSITION.search(screen) is not None


def key_to_paint(command: Sequence[str]) -> list[float]:
    """Seconds from each of some keys until the position on the screen has changed."""
    times: list[float] = []
    with tempfile.TemporaryDirectory() as home, Running(command, Path(home)) as running:
        running.until(painted)
        running.quiet(1.0)
        for turn in range(KEYS):
            before = _position(running.text())
            sent = time.perf_counter()
            # Down and up in turns, so that an article of two sentences is long enough.
            running.press("jk"[turn % 2])
            times.append(running.until(partial(_moved, before)) - sent)
            running.quiet(0.05)
    return times


def _moved(before: str, screen: str) -> bool:
    return _position(screen) not in ("", before)


def _position(screen: str) -> str:
    found = _POSITION.search(screen)
    return found.group(1) if found else ""


def version_cpu() -> float:
    """CPU seconds of ``--version``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*PROGRAM, "--version"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        prog="benchmarks.start", description=__doc__ and __doc__.splitlines()[0]
    )
    options.add_argument("path", nargs="?", metavar="PATH", help="what to open; default: the seeds")
    options.add_argument("--runs", type=int, default=10, help="pairs of starts; default: 10")
    chosen = options.parse_args()
    runs = max(1, chosen.runs)
    command = [*PROGRAM, *([chosen.path] if chosen.path else [])]
    minimal = [sys.executable, "-c", MINIMAL]

    # One of each first, so that files and byte code are in the cache for all that is counted.
    first_paint(command, painted)
    first_paint(minimal, greeted)
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(runs):
        if turn % 2:
            ours.append(first_paint(command, painted))
        theirs.append(first_paint(minimal, greeted))
        if not turn % 2:
            ours.append(first_paint(command, painted))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    _tell("first paint, seedreader", ours)
    _tell("first paint, minimal Textual", theirs)
    print(
        f"{'ratio of the pairs':<30} median {statistics.median(ratios):6.2f}    {min(ratios):.2f} to {max(ratios):.2f}"
    )
    _tell("key to paint", key_to_paint(command))
    _tell("--version, CPU", [version_cpu() for _ in range(runs)])


def _tell(what: str, seconds: Sequence[float]) -> None:
    low, middle, high = (1000 * value for value in (min(seconds), statistics.median(seconds), max(seconds)))
    print(f"{what:<30} median {middle:6.0f} ms {low:.0f} to {high:.0f} ms")


if __name__ == "__main__":
    main()
