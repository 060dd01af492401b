"""Reported speech in headlines, where every word has a capital: Berg: …; Berg Says …; …, Berg Says."""

from collections.abc import Iterator

from seedreader.engine.quotes.headlines import is_headline
from seedreader.engine.quotes.reports import Report, report_of
from seedreader.engine.quotes.reportwords import SAYING, VERBS
from seedreader.engine.quotes.words import CONJUNCTIONS, PREPOSITIONS, Sentence, is_verb

_LONGEST = 40  # tokens
_LONGEST_NAME = 8  # tokens
_LONGEST_LABEL = 5
_SKIPPED = frozenset("that for on about against of".split())


def headline_reports(tokens: Sentence) -> list[Report]:
    """Every guess at a report in the first paragraph of a text; none where it is no headline."""
    if len(tokens) > _LONGEST:
        return []
    end = len(tokens)
    while end and tokens[end - 1].text in (".", "!", "?", "…"):
        end -= 1
    found = list(_label(tokens, end))
    if found or not is_headline(tokens):
        return found
    return [*_verb(tokens, end), *_signed(tokens, end)]


def _label(tokens: Sentence, end: int) -> Iterator[Report]:
    """Berg: …"""
    for colon in range(1, min(end, _LONGEST_LABEL + 1)):
        token = tokens[colon]
        if token.text == ":":
            features = ["head label", f"label {colon}"]
            yield from report_of(tokens, colon + 1, end, (0, colon - 1), colon, features)
            return
        if token.kind != "word" or token.lower in PREPOSITIONS or is_verb(token):
            return


def _verb(tokens: Sentence, end: int) -> Iterator[Report]:
    """Berg Says …"""
    for verb in range(1, min(end, _LONGEST_NAME)):
        token = tokens[verb]
        form = VERBS.get(token.lower)
        if token.kind != "word" or token.lower in CONJUNCTIONS:
            return
        if form is None or not token.capital or form[1] in ("base", "ing"):
            continue
        first = verb + 1
        if first < end and tokens[first].lower in _SKIPPED:
            first += 1
        features = [f"head {'says' if form[0] in SAYING else 'verb'}"]
        yield from report_of(tokens, first, end, (0, verb - 1), verb, features)
        return


def _signed(tokens: Sentence, end: int) -> Iterator[Report]:
    """…, Berg Says"""
    verb = end - 1
    form = VERBS.get(tokens[verb].lower) if verb > 2 else None
    if form is None or form[0] not in SAYING:
        return
    for comma in range(verb - 2, max(0, verb - _LONGEST_NAME), -1):
        if tokens[comma].text == ",":
            yield from report_of(tokens, 0, comma, (comma + 1, verb - 1), verb, ["head signed"])
            return
