"""Finds the markup inside a paragraph, heading or cell: the tokens of the parser are walked beside the content.

Every token says what must stand in the content next. Where it does not, the rest is left as it is written.
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from seedreader.engine.markdown import rawhtml
from seedreader.engine.markdown.changes import Address, Change
from seedreader.engine.markdown.parser import END
from seedreader.engine.markdown.templates import ATTRIBUTES, TEMPLATE

_BREAK = re.compile(r"[^\S\n]*\\?\n[^\S\n]*")
_TICKS = re.compile(r"`+")
_ATTRIBUTES = re.compile(f"{ATTRIBUTES}+")


class _Walk:
    """A walk over one piece of content; ``at`` is how far it came."""

    def __init__(self, content: str, written: str) -> None:
        self.content = content
        self.written = written
        self.changes: list[Change] = []
        self.links: list[Address] = []
        self.at = 0
        self._open: list[tuple[int, str]] = []
        self._anchors: list[tuple[int, str]] = []
        self._hidden: tuple[str, int] | None = None

    def over(self, tokens: Sequence[Token]) -> bool:
        """Walk over tokens; ``False`` where the content is not what they say."""
        number = 0
        while number < len(tokens):
            token = tokens[number]
            if token.type == "link_open" and token.markup == "autolink":
                if not self._autolink():
                    return False
                # Its text is shown as it is written, not as the parser would show it.
                while tokens[number].type != "link_close":
                    number += 1
            elif not self._step(token):
                return False
            number += 1
        return True

    def _step(self, token: Token) -> bool:
        kind = token.type
        if kind == "text":
            return self._text(token.content)
        if kind == "text_special":
            return self._replaced(token.markup, token.content)
        if kind in ("em_open", "em_close", "strong_open", "strong_close"):
            return self._replaced(token.markup, "")
        if kind in ("softbreak", "hardbreak"):
            return self._broken()
        if kind == "code_inline":
            return self._code(token)
        if kind == "html_inline":
            return self._html(token.content)
        if kind == "link_open":
            self._open.append((self.at, str(token.attrs.get("href", ""))))
            return self._replaced("[", "")
        if kind == "link_close":
            return self._closed(token)
        if kind == "image":
            return self._picture(token)
        if kind == "footnote_ref":
            return self._note(str(token.meta.get("label", "")))
        return False

    def _text(self, text: str) -> bool:
        if ATTRIBUTES in text:
            for run in _ATTRIBUTES.finditer(self.content, self.at, self.at + len(text)):
                if self.written[run.start()] != ATTRIBUTES:
                    self.changes.append(Change(*run.span()))
        return self._passed(text)

    def _passed(self, text: str) -> bool:
        if not self.content.startswith(text, self.at):
            return False
        self.at += len(text)
        return True

    def _replaced(self, written: str, put: str) -> bool:
        start = self.at
        if not self._passed(written):
            return False
        if put != written:
            self.changes.append(Change(start, self.at, put))
        return True

    def _cut(self, start: int, end: int, put: str = "") -> bool:
        self.changes.append(Change(start, end, put))
        self.at = end
        return True

    def _broken(self) -> bool:
        found = _BREAK.match(self.content, self.at)
        if found is None:
            return False
        line_end = self.content.index("\n", self.at)
        if self.at < line_end:
            # Blanks or a backslash, which only say that the line is to end here.
            self.changes.append(Change(self.at, line_end))
        if line_end + 1 < found.end():
            self.changes.append(Change(line_end + 1, found.end()))
        self.at = found.end()
        return True

    def _code(self, token: Token) -> bool:
        start = self.at
        if not self._passed(token.markup):
            return False
        for ticks in _TICKS.finditer(self.content, self.at):
            if len(ticks.group()) == len(token.markup):
                inner = self.content[self.at : ticks.start()]
                # A blank at either end is there to part the content from its marks.
                blank = bool(inner.strip()) and inner[0] in " \n" and inner[-1] in " \n"
                self.changes.append(Change(start, self.at + blank))
                return self._cut(ticks.start() - blank, ticks.end())
        return False

    def _autolink(self) -> bool:
        end = self.content.find(">", self.at)
        if not self.content.startswith("<", self.at) or end < 0:
            return False
        self.changes.append(Change(self.at, self.at + 1))
        self.links.append(Address(self.at + 1, end, self.content[self.at + 1 : end]))
        return self._cut(end, end + 1)

    def _closed(self, token: Token) -> bool:
        end = token.meta.get(END)
        if not self._open or not isinstance(end, int) or not self.content.startswith("]", self.at):
            return False
        start, address = self._open.pop()
        if TEMPLATE in self.content[self.at : end]:
            # What a template fills in is told as it is written.
            address = self.written[self.at : end].removeprefix("](").removesuffix(")").strip()
        if start + 1 == self.at:
            # A link without words is its address.
            return self._cut(start, end, address)
        self.links.append(Address(start + 1, self.at, address))
        return self._cut(self.at, end)

    def _picture(self, token: Token) -> bool:
        end = token.meta.get(END)
        start = self.at
        if not isinstance(end, int) or not self._passed("![") or end > len(self.content):
            return False
        # What stands in for a picture is all of it that a text can show.
        by = self.at
        inner = _Walk(token.content, self.written[by : by + len(token.content)])
        whole = self.content.startswith(token.content, self.at) and inner.over(token.children or ())
        if not whole:
            self.at = start
            return False
        self.changes.append(Change(start, by))
        self.changes += (Change(c.start + by, c.end + by, c.put) for c in inner.changes)
        return self._cut(by + len(token.content), end)

    def _note(self, label: str) -> bool:
        start = self.at
        if not self._passed(f"[^{label}]"):
            return False
        self.changes.append(Change(start + 1, start + 2))
        return True

    def _html(self, tag: str) -> bool:
        start = self.at
        if not self._passed(tag):
            return False
        tag = self.written[start : self.at]
        name, closing = rawhtml.name(tag)
        if self._hidden is not None:
            if closing and name == self._hidden[0]:
                self.changes.append(Change(self._hidden[1], self.at))
                self._hidden = None
            return True
        if name in rawhtml.HIDING and not closing:
            self._hidden = (name, start)
            return True
        if name == "a":
            self._anchor(tag, start, closing=closing)
        put = "\n" if rawhtml.breaks(name) else rawhtml.stand_in(tag)
        self.changes.append(Change(start, self.at, put))
        return True

    def _anchor(self, tag: str, start: int, *, closing: bool) -> None:
        if not closing:
            self._anchors.append((self.at, rawhtml.address(tag)))
        elif self._anchors:
            begin, address = self._anchors.pop()
            if address:
                self.links.append(Address(begin, start, address))


def read(content: str, written: str, tokens: Sequence[Token]) -> tuple[list[Change], list[Address]]:
    """Return the changes of a piece of content and its links, in its own offsets.

    ``content`` is what the parser saw, ``written`` the same piece with its templates.
    """
    walk = _Walk(content, written)
    walk.over(tokens)
    return walk.changes, walk.links
