"""Quotations on labelled articles: spans, speakers and both together, with CPU time per article.

Records: ``{"id", "text", "quotes": [{"start", "end", "type", "speaker", "speaker_start", "speaker_end", …}],
"discard": [[start, end]], "stress"?}``. Run as ``python -m benchmarks.quotes DATA.jsonl [--out PRED.jsonl]
[--json]``. Only the text of a record reaches the finder.

A quotation counts as found where it overlaps a labelled one by at least 0.8 (intersection over union, marks
and edge punctuation left aside), one to one, the best pairs first. The lenient speaker score accepts the
same head name; end to end asks for both. Task ``direct`` leaves mixed quotations out on either side, task
``quoted`` asks for all.

Records may also label ``"indirect": [{"spans": [[start, end]], "speaker", "speaker_start", "speaker_end"}]``:
indirect speech, every span of it counted for itself. It is found at an overlap of 0.5.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.common import (
    PRF,
    Record,
    RecordError,
    Score,
    Stopwatch,
    common_arguments,
    get_number,
    get_objects,
    get_rows,
    get_text,
    parser,
    print_scores,
    read_records,
    write_predictions,
)
from seedreader.engine import quotes
from seedreader.engine.model import Quote

Task = Literal["direct", "quoted"]
Range = tuple[int, int]

_EDGES = frozenset(" \t\n\u00a0“”\"'‘’«»„,.;:-–—…")
_TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov president vice secretary senator representative governor former prime"
    " minister general gen lt col sir lady judge justice chief the a an press spokesman spokeswoman spokesperson"
    " director chairman mayor rev st late then republican democratic democrat".split()
)
_PRONOUNS = frozenset("he she they it i we who his her their him them you".split())
_RELATIVES = frozenset(["who", "which", "that"])
_CUT = re.compile(r"\s*[,;(—–]|\s-\s|\s(?:of|for|who|whom|that|which|with|at|in|from|on|to|and)\s")
_WORD = re.compile(r"[\w'\-]+")
_OWNER = re.compile(r"'s?$")
_OVERLAP = 0.8
_OVERLAP_INDIRECT = 0.5
_RELATIVE_REACH = 60  # characters between a name and the "who" that stands for it


@dataclass(frozen=True, slots=True)
class Labelled:
    """A quotation of the data or a prediction, its span without marks and edge punctuation."""

    span: Range
    speaker: str | None
    speaker_span: Range | None
    mixed: bool = False
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What one task counted over some records; tallies add up."""

    exact: PRF = field(default_factory=PRF)
    overlap: PRF = field(default_factory=PRF)
    end_to_end: PRF = field(default_factory=PRF)
    named: int = 0
    named_right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.exact + other.exact,
            self.overlap + other.overlap,
            self.end_to_end + other.end_to_end,
            self.named + other.named,
            self.named_right + other.named_right,
        )

    def scores(self) -> dict[str, Score]:
        """The figures in [0, 1], ready to print."""
        return {
            "span F1 (IoU 0.8)": self.overlap.f1,
            "span precision": self.overlap.precision,
            "span recall": self.overlap.recall,
            "span F1 (exact)": self.exact.f1,
            "speaker (lenient)": self.named_right / self.named if self.named else 0.0,
            "end-to-end F1": self.end_to_end.f1,
        }


