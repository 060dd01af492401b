"""Trains the sentence aligner and writes its weights.

``uv run --group train python -m benchmarks.train_align PAIRS.jsonl [--out WEIGHTS.json]``

The records are those of ``benchmarks.align`` with the event of each under ``group``. Scores are cross-validated by
event in the strict sense: neither trees nor the first look nor the cuts have seen the event that is scored, and what is
scored is what the engine itself makes of the weights. Everything is drawn from a fixed seed.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import lightgbm
import numpy
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from benchmarks.align import Cell, Pair, evaluate, read_pair
from benchmarks.boosting import Booster, dump_trees
from benchmarks.common import RecordError, get_text, print_scores, read_records
from seedreader.engine.align.columns import NAMES
from seedreader.engine.align.look import inputs
from seedreader.engine.align.model import parse
from seedreader.engine.align.pipeline import Judged, Task, chosen, judged, task
from seedreader.engine.pairs import PairContext

SEED: Final = 7
FOLDS: Final = 6
INNER_FOLDS: Final = 5
ROUNDS: Final = 120
TREES: Final = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 4,
    "max_depth": 2,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "max_bin": 63,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
MAIN: Final = "en-news"
OTHER: Final = "cstnews"
WEIGHTS: Final = {"en-news": 1.0, "newshe": 0.5, "cstnews": 1.0, "porsimples": 0.7}
PARTIAL_AS_UNLIKE: Final = 0.2
RIDGE: Final = 0.01
REACH: Final = 0.99
"""Share of values that count in full in the regression, of columns that are not small by nature."""
SMALL: Final = 2.0
SMOOTH: Final = 10


# The training libraries are not installed where the code is checked, so their arrays have no type there.
Array: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of articles with its event and what the engine makes of it before any weights are needed."""

    pair: Pair
    event: str
    work: Task

    @property
    def weight(self) -> float:
        """How much a candidate pair of this source counts in training."""
        return WEIGHTS.get(self.pair.source, 0.0)


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidate pairs of sentences: columns, labels (0 none, 1 partial, 2 aligned), weights, and whose they are."""

    values: Array
    labels: Array
    weights: Array
    owners: Array


def label(pair: Pair, cell: Cell) -> int:
    """What readers said of two sentences: 0 nothing, 1 partial, 2 aligned."""
    return {"aligned": 2, "partial": 1}.get(pair.gold.get(cell, ""), 0)


def judged_cell(pair: Pair, cell: Cell) -> bool:
    """Whether readers looked at two sentences."""
    return pair.judged is None or cell in pair.judged


def fit_first(examples: Iterable[Example]) -> tuple[float, ...]:
    """The weights of the first look: a regression over all pairs of the main source."""
    values: list[tuple[float, ...]] = []
    targets: list[bool] = []
    for example in examples:
        if example.pair.source != MAIN:
            continue
        size = len(example.pair.a), len(example.pair.b)
        for cell, look in chosen(example.work, (1.0, 1.0, 0.0, 0.0, 99.0)).found.items():
            values.append(inputs(look, cell, size))
            targets.append(label(example.pair, cell) > 0)
    fitted = LogisticRegression(C=10.0, max_iter=500).fit(numpy.array(values), targets)
    return tuple(round(float(weight), 3) for weight in (*fitted.coef_[0], fitted.intercept_[0]))


def gather(examples: Sequence[Example], first: Sequence[float]) -> Rows:
    """The pairs that the first look finds promising and readers have judged."""
    values: list[Sequence[float]] = []
    labels: list[int] = []
    weights: list[float] = []
    owners: list[int] = []
    for number, example in enumerate(examples):
        if not example.weight:
            continue
        found = chosen(example.work, first)
        for cell, row in zip(found.cells, found.rows(), strict=True):
            if judged_cell(example.pair, cell):
                values.append(row)
                labels.append(label(example.pair, cell))
                weights.append(example.weight)
                owners.append(number)
    return Rows(numpy.array(values), numpy.array(labels), numpy.array(weights), numpy.array(owners))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A regression over all columns, and the trees that were fitted to what it leaves.

    In the regression no column counts for more than its ``most``.
    """

    slopes: Array
    most: Array
    constant: float
    trees: Booster

    def odds(self, values: Array) -> Array:
        """The log odds of rows."""
        start = numpy.minimum(values, self.most) @ self.slopes + self.constant
        return start + self.trees.predict(values, raw_score=True)

    def dumped(self) -> dict[str, object]:
        """What ``seedreader.engine.align.model.parse`` reads of a judge."""
        columns, trees = dump_trees(self.trees, NAMES)
        columns += [
            name for name, slope in zip(NAMES, self.slopes, strict=True) if slope and name not in columns
        ]
        places = [NAMES.index(name) for name in columns]
        return {
            "columns": columns,
            "constant": self.constant,
            "slopes": [float(self.slopes[place]) for place in places],
            "most": [float(self.most[place]) for place in places],
            "trees": trees,
        }


