"""Trains the furniture classifier and writes its weights.

``uv run --group train python -m benchmarks.train_boilerplate RESIDUAL.jsonl FULL.jsonl [--out WEIGHTS.json]``

The records are those of ``benchmarks.boilerplate``. First the words: a logistic regression over
``wording.grams``. Then boosted trees over the table of a page, where the wording of a training page always
comes from a regression that has not seen its site. Scores are cross-validated by site in the strict sense:
neither words nor trees have seen the site that is scored. Everything is drawn from a fixed seed.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import lightgbm
import numpy
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from benchmarks.boilerplate import LabelledLine, score
from benchmarks.boosting import Booster, dump_trees
from benchmarks.common import RecordError, print_scores, read_records
from benchmarks.pages import FOLDS, Page, folds, read_page, variants
from seedreader.engine.boilerplate.classifier import log_odds
from seedreader.engine.boilerplate.columns import rows, table
from seedreader.engine.boilerplate.wording import Wording, grams
from seedreader.engine.trees import probability

SEED: Final = 7
LEAST_SITES: Final = 4
DRAWS: Final = 2
MOST_GRAMS: Final = 4500
REGULARISATION: Final = 3.0
ROUNDS: Final = 180
TREES: Final = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": 12,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
FLAGGED: Final = 0.015
BELOW: Final = 0.04
SURE_PRECISION: Final = 0.973

Probabilities = list[float]


def fit_wording(pages: Sequence[Page]) -> Wording:
    """A regression over the words of labelled lines, cut to the words that matter most and fitted again."""
    lines = [
        (grams(fact.words), page.site, label == "boilerplate", page.weight)
        for page in pages
        if page.kind == "page"
        for fact, label in zip(page.seen.facts, page.labels, strict=True)
        if label != "unsure"
    ]
    sites: defaultdict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for found, site, _, _ in lines:
        counts.update(found)
        for gram in found:
            sites[gram].add(site)
    kept = sorted(gram for gram, of in sites.items() if len(of) >= LEAST_SITES)
    targets = [target for _, _, target, _ in lines]
    weights = [weight for _, _, _, weight in lines]
    lists = [found for found, _, _, _ in lines]
    coefficients, _ = _regression(lists, targets, weights, kept)
    reach = {
        gram: abs(value) * math.log1p(counts[gram]) for gram, value in zip(kept, coefficients, strict=True)
    }
    kept = sorted(sorted(kept, key=lambda gram: -reach[gram])[:MOST_GRAMS])
    coefficients, bias = _regression(lists, targets, weights, kept)
    rounded = {gram: round(value, 1) for gram, value in zip(kept, coefficients, strict=True)}
    return Wording(round(bias, 3), {gram: value for gram, value in rounded.items() if value})


def _regression(
    lists: Sequence[Iterable[str]], targets: Sequence[bool], weights: Sequence[float], kept: Sequence[str]
) -> tuple[list[float], float]:
    numbers = {gram: number for number, gram in enumerate(kept)}
    row: list[int] = []
    column: list[int] = []
    value: list[float] = []
    for index, found in enumerate(lists):
        known = sorted(numbers[gram] for gram in found if gram in numbers)
        row += [index] * len(known)
        column += known
        value += [1 / math.sqrt(max(1, len(known)))] * len(known)
    matrix = sparse.csr_matrix((value, (row, column)), shape=(len(lists), len(kept)))
    fitted = LogisticRegression(C=REGULARISATION, solver="liblinear", max_iter=300, random_state=SEED)
    fitted.fit(matrix, targets, sample_weight=weights)
    return [float(weight) for weight in fitted.coef_[0]], float(fitted.intercept_[0])


@dataclass
class Trainer:
    """Pages with their folds; wordings are fitted once for each set of folds that is kept apart."""

    pages: Sequence[Page]
    fold_of: dict[str, int]
    wordings: dict[frozenset[int], Wording] = field(default_factory=dict)

    def wording(self, apart: frozenset[int]) -> Wording:
        """The wording learned from all pages but those of the folds kept apart."""
        if apart not in self.wordings:
            self.wordings[apart] = fit_wording(
                [page for page in self.pages if self.fold_of[page.site] not in apart]
            )
        return self.wordings[apart]

    def table(self, page: Page, wording: Wording) -> dict[str, list[float]]:
        """The table of a page."""
        tokens = [fact.words for fact in page.seen.facts]
        return table(page.seen, wording.of_page(tokens, known_language=page.seen.language != ""))

    def trees(self, apart: frozenset[int], names: Sequence[str]) -> Booster:
        """Trees learned from all pages but those of the folds kept apart.

        The few pages in unknown languages are not learned from: they are too few to be more than an accident.
        """
        values: list[tuple[float, ...]] = []
        targets: list[bool] = []
        weights: list[float] = []
        for page in self.pages:
            fold = self.fold_of[page.site]
            if fold in apart or not page.seen.language:
                continue
            columns = self.table(page, self.wording(apart | {fold}))
            for row, label in zip(rows(columns, names), page.labels, strict=True):
                if label != "unsure":
                    values.append(row)
                    targets.append(label == "boilerplate")
                    weights.append(page.weight)
        data = lightgbm.Dataset(numpy.array(values), targets, weight=weights, params={"verbose": -1})
        learned: Booster = lightgbm.train(dict(TREES), data, ROUNDS)
        return learned

    def cross_validate(self, names: Sequence[str]) -> dict[int, Probabilities]:
        """For the pages that are no variants, by their number: probabilities from models that never saw their site."""
        found: dict[int, Probabilities] = {}
        for fold in range(FOLDS):
            apart = frozenset({fold})
            trees = self.trees(apart, names)
            for number, page in enumerate(self.pages):
                if self.fold_of[page.site] == fold and page.kind == "page":
                    matrix = numpy.array(rows(self.table(page, self.wording(apart)), names))
                    found[number] = [
                        probability(log_odds(score, spans, headline=place.headline))
                        for score, spans, place in zip(
                            trees.predict(matrix, raw_score=True),
                            page.seen.spans,
                            page.seen.places,
                            strict=True,
                        )
                    ]
            sys.stderr.write(f"fold {fold + 1} of {FOLDS}\n")
        return found


def best_cuts(pages: Sequence[tuple[Page, Probabilities]]) -> dict[str, float]:
    """The cuts for what was cross-validated.

    Counted as furniture is what flags at most ``FLAGGED`` of the words of content, unsure begins a little
    below, and sure is what has a precision of ``SURE_PRECISION``.
    """
    lines = [
        (p, label == "boilerplate", len(text.split()))
        for page, found in pages
        for p, label, text in zip(found, page.labels, page.texts, strict=True)
        if label != "unsure"
    ]
    content_words = sum(words for _, target, words in lines if not target)
    steps = [step / 100 for step in range(20, 96)]

    def flagged(cut: float) -> float:
        return sum(words for p, target, words in lines if p >= cut and not target) / max(1, content_words)

    def precision(cut: float) -> float:
        marked = [target for p, target, _ in lines if p >= cut]
        return sum(marked) / max(1, len(marked))

    likely = next((cut for cut in steps if flagged(cut) <= FLAGGED), steps[-1])
    sure = next((cut for cut in steps if cut >= 0.5 and precision(cut) >= SURE_PRECISION), steps[-1])
    return {"unsure": round(likely - BELOW, 2), "likely": likely, "sure": sure}


def labelled(page: Page, found: Probabilities, cuts: dict[str, float]) -> list[LabelledLine]:
    """The lines of a page as they are scored."""
    return [
        LabelledLine(
            label == "boilerplate", p >= cuts["likely"], p >= cuts["sure"], max(1, len(text.split()))
        )
        for text, label, p in zip(page.texts, page.labels, found, strict=True)
        if label != "unsure"
    ]


def dump(wording: Wording, names: Sequence[str], trees: Booster, cuts: dict[str, float]) -> str:
    """The weights as ``seedreader.engine.boilerplate.model.parse`` reads them."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for gram, weight in wording.weights.items():
        grouped[str(weight)].append(gram)
    columns, dumped = dump_trees(trees, names)
    parts = {
        "wording": {"bias": wording.bias, "weights": {key: sorted(grouped[key]) for key in sorted(grouped)}},
        "columns": columns,
        "trees": dumped,
        "cuts": cuts,
    }
    lines = [
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in parts.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains; the exit status is 0, or 2 for an unreadable file or a malformed record."""
    options = argparse.ArgumentParser(description="Train the furniture classifier.")
    options.add_argument("residual", type=Path, help="pages as an extractor left them")
    options.add_argument("full", type=Path, help="whole pages")
    options.add_argument("--out", type=Path, help="write the weights here")
    options.add_argument("--predictions", type=Path, help="write the cross-validated probabilities here")
    namespace = options.parse_args(arguments)
    try:
        pages = [
            page
            for path, whole in ((namespace.residual, False), (namespace.full, True))
            for record in read_records(path)
            if (page := read_page(record, whole=whole)) is not None
        ]
    except (OSError, RecordError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    fold_of = folds(pages, SEED)
    chance = random.Random(SEED)
    pages += [variant for page in list(pages) for _ in range(DRAWS) for variant in variants(page, chance)]
    trainer = Trainer(pages, fold_of)
    names = list(trainer.table(pages[0], Wording(0.0, {})))
    found = trainer.cross_validate(names)
    scored = [(pages[number], probabilities) for number, probabilities in sorted(found.items())]
    cuts = best_cuts([pair for pair in scored if pair[0].seed_like])
    sets = {
        "seed-like": [pair for pair in scored if pair[0].seed_like],
        "news, residual": [pair for pair in scored if pair[0].news and not pair[0].whole],
        "news, whole pages": [pair for pair in scored if pair[0].news and pair[0].whole],
        "all, residual": [pair for pair in scored if not pair[0].whole],
        "not English, residual": [pair for pair in scored if not pair[0].whole and pair[0].language != "en"],
    }
    print_scores(
        {name: score([labelled(page, p, cuts) for page, p in chosen]) for name, chosen in sets.items()}, False
    )
    print_scores({"cuts": cuts, "lines trained on": sum(len(page.texts) for page in pages)}, False)
    if namespace.predictions is not None:
        with namespace.predictions.open("w", encoding="utf-8") as file:
            for page, p in scored:
                file.write(
                    json.dumps(
                        {
                            "site": page.site,
                            "whole": page.whole,
                            "p": p,
                            "labels": page.labels,
                            "texts": page.texts,
                            "seed_like": page.seed_like,
                        }
                    )
                    + "\n"
                )
    if namespace.out is not None:
        namespace.out.write_text(
            dump(trainer.wording(frozenset()), names, trainer.trees(frozenset(), names), cuts),
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