def trim(text: str, start: int, end: int) -> Range:
    """A span without quotation marks, spaces and punctuation at its edges; empty if nothing is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def overlap(first: Range, second: Range) -> float:
    """Intersection over union of two spans, in [0, 1]."""
    shared = min(first[1], second[1]) - max(first[0], second[0])
    return max(0, shared) / (max(first[1], second[1]) - min(first[0], second[0])) if shared > 0 else 0.0


def plain(name: str) -> str:
    """A speaker phrase for comparison: lower case, no article, no possessive, no edge punctuation."""
    lower = _OWNER.sub("", name.lower().replace("’", "'").strip(" ,.;:\"“”'"))
    return re.sub(r"^(?:the|a|an)\s+", "", lower)


def head(name: str) -> str:
    """The head of a speaker phrase: its last name before a comma or preposition, else its last word."""
    straight = name.replace("’", "'").strip(' ,"“”')
    first = _CUT.split(straight)[0] or straight
    words: list[str] = _WORD.findall(first)
    if words and not words[-1][0].islower():
        found = _last_name(first)
        if found is not None:
            return found.lower()
    elif words and _last_name(first) is not None:
        return words[-1].lower()
    apposition = re.match(r"[^,]*,\s*([^,]+)", straight)
    found = _last_name(apposition[1]) if apposition else None
    if found is not None:
        return found.lower()
    return re.sub(r"'s$", "", words[-1]).lower() if words else straight.lower()


def _last_name(phrase: str) -> str | None:
    words = [_OWNER.sub("", word.strip('.,;:"“”()')) for word in phrase.split()]
    names = [word for word in words if word[:1].isupper() and word.lower().strip(".") not in _TITLES]
    return names[-1] if names else None


def _words(phrase: str) -> set[str]:
    return {_OWNER.sub("", word) for word in _WORD.findall(phrase.lower().replace("’", "'"))}


def same_speaker(gold: Labelled, found: Labelled) -> bool:
    """Whether two speaker phrases name the same one: equal, same head, or overlapping with the gold head."""
    if gold.speaker is None or not found.speaker:
        return gold.speaker is None and not found.speaker
    if plain(gold.speaker) == plain(found.speaker):
        return True
    wanted, given = head(gold.speaker), head(found.speaker)
    spans = (gold.speaker_span, found.speaker_span)
    if wanted in _RELATIVES and spans[0] is not None and spans[1] is not None:
        return 0 <= spans[0][0] - spans[1][1] <= _RELATIVE_REACH or wanted == given
    if wanted in _PRONOUNS or given in _PRONOUNS:
        return wanted == given
    if wanted == given or (wanted in _words(found.speaker) and given in _words(gold.speaker)):
        return True
    if spans[0] is None or spans[1] is None:
        return False
    touching = spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]
    return touching and wanted in _words(found.speaker)


def match(gold: Sequence[Labelled], found: Sequence[Labelled], least: float = _OVERLAP) -> dict[int, int]:
    """Pairs of indexes (gold to found) that overlap by ``least`` or more, one to one, the best first."""
    candidates = sorted(
        (
            (overlap(one.span, other.span), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one.span[0] < other.span[1] and other.span[0] < one.span[1]
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in candidates:
        if share >= least and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def count(
    gold: Sequence[Labelled], found: Sequence[Labelled], discarded: Sequence[Range], task: Task
) -> Counts:
    """What one article adds to a task.

    Ignored gold (and mixed gold in task ``direct``) neither counts as missed, nor do predictions that
    overlap it or lie in it or in a discarded region count as wrong.
    """
    ignored = [one.span for one in gold if one.ignored or (task == "direct" and one.mixed)]
    wanted = [one for one in gold if not (one.ignored or (task == "direct" and one.mixed))]
    unique = list({one.span: one for one in reversed(found)}.values())[::-1]
    pairs = match(wanted, unique)
    matched = set(pairs.values())
    predicted = len(matched)
    for j, one in enumerate(unique):
        if j not in matched and not _excused(one.span, ignored, discarded):
            predicted += 1
    exact = sum(wanted[i].span == unique[j].span for i, j in pairs.items())
    right = sum(same_speaker(wanted[i], unique[j]) for i, j in pairs.items())
    named = [(i, j) for i, j in pairs.items() if wanted[i].speaker is not None]
    return Counts(
        _prf(exact, predicted, len(wanted)),
        _prf(len(pairs), predicted, len(wanted)),
        _prf(right, predicted, len(wanted)),
        len(named),
        sum(same_speaker(wanted[i], unique[j]) for i, j in named),
    )


def count_indirect(gold: Sequence[Labelled], found: Sequence[Labelled], discarded: Sequence[Range]) -> Counts:
    """What one article adds to the figures of indirect speech; predictions in discarded regions do not count."""
    unique = list({one.span: one for one in reversed(found)}.values())[::-1]
    pairs = match(gold, unique, _OVERLAP_INDIRECT)
    matched = set(pairs.values())
    predicted = len(matched) + sum(
        j not in matched and not _excused(one.span, (), discarded) for j, one in enumerate(unique)
    )
    named = [(i, j) for i, j in pairs.items() if gold[i].speaker is not None]
    right = sum(same_speaker(gold[i], unique[j]) for i, j in named)
    both = sum(same_speaker(gold[i], unique[j]) for i, j in pairs.items())
    exact = sum(gold[i].span == unique[j].span for i, j in pairs.items())
    return Counts(
        _prf(exact, predicted, len(gold)),
        _prf(len(pairs), predicted, len(gold)),
        _prf(both, predicted, len(gold)),
        len(named),
        right,
    )


def _prf(right: int, predicted: int, wanted: int) -> PRF:
    return PRF(right, predicted - right, wanted - right)


def _excused(span: Range, ignored: Sequence[Range], discarded: Sequence[Range]) -> bool:
    inside = any(one[0] <= span[0] and span[1] <= one[1] for one in ignored)
    near = any(overlap(span, one) > 0.3 for one in ignored)
    return inside or near or any(one[0] <= span[0] and span[1] <= one[1] + 1 for one in discarded)


def read_labels(items: Sequence[Record], text: str) -> list[Labelled]:
    """The quotations of a record or prediction, empty ones left out. Raises ``RecordError``."""
    labels: list[Labelled] = []
    for item in items:
        span = trim(text, get_number(item, "start"), get_number(item, "end"))
        if span[0] >= span[1]:
            continue
        speaker = item.get("speaker")
        start, end = item.get("speaker_start"), item.get("speaker_end")
        labels.append(
            Labelled(
                span,
                speaker if isinstance(speaker, str) else None,
                (start, end) if isinstance(start, int) and isinstance(end, int) else None,
                get_text(item, "type", "direct") == "mixed",
                bool(item.get("dontcare")),
            )
        )
    return labels


def read_indirect(items: Sequence[Record], text: str) -> list[Labelled]:
    """The indirect speech of a record, one label per span. Raises ``RecordError``."""
    return [
        label
        for item in items
        for start, end in read_ranges(item, "spans")
        for label in read_labels([{**item, "start": start, "end": end}], text)
    ]


def read_ranges(record: Mapping[str, object], key: str) -> list[Range]:
    """Pairs of offsets. Raises ``RecordError`` for anything else."""
    ranges: list[Range] = []
    for row in get_rows(record, key):
        if len(row) != 2 or not isinstance(row[0], int) or not isinstance(row[1], int):
            raise RecordError(f"field {key!r} holds something that is not a pair of offsets")
        ranges.append((row[0], row[1]))
    return ranges


def predict(text: str, found: Sequence[Quote]) -> dict[str, object]:
    """One prediction without its id: quotations that somebody speaks, indirect speech apart."""
    spoken = [_entry(text, quote) for quote in found if quote.type in ("direct", "mixed")]
    return {
        "quotes": spoken,
        "indirect": [_entry(text, quote) for quote in found if quote.type == "indirect"],
    }


def _entry(text: str, quote: Quote) -> Record:
    speaker, cue = quote.speaker, quote.cue
    return {
        "start": quote.start,
        "end": quote.end,
        "type": quote.type,
        "speaker": None if speaker is None else text[speaker.start : speaker.end],
        "speaker_start": None if speaker is None else speaker.start,
        "speaker_end": None if speaker is None else speaker.end,
        "cue_start": None if cue is None else cue.start,
        "cue_end": None if cue is None else cue.end,
        "resolved": quote.person,
    }


def score(records: Sequence[Record], predictions: Sequence[Mapping[str, object]], task: Task) -> Counts:
    """The counts of a task over records and their predictions, in the same order. Raises ``RecordError``."""
    total = Counts()
    for record, prediction in zip(records, predictions, strict=True):
        text = get_text(record, "text")
        gold = read_labels(get_objects(record, "quotes"), text)
        found = read_labels(get_objects(prediction, "quotes"), text)
        total += count(gold, found, read_ranges(record, "discard"), task)
    return total


def score_indirect(records: Sequence[Record], predictions: Sequence[Mapping[str, object]]) -> Counts:
    """The counts of indirect speech over records and their predictions. Raises ``RecordError``."""
    total = Counts()
    for record, prediction in zip(records, predictions, strict=True):
        text = get_text(record, "text")
        gold = read_indirect(get_objects(record, "indirect"), text)
        found = read_labels(get_objects(prediction, "indirect"), text)
        total += count_indirect(gold, found, read_ranges(record, "discard"))
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark: 0 when done, 2 where the data cannot be read."""
    given = common_arguments(parser("Find quotations and their speakers; score them.").parse_args(arguments))
    watch = Stopwatch()
    predictions: list[Record] = []
    try:
        records = read_records(given.data)
        for record in records:
            text = get_text(record, "text")
            with watch:
                found = quotes.find(text)
            predictions.append({"id": get_text(record, "id"), **predict(text, found)})
        if given.out is not None:
            write_predictions(given.out, predictions)
        report = _report(records, predictions)
    except (OSError, RecordError) as error:
        sys.stderr.write(f"benchmarks.quotes: {error}\n")
        return 2
    report["ms per document (CPU)"] = watch.ms_per_document
    print_scores(report, given.json)
    return 0


