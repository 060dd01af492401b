import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.boilerplate.wording import Wording, grams

WORDING = Wording(0.5, {"share": 2.0, "share this": 1.5, "^share": 4.0, "$harbour": -3.0, "=no": 9.0})


def test_grams_are_words_pairs_openings_the_end_and_a_short_line_as_a_whole() -> None:
    assert grams(["share", "this"]) == {
        "share",
        "this",
        "share this",
        "^share",
        "^share this",
        "$this",
        "=share this",
    }
    assert grams([]) == set()
    assert "=a b c d e f" not in grams("a b c d e f".split())


def test_grams_of_a_very_long_line_are_those_of_its_ends() -> None:
    found = grams([f"w{number}" for number in range(100_000)])
    assert {"^w0", "w249", "w99999", "$w99999"} <= found
    assert "w50000" not in found
    assert len(found) < 1000


def test_the_score_is_the_sum_of_weights_over_the_root_of_their_number() -> None:
    assert WORDING.score(["a", "harbour"]) == 0.5 - 3
    assert WORDING.score(["share", "this"]) == pytest.approx(0.5 + 7.5 / math.sqrt(3))
    assert WORDING.score(["nothing", "known"]) == WORDING.score([]) == 0.5


def test_a_line_without_known_words_speaks_for_content_where_the_language_is_not_known() -> None:
    lines = [["share"], ["nothing"]]
    assert WORDING.of_page(lines, known_language=True) == [WORDING.score(["share"]), 0.5]
    known, unknown = WORDING.of_page(lines, known_language=False)
    assert known == WORDING.score(["share"])
    assert unknown < 0


def test_strongest_words_come_first_and_none_twice() -> None:
    assert WORDING.strongest(["share", "this"], 3) == ("share",)
    assert WORDING.strongest(["no"], 1) == ("no",)
    assert WORDING.strongest(["old", "harbour"], 2) == ()


@given(st.lists(st.sampled_from(["share", "this", "harbour", "no"]), max_size=8))
def test_the_same_words_give_the_same_score(tokens: list[str]) -> None:
    assert WORDING.score(tokens) == WORDING.score(tuple(tokens))
    assert all(any(word in tokens for word in phrase.split()) for phrase in WORDING.strongest(tokens, 5))
