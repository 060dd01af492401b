from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.align import align
from seedreader.engine.pairs import Alignment, Group, Relation
from seedreader.engine.rows import CompareRow, counts, glyphs_of, rows


def alignment(*groups: Group) -> Alignment:
    return Alignment(groups, (), (), ())


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Any way to put two texts' sentences into groups, moved marks at will."""
    many_a, many_b = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    owners_a = draw(st.lists(st.integers(0, 6), min_size=many_a, max_size=many_a))
    owners_b = draw(st.lists(st.integers(0, 6), min_size=many_b, max_size=many_b))
    groups: list[Group] = []
    for owner in draw(st.permutations(sorted({*owners_a, *owners_b}))):
        a = tuple(index for index, own in enumerate(owners_a) if own == owner)
        b = tuple(index for index, own in enumerate(owners_b) if own == owner)
        relation: Relation = "reworded" if a and b else "left" if a else "right"
        groups.append(Group(a, b, relation, moved=bool(a and b and draw(st.booleans()))))
    return alignment(*groups)


@given(alignments())
def test_either_column_reads_as_its_text(given_alignment: Alignment) -> None:
    made = rows(given_alignment)
    groups = given_alignment.groups
    assert [i for row in made for i in row.a] == sorted(i for group in groups for i in group.a)
    assert [j for row in made for j in row.b] == sorted(j for group in groups for j in group.b)


@given(alignments())
def test_rows_know_their_group_and_its_other_end(given_alignment: Alignment) -> None:
    made = rows(given_alignment)
    for number, row in enumerate(made):
        group = given_alignment.groups[row.group]
        assert row.a or row.b
        assert set(row.a) <= set(group.a)
        assert set(row.b) <= set(group.b)
        assert row.relation == group.relation
        assert row.split == (len(group.a) > 1 or len(group.b) > 1)
        assert row.moved or not group.moved
        if row.partner is not None:
            other = made[row.partner]
            assert row.partner != number
            assert other.group == row.group
            assert other.main
        if row.main and row.end:
            assert row.partner is not None
            assert made[row.partner].partner == number
            assert {row.end, made[row.partner].end} == {"from", "to"}
        if not row.main:
            assert row.partner is not None
    for index in range(len(given_alignment.groups)):
        mains = [row for row in made if row.group == index and row.main]
        assert len(mains) == (2 if mains[0].end else 1)


@given(alignments())
def test_counts_add_up(given_alignment: Alignment) -> None:
    found = counts(given_alignment)
    assert list(found) == ["same", "reworded", "partial", "moved", "split", "only_a", "only_b"]
    parts = ("same", "reworded", "partial", "only_a", "only_b")
    assert sum(found[key] for key in parts) == len(given_alignment.groups)


def test_a_moved_group_has_a_row_at_each_end() -> None:
    made = rows(
        alignment(
            Group((0,), (1,), "reworded", moved=True),
            Group((1,), (0,), "same"),
        )
    )
    assert made == (
        CompareRow((0,), (), 0, "reworded", moved=True, end="from", partner=2),
        CompareRow((1,), (0,), 1, "same"),
        CompareRow((), (1,), 0, "reworded", moved=True, end="to", partner=0),
    )


def test_sentences_apart_from_their_group_point_to_it() -> None:
    made = rows(
        alignment(Group((0, 1, 3), (0,), "reworded"), Group((2,), (), "left"), Group((), (1,), "right"))
    )
    assert [(row.a, row.b, row.main, row.partner) for row in made] == [
        ((0, 1), (0,), True, None),
        ((2,), (), True, None),
        ((3,), (), False, 0),
        ((), (1,), True, None),
    ]


def test_between_two_groups_the_left_text_comes_first() -> None:
    made = rows(
        alignment(
            Group((), (0,), "right"),
            Group((0,), (), "left"),
            Group((1,), (1,), "same"),
            Group((), (2,), "right"),
        )
    )
    assert [(row.a, row.b) for row in made] == [((0,), ()), ((), (0,)), ((1,), (1,)), ((), (2,))]


def test_glyphs() -> None:
    assert glyphs_of(CompareRow((0,), (0,), 0, "same")) == frozenset()
    assert glyphs_of(CompareRow((0,), (0,), 0, "reworded")) == {"|"}
    assert glyphs_of(CompareRow((0,), (0, 1), 0, "partial", moved=True, split=True)) == {"|", "~", "+"}
    assert glyphs_of(CompareRow((0,), (), 0, "left")) == {"<"}
    assert glyphs_of(CompareRow((), (0,), 0, "right")) == {">"}
    assert glyphs_of(CompareRow((0,), (), 0, "same", moved=True, end="from", partner=1)) == {"~"}


SENTENCES = st.lists(
    st.lists(st.sampled_from(["storm", "roof", "seats", "voted", "74"]), min_size=1, max_size=4).map(
        " ".join
    ),
    max_size=8,
)


@given(SENTENCES, SENTENCES)
def test_groups_of_an_alignment_stand_in_the_order_of_its_rows(left: list[str], right: list[str]) -> None:
    found = align(left, right)
    made = rows(found)
    assert [row.group for row in made if row.main and row.end != "to"] == list(range(len(found.groups)))
    assert {row.group for row in made if row.moved} == {
        n for n, group in enumerate(found.groups) if group.moved
    }
