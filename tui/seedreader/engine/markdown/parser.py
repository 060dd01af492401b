"""The Markdown parser: CommonMark with tables and footnotes, set up so that source places can be found."""

import re
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.image import image
from markdown_it.rules_inline.link import link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

END = "end"
"""Where in its inline content a link or picture ends, in the ``meta`` of its last token."""

_CHUNK = 200_000
"""Characters that are parsed at once: the tokens take many times the memory of the text."""
_MOST = 800_000
"""Characters above which a chunk is cut at any end of a line; no block of an article is so long."""
_NESTING = 40
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\]\n]{1,300}\]:[^\n]{1,2000}$")


def parsed(text: str) -> Iterator[tuple[int, int, list[Token]]]:
    """Yield (start, end, tokens) of pieces that cover a text; the tokens' lines count from the piece's start.

    A piece ends where a block of the outermost level begins. What pieces further down define for links is known in
    all of them.
    """
    known: MutableMapping[str, object] = {}
    if len(text) > _CHUNK:
        _parser().parse("\n".join(_DEFINITION.findall(text)), known)
    start, size = 0, _CHUNK
    while start < len(text):
        end = min(len(text), start + size)
        if end < len(text):
            end = text.rfind("\n", start, end) + 1 or end
        tokens = _parser().parse(text[start:end], known)
        if end == len(text):
            yield start, end, tokens
            return
        last = max((t.map[0] for t in tokens if t.level == 0 and t.map and t.nesting >= 0), default=0)
        if last == 0 and size < _MOST:
            size *= 4
            continue
        size = _CHUNK
        if last > 0:
            end = start + _line(text[start:end], last)
            tokens = tokens[: _first_below(tokens, last)]
        yield start, end, tokens
        start = end


def _line(text: str, number: int) -> int:
    """The offset at which a line begins."""
    at = 0
    for _ in range(number):
        at = text.find("\n", at) + 1
    return at


def _first_below(tokens: list[Token], line: int) -> int:
    """The index of the first token of the outermost level that begins in a line."""
    return next(i for i, t in enumerate(tokens) if t.level == 0 and t.map and t.map[0] >= line)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING, "inline_definitions": True}).enable("table")
    # Footnotes stay where they are written; marks of footnotes that are defined nowhere are marks all the same.
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    # Escapes and entities stay tokens of their own, which know how they were written.
    parser.disable("text_join")
    parser.inline.ruler.at("link", _told(link))
    parser.inline.ruler.at("image", _told(image))
    # The first text that is parsed makes the lists of rules, which are incomplete meanwhile. Threads share the
    # parser, so that is done before it is given to any of them.
    parser.parse("text")
    return parser


def _told(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, which also notes in the last token it makes where its end stands."""

    def told(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta[END] = state.pos
        return found

    return told
