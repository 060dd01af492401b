"""Where groups of sentences stand: which have moved, and in what order to read two texts at once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seedreader.engine.pairs import Group

Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences of one group that stand together: a run of the left text, of the right text, or both side by side.

    ``group`` is the index of the group; ``main`` marks the runs that stand for the group, where its other sentences
    stand apart from them.
    """

    group: int
    a: Run
    b: Run
    main: bool


def runs(indexes: Sequence[int]) -> list[Run]:
    """Ascending indexes parted where they leave out a number."""
    if len(indexes) == 1:
        return [(indexes[0],)]
    found: list[list[int]] = []
    for index in indexes:
        if found and found[-1][-1] + 1 == index:
            found[-1].append(index)
        else:
            found.append([index])
    return [tuple(run) for run in found]


def main_runs(group: Group) -> tuple[Run, Run]:
    """The run of each side that holds the group's strongest link; without links the longest, then first, run."""
    if len(group.a) <= 1 and len(group.b) <= 1:
        return group.a, group.b
    strongest = max(group.links, key=lambda link: (link.p, -link.a, -link.b), default=None)
    if strongest is None:
        return max(runs(group.a), key=len, default=()), max(runs(group.b), key=len, default=())
    ours = next(run for run in runs(group.a) if strongest.a in run)
    return ours, next(run for run in runs(group.b) if strongest.b in run)


def in_place(groups: Sequence[Group]) -> set[int]:
    """The indexes of the two-sided groups that keep the order of both texts; the other two-sided ones have moved.

    They are the heaviest increasing chain of main runs, where a group weighs what its links add up to (one without
    links, its probability): of two parts that changed places the less certain or shorter one has moved. O(n log n).
    """
    placed = [(index, *main_runs(group)) for index, group in enumerate(groups) if group.a and group.b]
    placed.sort(key=lambda item: item[1])
    starts = sorted(b[0] for _, _, b in placed)
    # A Fenwick tree over the right starts: the heaviest chain that ends at or before a start, as (weight, item).
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(starts) + 1)
    before: list[int] = []
    for number, (index, _, b) in enumerate(placed):
        rank = bisect_left(starts, b[0])
        best = (0.0, -1)
        at = rank
        while at > 0:
            best = max(best, tree[at], key=lambda entry: entry[0])
            at -= at & -at
        before.append(best[1])
        own = (best[0] + _weight(groups[index]), number)
        at = rank + 1
        while at < len(tree):
            if own[0] > tree[at][0]:
                tree[at] = own
            at += at & -at
    best = (0.0, -1)
    at = len(starts)
    while at > 0:
        best = max(best, tree[at], key=lambda entry: entry[0])
        at -= at & -at
    chain: set[int] = set()
    number = best[1]
    while number >= 0:
        chain.add(placed[number][0])
        number = before[number]
    return chain


def lay_out(groups: Sequence[Group]) -> list[Piece]:
    """All sentences of both texts in reading order.

    The left runs of the pieces, one after the other, are the left text in order and complete, and so the right ones.
    A group that has not moved has one piece with its main runs side by side. Between two such pieces the left text
    comes first. ``moved`` groups, and groups out of order whatever they say, have one piece for each run.
    """
    staying = [index for index, group in enumerate(groups) if group.a and group.b and not group.moved]
    kept = {staying[number] for number in in_place([groups[index] for index in staying])}
    left: list[Piece] = []
    right: list[Piece] = []
    for index, group in enumerate(groups):
        main_a, main_b = main_runs(group)
        together = index in kept
        if together:
            anchor = Piece(index, main_a, main_b, True)
            left.append(anchor)
            right.append(anchor)
        left += [Piece(index, run, (), run == main_a) for run in _rest(group.a, main_a, together)]
        right += [Piece(index, (), run, run == main_b) for run in _rest(group.b, main_b, together)]
    left.sort(key=lambda piece: piece.a)
    right.sort(key=lambda piece: piece.b)
    return _merge(left, right)


def _rest(indexes: Sequence[int], main: Run, together: bool) -> Iterable[Run]:
    return (run for run in runs(indexes) if not (together and run == main))


def _merge(left: Sequence[Piece], right: Sequence[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    at = 0
    for piece in left:
        if piece.b:
            while not right[at].a:
                merged.append(right[at])
                at += 1
            at += 1
        merged.append(piece)
    merged.extend(right[at:])
    return merged


def _weight(group: Group) -> float:
    return sum(link.p for link in group.links) or max(group.p, 1e-6)
