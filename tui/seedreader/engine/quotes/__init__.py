"""Quotations: every one of a text, in whatever marks, with who is said to have spoken."""

from seedreader.engine.quotes.finder import find

__all__ = ["find"]
