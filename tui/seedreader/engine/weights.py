"""Learned weights: the data file beside a module, and the pieces of its JSON, each of the form that is expected."""

import pkgutil
from collections.abc import Mapping, Sequence


def load(package: str, name: str = "weights.json") -> str:
    """The text of a data file in a package. Raises ``ValueError`` where it is missing."""
    data = pkgutil.get_data(package, name)
    if data is None:
        raise ValueError(f"the package was installed without {name}")
    return data.decode("utf-8")


def mapping(value: object) -> Mapping[str, object]:
    """A JSON object. Raises ``ValueError`` for anything else."""
    if not isinstance(value, dict):
        raise ValueError("an object was expected")
    return value


def sequence(value: object) -> Sequence[object]:
    """A JSON list. Raises ``ValueError`` for anything else."""
    if not isinstance(value, list):
        raise ValueError("a list was expected")
    return value


def number(value: object) -> float:
    """A JSON number. Raises ``ValueError`` for anything else."""
    if not isinstance(value, int | float):
        raise ValueError("a number was expected")
    return float(value)
