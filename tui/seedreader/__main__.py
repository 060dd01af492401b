"""Run the program with ``python -m seedreader``."""

from seedreader.cli import entry

if __name__ == "__main__":
    raise SystemExit(entry())
