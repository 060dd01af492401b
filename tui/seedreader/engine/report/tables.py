"""Reports as CSV: one row per sentence."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from seedreader.engine import analysis
from seedreader.engine.report.records import Entry

HEADER = ("address", "start", "end", "tier", "quotation", "speaker", "person", "text")


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


def _row(fields: Sequence[str]) -> str:
    return str(csv.writer(_Line(), lineterminator="\n").writerow([_harmless(field) for field in fields]))


def _harmless(field: str) -> str:
    """Spreadsheets run what begins like a formula; an apostrophe makes it text."""
    return (
        f"'{field}"
        if field.startswith(("=", "+", "-", "@", "\t")) and not field.lstrip("+-").isdigit()
        else field
    )
