"""A regression and boosted trees on what it leaves, as one function of straight code.

They are asked ten thousand questions for each pair of texts. The regression is written down as a sum, the trees as
Python conditional expressions, and both are compiled, as ``dataclasses`` does it with methods: comparing local
variables with constants is five times faster than walking along tuples. Nothing of a weights file gets into the code
but numbers, which are written as ``repr`` writes floats, and column numbers.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from seedreader.engine.trees import Split, Trees

OPENING: Final = 30
"""How many trees are asked before a pair is given up."""

_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Judge:
    """A regression over rows of numbers, and trees that correct it.

    ``odds`` gives the log odds for a row of floats; those of the regression and the first ``OPENING`` trees alone if
    they already stay below the second argument.
    """

    odds: Callable[[Sequence[float], float], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A regression: to ``constant`` comes each column times its slope, the column counting for no more than its most.

    ``terms`` are slope and most of each column. Without a bound a text ten times as long as any that was learned from
    would be judged by its length alone.
    """

    constant: float = 0.0
    terms: tuple[tuple[float, float], ...] = ()


def judge(trees: Trees, columns: Sequence[int], width: int, line: Line = Line()) -> Judge:
    """The judge for rows of ``width`` numbers; ``columns`` are the places in a row of what the trees call 0, 1, ….

    The terms of the line are those of these columns, in their order.

    Raises ``ValueError`` for trees that have no columns to look at, numbers that are none, or too many storeys.
    """
    names = [f"c{number}" for number in range(width)]
    asked = {number: names[place] for number, place in enumerate(columns)}
    products = (
        _term(names[place], slope, most)
        for place, (slope, most) in zip(columns, line.terms, strict=False)
        if slope
    )
    code = "\n ".join(
        (
            "def odds(row, least):",
            f"{', '.join(names)}, = row",
            f"total = {' + '.join((_number(line.constant), *products))}",
            *_sums(trees.trees[:OPENING], asked),
            "if total < least:",
            "  return total",
            "opening, total = total, 0.0",
            *_sums(trees.trees[OPENING:], asked),
            "return opening + total",
        )
    )
    made: dict[str, object] = {}
    exec(compile(code, "<trees>", "exec"), {"__builtins__": {}}, made)
    return Judge(cast(Callable[[Sequence[float], float], float], made["odds"]))


def _term(name: str, slope: float, most: float) -> str:
    return f"({_number(slope)} * {name} if {name} < {_number(most)} else {_number(slope * most)})"


def _sums(trees: Iterable[Split], names: Mapping[int, str]) -> Iterator[str]:
    return (f"total += {_written(tree, names, _DEEPEST)}" for tree in trees)


def _written(node: Split | float, names: Mapping[int, str], deepest: int) -> str:
    if isinstance(node, float):
        return _number(node)
    if not deepest or node.column not in names:
        raise ValueError("a tree has too many storeys or a column that is not there")
    low, high = (_written(side, names, deepest - 1) for side in (node.low, node.high))
    return f"({low} if {names[node.column]} <= {_number(node.threshold)} else {high})"


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError("a finite number was expected")
    return repr(float(value))
