import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.search import find, pattern


def hits(text: str, phrase: str) -> list[str]:
    return [text[start:end] for start, end in find(text, phrase)]


@given(st.text(max_size=30), st.text(max_size=30), st.text(min_size=1, max_size=10).filter(str.strip))
def test_every_phrase_finds_itself_whatever_signs_it_has(before: str, after: str, phrase: str) -> None:
    assert hits(before + phrase + after, phrase)


@pytest.mark.parametrize("phrase", ["", " ", "\n\t"])
def test_a_blank_phrase_finds_nothing(phrase: str) -> None:
    assert pattern(phrase) is None
    assert find("a text", phrase) == []


def test_small_letters_find_both_cases_and_capitals_only_themselves() -> None:
    assert hits("Mayor and mayor", "mayor") == ["Mayor", "mayor"]
    assert hits("Mayor and mayor", "Mayor") == ["Mayor"]


def test_a_phrase_goes_on_over_a_line_break() -> None:
    assert hits("the old\n  mayor", "old mayor") == ["old\n  mayor"]


@pytest.mark.parametrize("typed", ['"x"', "“x”", "„x“", "«x»"])
@pytest.mark.parametrize("written", ['"x"', "“x”", "„x“", "«x»"])
def test_double_marks_of_every_style_find_each_other(typed: str, written: str) -> None:
    assert hits(f"so {written} so", typed) == [written]


@pytest.mark.parametrize("typed", ["it's 'x'", "it’s ‘x’"])
@pytest.mark.parametrize("written", ["it's 'x'", "it’s ‘x’"])
def test_single_marks_and_apostrophes_of_every_style_find_each_other(typed: str, written: str) -> None:
    assert hits(f"so {written} so", typed) == [written]


@pytest.mark.parametrize("typed", "-‐‑–—")
def test_dashes_find_each_other(typed: str) -> None:
    assert hits("1-2 1–2 1—2", f"1{typed}2") == ["1-2", "1–2", "1—2"]


def test_signs_of_patterns_mean_themselves() -> None:
    assert hits("a.c abc (a|b)", "a.c") == ["a.c"]
    assert hits("a.c abc (a|b)", "(a|b)") == ["(a|b)"]


def test_places_count_from_the_start_of_the_whole_text_and_stay_in_the_range() -> None:
    assert find("aa aa aa", "aa", 1, 7) == [(3, 5)]
