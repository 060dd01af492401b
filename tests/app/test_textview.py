from pathlib import Path

import pytest

from seedreader.app.widgets.articleitems import TextOptions, item_number
from seedreader.app.widgets.textsource import TextSource
from seedreader.store.article import Article
from tests.app.driving import SEEDS

FILES = sorted(SEEDS.glob("*.txt"))


def article(path: Path) -> Article:
    found = Article(0, path, path.name)
    found.analysis()
    return found


def items(source: TextSource) -> list[int]:
    found: list[int] = []
    item = source.first()
    while item is not None:
        found.append(item)
        item = source.after(item)
    return found


def cursors(source: TextSource) -> list[int]:
    found: list[int] = []
    cursor = source.first_cursor()
    while cursor is not None:
        found.append(cursor)
        cursor = source.next_cursor(cursor, 1)
    return found


def drawn(source: TextSource, width: int, cursor: int | None = None) -> str:
    return "\n".join(
        "".join(piece.text for piece in row.pieces)
        for item in items(source)
        for row in source.rows(item, width, cursor, focused=True)
    )


def words_drawn(source: TextSource, width: int) -> str:
    """The text pieces without gutters, blanks left out."""
    return "".join(
        "".join(piece.text.split())
        for item in items(source)
        for row in source.rows(item, width, None, focused=False)
        for piece in row.pieces
        if piece.item >= 0
    )


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("width", [20, 47, 80, 120])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_the_pane_shows_the_whole_text_in_order(path: Path, width: int, flow: bool) -> None:
    source = TextSource(article(path), TextOptions(flow=flow))
    assert words_drawn(source, width) == "".join(source.text.split())


@pytest.mark.parametrize("flow", [False, True])
def test_pieces_know_where_in_the_text_they_come_from(flow: bool) -> None:
    source = TextSource(article(FILES[2]), TextOptions(flow=flow))
    for item in items(source):
        for row in source.rows(item, 50, None, focused=False):
            for piece in row.pieces:
                if piece.item >= 0:
                    start, end = (piece.item, piece.offset), (piece.item, piece.offset + len(piece.text))
                    assert source.copied(start, end).split() == piece.text.split()


@pytest.mark.parametrize("width", [30, 80, 200])
def test_no_row_is_wider_than_the_pane_or_the_measure(width: int) -> None:
    source = TextSource(article(FILES[0]), TextOptions(measure=60))
    for line in drawn(source, width).splitlines():
        assert len(line.rstrip()) <= width
        assert len(line.strip()) <= 60 + 4


