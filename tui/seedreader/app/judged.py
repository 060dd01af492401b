"""What the reader judges otherwise than the program: conflicts and links that are none. The views share it."""

from collections.abc import Iterable

from seedreader.engine.comparison import Comparison
from seedreader.engine.pairs import Group
from seedreader.store.article import Article
from seedreader.store.stories import Story, Told, Two

Pair = tuple[Article, Article]


class Judged:
    """The judgements of a run."""

    def __init__(self) -> None:
        self._dismissed: set[Two] = set()
        self.rejected: frozenset[Two] = frozenset()

    def is_dismissed(self, clashing: Iterable[Two]) -> bool:
        """Whether any of these conflicts was dismissed."""
        return not self._dismissed.isdisjoint(clashing)

    def toggle(self, clashing: Iterable[Two]) -> bool:
        """Dismiss conflicts, or bring them back if one of them was; return whether they are dismissed now."""
        these = set(clashing)
        gone = not self.is_dismissed(these)
        self._dismissed = self._dismissed | these if gone else self._dismissed - these
        return gone

    def reject(self, pair: Pair, compared: Comparison, group: Group) -> bool | None:
        """Say that a group does not tell the same, or of sentences that stand alone that they do after all.

        Returns whether something was rejected, ``None`` where there is nothing to say.
        """
        linked = clashing_in(pair, compared, group) or [
            frozenset((_one(pair, compared, 0, link.a), _one(pair, compared, 1, link.b)))
            for link in compared.alignment.further
            if link.a in group.a or link.b in group.b
        ]
        if linked:
            self.rejected |= frozenset(linked)
            return True
        alone = {one for side in _told(pair, compared, group) for one in side}
        both = {article.index for article in pair}
        again = {
            two
            for two in self.rejected
            if not two.isdisjoint(alone) and {article for article, _ in two} == both
        }
        self.rejected -= again
        return False if again else None

    def cells(self, pair: Pair | None, compared: Comparison) -> frozenset[tuple[int, int]]:
        """The links of a comparison, by 0-based index, that were rejected."""
        return frozenset(
            (link.a, link.b)
            for link in compared.alignment.links()
            if pair is not None
            and frozenset((_one(pair, compared, 0, link.a), _one(pair, compared, 1, link.b))) in self.rejected
        )

    def groups(
        self, pair: Pair | None, compared: Comparison
    ) -> frozenset[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The groups of a comparison whose conflicts were dismissed."""
        return frozenset(
            (group.a, group.b)
            for group in compared.alignment.groups
            if pair is not None
            and compared.conflicts_of(group)
            and self.is_dismissed(clashing_in(pair, compared, group))
        )


def clashing_in(pair: Pair, compared: Comparison, group: Group) -> list[Two]:
    """The pairs of sentences of a group of a comparison."""
    left, right = _told(pair, compared, group)
    return [frozenset((one, other)) for one in left for other in right]


def _told(pair: Pair, compared: Comparison, group: Group) -> tuple[list[Told], list[Told]]:
    return [_one(pair, compared, 0, i) for i in group.a], [_one(pair, compared, 1, j) for j in group.b]


def _one(pair: Pair, compared: Comparison, side: int, index: int) -> Told:
    document = (compared.b if side else compared.a).document
    return pair[side].index, document.slice(document.sentences[index])


def clashing(story: Story, one: tuple[int, int], other: tuple[int, int]) -> Two:
    """Two sentences of a story, each by the index of its article there and its number."""
    made: list[Told] = []
    for at, number in (one, other):
        document = story.analyses[at].document
        made.append((story.articles[at].index, document.slice(document.sentences[number - 1])))
    return frozenset(made)
