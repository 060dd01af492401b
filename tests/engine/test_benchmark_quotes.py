"""The quotation metrics on tiny records written by hand."""

import json
from pathlib import Path

import pytest

from benchmarks import quotes as bench
from benchmarks.common import Record, RecordError

TEXT = "“We are ready,” Anna Berg said. Holm called it “a plan”."
READY: Record = {
    "start": 0,
    "end": 15,
    "type": "direct",
    "speaker": "Anna Berg",
    "speaker_start": 16,
    "speaker_end": 25,
}
PLAN: Record = {
    "start": 47,
    "end": 55,
    "type": "mixed",
    "speaker": "Holm",
    "speaker_start": 32,
    "speaker_end": 36,
}


def counts(gold: list[Record], found: list[Record], task: bench.Task = "quoted") -> bench.Counts:
    record: Record = {"id": "1", "text": TEXT, "quotes": gold}
    return bench.score([record], [{"id": "1", "quotes": found}], task)


def test_the_same_quotations_score_one() -> None:
    perfect = counts([READY, PLAN], [READY, PLAN])
    assert perfect.exact.f1 == perfect.overlap.f1 == perfect.end_to_end.f1 == 1
    assert (perfect.named, perfect.named_right) == (2, 2)


def test_marks_and_edge_punctuation_do_not_count() -> None:
    bare = {**READY, "start": 1, "end": 13}
    assert counts([READY], [bare]).exact.f1 == 1
    assert bench.trim(TEXT, 0, 15) == (1, 13)


def test_a_wrong_speaker_costs_end_to_end_only() -> None:
    wrong = {**READY, "speaker": "Holm", "speaker_start": 32, "speaker_end": 36}
    result = counts([READY], [wrong])
    assert result.overlap.f1 == 1
    assert result.end_to_end.f1 == 0


def test_a_missed_and_an_invented_quotation() -> None:
    invented = {**PLAN, "start": 16, "end": 25}
    result = counts([READY, PLAN], [READY, invented])
    assert (result.overlap.tp, result.overlap.fp, result.overlap.fn) == (1, 1, 1)


def test_half_a_quotation_does_not_match() -> None:
    half = {**READY, "end": 7}
    assert counts([READY], [half]).overlap.tp == 0


def test_mixed_quotations_are_ignored_in_the_direct_task() -> None:
    assert counts([READY, PLAN], [READY], "direct").overlap.f1 == 1
    assert counts([READY, PLAN], [READY, PLAN], "direct").overlap.f1 == 1


def test_dont_care_and_discarded_regions_excuse_predictions() -> None:
    assert counts([READY, {**PLAN, "dontcare": True}], [READY, PLAN]).overlap.f1 == 1
    record: Record = {"id": "1", "text": TEXT, "quotes": [READY], "discard": [[40, 56]]}
    assert bench.score([record], [{"quotes": [READY, PLAN]}], "quoted").overlap.f1 == 1


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Sen. Anna Berg", "Berg", True),
        ("the mayor", "The mayor", True),
        ("Anna Berg’s", "Anna Berg", True),
        ("he", "Berg", False),
        ("he", "He", True),
        ("the spokesman for Berg", "Berg", False),
        ("Anna Berg, mayor of Oslo", "Berg", True),
        (None, None, True),
        (None, "Berg", False),
        ("Berg", None, False),
    ],
)
def test_speakers_compare_by_their_heads(gold: str | None, found: str | None, same: bool) -> None:
    one = bench.Labelled((0, 1), gold, None)
    other = bench.Labelled((0, 1), found, None)
    assert bench.same_speaker(one, other) is same


def test_who_may_stand_for_the_name_before_it() -> None:
    one = bench.Labelled((0, 1), "who", (30, 33))
    assert bench.same_speaker(one, bench.Labelled((0, 1), "Berg", (20, 24)))
    assert not bench.same_speaker(one, bench.Labelled((0, 1), "Berg", (120, 124)))


def test_heads_of_speaker_phrases() -> None:
    assert bench.head("Sen. Anna Berg (R-Ohio)") == "berg"
    assert bench.head("a spokesman for the Kremlin") == "spokesman"
    assert bench.head("the minister, Sergei Lavrov") == "lavrov"
    assert bench.head("Berg aide") == "aide"


def test_each_gold_quotation_matches_once() -> None:
    one = bench.Labelled((0, 10), None, None)
    close = bench.Labelled((0, 9), None, None)
    assert bench.match([one], [close, one]) == {0: 1}


def counts_indirect(gold: list[Record], found: list[Record]) -> bench.Counts:
    record: Record = {"id": "1", "text": TEXT, "indirect": gold, "discard": [[40, 56]]}
    return bench.score_indirect([record], [{"id": "1", "indirect": found}])


def test_indirect_speech_counts_every_span_for_itself() -> None:
    berg = {"speaker": "Anna Berg", "speaker_start": 16, "speaker_end": 25}
    gold: Record = {"spans": [[1, 13], [32, 38]], **berg}
    first: Record = {"start": 1, "end": 10, "type": "indirect", **berg}
    other: Record = {"start": 32, "end": 38, "type": "indirect", "speaker": "Holm"}
    both = counts_indirect([gold], [first, other])
    assert (both.overlap.tp, both.overlap.fp, both.overlap.fn) == (2, 0, 0)
    assert (both.named, both.named_right) == (2, 1)
    assert both.end_to_end.tp == 1
    half = counts_indirect([gold], [{**first, "end": 5}, {**other, "start": 41, "end": 54}])
    assert (half.overlap.tp, half.overlap.fp, half.overlap.fn) == (
        0,
        1,
        2,
    )  # what lies in a discarded region is excused


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "pred.jsonl"
    record: Record = {"id": "1", "text": TEXT, "quotes": [READY, PLAN], "stress": "straight"}
    data.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert bench.main([str(data), "--out", str(out), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["quoted"]["end-to-end F1"] == 1
    assert scores["quoted, straight"]["end-to-end F1"] == 1
    assert scores["ms per document (CPU)"] > 0
    (prediction,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert prediction["id"] == "1"
    assert [quote["speaker"] for quote in prediction["quotes"]] == ["Anna Berg", "Holm"]
    assert prediction["quotes"][0]["cue_start"] == TEXT.index("said")
    assert prediction["indirect"] == []


def test_predictions_do_not_change_with_the_gold(tmp_path: Path) -> None:
    outputs: list[str] = []
    for name, gold in (("bare", {}), ("labelled", {"quotes": [READY], "discard": [[0, 5]]})):
        data, out = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.out"
        data.write_text(json.dumps({"id": "1", "text": TEXT, **gold}) + "\n", encoding="utf-8")
        assert bench.main([str(data), "--out", str(out)]) == 0
        outputs.append(out.read_text(encoding="utf-8"))
    assert outputs[0] == outputs[1]


def test_unreadable_data_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(tmp_path / "missing.jsonl")]) == 2
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "1", "text": "a", "quotes": [], "discard": [[1]]}\n', encoding="utf-8")
    assert bench.main([str(broken)]) == 2
    assert "discard" in capsys.readouterr().err
    with pytest.raises(RecordError):
        bench.read_ranges({"discard": [["a", 1]]}, "discard")
