"""A user's session in tmux: start, keys, other sizes, the end, and what the next start remembers."""

import re
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, SEEDS, Tmux, shows, under_cursor, vanishes, wait_until

pytestmark = pytest.mark.skipif(not Tmux.available, reason="tmux is not installed")

FIRST = "A senior Russian diplomat said in a statement"
SEEDED = "nearest to A:"
"""Shows when the articles have been looked at, so that nothing on the screen will move any more."""


def test_it_starts_over_the_five_seeds_with_the_first_article(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        screen = shows(tmux, "Articles 5", "A.1  1/29", "q back", SEEDED)
        assert under_cursor(screen) == FIRST
        assert [letter for letter in "ABCDE" if re.search(rf"│[> ]{letter} ", screen)] == list("ABCDE")
        assert len(screen.splitlines()) <= 24
        assert max(len(row) for row in screen.splitlines()) <= 80


def test_it_starts_over_the_paths_given(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "one.txt").write_text(
        "A town council met on Monday. It agreed on nothing.\n", encoding="utf-8"
    )
    with Tmux([*PROGRAM, "one.txt"], environment, cwd=tmp_path) as tmux:
        shows(tmux, "Articles 1", "A town council met on Monday.", "A.1  1/2")


def test_keys_move_and_change_view_and_article(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        tmux.press("j")
        assert under_cursor(shows(tmux, "A.2  2/29")).startswith("Foreign Minister Sergei Lavrov")
        tmux.press("J")
        shows(tmux, "━  B  001", "B.1  1/")
        tmux.press("d")
        shows(tmux, "compare B with", "C Russia's Lavrov")
        tmux.press("a")
        shows(tmux, "B|A ", "B.1")
        tmux.press("1")
        shows(tmux, "━  B  001", "B.1  1/")
        tmux.press("3")
        shows(tmux, "B|A ")
        tmux.press("q")
        shows(tmux, "━  B  001")
        tmux.press("q")
        assert tmux.status() == 0


def test_keys_typed_faster_than_the_screen_follows_are_all_taken(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, FIRST, "A.1")
        tmux.press("jjjjdbq/Lavrov\r")
        shows(tmux, "/Lavrov ", "A.")
        tmux.press("Q\x11")
        assert tmux.status() == 0


def test_a_key_right_behind_the_one_that_closes_a_dialog_is_taken(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        for opening, title in (
            ("?", "Keys in Read"),
            (":", "a command or an article"),
            ("d", "compare A with"),
        ):
            tmux.press(opening)
            shows(tmux, title)
            # As terminals with the kitty protocol send Escape; a bare one would join the key behind it.
            tmux.press("\x1b[27uj")
            vanishes(tmux, title)
        shows(tmux, "A.4  4/29")
        tmux.press("q")
        assert tmux.status() == 0


def test_a_key_right_behind_the_one_that_goes_to_a_pane_acts_there(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        tmux.press("hG")
        shows(tmux, "━  Articles 5", "E.1  1/")


def _resized(tmux: Tmux, columns: int, rows: int, sentence: str) -> None:
    tmux.resize(columns, rows)

    def whole() -> bool:
        screen = tmux.text()
        lines = screen.splitlines()
        return (
            len(lines) == rows
            and len(lines[0].rstrip()) == columns - 2
            and {len(line) for line in lines[1:-2]} == {columns}
            and lines[-1].startswith(" j next")
            and under_cursor(screen).startswith(sentence[:24])
        )

    wait_until(
        whole, lambda: f"{sentence[:24]!r} is not under the cursor at {columns}x{rows}:\n{tmux.text()}"
    )


def test_another_size_keeps_the_sentence_under_the_cursor(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        tmux.press("j" * 19)
        sentence = under_cursor(shows(tmux, "A.20  20/29"))
        assert sentence
        _resized(tmux, 200, 50, sentence)
        shows(tmux, "Evidence")
        _resized(tmux, 50, 20, sentence)
        vanishes(tmux, "Articles")
        _resized(tmux, 80, 24, sentence)
        shows(tmux, "Articles 5", "A.20  20/29")


def test_a_storm_of_sizes_ends_in_a_whole_picture(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        first = under_cursor(tmux.text())
        for columns, rows in ((20, 5), (1, 1), (200, 60), (59, 9), (121, 30), (12, 40)):
            tmux.resize(columns, rows)
        _resized(tmux, 80, 24, first)
        tmux.press("q")
        assert tmux.status() == 0


def test_quitting_leaves_the_screen_to_the_shell(tmp_path: Path, environment: dict[str, str]) -> None:
    run = f"{PROGRAM[0]} -m seedreader; printf 'status %s\\n' $?; read line; printf 'got %s\\n' $line"
    with Tmux(["sh", "-c", f"echo before; {run}; exit 7"], environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        assert (tmux.tell("alternate_on"), tmux.tell("cursor_flag")) == ("1", "0")
        tmux.press("q")
        screen = shows(tmux, "status 0")
        assert screen.split() == ["before", "status", "0"]
        modes = ("alternate_on", "cursor_flag", "mouse_any_flag", "wrap_flag", "keypad_flag")
        assert [tmux.tell(mode) for mode in modes] == ["0", "1", "0", "1", "0"]
        # The terminal echoes and takes whole lines again.
        tmux.press("hello\r")
        shows(tmux, "status 0\nhello\ngot hello")
        assert tmux.status() == 7


def test_the_next_start_shows_the_same_place(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        tmux.press("J", "J")
        shows(tmux, "C.1  1/")
        tmux.press("jjjjjjjjj")
        sentence = under_cursor(shows(tmux, "C.10  10/"))
        tmux.press("q")
        assert tmux.status() == 0
    with Tmux(PROGRAM, environment) as tmux:
        assert under_cursor(shows(tmux, "━  C  002", "C.10  10/")) == sentence


def test_the_next_start_is_in_the_same_comparison(environment: dict[str, str]) -> None:
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A.1  1/29", SEEDED)
        tmux.press("d", "b")
        shows(tmux, "A|B ")
        tmux.press("\x11")
        assert tmux.status() == 0
    with Tmux(PROGRAM, environment) as tmux:
        shows(tmux, "A|B ")


def test_a_path_that_is_not_there_is_one_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    with Tmux([*PROGRAM, "nosuchpath"], environment, cwd=tmp_path) as tmux:
        assert tmux.status() == 1
        screen = shows(tmux, "there is no such")
        assert screen.strip() == "seedreader: nosuchpath: there is no such file or folder."


def test_of_a_mixed_folder_the_good_file_opens_and_the_others_are_told(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "c.txt").write_text("The good file is read. It has two sentences.\n", encoding="utf-8")
    (folder / "d.pdf").write_bytes(b"%PDF-1.7\n")
    with Tmux([*PROGRAM, str(folder)], environment, columns=100) as tmux:
        shows(tmux, "The good file is read.", "not read")
        tmux.press("h")
        shows(tmux, "━  Articles")
        tmux.press("G")
        screen = shows(tmux, "Not read")
        for name, reason in (("a.txt", "it is empty"), ("b.txt", "it is not text"), ("d.pdf", "pdf")):
            assert name in screen
            assert reason in screen


def test_a_folder_without_an_article_says_so(tmp_path: Path, environment: dict[str, str]) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    with Tmux([*PROGRAM, str(folder)], environment) as tmux:
        shows(tmux, "it is empty")
        tmux.press("jkdJ?")
        shows(tmux, "Keys in")
        tmux.press("\x11")
        assert tmux.status() == 0


def test_an_article_from_a_pipe_is_read_with_keys_from_the_terminal(environment: dict[str, str]) -> None:
    piped = f"cat {SEEDS}/001*.txt | {PROGRAM[0]} -m seedreader"
    with Tmux(["sh", "-c", piped], environment) as tmux:
        shows(tmux, "Articles 1", "Russia has expressed a willingness", "A.1  1/")
        tmux.press("jj")
        shows(tmux, "A.3  3/")
        tmux.press("q")
        assert tmux.status() == 0