def fit(rows: Rows, chosen_rows: Array, *, alike: bool) -> Fitted:
    """What tells linked pairs from others, or pairs nearly alike from others.

    For the second question pairs that are partly alike count little: a reader is not misled by either answer.
    """
    values, labels, weights = rows.values[chosen_rows], rows.labels[chosen_rows], rows.weights[chosen_rows]
    targets = labels > 1 if alike else labels > 0
    if alike:
        weights = numpy.where(labels == 1, PARTIAL_AS_UNLIKE, 1.0) * weights
    # A line goes on beyond what was seen: the hundredth sentence of a text is no further down than the thirtieth.
    highest = values.max(0)
    most = numpy.where(highest <= SMALL, highest, numpy.quantile(values, REACH, axis=0).round(1))
    bounded = numpy.minimum(values, most)
    slopes, constant = regression(bounded, targets, weights)
    start = bounded @ slopes + constant
    data = lightgbm.Dataset(values, targets, weight=weights, init_score=start, params={"verbose": -1})
    return Fitted(slopes, most, constant, lightgbm.train(dict(TREES), data, ROUNDS))


def regression(values: Array, targets: Array, weights: Array) -> tuple[Array, float]:
    """Slopes of the columns, in four digits, and a constant: a ridge regression over columns of equal spread."""
    mean, spread = values.mean(0), values.std(0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=RIDGE, solver="newton-cholesky")
    # On several threads the last digits depend on their number.
    with threadpool_limits(1):
        fitted = model.fit((values - mean) / spread, targets, sample_weight=weights)
    slopes = numpy.array([float(f"{slope:.4g}") for slope in fitted.coef_[0] / spread])
    return slopes, round(float(fitted.intercept_[0] - mean @ slopes), 4)


def half_of_best(p: Array, linked: Array, wanted: int, settled: tuple[int, int]) -> float:
    """The probability from which on links are best in F1: half of the best F1 (Lipton, Elkan, Naryanaswamy 2014).

    That holds where probabilities are calibrated, and varies less from sample to sample than the best cut itself.
    ``wanted`` counts all links of these texts, ``settled`` the pairs of equal wording that are links and all of them.
    """
    order = numpy.argsort(-p, kind="stable")
    right = settled[0] + numpy.cumsum(linked[order])
    shown = settled[1] + numpy.arange(1, len(order) + 1)
    return round(float((right / (shown + wanted)).max()), 4)


def best_alike(p: Array, labels: Array) -> float:
    """The probability from which on pairs are nearly alike with the best F1, read off a curve smoothed over cuts.

    Pairs that are partly alike are neither right nor wrong.
    """
    counted = labels != 1
    wanted = int((labels > 1).sum())
    cuts = [step / 100 for step in range(5, 95)]
    curve: list[float] = []
    for cut in cuts:
        shown = counted & (p >= cut)
        curve.append(2 * int((shown & (labels > 1)).sum()) / max(1, int(shown.sum()) + wanted))
    smooth = [
        sum(part) / len(part)
        for number in range(len(cuts))
        for part in (curve[max(0, number - SMOOTH) : number + SMOOTH + 1],)
    ]
    return cuts[smooth.index(max(smooth))]


