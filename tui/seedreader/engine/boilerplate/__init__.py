"""Page furniture: which lines of a text are not part of the article."""

from seedreader.engine.boilerplate.classifier import classify

__all__ = ["classify"]
