import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.align.facts import facts
from seedreader.engine.align.similarity import fold
from seedreader.engine.combining import COMBINING
from seedreader.engine.model import Span
from seedreader.engine.pairs import Ignore, WordChange
from seedreader.engine.words import changed_share, diff, kept, stretches

WORDS = st.sampled_from(
    'the The of and no mayor mayor’s mayor\'s town, town. “left” "left" 74,000 北京 — ( x’ ٣'.split()
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=25)
IGNORES = st.builds(Ignore, st.booleans(), st.booleans(), st.booleans())


def shown(left: str, right: str, ignore: Ignore | None = None) -> list[tuple[str, str, str]]:
    return [
        (change.side, (left if change.side == "a" else right)[change.start : change.end], change.grade)
        for change in diff(left, right, ignore=ignore or Ignore())
    ]


def in_order(spans: list[tuple[int, int]], length: int) -> bool:
    ends = [0]
    for start, end in spans:
        if not ends[-1] <= start < end <= length:
            return False
        ends.append(end)
    return True


@given(TEXTS, TEXTS, IGNORES)
def test_changes_lie_in_their_text_in_order(left: str, right: str, ignore: Ignore) -> None:
    found = diff(left, right, ignore=ignore)
    assert in_order([(change.start, change.end) for change in found if change.side == "a"], len(left))
    assert in_order([(change.start, change.end) for change in found if change.side == "b"], len(right))


@given(TEXTS, IGNORES)
def test_a_text_does_not_differ_from_itself(text: str, ignore: Ignore) -> None:
    assert diff(text, text, ignore=ignore) == []
    assert changed_share(text, text) == 0


@given(TEXTS, TEXTS, IGNORES)
def test_swapping_the_sides_finds_changes_too(left: str, right: str, ignore: Ignore) -> None:
    assert bool(diff(left, right, ignore=ignore)) == bool(diff(right, left, ignore=ignore))


@given(TEXTS, TEXTS)
def test_what_is_kept_and_what_changed_do_not_overlap(left: str, right: str) -> None:
    spans = kept(left, right)
    assert len(spans[0]) == len(spans[1])
    assert 0 <= changed_share(left, right) <= 1
    for side, text, runs in (("a", left, spans[0]), ("b", right, spans[1])):
        changes = [(change.start, change.end) for change in diff(left, right) if change.side == side]
        assert in_order(sorted([*changes, *((span.start, span.end) for span in runs)]), len(text))


def test_case_marks_and_quote_style_are_ignored() -> None:
    assert diff("He said: “It's over.”", "he said «it’s over»!") == []


def test_each_of_them_counts_when_asked_for() -> None:
    assert shown("The Mayor", "The mayor", Ignore(case=False)) == [
        ("a", "Mayor", "punctuation"),
        ("b", "mayor", "punctuation"),
    ]
    assert shown("Left, right", "Left right", Ignore(punctuation=False)) == [("a", ",", "punctuation")]
    assert shown("“left”", '"left"', Ignore(quote_style=False, punctuation=False))[0] == (
        "a",
        "“",
        "punctuation",
    )
    assert diff("“left”", '"left"', ignore=Ignore(punctuation=False)) == []
    assert shown("mayor’s", "mayor's", Ignore(quote_style=False))[0] == ("a", "mayor’s", "punctuation")


def test_british_and_american_spelling_do_not_differ() -> None:
    assert (
        diff(
            "They recognised the colour of defence programmes.",
            "They recognized the color of defense programs.",
        )
        == []
    )
    assert diff("colour", "color", ignore=Ignore(case=False)) != []


@pytest.mark.parametrize(("left", "right"), [("mourning", "morning"), ("four", "for"), ("filled", "filed")])
def test_other_words_that_look_alike_differ(left: str, right: str) -> None:
    assert len(diff(left, right)) == 2


def test_grades() -> None:
    assert shown("the town", "a town") == [("a", "the", "function"), ("b", "a", "function")]
    assert shown("the old town", "the town") == [("a", "old", "content")]
    assert shown("It did not fail", "It did fail") == [("a", "not", "fact")]
    assert shown("a non-aggression pact", "a nonaggression pact")[0] == ("a", "non-aggression", "punctuation")


def test_names_numbers_and_negations_that_only_one_side_has_are_facts_of_their_own() -> None:
    assert shown("Then the old mayor Ana Reis left", "Then the new mayor Rui Dias left") == [
        ("a", "old", "content"),
        ("b", "new", "content"),
        ("a", "Ana Reis", "fact"),
        ("b", "Rui Dias", "fact"),
    ]
    assert shown("The mayor left on 3 June", "The mayor left in haste") == [
        ("a", "on ", "function"),
        ("a", "3 June", "fact"),
        ("b", "in haste", "content"),
    ]
    assert shown("We don’t agree", "We agree") == [("a", "don’t", "fact")]


