"""One hunting rule: the last hunt, whatever it was, is what ``n`` and ``N`` repeat."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["find", "quotation", "boilerplate", "change", "move", "conflict"]

NAMES: dict[Kind, str] = {
    "find": "hit",
    "quotation": "quotation",
    "boilerplate": "boilerplate",
    "change": "difference",
    "move": "move",
    "conflict": "possible conflict",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Where a hunt leads: an index into its targets, and whether it went round the end."""

    index: int
    wrapped: bool


def step(targets: Sequence[int], here: int, direction: int) -> Step | None:
    """Return the next (1) or previous (-1) target seen from ``here``; targets are sorted, ``None`` without any."""
    if not targets:
        return None
    if direction > 0:
        index = bisect_right(targets, here)
        return Step(index % len(targets), index == len(targets))
    index = bisect_left(targets, here) - 1
    return Step(index % len(targets), index < 0)


def told(kind: Kind, index: int, total: int, *, wrapped: bool, phrase: str = "") -> str:
    """Name the hunt and count, as in "quotation 3/17"."""
    name = f"/{phrase}" if kind == "find" else NAMES[kind]
    return f"{name} {index + 1}/{total}" + (", round the end" if wrapped else "")
