"""The classifier: lines in, one mark per line out."""

from collections.abc import Container, Sequence
from typing import Final

from seedreader.engine.boilerplate.features import crop, describe
from seedreader.engine.boilerplate.kinds import kind_of
from seedreader.engine.boilerplate.language import is_latin, stop_words_of, words
from seedreader.engine.boilerplate.page import place_lines
from seedreader.engine.boilerplate.rules import (
    evidence,
    final_score,
    neighbour_means,
    own_score,
    probability,
    reasons,
)
from seedreader.engine.boilerplate.spans import find_spans
from seedreader.engine.model import LineMark, LineSpan, Tier

UNSURE: Final = 0.33
LIKELY: Final = 0.42
SURE: Final = 0.75
REST_AFTER_PREFIX: Final = 60

_EMPTY: Final = LineMark("content", None, 0.0)


def classify(
    lines: Sequence[str], *, title: str | None = None, elsewhere: Container[str] = ()
) -> list[LineMark]:
    """Tells page furniture from content: one mark per line, in order.

    ``title`` is the headline where it is known; the first line that says it stays content, else the line
    that looks most like a headline does. ``elsewhere`` holds lines that recur in other articles, as they
    stand or stripped: such a line is furniture. Empty lines are content with probability 0.

    Hand-made rules: an additive score over features of a line, its place and its neighbours, made a
    probability by the logistic function. From ``UNSURE`` a line is marked, from ``SURE`` without doubt;
    ``LIKELY`` is the cut that is best for the F1 of lines. Time is linear in the length of the text.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    spans = [find_spans(lines[index]) for index in filled]
    texts = [_without_prefix(lines[index], inside) for index, inside in zip(filled, spans, strict=True)]
    known_words = [words(crop(text)) for text in texts]
    stop_words = stop_words_of(known_words)
    known = stop_words is not None or is_latin(crop(text) for text in texts)
    facts = [describe(text, stop_words, tokens) for text, tokens in zip(texts, known_words, strict=True)]
    places = place_lines(facts, title)
    features = [evidence(fact, place, known=known) for fact, place in zip(facts, places, strict=True)]
    own = [own_score(values) for values in features]
    near = neighbour_means([probability(score) for score in own])
    marks = [_EMPTY] * len(lines)
    for position, index in enumerate(filled):
        line, fact, place = lines[index], facts[position], places[position]
        recurs = not place.headline and (line in elsewhere or line.strip() in elsewhere)
        score = final_score(own[position], near[position], headline=place.headline, recurs=recurs)
        p = probability(score)
        tier: Tier = "sure" if p >= SURE else "unsure" if p >= UNSURE else "content"
        if tier == "content":
            marks[index] = LineMark(tier, None, p, (), spans[position])
        else:
            why = reasons(features[position], fact, near[position], recurs=recurs)
            marks[index] = LineMark(tier, kind_of(fact, place, recurs=recurs), p, why, spans[position])
    return marks


def _without_prefix(line: str, spans: Sequence[LineSpan]) -> str:
    """The line as it is judged: a date put before a sentence says nothing about the sentence."""
    if spans and spans[0].kind == "dateline" and len(line) - spans[0].end >= REST_AFTER_PREFIX:
        return line[spans[0].end :]
    return line
