"""Changes of a source text, and the text they make, with edits by which the source can be rebuilt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from seedreader.engine.sanitize import Edit, sanitize


class Change(NamedTuple):
    """``put`` takes the place of what stands from ``start`` to ``end`` in the source."""

    start: int
    end: int
    put: str = ""


class Address(NamedTuple):
    """Where in the source the words of a link stand, and what it leads to."""

    start: int
    end: int
    address: str


class Map(NamedTuple):
    """Places of a piece of content in the source: from ``contents[i]`` on it stands at ``sources[i]``.

    ``contents[0]`` is 0.
    """

    contents: tuple[int, ...]
    sources: tuple[int, ...]

    def place(self, offset: int) -> int:
        """The source offset of a content offset."""
        if len(self.contents) == 1:
            return self.sources[0] + offset
        at = max(0, bisect_right(self.contents, offset) - 1)
        return self.sources[at] + offset - self.contents[at]

    def end(self, offset: int) -> int:
        """The source offset behind what ends at a content offset."""
        return self.place(offset - 1) + 1 if offset else self.place(0)

    def written(self, content: str, text: str) -> str:
        """Content that was found, with the letters that stand in its place in ``text``."""
        pieces: list[str] = []
        for start, end, source in zip(
            self.contents, (*self.contents[1:], len(content)), self.sources, strict=True
        ):
            line_end = end > start and content[end - 1] == "\n"
            pieces += [text[source : source + end - start - line_end], "\n" if line_end else ""]
        return "".join(pieces)

    def changes(self, found: Iterable[Change]) -> list[Change]:
        """Changes of the content as changes of the source."""
        return [Change(self.place(start), self.end(end), put) for start, end, put in found]


@dataclass(frozen=True, slots=True)
class Changed:
    """The text that changes make, and the edits that lead back.

    ``starts`` and ``ends`` are the places of the changes in the source, ``after`` where each ends in the text.
    """

    text: str
    edits: tuple[Edit, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    after: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Where a place of the source is in the text: before what is put there, behind what is put around it."""
        at = bisect_left(self.starts, offset) - 1
        return offset if at < 0 else self.after[at] + max(0, offset - self.ends[at])


def apply(source: str, changes: Iterable[Change]) -> Changed:
    """Apply changes that are in order and do not overlap; what is put is cleaned."""
    pieces: list[str] = []
    edits: list[Edit] = []
    starts: list[int] = []
    ends: list[int] = []
    after: list[int] = []
    done = length = 0
    for start, end, put in changes:
        pieces.append(source[done:start])
        length += start - done
        clean = sanitize(put).text if put else ""
        edits.append(Edit(length, source[start:end], clean))
        pieces.append(clean)
        length += len(clean)
        starts.append(start)
        ends.append(end)
        after.append(length)
        done = end
    pieces.append(source[done:])
    return Changed("".join(pieces), tuple(edits), tuple(starts), tuple(ends), tuple(after))


def disjoint(changes: Iterable[Change]) -> list[Change]:
    """The changes in order; one inside another is left out, one that runs over another's end is cut there."""
    kept: list[Change] = []
    done = 0
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        start = max(change.start, done)
        if start < change.end or (change.start == change.end >= done and change.put):
            kept.append(Change(start, change.end, change.put))
            done = change.end
    return kept
