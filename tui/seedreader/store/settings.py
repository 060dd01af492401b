"""Reads the configuration file.

A mistake in it is told with file and key, and only that key keeps its default; the program always starts.
"""

from dataclasses import dataclass, field
from pathlib import Path

BOILERPLATE_MODES = ("dim", "hide", "show")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set. Widths are terminal cells."""

    theme: str = ""
    """Name of a theme; empty: seedreader's own, dark or light as it was last."""
    measure: int = 80
    """Widest line of text."""
    list_width: int = 42
    """Width of the article list on screens of 160 columns and more."""
    boilerplate: str = "dim"
    """How furniture starts: dim, hide or show."""
    flow: bool = False
    """Flowing paragraphs instead of one sentence a line."""
    mouse: bool = True
    """Whether the mouse is used."""
    keys: dict[str, str] = field(default_factory=dict)
    """Command ids and the keys that replace their own."""
    source: str = field(default="config.toml", compare=False)
    """The file they come from, as messages name it."""
    problems: tuple[str, ...] = ()
    """Sentences on what was wrong with the file."""


_RANGES = {"measure": (40, 200), "list_width": (24, 80)}


def load(path: Path, *, required: bool = False) -> Settings:
    """Read a configuration file; a missing one gives the defaults, and a problem where it is ``required``."""
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings(problems=(f"{path}: there is no such file.",) if required else ())
    except UnicodeDecodeError:
        return Settings(problems=(f"{path}: it is not UTF-8 and was not used.",))
    except OSError as error:
        return Settings(
            problems=(f"{path}: it could not be read: {(error.strerror or str(error)).lower()}.",)
        )
    import tomllib

    try:
        data = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        return Settings(problems=(f"{path}: {error}.",))
    return _checked(path, data)


def _checked(path: Path, data: dict[str, object]) -> Settings:
    problems: list[str] = []
    values: dict[str, object] = {}
    known = {"theme": str, "measure": int, "list_width": int, "boilerplate": str, "flow": bool, "mouse": bool}
    for key, value in data.items():
        if key == "keys":
            continue
        kind = known.get(key)
        if kind is None:
            problems.append(f"{path}: {key}: there is no such setting.")
        elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            problems.append(f"{path}: {key}: {_article(kind)} is expected, not {value!r}.")
        elif isinstance(value, int) and key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:
            low, high = _RANGES[key]
            problems.append(f"{path}: {key}: a number from {low} to {high} is expected, not {value}.")
        elif key == "boilerplate" and value not in BOILERPLATE_MODES:
            problems.append(f"{path}: boilerplate: dim, hide or show is expected, not {value!r}.")
        else:
            values[key] = value
    keys = _keys(path, data.get("keys", {}), problems)
    base = Settings()
    return Settings(
        theme=str(values.get("theme", base.theme)),
        measure=_number(values.get("measure"), base.measure),
        list_width=_number(values.get("list_width"), base.list_width),
        boilerplate=str(values.get("boilerplate", base.boilerplate)),
        flow=bool(values.get("flow", base.flow)),
        mouse=bool(values.get("mouse", base.mouse)),
        keys=keys,
        source=str(path),
        problems=tuple(problems),
    )


def _keys(path: Path, table: object, problems: list[str]) -> dict[str, str]:
    if not isinstance(table, dict):
        problems.append(f'{path}: keys: a table of command = "key" is expected.')
        return {}
    keys: dict[str, str] = {}
    for command, key in table.items():
        if isinstance(key, str) and key.strip():
            keys[command] = key.strip()
        else:
            problems.append(f"{path}: keys.{command}: a key in quotation marks is expected, not {key!r}.")
    return keys


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default


def _article(kind: type) -> str:
    return {str: "a text", int: "a number", bool: "true or false"}[kind]
