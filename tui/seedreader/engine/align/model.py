"""The learned weights: read once from ``weights.json`` beside this module, written by the training script."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Final, NamedTuple

from seedreader.engine.align.columns import NAMES
from seedreader.engine.trees import Split, read_trees
from seedreader.engine.weights import load, mapping, number, sequence

OPENING: Final = 60
"""How many trees are asked before a pair is given up."""

ENGLISH: Final = 0.15
"""Texts of whose ideas so many are listed are English."""


class Quad(NamedTuple):
    """A tree of two storeys laid flat: a question, and on each side of it another one with its two answers."""

    column: int
    threshold: float
    low_column: int
    low_threshold: float
    low_low: float
    low_high: float
    high_column: int
    high_threshold: float
    high_low: float
    high_high: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Boosted trees of two storeys over columns of ``columns.NAMES``: the first few, then the others."""

    opening: tuple[Quad, ...]
    others: tuple[Quad, ...]

    def odds(self, row: Sequence[float], least: float = -inf) -> float:
        """The log odds for a row; those of the first trees alone if they already stay below ``least``."""
        total = _sum(self.opening, row)
        return total if total < least else total + _sum(self.others, row)


def _sum(quads: Iterable[Quad], row: Sequence[float]) -> float:
    total = 0.0
    for column, threshold, low, low_at, low_low, low_high, high, high_at, high_low, high_high in quads:
        if row[column] <= threshold:
            total += low_low if row[low] <= low_at else low_high
        else:
            total += high_low if row[high] <= high_at else high_high
    return total


@dataclass(frozen=True, slots=True)
class Cuts:
    """Probabilities that decide.

    ``english``: a pair is linked from here on, ``other`` the same for texts in other languages, where the list of
    ideas does not help; ``alike``: two linked sentences say nearly the same from here on of the probability of that.
    """

    english: float
    other: float
    alike: float

    def link(self, known: float) -> float:
        """The cut for texts of whose ideas a share of ``known`` is listed."""
        return self.english if known >= ENGLISH else self.other


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that was learned.

    ``first`` are the weights of the first look; ``link`` judges whether a pair is linked at all, ``alike`` whether
    both sentences say nearly the same.
    """

    first: tuple[float, ...]
    link: Judge
    alike: Judge
    cuts: Cuts


@cache
def model() -> Model:
    """The model of the package, read when it is first asked for.

    Raises ``ValueError`` for a file that is not one of the training script's.
    """
    return parse(load(__package__))


def parse(text: str) -> Model:
    """A model from its JSON text. Raises ``ValueError`` when the text has another form.

    ``{"first": [NUMBER, 5 of them], "link": JUDGE, "alike": JUDGE, "cuts": {"english", "other", "alike"}}``, where a
    judge is ``{"columns": [NAME], "trees": [TREE]}`` with trees as in ``engine.trees``.
    """
    read = mapping(json.loads(text))
    cuts = mapping(_item(read, "cuts"))
    return Model(
        tuple(number(weight) for weight in sequence(_item(read, "first"))),
        _judge(_item(read, "link")),
        _judge(_item(read, "alike")),
        Cuts(*(number(_item(cuts, name)) for name in ("english", "other", "alike"))),
    )


def _judge(value: object) -> Judge:
    read = mapping(value)
    columns = [NAMES.index(str(name)) for name in sequence(_item(read, "columns"))]
    quads = tuple(_quad(tree, columns) for tree in read_trees(_item(read, "trees")).trees)
    return Judge(quads[:OPENING], quads[OPENING:])


def _quad(tree: Split, columns: Sequence[int]) -> Quad:
    return Quad(
        columns[tree.column], tree.threshold, *_storey(tree.low, columns), *_storey(tree.high, columns)
    )


def _storey(side: Split | float, columns: Sequence[int]) -> tuple[int, float, float, float]:
    if isinstance(side, float):
        return 0, 0.0, side, side
    if not isinstance(side.low, float) or not isinstance(side.high, float):
        raise ValueError("a tree has more than two storeys")
    return columns[side.column], side.threshold, side.low, side.high


def _item(read: Mapping[str, object], key: str) -> object:
    if key not in read:
        raise ValueError(f"{key} is missing")
    return read[key]
