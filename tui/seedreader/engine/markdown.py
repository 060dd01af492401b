"""Finds the blocks of a Markdown text; the text itself stays as it was written."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from seedreader.engine.model import Block, BlockKind

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "tr_open": "table",
    "fence": "code",
    "code_block": "code",
    "html_block": "paragraph",
    "front_matter": "metadata",
}


def blocks(text: str, offset: int = 0) -> list[Block]:
    """Return the blocks of Markdown, ``offset`` added to their places; each is whole lines without outer blanks."""
    tokens = _parser().parse(text)
    starts = _line_starts(text)
    found: list[Block] = []
    done = 0
    for first, last, kind in _leaves(tokens):
        # Tokens of lazy continuations may overlap; a line belongs to the first block that claims it.
        start, end = max(starts[first], done), starts[min(last, len(starts) - 1)]
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            found.append(Block(begin + offset, begin + len(stripped) + offset, kind))
            done = end
    return found


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    parser.use(front_matter_plugin).use(footnote_plugin)
    # The plugin gathers footnotes at the end and drops unused ones; here each stays where it is written.
    parser.disable("footnote_tail")
    return parser


def _line_starts(text: str) -> list[int]:
    starts = [0]
    while (newline := text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    if starts[-1] != len(text):
        starts.append(len(text))
    return starts


def _leaves(tokens: list[Token]) -> Iterator[tuple[int, int, BlockKind]]:
    """Yield (first line, line after the last, kind) of each block that holds text."""
    inside: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            inside.append(token.type)
        elif token.nesting == -1 and inside:
            inside.pop()
        if token.map is None:
            continue
        if token.type in _KINDS:
            yield token.map[0], token.map[1], _KINDS[token.type]
        elif token.type == "paragraph_open":
            kind: BlockKind = "paragraph"
            if "list_item_open" in inside:
                kind = "list"
            elif "blockquote_open" in inside:
                kind = "quote"
            yield token.map[0], token.map[1], kind
