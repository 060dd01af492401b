"""The pane behind every view, with a source of its own: item ``n`` is a sentence of ``words`` words."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.rows import Piece, Row
from seedreader.app.widgets.source import LineSource
from seedreader.app.widgets.wrap import wrap
from tests.app.driving import view_text


class Fake(LineSource):
    """Numbered sentences; every third character tells which item a row belongs to."""

    def __init__(self, count: int = 1000, words: int = 3, tall: int = -1) -> None:
        self.texts = [
            f"item {n} " + " ".join(f"w{n}.{k}" for k in range(400 if n == tall else words))
            for n in range(count)
        ]
        self.calls: list[int] = []

    def first(self) -> int | None:
        return 0 if self.texts else None

    def last(self) -> int | None:
        return len(self.texts) - 1 if self.texts else None

    def after(self, item: int) -> int | None:
        return item + 1 if item + 1 < len(self.texts) else None

    def before(self, item: int) -> int | None:
        return item - 1 if item > 0 else None

    def rows(self, item: int, width: int, cursor: int | None, *, focused: bool) -> Sequence[Row]:
        self.calls.append(item)
        text = self.texts[item]
        pointer = Piece(">" if item == cursor else " ")
        return [Row((pointer, Piece(text[a:b], (), item, a)), a) for a, b in wrap(text, max(1, width - 1))]

    def share(self, item: int, row: int, rows: int) -> float:
        return (item + row / rows) / len(self.texts)

    def at_share(self, share: float) -> int | None:
        return min(len(self.texts) - 1, int(share * len(self.texts))) if self.texts else None

    def copied(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        pieces = [self.texts[item] for item in range(start[0], end[0] + 1)]
        pieces[-1] = pieces[-1][: end[1]]
        pieces[0] = pieces[0][start[1] :]
        return "\n".join(pieces)


class Stage(App[None]):
    def __init__(self, source: LineSource) -> None:
        super().__init__()
        self.view = LineView(id="view")
        self.source = source
        self.opened: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.show(self.source)
        self.view.focus()

    def on_line_view_opened(self, event: LineView.Opened) -> None:
        self.opened.append(event.cursor)


@asynccontextmanager
async def shown(
    source: LineSource, size: tuple[int, int] = (40, 12)
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    app = Stage(source)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def visible(view: LineView) -> list[int]:
    return [place.item for place in view.window()]


async def test_only_visible_rows_are_made() -> None:
    source = Fake(100_000)
    async with shown(source) as (app, pilot):
        assert set(source.calls) <= set(range(11))
        source.calls.clear()
        app.view.to_end(1)
        await pilot.pause()
        assert len(set(source.calls)) <= 30
        assert app.view.cursor == 99_999


async def test_scrolling_a_row_makes_no_more_than_that_row() -> None:
    source = Fake()
    async with shown(source) as (app, pilot):
        source.calls.clear()
        app.view.scroll_rows(1)
        await pilot.pause()
        assert len(source.calls) <= 2


async def test_a_move_of_the_cursor_makes_only_the_two_items_anew() -> None:
    source = Fake()
    async with shown(source) as (app, pilot):
        source.calls.clear()
        app.view.move(1)
        await pilot.pause()
        assert set(source.calls) <= {0, 1}


async def test_resizing_makes_only_what_is_visible_and_keeps_the_character_at_the_top() -> None:
    source = Fake(1000, words=40)
    async with shown(source, (60, 12)) as (app, pilot):
        app.view.scroll_rows(203)
        top = app.view.window()[0]
        offset = app.view.rows_of(top.item)[top.row].offset
        assert offset > 0, "the test wants a row within an item"
        source.calls.clear()
        await pilot.resize_terminal(33, 12)
        await pilot.pause()
        assert len(set(source.calls)) <= 14
        after = app.view.window()[0]
        rows = app.view.rows_of(after.item)
        end = rows[after.row + 1].offset if after.row + 1 < len(rows) else len(source.texts[after.item])
        assert after.item == top.item
        assert rows[after.row].offset <= offset < end


async def test_to_the_end_and_back() -> None:
    async with shown(Fake(50)) as (app, _):
        app.view.to_end(1)
        assert (app.view.cursor, visible(app.view)[-1]) == (49, 49)
        assert len(visible(app.view)) == 10, "no blank rows below the end"
        app.view.to_end(-1)
        assert (app.view.cursor, visible(app.view)[0]) == (0, 0)


async def test_scrolling_stops_at_both_ends() -> None:
    async with shown(Fake(50)) as (app, _):
        assert app.view.scroll_rows(-3) == 0
        assert app.view.scroll_rows(1000) == 40
        assert visible(app.view) == list(range(40, 50))
        assert app.view.scroll_rows(1) == 0


async def test_a_page_moves_the_cursor_with_the_text() -> None:
    async with shown(Fake(50)) as (app, _):
        app.view.page(1)
        assert (app.view.cursor, visible(app.view)[0]) == (9, 9)
        app.view.page(0.5)
        assert (app.view.cursor, visible(app.view)[0]) == (14, 14)
        app.view.page(-1)
        app.view.page(-1)
        assert app.view.cursor == 0
        for _ in range(9):
            app.view.page(1)
        assert app.view.cursor == 49


async def test_the_cursor_stays_on_the_screen_wherever_it_goes() -> None:
    async with shown(Fake(300)) as (app, _):
        for _ in range(40):
            app.view.move(1)
            assert app.view.cursor in visible(app.view)
        for _ in range(40):
            app.view.move(-1)
            assert app.view.cursor in visible(app.view)
        for cursor in (250, 3, 299, 0, 8, 12):
            app.view.set_cursor(cursor)
            assert app.view.cursor in visible(app.view)


async def test_a_tall_item_is_scrolled_through_before_the_next_one() -> None:
    async with shown(Fake(10, tall=1)) as (app, _):
        app.view.move(1)
        assert app.view.cursor == 1
        seen = set(app.view.window())
        steps = 0
        while app.view.cursor == 1 and steps < 100:
            app.view.move(1)
            seen |= set(app.view.window())
            steps += 1
        assert app.view.cursor == 2
        assert {place.row for place in seen if place.item == 1} == set(range(len(app.view.rows_of(1))))
        for _ in range(100):
            app.view.move(-1)
        assert app.view.cursor == 0


async def test_a_cursor_that_was_scrolled_away_comes_back_at_the_edge() -> None:
    async with shown(Fake(100)) as (app, _):
        app.view.scroll_rows(50)
        app.view.move(1)
        assert app.view.cursor == 50
        app.view.scroll_rows(-30)
        app.view.move(-1)
        assert app.view.cursor == 29


async def test_an_empty_source_takes_every_move() -> None:
    async with shown(LineSource()) as (app, pilot):
        app.view.move(1)
        app.view.page(1)
        app.view.to_end(1)
        assert app.view.scroll_rows(5) == 0
        await pilot.click(app.view, offset=(3, 3))
        assert app.view.cursor is None
        assert not view_text(app.view).strip()


async def test_an_item_may_shrink_or_vanish_under_the_scroll_place() -> None:
    async with shown(Fake(100, words=40)) as (app, pilot):
        app.view.scroll_rows(100)
        app.view.show(Fake(3), 2)
        await pilot.pause()
        assert visible(app.view) == [0, 1, 2]


async def test_a_click_puts_the_cursor_and_a_second_one_opens() -> None:
    async with shown(Fake(100)) as (app, pilot):
        await pilot.click(app.view, offset=(5, 4))
        assert app.view.cursor == 3
        assert not app.opened
        await pilot.double_click(app.view, offset=(5, 6))
        await pilot.pause()
        assert app.opened == [5]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with shown(Fake(100)) as (app, pilot):
        for kind, top in (
            (events.MouseScrollDown, 3),
            (events.MouseScrollDown, 6),
            (events.MouseScrollUp, 3),
        ):
            app.view.post_message(kind(app.view, 5, 5, 0, 1, 0, False, False, False))
            await pilot.pause()
            assert visible(app.view)[0] == top
        assert app.view.cursor == 0


async def test_a_click_on_the_bar_jumps_there() -> None:
    async with shown(Fake(1000)) as (app, pilot):
        await pilot.click(app.view, offset=(38, 6))
        await pilot.pause()
        assert 500 <= visible(app.view)[0] <= 600
        assert app.view.cursor == 0


async def test_a_short_text_has_no_bar() -> None:
    async with shown(Fake(3)) as (app, _):
        assert not any("│" in line for line in view_text(app.view).splitlines())
    async with shown(Fake(30)) as (app, _):
        assert any(line.endswith("│") for line in view_text(app.view).splitlines())


async def drag(app: Stage, pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> str:
    await pilot.mouse_down(app.view, offset=start)
    await pilot.hover(app.view, offset=end)
    await pilot.mouse_up(app.view, offset=end)
    await pilot.pause()
    return app.screen.get_selected_text() or ""


async def test_a_selection_copies_the_unwrapped_text() -> None:
    source = Fake(20, words=20)
    async with shown(source, (30, 12)) as (app, pilot):
        first = app.view.rows_of(0)
        copied = await drag(app, pilot, (2, 1), (2 + len(first[2].pieces[1].text), 3))
        assert "\n" not in copied
        assert source.texts[0].startswith(copied)
        assert len(copied) > first[2].offset


async def test_a_selection_reaches_across_items() -> None:
    source = Fake(20)
    async with shown(source) as (app, pilot):
        copied = await drag(app, pilot, (7, 2), (8, 4))
        lines = copied.split("\n")
        assert lines[0] == source.texts[1][5:]
        assert lines[1] == source.texts[2]
        assert source.texts[3].startswith(lines[2])
        assert 5 <= len(lines[2]) <= 7


async def test_a_selection_upwards_is_the_same() -> None:
    source = Fake(20)
    async with shown(source) as (app, pilot):
        down = await drag(app, pilot, (7, 2), (8, 4))
        up = await drag(app, pilot, (8, 4), (7, 2))
        assert up.split("\n")[1] == down.split("\n")[1]
        assert up


async def test_what_is_selected_shows() -> None:
    async with shown(Fake(20)) as (app, pilot):
        whole = Region(0, 0, *app.view.outer_size)
        before = [[segment.style for segment in strip] for strip in app.view.render_lines(whole)]
        await drag(app, pilot, (2, 1), (20, 3))
        assert [[segment.style for segment in strip] for strip in app.view.render_lines(whole)] != before
