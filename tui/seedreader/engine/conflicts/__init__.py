"""Possible conflicts between two wordings of the same thing: numbers, dates, names, negation.

Stated with care: what may agree is no conflict, and in doubt nothing is said.
"""

from collections.abc import Sequence

from seedreader.engine import language
from seedreader.engine.conflicts import dates, figures, forms, lists, naming, negations, quantities
from seedreader.engine.conflicts.model import Conflict, ConflictKind, Variant, VariantKind
from seedreader.engine.conflicts.tokens import tokens
from seedreader.engine.persons import Person

__all__ = ["LONGEST", "Conflict", "ConflictKind", "Variant", "VariantKind", "find", "variants"]

LONGEST = 6_000
"""Code points of a wording up to which conflicts are looked for: what is longer is no sentence of news."""

_MOST = 8  # where more differs, the wordings do not tell the same


def find(left: str, right: str, *, people: Sequence[Person] = ()) -> tuple[Conflict, ...]:
    """Where two wordings that tell the same seem to contradict each other, in the order of the left one.

    Offsets are code points into the strings given. ``people`` are the persons of both texts as far as known: they
    tell that two similar surnames are two people's. In other languages than English only numbers and dates in
    digits are compared. Exchanging the sides exchanges the spans and leaves all else as it is.
    """
    if max(len(left), len(right)) > LONGEST or left == right:
        return ()
    text, english = (left, right), _english(left, right)
    ours, theirs = tokens(left), tokens(right)
    dated = [dates.dates(side, read, english=english) for side, read in ((left, ours), (right, theirs))]
    counted = [
        quantities.quantities(read, english=english, taken=_taken(found))
        for read, found in ((ours, dated[0]), (theirs, dated[1]))
    ]
    found = figures.numbers(text, (ours, counted[0]), (theirs, counted[1]))
    found += figures.dates(text, (ours, dated[0]), (theirs, dated[1]))
    if english:
        found += naming.conflicts(text, ours, theirs, people)
        found += lists.added(text, ours, theirs)
        found += negations.conflicts(text, ours, theirs)
    return tuple(sorted(set(found), key=_order)) if len(found) <= _MOST else ()


def variants(left: str, right: str, *, people: Sequence[Person] = ()) -> tuple[Variant, ...]:
    """The names two wordings write in two ways, which is no conflict: Sergei and Sergey, U.N. and United Nations."""
    if max(len(left), len(right)) > LONGEST or left == right or not _english(left, right):
        return ()
    found = forms.variants((left, right), tokens(left), tokens(right), people)
    return tuple(sorted(set(found), key=_order))


def _english(left: str, right: str) -> bool:
    return language.guess(left) == language.guess(right) == "en"


def _taken(found: Sequence[dates.Date]) -> frozenset[int]:
    return frozenset(at for date in found for at in range(date.first, date.last + 1))


def _order(one: Conflict | Variant) -> tuple[int, int, int, int, str]:
    return one.left.start, one.left.end, one.right.start, one.right.end, one.kind
