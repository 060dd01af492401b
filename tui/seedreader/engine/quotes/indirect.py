"""Indirect speech: what somebody is said to have said, outside quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from seedreader.engine.quotes.pieces import Paragraph, Piece
from seedreader.engine.quotes.reportheads import headline_reports
from seedreader.engine.quotes.reports import LINKING, Report, reports
from seedreader.engine.quotes.reportverbs import may_report
from seedreader.engine.quotes.reportwords import NOUNS, VERBS, WEIGHTS
from seedreader.engine.quotes.words import ABBREVIATIONS, Sentence, tokenize

_LEAST = 0.62  # probability; it keeps three of four right on outlets that the weights were not fitted on
_FEWEST_WORDS = 3
_FEWEST_OUTSIDE = 5  # words of a sentence outside quotations: a speaker, a verb, a content
_LONGEST_SENTENCE = 1500  # characters: what is longer is no sentence
_MOST_TOKENS = 120
_SAMPLE = 2000  # characters that tell the language
_SMALL_WORDS = 0.08  # of all words: English prose has twice as many
_HEADING = 40  # tokens
_FIRST_PARAGRAPHS = 2
_STOP = re.compile(r"[.!?…][\"”’»)\]]{0,3}\s{1,3}(?=[\"“‘«(\[]?[A-Z0-9])")
_LAST = re.compile(r"[\w.&’'-]+$")
_WORD = re.compile(r"[a-z]+")
_CUES = VERBS.keys() | NOUNS.keys() | {"according"}
_ENGLISH = frozenset(
    "the of and that would will they she he his their to it not be been were should could had has him them with"
    " from this who there by".split()
)


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported content in a text with its speaker and cue as ranges, and how sure it is."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    p: float


def find_reported(text: str, parts: Sequence[Paragraph], pieces: Sequence[Piece]) -> list[Reported]:
    """The indirect speech of a text, in order, overlapping neither itself nor a quotation ``pieces``.

    English only: elsewhere no verb is known. Content that holds words in quotation marks is theirs, and left
    out.
    """
    found: list[Reported] = []
    for number, tokens in reporting_sentences(text, parts, pieces):
        found += _chosen(guesses(tokens, number), tokens)
    return found


def guesses(tokens: Sentence, paragraph: int) -> list[tuple[Report, float]]:
    """The guesses at a sentence with their probabilities; ``paragraph`` is the number of its paragraph, from 0."""
    heads = headline_reports(tokens) if paragraph == 0 else []
    found = heads or reports(tokens)
    if not found:
        return []
    around = surroundings(tokens, paragraph)
    outside = sum(WEIGHTS.get(feature, 0.0) for feature in around) + WEIGHTS["always"]
    made: list[tuple[Report, float]] = []
    for report in found:
        total = outside + sum(WEIGHTS.get(feature, 0.0) for feature in report.features)
        made.append((report, 1 / (1 + exp(-max(-30.0, min(30.0, total))))))
    return made


def surroundings(tokens: Sentence, paragraph: int) -> list[str]:
    """What the whole sentence adds to each guess at it."""
    first = paragraph < _FIRST_PARAGRAPHS
    features = ["first paragraphs"] if first else []
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    if first and len(words) > 2 and len(tokens) <= _HEADING:
        capitals = sum(token.capital for token in words)
        if capitals >= 0.7 * len(words):
            features.append("headline")
    if any(token.kind == "quote" for token in tokens):
        features.append("quotation near")
    return features


def _chosen(made: Sequence[tuple[Report, float]], tokens: Sentence) -> list[Reported]:
    """The likeliest guesses of one sentence that do not overlap, in order."""
    taken: list[Reported] = []
    # In "After the vote, Berg said that …" what stands in front is no part of what was said.
    tellers = {report.cue for report, p in made if p >= _LEAST and _stands(report) == "verb"}
    made = [(report, p) for report, p in made if report.cue not in tellers or _stands(report) == "verb"]
    for report, p in sorted(made, key=_likeliest):
        if p < _LEAST:
            break
        content = tokens[report.first : report.end]
        start, end = content[0].start, content[-1].end
        if sum(token.kind == "word" for token in content) < _FEWEST_WORDS:
            continue
        if all(end <= other.start or other.end <= start for other in taken):
            cue = tokens[report.cue]
            taken.append(Reported(start, end, _speaker(tokens, report.speaker), (cue.start, cue.end), p))
    return sorted(taken, key=_place)


def _stands(report: Report) -> str:
    """Where content stands: behind a ``verb``, ``before`` it, ``inverted`` and so on."""
    return report.features[0].split(" ", 1)[0]


def _likeliest(guess: tuple[Report, float]) -> tuple[float, int]:
    return -guess[1], guess[0].first


def _place(reported: Reported) -> int:
    return reported.start


def _speaker(tokens: Sentence, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """The range of a speaker, without ’s or a written-on verb."""
    if phrase is None:
        return None
    last = tokens[phrase[1]]
    return tokens[phrase[0]].start, last.end - (2 if last.owns else last.contracted)


def reporting_sentences(
    text: str, parts: Sequence[Paragraph], pieces: Sequence[Piece]
) -> Iterator[tuple[int, Sentence]]:
    """The sentences that hold a verb of reporting, as tokens, with the number of their paragraph."""
    at = 0
    english = is_english(text)
    for number, part in enumerate(parts):
        first = at
        while at < len(pieces) and pieces[at].paragraph == number:
            at += 1
        here = pieces[first:at]
        place = 0
        for start, end in _sentences(text, part, here):
            begin = place
            while place < len(here) and here[place].end <= end:
                place += 1
            inside = [(first + index, here[index]) for index in range(begin, place)]
            if (english and number == 0) or _reports(text, start, end, here[begin:place]):
                yield number, tokenize(text, start, end, inside)[:_MOST_TOKENS]


def is_english(text: str) -> bool:
    """Whether the beginning of a text has as many small words as English has."""
    words = [word for word in _WORD.findall(text[:_SAMPLE].lower()) if len(word) > 1]
    return sum(word in _ENGLISH for word in words) > len(words) * _SMALL_WORDS


def _reports(text: str, start: int, end: int, inside: Sequence[Piece]) -> bool:
    """Whether a sentence has, outside its quotations, a word that may report and small words of English."""
    outside = text[start:end]
    if inside:
        edges = [start, *(edge for piece in inside for edge in (piece.start, piece.end)), end]
        outside = " ".join(text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    words = _WORD.findall(outside.lower())
    if len(words) < _FEWEST_OUTSIDE:
        return False
    if _CUES.isdisjoint(words) or _ENGLISH.isdisjoint(words):
        return False
    before = ""
    for word in words:
        if may_report(before, word) or (before in NOUNS and word in LINKING):
            return True
        before = word
    return "according" in words


def _sentences(text: str, part: Paragraph, here: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Cuts a paragraph at full stops outside quotations; what is longer than a sentence is left out."""
    start, at = part.start, 0
    for match in _STOP.finditer(text, part.start, part.end):
        while at < len(here) and here[at].end <= match.start():
            at += 1
        if at < len(here) and here[at].start <= match.start() and match.end() < here[at].end:
            continue
        if text[match.start()] == "." and _abbreviates(text, max(start, match.start() - 14), match.start()):
            continue
        if match.end() - start <= _LONGEST_SENTENCE:
            yield start, match.end()
        start = match.end()
    if 0 < part.end - start <= _LONGEST_SENTENCE:
        yield start, part.end


def _abbreviates(text: str, start: int, stop: int) -> bool:
    word = _LAST.search(text, start, stop)
    if word is None:
        return False
    short = word.group()
    if short.lower() in ABBREVIATIONS or (len(short) == 1 and short.isalpha()):
        return True
    return short[0].isupper() and "." in short
