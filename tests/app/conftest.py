from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's own settings gets in, nothing of a test gets out."""
    for name in (
        "NO_COLOR",
        "COLORTERM",
        "TEXTUAL_THEME",
        "TEXTUAL_COLOR_SYSTEM",
        "DISPLAY",
        "WAYLAND_DISPLAY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SEEDREADER_STATE", str(tmp_path / "state" / "state.json"))
    monkeypatch.setenv("SEEDREADER_CONFIG", str(tmp_path / "config" / "config.toml"))
