"""The bytes the program sends: nothing of a text's escape sequences, no colour where none is wanted, the clipboard."""

import base64
import json
import os
import re
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, SEEDS, SEQUENCE, Pty, shows, vanishes

# What Textual sends itself; whatever else begins with an escape came out of a text.
OWN = re.compile(
    r"\x1b\[[\d;]*[mH]"  # colours, and where to write
    r"|\x1b\[\?\d+[hl]"  # modes of the screen, the mouse, pasting
    r"|\x1b\[\?\d+\$p"  # questions about such modes
    r"|\x1b\[(?:>\d+|<)u"  # the keyboard protocol
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse pointer
)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
MODES = re.compile(r"\x1b\[\?(\d+)[hl]")

# The leading zeros tell a position of a text from those where Textual writes.
PAYLOADS = {
    "colours": "\x1b[38;5;201;4;5m",
    "title": "\x1b]0;pwned title\x07",
    "icon title": "\x1b]2;pwned\x1b\\",
    "link": "\x1b]8;;https://pwned.example/\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "clipboard question": "\x1b]52;c;?\x07",
    "palette": "\x1b]4;1;rgb:ff/00/00\x07",
    "picture": "\x1b]1337;File=inline=1:AAAA\x07",
    "notification": "\x1b]777;notify;pwned;pwned\x07",
    "clear": "\x1b[2J\x1b[3J",
    "cursor": "\x1b[013;037H",
    "leave the alternate screen": "\x1b[?1049l\x1b[?47l",
    "mouse off": "\x1b[?9h",
    "scroll region": "\x1b[3;9r",
    "report position": "\x1b[6n",
    "report device": "\x1b[c\x1b[>0q",
    "resize window": "\x1b[8;1;1t",
    "reset": "\x1bc",
    "line drawing": "\x1b(0\x0e",
    "alignment test": "\x1b#8",
    "DCS": "\x1bP+q544e\x1b\\",
    "DECRQSS": '\x1bP$q"p\x1b\\',
    "APC": "\x1b_Gf=24,s=1,v=1;AAAA\x1b\\",
    "PM": "\x1b^pwned\x1b\\",
    "SOS": "\x1bXpwned\x1b\\",
    "C1": "\x9b31m\x9d0;pwned\x9c\x90q\x9c\x85",
    "bidi": "\u202epwned\u202c\u2066x\u2069\u200f\u061c",
    "invisible": "a\u200bb\u2060c\ufeffd\U000e0041e\u00ad",
    "annotation": "\ufff9x\ufffay\ufffb",
    "backspaces": "good\x08\x08\x08\x08evil",
    "carriage return": "good\revil",
    "bell and friends": "\x07\x05\x0b\x0c\x7f\x00",
    "separators": "a\u2028b\u2029c",
    "markup": "[bold red]pwned[/] [@click=app.quit]quit[/] [/nothing]",
    "unfinished": "\x1b]0;pwned and never ended",
}
EVIL = "".join(PAYLOADS.values())
EVIL_NAME = "a\x1b]0;pwned\x07\n\x1b[013;037H\u202e[red]b\x9b31m\x7f.txt"


def assert_only_text(terminal: Pty) -> None:
    """Nothing reached the terminal but text and what Textual sends itself."""
    sent = bytes(terminal.sent).decode()
    foreign = {found for found in SEQUENCE.findall(sent) if not OWN.fullmatch(found)}
    assert foreign == set()
    assert set(FORBIDDEN.findall(SEQUENCE.sub("", sent))) == set()
    assert {int(number) for number in MODES.findall(sent)} <= {
        7,
        25,
        1000,
        1003,
        1004,
        1006,
        1015,
        1049,
        2004,
    }
    assert sent.count("\x1b[?1049l") == sent.count("\x1b[?1049h")
    for marker in ("\x1b[013;037H", "\x1b[38;5;201", "\x1b[2J", "\x1b[3J"):
        assert marker not in sent


def _evil_folder(folder: Path) -> Path:
    inner = folder / "in\x1b]0;pwned\x07\n\x1b[013;037Hner"
    inner.mkdir(parents=True)
    body = "\n".join(
        f"Sentence of {name}: {payload} “A quotation {payload} with it,” the minister said.\n"
        for name, payload in PAYLOADS.items()
    )
    (inner / EVIL_NAME).write_bytes(f"{EVIL}Headline\n\n{body}".encode())
    (inner / "b.md").write_bytes(f"# {EVIL}\n\n[{EVIL}](http://x/{EVIL})\n\n`{EVIL}`\n\n{body}".encode())
    (inner / f"c{EVIL_NAME}").write_bytes(b"")
    (inner / "d.txt").write_bytes(
        b"Latin-1 with raw controls: caf\xe9 \x9b31m \x9d0;pwned\x9c na\xefve.\n" * 30
    )
    (inner / ("e\x1b]0;pwned\x07.t\x1b[013;037Hxt")).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return folder


