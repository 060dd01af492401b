"""Two terminals to run the program in: tmux for what a user sees, a pseudo-terminal for what bytes were sent."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import pyte

PATIENCE = 15.0
"""Seconds until something that should happen counts as missing; generous, as other tests share the machine."""

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
PROGRAM = (sys.executable, "-m", "seedreader")

_CURSOR_ROW = re.compile(r"[┃│] *> (?:[ #\",·] )?(?:[A-Z·!]{4} )?(?P<text>[^┃│\n]*)")
_BLANKS = re.compile(" +")
_PAUSE = 0.02
_CLAIM = "import fcntl, os, sys, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"


class Terminal(Protocol):
    """What both terminals can do."""

    def text(self) -> str:
        """The rows of the screen, joined by line ends."""
        ...

    def press(self, *keys: str) -> None:
        """Send keys, one after the other, each as characters."""
        ...


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """An environment of its own: no settings, state, clipboard or colour wishes of whoever runs the tests."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SEEDREADER_STATE": str(folder / "state" / "state.json"),
        "SEEDREADER_CONFIG": str(folder / "config" / "config.toml"),
        **more,
    }


def wait_until(holds: Callable[[], bool], what: Callable[[], str], patience: float = PATIENCE) -> None:
    """Poll until something holds; fail with a description when it does not within the deadline."""
    deadline = time.monotonic() + patience
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(what())
        time.sleep(_PAUSE)


def shows(terminal: Terminal, *texts: str) -> str:
    """Wait until all texts are on the screen, however many blanks are between words; return the screen."""
    screen = ""

    def there() -> bool:
        nonlocal screen
        screen = terminal.text()
        squeezed = _BLANKS.sub(" ", screen)
        return all(_BLANKS.sub(" ", text) in squeezed for text in texts)

    wait_until(there, lambda: f"{texts} never showed:\n{screen}")
    return screen


def vanishes(terminal: Terminal, text: str) -> str:
    """Wait until a text is not on the screen any more; return the screen."""
    wait_until(lambda: text not in terminal.text(), lambda: f"{text!r} stayed:\n{terminal.text()}")
    return terminal.text()


def under_cursor(screen: str) -> str:
    """The first row of the sentence under the cursor in Read, without its gutter; empty where none is seen."""
    found = _CURSOR_ROW.search(screen)
    return found["text"].strip() if found else ""


class Tmux:
    """A program in a window of a tmux server of its own."""

    available = shutil.which("tmux") is not None

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
    ) -> None:
        # Below a short folder: the path of a socket has about 100 bytes, test folders are longer.
        self._folder = tempfile.TemporaryDirectory(prefix="sr-tmux-")
        settings = Path(self._folder.name) / "tmux.conf"
        settings.write_text(
            "set -g status off\n"
            "set -g remain-on-exit on\n"
            "set -g remain-on-exit-format ''\n"
            "set -g escape-time 0\n"
            "set -g default-terminal screen-256color\n"
        )
        self._environment = {**environment, "TERM": "xterm-256color"}
        self._socket = f"{self._folder.name}/socket"
        # tmux 3.3 does not always know the exit status of what ran in a window.
        self._status = Path(self._folder.name) / "status"
        told = ("sh", "-c", '"$@"; echo $? >"$0"', str(self._status), *command)
        size = ("-x", str(columns), "-y", str(rows))
        where = ("-c", str(cwd)) if cwd else ()
        self._tmux("-f", str(settings), "new-session", "-d", *size, *where, "--", *told)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(
            ["tmux", "-S", self._socket, "kill-server"],
            env=self._environment,
            check=False,
            capture_output=True,
        )
        self._folder.cleanup()

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments],
            env=self._environment,
            check=True,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        return done.stdout

    def text(self) -> str:
        """The rows of the screen, joined by line ends."""
        return self._tmux("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Send keys, one after the other, each as characters."""
        for key in keys:
            self._tmux("send-keys", "-l", "--", key)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def tell(self, variable: str) -> str:
        """Ask tmux for one of its variables, as in ``alternate_on``."""
        return self._tmux("display-message", "-p", f"#{{{variable}}}").strip()

    def status(self) -> int:
        """Wait for the program to end; return its exit status."""
        wait_until(
            lambda: self._status.exists() and self._status.read_text().endswith("\n"),
            lambda: f"it runs on:\n{self.text()}",
        )
        return int(self._status.read_text())


class Pty:
    """A program in a pseudo-terminal that keeps every byte and answers no question the program asks."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        stdin: int | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.sent = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        # The program's end stays open here, or its last bytes and its settings would be lost when it ends.
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings_before = termios.tcgetattr(self._theirs)
        # A session leader has to ask for its terminal; a hook between fork and exec would warn of threads.
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _CLAIM, *command],
            stdin=self._theirs if stdin is None else stdin,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env={**environment, "COLUMNS": "", "LINES": ""},
            cwd=cwd,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal as when its window is closed."""
        for descriptor in (self._ours, self._theirs):
            if descriptor >= 0:
                os.close(descriptor)
        self._ours = self._theirs = -1

    def _receive(self) -> None:
        while self._ours >= 0 and select.select([self._ours], [], [], 0)[0]:
            data = os.read(self._ours, 65_536)
            self.sent += data
            self._stream.feed(data)

    def text(self) -> str:
        """The rows of the screen, joined by line ends."""
        self._receive()
        return "\n".join(self._screen.display)

    def press(self, *keys: str) -> None:
        """Send keys, one after the other, each as characters."""
        for key in keys:
            os.write(self._ours, key.encode())

    def sends(self, data: bytes) -> None:
        """Wait until the program has sent some bytes."""

        def arrived() -> bool:
            self._receive()
            return data in self.sent

        wait_until(arrived, lambda: f"{data!r} was never sent:\n{self.text()}")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def status(self) -> int:
        """Wait for the program to end; return its exit status, as a shell would tell it."""

        def ended() -> bool:
            self._receive()
            return self.process.poll() is not None

        wait_until(ended, lambda: f"it runs on:\n{self.text()}")
        self._receive()
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    @property
    def settings(self) -> list[object]:
        """The settings of the terminal now, as ``stty`` would tell them."""
        return list(termios.tcgetattr(self._theirs))

    @property
    def said_after(self) -> str:
        """What stands on the terminal after the program left its screen, without escape sequences."""
        _, _, after = bytes(self.sent).rpartition(b"\x1b[?1049l")
        return SEQUENCE.sub("", after.decode()).replace("\r\n", "\n")


SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC
    r"|[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    r"|[ -/]*[0-~]"  # the rest
    r")"
)
"""An escape sequence of a terminal."""
