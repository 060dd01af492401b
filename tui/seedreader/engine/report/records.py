"""The JSON of reports: one plain dictionary per article and per comparison.

The form is fixed by ``SCHEMA``: keys may be added, a change of meaning raises it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import seedreader
from seedreader.engine.comparison import Comparison
from seedreader.engine.model import Analysis, Diagnostic, Quote, Span
from seedreader.engine.pairs import Group, Link

if TYPE_CHECKING:
    from seedreader.engine.persons import Person
    from seedreader.engine.sayings import Sayings
    from seedreader.engine.story.overview import Overview
    from seedreader.engine.utterances import Utterance, Variant

SCHEMA = 1

Value: TypeAlias = "str | int | float | bool | None | Sequence[Value] | dict[str, Value]"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a report."""

    id: str
    path: str
    title: str
    encoding: str
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...] = ()


def article(entry: Entry) -> dict[str, Value]:
    """Return the record of one article."""
    document = entry.analysis.document
    return {
        "id": entry.id,
        "path": entry.path,
        "title": entry.title,
        "metadata": dict(document.metadata),
        "text": document.text,
        "encoding": entry.encoding,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in document.blocks],
        "sentences": [{"n": s.n, "start": s.start, "end": s.end} for s in document.sentences],
        "boilerplate": [
            {
                "start": f.start,
                "end": f.end,
                "kind": f.kind,
                "tier": f.tier,
                "p": round(f.p, 4),
                "reasons": f.reasons,
            }
            for f in entry.analysis.furniture
        ],
        "quotes": [_quote(quote, document.text) for quote in entry.analysis.quotes],
        "diagnostics": [{"code": d.code, "message": d.message, "count": d.count} for d in entry.diagnostics],
    }


def _quote(quote: Quote, text: str) -> dict[str, Value]:
    speaker: Value = None
    if quote.speaker:
        start, end = quote.speaker.start, quote.speaker.end
        speaker = {"start": start, "end": end, "text": text[start:end]}
    return {
        "start": quote.start,
        "end": quote.end,
        "type": quote.type,
        "speaker": speaker,
        "person": quote.person,
        "cue": {"start": quote.cue.start, "end": quote.cue.end} if quote.cue else None,
        "repairs": quote.repairs,
    }


def said_in(entries: Sequence[Entry]) -> "Sayings":
    """Gather who said what in the articles of a report."""
    # The first screen needs an ``Entry``, but none of this.
    from seedreader.engine.sayings import sayings

    return sayings([entry.analysis for entry in entries])


def told_in(entries: Sequence[Entry], people: "Sequence[Person] | None" = None) -> "Overview":
    """Tell the story over the articles of a report; of more than 300 only which are copies and versions.

    Lining up takes some hundredths of a second for each pair of articles: all pairs of up to 40, of more each article
    with its eight nearest.
    """
    from seedreader.engine.story import overview

    return overview.of([entry.analysis for entry in entries], people)


def report(entries: Sequence[Entry], skipped: Sequence[tuple[str, str]]) -> dict[str, Value]:
    """Return the record of a whole set; ``skipped`` are paths with reasons.

    Of more than 300 articles sentences are not lined up: the lists that need it are empty, ``groups`` is not.
    """
    from seedreader.engine.report import storyjson

    said = said_in(entries)
    return {
        "schema": SCHEMA,
        "version": seedreader.__version__,
        "skipped": [{"path": path, "reason": reason} for path, reason in skipped],
        "articles": [article(entry) for entry in entries],
        "persons": [_person(person, entries) for person in said.people],
        "utterances": [_utterance(utterance, entries) for utterance in said.utterances],
        **storyjson.record(entries, told_in(entries, said.people)),
    }


def _person(person: "Person", entries: Sequence[Entry]) -> dict[str, Value]:
    return {
        "name": person.name,
        "variants": person.variants,
        "articles": [entries[at].id for at in sorted({at for at, _ in person.members})],
    }


def _utterance(utterance: "Utterance", entries: Sequence[Entry]) -> dict[str, Value]:
    from seedreader.engine.utterances import changes

    analyses = [entry.analysis for entry in entries]
    return {
        "person": utterance.person,
        "title": utterance.title,
        "drift": utterance.drift,
        "articles": [entries[at].id for at in utterance.articles],
        "base": utterance.base,
        "variants": [
            {
                **_variant(variant, entries[variant.article]),
                "changes": [
                    {"side": c.side, "start": c.start, "end": c.end, "grade": c.grade}
                    for c in changes(utterance, analyses, number)
                ],
            }
            for number, variant in enumerate(utterance.variants)
        ],
    }


def _variant(variant: "Variant", entry: Entry) -> dict[str, Value]:
    return {
        "article": entry.id,
        "sentence": variant.sentence,
        "quote": variant.quote,
        "start": variant.start,
        "end": variant.end,
        "text": entry.analysis.document.text[variant.start : variant.end],
        "manner": variant.manner,
        "parts": _spans(variant.parts),
        "quoted": _spans(variant.quoted),
        "drift": variant.drift,
        "notes": variant.notes,
    }


def _spans(spans: Sequence[Span]) -> list[Value]:
    return [{"start": span.start, "end": span.end} for span in spans]


def comparison(a: Entry, b: Entry, compared: Comparison) -> dict[str, Value]:
    """Return the record of two articles lined up; sentences go by number."""
    return {
        "schema": SCHEMA,
        "version": seedreader.__version__,
        "a": article(a),
        "b": article(b),
        "groups": [_group(group, compared) for group in compared.alignment.groups],
        "further": [_link(link) for link in compared.alignment.further],
        "counts": dict(compared.counts),
    }


def _link(link: Link) -> list[Value]:
    return [link.a + 1, link.b + 1, round(link.p, 4)]


def _group(group: Group, compared: Comparison) -> dict[str, Value]:
    return {
        "a": [i + 1 for i in group.a],
        "b": [i + 1 for i in group.b],
        "relation": group.relation,
        "moved": group.moved,
        "p": round(group.p, 4),
        "links": [_link(link) for link in group.links],
        "changes": [
            {"side": c.side, "start": c.start, "end": c.end, "grade": c.grade}
            for c in compared.changes(group)
        ],
        "conflicts": [
            {
                "kind": c.kind,
                "message": c.message,
                "left": [{"start": span.start, "end": span.end} for span in c.left],
                "right": [{"start": span.start, "end": span.end} for span in c.right],
            }
            for c in compared.conflicts_of(group)
        ],
        "reasons": group.reasons,
    }


def dump(record: dict[str, Value]) -> str:
    """Write a record as JSON, the same bytes for the same input."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
