"""What is computed in a fast way comes out as in a plain one."""

import re
import unicodedata
from math import inf, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.align import facts as taking_apart
from seedreader.engine.align import letters, look
from seedreader.engine.align.facts import facts, tokens
from seedreader.engine.align.judges import OPENING, Line, judge
from seedreader.engine.align.lanes import MOST, lay, sums
from seedreader.engine.align.scoring import tempered, unseen
from seedreader.engine.align.similarity import fold, grams_of
from seedreader.engine.align.texts import MOST_CHARACTERS, prepare, side_by_side
from seedreader.engine.trees import Split, Trees, probability

FOLDED = st.text("ab é北𐐷", max_size=12).map(fold)
NUMBERS = st.floats(-2, 2)
TERMS = st.tuples(NUMBERS, NUMBERS)
WORDS = st.sampled_from(
    "the minister Moe said 74 seats Thursday council «voted» Küche 北京 𐐷𐐷𐐷 a, of. storm".split()
)
SENTENCES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), min_size=1, max_size=6)


def trees() -> st.SearchStrategy[Split]:
    columns = st.integers(0, 2)
    stumps = st.builds(Split, columns, NUMBERS, NUMBERS, NUMBERS, st.just(0.0))
    return st.builds(Split, columns, NUMBERS, NUMBERS | stumps, NUMBERS | stumps, st.just(0.0))


@given(FOLDED)
def test_a_run_of_letters_has_a_number_of_its_own(folded: str) -> None:
    assert len(letters.runs(folded)) == len(set(grams_of(folded, (4,))))


@given(FOLDED, FOLDED)
def test_sentences_share_as_many_numbers_as_runs(one: str, other: str) -> None:
    shared = set(grams_of(one, (4,))) & set(grams_of(other, (4,)))
    assert len(letters.runs(one) & letters.runs(other)) == len(shared)


def plain_cosine(left: list[str], right: list[str], i: int, j: int) -> float:
    """The cosine of two folded sentences, written down as it is defined."""
    bags = [set(grams_of(folded, (4,))) for folded in (*left, *right)]
    many = len(bags)

    def weigh(runs: set[str]) -> int:
        return sum(
            round(1000 * (log((1 + many) / (1 + sum(run in bag for bag in bags))) + 1) ** 2) for run in runs
        )

    ours, theirs = bags[i], bags[len(left) + j]
    return weigh(ours & theirs) / (sqrt(weigh(ours)) * sqrt(weigh(theirs))) if ours & theirs else 0.0


@given(st.lists(FOLDED, min_size=1, max_size=5), st.lists(FOLDED, min_size=1, max_size=5))
def test_cosines_are_as_defined_whichever_way(left: list[str], right: list[str]) -> None:
    cells = [(i, j) for i in range(len(left)) for j in range(len(right))]
    wanted = [pytest.approx(plain_cosine(left, right, i, j)) for i, j in cells]
    assert letters.cosines(letters.runs_of(left), letters.runs_of(right), cells) == wanted
    many = ["zzzz"] * (MOST + 1)  # what many share does not stand in the sentences compared
    long = letters.runs_of([*left, *many]), letters.runs_of([*right, *many])
    assert not long[0].lanes
    wanted = [pytest.approx(plain_cosine([*left, *many], [*right, *many], i, j)) for i, j in cells]
    assert letters.cosines(*long, cells) == wanted


def test_a_long_text_beside_a_short_one() -> None:
    short, long = ["a storm in the north"], ["a storm", *(f"the north votes {n}" for n in range(MOST + 1))]
    runs = letters.runs_of(short), letters.runs_of(long)
    cells = [(0, j) for j in range(len(long))]
    found = letters.cosines(*runs, cells)
    assert found == letters.cosines(runs[1], runs[0], [(j, i) for i, j in cells])
    assert found[:2] == pytest.approx([plain_cosine(short, long, 0, 0), plain_cosine(short, long, 0, 1)])


@given(SENTENCES, SENTENCES)
def test_all_pairs_at_once_look_as_pair_by_pair(left: list[str], right: list[str]) -> None:
    cells = [(i, j) for i in range(len(left)) for j in range(len(right))]
    texts = side_by_side(prepare(left), prepare(right))
    at_once = look._of_all(texts, texts.a, texts.b, cells)
    assert at_once == look._of_some(texts, cells)
    assert at_once == look._of_all(texts, texts.b, texts.a, [(j, i) for i, j in cells])


