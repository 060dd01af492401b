"""What every benchmark needs: reading records, writing predictions, timing, precision and recall, printing.

Records are JSON Lines: one JSON object per line, UTF-8. A record is read as ``dict[str, object]`` and its
fields are taken out with the checked getters below, so that a malformed file fails with its line's reason
and not somewhere in the middle of a metric.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

Record = dict[str, object]
Score = float | int | str | Mapping[str, "Score"]


class RecordError(ValueError):
    """A record that does not have the form its benchmark expects."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments every benchmark takes."""

    data: Path
    out: Path | None
    json: bool


@dataclass(frozen=True, slots=True)
class PRF:
    """Counts of a yes-or-no decision, with precision, recall and F1 in [0, 1] (0 where undefined).

    Counts add up (micro average): ``PRF(1, 0, 2) + PRF(3, 1, 0)``. They may be weights.
    """

    tp: float = 0
    fp: float = 0
    fn: float = 0

    def __add__(self, other: "PRF") -> "PRF":
        return PRF(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of what is right that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 0.0

    def scores(self) -> dict[str, Score]:
        """The three figures, ready for ``print_scores``."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


class Stopwatch:
    """CPU time of the documents put through ``with stopwatch:``, one document per entry.

    The time is that of the whole process, user and system, so waiting for a busy core does not count.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.seconds = 0.0
        self._started = 0.0

    def __enter__(self) -> "Stopwatch":
        self._started = time.process_time()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seconds += time.process_time() - self._started
        self.documents += 1

    @property
    def ms_per_document(self) -> float:
        """Mean CPU milliseconds per document, 0 when there was none."""
        return 1000 * self.seconds / self.documents if self.documents else 0.0


def read_records(path: Path) -> list[Record]:
    """The records of a JSON Lines file in file order; blank lines are skipped.

    Raises ``OSError`` for an unreadable file and ``RecordError``, with the line number, for a line that is
    not a JSON object.
    """
    records: list[Record] = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                value: object = json.loads(line)
            except ValueError as error:
                raise RecordError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(value, dict):
                raise RecordError(f"{path}:{number}: not an object")
            records.append(value)
    return records


def write_predictions(path: Path, predictions: Iterable[Mapping[str, object]]) -> None:
    """Writes one JSON object per line, UTF-8, in the order given. Raises ``OSError``."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for prediction in predictions:
            file.write(json.dumps(prediction, ensure_ascii=False, separators=(",", ":")) + "\n")


def get_text(record: Mapping[str, object], key: str, default: str | None = None) -> str:
    """A string field; ``default`` where the field is missing or null. Raises ``RecordError``."""
    value = record.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise RecordError(f"field {key!r} is not a string")
    return value


def get_number(record: Mapping[str, object], key: str) -> int:
    """An integer field. Raises ``RecordError``."""
    value = record.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise RecordError(f"field {key!r} is not an integer")
    return value


def get_texts(record: Mapping[str, object], key: str) -> list[str]:
    """A list of strings; empty where the field is missing. Raises ``RecordError``."""
    texts: list[str] = []
    for item in _get_list(record, key):
        if not isinstance(item, str):
            raise RecordError(f"field {key!r} holds something that is not a string")
        texts.append(item)
    return texts


def get_objects(record: Mapping[str, object], key: str) -> list[Record]:
    """A list of objects; empty where the field is missing. Raises ``RecordError``."""
    objects: list[Record] = []
    for item in _get_list(record, key):
        if not isinstance(item, dict):
            raise RecordError(f"field {key!r} holds something that is not an object")
        objects.append(item)
    return objects


def get_rows(record: Mapping[str, object], key: str) -> list[list[object]]:
    """A list of lists, such as links ``[i, j, label]``; empty where missing. Raises ``RecordError``."""
    rows: list[list[object]] = []
    for item in _get_list(record, key):
        if not isinstance(item, list):
            raise RecordError(f"field {key!r} holds something that is not a list")
        rows.append(item)
    return rows


def parser(description: str) -> argparse.ArgumentParser:
    """A parser with the arguments all benchmarks share: DATA, --out and --json."""
    result = argparse.ArgumentParser(description=description)
    result.add_argument("data", metavar="DATA.jsonl", type=Path, help="labelled records, one per line")
    result.add_argument("--out", metavar="PRED.jsonl", type=Path, help="write one prediction per record")
    result.add_argument("--json", action="store_true", help="print the scores as one JSON object")
    return result


def common_arguments(namespace: argparse.Namespace) -> Arguments:
    """The shared arguments of a parsed command line, typed."""
    data: Path = namespace.data
    out: Path | None = namespace.out
    as_json: bool = namespace.json
    return Arguments(data, out, as_json)


def print_scores(scores: Mapping[str, Score], as_json: bool) -> None:
    """Prints the scores to standard output: as one JSON object, or aligned, with sections indented."""
    if as_json:
        sys.stdout.write(json.dumps(scores, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(line + "\n" for line in _table(scores, "")))


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean, 0 for none."""
    return sum(values) / len(values) if values else 0.0


def _get_list(record: Mapping[str, object], key: str) -> list[object]:
    value = record.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RecordError(f"field {key!r} is not a list")
    return value


def _table(scores: Mapping[str, Score], indent: str) -> list[str]:
    width = max((len(key) for key in scores), default=0)
    lines: list[str] = []
    for key, value in scores.items():
        if isinstance(value, Mapping):
            lines.append(f"{indent}{key}")
            lines.extend(_table(value, indent + "  "))
        elif isinstance(value, float):
            lines.append(f"{indent}{key:<{width}}  {value:.3f}")
        else:
            lines.append(f"{indent}{key:<{width}}  {value}")
    return lines
