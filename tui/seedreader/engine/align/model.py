"""The learned weights: read once from ``weights.json`` beside this module, written by the training script."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from seedreader.engine.align.columns import NAMES
from seedreader.engine.align.judges import Judge, Line, judge
from seedreader.engine.trees import read_trees
from seedreader.engine.weights import load, mapping, number, sequence

ENGLISH: Final = 0.15
"""Texts of whose ideas so many are listed are English."""


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
    judge is ``{"columns": [NAME], "constant": NUMBER, "slopes": [NUMBER of each column], "most": [NUMBER of each
    column], "trees": [TREE]}`` with trees as in ``engine.trees``.
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
    slopes, most = ([number(one) for one in sequence(_item(read, name))] for name in ("slopes", "most"))
    if not len(slopes) == len(most) == len(columns):
        raise ValueError("a slope and a bound for each column were expected")
    line = Line(number(_item(read, "constant")), tuple(zip(slopes, most, strict=True)))
    return judge(read_trees(_item(read, "trees")), columns, len(NAMES), line)


def _item(read: Mapping[str, object], key: str) -> object:
    if key not in read:
        raise ValueError(f"{key} is missing")
    return read[key]
