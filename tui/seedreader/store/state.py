"""Remembers between runs where the reader was: theme, and per set view, article and the places in it."""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from seedreader.store.files import write_atomically

VERSION = 1
_KEPT_SETS = 50
_KEPT_PLACES = 500


@dataclass(frozen=True, slots=True)
class SetState:
    """Where the reader was in one set.

    Articles go by path; places are offsets of the sentence under the cursor.
    """

    view: str = "read"
    article: str = ""
    other: str = ""
    places: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is remembered."""

    theme: str = ""
    sets: dict[str, SetState] = field(default_factory=dict)

    def with_set(self, key: str, state: SetState) -> "State":
        """The same state with one set replaced, the most recent ones kept."""
        sets = {name: value for name, value in self.sets.items() if name != key}
        sets[key] = replace(state, places=dict(list(state.places.items())[-_KEPT_PLACES:]))
        return replace(self, sets=dict(list(sets.items())[-_KEPT_SETS:]))


def load(path: Path) -> tuple[State, str | None]:
    """Read the state; a missing file gives an empty one.

    A broken file is renamed, so that it is not lost, and the second value says so in a sentence.
    """
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return State(), None
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            return State(), _set_aside(path)
        return State(), f"The state file {path} could not be read: {(error.strerror or str(error)).lower()}."
    import json

    try:
        return _parse(json.loads(raw)), None
    except (ValueError, RecursionError):
        return State(), _set_aside(path)


def save(path: Path, state: State) -> str | None:
    """Write the state; return a sentence if that failed."""
    import json

    data = {"version": VERSION, **asdict(state)}
    try:
        # ASCII, because paths that are not UTF-8 have no other form in JSON.
        write_atomically(path, json.dumps(data, indent=1) + "\n", private=True)
    except OSError as error:
        return f"The state could not be saved to {path}: {(error.strerror or str(error)).lower()}."
    return None


def _set_aside(path: Path) -> str:
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        return f"The state file {path} is broken and was not used."
    return f"The state file was broken; it is kept as {aside}, and a new one is begun."


def _parse(data: object) -> State:
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ValueError("not a state of this version")
    theme, sets = data.get("theme", ""), data.get("sets", {})
    if not isinstance(theme, str) or not isinstance(sets, dict):
        raise ValueError("wrong types")
    return State(theme, {str(key): _parse_set(value) for key, value in sets.items()})


def _parse_set(data: object) -> SetState:
    if not isinstance(data, dict):
        raise ValueError("a set is no table")
    texts = [data.get(key, default) for key, default in (("view", "read"), ("article", ""), ("other", ""))]
    places = data.get("places", {})
    if not all(isinstance(text, str) for text in texts) or not isinstance(places, dict):
        raise ValueError("wrong types")
    view, article, other = (str(text) for text in texts)
    return SetState(view, article, other, {str(k): v for k, v in places.items() if type(v) is int and v >= 0})
