from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from seedreader.app.widgets.wrap import cell_width, display, is_narrow, pad, shorten, wrap

NARROW = st.text(st.sampled_from("abc dé-,.“”"), max_size=120)
MIXED = st.text(st.sampled_from("ab  cé-,。、漢字かな한국🙂👍🏽é̈ाह́ "), max_size=120)
WIDTHS = st.integers(2, 30)


def check(text: str, width: int) -> None:
    rows = wrap(text, width)
    at = 0
    for start, end in rows:
        assert at <= start <= end
        assert not text[at:start].strip(" "), "only blanks belong to no row"
        assert cell_width(text[start:end]) <= width
        at = end
    assert not text[at:].strip(" ")


@given(NARROW, WIDTHS)
def test_rows_of_narrow_text_fit_and_lose_nothing(text: str, width: int) -> None:
    assert is_narrow(text)
    check(text, width)


@given(MIXED, WIDTHS)
def test_rows_of_wide_and_combining_text_fit_and_lose_nothing(text: str, width: int) -> None:
    check(text, width)


@given(st.text(max_size=60), WIDTHS)
def test_any_text_fits(text: str, width: int) -> None:
    check(display(text), width)


@given(MIXED, WIDTHS)
def test_a_row_never_begins_with_a_combining_mark(text: str, width: int) -> None:
    for start, _ in wrap(text, width)[1:]:
        # A mark on a blank is nobody's letter: it goes where it may.
        assert cell_width(text[start]) or text[start - 1] == " " or cell_width(text[:start]) == 0


def test_words_stay_whole_where_they_can() -> None:
    text = "one two three four"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["one two", "three", "four"]


def test_a_word_may_break_behind_a_hyphen() -> None:
    text = "a non-aggression pact"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["a non-", "aggressi", "on pact"]


def test_a_long_word_is_broken() -> None:
    assert wrap("x" * 25, 10) == [(0, 10), (10, 20), (20, 25)]
    assert wrap("漢" * 5, 4) == [(0, 2), (2, 4), (4, 5)]


def test_punctuation_does_not_begin_a_row_of_wide_text() -> None:
    text = "漢字漢字。漢字"
    assert all(text[start] != "。" for start, _ in wrap(text, 8))


def test_an_empty_text_has_one_empty_row() -> None:
    assert wrap("", 5) == [(0, 0)]


def test_line_breaks_and_tabs_are_drawn_as_blanks_of_the_same_length() -> None:
    assert display("a\nb\tc") == "a b c"


@given(MIXED, st.integers(1, 20))
def test_shortened_and_padded_texts_have_their_width(text: str, width: int) -> None:
    assert cell_width(shorten(text, width)) <= width
    assert cell_width(pad(text, width)) == width


@given(NARROW)
def test_a_narrow_text_is_as_wide_as_the_terminal_says(text: str) -> None:
    assert cell_width(text) == cell_len(text) == len(text)


def test_nothing_fits_into_no_width() -> None:
    assert shorten("abc", 0) == ""
    assert shorten("abc", 1) == "…"
