"""Reads what a text says of itself above its first line: front matter in YAML, TOML or JSON.

YAML is read line by line, not by a parser of all of it: no text can make that run long or build anything but
strings.
"""

import contextlib
import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import NamedTuple

from seedreader.engine.sanitize import plain

_FENCE = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_PLUSES = re.compile(r"\n\+\+\+[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"(?m)^[^\s#\-:][^\n:]*:(?:\s|\Z)")
_REMARK = re.compile(r"[ \t]*#")
_BELOW_BLANK = re.compile(r"[ \t#\]}]|-(?:[ \t]|\Z)")
"""Begins a line below a blank one that is no key: deeper lines, remarks, the ends of lists, items."""
_BEHIND = re.compile(r"[ \t]*(?:\n|\Z)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\"\\/nrt]))")
_LIST = re.compile(r"\[[^\[\]{}]*\]")
_ITEM = re.compile(r"\s*(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')\s*(?=,|\Z)|[^,]+")
_RUN_ON = 10
_MOST_LINES = 40
_LONGEST = 20_000
"""Characters of TOML or JSON that are parsed; front matter has some hundreds."""
_DEEP_KEY = re.compile(r"(?:\.[ \t]*+(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+){20}")
"""A key of more parts than front matter has; the parser of TOML takes time by the square of their number."""
_LIST_DEPTH = 3
_MOST_BITS = 64
"""Bits of a number that is shown; Python refuses to write numbers of several thousand digits."""


class Front(NamedTuple):
    """Where front matter ends, 0 where there is none, and what it says, keys in lower case."""

    end: int
    metadata: Mapping[str, str]


NOTHING = Front(0, MappingProxyType({}))


def find(text: str) -> Front:
    """Find front matter at the very beginning of a sanitized text.

    What cannot be parsed is front matter all the same where its fences are, and says nothing.
    """
    if text.startswith("---\n"):
        return _yaml(text)
    if text.startswith("+++\n"):
        return _toml(text)
    return _json(text) if text.startswith("{") else NOTHING


def _yaml(text: str) -> Front:
    """Lines of ``key: value`` between two fences.

    What runs on over further lines and lists are put on one line; any other nesting is left out. Rules stand around
    prose, too: front matter begins with a key, and below a blank line nothing begins a line but what YAML has there.
    """
    closing = _FENCE.search(text, 3)
    if closing is None:
        return NOTHING
    lines = text[4 : closing.start()].split("\n")
    if not _KEY.match(next((line for line in lines if line.strip() and not _REMARK.match(line)), "")):
        return NOTHING
    pieces: dict[str, list[str]] = {}
    key = ""
    left = 0
    blank = False
    for number, line in enumerate(lines):
        if blank and not left and line.strip() and not (_KEY.match(line) or _BELOW_BLANK.match(line)):
            return NOTHING
        blank = not line.strip()
        name, colon, value = line.partition(":")
        if colon and name.strip() and not left and not name.startswith((" ", "\t", "#", "-")):
            key = name.strip().lower()
            pieces[key] = [value.strip()]
            left = _open_lines(value.strip(), lines[number + 1 : number + 1 + _RUN_ON])
            continue
        if key and line.strip() and not line.startswith("#") and len(pieces[key]) < _MOST_LINES:
            pieces[key].append(line.strip())
        left = max(0, left - 1)
    return Front(
        closing.start() + len("\n---"), {name: _line(_joined(found)) for name, found in pieces.items()}
    )


def _open_lines(value: str, below: list[str]) -> int:
    """How many lines below belong to a value that begins with a quotation mark and closes further down."""
    quote = value[:1]
    if quote not in ('"', "'") or quote == "" or (len(value) > 1 and value.endswith(quote)):
        return 0
    return next((number + 1 for number, line in enumerate(below) if line.rstrip().endswith(quote)), 0)


def _joined(pieces: list[str]) -> str:
    first, *more = pieces
    if more and all(line.startswith("- ") for line in more) and not first:
        return ", ".join(_unquoted(line[2:].strip()) for line in more)
    if more and first in (">", "|", ">-", "|-"):
        first = ""
    return _unquoted(" ".join(filter(None, (first, *more))))


def _unquoted(value: str) -> str:
    """A value without its quotation marks, and what is escaped inside them; items of a simple list with commas."""
    if _LIST.fullmatch(value):
        return ", ".join(filter(None, (_unquoted(item.strip()) for item in _ITEM.findall(value[1:-1]))))
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    inner = value[1:-1]
    return inner.replace("''", "'") if value[0] == "'" else _ESCAPE.sub(_meant, inner)


def _meant(escape: re.Match[str]) -> str:
    code = escape.group(1) or escape.group(2)
    if code is not None:
        return chr(int(code, 16))
    return " " if escape.group(3) in "nrt" else escape.group(3)


def _line(value: str) -> str:
    """A value on one line, without what its escapes may have brought in."""
    return " ".join(plain(value).split())


def _toml(text: str) -> Front:
    closing = _PLUSES.search(text, 3)
    if closing is None:
        return NOTHING
    end = closing.start() + len("\n+++")
    said: dict[str, object] = {}
    if end <= _LONGEST and not _DEEP_KEY.search(text, 0, end):
        # The parser's own error is a ValueError; so is Python's, at a number of too many digits.
        with contextlib.suppress(ValueError, RecursionError):
            said = tomllib.loads(text[4 : closing.start()] + "\n")
    return Front(end, _facts(said))


def _json(text: str) -> Front:
    """An object above a text; where nothing stands below it, or behind it on its line, it is the text."""
    try:
        said, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return NOTHING
    if not isinstance(said, dict) or not said or not _BEHIND.match(text, end) or not text[end:].strip():
        return NOTHING
    return Front(end, _facts({str(key): value for key, value in said.items()}))


def _facts(said: Mapping[str, object]) -> dict[str, str]:
    shown = {_line(key).lower(): _line(_fact(value)) for key, value in said.items()}
    return {key: value for key, value in shown.items() if key and value}


def _fact(value: object, depth: int = _LIST_DEPTH) -> str:
    """A value as text: lists with commas, no tables, dates as they are written.

    Empty for lists inside more than ``depth`` others and for numbers of more than 64 bits.
    """
    if isinstance(value, list):
        return ", ".join(filter(None, (_fact(item, depth - 1) for item in value))) if depth else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return ""
    return str(value) if isinstance(value, (str, int, float, date, time)) else ""
