"""How the views look, as text. ``UPDATE_LOOKS=1 uv run pytest tests/app/test_looks.py`` writes the pictures anew."""

import os
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color

from seedreader.app.marks import contrast
from tests.app.driving import Run, running, screen_text, strips

PICTURES = Path(__file__).resolve().parent.parent / "snapshots"
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
VIEWS: dict[str, tuple[str, ...]] = {"read": (), "quotes": ("2",), "compare": ("d", "b"), "overview": ("4",)}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS)
async def test_a_view_looks_as_it_did(view: str, size: tuple[int, int]) -> None:
    async with running(size=size, theme="seed-dark") as run:
        await run.press(*VIEWS[view])
        shown = screen_text(run.app) + "\n"
    picture = PICTURES / f"{view}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_LOOKS"):
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(shown, encoding="utf-8")
    assert shown == picture.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS)
async def test_every_line_has_the_width_of_the_screen(view: str, size: tuple[int, int]) -> None:
    async with running(size=size) as run:
        await run.press(*VIEWS[view])
        lines = strips(run.app)
    assert [strip.cell_length for strip in lines] == [size[0]] * size[1]


def segments(run: Run) -> list[Segment]:
    return [segment for strip in strips(run.app) for segment in strip if segment.text.strip()]


def styled(run: Run, text: str) -> Segment:
    return next(segment for segment in segments(run) if text in segment.text)


async def test_without_colour_no_segment_has_one_and_marks_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for keys in VIEWS.values():
        async with running(size=(140, 50)) as run:
            await run.press(*keys)
            for segment in segments(run):
                assert segment.style is not None
                for colour in (segment.style.color, segment.style.bgcolor):
                    assert colour is None or colour.is_default, segment
            if not keys:
                assert "# Gavril Grigorov" in " ".join(run.text.split())
                quote = styled(run, "ready to support").style
                assert quote is not None
                assert quote.italic
                body = styled(run, "A senior Russian diplomat").style
                assert body is not None
                assert not body.italic


@pytest.mark.parametrize("theme", ["seed-light", "seed-dark"])
async def test_a_theme_paints_its_own_ground(theme: str) -> None:
    async with running(theme=theme, size=(140, 50)) as run:
        for keys in VIEWS.values():
            await run.press(*keys)
            for segment in segments(run):
                assert segment.style is not None
                assert segment.style.bgcolor is not None
                assert segment.style.color is not None
                back, fore = (Color.from_rich_color(c) for c in (segment.style.bgcolor, segment.style.color))
                if segment.text.strip("│┃─━┌┐└┘┏┓┗┛┊ ") and "active" not in repr(segment):
                    assert contrast(fore, back) >= 3, segment
            ground = styled(run, "Russia").style
            assert ground is not None
            assert ground.bgcolor is not None
            assert (Color.from_rich_color(ground.bgcolor).brightness > 0.5) is (theme == "seed-light")


async def test_quotations_and_boilerplate_differ_from_the_body_in_style() -> None:
    async with running(size=(140, 50)) as run:
        looks = {
            text: styled(run, text).style
            for text in ("ready to support", "Getty Images", "Newsweek magazine has")
        }
    assert len({str(style.without_color) + str(style.color) for style in looks.values() if style}) == 3


async def test_the_theme_changes_everything_at_once() -> None:
    async with running(size=(200, 50)) as run:
        run.app.theme = "seed-light"
        await run.settle()
        grounds = [
            Color.from_rich_color(s.style.bgcolor) for s in segments(run) if s.style and s.style.bgcolor
        ]
    dark = [ground for ground in grounds if ground.brightness < 0.5]
    assert not dark
