from pathlib import Path

import pytest

from seedreader.app.widgets.compareitems import CompareOptions
from seedreader.app.widgets.comparesource import CompareSource
from seedreader.app.widgets.rows import Row
from seedreader.app.widgets.wrap import cell_width
from seedreader.engine.comparison import Comparison, compare
from seedreader.store.article import Article
from tests.app.driving import SEEDS, running

FILES = sorted(SEEDS.glob("*.txt"))
PAIRS = [(0, 1), (1, 0), (0, 3), (2, 4), (4, 0)]
MOVED = (1, 4)
"""A pair in which something has moved."""

CACHE: dict[tuple[int, int], Comparison] = {}


def source(pair: tuple[int, int] = (0, 3), options: CompareOptions | None = None) -> CompareSource:
    if pair not in CACHE:
        left, right = (Article(i, FILES[i], FILES[i].name) for i in pair)
        CACHE[pair] = compare(left.analysis(), right.analysis())
    return CompareSource(CACHE[pair], ("ABCDE"[pair[0]], "ABCDE"[pair[1]]), options or CompareOptions())


def line(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces)


def all_rows(shown: CompareSource, width: int) -> list[Row]:
    return [row for number in shown.visible for row in shown.rows(number * 2, width, None, focused=False)]


def text_of(shown: CompareSource, width: int, side: int) -> str:
    """What one column tells, as the selectable pieces of that side."""
    return "".join(
        "".join(piece.text.split())
        for row in all_rows(shown, width)
        for piece in row.pieces
        if piece.item >= 0 and piece.item % 2 == side
    )


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("width", [40, 60, 99, 100, 140, 220])
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_both_columns_tell_both_texts_in_order(pair: tuple[int, int], width: int, columns: int) -> None:
    shown = source(pair, CompareOptions(columns=columns))
    a, b = shown.compared.a.document, shown.compared.b.document
    assert text_of(shown, width, 0) == "".join(a.text.split())
    # A row of the same words is told once where there is one column; the seeds have none such.
    assert text_of(shown, width, 1) == "".join(b.text.split())


@pytest.mark.parametrize("columns", [None, 1, 2])
@pytest.mark.parametrize("width", [30, 60, 100, 220])
def test_no_row_is_wider_than_the_pane(width: int, columns: int | None) -> None:
    shown = source((0, 3), CompareOptions(columns=columns))
    for row in (*shown.header(width), *all_rows(shown, width)):
        assert cell_width(line(row).rstrip()) <= width, line(row)


@pytest.mark.parametrize(
    ("width", "columns", "two"),
    [(99, None, False), (100, None, True), (220, 1, False), (60, 2, True), (49, 2, False)],
)
def test_the_width_decides_the_columns_unless_asked_otherwise(
    width: int, columns: int | None, two: bool
) -> None:
    shown = source((0, 3), CompareOptions(columns=columns))
    assert shown.two_columns(width) is two
    assert bool(shown.header(width)) is two


def test_counterparts_begin_at_the_same_height() -> None:
    shown = source((0, 1))
    for number in shown.visible:
        if not (shown.table[number].a and shown.table[number].b):
            continue
        rows = shown.rows(number * 2, 140, None, focused=False)
        begins = [
            next(
                y for y, row in enumerate(rows) if any(p.item >= 0 and p.item % 2 == side for p in row.pieces)
            )
            for side in (0, 1)
        ]
        # A long address, as in 1+2+17, has a row of its own above its text.
        assert abs(begins[0] - begins[1]) <= 1


def test_a_side_that_has_nothing_shows_a_filler() -> None:
    shown = source((0, 1))
    lonely = [n for n in shown.visible if not shown.table[n].b and shown.table[n].relation == "left"]
    assert lonely
    for number in lonely:
        rows = shown.rows(number * 2, 140, None, focused=False)
        assert any("┊" in line(row) for row in rows)


@pytest.mark.parametrize("glyph", "<>|~+#")
def test_a_filter_shows_just_the_rows_with_its_glyph_and_counts_the_rest(glyph: str) -> None:
    pair = MOVED if glyph == "~" else (0, 3)
    whole, shown = source(pair), source(pair, CompareOptions(only=glyph))
    assert shown.visible == [number for number in whole.visible if glyph in whole.glyphs(number)]
    assert shown.visible, "the pair of the test has such rows"
    seen = sum(len(shown.table[n].a) + len(shown.table[n].b) for n in shown.visible)
    every = len(shown.compared.a.document.sentences) + len(shown.compared.b.document.sentences)
    assert shown.hidden() == every - seen


def test_hidden_boilerplate_is_counted() -> None:
    whole, shown = source((0, 2)), source((0, 2), CompareOptions(boilerplate="hide"))
    furniture = [number for number in whole.visible if whole.is_furniture(number)]
    assert furniture
    assert not set(furniture) & set(shown.visible)
    assert whole.hidden() == 0
    assert shown.hidden() == sum(len(whole.table[n].a) + len(whole.table[n].b) for n in furniture)


