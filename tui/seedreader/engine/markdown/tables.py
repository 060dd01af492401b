"""The cells of a row of a table, where they stand."""

from typing import NamedTuple

from seedreader.engine.markdown.changes import Change, Map


class Cell(NamedTuple):
    """A cell: its place in the source without blanks, and its content, in which pipes are not escaped."""

    start: int
    end: int
    content: str
    found: Map


def cells(text: str, start: int, end: int) -> list[Cell]:
    """Cut the row that stands from ``start`` to ``end`` at its pipes, as the parser does."""
    found: list[Cell] = []
    begin = at = start
    while (at := text.find("|", at, end)) >= 0:
        if at == start or text[at - 1] != "\\":
            found.append(_cell(text, begin, at))
            begin = at + 1
        at += 1
    found.append(_cell(text, begin, end))
    if found[0].start == found[0].end == start:
        found.pop(0)
    if found and begin == end:
        found.pop()
    return found


def _cell(text: str, start: int, end: int) -> Cell:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(" \t"))
    last = max(first, end - (len(piece) - len(piece.rstrip(" \t"))))
    pieces: list[str] = []
    contents, sources = [0], [first]
    at, length = first, 0
    while (pipe := text.find("\\|", at, last)) >= 0:
        pieces.append(text[at:pipe])
        length += pipe - at
        contents.append(length)
        sources.append(pipe + 1)
        pieces.append("|")
        length += 1
        at = pipe + 2
    pieces.append(text[at:last])
    return Cell(first, last, "".join(pieces), Map(tuple(contents), tuple(sources)))


def changes(row: list[Cell], start: int, end: int) -> list[Change]:
    """Set the cells of a row out with " | " between them."""
    edges = [start, *(edge for cell in row for edge in (cell.start, cell.end)), end]
    made = [Change(edges[0], edges[1]), Change(edges[-2], edges[-1])]
    made += (Change(a, b, " | ") for a, b in zip(edges[2:-2:2], edges[3:-1:2], strict=True))
    # What takes the sign from an escaped pipe.
    made += (Change(at - 1, at) for cell in row for at in cell.found.sources[1:])
    return made