def test_stretches_join_what_was_cut_by_grade() -> None:
    left, right = "The mayor left with Ana on Friday at noon", "The mayor left, they say, by boat"
    assert stretches(diff(left, right), "a") == [Span(15, 41)]
    assert len([change for change in diff(left, right) if change.side == "a"]) > 1
    assert stretches(diff("a-b", "a b", ignore=Ignore(punctuation=False)), "a") == []


def test_a_name_or_number_that_the_other_side_has_elsewhere_is_no_fact() -> None:
    assert ("a", "Reis", "fact") not in shown("In May mayor Reis left", "Mayor Reis’s friends left in May")
    assert shown("It took three days", "It took 3 days") == [("a", "three", "content"), ("b", "3", "content")]
    for left, right in (("1,200 men", "1200 men"), ("3.0 per cent", "3 per cent"), ("he can't", "he cannot")):
        assert "fact" not in {grade for _, _, grade in shown(left, right)}, left
    assert "fact" not in {grade for _, _, grade in shown("It isn’t over", "It is not over")}


def test_capitals_tell_names_from_function_words() -> None:
    assert shown("He left in May", "He left in June") == [("a", "May", "fact"), ("b", "June", "fact")]
    assert shown("He may leave", "He will leave") == [("a", "may", "function"), ("b", "will", "function")]


def test_a_sentence_behind_one_left_out_begins_with_a_capital_that_tells_nothing() -> None:
    assert shown("It rained. […] Boats sank", "It rained. […] Houses sank")[0] == ("a", "Boats", "content")


@pytest.mark.parametrize(
    ("left", "right"),
    [("राम की बहन", "राम का बहन"), ("लड़की घर गई", "लड़का घर गई"), ("شَعر", "شِعر"), ("กิน", "กัน")],
)
def test_vowel_signs_tell_words_apart(left: str, right: str) -> None:
    assert {grade for _, _, grade in shown(left, right)} == {"content"}
    assert fold(left) != fold(right)
    assert facts(left).words != facts(right).words


def test_accents_set_apart_are_no_difference() -> None:
    apart = unicodedata.normalize("NFD", "Müller aß im café")
    assert diff("Müller aß im café", apart) == []
    assert shown("Müller", "Muller")[0][2] == "content"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Houses burned", "Boats burned"),  # the capital of a beginning
        ("He said: “Houses burned”", "He said: “Boats burned”"),
        ("Mayor Leaves Burning House", "Mayor Leaves Burning Boat"),  # the capitals of a headline
        ("Yesterday Mr Reis left", "Yesterday Dr Reis left"),
    ],
)
def test_capitals_that_tell_no_name(left: str, right: str) -> None:
    assert {grade for _, _, grade in shown(left, right)} == {"content"}


def test_one_or_two_function_words_between_changes_are_joined() -> None:
    assert shown("the old of a man", "the young of one man") == [
        ("a", "old of a", "content"),
        ("b", "young of one", "content"),
    ]


def test_content_words_between_changes_are_kept() -> None:
    assert shown("old mayor left", "new mayor stayed") == [
        ("a", "old", "content"),
        ("b", "new", "content"),
        ("a", "left", "content"),
        ("b", "stayed", "content"),
    ]


def test_a_side_without_a_change_at_hand_stays_whole() -> None:
    assert shown("Friends of the council left", "of the left") == [
        ("a", "Friends", "content"),
        ("a", "council", "content"),
    ]


def test_numbers_and_characters_of_scripts_without_spaces_are_words() -> None:
    assert shown("74,000 seats", "74,500 seats") == [("a", "74,000", "fact"), ("b", "74,500", "fact")]
    assert diff("北京市长", "北京副市长") == [WordChange("b", 2, 3, "content")]


def test_empty_sides() -> None:
    assert diff("", "") == []
    assert diff("", "x") == [WordChange("b", 0, 1, "content")]
    assert changed_share("", "") == 0
    assert changed_share("a b", "") == 1


def test_kept_words_of_wordings_far_apart() -> None:
    left, right = "Lisbon lost forty houses yesterday", "On Friday forty houses burned in Porto"
    assert changed_share(left, right) > 0.6
    assert kept(left, right) == ([Span(12, 24)], [Span(10, 22)])


def test_a_gigantic_sentence_is_bounded() -> None:
    left = " ".join(f"w{n}" for n in range(21_000))
    right = " ".join(f"v{n}" for n in range(21_000))
    assert len(diff(f"start {left} end", f"start {right} end")) == 2


def test_the_combining_signs_are_those_of_unicode() -> None:
    sign = re.compile(f"[{COMBINING}]")
    plane = [chr(code) for code in range(0x10000)]
    assert all(unicodedata.category(one).startswith("M") for one in plane if sign.match(one))
    missing = [one for one in plane if unicodedata.category(one).startswith("M") and not sign.match(one)]
    assert len(missing) < 20, "a later Unicode may have some more"
