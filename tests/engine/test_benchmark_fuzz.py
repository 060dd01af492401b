import json
import random

import pytest

from benchmarks import fuzz, fuzz_inputs
from seedreader.engine.sanitize import sanitize

NEWS = ("The ferry ran aground off Kvalvik.", "“It is far too early,” the captain said.")


@pytest.mark.parametrize("part", fuzz.PARTS)
def test_every_part_makes_the_same_case_again_and_passes_some(part: str) -> None:
    for number in range(15):
        made, again = (fuzz.PARTS[part].make(random.Random(f"2 {part} {number}"), NEWS) for _ in range(2))
        assert made == again
        assert fuzz.trial(part, 2, number, NEWS)[0] is None


def test_the_shares_of_the_parts_are_all_there_is() -> None:
    assert sum(part.share for part in fuzz.PARTS.values()) == 100


def test_inputs_are_hostile_in_every_way() -> None:
    maker = random.Random(3)
    texts = [fuzz_inputs.text(maker, NEWS) for _ in range(400)]
    assert any(len(text) > 5000 for text in texts)
    assert any(sanitize(text).edits for text in texts)
    assert any(NEWS[1] in text for text in texts)
    assert len({bool(fuzz_inputs.data(maker, NEWS).isascii()) for _ in range(40)}) == 2


def broken(raw: str) -> None:
    assert raw is not None
    raise fuzz.BrokenError("the text cannot be rebuilt")


@pytest.mark.parametrize("longest", [None, -1.0])
def test_a_failure_is_printed_with_its_number_and_input(
    longest: float | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if longest is None:
        part = fuzz.PARTS["sanitizer"]._replace(run=broken, make=lambda maker, news: ("in\x1bput",))
        monkeypatch.setitem(fuzz.PARTS, "sanitizer", part)
    else:
        monkeypatch.setattr(fuzz, "LONGEST", longest)
    assert fuzz.main(["--cases", "3", "--part", "sanitizer"]) == 1
    told = capsys.readouterr().out
    assert f"sanitizer 2: {'slow' if longest else 'BrokenError: the text cannot be rebuilt'}" in told
    assert longest or "('in\\x1bput',)" in told
    assert "3 cases     3 failed" in told
    assert fuzz.main(["--only", "1", "--part", "sanitizer", "--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["sanitizer"][:2] == [1, 1]
