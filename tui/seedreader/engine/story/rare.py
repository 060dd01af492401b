"""Which articles share rare marks with which: an index from marks to articles, so that cost grows with the set."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

MOST_HOLDERS: Final = 100
"""Articles that hold a mark up to which all pairs of them are noted."""

WINDOW: Final = 8
"""How many holders before it an article is paired with by a mark that more articles hold.

So many share either a phrase everybody uses, of which little is noted then, or a text that went round: its copies
share hundreds of marks, each of which has other holders, and are still found through each other.
"""


def partners(
    marks: Sequence[Collection[int]], *, most_holders: int = MOST_HOLDERS
) -> Iterator[tuple[int, Counter[int]]]:
    """Yield for each item how many marks it shares with which items before it, in order of the items."""
    holders: dict[int, list[int]] = {}
    for item, own in enumerate(marks):
        shared: Counter[int] = Counter()
        for mark in own:
            known = holders.get(mark)
            if known is None:
                holders[mark] = [item]
                continue
            shared.update(known if len(known) <= most_holders else known[-WINDOW:])
            known.append(item)
        yield item, shared
