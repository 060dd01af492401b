"""The words the engine speaks of utterances: what was said, in how many wordings, how far they drift apart."""

from dataclasses import dataclass
from typing import Literal

from seedreader.engine.model import Span

Manner = Literal["quoted", "fragment", "reported"]
Drift = Literal["verbatim", "light", "trimmed", "extended", "paraphrased", "changed", "single"]

DRIFTS: tuple[Drift, ...] = ("verbatim", "light", "trimmed", "extended", "paraphrased", "changed", "single")
"""Drifts from near to far, ``single`` apart: quoted words that differ are farther than a report in other words."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One article's wording of an utterance.

    ``start`` and ``end`` lie in the document of the article with that index; ``parts`` are the words between them
    that are compared, without outer marks and "he said", and ``quoted`` those of them in quotation marks. ``manner``
    tells whether the sentence is quoted, a fragment of it, or none. ``quote`` is the index of its quotation in the
    analysis, ``sentence`` its number. ``drift`` and ``notes`` compare it with the base of its utterance.
    """

    article: int
    quote: int | None
    start: int
    end: int
    sentence: int
    manner: Manner
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...]
    drift: Drift = "verbatim"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one person said, in the wording of each article that has it.

    ``variants`` stand in order of articles; ``base`` is the index of the one the others are compared with. ``drift``
    is that of the farthest variant, ``single`` where only one article has it. ``title`` names it in a few words.
    """

    person: str | None
    variants: tuple[Variant, ...]
    base: int
    drift: Drift
    title: str

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that have it, in order."""
        return tuple(sorted({variant.article for variant in self.variants}))
