"""Boosted trees as the training scripts fit them, in the form in which the engine reads them."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Booster(Protocol):
    """What is used of a fitted ``lightgbm.Booster``."""

    def predict(self, data: object, *, raw_score: bool) -> Iterable[float]:
        """The log odds of rows where ``raw_score`` is true."""

    def dump_model(self) -> dict[str, list[dict[str, dict[str, object]]]]:
        """The trees, under ``tree_info`` and there ``tree_structure``."""


def dump_trees(booster: Booster, names: Sequence[str]) -> tuple[list[str], list[object]]:
    """The columns that are used, by name, and the trees over them as ``seedreader.engine.trees`` reads them."""
    dumped = booster.dump_model()["tree_info"]
    used = sorted({feature for tree in dumped for feature in _features(tree["tree_structure"])})
    number = {feature: index for index, feature in enumerate(used)}
    return [names[feature] for feature in used], [_node(tree["tree_structure"], number) for tree in dumped]


def _features(node: dict[str, object]) -> list[int]:
    if "split_feature" not in node:
        return []
    return [
        int(str(node["split_feature"])),
        *_features(_child(node, "left")),
        *_features(_child(node, "right")),
    ]


def _child(node: dict[str, object], side: str) -> dict[str, object]:
    child = node[f"{side}_child"]
    if not isinstance(child, dict):
        raise TypeError("not a tree")
    return child


def _node(node: dict[str, object], number: dict[int, int]) -> object:
    if "split_feature" not in node:
        return round(float(str(node["leaf_value"])), 3)
    return [
        number[int(str(node["split_feature"]))],
        float(f"{float(str(node['threshold'])):.4g}"),
        round(float(str(node["internal_value"])), 2),
        _node(_child(node, "left"), number),
        _node(_child(node, "right"), number),
    ]
