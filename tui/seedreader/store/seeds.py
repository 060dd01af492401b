"""Finds the five articles that come with the program."""

from pathlib import Path


def folder() -> Path:
    """Return the folder of the five seed articles: inside the installed package, or of the checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "_seeds"
    found = packaged if packaged.is_dir() else package.parent.parent / "seeds"
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found
