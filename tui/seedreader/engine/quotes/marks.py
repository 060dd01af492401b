"""Quotation marks in a paragraph: where they stand, of which family, and which way each one points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner"]
Role = Literal["open", "close", "either"]

_MARK = re.compile("''|``|[\"“”„‟＂〝〞«»‹›「」『』'‘’‚‛`]")
_FAMILIES: tuple[tuple[Family, str, str, str], ...] = (
    ("double", "“„〝", "”〞", '"‟＂'),
    ("single", "‘‚", "’", "'‛`"),
    ("guillemet", "«", "»", ""),
    ("angle", "‹", "›", ""),
    ("corner", "「", "」", ""),
    ("white corner", "『", "』", ""),
)


def _shapes() -> dict[str, tuple[Family, Role]]:
    shapes: dict[str, tuple[Family, Role]] = {"''": ("double", "either"), "``": ("double", "open")}
    for family, opening, closing, straight in _FAMILIES:
        shapes.update(dict.fromkeys(opening, (family, "open")))
        shapes.update(dict.fromkeys(closing, (family, "close")))
        shapes.update(dict.fromkeys(straight, (family, "either")))
    return shapes


_SHAPES = _shapes()
_DASHES = frozenset("-‐‑‒–—―/|")
_SENTENCE_ENDS = frozenset(".,!?…")
_BRACKETS = frozenset("([{（【*_#")
_CLOSING = frozenset(".,;:!?…)]}%，。：；！？、")
_ELISIONS = frozenset(
    "em til till tis twas twere cause bout round n un cuz neath gainst nuff fraid ere cept ol tude kay"
    " s t re ve ll d m".split()
)
_DOTTED = re.compile(r"…|\.\.|\. \.|\.[@#\w]")  # words that begin with dots: “… and”, “.@name”
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\d\d(?:s\b|(?![^\W_]|-))")  # in ’98, the ’90s
_INCHES = re.compile(r"\d{1,3}\s?['’′]\s?\d{1,2}(?:\.\d+)?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: its place, family and direction.

    ``sure`` tells that the neighbouring characters gave the direction; otherwise the shape of the mark did.
    ``leading`` marks stand first in their paragraph.
    """

    start: int
    end: int
    family: Family
    role: Role
    sure: bool = True
    leading: bool = False


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of one paragraph ``text[start:end]``, in order, apostrophes and inch signs left out.

    A run of marks (``“‘``) is looked at as a whole: every mark of it has the run's neighbours.
    """
    found = list(_MARK.finditer(text, start, end))
    marks: list[Mark] = []
    index = 0
    while index < len(found):
        last = index
        while last + 1 < len(found) and found[last + 1].start() == found[last].end():
            last += 1
        run_start, run_end = found[index].start(), found[last].end()
        left = text[run_start - 1] if run_start > start else " "
        right = text[run_end] if run_end < end else " "
        alone = index == last
        if not (alone and found[index].group() in "'’`‘" and _inside_word(text, left, right, run_end)):
            leading = text[start:run_start].strip(" \t>*_-–—") == "" if run_start - start < 8 else False
            ellipsis = _DOTTED.match(text, run_end) is not None
            joint = last == index + 1 and left in _SENTENCE_ENDS and right.isalnum()
            joint = joint and _SHAPES[found[index].group()][0] == _SHAPES[found[last].group()][0]
            for match in found[index : last + 1]:
                around = (left, right)
                if joint:  # “We go.””They stay.”: one quotation ends and the next begins, the space is lost
                    around = (left, " ") if match.start() == run_start else (" ", right)
                mark = _directed(text, match, around, ellipsis, leading)
                if mark is not None:
                    marks.append(mark)
        index = last + 1
    return _drop_apostrophes(text, marks)


def _inside_word(text: str, left: str, right: str, end: int) -> bool:
    """Whether an apostrophe stands inside a word: don’t, the town’s, Washington D.C.’s."""
    owns = left == "." and right == "s" and not text[end + 1 : end + 2].isalnum()
    return right.isalnum() and (left.isalnum() or owns)


def _directed(
    text: str, match: re.Match[str], around: tuple[str, str], ellipsis: bool, leading: bool
) -> Mark | None:
    shape = match.group()
    family, pointing = _SHAPES[shape]
    start, end = match.span()
    left, right = around
    if shape in "\"”''" and left.isdigit() and _INCHES.search(text, max(0, start - 8), start):
        return None
    if family in ("corner", "white corner"):
        return Mark(start, end, family, pointing, True, leading)
    role = direction(left, right, ellipsis=ellipsis)
    if role != "either":
        return Mark(start, end, family, role, True, leading)
    if pointing == "either" and left in ":：":
        return Mark(start, end, family, "open", True, leading)
    return Mark(start, end, family, pointing, False, leading)


def direction(left: str, right: str, *, ellipsis: bool = False) -> Role:
    """The direction that the neighbouring characters give a mark, ``either`` where they do not tell.

    ``ellipsis`` says that the text after the mark begins with three dots.
    """
    if left.isspace():
        if right.isspace():
            return "either"
        return "close" if right in _CLOSING and not ellipsis else "open"
    if left in _BRACKETS:
        return "either" if right.isspace() or right in _CLOSING else "open"
    if left in _DASHES:
        if right.isspace() or right in _CLOSING:
            return "close"
        return "either"
    if right.isspace() or right in _CLOSING or right in _DASHES or right in _BRACKETS:
        return "close"
    return "either"


def _drop_apostrophes(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Leaves single marks only where they can quote: an opening one with a closing one after it."""
    if not any(mark.family == "single" for mark in marks):
        return list(marks)
    kept: list[Mark] = []
    following: Mark | None = None  # the next single mark that quotes, looking from the right
    closers = 0  # closing marks to the right that no opening one has taken
    for mark in reversed(marks):
        if mark.family != "single":
            kept.append(mark)
            continue
        if mark.role == "open":
            quotes = not _elides(text, mark) and (following is not None or mark.leading)
            quotes = quotes and (following is None or following.role != "open" or mark.leading or closers > 0)
        elif mark.role == "close":
            quotes = not _possessive(text, mark, following)
        else:
            quotes = False
        if quotes:
            kept.append(mark)
            following = mark
            closers = closers + 1 if mark.role == "close" else max(0, closers - 1)
    kept.reverse()
    return kept


def _elides(text: str, mark: Mark) -> bool:
    """Whether an opening single mark stands for left-out letters: ’90s, ’em, rock ’n’ roll."""
    if mark.end < len(text) and text[mark.end].isdigit():
        return _YEAR.match(text, mark.end) is not None
    word = _WORD.match(text, mark.end, mark.end + 12)
    return word is not None and word.group().lower() in _ELISIONS and not text.startswith("-", word.end())


def _possessive(text: str, mark: Mark, following: Mark | None) -> bool:
    """Whether a closing single mark is an apostrophe after a word: James’ dog, goin’ home, rock ’n’ roll, Oslo’ s."""
    before = text[mark.start - 1 : mark.start]
    if before.isdigit() and text[mark.end : mark.end + 1].isspace():
        return following is not None and following.role == "close"
    if not before.isalpha():
        return False
    if text.startswith(" s ", mark.end):
        return True
    if before in "nN" and text[mark.start - 2 : mark.start - 1] in ("'", "’", "‘"):
        return True
    tail = text[max(0, mark.start - 2) : mark.start].lower()
    if not (tail.endswith(("s", "z", "x")) or tail == "in"):
        return False
    goes_on = text[mark.end : mark.end + 1] == " " and text[mark.end + 1 : mark.end + 2].isalnum()
    return goes_on and following is not None and following.role == "close"
