import gc
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine.align import align, pipeline
from seedreader.engine.align.candidates import candidates, exact
from seedreader.engine.align.facts import facts
from seedreader.engine.align.groups import build
from seedreader.engine.align.model import model
from seedreader.engine.align.order import in_place, runs
from seedreader.engine.align.partners import decide
from seedreader.engine.align.pipeline import chosen, task
from seedreader.engine.align.reasons import Evidence, explain
from seedreader.engine.align.similarity import fold, likenesses, tokens
from seedreader.engine.pairs import Alignment, Group, Link, PairContext

SEEDS = Path(__file__).parents[2] / "seeds"

WORDS = st.sampled_from(
    "the minister said 74 seats Thursday council «voted» Küche 北京 a, of. storm rail — “closed” 2.5".split()
)
SENTENCES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=9)


def seed(number: str) -> list[str]:
    """The sentences of a seed, cut crudely."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    cut = re.compile(r"(?<=[a-z0-9][.?!])[”\"]?\s+(?=[A-Z“\"])")
    return [sentence for line in lines for sentence in cut.split(line) if sentence.strip()]


def find(sentences: list[str], start: str) -> int:
    return next(index for index, sentence in enumerate(sentences) if sentence.startswith(start))


def links(alignment: Alignment) -> set[tuple[int, int]]:
    return {(link.a, link.b) for group in alignment.groups for link in group.links}


def check(alignment: Alignment, many_a: int, many_b: int) -> None:
    """What holds of every alignment."""
    assert sorted(i for group in alignment.groups for i in group.a) == list(range(many_a))
    assert sorted(j for group in alignment.groups for j in group.b) == list(range(many_b))
    assert len(alignment.first_a) == many_a
    assert len(alignment.first_b) == many_b
    scored = {(link.a, link.b): link.p for link in alignment.scores}
    assert len(scored) == len(alignment.scores)
    for group in alignment.groups:
        assert group.a or group.b
        assert list(group.a) == sorted(group.a)
        assert list(group.b) == sorted(group.b)
        assert 0 <= group.p <= 1
        if group.a and group.b:
            assert group.relation in ("same", "reworded", "partial")
            assert {link.a for link in group.links} == set(group.a)
            assert {link.b for link in group.links} == set(group.b)
            assert all(scored[link.a, link.b] == link.p for link in group.links)
            assert group.p == max(link.p for link in group.links)
            assert group.reasons
        else:
            assert group.relation == ("left" if group.a else "right")
            assert not group.moved
            assert not group.links
    of_a = {i: number for number, group in enumerate(alignment.groups) for i in group.a}
    of_b = {j: number for number, group in enumerate(alignment.groups) for j in group.b}
    for link in alignment.further:
        assert of_a[link.a] != of_b[link.b]
        assert scored[link.a, link.b] == link.p
        both = alignment.groups[of_a[link.a]].b, alignment.groups[of_b[link.b]].a
        assert any(both), "of two linked sentences one stands with a counterpart"
    assert len(set(alignment.links())) == len(alignment.links())


@given(SENTENCES, SENTENCES)
def test_every_sentence_stands_in_one_group(left: list[str], right: list[str]) -> None:
    check(align(left, right), len(left), len(right))


@given(st.data(), SENTENCES, SENTENCES)
def test_furniture_links_to_nothing(data: st.DataObject, left: list[str], right: list[str]) -> None:
    flags_a = data.draw(st.tuples(*(st.booleans() for _ in left)))
    flags_b = data.draw(st.tuples(*(st.booleans() for _ in right)))
    found = align(left, right, context=PairContext(furniture_a=flags_a, furniture_b=flags_b))
    check(found, len(left), len(right))
    assert not any(flags_a[link.a] or flags_b[link.b] for link in found.scores)
    assert all(found.first_a[i] is None for i, flag in enumerate(flags_a) if flag)
    assert all(found.first_b[j] is None for j, flag in enumerate(flags_b) if flag)


def test_furniture_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 sentences of 1"):
        align(["one"], ["two"], context=PairContext(furniture_a=(True, False)))


@given(SENTENCES, SENTENCES)
def test_the_same_input_gives_the_same_result(left: list[str], right: list[str]) -> None:
    assert align(left, right) == align(tuple(left), tuple(right))


@given(st.lists(st.text("abc xyz", min_size=3, max_size=20).filter(str.strip), max_size=8, unique_by=fold))
def test_a_text_is_the_same_as_itself(sentences: list[str]) -> None:
    found = align(sentences, [sentence.upper() + " !" for sentence in sentences])
    assert [(group.a, group.b, group.relation, group.moved) for group in found.groups] == [
        ((i,), (i,), "same", False) for i in range(len(sentences))
    ]


@given(SENTENCES, SENTENCES)
@settings(max_examples=50)
def test_swapping_the_sides_swaps_the_scores(left: list[str], right: list[str]) -> None:
    forward = {(link.a, link.b): link.p for link in align(left, right).scores}
    backward = {(link.b, link.a): link.p for link in align(right, left).scores}
    assert forward.keys() == backward.keys()
    assert all(abs(p - backward[cell]) < 0.001 for cell, p in forward.items())


@pytest.mark.parametrize(
    ("left", "right"), [([], []), (["A storm."], []), ([], ["A storm."]), ([""], ["", "…"])]
)
def test_empty_sides(left: list[str], right: list[str]) -> None:
    found = align(left, right)
    check(found, len(left), len(right))
    assert not links(found)


def test_repeated_sentences_are_paired_in_order() -> None:
    found = align(["Thank you."] * 3, ["thank you!"] * 2)
    assert links(found) == {(0, 0), (1, 1)}
    assert found.groups[-1].relation == "left"
    assert found.groups[-1].reasons == ("repeats a sentence that is paired",)
    assert found.first_a == (0, 1, 1)


def test_ten_thousand_repeated_sentences_are_not_compared_pair_by_pair() -> None:
    found = align(["The same again."] * 10_000, ["The same again."] * 9_999)
    assert len(found.scores) == 10_000
    assert len(found.groups) == 10_000


def test_large_texts_have_few_candidates() -> None:
    left = [f"The council of town {n} paid {n * 7} euros for bridge {n * 3}." for n in range(400)]
    right = [f"For bridge {n * 3}, {n * 7} euros were paid by town {n}." for n in reversed(range(400))]
    chosen = candidates([facts(text).words for text in left], [facts(text).words for text in right])
    assert len(chosen) <= 6 * 400
    found = align(left, right)
    check(found, 400, 400)
    assert sum(found.first_a[n] == 399 - n for n in range(400)) > 380


def test_small_texts_are_compared_throughout() -> None:
    assert candidates([{"a"}, set()], [{"b"}]) == [(0, 0), (1, 0)]


def test_work_grows_with_the_length_of_texts_not_with_its_square() -> None:
    def looked_at(many: int) -> int:
        left = [f"Ship {n} left port {n * 3} with {n * 7} tons of wheat." for n in range(many)]
        right = [f"With {n * 7} tons of wheat ship {n} left." for n in reversed(range(many))]
        work = task(left, right)
        found = chosen(work, model().first)
        assert len(found.cells) <= 4 * many
        return len(work.cells)

    assert looked_at(1_600) <= 4.5 * looked_at(400)


def test_ledes_of_the_first_two_seeds() -> None:
    a, b = seed("000"), seed("001")
    found = align(a, b)
    check(found, len(a), len(b))
    lede = find(b, "Russia has expressed")
    assert found.first_a[find(a, "A senior Russian")] == lede
    assert (find(a, "A senior Russian"), lede) in links(found)
    territories = find(a, "The Georgian government considers"), find(b, "Georgia regards")
    assert territories in links(found)
    contrast = next(index for index, sentence in enumerate(b) if "In contrast, Russia" in sentence)
    assert (find(a, "However, Russia, along"), contrast) in links(found)
    (group,) = [group for group in found.groups if territories[0] in group.a]
    assert group.relation == "reworded"
    assert group.reasons[0].startswith("both: ")
    assert "territories" in group.reasons[0]


def test_the_footer_of_a_seed_links_to_nothing() -> None:
    a, b = seed("000"), seed("001")
    footer = {find(a, "Do you have a story"), find(a, "Do you have any questions"), find(a, "Contact us")}
    assert not {i for i, _ in links(align(a, b))} & footer


def test_two_sentences_told_in_one_are_one_group() -> None:
    a, b = seed("000"), seed("003")
    group = next(
        group for group in align(a, b).groups if find(b, "“As for the statement") + 1 in group.b and group.a
    )
    assert find(a, "He added") in group.a


def test_what_changed_places_has_moved() -> None:
    storm = "A storm tore the roofs off forty houses in Lisbon on Friday."
    rail = "The railway closed its northern line until further notice."
    vote = "Parliament voted by 120 to 88 to raise the tax on diesel."
    found = align([storm, rail, vote], [rail, vote, storm])
    assert [(group.a, group.b, group.moved) for group in found.groups] == [
        ((0,), (2,), True),
        ((1,), (0,), False),
        ((2,), (1,), False),
    ]


def test_a_sentence_cut_in_two_is_the_same_wording() -> None:
    found = align(
        ["The mayor resigned; the council met at noon."], ["The mayor resigned.", "The council met at noon."]
    )
    assert found.groups[0] == Group(
        (0,), (0, 1), "same", p=found.groups[0].p, links=found.groups[0].links, reasons=("same wording",)
    )


def test_a_group_stays_small() -> None:
    left = [f"Item {n} costs {n} euros." for n in range(30)]
    found = align(left, [f"Item {n} costs {n + 1} euros." for n in range(30)])
    check(found, 30, 30)
    assert max(len(side) for group in found.groups for side in (group.a, group.b)) <= 6


def test_what_is_likely_enough_is_linked_and_every_sentence_has_a_best_candidate() -> None:
    decision = decide({(0, 0): 0.9, (0, 1): 0.6, (1, 0): 0.2, (1, 1): 0.7, (2, 2): 0.1}, 0.3)
    assert list(decision.links) == [(0, 0), (1, 1), (0, 1)]
    assert decision.first_a == {0: 0, 1: 1, 2: 2}
    assert decision.first_b == {0: 0, 1: 1, 2: 2}


def test_a_sentence_found_word_for_word_may_have_further_partners() -> None:
    left = ["A storm tore the roofs off forty houses in Lisbon on Friday night.", "Schools stay closed."]
    right = [left[0], "In Lisbon a storm tore the roofs off forty houses.", "The council meets in May."]
    work = task(left, right)
    assert work.anchors == ((0, 0),)
    assert (0, 1) in work.cells
    assert (1, 0) in work.cells
    assert (0, 0) not in work.cells
    found = align(left, right)
    assert found.first_a[0] == 0
    assert (0, 1) in links(found)


def test_a_headline_that_stands_there_twice_is_linked_once() -> None:
    headline = "Storm tears roofs off forty houses in Lisbon"
    found = align(
        [headline, headline, "The mayor left."], ["In Lisbon a storm tore the roofs off forty houses."]
    )
    assert links(found) == {(0, 0)}
    assert found.first_a == (0, 0, None) or found.first_a[:2] == (0, 0)
    assert found.groups[1].reasons == ("repeats a sentence that is paired",)


def test_nothing_is_compared_where_everything_is_found_word_for_word() -> None:
    sentences = [f"Sentence {n} of a long text." for n in range(300)]
    assert task(sentences, sentences).cells == ()


def test_a_sentence_of_a_megabyte_is_answered() -> None:
    long = "The ferry to the islands was cancelled because of the storm. " * 16_000
    found = align(
        [long, "Nobody was hurt."], ["The ferry was cancelled because of the storm.", "Nobody was hurt."]
    )
    check(found, 2, 2)
    assert (1, 1) in links(found)


@pytest.mark.parametrize("many", [40, 400])
def test_sentences_find_their_origin_in_short_and_long_texts(many: int) -> None:
    drawn = random.Random(7)
    stems = ["".join(drawn.choices("bdfgklmnprst", k=2)) + drawn.choice("aeiou") for _ in range(60)]
    words = sorted({"".join(drawn.choices(stems, k=2)) for _ in range(2_000)})
    left = [" ".join(drawn.choices(words, k=12)).capitalize() + "." for _ in range(many)]
    order = [number ^ 1 for number in range(many)]
    right = [
        " ".join(drawn.choice(words) if drawn.random() < 0.1 else w for w in left[i].split()) for i in order
    ]
    found = links(align(left, right))
    origins = {(i, j) for j, i in enumerate(order)}
    assert len(found & origins) >= 0.95 * many
    assert len(found) <= 1.1 * many


@pytest.mark.parametrize(("many", "collects"), [(3, True), (1_200, False)])
def test_the_collector_rests_in_large_alignments_only(
    many: int, collects: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def fail(*_: object) -> None:
        seen.append(gc.isenabled())
        raise RuntimeError

    monkeypatch.setattr(pipeline, "judged", fail)
    with pytest.raises(RuntimeError):
        align(["A storm hit Lisbon."] * many, ["Nobody was hurt."] * many)
    assert seen == [collects]
    assert gc.isenabled()


def test_groups_without_what_the_aligner_knows() -> None:
    left, right = ["A storm hit Lisbon.", "Nobody was hurt."], ["Lisbon was hit by a storm.", "All is well."]
    (reworded, *others), further = build(left, right, {(0, 0): 0.9}, (set(), set()))
    assert not further
    assert reworded.relation == "reworded"
    assert reworded.reasons[0].startswith("both: ")
    assert [(group.a, group.b) for group in others] == [((1,), ()), ((), (1,))]
    (partial, *_), _ = build(left, right, {(0, 0): 0.9}, (set(), set()), alike=set())
    assert partial.relation == "partial"


def test_names_alone_tell_nothing() -> None:
    left = ["Georgia-Russia", "Talks between Georgia and Russia begin in Geneva on Monday, Lavrov said."]
    right = ["Lavrov: on Monday Russia and Georgia will begin talks in Geneva.", "It rained."]
    assert links(align(left, right)) == {(1, 0)}


def test_reasons_are_read_off_the_sentences() -> None:
    left = [
        "Britain sued the builder over 74,000 seats on Thursday, the minister said.",
        "“We will not accept a stadium without a roof,” Ingrid Moe told the council.",
    ]
    right = [
        "The UK filed a lawsuit over 74,000 seats on Thursday.",
        "Moe: “We will not accept a stadium without a roof.”",
    ]
    evidence = [Evidence(dict(enumerate(map(facts, side))), ((), ("Ingrid Moe",))) for side in (left, right)]
    groups = [
        Group((0,), (0,), "reworded", links=(Link(0, 0, 0.8),)),
        Group((1,), (1,), "reworded", links=(Link(1, 1, 0.8),)),
        Group((0, 1), (0, 1), "partial", links=(Link(0, 0, 0.8), Link(1, 1, 0.8))),
        Group((0,), (0,), "same", links=(Link(0, 0, 0.8),)),
    ]
    plain, quoted, joined, same = explain(groups, evidence[0], evidence[1])
    assert plain[0] == "both: 74,000 seats, Thursday"
    assert plain[1] == "in other words: Britain / UK, sued / lawsuit"
    assert "quotation shared" in quoted
    assert "neighbours line up" in joined
    assert same == ("same wording",)


def test_speakers_are_a_reason_where_the_words_of_the_quotation_differ() -> None:
    left, right = ["“Enough,” said Moe."], ["Moe called the roof “a shame”."]
    sides = [Evidence({0: facts(side[0])}, (("Ingrid Moe",),)) for side in (left, right)]
    (reasons,) = explain([Group((0,), (0,), "partial", links=(Link(0, 0, 0.4),))], sides[0], sides[1])
    assert "both quote Ingrid Moe" in reasons


def test_speakers_do_not_change_what_is_linked() -> None:
    a, b = seed("000"), seed("001")
    known = PairContext(persons_a=(("Lavrov",),) * len(a), persons_b=(("Lavrov",),) * len(b))
    assert links(align(a, b, context=known)) == links(align(a, b))


def test_equal_sentences_are_found_whatever_their_marks() -> None:
    assert fold("“It’s  OVER”, he said…") == "it s over he said"
    assert exact(["a", "b", "a", ""], ["a", "", "c", "b"]) == [(0, 0), (1, 3)]


def test_scripts_without_spaces_are_words_by_character() -> None:
    assert tokens("北京 mayor") == ["北", "京", "mayor"]


def test_likeness_lies_between_nothing_and_one() -> None:
    texts = ["rare storm", "storm", "storm"]
    found = likenesses(texts[:2], texts[2:], None, texts)
    assert found[1, 0].cosine == pytest.approx(1)
    assert 0 < found[0, 0].cosine < 1
    assert found[0, 0].contained == pytest.approx(1)
    assert likenesses(["abc"], ["xyz"], [(0, 0)], ["abc", "xyz"]) == {}


def test_chosen_pairs_are_scored_as_all_pairs_are() -> None:
    texts = ["a storm in the north", "storm again", "the north votes"]
    every = likenesses(texts, texts, None, texts * 2)
    assert likenesses(texts, texts, sorted(every), texts * 2) == every


def test_runs_part_at_gaps() -> None:
    assert runs((1, 2, 4, 7, 8)) == [(1, 2), (4,), (7, 8)]


def test_the_lighter_of_two_crossing_groups_moves() -> None:
    groups = [Group((0,), (1,), "partial", p=0.4), Group((1,), (0,), "reworded", links=(Link(1, 0, 0.9),))]
    assert in_place(groups) == {1}
