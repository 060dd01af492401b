"""Measures ``boilerplate.classify`` on labelled lines.

A record is ``{"id", "source", "lang", "lines": [{"text", "label"}]}`` with the labels ``content``,
``boilerplate`` and ``unsure``; lines without a label, and unsure ones, are predicted but not scored. Only the
texts of the lines are given to the classifier. With ``--folders`` the pages of one ``site`` are read as one
folder: lines that recur in it count for it.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from benchmarks.common import (
    PRF,
    Record,
    Score,
    Stopwatch,
    common_arguments,
    get_objects,
    get_text,
    mean,
    parser,
    print_scores,
    read_records,
    write_predictions,
)
from seedreader.engine import boilerplate
from seedreader.engine.boilerplate.model import model
from seedreader.engine.boilerplate.recurrence import raised, trace
from seedreader.engine.model import LineMark
from seedreader.store.recurrence import Recurrence

LONG_LINE: Final = 15
NEWS_SOURCES: Final = frozenset({"andy", "zyte"})
SEED_LIKE_LINES: Final = range(5, 81)

Label = Literal["content", "boilerplate"]


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One scored line: gold and predicted truth of "is furniture", certainty of the mark, words (at least 1)."""

    gold: bool
    predicted: bool
    sure: bool
    words: int


def labels_of(marks: Iterable[LineMark]) -> list[Label]:
    """The two-way labels of marks: furniture from the cut on that is best for the F1 of lines."""
    likely = model().cuts.likely
    return ["boilerplate" if mark.p >= likely else "content" for mark in marks]


def texts_of(record: Record) -> list[str]:
    """The texts of a record's lines, in order. Raises ``RecordError``."""
    return [get_text(line, "text") for line in get_objects(record, "lines")]


def in_folders(records: Sequence[Record], marked: Sequence[Sequence[LineMark]]) -> list[list[LineMark]]:
    """The marks as they are once all pages of the same site were read; a page without a site stands alone."""
    folders: defaultdict[str, Recurrence] = defaultdict(Recurrence)
    sites = [get_text(record, "site", "") or f"page {number}" for number, record in enumerate(records)]
    texts = [texts_of(record) for record in records]
    for number, (site, lines, marks) in enumerate(zip(sites, texts, marked, strict=True)):
        folders[site].add(number, 0, [trace(line, mark) for line, mark in zip(lines, marks, strict=True)])
    result: list[list[LineMark]] = []
    for number, (site, lines, marks) in enumerate(zip(sites, texts, marked, strict=True)):
        recurring = folders[site].recurring(number, 0)
        result.append(
            [
                raised(line, mark) if index in recurring else mark
                for index, (line, mark) in enumerate(zip(lines, marks, strict=True))
            ]
        )
    return result


def prediction_of(record: Record, marks: Sequence[LineMark]) -> Record:
    """One line of the predictions file."""
    return {
        "id": get_text(record, "id"),
        "labels": labels_of(marks),
        "tier": [mark.tier for mark in marks],
        "p": [round(mark.p, 4) for mark in marks],
    }


def scored_lines(record: Record, marks: Sequence[LineMark]) -> list[LabelledLine]:
    """The lines of a page that have a gold label, with what was predicted."""
    scored: list[LabelledLine] = []
    rows = zip(get_objects(record, "lines"), marks, labels_of(marks), strict=True)
    for line, mark, label in rows:
        gold = get_text(line, "label", "unsure")
        if gold != "unsure":
            words = max(1, len(get_text(line, "text").split()))
            scored.append(
                LabelledLine(gold == "boilerplate", label == "boilerplate", mark.tier == "sure", words)
            )
    return scored


def is_news(record: Record) -> bool:
    """Whether a page is from a news source."""
    return get_text(record, "source", "") in NEWS_SOURCES


def is_seed_like(record: Record) -> bool:
    """Whether a page is an English news page of 5 to 80 lines."""
    size = len(get_objects(record, "lines"))
    return is_news(record) and get_text(record, "lang", "") == "en" and size in SEED_LIKE_LINES


def score(pages: Sequence[Sequence[LabelledLine]]) -> dict[str, Score]:
    """All scores of a set of pages, shares in [0, 1].

    ``line`` and ``word`` count each line once or by its words. ``macro_f1`` is the mean line F1 of the pages
    that have furniture; a clean page is one without, and counts as flagged with one line marked.
    """
    lines = [line for page in pages for line in page]
    clean = [page for page in pages if not any(line.gold for line in page)]
    furnished = [page for page in pages if any(line.gold for line in page)]
    long_lines = [line for line in lines if line.gold and line.words >= LONG_LINE]
    content_words = sum(line.words for line in lines if not line.gold)
    flagged_words = sum(line.words for line in lines if not line.gold and line.predicted)
    sure = _count(lines, lambda line: line.sure, _one)
    return {
        "pages": len(pages),
        "lines": len(lines),
        "line": _count(lines, _predicted, _one).scores(),
        "word": _count(lines, _predicted, _words).scores(),
        "macro_f1": mean([_count(page, _predicted, _one).f1 for page in furnished]),
        "content_words_flagged": flagged_words / content_words if content_words else 0.0,
        "clean_pages": len(clean),
        "clean_pages_flagged": sum(any(line.predicted for line in page) for page in clean),
        "long_furniture_lines": len(long_lines),
        "long_furniture_recall": mean([float(line.predicted) for line in long_lines]),
        "sure": {"precision": sure.precision, "recall": sure.recall},
    }


def _predicted(line: LabelledLine) -> bool:
    return line.predicted


def _one(_: LabelledLine) -> int:
    return 1


def _words(line: LabelledLine) -> int:
    return line.words


def _count(
    lines: Iterable[LabelledLine],
    said: Callable[[LabelledLine], bool],
    weight: Callable[[LabelledLine], int],
) -> PRF:
    tp = fp = fn = 0
    for line in lines:
        if said(line) and line.gold:
            tp += weight(line)
        elif said(line):
            fp += weight(line)
        elif line.gold:
            fn += weight(line)
    return PRF(tp, fp, fn)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; the exit status is 0, or 2 for an unreadable file or a malformed record."""
    options = parser("Page furniture: precision and recall of marked lines.")
    options.add_argument("--news", action="store_true", help="news pages only")
    options.add_argument("--folders", action="store_true", help="read the pages of a site as one folder")
    options.add_argument("--seed-like", action="store_true", help="English news pages of 5 to 80 lines only")
    namespace = options.parse_args(arguments)
    common = common_arguments(namespace)
    try:
        records = read_records(common.data)
        if namespace.news:
            records = [record for record in records if is_news(record)]
        if namespace.seed_like:
            records = [record for record in records if is_seed_like(record)]
        stopwatch = Stopwatch()
        marked: list[list[LineMark]] = []
        for record in records:
            texts = texts_of(record)
            with stopwatch:
                marked.append(boilerplate.classify(texts))
        if namespace.folders:
            marked = in_folders(records, marked)
        pairs = list(zip(records, marked, strict=True))
        predictions = [prediction_of(record, marks) for record, marks in pairs]
        pages = [scored_lines(record, marks) for record, marks in pairs]
        if common.out is not None:
            write_predictions(common.out, predictions)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    scores = score(pages) if any(pages) else {"pages": len(pages)}
    print_scores({**scores, "ms_per_document": stopwatch.ms_per_document}, common.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
