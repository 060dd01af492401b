"""Sets Markdown out as the text that is read: its blocks, where they were written, and what stands between them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from seedreader.engine import frontmatter
from seedreader.engine.markdown import inlines, parser, rawhtml, tables
from seedreader.engine.markdown.changes import Address, Change, Map, apply, disjoint
from seedreader.engine.markdown.lines import Lines
from seedreader.engine.markdown.templates import ATTRIBUTES, TEMPLATE, masked
from seedreader.engine.model import Block, BlockKind, Link
from seedreader.engine.sanitize import Sanitized, sanitize

_QUOTED = re.compile(r">[ \t]?")
_LEAD = re.compile(r"[> \t]*")
_MARKERS = re.compile(r"(?:[> \t]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)*")
_NOTE = re.compile(r"\[(\^)[^\]\s]+\](:)")
_LINE = re.compile(r"\S[^\n]*")
_SIGNS = re.compile(r"[-+*>#=_~`|:\\\s]*")


class Read(NamedTuple):
    """What Markdown says: its text, with the edits by which it can be rebuilt, its blocks, links and front matter."""

    sanitized: Sanitized
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    metadata: Mapping[str, str]


class _Found(NamedTuple):
    """A block where it stands in the source."""

    start: int
    end: int
    kind: BlockKind


def read(raw: str) -> Read:
    """Read a decoded Markdown text; ``sanitized.raw()`` gives it back unchanged."""
    clean = sanitize(raw)
    front = frontmatter.find(clean.text)
    seen = clean.text[: front.end] + masked(clean.text[front.end :])
    setting = _Setting(clean.text, seen)
    if front.end:
        setting.blocks.append(_Found(0, front.end, "metadata"))
    for start, end, tokens in parser.parsed(seen[front.end :]):
        setting.take(front.end + start, front.end + end, tokens)
    setting.sweep()
    made = apply(clean.text, setting.changes)
    links = (Link(made.place(one.start), made.place(one.end), _plain(one.address)) for one in setting.links)
    return Read(
        Sanitized(made.text, made.edits, clean.edits),
        _placed(made.text, (_Found(made.place(b.start), made.place(b.end), b.kind) for b in setting.blocks)),
        tuple(sorted(link for link in links if link.start < link.end and link.address)),
        front.metadata,
    )


def _plain(address: str) -> str:
    return " ".join(sanitize(address).text.split())


def _placed(text: str, found: Iterable[_Found]) -> tuple[Block, ...]:
    """The blocks that hold text, without blanks at their ends."""
    blocks: list[Block] = []
    for start, end, kind in found:
        piece = text[start:end]
        if piece.strip():
            blocks.append(Block(end - len(piece.lstrip()), start + len(piece.rstrip()), kind))
    return tuple(blocks)


class _Setting:
    """Collects the blocks of a text and its changes, in offsets of the sanitized source.

    ``seen`` is the text as the parser saw it, of the same length.
    """

    def __init__(self, text: str, seen: str) -> None:
        self.text = text
        self.seen = seen
        self.blocks: list[_Found] = []
        self.changes: list[Change] = []
        self.links: list[Address] = []

    def take(self, start: int, end: int, tokens: Sequence[Token]) -> None:
        """Take in a piece of the text and its tokens."""
        lines = Lines(self.seen, start, end)
        inside: list[str] = []
        for number, token in enumerate(tokens):
            if token.nesting == 1:
                inside.append(token.type)
            elif token.nesting == -1 and inside:
                inside.pop()
            if token.map is None:
                continue
            first, last = token.map
            if token.type == "heading_open":
                self._heading(lines, token, tokens[number + 1])
            elif token.type == "paragraph_open":
                self._paragraph(lines, first, last, tokens[number + 1], inside)
            elif token.type == "table_open":
                self._blank(lines, first + 1, first + 2)
            elif token.type == "tr_open":
                self._row(lines, first, tokens, number)
            elif token.type in ("fence", "code_block"):
                self._code(lines, token)
            elif token.type == "html_block":
                self._html(lines, token)
            elif token.type in ("hr", "definition"):
                self._blank(lines, first, last)

    def _add(self, start: int, end: int, kind: BlockKind) -> None:
        # Tokens of lazy continuations may overlap; a line belongs to the first block that claims it.
        start = max(start, self.blocks[-1].end if self.blocks else 0)
        if start < end:
            self.blocks.append(_Found(start, end, kind))

    def _heading(self, lines: Lines, token: Token, inline: Token) -> None:
        first, last = token.map or (0, 0)
        signed = token.markup.startswith("#")
        found = lines.find_heading(inline.content, first) if signed else lines.find(inline.content, first)
        if found is None:
            self._add(lines.start(first), lines.end(last - 1), "heading")
            return
        start, end = found.place(0), found.end(len(inline.content))
        if signed:
            signs = self.text.index("#", lines.start(first))
            begin = self._lead(lines.start(first), signs)
            self.changes += (Change(signs, start), Change(end, lines.end(first)))
        else:
            begin = self._lead(lines.start(first), start)
            self._below(lines, first, found)
            self._blank(lines, lines.of(end) + 1, last)
        self._inline(lines, inline, found)
        self._add(begin, end, "heading")

    def _paragraph(self, lines: Lines, first: int, last: int, inline: Token, inside: Sequence[str]) -> None:
        kind: BlockKind = "paragraph"
        if "list_item_open" in inside:
            kind = "list"
        elif "blockquote_open" in inside:
            kind = "quote"
        found = lines.find(inline.content, first)
        if found is None:
            self._add(lines.start(first), lines.end(last - 1), kind)
            return
        begin = self._lead(lines.start(first), found.place(0))
        self._below(lines, first, found)
        self._inline(lines, inline, found)
        self._add(begin, found.end(len(inline.content)), kind)

    def _lead(self, start: int, content: int) -> int:
        """Take the signs of quotations and notes out of what stands before the first line of a block.

        Return where the block begins: at the sign of a list, if there is one.
        """
        for sign in _QUOTED.finditer(self.text, start, content):
            self.changes.append(Change(*sign.span()))
        for note in _NOTE.finditer(self.text, start, content):
            self.changes += (Change(*note.span(1)), Change(*note.span(2)))
        lead = _LEAD.match(self.text, start, content)
        return lead.end() if lead else content

    def _below(self, lines: Lines, first: int, found: Map) -> None:
        """Take out what stands before the lines below the first one of a block: blanks and signs of quotations."""
        for number, source in enumerate(found.sources[1:], first + 1):
            if lines.start(number) < source:
                self.changes.append(Change(lines.start(number), source))

    def _inline(self, lines: Lines, inline: Token, found: Map) -> None:
        written = self._written(inline.content, found)
        changes, links = inlines.read(inline.content, written, inline.children or ())
        self.changes += found.changes(changes)
        self.links += (
            Address(found.place(link.start), found.end(link.end), link.address)
            for link in links
            if link.start < link.end
        )

    def _written(self, content: str, found: Map) -> str:
        """Content that was found, as it is written: the parser saw signs in place of templates."""
        if TEMPLATE not in content and ATTRIBUTES not in content:
            return content
        return found.written(content, self.text)

    def _row(self, lines: Lines, first: int, tokens: Sequence[Token], at: int) -> None:
        start, end = lines.start(first), lines.end(first)
        lead = _MARKERS.match(self.text, start, end)
        begin = lead.end() if lead else start
        self._lead(start, begin)
        end -= len(self.text[begin:end]) - len(self.text[begin:end].rstrip())
        row = tables.cells(self.seen, begin, end)
        self.changes += tables.changes(row, begin, end)
        inner = (token for token in _row_tokens(tokens, at) if token.type == "inline")
        for cell, inline in zip(row, inner, strict=False):
            if cell.content == inline.content:
                self._inline(lines, inline, cell.found)
        self._add(begin, end, "table")

    def _code(self, lines: Lines, token: Token) -> None:
        first, last = token.map or (0, 0)
        shown = token.content.removesuffix("\n").split("\n") if token.content else []
        if token.type == "fence":
            self._blank(lines, first, first + 1)
            self._blank(lines, first + 1 + len(shown), last)
            first += 1
        for number, line in enumerate(shown, first):
            start, end = lines.start(number), lines.end(number)
            lead = self.text[start : max(start, end - len(line))]
            if ">" in lead:
                self.changes.append(Change(start, start + len(lead)))
        if shown:
            begin = max(lines.start(first), lines.end(first) - len(shown[0]))
            self._add(begin, lines.end(first + len(shown) - 1), "code")

    def _html(self, lines: Lines, token: Token) -> None:
        first, last = token.map or (0, 0)
        content = token.content.rstrip("\n")
        found = lines.find(content, first)
        if found is None:
            self._add(lines.start(first), lines.end(last - 1), "paragraph")
            return
        self._lead(lines.start(first), found.place(0))
        self._below(lines, first, found)
        said = rawhtml.read(self._written(content, found))
        self.changes += found.changes(said.changes)
        self.links += (Address(found.place(a), found.end(b), led) for a, b, led in said.links if a < b)
        for piece in said.pieces:
            self._add(found.place(piece.start), found.end(piece.end), piece.kind)

    def _blank(self, lines: Lines, first: int, last: int) -> None:
        """Take out some lines, which say how others are to be read."""
        self.changes += (Change(lines.start(n), lines.start(n + 1)) for n in range(first, last))

    def sweep(self) -> None:
        """Look at what is in no block: words become blocks as they are written, the rest is taken out."""
        self.changes = disjoint(self.changes)
        missed: list[_Found] = []
        signs: list[Change] = []
        edges = [(c.start, c.end) for c in self.changes]
        edges += ((b.start, b.end) for b in self.blocks)
        done = 0
        for start, end in (*sorted(edges), (len(self.text), len(self.text))):
            for run in _LINE.finditer(self.text, done, max(done, start)):
                if _SIGNS.fullmatch(run.group()):
                    signs.append(Change(*run.span()))
                else:
                    missed.append(_Found(run.start(), run.end(), "paragraph"))
            done = max(done, end)
        self.blocks = sorted([*self.blocks, *missed])
        self.changes = sorted([*self.changes, *signs])


def _row_tokens(tokens: Sequence[Token], at: int) -> Iterable[Token]:
    at += 1
    while at < len(tokens) and tokens[at].type != "tr_close":
        yield tokens[at]
        at += 1
