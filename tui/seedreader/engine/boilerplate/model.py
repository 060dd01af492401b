"""The learned weights: read once from ``weights.json`` beside this module, written by the training script."""

import json
from dataclasses import dataclass
from functools import cache

from seedreader.engine.boilerplate.wording import Wording
from seedreader.engine.model import Tier
from seedreader.engine.trees import Trees, read_trees
from seedreader.engine.weights import load, mapping, number, sequence


@dataclass(frozen=True, slots=True)
class Cuts:
    """The probabilities from which on a line is marked as unsure, counted as furniture, and sure."""

    unsure: float
    likely: float
    sure: float

    def tier(self, p: float) -> Tier:
        """The tier of a line with the probability ``p``."""
        if p >= self.sure:
            return "sure"
        return "unsure" if p >= self.unsure else "content"


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that was learned: the weights of words, the trees with their columns, the cuts."""

    wording: Wording
    columns: tuple[str, ...]
    trees: Trees
    cuts: Cuts


@cache
def model() -> Model:
    """The model of the package, read when it is first asked for.

    Raises ``ValueError`` for a file that is not one of the training script's.
    """
    return parse(load(__package__))


def parse(text: str) -> Model:
    """A model from its JSON text. Raises ``ValueError`` when the text has another form.

    ``{"wording": {"bias", "weights": {WEIGHT: [GRAM, ...]}}, "columns": [NAME], "trees": [TREE], "cuts":
    {"unsure", "likely", "sure"}}``, with trees as in ``engine.trees``.
    """
    read: object = json.loads(text)
    wording, cuts = mapping(mapping(read)["wording"]), mapping(mapping(read)["cuts"])
    weights: dict[str, float] = {}
    for weight, grams in mapping(wording["weights"]).items():
        weights.update(dict.fromkeys(map(str, sequence(grams)), float(weight)))
    return Model(
        Wording(number(wording["bias"]), weights),
        tuple(map(str, sequence(mapping(read)["columns"]))),
        read_trees(mapping(read)["trees"]),
        Cuts(*(number(cuts[name]) for name in ("unsure", "likely", "sure"))),
    )