def test_a_text_full_of_escape_sequences_shows_only_text(tmp_path: Path, environment: dict[str, str]) -> None:
    folder = _evil_folder(tmp_path / f"set{EVIL_NAME}")
    with Pty([*PROGRAM, str(folder)], environment, columns=200, rows=50) as terminal:
        shows(terminal, "Headline", "not read", "nearest to A:", "Evidence")
        shows(terminal, "]0;pwned title", "[013;037H", "[bold red]pwned[/]")
        terminal.press("G")
        shows(terminal, "]0;pwned and never ended")
        terminal.press("/")
        shows(terminal, "find:")
        terminal.press("\x1b[200~pwned\x1b[201~", "\r")
        shows(terminal, "/pwned ")
        terminal.press("d")
        shows(terminal, "compare A with")
        terminal.press("b")
        shows(terminal, "A|B ")
        terminal.press("s", "%", "]c", "x")
        shows(terminal, "B|A ")
        terminal.press("1", ":")
        shows(terminal, "a command or an article")
        terminal.press("pwned")
        shows(terminal, "pwned")
        terminal.press("\x1b[27u")
        vanishes(terminal, "a command or an article")
        terminal.press("h")
        shows(terminal, "━  Articles")
        terminal.press("G")
        shows(terminal, "Not read")
        terminal.press("\x11")
        assert terminal.status() == 0
        assert_only_text(terminal)


def test_a_piped_text_of_payloads_is_only_text(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    lines = [f"Before {payload} after, said {name}.\n" for name, payload in PAYLOADS.items()]
    os.write(writing, "\n".join([EVIL, *lines, "The last sentence.\n"]).encode())
    os.close(writing)
    with Pty([*PROGRAM, "-"], environment, stdin=reading) as terminal:
        os.close(reading)
        shows(terminal, "standard input", "A.1  1/", "Articles 1")
        terminal.press("G")
        shows(terminal, "The last sentence.")
        terminal.press("q")
        assert terminal.status() == 0
        assert_only_text(terminal)


NOTES = {
    "theme": ["--theme", "x\x1b]0;pwned\x07\x9b31m\u202e\x1b[013;037H"],
    "configuration": ["--config", "/no/x\x1b]0;pwned\x07\x9b31m\x1b[013;037H"],
}


@pytest.mark.parametrize("arguments", NOTES.values(), ids=NOTES.keys())
def test_a_note_about_an_argument_is_only_text(arguments: list[str], environment: dict[str, str]) -> None:
    with Pty([*PROGRAM, *arguments, str(SEEDS)], environment, columns=200, rows=50) as terminal:
        shows(terminal, "nearest to A:", "pwned")
        terminal.press("q")
        terminal.status()
        assert_only_text(terminal)


def test_notes_about_settings_and_state_are_only_text(environment: dict[str, str]) -> None:
    settings, state = Path(environment["SEEDREADER_CONFIG"]), Path(environment["SEEDREADER_STATE"])
    settings.parent.mkdir()
    settings.write_text(
        '"\\u001b[013;037Hsetting" = 1\nmeasure = "\\u001b]0;pwned\\u0007"\n'
        '[keys]\n"\\u001b]0;pwned\\u0007" = "x"\n',
        encoding="utf-8",
    )
    state.parent.mkdir()
    state.write_text(
        json.dumps({"version": 1, "theme": "\x1b]0;pwned\x07\u202e", "sets": {}}), encoding="utf-8"
    )
    with Pty([*PROGRAM, str(SEEDS)], environment, columns=200, rows=50) as terminal:
        shows(terminal, "nearest to A:", "There is no theme called")
        terminal.press("\x11")
        terminal.status()
        assert_only_text(terminal)


def test_a_key_of_the_settings_with_control_characters_is_refused(environment: dict[str, str]) -> None:
    settings = Path(environment["SEEDREADER_CONFIG"])
    settings.parent.mkdir()
    settings.write_text('[keys]\nnext = "\\u009b31m"\nfind = "\\u001b[013;037H"\n', encoding="utf-8")
    with Pty([*PROGRAM, str(SEEDS)], environment) as terminal:
        shows(terminal, "A.1  1/29", "nearest to A:", "next")
        terminal.press("q")
        terminal.status()
        assert_only_text(terminal)


@pytest.mark.parametrize(
    "arguments",
    [
        ["/no/\x1b]0;pwned\x07\u202e\x1b[013;037H"],
        ["--\x1b]0;pwned\x07\x1b[013;037H"],
        ["report", "/no/\x1b]0;pwned\x07\x1b[013;037H"],
        ["report", "--format", "\x1b]0;pwned\x07\x1b[013;037H"],
        ["compare", "/no/\x1b]0;pwned\x07\x1b[013;037H", "/no"],
        ["completions", "\x1b]0;pwned\x07\x1b[013;037H"],
    ],
)
def test_a_refusal_is_one_sentence_of_text(arguments: list[str], environment: dict[str, str]) -> None:
    with Pty([*PROGRAM, *arguments], environment, columns=200) as terminal:
        assert terminal.status() in (1, 2)
        assert_only_text(terminal)
        assert terminal.said_after.startswith("seedreader")
        assert terminal.said_after.count("\n") == 1


def test_plain_output_of_evil_texts_is_only_text(tmp_path: Path, environment: dict[str, str]) -> None:
    folder = _evil_folder(tmp_path / "set")
    texts = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size > 1000)
    for arguments in (
        ["report", str(folder)],
        ["report", "--format", "csv", str(folder)],
        ["compare", *map(str, texts[:2])],
    ):
        with Pty([*PROGRAM, *arguments], environment) as terminal:
            terminal.status()
            assert len(terminal.sent) > 1000
            assert_only_text(terminal)


