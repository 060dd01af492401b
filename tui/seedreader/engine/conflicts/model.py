"""What two wordings of one thing may differ in: possible conflicts, and mere variants."""

from dataclasses import dataclass
from typing import Literal

from seedreader.engine.model import Span

ConflictKind = Literal["number", "date", "name", "negation"]
VariantKind = Literal["spelling", "short", "title"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where two wordings of the same thing seem to tell it differently.

    ``left`` and ``right`` are code points into the two strings compared; the message calls the left side *here* and
    the right side *there*.
    """

    kind: ConflictKind
    left: Span
    right: Span
    message: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One name written in two ways, which is no conflict: another spelling, a short form, another title."""

    kind: VariantKind
    left: Span
    right: Span
    message: str
