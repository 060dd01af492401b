"""seedreader: a terminal reader for articles that tell the same story."""

__version__ = "0.1.0"
