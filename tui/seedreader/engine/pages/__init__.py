"""Reads saved web pages: every line a reader of the page could see, and which of them the page's HTML calls content.

Pages are text as hostile as any other: nothing is fetched, entities are bounded, nesting too deep for the parser
is read by a flat tokenizer, and the extractor sees only pages it can handle in time.
"""

import re

_SIGNS = re.compile(r"(?i)<(?:!doctype html|html|head|body|article|title|meta|div|p|br|table|h1)(?:[\s/>])")
_MARKUP = re.compile(
    r"(?i)</?(?:p|br|div|span|a|li|ul|h[1-6]|strong|em|blockquote|table|article|body|html)(?:\s[^<>]*)?/?>"
)
_FEW = 3


def looks_like_page(text: str) -> bool:
    """Whether a text whose file has no telling name is a page: it begins with a tag that only pages have."""
    start = text[:4096].lstrip("\ufeff \t\r\n")
    if not start.startswith("<"):
        return False
    return start[:14].lower() == "<!doctype html" or len(_SIGNS.findall(start)) > 1


def has_markup(text: str) -> bool:
    """Whether a piece of text, as in a feed, is written in HTML."""
    return looks_like_page(text) or len(_MARKUP.findall(text, 0, 20_000)) >= _FEW
