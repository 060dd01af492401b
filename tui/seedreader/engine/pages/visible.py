"""Finds the visible lines of a page in its tree of elements."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from seedreader.engine.model import BlockKind


class Node(Protocol):
    """What is used of an element of lxml."""

    tag: object
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes, names in lower case."""

    def __iter__(self) -> Iterator["Node"]: ...

    def __len__(self) -> int: ...


class Visible(NamedTuple):
    """A line of a page as a reader sees it, blanks collapsed."""

    text: str
    kind: BlockKind


UNSEEN = frozenset(
    "script style template noscript head svg math textarea select datalist object canvas audio video iframe "
    "map applet title".split()
)
"""Elements of which nothing is text of the page, or only where something else cannot be shown."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark meter nobr output "
    "picture progress q rp rt ruby s samp slot small source span strike strong sub sup time tt u var wbr input "
    "o:p amp-img base basefont blink link meta param track area svg".split()
)
"""Elements inside a line; any other begins a new one."""

_SHELLS = frozenset("html body main article form".split())
_APART = frozenset("a button label time".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ITEMS = frozenset("li dt dd".split())
_HIDING = re.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_CELL = 120
"""Characters above which a cell of a table is prose, and the table a matter of layout."""
_PROSE = 12


def lines(root: Node) -> list[Visible]:
    """Return the visible lines below ``root`` in their order. The tree must not be nested too deep to recurse."""
    writer = _Writer()
    _walk(root, writer, ())
    writer.end(())
    return writer.lines


def collapsed(text: str) -> str:
    """A text on one line, as HTML shows it."""
    return _BLANKS.sub(" ", text).strip()


class _Writer:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.lines: list[Visible] = []
        self._pieces: list[str] = []

    def add(self, text: str | None) -> None:
        """Go on with the line."""
        if text:
            self._pieces.append(text)

    def part(self) -> None:
        """Keep what follows from growing together with what stands before, as links of a menu would."""
        if self._pieces and not self._pieces[-1][-1:].isspace():
            self._pieces.append(" ")

    def end(self, inside: tuple[str, ...]) -> None:
        """End the line, which stood inside these elements, the outermost first."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        if "pre" in inside:
            kind: BlockKind = "code" if "code" in inside else "line"
            pieces = [text.strip("\n")] if kind == "code" else text.split("\n")
        else:
            pieces = [collapsed(text)]
            kind = _kind(inside, pieces[0])
        self.lines += (Visible(piece.rstrip(), kind) for piece in pieces if piece.strip())


def _kind(inside: tuple[str, ...], text: str) -> BlockKind:
    for tag in reversed(inside):
        if tag in _HEADINGS:
            return "heading"
        if tag in _ITEMS:
            return "list"
        if tag == "blockquote":
            return "quote"
    prose = "p" in inside[-1:] or len(text.split(maxsplit=_PROSE)) > _PROSE
    return "paragraph" if prose else "line"


def _walk(node: Node, writer: _Writer, inside: tuple[str, ...]) -> None:
    """Write what is below ``node``; ``inside`` are the elements that tell a kind, the outermost first."""
    writer.add(node.text)
    for child in node:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        tag = tag.rpartition("}")[2]
        if not tag or tag in UNSEEN or _hidden(tag, child.attrib):
            pass
        elif tag in ("br", "hr"):
            # A break inside preformatted text is a new line of it.
            writer.end(inside)
        elif tag == "tr":
            writer.end(inside)
            _row(child, writer, inside)
        elif tag in INLINE:
            apart = tag in _APART and not child.tail
            _walk(child, writer, inside)
            if apart:
                writer.part()
        else:
            writer.end(inside)
            below = (*inside, tag, "code") if tag == "pre" and _holds_code(child) else (*inside, tag)
            _walk(child, writer, below)
            writer.end(below)
        writer.add(child.tail)


def _holds_code(node: Node) -> bool:
    return any(child.tag == "code" for child in node)


def _row(row: Node, writer: _Writer, inside: tuple[str, ...]) -> None:
    """Write the row of a table as one line, or where it lays out a page, line by line."""
    cells: list[list[Visible]] = []
    for cell in row:
        one = _Writer()
        if isinstance(cell.tag, str) and not _hidden(cell.tag, cell.attrib):
            _walk(cell, one, inside)
            one.end(inside)
        cells.append(one.lines)
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text) <= _CELL for cell in filled):
        writer.lines.append(Visible(" | ".join(cell[0].text for cell in filled), "table"))
    else:
        writer.lines += _flat(filled)


def _flat(cells: Iterable[list[Visible]]) -> Iterator[Visible]:
    for cell in cells:
        yield from cell


def _hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown; a page that hides all of itself until a script has run counts as shown."""
    if tag in _SHELLS or not attributes:
        return False
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style))
