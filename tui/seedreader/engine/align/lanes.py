"""Sums over all pairs of sentences of two texts at once: one addition for all sentences of a text.

For each thing (a run of letters, an idea) one large integer holds in which sentences of a text it stands: a lane of
64 bits for each sentence, with a 1 in the lane of a sentence that has it. Times a weight and added up over what a
sentence of another text has, these give in each lane what that sentence and the one of the lane share. That is the
product of two sparse matrices, and several times faster than sentence by sentence.
"""

import struct
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from math import isqrt
from typing import Final, TypeVar

from seedreader.engine.align.candidates import EVERY_PAIR

LANE: Final = 64
"""Bits of a lane: sums stay below, for a sentence would need more than a thousand million runs of letters."""

MOST: Final = isqrt(EVERY_PAIR)
"""Sentences of the shorter one of two texts of which all pairs are looked at, at most."""

_Thing = TypeVar("_Thing", bound=Hashable)


def lay(sentences: Sequence[Iterable[_Thing]]) -> dict[_Thing, int]:
    """The lanes of each thing; a sentence has a thing once."""
    lanes: dict[_Thing, int] = {}
    for number, things in enumerate(sentences):
        bit = 1 << LANE * number
        for thing in things:
            lanes[thing] = lanes[thing] + bit if thing in lanes else bit
    return lanes


def sums(
    sentences: Iterable[Collection[_Thing]], values: Mapping[_Thing, int], many: int
) -> list[tuple[int, ...]]:
    """For each sentence the sums of the values of what it has, ``many`` lanes each."""
    form = struct.Struct(f"<{many}Q")
    length, unpack, value = form.size, form.unpack, values.__getitem__
    known = values.keys()
    return [unpack(sum(map(value, known & things)).to_bytes(length, "little")) for things in sentences]
