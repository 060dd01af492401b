"""Reports as CSV: one row per sentence, or one per wording of a claim."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from seedreader.engine import analysis
from seedreader.engine.report.records import Entry

if TYPE_CHECKING:
    from seedreader.engine.story.overview import Overview

HEADER = ("address", "start", "end", "tier", "quotation", "speaker", "person", "text")

CLAIMS = ("claim", "articles", "address", "relation", "p", "speakers", "text")


class _Line:
    """Stands in for a file: what the csv module writes is handed back."""

    def write(self, text: str) -> str:
        return text


def sentences(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of the table, header first; line breaks inside a sentence become blanks."""
    yield _row(HEADER)
    for entry in entries:
        document = entry.analysis.document
        marks = analysis.by_sentence(entry.analysis)
        for sentence, mark in zip(document.sentences, marks, strict=True):
            spoken = [quote for quote in mark.quotes if quote.type in ("direct", "mixed")]
            quote = next(iter(spoken or mark.quotes), None)
            speaker = document.slice(quote.speaker) if quote and quote.speaker else ""
            yield _row(
                (
                    f"{entry.id}.{sentence.n}",
                    str(sentence.start),
                    str(sentence.end),
                    mark.furniture.tier if mark.furniture else "content",
                    quote.type if quote else "",
                    speaker,
                    (quote.person or "") if quote else "",
                    " ".join(document.slice(sentence).split()),
                )
            )


def claims(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    """Yield the table of claims, header first: one row per sentence that tells one, the representative one first.

    An echo is a sentence that tells another claim first. The story is that of ``records.told_in``.
    """
    yield _row(CLAIMS)
    for number, claim in enumerate(story.claims, 1):
        carriers = str(len(claim.articles))
        speakers = ", ".join(claim.speakers)
        rows: list[tuple[int, int, str, str]] = [
            (one.article, part, one.relation if part == one.sentence else "part", f"{one.p:.2f}")
            for one in claim.wordings
            for part in one.parts
        ]
        rows += [(place.article, place.sentence, "echo", "") for place in claim.echoes]
        rows.sort(key=lambda row: (row[:2] != claim.representative, row[:2]))
        for article, sentence, relation, p in rows:
            entry = entries[article]
            document = entry.analysis.document
            text = " ".join(document.slice(document.sentences[sentence - 1]).split())
            yield _row((str(number), carriers, f"{entry.id}.{sentence}", relation, p, speakers, text))


def _row(fields: Sequence[str]) -> str:
    return str(csv.writer(_Line(), lineterminator="\n").writerow([_harmless(field) for field in fields]))


def _harmless(field: str) -> str:
    """Spreadsheets run what begins like a formula; an apostrophe makes it text."""
    return (
        f"'{field}"
        if field.startswith(("=", "+", "-", "@", "\t")) and not field.lstrip("+-").isdigit()
        else field
    )
