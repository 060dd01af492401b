from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine import analysis, documents
from seedreader.engine.comparison import SURELY_LINKED, Comparison, compare, pieces, with_conflicts
from seedreader.engine.model import Analysis, Span

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
SENTENCES = st.sampled_from(
    [
        "The ferry ran aground off Kvalvik on Tuesday.",
        "On Tuesday a ferry ran aground near Kvalvik, police said.",
        "“We felt a long scrape,” said Ingrid Moe.",
        "Moe said she had felt a scrape.",
        "Nobody was hurt.",
        "漢字。",
        "...",
        "Share this article",
        "Buses will replace the ferry until further notice, and divers will inspect the hull.",
    ]
)
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n\n"])).map("".join), max_size=7).map("".join)


def analysed(text: str) -> Analysis:
    return analysis.analyse(documents.read(text), Span(0, len(text)))


def seed(number: int) -> Analysis:
    return analysed(SEEDS[number].read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def first_two() -> Comparison:
    return compare(seed(0), seed(1))


def check(compared: Comparison) -> None:
    """Every change and every kept run lies inside a sentence of its group."""
    for group in compared.alignment.groups:
        shown = compared.words(group)
        sentences = {"a": compared.a.document.sentences, "b": compared.b.document.sentences}
        members = {"a": group.a, "b": group.b}
        found = [(c.side, Span(c.start, c.end)) for c in (*compared.changes(group), *shown.changes)]
        found += [("a", span) for span in shown.kept_a] + [("b", span) for span in shown.kept_b]
        for side, span in found:
            assert any(
                sentences[side][i].start <= span.start < span.end <= sentences[side][i].end
                for i in members[side]
            )


@given(TEXTS, TEXTS)
@settings(max_examples=40)
def test_word_changes_lie_inside_the_sentences_of_their_group(left: str, right: str) -> None:
    check(compare(analysed(left), analysed(right)))


@given(TEXTS)
@settings(max_examples=40)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    compared = compare(analysed(text), analysed(text))
    assert compared.same
    assert {group.relation for group in compared.alignment.groups} <= {"same", "left", "right"}
    assert all(compared.changes(group) == () for group in compared.alignment.groups)


@pytest.mark.parametrize("number", range(5))
def test_a_seed_is_the_same_as_itself_furniture_and_all(number: int) -> None:
    assert compare(seed(number), seed(number)).same


def test_other_line_breaks_quotation_marks_and_case_are_the_same_wording() -> None:
    left = analysed("He said: “We will go.” Nobody was hurt.")
    assert compare(left, analysed('he said: "We will go."\n\nNobody was hurt!')).same


@pytest.mark.parametrize(
    "other",
    [
        "Nobody was hurt. The ferry ran aground.",
        "The ferry ran aground.",
        "The ferry ran aground. Two were hurt.",
        "",
    ],
)
def test_another_order_less_text_or_other_words_are_not_the_same(other: str) -> None:
    assert not compare(analysed("The ferry ran aground. Nobody was hurt."), analysed(other)).same


def test_text_that_differs_only_in_furniture_is_not_the_same() -> None:
    body = SEEDS[1].read_text(encoding="utf-8")
    assert not compare(analysed(body), analysed(f"Share this article\n\n{body}")).same


def test_two_empty_texts_are_the_same_and_share_nothing() -> None:
    compared = compare(analysed(""), analysed(""))
    assert compared.same
    assert compared.shares() == (0.0, 0.0)


def test_the_second_seed_is_contained_in_the_first(first_two: Comparison) -> None:
    in_second, in_first = first_two.shares()
    assert in_first >= 0.9
    assert 0.5 < in_second < in_first
    assert not first_two.same


def test_counts_of_the_first_two_seeds_add_up_furniture_apart(first_two: Comparison) -> None:
    counts = first_two.counts
    furniture = [group for group in first_two.alignment.groups if first_two.is_furniture(group)]
    body = sum(counts[key] for key in ("same", "reworded", "partial", "only_a", "only_b"))
    assert body == len(first_two.alignment.groups) - len(furniture)
    assert counts["boilerplate"] == sum(len(group.a) + len(group.b) for group in furniture) > 0
    assert counts["reworded"] + counts["partial"] >= 10
    assert counts["split"] >= 1
    check(first_two)


def test_glyphs_tell_furniture_sides_and_splits(first_two: Comparison) -> None:
    for group in first_two.alignment.groups:
        glyphs = first_two.glyphs(group)
        if first_two.is_furniture(group):
            assert glyphs == "#"
        elif not group.b:
            assert glyphs == "<"
        else:
            assert glyphs[0] == "|"
            assert ("+" in glyphs) == (len(group.a) > 1 or len(group.b) > 1)


def test_one_sided_groups_have_no_word_changes(first_two: Comparison) -> None:
    lonely = [group for group in first_two.alignment.groups if not (group.a and group.b)]
    assert lonely
    assert all(first_two.changes(group) == () and not first_two.words(group).plain for group in lonely)


def test_where_most_words_differ_the_kept_ones_are_shown_in_place_of_the_changes(
    first_two: Comparison,
) -> None:
    shown = [first_two.words(group) for group in first_two.alignment.groups if group.a and group.b]
    assert any(words.plain for words in shown)
    assert any(words.changes for words in shown)
    assert all(not (words.changes and (words.kept_a or words.kept_b)) for words in shown)


def test_joined_sentences_lead_back_to_their_places_in_the_document() -> None:
    document = documents.read("One here.\n\nTwo here.\nThree.")
    joined = pieces(document, (0, 2))
    assert joined.text == "One here. […] Three.", "what is left out between them is told"
    assert [document.slice(span) for span in joined.to_document(4, 17)] == ["here.", "Thr"]
    assert joined.to_document(9, 14) == []


def test_conflicts_are_looked_for_only_where_a_group_surely_tells_one_thing() -> None:
    left = analysed("Police arrested 12 people after the march in the old harbour on Monday.")
    right = analysed("Police arrested 14 people after the march in the old harbour on Monday.")
    compared = compare(left, right)
    (group,) = compared.alignment.groups
    assert with_conflicts(compared).conflicts_of(group)
    unsure = replace(group, p=SURELY_LINKED - 0.01)
    weak = replace(compared, alignment=replace(compared.alignment, groups=(unsure,)))
    assert with_conflicts(weak).conflicts == {}
