import pytest

from seedreader.app.hunt import Step, step, told


@pytest.mark.parametrize(
    ("here", "direction", "found"),
    [
        (0, 1, Step(0, False)),
        (10, 1, Step(1, False)),
        (15, 1, Step(1, False)),
        (30, 1, Step(0, True)),
        (30, -1, Step(1, False)),
        (15, -1, Step(0, False)),
        (10, -1, Step(2, True)),
    ],
)
def test_the_next_target_goes_round_the_end(here: int, direction: int, found: Step) -> None:
    assert step([10, 20, 30], here, direction) == found


def test_without_targets_there_is_no_step() -> None:
    assert step([], 5, 1) is None
    assert step([], 5, -1) is None


def test_one_target_is_found_from_itself_again() -> None:
    assert step([4], 4, 1) == Step(0, True)
    assert step([4], 4, -1) == Step(0, True)


def test_what_is_told_names_the_hunt_and_counts() -> None:
    assert told("quotation", 2, 17, wrapped=False) == "quotation 3/17"
    assert told("find", 0, 2, wrapped=True, phrase="truce") == "/truce 1/2, round the end"
    assert told("change", 0, 1, wrapped=False) == "difference 1/1"
