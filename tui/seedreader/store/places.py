"""Where configuration and state lie on this system."""

import os
from pathlib import Path

import platformdirs


def config_file() -> Path:
    """The configuration file; the variable SEEDREADER_CONFIG names another."""
    return Path(
        os.environ.get("SEEDREADER_CONFIG") or platformdirs.user_config_path("seedreader") / "config.toml"
    )


def state_file() -> Path:
    """The file that remembers the last run; the variable SEEDREADER_STATE names another."""
    return Path(
        os.environ.get("SEEDREADER_STATE") or platformdirs.user_state_path("seedreader") / "state.json"
    )
