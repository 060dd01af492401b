"""However the program ends, the terminal is as it was before: the bytes it sends, and the terminal's settings."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, SEEDS, Pty, shows, wait_until

# Each way a terminal can be left behind, as the bytes that switch it on and off.
MODES = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "mouse buttons": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "mouse moves": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "mouse coordinates": (b"\x1b[?1006h", b"\x1b[?1006l"),
    "focus reports": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "bracketed paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "no line wrap": (b"\x1b[?7l", b"\x1b[?7h"),
    "kitty keyboard": (b"\x1b[>", b"\x1b[<u"),
}

FAULTY = """
import os
from seedreader.app import leaving, start
from seedreader.app.actions import Actions
from seedreader.app.screens.main import MainScreen
from seedreader.app.widgets.lineview import LineView
from seedreader.store import state

def fails(*_arguments, **_more):
    raise ZeroDivisionError("deliberate [bold]fault[/nothing] \\x1b]0;pwned\\x07")

def paints_badly(self):
    LineView.render_line = fails
    self._screen.main.refresh()

{change}
from seedreader.cli import entry
raise SystemExit(entry())
"""
FAULTS = {
    "action": "Actions.do_next = fails",
    "painting": "Actions.do_next = paints_badly",
    "later": "Actions.do_next = lambda self: self._screen.call_later(fails)",
    "worker": "Actions.do_next = lambda self: self._screen.run_worker(fails, thread=True)",
    "first picture": "LineView.render_line = fails",
    "start of the screen": "MainScreen.on_mount = fails",
    "leaving": "leaving.note = fails",
    "before the screen": "state.load = fails",
    "after the screen": "state.save = fails",
}


def assert_clean(terminal: Pty) -> None:
    """Every mode that was switched on was switched off later, and the settings are the old ones."""
    sent = bytes(terminal.sent)
    left = [name for name, (on, off) in MODES.items() if sent.rfind(on) > sent.rfind(off)]
    assert left == []
    assert terminal.settings == terminal.settings_before


def running(terminal: Pty) -> None:
    shows(terminal, "A.1  1/29", "nearest to A:")
    for on, _off in MODES.values():
        assert on in terminal.sent


def test_quitting(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        assert terminal.settings != terminal.settings_before
        terminal.press("q")
        assert terminal.status() == 0
        assert_clean(terminal)
        assert terminal.said_after == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end(number: signal.Signals, environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.press("j")
        shows(terminal, "A.2  2/29")
        terminal.signal(number)
        assert terminal.status() == 128 + number
        assert_clean(terminal)
        assert terminal.said_after == ""
    with Pty(PROGRAM, environment) as terminal:
        shows(terminal, "A.2  2/29")


def test_being_told_to_end_with_a_dialog_open(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.press("j")
        shows(terminal, "A.2  2/29")
        terminal.press("?")
        shows(terminal, "Keys in Read")
        terminal.signal(signal.SIGTERM)
        assert terminal.status() == 143
        assert_clean(terminal)
    with Pty(PROGRAM, environment) as terminal:
        shows(terminal, "A.2  2/29")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_being_told_to_end_while_the_terminal_is_taken(
    number: signal.Signals, environment: dict[str, str]
) -> None:
    with Pty(PROGRAM, environment) as terminal:
        terminal.sends(b"\x1b[?1049h")
        terminal.signal(number)
        terminal.status()
        assert_clean(terminal)
        assert "Traceback" not in terminal.said_after


def test_an_interrupt_from_outside(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.signal(signal.SIGINT)
        assert terminal.status() in (0, 130)
        assert_clean(terminal)
        assert terminal.said_after == ""


def test_ctrl_c_is_no_sudden_end(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.press("\x03", "j")
        shows(terminal, "A.2  2/29")
        terminal.press("\x11")
        assert terminal.status() == 0
        assert_clean(terminal)


def test_the_window_of_the_terminal_is_closed(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.press("j")
        shows(terminal, "A.2  2/29")
        terminal.hang_up()
        wait_until(lambda: terminal.process.poll() is not None, lambda: "it runs on without a terminal")
    with Pty(PROGRAM, environment) as terminal:
        shows(terminal, "A.2  2/29")


def test_stopping_gives_the_terminal_back_and_continuing_takes_it_again(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        running(terminal)
        terminal.signal(signal.SIGTSTP)
        terminal.sends(b"\x1b[?1049l")
        wait_until(
            lambda: terminal.settings == terminal.settings_before,
            lambda: "the settings are still those of the screen",
        )
        terminal.sent.clear()
        terminal.signal(signal.SIGCONT)
        terminal.sends(b"\x1b[?1049h")
        terminal.press("j")
        shows(terminal, "A.2  2/29")
        terminal.press("q")
        assert terminal.status() == 0
        assert_clean(terminal)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_program(fault: str, tmp_path: Path, environment: dict[str, str]) -> None:
    script = tmp_path / "faulty.py"
    script.write_text(FAULTY.replace("{change}", FAULTS[fault]), encoding="utf-8")
    with Pty([sys.executable, str(script), str(SEEDS)], environment) as terminal:
        if "do_next" in FAULTS[fault]:
            running(terminal)
            terminal.press("j")
        elif fault in ("leaving", "after the screen"):
            running(terminal)
            terminal.press("q")
        status = terminal.status()
        assert_clean(terminal)
        details = list(Path(environment["SEEDREADER_STATE"]).parent.glob("fault-*.txt"))
        assert len(details) == 1
        assert "deliberate" in details[0].read_text(encoding="utf-8")
        assert "in fails" in details[0].read_text(encoding="utf-8")
        assert terminal.said_after == (
            "seedreader stopped because of a fault of its own (ZeroDivisionError);"
            f" the details are in {details[0]}.\n"
        )
        assert b"\x1b]0;" not in terminal.sent
        assert status == 1


def test_a_state_that_cannot_be_saved_is_one_sentence(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Pty(PROGRAM, {**environment, "SEEDREADER_STATE": str(tmp_path / "file" / "state.json")}) as terminal:
        running(terminal)
        terminal.press("q")
        terminal.status()
        assert_clean(terminal)
        assert terminal.said_after.count("\n") == 1
        assert terminal.said_after.startswith("seedreader: The state could not be saved to")


def _slow_text(folder: Path) -> Path:
    """A folder whose report takes seconds, so that it can be interrupted."""
    folder.mkdir()
    seed = (SEEDS / "000_4a4fdd01630cad23.txt").read_text(encoding="utf-8")
    for number in range(1500):
        (folder / f"{number:04}.txt").write_text(f"Number {number}. {seed}", encoding="utf-8")
    return folder


def test_an_interrupt_of_a_report_in_a_pipe_is_quiet(tmp_path: Path, environment: dict[str, str]) -> None:
    started = tmp_path / "started"
    script = tmp_path / "told.py"
    script.write_text(
        "import pathlib, sys\n"
        "from seedreader.store import gathering\n"
        "known = gathering.entries\n"
        "def entries(library):\n"
        f"    pathlib.Path({str(started)!r}).touch()\n"
        "    return known(library)\n"
        "gathering.entries = entries\n"
        "from seedreader.cli import entry\n"
        "raise SystemExit(entry())\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(script), "report", str(_slow_text(tmp_path / "many"))]
    read, write = os.pipe()
    with (
        subprocess.Popen(
            command, stdout=write, stderr=subprocess.PIPE, env=environment, stdin=subprocess.DEVNULL
        ) as report,
        subprocess.Popen(["cat"], stdin=read, stdout=subprocess.PIPE, env=environment) as cat,
    ):
        os.close(read)
        os.close(write)
        wait_until(started.exists, lambda: "the report never began")
        report.send_signal(signal.SIGINT)
        _, errors = report.communicate(timeout=20)
        shown, _ = cat.communicate(timeout=20)
    assert report.returncode in (130, -signal.SIGINT)
    assert errors == b""
    assert b"Traceback" not in shown


def test_a_reader_that_goes_away_ends_a_report_quietly(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*PROGRAM, "report", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        stdin=subprocess.DEVNULL,
    ) as report:
        assert report.stdout is not None
        assert report.stderr is not None
        report.stdout.close()
        errors = report.stderr.read()
        assert report.wait(20) == 0
    assert errors == b""


def test_a_terminal_closed_without_a_signal_ends_the_program(environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(
        [*PROGRAM, str(SEEDS)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    ) as program:
        os.close(theirs)
        sent = b""
        while b"Articles 5" not in sent:
            sent += os.read(ours, 65_536)
        os.close(ours)
        assert program.wait(20) == 129
