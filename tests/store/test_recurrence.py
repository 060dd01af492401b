from collections.abc import Iterable
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.boilerplate.recurrence import UNTRACED, Trace
from seedreader.store.article import Article
from seedreader.store.gathering import entries
from seedreader.store.library import Library
from seedreader.store.recurrence import MOST_HOLDERS, Recurrence

FOOTER = "A paper of the Kvalvik Press Group, printed and read in town since 1903"


def furniture(*keys: int, more: int = 0) -> list[Trace]:
    return [Trace(key, 3, 0.95, more) for key in keys]


def body(*keys: int) -> list[Trace]:
    return [Trace(key, 20, 0.01, 0) for key in keys]


def test_a_line_recurs_once_another_article_has_it() -> None:
    known = Recurrence()
    known.add(0, 0, [*furniture(1), *body(10, 11)])
    assert known.recurring(0, 0) == frozenset()
    before = known.version(0)
    known.add(1, 0, [*body(20, 21), *furniture(1)])
    assert known.version(0) > before
    assert known.recurring(0, 0) == {0}
    assert known.recurring(1, 0) == {2}


def test_a_line_twice_in_one_article_does_not_recur_and_nothing_without_a_key_does() -> None:
    known = Recurrence()
    known.add(0, 0, [*furniture(1, 1), UNTRACED])
    known.add(1, 0, [UNTRACED])
    assert known.recurring(0, 0) == frozenset()


def test_versions_of_one_text_are_no_witnesses_for_each_other() -> None:
    known = Recurrence()
    known.add(0, 0, [*furniture(1), *body(10, 11, 12)])
    known.add(1, 0, [*furniture(1), *body(10, 21, 22)])
    assert known.recurring(0, 0) == known.recurring(1, 0) == frozenset()
    known.add(2, 0, [*furniture(1), *body(30, 31)])
    assert known.recurring(0, 0) == known.recurring(1, 0) == {0}


def test_what_is_added_again_changes_nothing_and_what_is_forgotten_is_gone() -> None:
    known = Recurrence()
    known.add(0, 0, furniture(1, more=5))
    known.add(1, 0, furniture(1, more=4))
    version = known.version(0)
    known.add(1, 0, furniture(1, more=4))
    assert known.version(0) == version
    assert (known.more_words(0), known.more_words(1)) == (5, 4)
    known.forget(1)
    assert known.version(0) > version
    assert known.recurring(0, 0) == known.recurring(1, 0) == frozenset()
    assert known.more_words(0) == 0
    known.forget(1)


def test_parts_of_one_article_are_told_apart() -> None:
    known = Recurrence()
    known.add(0, 0, furniture(1))
    known.add(0, 1, furniture(2, 1))
    known.add(1, 0, furniture(1))
    assert (known.recurring(0, 0), known.recurring(0, 1)) == (
        frozenset({0}),
        frozenset({1}),
    )


def test_few_of_many_holders_are_kept_and_every_one_still_knows() -> None:
    known = Recurrence()
    for article in range(3 * MOST_HOLDERS):
        known.add(article, 0, [*furniture(1), *body(100 + article)])
    assert all(known.recurring(article, 0) == {0} for article in range(3 * MOST_HOLDERS))


made = st.lists(st.lists(st.integers(0, 6), max_size=6), min_size=1, max_size=6)


@given(made, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(articles: list[list[int]], chance: Random) -> None:
    def filled(order: Iterable[int]) -> Recurrence:
        known = Recurrence()
        for number in order:
            known.add(
                number,
                0,
                [
                    Trace(key, 12, 0.0 if key > 3 else 0.95, key) if key else UNTRACED
                    for key in articles[number]
                ],
            )
        return known

    order = list(range(len(articles)))
    one = filled(order)
    chance.shuffle(order)
    other = filled(order)
    assert all(one.recurring(n, 0) == other.recurring(n, 0) for n in order)
    assert all(one.more_words(n) == other.more_words(n) for n in order)


def test_copies_of_a_file_make_none_of_their_lines_furniture(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A ferry\n\nIt ran aground off Kvalvik.\n", encoding="utf-8")
    alone = Article(0, tmp_path / "a.txt", "a.txt").analysis().furniture
    found, _ = entries(Library([tmp_path]))
    assert [entry.analysis.furniture for entry in found] == [alone] * 2


def story(folder: Path, name: str, *sentences: str) -> Path:
    path = folder / name
    path.write_text("\n\n".join([*sentences, FOOTER]) + "\n", encoding="utf-8")
    return path


ONE = (
    "Ferry runs aground off Kvalvik",
    "The ferry had left the harbour at noon and struck a shoal off the northern coast, police said on Monday.",
    "Nobody was hurt, and all of the ninety people on board were brought to the town by fishing boats.",
)
TWO = (
    "Council puts off the vote on the market hall",
    "The council of the town put off its vote on the new market hall until the spring, the mayor said.",
    "The hall was to be opened in two years, but the money for the roof has not been found so far.",
)


def test_marks_of_an_article_follow_what_is_read_of_others(tmp_path: Path) -> None:
    together = Recurrence()
    one = Article(0, story(tmp_path, "a.txt", *ONE), "a.txt", recurrence=together)
    two = Article(1, story(tmp_path, "b.txt", *TWO), "b.txt", recurrence=together)
    alone, version = one.analysis(), one.version
    assert one.analysis() is alone
    two.analysis()
    marked = one.analysis()
    assert one.version > version
    last = marked.furniture[-1]
    assert marked.document.slice(last) == FOOTER
    assert last.reasons[0] == "same line stands in other articles of the folder"
    assert last.p > alone.lines[-1].p
    assert one.analysis() is marked
    two.reload()
    assert one.analysis().furniture == alone.furniture


def test_counts_follow_too_also_of_an_article_whose_text_was_let_go(tmp_path: Path) -> None:
    together = Recurrence()
    one = Article(0, story(tmp_path, "a.txt", *ONE), "a.txt", recurrence=together)
    others = [
        Article(n, story(tmp_path, f"{n}.txt", *(line + str(n) for line in TWO)), "", recurrence=together)
        for n in range(1, 3)
    ]
    one.analysis()
    one.release()
    for other in others:
        other.analysis()
    known = one.figures_known
    assert known is not None
    counted = sum(
        len(one.document().slice(mark).split()) for mark in one.analysis().furniture if mark.tier == "sure"
    )
    assert known.furniture_words == counted


def test_a_report_knows_all_articles_before_it_tells_of_the_first(tmp_path: Path) -> None:
    story(tmp_path, "a.txt", *ONE)
    story(tmp_path, "b.txt", *TWO)
    found, _ = entries(Library([tmp_path]))
    assert [entry.analysis.document.slice(entry.analysis.furniture[-1]) for entry in found] == [FOOTER] * 2
