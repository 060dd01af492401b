"""Which linked sentences stand in one row."""

from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.align.joining import MOST_OF_SIDE, joined
from seedreader.engine.align.similarity import Cell

CELLS = st.tuples(st.integers(0, 7), st.integers(0, 7))
LINKS = st.dictionaries(CELLS, st.sampled_from([0.3, 0.4, 0.5, 0.7, 0.9]), max_size=20).map(
    lambda links: dict(sorted(links.items(), key=lambda link: (-link[1], link[0])))
)


def rows(links: dict[Cell, float]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(tuple(sorted(a)), tuple(sorted(b))) for a, b in joined(links)}


@given(LINKS)
def test_rows_are_apart_and_each_sentence_in_one_has_a_counterpart_there(links: dict[Cell, float]) -> None:
    found = joined(links)
    for side in (0, 1):
        every = [index for row in found for index in row[side]]
        assert len(every) == len(set(every))
    for a, b in found:
        assert max(len(a), len(b)) <= MOST_OF_SIDE
        assert all(any((i, j) in links for j in b) for i in a)
        assert all(any((i, j) in links for i in a) for j in b)


@given(LINKS)
def test_a_sentence_stands_alone_only_where_all_its_counterparts_have_others(
    links: dict[Cell, float],
) -> None:
    found = joined(links)
    a, b = {i for a, _ in found for i in a}, {j for _, b in found for j in b}
    assert all(i in a or j in b for i, j in links)
    if links:
        strongest = next(iter(links))
        assert any(strongest[0] in a and strongest[1] in b for a, b in found)


@given(LINKS)
def test_rows_mirror_when_the_texts_are_swapped_and_no_links_are_equal(links: dict[Cell, float]) -> None:
    apart = {cell: p - number / 1000 for number, (cell, p) in enumerate(links.items())}
    mirrored = {(j, i): p for (i, j), p in apart.items()}
    assert {(b, a) for a, b in rows(mirrored)} == rows(apart)


@given(LINKS)
def test_rows_of_several_sentences_on_both_sides_are_linked_across(links: dict[Cell, float]) -> None:
    for a, b in joined(links):
        if len(a) > 1 and len(b) > 1:
            assert sum((i, j) in links for i in a for j in b) > len(a) + len(b) - 2


def test_one_sentence_with_all_that_are_linked_with_it_alone() -> None:
    assert rows({(0, 0): 0.9, (0, 1): 0.8, (0, 5): 0.4}) == {((0,), (0, 1, 5))}
    assert rows({(0, 0): 0.9, (1, 0): 0.8}) == {((0, 1), (0,))}


def test_a_weak_link_does_not_join_two_rows() -> None:
    assert rows({(0, 0): 0.95, (1, 1): 0.88, (0, 1): 0.5}) == {((0,), (0,)), ((1,), (1,))}


def test_a_chain_is_cut() -> None:
    assert rows({(0, 0): 0.9, (2, 1): 0.8, (1, 0): 0.5, (1, 1): 0.45}) == {((0, 1), (0,)), ((2,), (1,))}


def test_a_sentence_whose_counterpart_stands_with_a_better_one_is_in_no_row() -> None:
    assert rows({(0, 0): 0.9, (0, 1): 0.8, (1, 1): 0.3}) == {((0,), (0, 1))}


def test_rows_linked_across_are_one() -> None:
    links = {(0, 0): 0.95, (1, 1): 0.9, (0, 1): 0.7, (1, 0): 0.6}
    assert rows(links) == {((0, 1), (0, 1))}


def test_no_links() -> None:
    assert rows({}) == set()
