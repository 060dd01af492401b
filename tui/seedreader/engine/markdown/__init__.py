"""Reads Markdown: the text as a reader of the rendered page sees it, and how to get back to what was written.

Markdown-it-py says what is what; it keeps the lines of blocks, but not the places of what is inside them, so that
these are found again by walking over its tokens and the source together. Markup becomes edits of the sanitized text:
what was written can always be rebuilt.
"""

from seedreader.engine.markdown.reading import Read, read

__all__ = ["Read", "read"]
