"""The table of keys as Markdown, for the README: ``python -m seedreader.app.keytable`` prints it."""

from seedreader.app import keymap
from seedreader.app.commands import COMMANDS

_WHERE = {
    "all": "all",
    "list": "list",
    "read": "Read",
    "quotes": "Quotes",
    "compare": "Compare",
    "overview": "Overview",
    "text": "Read, Compare",
    "no overview": "Read, Quotes, Compare",
}


def markdown() -> str:
    """Return one row per command: keys, what it does, where, and the id for the configuration."""
    keys, _ = keymap.build({})
    rows = ["| keys | do | where | id |", "|---|---|---|---|"]
    for command in COMMANDS:
        shown = " ".join(f"`{_escaped(keymap.show(key))}`" for key in keys.keys[command.id])
        rows.append(f"| {shown} | {command.text} | {_WHERE[command.scope]} | {command.id} |")
    return "\n".join(rows) + "\n"


def _escaped(key: str) -> str:
    return key.replace("|", "\\|")


if __name__ == "__main__":
    print(markdown(), end="")
