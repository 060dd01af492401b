"""What is seen of a page before anything learned is asked: its lines one by one, then their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts, crop, describe
from seedreader.engine.boilerplate.language import STOP_WORDS, language_of, words
from seedreader.engine.boilerplate.page import Place, place_lines
from seedreader.engine.boilerplate.spans import find_spans
from seedreader.engine.model import LineSpan

REST_AFTER_PREFIX: Final = 60


@dataclass(frozen=True, slots=True)
class Look:
    """A page without its empty lines: the furniture inside each line, each line by itself, and its place.

    ``language`` is a key of ``STOP_WORDS``, or empty where none of these shows.
    """

    spans: tuple[tuple[LineSpan, ...], ...]
    facts: tuple[LineFacts, ...]
    places: tuple[Place, ...]
    language: str


def look(lines: Sequence[str], title: str | None = None) -> Look:
    """Looks at lines that are not empty."""
    spans = tuple(find_spans(line) for line in lines)
    texts = [_without_prefix(line, inside) for line, inside in zip(lines, spans, strict=True)]
    tokens = [words(crop(text)) for text in texts]
    language = language_of(tokens)
    stop_words = STOP_WORDS.get(language)
    facts = tuple(describe(text, stop_words, found) for text, found in zip(texts, tokens, strict=True))
    return Look(spans, facts, tuple(place_lines(facts, title)), language)


def _without_prefix(line: str, spans: Sequence[LineSpan]) -> str:
    """The line as it is judged: a date put before a sentence says nothing about the sentence."""
    if spans and spans[0].kind == "dateline" and len(line) - spans[0].end >= REST_AFTER_PREFIX:
        return line[spans[0].end :]
    return line