def _report(records: Sequence[Record], predictions: Sequence[Record]) -> dict[str, Score]:
    report: dict[str, Score] = {"documents": len(records)}
    labelled = [(one, other) for one, other in zip(records, predictions, strict=True) if "quotes" in one]
    if not labelled:
        return report
    gold, found = [one for one, _ in labelled], [other for _, other in labelled]
    report["quoted"] = score(gold, found, "quoted").scores()
    report["direct"] = score(gold, found, "direct").scores()
    told = [(one, other) for one, other in labelled if "indirect" in one]
    if told:
        counted = score_indirect([one for one, _ in told], [other for _, other in told])
        report["indirect"] = {
            "span F1 (IoU 0.5)": counted.overlap.f1,
            "span precision": counted.overlap.precision,
            "span recall": counted.overlap.recall,
            "speaker (lenient)": counted.named_right / counted.named if counted.named else 0.0,
            "end-to-end F1": counted.end_to_end.f1,
        }
    for kind in sorted({get_text(one, "stress") for one in gold if "stress" in one}):
        chosen = [(one, other) for one, other in labelled if one.get("stress") == kind]
        counted = score([one for one, _ in chosen], [other for _, other in chosen], "quoted")
        report[f"quoted, {kind}"] = counted.scores()
    return report


if __name__ == "__main__":
    sys.exit(main())
