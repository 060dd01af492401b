"""The source lines of a piece of Markdown, and where in them stands what the parser gives without its place."""

from bisect import bisect_right

from seedreader.engine.markdown.changes import Map


class Lines:
    """The lines of ``text`` from ``start`` to ``end``, by number; all places are offsets of the text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._end = end
        self._starts = [start]
        while (newline := text.find("\n", self._starts[-1], end)) >= 0:
            self._starts.append(newline + 1)

    def start(self, number: int) -> int:
        """Where a line begins, and behind the last one where they end."""
        return self._starts[number] if number < len(self._starts) else self._end

    def end(self, number: int) -> int:
        """Where a line ends, its line end left out."""
        return self._starts[number + 1] - 1 if number + 1 < len(self._starts) else self._end

    def of(self, place: int) -> int:
        """The number of the line in which a place is."""
        return bisect_right(self._starts, place) - 1

    def find(self, content: str, first: int) -> Map | None:
        """Find content whose lines are the ends of the lines from ``first`` on, blanks at their ends aside."""
        contents: list[int] = []
        sources: list[int] = []
        at = 0
        for number, line in enumerate(content.split("\n"), first):
            if number >= len(self._starts):
                return None
            source = self._line(number).rstrip()
            shown = line.strip()
            if not source.endswith(shown):
                return None
            blank = len(line) - len(line.lstrip()) if shown else 0
            contents.append(at)
            sources.append(self.start(number) + len(source) - len(shown) - blank)
            at += len(line) + 1
        return Map(tuple(contents), tuple(sources))

    def find_heading(self, content: str, number: int) -> Map | None:
        """Find what stands behind the number signs of a heading."""
        line = self._line(number)
        signs = line.find("#")
        at = line.find(content, signs + len(line[signs:]) - len(line[signs:].lstrip("#")))
        return None if signs < 0 or at < 0 else Map((0,), (self.start(number) + at,))

    def _line(self, number: int) -> str:
        return self._text[self.start(number) : self.end(number)]
