import json
from pathlib import Path

import pytest

from benchmarks import boilerplate
from benchmarks.boilerplate import LabelledLine, is_news, is_seed_like, labels_of, score, scored_lines
from benchmarks.common import PRF, RecordError, Stopwatch, read_records
from seedreader.engine.boilerplate.model import model
from seedreader.engine.model import LineMark


def mark(p: float) -> LineMark:
    return LineMark("sure" if p > 0.8 else "content", None, p)


def line(gold: bool, predicted: bool, words: int = 1, sure: bool = False) -> LabelledLine:
    return LabelledLine(gold, predicted, sure, words)


def record(source: str = "zyte", lang: str = "en", lines: int = 6) -> dict[str, object]:
    return {
        "id": "r",
        "source": source,
        "lang": lang,
        "lines": [{"text": f"Line {number}", "label": "content"} for number in range(lines)],
    }


def test_labels_cut_where_the_model_says_so() -> None:
    cut = model().cuts.likely
    assert labels_of([mark(cut), mark(cut - 0.01)]) == ["boilerplate", "content"]


def test_scored_lines_leave_out_unsure_ones_and_count_words() -> None:
    page: dict[str, object] = {
        "lines": [
            {"text": "Share this", "label": "boilerplate"},
            {"text": "A title", "label": "unsure"},
            {"text": "", "label": "content"},
        ]
    }
    scored = scored_lines(page, [mark(0.9), mark(0.9), mark(0.1)])
    assert scored == [line(True, True, 2, True), line(False, False, 1)]


def test_score_by_hand() -> None:
    scores = score(
        [
            [line(True, True, 20, True), line(True, False, 15), line(False, True, 5), line(False, False, 60)],
            [line(False, False, 10), line(False, True, 25)],
            [line(False, False, 100)],
            [line(True, True, 1, True)],
        ]
    )
    by_line = scores["line"]
    assert isinstance(by_line, dict)
    assert [by_line["precision"], by_line["recall"], by_line["f1"]] == pytest.approx([0.5, 2 / 3, 4 / 7])
    word = scores["word"]
    assert isinstance(word, dict)
    assert [word["precision"], word["recall"], word["f1"]] == pytest.approx([21 / 51, 21 / 36, 42 / 87])
    assert scores["macro_f1"] == pytest.approx((0.5 + 1) / 2)
    assert scores["content_words_flagged"] == pytest.approx(30 / 200)
    assert (scores["clean_pages"], scores["clean_pages_flagged"]) == (2, 1)
    assert (scores["long_furniture_lines"], scores["long_furniture_recall"]) == (2, 0.5)
    assert scores["sure"] == {"precision": 1.0, "recall": 2 / 3}


def test_filters() -> None:
    assert is_news(record("andy"))
    assert not is_news(record("wcxb"))
    assert is_seed_like(record())
    assert not is_seed_like(record(lang="other"))
    assert not is_seed_like(record(lines=4))
    assert is_seed_like(record(lines=80))
    assert not is_seed_like(record(lines=81))


def test_run_writes_predictions_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    pages = [
        {**record(), "id": "x"},
        {**record("wcxb"), "id": "y", "lines": [{"text": "Share this article"}]},
    ]
    data.write_text("\n".join(map(json.dumps, pages)) + "\n", encoding="utf-8")
    assert boilerplate.main([str(data), "--out", str(out), "--json"]) == 0
    predictions = read_records(out)
    assert [prediction["id"] for prediction in predictions] == ["x", "y"]
    assert [len(p["labels"]) for p in predictions if isinstance(p["labels"], list)] == [6, 1]
    assert set(predictions[0]) == {"id", "labels", "tier", "p"}
    assert json.loads(capsys.readouterr().out)["pages"] == 2


def test_pages_of_a_site_are_read_as_one_folder(tmp_path: Path) -> None:
    def page(number: int, site: str) -> dict[str, object]:
        body = (
            f"Ferry number {number} struck a shoal off the northern coast of island {number * 7}, they said."
        )
        footer = "A paper of the Kvalvik Press Group, printed and read in town"
        return {"id": str(number), "site": site, "lines": [{"text": body}, {"text": footer}]}

    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    pages = [page(0, "a"), page(1, "a"), page(2, "b")]
    data.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    found = []
    for more in ([], ["--folders"]):
        assert boilerplate.main([str(data), "--out", str(out), *more]) == 0
        found.append([record["p"] for record in read_records(out)])
    alone, together = found
    assert alone[2] == together[2]
    for before, after in zip(alone[:2], together[:2], strict=True):
        assert isinstance(before, list)
        assert isinstance(after, list)
        assert before[0] == after[0]
        assert before[1] < after[1]


def test_gold_labels_do_not_reach_the_prediction(tmp_path: Path) -> None:
    outputs = []
    for label in ("content", "boilerplate"):
        data, out = tmp_path / f"{label}.jsonl", tmp_path / f"{label}.out"
        lines = [{"text": text, "label": label} for text in ("Share this", "The town waits for the vote.")]
        data.write_text(json.dumps({"id": "x", "lines": lines}), encoding="utf-8")
        assert boilerplate.main([str(data), "--out", str(out)]) == 0
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]


def test_trouble_is_told_and_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert boilerplate.main([str(tmp_path / "none.jsonl")]) == 2
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n[1]\n', encoding="utf-8")
    assert boilerplate.main([str(bad)]) == 2
    assert "bad.jsonl:2" in capsys.readouterr().err
    with pytest.raises(RecordError):
        read_records(bad)


def test_counts() -> None:
    both = PRF(1, 0, 2) + PRF(3, 1, 0)
    assert [both.precision, both.recall, both.f1] == pytest.approx([0.8, 4 / 6, 8 / 11])
    assert PRF().f1 == PRF().precision == PRF().recall == 0.0
    stopwatch = Stopwatch()
    assert stopwatch.ms_per_document == 0.0
    with stopwatch:
        pass
    assert stopwatch.documents == 1
