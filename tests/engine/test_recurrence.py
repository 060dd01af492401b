import pytest

from seedreader.engine.boilerplate.recurrence import UNTRACED, Trace, are_versions, raised, trace
from seedreader.engine.model import LineMark, LineSpan

BODY = "The council met on Tuesday to discuss the plan for the old harbour and its people."
CONTENT = LineMark("content", None, 0.1)
UNSURE = LineMark("unsure", "promo", 0.5, ("a reason",))


def test_lines_that_differ_in_case_and_blanks_have_one_key() -> None:
    assert trace("Most  Read\t", UNSURE).key == trace(" most read", CONTENT).key != 0
    assert trace("Most read", UNSURE).key != trace("Most red", UNSURE).key


@pytest.mark.parametrize("line", ["", "  ", "* * *", "12", "—"])
def test_lines_without_letters_are_not_looked_for(line: str) -> None:
    assert trace(line, UNSURE) == UNTRACED


def test_body_lines_are_long_and_read_like_content() -> None:
    assert trace(BODY, CONTENT).body == 16
    assert trace(BODY, UNSURE).body == 0
    assert trace("A short line.", CONTENT).body == 0
    assert trace(BODY, LineMark("sure", "legal", 0.99)).open == 0


def test_longer_lines_rise_further_and_surely_never_falls() -> None:
    one, some, many = (raised(line, UNSURE).p for line in ("Pros", "Four words stand here", BODY))
    assert 0.5 < one < some < many
    sure = LineMark("sure", "legal", 0.99, ("words",))
    assert raised(BODY, sure).p >= 0.99


def test_a_raised_line_tells_why_and_has_a_kind() -> None:
    mark = raised("The Post stands by its town and its people.", CONTENT)
    assert (mark.tier, mark.kind) == ("unsure", "duplicate")
    assert mark.reasons == ("same line stands in other articles of the folder",)
    assert raised(BODY, UNSURE).reasons == (mark.reasons[0], "a reason")
    assert raised(BODY, UNSURE).kind == "promo"


def test_what_is_content_beyond_doubt_stays_content() -> None:
    mark = raised(BODY, LineMark("content", None, 0.001))
    assert mark.tier == "content"
    assert (mark.kind, mark.reasons) == (None, ())


@pytest.mark.parametrize("line", ["“We will wait for the council.”", '"No," she said.', "「はい」と述べた。"])
def test_quotations_recur_because_they_are_quoted(line: str) -> None:
    assert raised(line, UNSURE) is UNSURE


def test_words_gained_are_those_that_become_sure_without_the_spans_that_were_so_before() -> None:
    line = "Boats lie in the old harbour at dawn. Ann Smith/Getty Images"
    span = LineSpan(line.index("Ann"), len(line), "credit")
    assert trace(line, LineMark("content", None, 0.34, (), (span,))).more == 8
    assert trace(line, LineMark("sure", "caption", 0.95, (), (span,))).more == 0
    assert trace(line, CONTENT).more == 0


def test_versions_share_much_of_the_smaller_body() -> None:
    one = [Trace(key, 20, 0.0, 0) for key in range(1, 8)]
    other = [Trace(key, 20, 0.0, 0) for key in range(7, 30)]
    assert not are_versions(one, other, {7})
    assert are_versions(one[1:], other, {7})
    assert not are_versions([], [], set())


def test_a_line_that_stands_twice_counts_once() -> None:
    one = [Trace(1, 20, 0.0, 0), Trace(2, 200, 0.0, 0)]
    other = [*[Trace(1, 20, 0.0, 0)] * 9, Trace(3, 200, 0.0, 0)]
    assert not are_versions(one, other, {1})
    assert not are_versions(other, one, {1})


def test_short_lines_alike_make_versions_where_there_is_no_body_to_go_by() -> None:
    one, other = [Trace(1, 8, 0.4, 0)], [Trace(1, 8, 0.4, 0), Trace(2, 4, 0.4, 0)]
    assert are_versions(one, other, {1})
    assert not are_versions([Trace(1, 8, 0.99, 0)], [Trace(1, 8, 0.99, 0)], {1})
