"""What starts badly, and what is kept from one run to the next."""

import json
import os
from pathlib import Path

import pytest

from seedreader.store import places, state
from seedreader.store.state import SetState, State
from tests.app.driving import SEEDS, Run, make, running, strips, view_text

NASTY = "One \x1b[31mred\x07 line.\x9b2J Two\u202e here.\x00\n\nThree\x85four\u2028five.\n\tTabbed \ufeffword\x7f.\n"


def no_control_characters(run: Run) -> None:
    for strip in strips(run.app):
        assert not [c for c in strip.text if ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F], strip.text


def joined(run: Run) -> str:
    """The text pane with its wrapped lines joined; a path may break anywhere."""
    return " ".join(view_text(run.main.text).split())


async def test_a_missing_path_among_others_is_told_and_the_rest_opens(tmp_path: Path) -> None:
    async with running(tmp_path / "gone", SEEDS) as run:
        assert len(run.main.library.articles) == 5
        assert "A senior Russian diplomat" in run.text
        await run.press("h", "G")
        assert "1 not read" in view_text(run.main.list)
        assert "gone: there is no such file or folder." in joined(run)
        assert "1 not read" in run.status


async def test_an_empty_folder_says_that_there_is_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 24)) as run:
        assert "There is no article to read in" in run.text
        await run.press(
            "j",
            "J",
            "d",
            "n",
            "]",
            "q",
            "B",
            "v",
            "Q",
            "y",
            "Y",
            "m",
            "a",
            "'",
            "a",
            "R",
            "G",
            "enter",
            "escape",
            "3",
            "O",
        )
        assert run.app.is_running


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t\n ", "there is nothing but blanks in it"),
        ("a.txt", b"%PDF-1.7 and so on", "it is a PDF, not text"),
        ("a.txt", bytes(range(256)) * 40, "it is not text"),
    ],
)
async def test_a_file_that_is_no_text_gives_a_sentence_and_the_rest_opens(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("A good one.", encoding="utf-8")
    async with running(tmp_path, size=(120, 24)) as run:
        assert "A good one." in run.text
        await run.press("K")
        assert "A good one." in run.text, "the first article that opens is shown"
        await run.press("K")
        assert f"a.txt cannot be shown: {reason}" in run.text
        assert f"A: {reason}" in run.status
        await run.press("j", "n", "B", "v", "enter", "escape", "y", "/", "x", "enter", "d", "b")
        assert f"a.txt cannot be compared: {reason}" in run.text
        await run.press("q", "J")
        assert "A good one." in run.text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
async def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Secret.", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    async with running(tmp_path, size=(120, 24)) as run:
        assert "permission to read it is missing" in run.text


async def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text("A good one.", encoding="utf-8")
    async with running(tmp_path, size=(120, 24)) as run:
        assert "A good one." in run.text
        await run.press("h", "G")
        assert "the link leads nowhere" in joined(run)


async def test_control_characters_never_reach_the_screen(tmp_path: Path) -> None:
    folder = tmp_path / "s\x1b]0;title\x07et\x9b"
    folder.mkdir()
    (folder / "a\x1b[31m\n.txt").write_text(NASTY, encoding="utf-8", newline="")
    (folder / "b\x85\x07.md").write_text(
        f"---\ntitle: x\x1b[0m\nauthor: \x9bme\n---\n{NASTY}", encoding="utf-8"
    )
    (folder / "c\x1b.txt").write_bytes(b"")
    (folder / "d.\x1bpdf").write_bytes(b"x")
    async with running(folder, size=(200, 40)) as run:
        no_control_characters(run)
        for keys in (
            ["J"],
            ["J"],
            ["K"],
            ["d"],
            ["a"],
            ["S"],
            ["1"],
            [":"],
            ["x"],
            ["escape"],
            ["h"],
            ["G"],
            ["y"],
            ["e"],
        ):
            await run.press(*keys)
            no_control_characters(run)
        assert "\x1b" not in run.app.clipboard


@pytest.mark.parametrize("name", ["[b]x[", "[red]x.txt", "a]b.txt", "[", "\\[b].txt", "$x.txt"])
async def test_names_and_texts_are_never_read_as_markup(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Words in [bold]brackets[ and [/closed].", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Other [/] words.", encoding="utf-8")
    async with running(tmp_path, size=(140, 24)) as run:
        await run.press("g")
        index = next(a.index for a in run.main.library.articles if a.name == name)
        await run.press(*"J" * index)
        assert "Words in [bold]brackets[ and [/closed]." in run.text
        assert f" {name.removesuffix('.txt')} " in run.text.splitlines()[1]
        await run.press("d", "b" if index == 0 else "a")
        assert name.removesuffix(".txt") in run.text.splitlines()[1]
        await run.press("y")
        assert run.app.is_running


async def test_a_broken_state_file_is_told_and_set_aside() -> None:
    path = places.state_file()
    path.parent.mkdir(parents=True)
    path.write_text("{ this is not", encoding="utf-8")
    async with running() as run:
        assert any("The state file was broken" in message for message in run.toasts)
        assert "A senior Russian diplomat" in run.text
    assert path.with_name("state.json.broken").read_text(encoding="utf-8") == "{ this is not"


async def test_mistakes_in_the_configuration_are_told_and_the_rest_of_it_holds() -> None:
    path = places.config_file()
    path.parent.mkdir(parents=True)
    path.write_text(
        'measure = 5\nflow = true\ncolour = "red"\n[keys]\nfly = "z"\nexport = "y"\n', encoding="utf-8"
    )
    async with running() as run:
        told = "\n".join(run.toasts)
        for word in (
            "measure: a number from 40 to 200",
            "colour: there is no such",
            "keys.fly",
            "keys.export: y is taken by copy",
        ):
            assert word in told
        assert run.main.reading.options.flow
        assert run.main.reading.options.measure == 80


async def test_an_unknown_theme_is_told() -> None:
    async with running(theme="neon") as run:
        assert "There is no theme called neon; T shows what there is." in run.toasts
        assert run.app.theme == "seed-dark"


async def quit_and_keep(*keys: str) -> State:
    async with running() as run:
        await run.press(*keys)
        await run.pilot.press("ctrl+q")
    assert state.save(places.state_file(), run.app.state) is None
    json.loads(places.state_file().read_text(encoding="utf-8"))
    return run.app.state


async def test_the_next_start_opens_article_and_place_again() -> None:
    await quit_and_keep("J", "j", "j", "j", "J", "G", "K")
    async with running() as run:
        assert (run.letter, run.number, run.main.view) == ("B", 4, "read")
        assert run.main.text.cursor in {place.item for place in run.main.text.window()}
        await run.press("J")
        assert "45/45" in run.status


async def test_the_next_start_shows_a_far_place() -> None:
    await quit_and_keep("G")
    async with running() as run:
        assert "29/29" in run.status
        assert run.main.text.cursor in {place.item for place in run.main.text.window()}


async def test_the_next_start_opens_the_comparison_again() -> None:
    await quit_and_keep("J", "d", "d")
    async with running() as run:
        assert (run.main.view, run.pair) == ("compare", "BD")


async def test_the_theme_is_remembered() -> None:
    await quit_and_keep("T", *"seed-light", "enter")
    async with running() as run:
        assert run.app.theme == "seed-light"


async def test_another_set_is_not_touched_by_what_was_kept(tmp_path: Path) -> None:
    await quit_and_keep("J", "j")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.txt").write_text("One. Two.", encoding="utf-8")
    async with running(tmp_path / "set") as run:
        assert (run.letter, run.number) == ("A", 1)


@pytest.mark.parametrize(
    "kept",
    [
        SetState(view="nonsense", article="/gone", other="/gone"),
        SetState(view="compare", article=str(SEEDS / "000_4a4fdd01630cad23.txt"), other="/gone"),
        SetState(
            article=str(SEEDS / "000_4a4fdd01630cad23.txt"),
            places={str(SEEDS / "000_4a4fdd01630cad23.txt"): 1 << 40},
        ),
        SetState(
            article=str(SEEDS / "000_4a4fdd01630cad23.txt"),
            places={str(SEEDS / "000_4a4fdd01630cad23.txt"): -7},
        ),
    ],
    ids=["gone", "partner gone", "place too far", "place before"],
)
async def test_what_was_kept_may_be_out_of_date(kept: SetState) -> None:
    app = make(kept=State("", {str(SEEDS.absolute()): kept}))
    async with running(app=app) as run:
        assert (run.main.view, run.letter) == ("read", "A")
        await run.press("j", "k")
        assert run.app.is_running


@pytest.mark.parametrize("size", [(10, 4), (20, 5), (40, 3), (60, 6), (300, 100)])
async def test_any_size_of_terminal_works(size: tuple[int, int]) -> None:
    async with running(size=size) as run:
        await run.press("j", "d", "b", "j", "s", "S", "1", "B", "v", "G", "/", "a", "enter", "?", "q")
        assert all(strip.cell_length == size[0] for strip in strips(run.app))
        await run.pilot.resize_terminal(120, 40)
        await run.settle()
        assert "A.29" in run.status or run.number >= 1


async def test_an_error_inside_a_job_ends_the_program_with_its_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from seedreader.engine import comparison

    def broken(*_: object) -> None:
        raise RuntimeError("the engine broke")

    monkeypatch.setattr(comparison, "compare", broken)
    from textual.worker import WorkerFailed

    with pytest.raises((RuntimeError, WorkerFailed), match="the engine broke"):
        async with running() as run:
            await run.press("d", "b")