def train(examples: Sequence[Example], events: dict[str, int]) -> str:
    """The weights learned from examples, as ``seedreader.engine.align.model.parse`` reads them."""
    first = fit_first(examples)
    rows = gather(examples, first)
    fold = numpy.array([events[examples[owner].event] % INNER_FOLDS for owner in rows.owners])
    sources = numpy.array([examples[owner].pair.source for owner in rows.owners])
    odds: dict[bool, Array] = {}
    for alike in (False, True):
        odds[alike] = numpy.zeros(len(fold))
        for inner in range(INNER_FOLDS):
            held = fold == inner
            odds[alike][held] = fit(rows, ~held, alike=alike).odds(rows.values[held])
    link, both = _logistic(odds[False]), _logistic((odds[False] + odds[True]) / 2)

    def cut(source: str) -> float:
        part = sources == source
        work = [
            (example.pair.gold, example.work.anchors) for example in examples if example.pair.source == source
        ]
        right = sum(anchor in gold for gold, anchors in work for anchor in anchors)
        settled = right, sum(len(anchors) for _, anchors in work)
        return half_of_best(link[part], rows.labels[part] > 0, sum(len(gold) for gold, _ in work), settled)

    main = sources == MAIN
    everything = numpy.ones(len(fold), dtype=bool)
    parts: dict[str, object] = {"first": list(first)}
    for name, alike in (("link", False), ("alike", True)):
        parts[name] = fit(rows, everything, alike=alike).dumped()
    parts["cuts"] = {
        "english": cut(MAIN),
        "other": cut(OTHER),
        "alike": best_alike(both[main], rows.labels[main]),
    }
    lines = [f"{json.dumps(key)}:{json.dumps(value, separators=(',', ':'))}" for key, value in parts.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _logistic(odds: Array) -> Array:
    return 1 / (1 + numpy.exp(-odds))


def cross_validate(examples: Sequence[Example], events: dict[str, int]) -> list[tuple[Pair, Judged]]:
    """What the engine makes of each pair with weights that have never seen its event."""
    done: list[tuple[Pair, Judged]] = []
    for fold in range(FOLDS):
        held = [example for example in examples if events[example.event] % FOLDS == fold]
        rest = [example for example in examples if events[example.event] % FOLDS != fold]
        inner = {event: number // FOLDS for event, number in events.items()}
        learned = parse(train(rest, inner))
        done += [
            (example.pair, judged(example.pair.a, example.pair.b, PairContext(), learned)) for example in held
        ]
        sys.stderr.write(f"fold {fold + 1} of {FOLDS}: {learned.cuts}\n")
    return done


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains; the exit status is 0, or 2 for an unreadable file or a malformed record."""
    options = argparse.ArgumentParser(description="Train the sentence aligner.")
    options.add_argument("data", type=Path, help="labelled pairs of articles")
    options.add_argument("--out", type=Path, help="write the weights here")
    options.add_argument("--only", action="store_true", help="train without cross-validation")
    namespace = options.parse_args(arguments)
    try:
        examples = [
            Example(pair, get_text(record, "group"), task(pair.a, pair.b))
            for record in read_records(namespace.data)
            for pair in (read_pair(record),)
        ]
    except (OSError, RecordError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    names = sorted({example.event for example in examples})
    random.Random(SEED).shuffle(names)
    events = {name: number for number, name in enumerate(names)}
    if not namespace.only:
        done = cross_validate(examples, events)
        for source in sorted({pair.source for pair, _ in done}):
            print_scores({source: evaluate([one for one in done if one[0].source == source])}, False)
    if namespace.out is not None:
        namespace.out.write_text(train(examples, events), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
