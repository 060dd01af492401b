"""Words that news English uses for one another: ``ideas.txt`` beside this module.

Each line there is one idea, named by its first word; further lines that begin with the same word add to it. A word
that stands in several ideas belongs to the first.
"""

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from seedreader.engine.weights import load


@cache
def ideas() -> MappingProxyType[str, str]:
    """The idea of each listed word, by its name. Raises ``ValueError`` where the list is missing."""
    found: dict[str, str] = {}
    for word, idea in _listed():
        found.setdefault(word, idea)
    return MappingProxyType(found)


def _listed() -> Iterator[tuple[str, str]]:
    for line in load(__package__, "ideas.txt").splitlines():
        words = line.split()
        yield from ((word, words[0]) for word in words)
