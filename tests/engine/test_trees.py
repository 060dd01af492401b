import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.boilerplate.columns import NOBODY, rows, table
from seedreader.engine.boilerplate.look import look
from seedreader.engine.boilerplate.model import Cuts, model, parse
from seedreader.engine.trees import Split, Trees, probability

STUMP = Split(0, 1.0, -2.0, 3.0, 0.5)
DEEP = Split(1, 0.0, Split(0, 5.0, -1.0, 1.0, -0.25), 2.0, 0.25)
TEXT = json.dumps(
    {
        "wording": {"bias": 1.5, "weights": {"2.0": ["share", "follow"], "-1.0": ["said"]}},
        "columns": ["words", "place"],
        "trees": [[0, 3, 0.5, 2, [1, 0.5, 0.1, -1, 1.5]]],
        "cuts": {"unsure": 0.3, "likely": 0.4, "sure": 0.9},
    }
)


def test_a_value_up_to_the_threshold_goes_low() -> None:
    trees = Trees((STUMP, DEEP))
    assert trees.score((1.0, 1.0)) == -2.0 + 2.0
    assert trees.score((1.1, 0.0)) == 3.0 - 1.0
    assert trees.score((6.0, -1.0)) == 3.0 + 1.0


@given(st.tuples(st.floats(-10, 10), st.floats(-10, 10)))
def test_contributions_and_the_means_of_all_rows_make_the_score(row: tuple[float, float]) -> None:
    trees = Trees((STUMP, DEEP))
    means = STUMP.mean + DEEP.mean
    assert means + sum(trees.contributions(row).values()) == pytest.approx(trees.score(row))


def test_probability_is_the_logistic_function_and_never_overflows() -> None:
    assert probability(0.0) == 0.5
    assert 0.0 <= probability(-1e9) < 1e-10
    assert 1 - 1e-10 < probability(1e9) <= 1.0


def test_tiers_begin_at_their_cuts() -> None:
    cuts = Cuts(0.3, 0.4, 0.9)
    assert [cuts.tier(p) for p in (0.29, 0.3, 0.89, 0.9)] == ["content", "unsure", "unsure", "sure"]


def test_weights_are_read_as_they_are_written() -> None:
    read = parse(TEXT)
    assert read.wording.weights == {"share": 2.0, "follow": 2.0, "said": -1.0}
    assert read.columns == ("words", "place")
    assert [read.trees.score(row) for row in ((3, 0), (4, 0.5), (4, 0.6))] == [2, -1, 1.5]
    assert read.cuts == Cuts(0.3, 0.4, 0.9)


@pytest.mark.parametrize(
    "wrong",
    [
        "[]",
        '{"wording": 1, "cuts": {}}',
        TEXT.replace('"bias": 1.5', '"bias": "1.5"'),
        TEXT.replace('["words", "place"]', "{}"),
    ],
)
def test_what_is_no_file_of_weights_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse(wrong)


def test_the_weights_of_the_package_fit_the_table() -> None:
    learned = model()
    columns = table(look(["Menu", "A line of text."]), [0.0, 0.0])
    assert set(learned.columns) <= set(columns)
    assert 0 < learned.cuts.unsure <= learned.cuts.likely < learned.cuts.sure < 1
    assert len(learned.wording.weights) > 1000


def test_a_table_has_a_row_for_each_line_and_windows_leave_out_their_middle() -> None:
    lines = ["Menu", "Share", "The council met on Tuesday to discuss the plan for the old harbour."]
    columns = table(look(lines), [3.0, 1.0, -2.0])
    assert {len(values) for values in columns.values()} == {3}
    assert columns["wording within 2"] == [-0.5, 0.5, 2.0]
    assert columns["wording of last line"] == [NOBODY, 3.0, 1.0]
    assert columns["wording below"] == [-0.5, -2.0, 0.0]
    assert rows(columns, ["words", "line"]) == [(1.0, 0.0), (1.0, 1.0), (13.0, 2.0)]
    assert {len(values) for values in table(look([]), []).values()} == {0}
