"""Finds a phrase in texts, the way a reader means it: case, quote style and line breaks do not matter."""

import re

_ALIKE = ("'’‘‚‛‹›", '"“”„‟«»', "-‐‑–—")
_FOLD = {char: f"[{re.escape(alike)}]" for alike in _ALIKE for char in alike}


def pattern(phrase: str) -> re.Pattern[str] | None:
    """Compile a phrase; upper case in it asks for upper case in the text. ``None`` for a blank phrase."""
    words = phrase.split()
    if not words:
        return None
    body = r"\s+".join("".join(_FOLD.get(char, re.escape(char)) for char in word) for word in words)
    return re.compile(body, 0 if phrase != phrase.lower() else re.IGNORECASE)


def find(text: str, phrase: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of every place of ``phrase`` in ``text[start:end]``, not overlapping."""
    compiled = pattern(phrase)
    if compiled is None:
        return []
    return [match.span() for match in compiled.finditer(text, start, len(text) if end is None else end)]