def test_sentences_are_numbered_through() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    numbers = [source.number(cursor) for cursor in cursors(source)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert source.total() == len(numbers)


def test_hiding_boilerplate_never_renumbers() -> None:
    one = article(FILES[2])
    shown = TextSource(one, TextOptions())
    hidden = TextSource(one, TextOptions(boilerplate="hide"))
    numbers = {shown.sentence(c).start: shown.number(c) for c in cursors(shown)}
    left = cursors(hidden)
    assert 0 < len(left) < len(numbers)
    assert all(hidden.number(c) == numbers[hidden.sentence(c).start] for c in left)


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_the_count_of_hidden_sentences_is_what_is_missing(path: Path, flow: bool) -> None:
    one = article(path)
    source = TextSource(one, TextOptions(boilerplate="hide", flow=flow))
    document = one.document()
    drawn_blocks = {index for index in range(len(document.blocks)) if index in items(source)}
    seen = [s for s in document.sentences if (s.block in drawn_blocks if flow else s.n - 1 in items(source))]
    assert source.hidden() == len(document.sentences) - len(seen)


def test_the_glyph_in_the_gutter_tells_without_colour() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    lines = drawn(source, 90).splitlines()
    assert any(line.strip().startswith('" Foreign Minister') for line in lines)
    assert any(line.strip().startswith("# Gavril Grigorov") for line in lines)
    unmarked = drawn(TextSource(source.article, TextOptions(boilerplate="show", quotes="none")), 90)
    assert not any(line.strip().startswith(('" ', "# ")) for line in unmarked.splitlines())


def test_roles_mark_quotations_boilerplate_and_hits() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    source.hits = [(source.text.index("diplomat"), source.text.index("diplomat") + len("diplomat"))]
    source.current_hit = source.hits[0]
    found: dict[str, str] = {}
    for item in items(source):
        for row in source.rows(item, 80, None, focused=False):
            for piece in row.pieces:
                for role in piece.roles:
                    found[role] = found.get(role, "") + piece.text
    assert found["current-hit"] == "diplomat"
    assert "ready to support" in found["quote"].replace("”", "")
    assert "Getty Images" in found["boilerplate"]


def test_the_cursor_shows_on_its_first_row_only() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    cursor = cursors(source)[1]
    rows = ["".join(p.text for p in row.pieces) for row in source.rows(cursor, 50, cursor, focused=True)]
    assert sum(">" in row[:6] for row in rows) == 1


def test_paragraphs_flow_and_the_cursor_is_still_a_sentence() -> None:
    one = article(FILES[0])
    source = TextSource(one, TextOptions(flow=True))
    assert len(items(source)) == len(one.document().blocks) < len(one.document().sentences)
    assert len(cursors(source)) == len(one.document().sentences)
    cursor = cursors(source)[3]
    rows = source.rows(source.item_of(cursor), 80, cursor, focused=True)
    marked = "".join(p.text for row in rows for p in row.pieces if "cursor" in p.roles)
    assert "".join(marked.split()) == "".join(one.document().slice(source.sentence(cursor)).split())


@pytest.mark.parametrize("flow", [False, True])
def test_a_click_on_a_row_finds_a_sentence_on_it(flow: bool) -> None:
    source = TextSource(article(FILES[0]), TextOptions(flow=flow))
    for cursor in cursors(source):
        first, last = source.first_row_of(cursor, 60)
        assert first <= last
        assert source.cursor_of(source.item_of(cursor), last, 60) <= cursor
        assert source.item_of(source.cursor_of(source.item_of(cursor), first, 60)) == source.item_of(cursor)


def test_the_share_grows_from_top_to_end() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    shares = [source.share(item, row, 3) for item in items(source) for row in range(3)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert source.share(items(source)[-1], 3, 3) == pytest.approx(1)
    assert source.at_share(0) == items(source)[0]
    assert source.at_share(1) == items(source)[-1]


def test_an_offset_finds_its_sentence() -> None:
    source = TextSource(article(FILES[0]), TextOptions())
    for cursor in cursors(source):
        sentence = source.sentence(cursor)
        assert source.cursor_at(sentence.start) == cursor
        assert source.cursor_at(sentence.end - 1) == cursor


@pytest.fixture
def long(tmp_path: Path) -> Article:
    path = tmp_path / "long.txt"
    paragraph = "The minister said that the talks went on. Nobody knew how long they would last."
    path.write_text("\n\n".join(f"{paragraph} This is day {n}." for n in range(1500)), encoding="utf-8")
    return Article(0, path, path.name)


def test_of_a_long_text_only_the_part_on_the_screen_is_split(long: Article) -> None:
    source = TextSource(long, TextOptions())
    source.part_ready(0)
    assert len(long.load().parts) > 2
    first = source.first_cursor()
    assert first is not None
    source.rows(first, 80, first, focused=True)
    assert long.is_split(0)
    assert not long.is_split(1)
    assert (source.number(first), source.total()) == (1, None)


def test_numbers_behind_a_part_that_is_not_split_are_unknown_until_it_is(long: Article) -> None:
    source = TextSource(long, TextOptions())
    last = source.last_cursor()
    assert last is not None
    assert source.number(last) is None
    for part in range(len(long.load().parts)):
        long.part(part)
    assert source.number(last) == source.total() == 1500 * 3


def test_the_parts_of_a_long_text_join_without_a_seam(long: Article) -> None:
    source = TextSource(long, TextOptions())
    parts = {item >> 20 for item in items(source)}
    assert parts == set(range(len(long.load().parts)))
    assert words_drawn(source, 80) == "".join(source.text.split())
    second = item_number(1, 0)
    before = source.before(second)
    assert before is not None
    assert before >> 20 == 0
    assert source.after(before) == second


def test_a_part_on_the_screen_is_asked_for_once_it_is_missing_marks(long: Article) -> None:
    wanted: list[int] = []
    source = TextSource(long, TextOptions(), wanted.append)
    first = source.first_cursor()
    assert first is not None
    source.rows(first, 80, None, focused=False)
    assert set(wanted) == {0}
    long.part_analysis(0)
    wanted.clear()
    source.rows(first, 80, None, focused=False)
    assert not wanted
