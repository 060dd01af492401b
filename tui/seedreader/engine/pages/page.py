"""A saved page as lines of text, each with what the page's HTML says of it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from seedreader.engine.model import Block, BlockKind, Diagnostic, Verdict
from seedreader.engine.pages import flat
from seedreader.engine.pages.visible import Node, Visible, collapsed, lines
from seedreader.engine.sanitize import Sanitized, sanitize

LARGEST = 8_000_000
"""Characters above which a page is read without a tree, which takes many times their memory."""

MOST_ELEMENTS = 12_000
"""Elements above which a page is not given to the extractor, which takes seconds for so many; articles have 2,000."""

_DEEPLY = "the page is too large or nested too deep for its HTML to tell what is not the article"
_MANY = "elements on the page, too many for its HTML to tell what is not the article"
_NOTHING = "the page's HTML does not tell which of its lines are the article"

_WHOLE = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body)[\s>]")
"""Pages; pieces of one, as feeds carry them, are articles already and not given to the extractor."""

_ENDS = re.compile(r"(?i)</(?:body|html)\s*>")
_SCRIPT = re.compile(r"(?i)<script\b[^>]{0,1000}>")
_SCRIPT_ENDS = re.compile(r"(?ai)</script")
_TITLE = re.compile(r"(?is)<title[^>]{0,500}>(.{0,2000}?)</title")
_STRUCTURED = 2_000_000
_DEEP = 12


class Line(NamedTuple):
    """A visible line of a page."""

    text: str
    kind: BlockKind
    verdict: Verdict | None = None


class Page(NamedTuple):
    """A page: its visible lines, and what it says about itself; ``notes`` tell why its lines have no verdict."""

    lines: tuple[Line, ...]
    metadata: Mapping[str, str]
    notes: tuple[Diagnostic, ...] = ()


def read(source: str) -> Page:
    """Read a page; it has no lines where there is nothing to see."""
    tree = _tree(source) if len(source) <= LARGEST else None
    if tree is None:
        deep = _unjudged(flat.lines(source))
        return Page(deep or _structured(source), _title_alone(source), (_note(_DEEPLY),) if deep else ())
    seen = lines(tree)
    if not seen:
        return Page(_structured(source), _title_alone(source))
    if not _WHOLE.search(source) or not hasattr(tree, "iter"):
        return Page(_unjudged(seen), _title_alone(source))
    if (elements := sum(1 for _ in tree.iter())) > MOST_ELEMENTS:
        return Page(_unjudged(seen), _title_alone(source), (_note(_MANY, elements),))
    return _judged(tree, seen)


def set_out(page: Page) -> tuple[Sanitized, tuple[Block, ...]]:
    """Set a page out as one sanitized text, with its blocks; list items and rows of tables follow closely."""
    raw: list[str] = []
    blocks: list[Block] = []
    length = 0
    before: BlockKind | None = None
    for line in page.lines:
        gap = (
            ""
            if before is None
            else "\n"
            if line.kind == before and line.kind in ("list", "table")
            else "\n\n"
        )
        clean = sanitize(line.text).text
        raw += [gap, line.text]
        start = length + len(gap) + len(clean) - len(clean.lstrip())
        length += len(gap) + len(clean)
        end = length - len(clean) + len(clean.rstrip())
        if start < end:
            blocks.append(Block(start, end, line.kind, line.verdict))
        before = line.kind
    return sanitize("".join(raw)), tuple(blocks)


def _tree(source: str) -> Node | None:
    """Parse a page; ``None`` where the parser had to leave out something."""
    from lxml import etree, html

    # What stands below the end of a page would be left out by the parser, but not by a browser.
    source = _ENDS.sub(" ", source)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree: Node = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any(entry.level_name == "FATAL" or "depth" in entry.message for entry in parser.error_log):
        return None
    return tree


def _note(message: str, count: int = 1) -> Diagnostic:
    return Diagnostic("unjudged", message, count)


def _judged(tree: Node, seen: Sequence[Visible]) -> Page:
    from seedreader.engine.pages import content

    found = content.extract(tree)
    texts = [line.text for line in seen]
    strict = content.belonging(texts, found.strict)
    wide = content.belonging(texts, found.wide)
    if not any(strict) and not any(wide):
        return Page(_unjudged(seen), found.metadata, (_note(_NOTHING),))
    title = _plain(found.metadata.get("title", ""))
    judged: list[Line] = []
    for line, sure, likely in zip(seen, strict, wide, strict=True):
        is_title = line.kind == "heading" and _names(_plain(line.text), title)
        verdict: Verdict | None = "content" if sure or is_title else None if likely else "furniture"
        judged.append(Line(line.text, line.kind, verdict))
    return Page(tuple(judged), found.metadata)


def _names(heading: str, title: str) -> bool:
    """Whether a heading is the title, which may be shortened or carry the name of the site."""
    short, long = sorted((heading, title), key=len)
    return 2 * len(short) > len(long) > 0 and short in long


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _unjudged(seen: Sequence[Visible]) -> tuple[Line, ...]:
    return tuple(Line(line.text, line.kind) for line in seen)


def _title_alone(source: str) -> dict[str, str]:
    match = _TITLE.search(source, 0, 20_000)
    title = collapsed(match.group(1)) if match else ""
    return {"title": title} if title else {}


def _structured(source: str) -> tuple[Line, ...]:
    """The text a page carries only for search engines, where a script would have drawn all that is to be seen."""
    for match in _SCRIPT.finditer(source):
        end = _SCRIPT_ENDS.search(source, match.end())
        if end is None:
            break
        if "ld+json" not in match.group().lower() or end.start() - match.end() > _STRUCTURED:
            continue
        try:
            data: object = json.loads(source[match.end() : end.start()])
        except (ValueError, RecursionError):
            continue
        bodies = [body for body in _bodies(data, 0) if body.strip()]
        if bodies:
            body = max(bodies, key=len)
            return tuple(
                Line(text, "paragraph", "content") for piece in body.split("\n") if (text := collapsed(piece))
            )
    return ()


def _bodies(data: object, depth: int) -> Iterator[str]:
    if depth > _DEEP:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "articleBody" and isinstance(value, str):
                yield value
            else:
                yield from _bodies(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _bodies(value, depth + 1)
