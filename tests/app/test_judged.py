"""What the reader judges: links and conflicts that are none."""

from pathlib import Path

import pytest

from seedreader.app.judged import Judged, clashing_in
from seedreader.engine.comparison import Comparison, compare
from seedreader.engine.pairs import Group
from seedreader.store.article import Article
from seedreader.store.library import Library

SHARED = "The ferry Solveig ran aground off Kvalvik on Tuesday night with 214 people on board."
OTHER = [
    "Apple growers along the Hardanger lost a third of their harvest to hail, a cooperative reported.",
    "Readers in Drammen can borrow sewing machines and telescopes from the public library now.",
]
MORE = "Divers will inspect the hull on Wednesday before tugs try to pull the vessel free."


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    """A and C share two sentences, B shares one with A."""
    folder = tmp_path / "set"
    folder.mkdir()
    for name, sentences in (("a", [SHARED, MORE]), ("b", [*OTHER, MORE]), ("c", [SHARED, MORE])):
        (folder / f"{name}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    library = Library([folder])
    library.gather()
    return list(library.articles)


def compared(one: Article, other: Article) -> Comparison:
    return compare(one.analysis(), other.analysis())


def alone(comparison: Comparison, number: int) -> Group:
    (group,) = (group for group in comparison.alignment.groups if group.a == (number,) and not group.b)
    return group


def test_a_link_is_rejected_and_believed_again(articles: list[Article]) -> None:
    judged, pair = Judged(), (articles[0], articles[2])
    found = compared(*pair)
    linked = next(group for group in found.alignment.groups if group.a == (0,) and group.b == (0,))
    assert judged.reject(pair, found, linked) is True
    assert judged.rejected == {frozenset({(0, SHARED), (2, SHARED)})}
    cells = judged.cells(pair, found)
    assert cells == {(0, 0)}
    assert judged.cells(None, found) == frozenset()
    assert judged.cells(pair[::-1], compared(*pair[::-1])) == cells
    parted = found.without(cells)
    assert judged.reject(pair, parted, alone(parted, 0)) is False
    assert judged.rejected == frozenset()
    assert judged.reject(pair, parted, alone(parted, 0)) is None


def test_a_sentence_alone_here_says_nothing_of_other_pairs(articles: list[Article]) -> None:
    judged, there, here = Judged(), (articles[0], articles[2]), (articles[0], articles[1])
    linked = next(group for group in compared(*there).alignment.groups if group.a == (0,))
    assert judged.reject(there, compared(*there), linked) is True
    rejected = judged.rejected
    found = compared(*here)
    assert judged.reject(here, found, alone(found, 0)) is None
    assert judged.rejected == rejected


def test_conflicts_are_dismissed_and_brought_back(articles: list[Article]) -> None:
    judged, pair = Judged(), (articles[0], articles[2])
    found = compared(*pair)
    first, second = (clashing_in(pair, found, group) for group in found.alignment.groups[:2])
    assert not judged.is_dismissed(first)
    assert judged.toggle(first) is True
    assert judged.is_dismissed([*first, *second])
    assert not judged.is_dismissed(second)
    assert judged.toggle(first) is False
    assert not judged.is_dismissed(first)
