"""Finds what a plain text says about itself at its top: header lines, a byline, outlet and date."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from seedreader.engine import frontmatter

_NAMES: dict[str, frozenset[str]] = {
    "title": frozenset("title headline subject titel titre título titulo titolo betreff überschrift".split()),
    "date": frozenset("date published datum datum/zeit fecha data pubdate".split()),
    "source": frozenset(
        "source outlet publication newspaper publisher site quelle fuente fonte zeitung".split()
    ),
    "author": frozenset("author authors byline by from autor auteur autore von".split()),
    "url": frozenset("url link address permalink".split()),
}
_KNOWN = {name: field for field, names in _NAMES.items() for name in names}
_HEADER = re.compile(r"([^\W\d_][\w /-]{1,24}):(?!//)[ \t]*(\S[^\n]*)?$")
_BYLINE = re.compile(r"(?:By|BY|Von|Par|Por)[ \t]+([^\W\d_a-z][^\n]{2,80})$")
_DATED = re.compile(r"([^\n|]{2,60}?)[ \t]*[|–—·-][ \t]*(\d{4}-\d{2}-\d{2}\b[^\n]{0,20})$")
_SEARCHED = 4000
_MOST_LINES = 40
_OUTLET_WORDS = 5
_ENDS = (".", "!", "?", ":", ",", ";", "…", "”", '"')
_NONE: Mapping[str, str] = MappingProxyType({})


class Line(NamedTuple):
    """A line of a text, blanks at its ends left out."""

    start: int
    end: int
    text: str


class Header(NamedTuple):
    """What was found: the lines that are no part of the article, where they end, and what they say."""

    lines: tuple[Line, ...]
    end: int
    metadata: Mapping[str, str]


NOTHING = Header((), 0, _NONE)


def find(text: str) -> Header:
    """Find the header of a plain text; ``NOTHING`` where there is none."""
    front = frontmatter.find(text)
    if front.end:
        return Header((Line(0, front.end, text[: front.end]),), front.end, front.metadata)
    groups = _groups(text[:_SEARCHED])
    for group in groups[:2]:
        if (found := _labelled(group)).lines:
            return found
    return _signed(groups[0], groups[1][0]) if len(groups) > 1 else NOTHING


def _groups(top: str) -> list[list[Line]]:
    """The lines of the top of a text, in groups with blank lines between them."""
    groups: list[list[Line]] = [[]]
    start = 0
    for line in top.split("\n")[:_MOST_LINES]:
        stripped = line.strip()
        if stripped:
            begin = start + len(line) - len(line.lstrip())
            groups[-1].append(Line(begin, begin + len(stripped), stripped))
        elif groups[-1]:
            groups.append([])
        start += len(line) + 1
    return [group for group in groups if group]


def _labelled(group: list[Line]) -> Header:
    """Lines such as "Date: 2 May": two at least that are known, perhaps below the headline."""
    for first in range(min(2, len(group))):
        values: dict[str, str] = {}
        taken: list[Line] = []
        for line in group[first:]:
            match = _HEADER.match(line.text)
            if match is None:
                break
            taken.append(line)
            field = _KNOWN.get(match.group(1).strip().lower())
            if field and match.group(2):
                values.setdefault(field, match.group(2).strip())
        if len(values) > 1:
            return Header(tuple(taken), taken[-1].end, values)
    return NOTHING


def _signed(group: list[Line], below: Line) -> Header:
    """A headline with a byline, or outlet and date, in the lines right below it."""
    headline, *rest = group
    if not 1 <= len(rest) <= 3 or headline.text.endswith(".") or len(below.text.split(maxsplit=12)) <= 8:
        return NOTHING
    values: dict[str, str] = {}
    for number, line in enumerate(rest):
        if match := _BYLINE.match(line.text):
            values.setdefault("author", match.group(1).strip())
        elif match := _DATED.match(line.text):
            values.setdefault("source", match.group(1).strip())
            values.setdefault("date", match.group(2).strip())
        elif number == len(rest) - 1 and _is_outlet(line.text):
            values.setdefault("source", line.text)
        else:
            return NOTHING
    return Header(tuple(rest), rest[-1].end, values)


def _is_outlet(line: str) -> bool:
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) <= _OUTLET_WORDS and 2 * capitals > len(words) and not line.endswith(_ENDS)
