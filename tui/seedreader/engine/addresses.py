"""Names articles by letters and sentences by letter and number: A … Z, AA …; A.17."""

import re

_ADDRESS = re.compile(r"([A-Za-z]+)(?:\.(\d+))?")


def letter(index: int) -> str:
    """Return the letters of the article at a 0-based index."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def index_of(letters: str) -> int:
    """Return the 0-based index that ``letter`` names so; raise ``ValueError`` for anything else."""
    match = _ADDRESS.fullmatch(letters)
    if not match or match.group(2):
        raise ValueError(f"{letters!r} is no article letter")
    index = 0
    for char in letters.upper():
        index = index * 26 + ord(char) - ord("A") + 1
    return index - 1


def address(index: int, number: int) -> str:
    """Return the address of a sentence, as in A.17."""
    return f"{letter(index)}.{number}"