def test_a_sentence_is_copied_through_the_terminal(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        shows(terminal, "A.1  1/29", "nearest to A:")
        assert b"\x1b]52;" not in terminal.sent
        terminal.press("j")
        shows(terminal, "A.2  2/29")
        terminal.press("y")
        shows(terminal, "sent ", "OSC 52")
        copied = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", bytes(terminal.sent))
        assert len(copied) == 1
        text = base64.b64decode(copied[0]).decode()
        assert text.startswith("Foreign Minister Sergei Lavrov said Russia was “ready to support”")
        assert "000_4a4fdd01630cad23.txt" in text


def test_a_copy_of_an_evil_text_is_clean(tmp_path: Path, environment: dict[str, str]) -> None:
    file = tmp_path / "evil.txt"
    file.write_bytes(f"One {EVIL} sentence.".encode())
    with Pty([*PROGRAM, str(file)], environment) as terminal:
        shows(terminal, "Articles 1", "One ", "A.1  1/")
        terminal.press("Y")
        shows(terminal, "OSC 52")
        (copied,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", bytes(terminal.sent))
        assert FORBIDDEN.findall(base64.b64decode(copied).decode()) == []


def _colours(sent: bytes) -> set[str]:
    """The parameters of all colours that were asked for; 39 and 49 stand for the terminal's own."""
    wanted = set()
    for parameters in re.findall(r"\x1b\[([\d;:]*)m", sent.decode()):
        numbers = [int(number) for number in re.split("[;:]", parameters) if number]
        if any(30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 97 or 100 <= n <= 107 for n in numbers):
            wanted.add(parameters)
    return wanted


def test_no_colour_where_none_is_wanted(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, {**environment, "NO_COLOR": "1"}, columns=200, rows=50) as terminal:
        shows(terminal, "A.1  1/29", "nearest to A:", "Evidence")
        terminal.press("j", "/")
        shows(terminal, "find:")
        terminal.press("Georgia\r")
        shows(terminal, "/Georgia ")
        terminal.press("d")
        shows(terminal, "compare A with")
        terminal.press("b")
        shows(terminal, "A|B ")
        terminal.press("?")
        shows(terminal, "Keys in Compare")
        terminal.press("\x1b[27u")
        vanishes(terminal, "Keys in Compare")
        terminal.press("y")
        shows(terminal, "OSC 52")
        terminal.press("\x11")
        assert terminal.status() == 0
        assert _colours(bytes(terminal.sent)) == set()


def test_colour_where_nothing_forbids_it(environment: dict[str, str]) -> None:
    with Pty(PROGRAM, environment) as terminal:
        shows(terminal, "A.1  1/29", "nearest to A:")
        assert _colours(bytes(terminal.sent))


def test_a_comparison_in_a_terminal_has_colour_and_with_no_color_none(environment: dict[str, str]) -> None:
    texts = [str(path) for path in sorted(SEEDS.iterdir())[:2]]
    for more, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        with Pty([*PROGRAM, "compare", *texts], {**environment, **more}) as terminal:
            assert terminal.status() == 1
            assert bool(_colours(bytes(terminal.sent))) is coloured
