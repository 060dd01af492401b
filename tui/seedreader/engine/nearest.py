"""Tells how near articles are to each other: a cheap figure for the list, not an alignment."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_WORD = re.compile(r"\w+")


def profile(text: str) -> Counter[str]:
    """Count the word pairs and the longer words of a text, case folded."""
    found = _WORD.findall(text.lower())
    counts = Counter(word for word in found if len(word) > 3)
    counts.update(f"{one} {two}" for one, two in pairwise(found))
    return counts


def containment(profiles: Sequence[Counter[str]]) -> list[list[float]]:
    """Return, for each pair, the share of the row text's weight that the column text has as well (0 to 1).

    Entries are weighted by their rarity over all texts, so that names everybody uses count little.
    """
    spread = Counter(key for one in profiles for key in one)
    total = len(profiles)
    weight = {key: math.log(1 + total / count) for key, count in spread.items()}
    mass = [sum(weight[key] * math.sqrt(n) for key, n in one.items()) or 1.0 for one in profiles]
    table: list[list[float]] = []
    for row, one in enumerate(profiles):
        shares = []
        for column, other in enumerate(profiles):
            if row == column:
                shares.append(1.0)
                continue
            shared = sum(
                weight[key] * math.sqrt(min(n, other[key])) for key, n in one.items() if key in other
            )
            shares.append(shared / mass[row])
        table.append(shares)
    return table


def candidates(table: Sequence[Sequence[float]], row: int, most: int = 2) -> list[int]:
    """Return the articles that share most with ``row``, best first, seen from the one that is more contained.

    The table only says whom to look at; how much is shared an alignment tells.
    """
    others = [column for column in range(len(table)) if column != row]
    others.sort(key=lambda column: (-max(table[row][column], table[column][row]), column))
    return others[:most]