def test_the_glyphs_stand_beside_their_rows() -> None:
    for columns in (1, 2):
        shown = source(options=CompareOptions(columns=columns))
        for number in shown.visible:
            glyphs = shown.glyphs(number)
            first = next(r for r in shown.rows(number * 2, 140, None, focused=False) if r.pieces)
            beside = line(first)[:5] if columns == 1 else line(first)
            assert glyphs in beside


@pytest.mark.parametrize("height", [1, 5, 17, 200])
def test_the_map_has_a_cell_for_each_line(height: int) -> None:
    shown = source(MOVED)
    cells = shown.bar(height)
    assert len(cells) == height
    assert all(len(glyph) == 1 for glyph, _ in cells)
    if height == 200:
        assert {glyph for glyph, _ in cells} >= set("~<>")
    if height == 1:
        assert cells[0][0] == "~", "the rarest sort shows first"


@pytest.mark.parametrize("columns", [1, 2])
def test_a_moved_row_names_its_other_end(columns: int) -> None:
    shown = source(MOVED, CompareOptions(columns=columns))
    moved = [number for number in shown.visible if shown.table[number].end]
    assert moved
    for number in moved:
        row = shown.table[number]
        told = " ".join(line(r) for r in shown.rows(number * 2, 140, None, focused=False))
        assert row.partner is not None
        assert shown.address(number, 1 if row.a else 0) in told
        assert ("down" if row.partner > number else "up") in told


def test_word_changes_and_kept_words_have_roles() -> None:
    shown = source((0, 1))
    roles = {role for row in all_rows(shown, 140) for piece in row.pieces for role in piece.roles}
    assert {"changed-left", "changed-right", "boilerplate"} <= roles


def test_hits_are_marked_on_both_sides() -> None:
    shown = source((0, 1), CompareOptions(phrase="georgia"))
    sides = {piece.item % 2 for row in all_rows(shown, 140) for piece in row.pieces if "hit" in piece.roles}
    assert sides == {0, 1}


@pytest.mark.parametrize("side", [0, 1])
def test_a_copy_is_the_original_text_of_one_column(side: int) -> None:
    shown = source((0, 1))
    document = (shown.compared.a, shown.compared.b)[side].document
    whole = shown.copied((side, 0), (shown.visible[-1] * 2 + side, 1 << 20))
    assert whole == document.text[document.sentences[0].start : document.sentences[-1].end]


async def test_a_selection_stays_in_the_column_where_it_began() -> None:
    async with running(size=(140, 40)) as run:
        await run.press("d", "b")
        view = run.main.compare
        for column, letter in ((10, 0), (80, 1)):
            await run.pilot.mouse_down(view, offset=(column, 3))
            await run.pilot.hover(view, offset=(100 if column < 50 else 20, 12))
            await run.pilot.mouse_up(view, offset=(100 if column < 50 else 20, 12))
            await run.pilot.pause()
            copied = run.app.screen.get_selected_text()
            assert copied
            assert run.main.pair is not None
            assert copied in run.main.pair[letter].load().text
            assert copied not in run.main.pair[1 - letter].load().text


def test_the_titles_of_both_articles_stand_over_their_columns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("俄罗斯外交部长拉夫罗夫说。\n\n俄罗斯愿意谈判。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("俄罗斯外交部长说过。\n\n没有。", encoding="utf-8")
    left, right = (Article(i, tmp_path / name, name) for i, name in enumerate(("a.txt", "b.txt")))
    shown = CompareSource(compare(left.analysis(), right.analysis()), ("A", "B"), CompareOptions())
    title = line(shown.header(130)[0])
    rows = [line(row) for row in all_rows(shown, 130)]
    second = next(row for row in rows if "没有" in row)
    assert cell_width(title[: title.index("B  ")]) == cell_width(second[: second.index(" 2 没有")]) - 2


async def test_marks_of_changes_stay_while_each_side_scrolls_on_its_own(tmp_path: Path) -> None:
    texts = (
        "The ferry struck a shoal and nobody was hurt.",
        "The ferry struck a shoal and two men were hurt.",
    )
    for name, text in zip(("a.txt", "b.txt"), texts, strict=True):
        (tmp_path / name).write_text(
            f"{text}\n\nIt was towed into the harbour of Kvalvik.\n", encoding="utf-8"
        )
    async with running(tmp_path, size=(140, 30)) as run:
        await run.press("d", "b", "S")
        found: dict[str, str] = {}
        for view in (run.main.text, run.main.other):
            for place in view.window():
                for piece in view.rows_of(place.item)[place.row].pieces:
                    for role in piece.roles:
                        found[role] = found.get(role, "") + piece.text
    assert "nobody" in found["changed-left"]
    assert "two men" in found["changed-right"]
