"""How two articles are kin: how much of each stands in the other in the same words, and what follows from that."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from seedreader.engine.story.prints import Line, Print

Reason = Literal[
    "exact copy",
    "copy with furniture around",
    "cut from the end",
    "lightly rewritten",
    "rewritten",
    "heavily rewritten",
    "merged from two",
    "quotations only",
    "passages only",
]

FOUND: Final = 0.2
"""Share of a sentence's runs that must stand in the other article for the sentence to be found there.

One changed word breaks five runs, so a sentence with every sixth word changed still has some.
"""

FOUND_SHORT: Final = 0.5
"""The same for sentences of few runs, which share one by chance."""

KIN: Final = 0.35
"""Share of the more contained article from which on two articles are versions of one text.

Articles of different origin that quote the same speech share up to a third of their words.
"""

PLAIN: Final = 0.3
"""The same share of what is not quoted: reports of one speech share their quotations only."""

FORM: Final = 0.5
"""Share of the runs in the sentences found below which two articles fill in one form, as daily notices do."""

PASSAGE_RUNS: Final = 9
"""Runs of words two articles must share, besides short sentences, for a shared passage to be no chance."""

SAME: Final = 0.97
"""Share of words found on both sides from which on nothing counts as left out."""

UNCHANGED: Final = 0.99
"""Share of runs kept from which on no words count as changed."""

DERIVED: Final = 0.6
"""Share of an article that must stand in the other to call it derived from the other."""

MORE_TIMES: Final = 1.5
MORE_WORDS: Final = 10
MORE_SHARE: Final = 0.03
"""How much more the source must have for itself than what was made of it, for the text to tell the direction."""

AROUND: Final = 0.1
AROUND_WORDS: Final = 15
"""The share of a text, and the words of each line, that may stand around another one for it to be a copy of that."""

LIGHT: Final = (0.2, 0.88)
"""The most that is left out, and the least of the runs that is kept, in a text lightly rewritten."""

MEDIUM: Final = (0.48, 0.6)
"""The same for a text rewritten; what goes beyond is heavily rewritten."""

_FEW_RUNS: Final = 6
_SHORT: Final = 4
_TAIL: Final = 0.9


@dataclass(frozen=True, slots=True)
class Share:
    """What of one article stands in another.

    ``found`` are the lines found, ``rest`` the words of the others; ``words`` is the share of its words that lie in
    lines found, ``kept`` the share of runs left unchanged within them, ``quoted`` the share of the found words
    that are in sentences with quotations, ``plain`` the share of the words of all other sentences that was found.
    ``runs`` counts the runs found: the size of the evidence.
    """

    found: tuple[Line, ...]
    rest: int
    words: float
    kept: float
    quoted: float
    plain: float
    runs: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Two articles with words in common; articles go by index, ``one`` before ``other``.

    ``one_in_other`` and ``other_in_one`` are the shares of each body's words that lie in sentences found in the
    other, ``kept`` is the share of the runs of words left unchanged there. ``source`` is the article the other was
    made from, ``None`` where the texts do not tell.
    """

    one: int
    other: int
    reason: Reason
    one_in_other: float
    other_in_one: float
    kept: float = 1.0
    source: int | None = None

    @property
    def closeness(self) -> float:
        """How near the two are, 0 to 1: what each has of the other, in the same words."""
        return self.kept * (self.one_in_other + self.other_in_one) / 2

    @property
    def derived(self) -> int | None:
        """The article that was made from the other, where the texts tell."""
        if self.source is None:
            return None
        return self.one if self.source == self.other else self.other

    @property
    def is_version(self) -> bool:
        """Whether the two are versions of one text, not merely two that share passages."""
        return self.reason not in ("quotations only", "passages only")


def share(one: Print, other: Collection[int]) -> Share:
    """How much of an article stands in another, of which the set of its runs is given."""
    found: list[Line] = []
    have = total = evidence = 0
    for line in one.lines:
        runs = one.of(line)
        common = sum([run in other for run in runs])
        if common >= max(1.0, (FOUND if len(runs) > _FEW_RUNS else FOUND_SHORT) * len(runs)):
            found.append(line)
            have += common
            total += len(runs)
            evidence += common if line.words > _SHORT else 0
    words = sum(line.words for line in found)
    spoken = sum(line.words for line in found if line.quoted)
    unquoted = sum(line.words for line in one.lines if not line.quoted)
    return Share(
        tuple(found),
        one.words - words,
        words / one.words if one.words else 0.0,
        have / total if total else 0.0,
        spoken / words if words else 0.0,
        (words - spoken) / unquoted if unquoted else words / (one.words or 1),
        evidence,
    )


