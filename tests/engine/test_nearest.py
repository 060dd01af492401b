from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.nearest import candidates, containment, profile

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
TEXTS = st.lists(st.sampled_from("the mayor spoke about ferries again today".split()), max_size=12).map(
    " ".join
)


def test_a_profile_counts_longer_words_and_pairs_of_words() -> None:
    assert profile("The mayor, the Mayor!") == {"mayor": 2, "the mayor": 2, "mayor the": 1}


@given(st.lists(TEXTS, max_size=5))
def test_every_share_is_a_share_and_a_text_contains_itself(texts: list[str]) -> None:
    table = containment([profile(text) for text in texts])
    assert all(0 <= share <= 1 + 1e-9 for row in table for share in row)
    assert all(table[i][i] == 1 for i in range(len(texts)))


def test_a_part_is_contained_in_the_whole_more_than_the_whole_in_the_part() -> None:
    whole = "The mayor spoke about ferries. Nobody asked when buses would run."
    table = containment([profile(whole), profile("The mayor spoke about ferries.")])
    assert table[1][0] == pytest.approx(1)
    assert table[0][1] < 0.7


def test_texts_without_a_common_word_share_nothing() -> None:
    assert containment([profile("north ferry"), profile("south train"), profile("")]) == [
        [1.0, 0.0, 0.0],
        [0.0, 1.0, 0.0],
        [0.0, 0.0, 1.0],
    ]


def test_words_that_all_texts_have_count_less_than_rare_ones() -> None:
    texts = ["common harbour", "common", "harbour", "common", "common"]
    row = containment([profile(text) for text in texts])[0]
    assert row[2] > row[1]


@given(st.integers(1, 6), st.integers(0, 3), st.data())
def test_candidates_are_others_the_best_first(size: int, most: int, data: st.DataObject) -> None:
    shares = st.lists(st.floats(0, 1), min_size=size, max_size=size)
    table = data.draw(st.lists(shares, min_size=size, max_size=size))
    found = candidates(table, 0, most)
    assert len(found) == min(most, size - 1)
    assert 0 not in found
    best = [max(table[0][column], table[column][0]) for column in found]
    assert best == sorted(best, reverse=True)


def test_of_equals_the_first_article_comes_first() -> None:
    assert candidates([[1.0, 0.5, 0.5], [0.5, 1.0, 0.5], [0.5, 0.5, 1.0]], 1) == [0, 2]


def test_the_first_two_seeds_are_nearest_to_each_other() -> None:
    table = containment([profile(path.read_text(encoding="utf-8")) for path in SEEDS])
    assert candidates(table, 0)[0] == 1
    assert candidates(table, 1)[0] == 0
