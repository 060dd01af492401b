"""Turns key presses into commands; several characters may make one key, as in ``]c``.

Keys that a user gave in the configuration replace a command's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seedreader.app.commands import BY_ID, COMMANDS, Command, in_scope

NAMES = frozenset(
    "space enter escape tab backspace delete insert up down left right home end pageup pagedown".split()
) | {f"f{number}" for number in range(1, 13)}
_SHOWN = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
}

Keys = tuple[str, ...]


class Pending:
    """Keys so far begin a longer key."""


PENDING = Pending()


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command."""

    keys: Mapping[str, tuple[Keys, ...]]

    def find(self, pressed: Keys, view: str, pane: str) -> Command | Pending | None:
        """Return the command that ``pressed`` names here, ``PENDING`` where it begins one, else ``None``."""
        begins = False
        for command in COMMANDS:
            if not in_scope(command, view, pane):
                continue
            for keys in self.keys[command.id]:
                if keys == pressed:
                    return command
                begins = begins or keys[: len(pressed)] == pressed
        return PENDING if begins else None

    def continuations(self, pressed: Keys, view: str, pane: str) -> list[tuple[str, Command]]:
        """Return what may follow keys pressed so far: (key as shown, command)."""
        return [
            (show(keys[len(pressed) :]), command)
            for command in COMMANDS
            if in_scope(command, view, pane)
            for keys in self.keys[command.id]
            if len(keys) > len(pressed) and keys[: len(pressed)] == pressed
        ]

    def shown(self, command_id: str) -> str:
        """Return the first key of a command as a user reads it; empty if it has none."""
        keys = self.keys[command_id]
        return show(keys[0]) if keys else ""

    def all_shown(self, command_id: str) -> str:
        """Return all keys of a command as a user reads them."""
        return " ".join(show(keys) for keys in self.keys[command_id])


def show(keys: Keys) -> str:
    """Write a key as a user reads it."""
    return "".join(_SHOWN.get(key, key.replace("ctrl+", "^") if "+" in key[1:] else key) for key in keys)


def parse(key: str) -> Keys:
    """Read one key as written in the configuration; raise ``ValueError`` for an empty one."""
    if not key:
        raise ValueError("empty key")
    if key in NAMES or ("+" in key[1:] and len(key) > 2):
        return (key,)
    return tuple(key)


def build(overrides: Mapping[str, str], source: str = "config.toml") -> tuple[Keymap, list[str]]:
    """Make the keymap; ``overrides`` are keys by command id, alternatives parted by blanks.

    The second value is a list of sentences on commands that do not exist and on keys that two commands of one
    place share; there the command that has the key by default, or comes first, keeps it.
    """
    problems: list[str] = []
    keys = {command.id: tuple(parse(key) for key in command.keys) for command in COMMANDS}
    for name, written in overrides.items():
        if name not in BY_ID:
            problems.append(f"{source}: keys.{name}: there is no such command.")
        else:
            wanted = written.split()
            bad = [key for key in wanted if not key.isprintable()]
            problems += (f"{source}: keys.{name}: {key!r} is no key." for key in bad)
            if len(bad) < len(wanted):
                keys[name] = tuple(parse(key) for key in wanted if key not in bad)
    problems += _clashes(keys, overrides, source)
    return Keymap(keys), problems


def _clashes(keys: dict[str, tuple[Keys, ...]], overrides: Mapping[str, str], source: str) -> list[str]:
    problems: list[str] = []
    for number, command in enumerate(COMMANDS):
        if command.id not in overrides:
            continue
        for other in COMMANDS:
            later = other.id in overrides and COMMANDS.index(other) > number
            if other is command or later or not _meet(command, other):
                continue
            for mine in keys[command.id]:
                if any(_same_beginning(mine, theirs) for theirs in keys[other.id]):
                    problems.append(
                        f"{source}: keys.{command.id}: {show(mine)} is taken by {other.id}, which keeps it."
                    )
                    keys[command.id] = tuple(key for key in keys[command.id] if key != mine)
        if not keys[command.id]:
            keys[command.id] = tuple(parse(key) for key in command.keys)
    return problems


def _same_beginning(one: Keys, other: Keys) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _meet(one: Command, other: Command) -> bool:
    """Whether there is a place where both commands act."""
    places: Sequence[tuple[str, str]] = (
        ("read", "list"),
        ("read", "text"),
        ("quotes", "list"),
        ("quotes", "text"),
        ("compare", "list"),
        ("compare", "text"),
        ("overview", "text"),
    )
    return any(in_scope(one, *place) and in_scope(other, *place) for place in places)