@given(st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=5), st.lists(st.sets(st.integers(0, 5))))
def test_lanes_add_up_what_is_shared(columns: list[set[int]], rows: list[set[int]]) -> None:
    weights = {number: 10**number for number in range(6)}
    lanes = lay(columns)
    values = {number: weights[number] * at for number, at in lanes.items()}
    assert sums(rows, values, len(columns)) == [
        tuple(sum(weights[number] for number in row & column) for column in columns) for row in rows
    ]


@given(
    st.lists(trees(), max_size=5),
    st.lists(trees(), max_size=2),
    st.tuples(NUMBERS, NUMBERS, NUMBERS),
    st.just(()) | st.tuples(TERMS, TERMS, TERMS),
    NUMBERS,
)
def test_a_compiled_judge_answers_as_a_regression_and_trees(
    some: list[Split],
    more: list[Split],
    row: tuple[float, ...],
    terms: tuple[tuple[float, float], ...],
    constant: float,
) -> None:
    still = Split(0, 0.0, 0.0, 0.0, 0.0)
    opening = [*some, *[still] * (OPENING - len(some))]
    made = judge(Trees((*opening, *more)), (2, 0, 1), 3, Line(constant, terms))
    turned = row[2], row[0], row[1]
    line = constant + sum(
        slope * min(value, most) for (slope, most), value in zip(terms, turned, strict=False)
    )
    start = line + Trees(tuple(opening)).score(turned)
    assert made.odds(row, -inf) == pytest.approx(start + Trees(tuple(more)).score(turned))
    assert made.odds(row, start + 1) == pytest.approx(start)


def test_a_judge_wants_rows_as_wide_as_it_was_made_for() -> None:
    made = judge(Trees((Split(0, 0.5, -1.0, 1.0, 0.0),)), (0,), 1)
    assert (made.odds([0.5], -inf), made.odds([0.6], -inf)) == (-1.0, 1.0)
    with pytest.raises(ValueError, match="unpack"):
        made.odds([0.5, 0.5], -inf)


def test_only_numbers_get_into_the_code_of_a_judge() -> None:
    for wrong in (inf, -inf, float("nan")):
        with pytest.raises(ValueError, match="finite"):
            judge(Trees((Split(0, wrong, 0.0, 1.0, 0.0),)), (0,), 1)
    deep: Split | float = 1.0
    for _ in range(30):
        deep = Split(0, 0.0, deep, 0.0, 0.0)
    assert isinstance(deep, Split)
    with pytest.raises(ValueError, match="storeys"):
        judge(Trees((deep,)), (0,), 1)


@given(st.floats(-500, 500), st.floats(-500, 500))
def test_what_is_more_probable_stays_so_and_nothing_is_certain(one: float, other: float) -> None:
    assert (tempered(one) <= tempered(other)) or one > other
    assert tempered(4.0) < tempered(4.1)
    assert tempered(3.0) == 3.0
    assert probability(tempered(other)) < 0.99, "nothing is certain"


@given(st.floats(-60, 60))
def test_the_probability_of_what_is_not_looked_at_closer_has_four_digits(odds: float) -> None:
    assert unseen(odds) == round(0.1 * probability(odds), 4)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_folded_as_everything_else(sentence: str) -> None:
    folded = unicodedata.normalize("NFKC", sentence).casefold()
    assert fold(sentence) == re.sub(r"[\W_]+", " ", folded).strip() == fold(sentence + "“")


@pytest.mark.parametrize("name", ["PICTURE", "AROUND"])
def test_whatever_a_pattern_finds_has_a_hint(name: str) -> None:
    pattern, hints = getattr(taking_apart, f"_{name}"), getattr(taking_apart, f"_{name}_HINTS")
    for choice in pattern.pattern.split("|"):
        plain = re.sub(r"\\b|\$|\[ds\]\?", "", choice).replace("\\(", "(")
        assert pattern.search(plain), choice
        assert any(hint in plain for hint in hints), choice


def test_texts_of_usual_length_are_remembered() -> None:
    sentences = ["A storm hit Lisbon.", "Nobody was hurt."]
    assert prepare(sentences) is prepare(tuple(sentences))
    long = ["storm " * MOST_CHARACTERS]
    assert prepare(long) is not prepare(long)
    assert prepare(long).sentences == prepare(long).sentences


def test_facts_keep_the_tokens() -> None:
    sentence = "“Enough,” said Moe."
    assert list(facts(sentence).tokens) == tokens(sentence)
