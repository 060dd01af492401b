"""Persons across articles: spellings of one name meet, different people stay apart, order decides nothing."""

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.persons import Person, same_people


def variants(*names: Collection[str]) -> list[tuple[str, ...]]:
    return [person.variants for person in same_people(names)]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Kaka Karadze", "Kakha Kaladze"),
        ("Lavrov", "Sergei Lavrov"),
        ("Mohamed Salem", "Mohammed Salem"),
        ("José Ferreira", "Jose Ferreira"),
        ("Anna Berg", "Anna Maria Berg"),
        ("Anna M. Berg", "Anna Maria Berg"),
    ],
)
def test_spellings_of_one_name_are_one_person(spellings: tuple[str, str]) -> None:
    assert variants([spellings[0]], [spellings[1]]) == [tuple(sorted(spellings))]


@pytest.mark.parametrize(
    "people",
    [
        ("Anna Berg", "Karl Berg"),
        ("Maria Rossi", "Mario Rossi"),
        ("Anna Berg", "Anna Holm"),
        ("Karl Holm", "Karl Holm Jr."),
        ("Karl A. Holm", "Karl B. Holm"),
        ("Jon Lee", "Jon Lea"),
        ("Berg", "Holm"),
    ],
)
def test_different_people_stay_apart(people: tuple[str, str]) -> None:
    assert variants([people[0]], [people[1]]) == [(name,) for name in sorted(people)]


def test_similar_surnames_in_one_article_are_two_people() -> None:
    assert variants(["Anna Bergerson", "Anna Bergersen"]) == [("Anna Bergersen",), ("Anna Bergerson",)]


def test_a_surname_alone_joins_the_only_full_name_of_its_article() -> None:
    people = same_people([["Anna Berg", "Berg"], ["Karl Berg"], ["Berg"]])
    assert [(person.name, sorted(person.members)) for person in people] == [
        ("Anna Berg", [(0, "Anna Berg"), (0, "Berg")]),
        ("Berg", [(2, "Berg")]),
        ("Karl Berg", [(1, "Karl Berg")]),
    ]


def test_a_misspelled_surname_joins_the_only_like_one() -> None:
    assert variants(["Kakha Kaladze"], ["Karadze"]) == [("Kakha Kaladze", "Karadze")]


def test_a_name_that_two_longer_ones_fit_stays_alone() -> None:
    assert len(variants(["Karl Holm"], ["Karl A. Holm"], ["Karl B. Holm"])) == 3


def test_the_most_frequent_full_spelling_is_chosen() -> None:
    people = same_people(
        [["Lavrov", "Sergei Lavrov"], ["Lavrov", "Sergey Lavrov"], ["Sergey Lavrov", "Lavrov"]]
    )
    assert [person.name for person in people] == ["Sergey Lavrov"]


def test_no_names_are_nobody() -> None:
    assert same_people([]) == ()
    assert same_people([[], []]) == ()


WORDS = ["Anna", "Ana", "Karl", "A.", "Berg", "Kaladze", "Karadze", "Holm", "Jr.", "", "李", "’"]
NAMES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=6)
ARTICLES = st.lists(st.lists(NAMES, max_size=5), max_size=6)


@given(ARTICLES)
def test_every_name_of_every_article_is_in_one_person(articles: Sequence[Sequence[str]]) -> None:
    people = same_people(articles)
    members = [member for person in people for member in person.members]
    assert len(members) == len(set(members))
    assert set(members) == {(index, name) for index, found in enumerate(articles) for name in found}
    for person in people:
        assert person.variants == tuple(sorted({name for _, name in person.members}))
        assert person.name in person.variants


@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_names_decides_nothing(
    articles: Sequence[list[str]], random: "object"
) -> None:
    order = list(range(len(articles)))
    random.shuffle(order)  # type: ignore[attr-defined]
    moved = same_people([list(reversed(articles[index])) for index in order])
    back = {
        Person(
            person.name, person.variants, frozenset((order[index], name) for index, name in person.members)
        )
        for person in moved
    }
    assert back == set(same_people(articles))
