"""Hides from the Markdown parser what site generators fill in: it would take marks in there for its own.

The text keeps its length and its line ends, so that every place in it stays the same.
"""

import re

TEMPLATE = "\ue000"
"""Stands for each character of ``{{ … }}`` and ``{% … %}``, which stay as they are written."""

ATTRIBUTES = "\ue001"
"""Stands for each character of ``{: … }``, which gives what stands before it a class, and is never shown."""

_INSIDE = r"(?:[^{}\n]|\n(?![ \t]*\n)){0,500}+"
_FILLED_IN = re.compile(rf"\{{(?:\{{{_INSIDE}\}}\}}|%{_INSIDE}(?<=%)\}}|:[^{{}}\n]{{0,300}}\}})")
_SIGN = re.compile(r"(\n[ \t]*)|[^\n]")


def masked(text: str) -> str:
    """The text with templates hidden; the text itself where it has the signs that stand for them."""
    if "{" not in text or TEMPLATE in text or ATTRIBUTES in text:
        return text
    return _FILLED_IN.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    sign = ATTRIBUTES if found.group().startswith("{:") else TEMPLATE
    return _SIGN.sub(lambda one: one.group(1) or sign, found.group())
