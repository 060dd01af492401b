"""Reads HTML inside Markdown: what a reader sees of it, as changes of what is written."""

import re
from bisect import bisect_left
from html import unescape
from typing import NamedTuple

from seedreader.engine.markdown.changes import Address, Change
from seedreader.engine.model import BlockKind
from seedreader.engine.pages.visible import INLINE, UNSEEN

HIDING = UNSEEN
"""Elements of which nothing is shown, where they are closed."""

_SCRIPTS = frozenset(("script", "style"))
"""Of these nothing is shown even where they are not."""

_MARK = re.compile(r"(?s)<(?:!--(?:.*?-->|.*\Z)|[!?][^>]*+>?|/?([a-zA-Z][^\s/>]{0,40}+))")
"""A comment, a declaration, or how a tag begins."""
_TURN = re.compile("[>\"']")
_CLOSING = {element: re.compile(f"(?ai)</{element}") for element in HIDING}
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_ATTRIBUTE = re.compile(r"""(?i)[\s"'/](alt|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    "blockquote": "quote",
    "tr": "table",
    "pre": "code",
}
_CELLS = frozenset(("td", "th"))
_PROSE = 12


class Piece(NamedTuple):
    """A stretch of HTML that is a block: text between two elements that begin new lines."""

    start: int
    end: int
    kind: BlockKind


class Markup(NamedTuple):
    """What a block of HTML says: its changes, its pieces, its links."""

    changes: list[Change]
    pieces: list[Piece]
    links: list[Address]


def name(tag: str) -> tuple[str, bool]:
    """The name of a tag in lower case, empty for comments, and whether it closes an element."""
    found = _NAME.match(tag)
    return (found.group(2).lower(), found.group(1) == "/") if found else ("", False)


def breaks(element: str) -> bool:
    """Whether an element begins a new line."""
    return bool(element) and element not in INLINE and element not in UNSEEN


def stand_in(tag: str) -> str:
    """What stands in for an element that is no text: the words for a picture."""
    return _attribute(tag, "alt") if name(tag)[0] == "img" else ""


def address(tag: str) -> str:
    """What a link leads to."""
    return _attribute(tag, "href")


def _attribute(tag: str, wanted: str) -> str:
    for found in _ATTRIBUTE.finditer(tag):
        if found.group(1).lower() == wanted:
            return unescape(next(filter(None, found.group(2, 3, 4)), "")).strip()
    return ""


class _Writer:
    """Collects what a block of HTML says, tag by tag."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.made = Markup([], [], [])
        self._inside: list[str] = []
        self._begin = 0
        self._cells = 0
        self._anchor: tuple[int, str] | None = None

    def text(self, start: int, end: int) -> None:
        """Text between tags: entities become what they mean."""
        for entity in _ENTITY.finditer(self.source, start, end):
            put = unescape(entity.group())
            if put != entity.group():
                self.made.changes.append(Change(entity.start(), entity.end(), put))

    def tag(self, start: int, end: int) -> None:
        """A tag: it shows nothing itself, but may begin a line, or a cell of a row."""
        tag = self.source[start:end]
        element, closing = name(tag)
        put = stand_in(tag)
        if element in _CELLS:
            put = " | " if not closing and self._cells else ""
            self._cells += not closing
        elif breaks(element):
            self._end(start, end)
            self._cells = 0
            self._enter(element, closing=closing)
            put = "\n"
        elif element == "a":
            self._link(tag, start, end, closing=closing)
        self.made.changes.append(Change(start, end, put))

    def hide(self, start: int, end: int) -> None:
        """An element of which nothing is shown."""
        self.made.changes.append(Change(start, end))

    def close(self) -> None:
        """Nothing follows."""
        self._end(len(self.source), len(self.source))

    def _link(self, tag: str, start: int, end: int, *, closing: bool) -> None:
        if not closing:
            self._anchor = (end, address(tag))
        elif self._anchor is not None:
            begin, led = self._anchor
            self._anchor = None
            if led:
                self.made.links.append(Address(begin, start, led))

    def _enter(self, element: str, *, closing: bool) -> None:
        if closing and element in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(element) :]
        elif not closing and element in _KINDS:
            self._inside.append(element)

    def _end(self, at: int, begin: int) -> None:
        if self._begin < at:
            words = len(self.source[self._begin : at].split(maxsplit=_PROSE))
            own: BlockKind = "paragraph" if words > _PROSE else "line"
            kind = _KINDS[self._inside[-1]] if self._inside else own
            self.made.pieces.append(Piece(self._begin, at, kind))
        self._begin = begin


class _Ends:
    """Where the tags of a source end: at the first ``>`` that is in no quotation marks.

    Found once for all of the source, from its end to its beginning, so that tags that never end cost no more time
    than others.
    """

    def __init__(self, source: str) -> None:
        self._turns = [turn.start() for turn in _TURN.finditer(source)]
        self._ends = [-1] * (len(self._turns) + 1)
        # Of every quotation mark: the index of the next one of its kind.
        following: dict[str, int] = {}
        for number in range(len(self._turns) - 1, -1, -1):
            sign = source[self._turns[number]]
            if sign == ">":
                self._ends[number] = self._turns[number] + 1
            else:
                if sign in following:
                    self._ends[number] = self._ends[following[sign] + 1]
                following[sign] = number

    def behind(self, offset: int) -> int:
        """The offset behind a tag whose name ends at an offset; -1 where it never ends."""
        return self._ends[bisect_left(self._turns, offset)]


def read(source: str) -> Markup:
    """Read a block of HTML. Pieces may turn out to be blank."""
    writer = _Writer(source)
    ends = _Ends(source)
    open_ended: set[str] = set()
    done = at = 0
    while (found := _MARK.search(source, at)) is not None:
        start, end = found.span()
        if found.group(1) and (end := ends.behind(end)) < 0:
            # The sign stands for itself.
            at = start + 1
            continue
        writer.text(done, start)
        element, closing = name(source[start:end])
        done = at = end
        if element in HIDING and not closing and element not in open_ended and source[end - 2] != "/":
            close = _CLOSING[element].search(source, end)
            if close is None and element not in _SCRIPTS:
                open_ended.add(element)
            else:
                shut = source.find(">", close.end()) + 1 if close else 0
                done = at = shut or len(source)
                writer.hide(start, done)
                continue
        writer.tag(start, end)
    writer.text(done, len(source))
    writer.close()
    return writer.made
