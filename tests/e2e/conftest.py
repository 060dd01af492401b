"""What every end-to-end test gets: a folder that stands for the user's home, and an environment that knows no other."""

from pathlib import Path

import pytest

from tests.e2e.terminal import surroundings


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir()
    return surroundings(home)
