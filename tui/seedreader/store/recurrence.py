"""Which lines of an article stand in other articles of the set, known better with every article that is read."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seedreader.engine.boilerplate.recurrence import Trace

MOST_HOLDERS = 20
"""Articles of which is kept that they hold a line: the first ones in the order of the set."""


class Recurrence:
    """The lines of all articles read so far. Articles are named by their index; threads may share one of these."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._traces: dict[int, dict[int, tuple[Trace, ...]]] = {}
        self._holders: dict[int, tuple[int, ...]] = {}
        self._versions: Counter[int] = Counter()
        self._known: dict[int, tuple[int, frozenset[int]]] = {}

    def add(self, article: int, part: int, traces: "Sequence[Trace]") -> None:
        """Take note of the lines of a part of an article; what is the same as before changes nothing."""
        with self._lock:
            parts = self._traces.setdefault(article, {})
            if parts.get(part) == (kept := tuple(traces)):
                return
            parts[part] = kept
            touched = {article}
            for key in {one.key for one in kept if one.key}:
                holders = self._holders.get(key, ())
                touched.update(holders)
                if article not in holders:
                    self._holders[key] = tuple(sorted((*holders, article)))[:MOST_HOLDERS]
            self._versions.update(touched)

    def forget(self, article: int) -> None:
        """Forget an article whose text has changed."""
        with self._lock:
            touched = {article}
            for one in self._of(article):
                holders = self._holders.get(one.key, ())
                touched.update(holders)
                left = tuple(holder for holder in holders if holder != article)
                if left:
                    self._holders[one.key] = left
                else:
                    self._holders.pop(one.key, None)
            self._traces.pop(article, None)
            self._versions.update(touched)

    def version(self, article: int) -> int:
        """A number that grows whenever the recurring lines of an article may be others."""
        return self._versions[article]

    def recurring(self, article: int, part: int) -> frozenset[int]:
        """The numbers of the lines of a part that stand in an article which is no version of this one."""
        with self._lock:
            keys = self._keys(article)
            traces = self._traces.get(article, {}).get(part, ())
            return frozenset(number for number, one in enumerate(traces) if one.key in keys)

    def more_words(self, article: int) -> int:
        """How many words of an article are sure furniture for the reason alone that their lines recur."""
        with self._lock:
            keys = self._keys(article)
            return sum(one.more for one in self._of(article) if one.key in keys)

    def _of(self, article: int) -> "Iterator[Trace]":
        for traces in self._traces.get(article, {}).values():
            yield from traces

    def _keys(self, article: int) -> frozenset[int]:
        version, keys = self._known.get(article, (-1, frozenset[int]()))
        if version != self._versions[article]:
            keys = self._find(article)
            self._known[article] = (self._versions[article], keys)
        return keys

    def _find(self, article: int) -> frozenset[int]:
        # The lexicons behind this take longer to import than the first screen takes to draw.
        from seedreader.engine.boilerplate.recurrence import are_versions

        shared: defaultdict[int, set[int]] = defaultdict(set)
        own = tuple(self._of(article))
        for key in {one.key for one in own if one.key}:
            for holder in self._holders.get(key, ()):
                if holder != article:
                    shared[holder].add(key)
        witnesses = [
            keys for holder, keys in shared.items() if not are_versions(own, tuple(self._of(holder)), keys)
        ]
        return frozenset[int]().union(*witnesses)
