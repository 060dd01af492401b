"""Lines that stand in other articles of a set: what is kept of a line to find it there, and what it means.

What many articles of a folder share is furniture of their site, unless one article is a copy of the other:
two reports that share much of their body share it because they tell the same. The more words a line has, the
less likely it recurs by chance: of recurring lines of twelve words and more about 95 % are furniture, of
those of up to three (labels such as "Pros" and "Cons") 55 to 70 % (measured on labelled pages, by site).
"""

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import blake2b
from typing import Final, NamedTuple

from seedreader.engine import language
from seedreader.engine.boilerplate.language import count_words, words
from seedreader.engine.boilerplate.model import model
from seedreader.engine.model import LineMark
from seedreader.engine.trees import probability

ELSEWHERE: Final = "same line stands in other articles of the folder"
MOST_SHARED: Final = 0.15
"""Share of the smaller body from which on two articles count as versions of one text."""

MOST_ALIKE: Final = 0.5
"""The same of all lines that are not sure furniture: texts of a few short lines have no body to go by."""

_BODY: Final = 0.2
_BODY_WORDS: Final = 12
_ADDED: Final = ((12, 4.0), (4, 3.0), (1, 1.5))
"""Log odds for a line that recurs, by its least number of words."""
_LONGEST: Final = 4000
_QUOTATION: Final = re.compile(r"\s*[“\"«„‘'「『»]")


class Trace(NamedTuple):
    """What is kept of a line: a number that equal lines share, its words, how likely it is furniture by itself.

    ``key`` is 0 for a line without letters, which is not looked for. ``more`` is how many words become sure
    furniture with it when it recurs.
    """

    key: int
    words: int
    p: float
    more: int

    @property
    def body(self) -> int:
        """Its words if it reads like body text, else 0."""
        return self.words if self.p < _BODY and self.words >= _BODY_WORDS else 0

    @property
    def open(self) -> int:
        """Its words if it is not sure furniture by itself, else 0."""
        return self.words if self.p < model().cuts.sure else 0


UNTRACED: Final = Trace(0, 0, 0.0, 0)
"""A line that is not looked for."""


def trace(line: str, mark: LineMark) -> Trace:
    """What is kept of a line that was classified by itself; letter case and blanks do not count."""
    head = line[:_LONGEST]
    if not any(map(str.isalpha, head)):
        return UNTRACED
    length = _length(line)
    folded = " ".join(head.casefold().split())
    key = int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest()) or 1
    more = 0
    if mark.tier != "sure" and raised(line, mark).tier == "sure":
        more = language.words(line) - sum(language.words(line[span.start : span.end]) for span in mark.spans)
    return Trace(key, length, mark.p, more)


def raised(line: str, mark: LineMark) -> LineMark:
    """The mark of a line that recurs: likelier to be furniture by its words; a quotation is left as it is."""
    if _QUOTATION.match(line):
        return mark
    length = _length(line)
    added = next((value for least, value in _ADDED if length >= least), 0.0)
    if not added:
        return mark
    odds = math.log(max(mark.p, 1e-9) / max(1 - mark.p, 1e-9))
    p = max(mark.p, probability(odds + added))
    tier = model().cuts.tier(p)
    if tier == "content":
        return replace(mark, p=p)
    return replace(mark, tier=tier, p=p, kind=mark.kind or "duplicate", reasons=(ELSEWHERE, *mark.reasons))


def are_versions(one: Iterable[Trace], other: Iterable[Trace], shared: Collection[int]) -> bool:
    """Whether two articles with these lines tell one text; ``shared`` are the keys of lines that both have.

    They do where they share ``MOST_SHARED`` of the smaller body, or most of all that is not sure furniture.
    """
    bodies, opens, shared_body, shared_open = [], [], 0, 0
    for number, traces in enumerate((one, other)):
        body = total = 0
        for line in {line.key: line for line in traces if line.key}.values():
            body += line.body
            total += line.open
            if number == 0 and line.key in shared:
                shared_body += line.body
                shared_open += line.open
        bodies.append(body)
        opens.append(total)
    return shared_body > MOST_SHARED * min(bodies) or shared_open > MOST_ALIKE * min(opens)


def _length(line: str) -> int:
    head = line[:_LONGEST]
    return count_words(words(head), head)