def kin(places: tuple[int, int], prints: tuple[Print, Print], shares: tuple[Share, Share]) -> Kin | None:
    """Tell how two articles are kin; ``None`` where what they share may be chance."""
    mine, theirs = shares
    most = max(mine.words, theirs.words)
    enough = min(mine.runs, theirs.runs)
    kept = min(mine.kept, theirs.kept)
    if enough < PASSAGE_RUNS and not (most >= SAME and enough):
        return None
    if most < KIN or max(mine.plain, theirs.plain) < PLAIN or kept < FORM:
        reason: Reason = "quotations only" if min(mine.quoted, theirs.quoted) >= 0.5 else "passages only"
        return Kin(*places, reason, mine.words, theirs.words, kept)
    derived = _derived(prints, shares)
    source = None if derived is None else places[1 - derived]
    return Kin(*places, _reason(prints, shares, derived), mine.words, theirs.words, kept, source)


def _derived(prints: tuple[Print, Print], shares: tuple[Share, Share]) -> int | None:
    """Which of the two (0 or 1) was made from the other: the one with hardly anything of its own."""
    for derived in (0, 1):
        mine, source = shares[derived], shares[1 - derived]
        if _around(prints[derived], mine, source):
            return derived
    for derived in (0, 1):
        mine, source = shares[derived], shares[1 - derived]
        if (
            mine.words >= DERIVED
            and source.rest >= MORE_TIMES * mine.rest + MORE_WORDS
            and mine.words >= source.words + MORE_SHARE
        ):
            return derived
    if _same(shares) and prints[0].around != prints[1].around:
        # A copy gathers furniture on its way; nobody takes it off without leaving out more.
        return 0 if prints[0].around > prints[1].around else 1
    return None


def _around(copy: Print, mine: Share, source: Share) -> bool:
    """Whether a text is all of another with a few short lines in front or behind."""
    if source.rest or not mine.rest or source.kept < UNCHANGED or mine.words < 1 - AROUND or not mine.found:
        return False
    have = {line.sentence for line in mine.found}
    first, last = mine.found[0].sentence, mine.found[-1].sentence
    return all(
        line.words <= AROUND_WORDS and not first < line.sentence < last
        for line in copy.lines
        if line.sentence not in have
    )


def _same(shares: tuple[Share, Share]) -> bool:
    return all(one.words >= SAME and one.kept >= UNCHANGED for one in shares)


def _reason(prints: tuple[Print, Print], shares: tuple[Share, Share], derived: int | None) -> Reason:
    if prints[0].whole == prints[1].whole:
        return "exact copy"
    if _same(shares) or (
        derived is not None and _around(prints[derived], shares[derived], shares[1 - derived])
    ):
        return "copy with furniture around"
    smaller = derived if derived is not None else (0 if shares[0].words >= shares[1].words else 1)
    dropped, kept = 1 - shares[1 - smaller].words, min(one.kept for one in shares)
    if (
        kept >= UNCHANGED
        and shares[smaller].words >= 1 - MORE_SHARE
        and _cut(prints[1 - smaller], shares[1 - smaller])
    ):
        return "cut from the end"
    added = 1 - shares[smaller].words
    if max(dropped, added) <= LIGHT[0] and kept >= LIGHT[1]:
        return "lightly rewritten"
    if max(dropped, added) <= MEDIUM[0] and kept >= MEDIUM[1]:
        return "rewritten"
    return "heavily rewritten"


def _cut(source: Print, share: Share) -> bool:
    """Whether what is missing of the source is its end: what was found stands before it, but for a few words."""
    if not share.found or not share.rest:
        return False
    have = {line.sentence for line in share.found}
    last = share.found[-1].sentence
    missing = sum(line.words for line in source.lines if line.sentence > last)
    inside = sum(line.words for line in source.lines if line.sentence < last and line.sentence not in have)
    return missing >= _TAIL * (missing + inside)
