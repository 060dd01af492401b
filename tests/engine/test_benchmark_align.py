import json
from pathlib import Path

import pytest

from benchmarks.align import (
    Pair,
    average_precision,
    calibration_error,
    judged_scores,
    link_counts,
    main,
    read_pair,
    right_first,
)
from benchmarks.common import PRF, RecordError
from seedreader.engine.align import align

A = [
    "A storm tore the roofs off forty houses in Lisbon.",
    "The mayor left.",
    "Nobody was hurt in the harbour.",
]
B = [
    "In Lisbon forty houses lost their roofs in a storm.",
    "The mayor left!",
    "Ferries to the islands were cancelled.",
]
RECORD: dict[str, object] = {
    "id": "one",
    "source": "made",
    "a": A,
    "b": B,
    "gold": [[0, 0, "aligned"], [1, 1, "aligned"], [2, 2, "partial"]],
}
PAIR = read_pair(RECORD)


def test_lenient_strict_and_nontrivial_counts() -> None:
    shown = [(0, 0), (1, 1), (0, 2), (2, 2)]
    assert link_counts(PAIR, shown, strict=False, nontrivial=False) == PRF(3, 1, 0)
    assert link_counts(PAIR, shown, strict=True, nontrivial=False) == PRF(2, 1, 0)
    assert link_counts(PAIR, shown, strict=False, nontrivial=True) == PRF(2, 1, 0)
    assert link_counts(PAIR, [], strict=True, nontrivial=True) == PRF(0, 0, 1)


def test_pairs_nobody_judged_do_not_count() -> None:
    judged = read_pair(RECORD | {"judged": [[0, 0], [0, 1]], "gold": [[0, 0, "aligned"]]})
    assert link_counts(judged, [(0, 0), (0, 1), (2, 2)], strict=False, nontrivial=False) == PRF(1, 1, 0)
    assert len(judged_scores(judged, align(judged.a, judged.b))) == 2


def test_right_counterpart_first() -> None:
    right, wanted = right_first(PAIR, align(A, B))
    assert wanted == 6
    assert 4 <= right <= 6


def test_average_precision() -> None:
    assert average_precision([(0.9, True), (0.5, False), (0.1, True)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([(0.5, True), (0.5, False)]) == pytest.approx(0.5)
    assert average_precision([(0.5, False)]) == 0


def test_calibration_error() -> None:
    assert calibration_error([(1.0, True), (0.0, False)]) == 0
    assert calibration_error([(0.95, False), (0.05, True)]) == pytest.approx(0.95)
    assert calibration_error([]) == 0


@pytest.mark.parametrize("link", [[0, 0], [0, 0, "linked"], ["0", 0, "aligned"]])
def test_malformed_links_are_refused(link: list[object]) -> None:
    with pytest.raises(RecordError):
        read_pair({"id": "x", "a": ["s"], "b": ["t"], "gold": [link]})


def test_the_command_writes_predictions_and_prints_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "pred.jsonl"
    bare = {"id": "two", "source": "bare", "a": A, "b": []}
    data.write_text(json.dumps(RECORD) + "\n" + json.dumps(bare) + "\n", encoding="utf-8")
    assert main([str(data), "--out", str(out), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert set(scores) == {"made", "ms_per_pair"}
    assert scores["made"]["lenient"]["f1"] > 0.7
    first, second = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert [first["id"], second["id"]] == ["one", "two"]
    assert [0, 0] in [pair[:2] for pair in first["pairs"]]
    assert [1, 1] in [pair[:2] for pair in first["strict"]]
    assert {tuple(pair[:2]) for pair in first["strict"]} <= {tuple(pair[:2]) for pair in first["pairs"]}
    assert second == {
        "id": "two",
        "pairs": [],
        "strict": [],
        "scores": [],
        "first": {"a": [None, None, None], "b": []},
    }


def test_the_command_reports_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "missing.jsonl")]) == 1
    assert "missing.jsonl" in capsys.readouterr().err


def test_answers_do_not_reach_the_program() -> None:
    other = read_pair(RECORD | {"gold": [], "boilerplate": {"a": [0], "b": [0]}})
    assert isinstance(other, Pair)
    assert align(other.a, other.b) == align(PAIR.a, PAIR.b)
