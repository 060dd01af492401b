"""Runs the sentence alignment on labelled pairs of articles and prints its scores by source.

``uv run python -m benchmarks.align DATA.jsonl [--out PRED.jsonl] [--json]``. The program sees the sentences of a
record and nothing else of it.

Lenient scores are those of all links shown. Strict scores ask which links join sentences that say nearly the same: they
are those of the links whose probability of that reaches the engine's second cut. Predictions hold these links under
``strict``, in the form of ``pairs``, so that the strict half of any scorer can be given them.
"""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.common import (
    PRF,
    Record,
    RecordError,
    Score,
    Stopwatch,
    common_arguments,
    get_rows,
    get_text,
    get_texts,
    parser,
    print_scores,
    read_records,
    write_predictions,
)
from seedreader.engine.align.model import model
from seedreader.engine.align.pipeline import Judged, judged
from seedreader.engine.pairs import Alignment, PairContext

Cell = tuple[int, int]

_BINS = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and what readers said of them.

    ``gold`` maps linked pairs of 0-based sentence indexes to "aligned" or "partial"; ``judged`` are the pairs that
    were looked at, ``None`` for all. ``labelled`` tells whether the record has gold at all.
    """

    name: str
    source: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    gold: Mapping[Cell, str]
    judged: frozenset[Cell] | None
    labelled: bool


def read_pair(record: Record) -> Pair:
    """A record as a pair. Raises ``RecordError`` where it has not the form of one."""
    gold: dict[Cell, str] = {}
    for row in get_rows(record, "gold"):
        label = row[2] if len(row) > 2 else None
        if label not in ("aligned", "partial"):
            raise RecordError(f"link {row!r} is neither aligned nor partial")
        gold[_cell(row)] = str(label)
    judged = frozenset(_cell(row) for row in get_rows(record, "judged")) if "judged" in record else None
    return Pair(
        get_text(record, "id"),
        get_text(record, "source", ""),
        tuple(get_texts(record, "a")),
        tuple(get_texts(record, "b")),
        gold,
        judged,
        "gold" in record,
    )


def links(alignment: Alignment) -> dict[Cell, float]:
    """The links shown, with their probabilities."""
    return {(link.a, link.b): link.p for link in alignment.links()}


def strict_links(found: Judged) -> dict[Cell, float]:
    """The links shown whose sentences say nearly the same, with the probability of that."""
    return {cell: found.alike[cell] for cell in links(found.alignment) if found.alike[cell] >= found.cut}


def prediction(pair: Pair, found: Judged) -> dict[str, object]:
    """What is written for a pair."""
    alignment = found.alignment
    return {
        "id": pair.name,
        "pairs": [[i, j, p] for (i, j), p in sorted(links(alignment).items())],
        "strict": [[i, j, p] for (i, j), p in sorted(strict_links(found).items())],
        "scores": [[link.a, link.b, link.p] for link in alignment.scores],
        "first": {"a": list(alignment.first_a), "b": list(alignment.first_b)},
    }


def link_counts(pair: Pair, shown: Iterable[Cell], *, strict: bool, nontrivial: bool) -> PRF:
    """Right, wrong and missed links of one pair.

    Lenient: aligned and partial links are right. ``strict``: only aligned ones are, and partial ones shown are
    neither right nor wrong. ``nontrivial`` leaves out pairs of sentences equal after folding case and punctuation.
    Where only some pairs were judged, the others do not count.
    """
    wanted = {cell for cell, label in pair.gold.items() if label == "aligned" or not strict}
    found = {cell for cell in shown if pair.judged is None or cell in pair.judged}
    if strict:
        found -= pair.gold.keys() - wanted
    if nontrivial:
        wanted = {cell for cell in wanted if not _trivial(pair, cell)}
        found = {cell for cell in found if not _trivial(pair, cell)}
    return PRF(len(found & wanted), len(found - wanted), len(wanted - found))


def right_first(pair: Pair, alignment: Alignment) -> tuple[int, int]:
    """Over both sides: sentences whose first candidate is linked, and sentences with a link at all."""
    with_a, with_b = {i for i, _ in pair.gold}, {j for _, j in pair.gold}
    right = sum((i, alignment.first_a[i]) in pair.gold for i in with_a)
    right += sum((alignment.first_b[j], j) in pair.gold for j in with_b)
    return right, len(with_a) + len(with_b)


def judged_scores(pair: Pair, alignment: Alignment) -> list[tuple[float, bool]]:
    """The score and the truth of every judged pair of sentences, of all pairs where all were judged."""
    scores = {(link.a, link.b): link.p for link in alignment.scores}
    cells = pair.judged or ((i, j) for i in range(len(pair.a)) for j in range(len(pair.b)))
    return [(scores.get(cell, 0.0), cell in pair.gold) for cell in sorted(cells)]


def candidate_scores(pair: Pair, alignment: Alignment) -> list[tuple[float, bool]]:
    """The score and the truth of every candidate that was judged."""
    return [
        (link.p, (link.a, link.b) in pair.gold)
        for link in alignment.scores
        if pair.judged is None or (link.a, link.b) in pair.judged
    ]


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """The mean precision at each step of recall; equal scores are one step; 0 where nothing is true."""
    steps: dict[float, list[int]] = {}
    for score, truth in scored:
        step = steps.setdefault(score, [0, 0])
        step[0] += truth
        step[1] += 1
    total = sum(true for true, _ in steps.values())
    area = 0.0
    right = seen = 0
    for _, (true, many) in sorted(steps.items(), reverse=True):
        right += true
        seen += many
        area += true * right / seen
    return area / total if total else 0.0


def calibration_error(scored: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins of equal width: the mean distance of score and share of truth."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for score, truth in scored:
        bins[min(int(score * _BINS), _BINS - 1)].append((score, truth))
    apart = sum(abs(sum(score for score, _ in part) - sum(truth for _, truth in part)) for part in bins)
    return apart / len(scored) if scored else 0.0


def evaluate(done: Sequence[tuple[Pair, Judged]]) -> dict[str, Score]:
    """The scores of pairs that have gold, micro-averaged."""
    aligned = [(pair, found.alignment) for pair, found in done]
    right, wanted = (sum(part) for part in zip(*(right_first(*one) for one in aligned), strict=True))
    looked = [score for pair, alignment in aligned for score in judged_scores(pair, alignment)]
    candidates = [score for pair, alignment in aligned for score in candidate_scores(pair, alignment)]
    scores: dict[str, Score] = {"pairs": len(done), "links": sum(len(pair.gold) for pair, _ in done)}
    for nontrivial in (False, True):
        for strict in (False, True):
            counted = PRF()
            for pair, found in done:
                shown = strict_links(found) if strict else links(found.alignment)
                counted += link_counts(pair, shown, strict=strict, nontrivial=nontrivial)
            scores[("strict" if strict else "lenient") + ("_nontriv" if nontrivial else "")] = (
                counted.scores()
            )
    scores["right_first"] = right / wanted if wanted else 0.0
    scores["average_precision"] = average_precision(looked)
    scores["calibration_error"] = calibration_error(candidates)
    return scores


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit status: 0 fine, 1 unreadable data."""
    given = common_arguments(
        parser("Sentence alignment on labelled pairs of articles.").parse_args(arguments)
    )
    watch = Stopwatch()
    done: list[tuple[Pair, Judged]] = []
    try:
        for record in read_records(given.data):
            pair = read_pair(record)
            with watch:
                found = judged(pair.a, pair.b, PairContext(), model())
            done.append((pair, found))
        if given.out is not None:
            write_predictions(given.out, (prediction(*one) for one in done))
    except (OSError, RecordError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    scores: dict[str, Score] = {}
    for source in sorted({pair.source for pair, _ in done}):
        labelled = [one for one in done if one[0].source == source and one[0].labelled]
        if labelled:
            scores[source or "unnamed"] = evaluate(labelled)
    scores["ms_per_pair"] = watch.ms_per_document
    print_scores(scores, given.json)
    return 0


def _cell(row: Sequence[object]) -> Cell:
    if len(row) < 2 or not isinstance(row[0], int) or not isinstance(row[1], int):
        raise RecordError(f"{row!r} does not begin with two indexes")
    return row[0], row[1]


def _trivial(pair: Pair, cell: Cell) -> bool:
    return _plain(pair.a[cell[0]]) == _plain(pair.b[cell[1]])


def _plain(sentence: str) -> str:
    return re.sub(r"\W+", " ", sentence.lower()).strip()


if __name__ == "__main__":
    raise SystemExit(main())
