"""Labelled pages for training the furniture classifier, and variants of them that widen what it has seen.

A variant keeps the labels of its lines. ``clean`` is a page without its furniture, ``few`` one with a single
run of it, ``cut`` a whole page as some extractor may have left it.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from benchmarks.boilerplate import NEWS_SOURCES, SEED_LIKE_LINES
from benchmarks.common import Record, get_objects, get_text
from seedreader.engine.boilerplate.look import Look, look

Kind = Literal["page", "clean", "few", "cut"]
FOLDS: Final = 5
WHOLE_PAGE: Final = 0.25
VARIANT: Final = 0.25
NOT_NEWS: Final = 0.5
_LEAST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a variant of one: its lines, labels and what the engine sees of them."""

    site: str
    source: str
    language: str
    kind: Kind
    whole: bool
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    seen: Look

    @property
    def news(self) -> bool:
        """Whether the page is from a news source."""
        return self.source in NEWS_SOURCES

    @property
    def seed_like(self) -> bool:
        """Whether the page is what the scores are about: English news of 5 to 80 lines with page furniture left."""
        size = len(self.texts)
        return (
            self.kind == "page"
            and self.news
            and not self.whole
            and self.language == "en"
            and size in SEED_LIKE_LINES
        )

    @property
    def weight(self) -> float:
        """How much a line of the page counts in training."""
        weight = 1.0 if self.news else NOT_NEWS
        if self.kind != "page":
            return weight * VARIANT
        return weight * WHOLE_PAGE if self.whole else weight


def read_page(record: Record, *, whole: bool) -> Page | None:
    """The page of a record, ``None`` when it has no lines. Raises ``RecordError``."""
    lines = [line for line in get_objects(record, "lines") if get_text(line, "text").strip()]
    if not lines:
        return None
    texts = tuple(get_text(line, "text") for line in lines)
    labels = tuple(get_text(line, "label", "unsure") for line in lines)
    site, source, language = (get_text(record, key, "") for key in ("site", "source", "lang"))
    return Page(site, source, language, "page", whole, texts, labels, look(texts))


def folds(pages: Iterable[Page], seed: int) -> dict[str, int]:
    """A fold for each site, so that a site never stands on both sides."""
    sites = sorted({page.site for page in pages})
    random.Random(seed).shuffle(sites)
    return {site: number % FOLDS for number, site in enumerate(sites)}


def variants(page: Page, chance: random.Random) -> list[Page]:
    """Variants of a page; every draw comes from ``chance``."""
    made: list[Page | None] = []
    if not page.whole:
        if "boilerplate" in page.labels and (page.news or chance.random() < 0.5):
            made.append(_kept(page, "clean", [label != "boilerplate" for label in page.labels]))
            if page.news:
                made.append(_kept(page, "few", _one_run(page.labels, chance)))
    elif "content" in page.labels and (page.news or chance.random() < 0.4):
        made += [_kept(page, "cut", _cut(page.labels, chance)) for _ in range(2 if page.news else 1)]
    return [variant for variant in made if variant is not None]


def _kept(page: Page, kind: Kind, keep: Sequence[bool]) -> Page | None:
    texts = tuple(text for text, flag in zip(page.texts, keep, strict=True) if flag)
    labels = tuple(label for label, flag in zip(page.labels, keep, strict=True) if flag)
    if len(texts) < _LEAST_LINES:
        return None
    return replace(page, kind=kind, texts=texts, labels=labels, seen=look(texts))


def _one_run(labels: Sequence[str], chance: random.Random) -> list[bool]:
    keep = [label != "boilerplate" for label in labels]
    start = chance.choice([index for index, label in enumerate(labels) if label == "boilerplate"])
    for index in range(start, min(len(labels), start + chance.randint(1, 5))):
        keep[index] = True
    return keep


def _cut(labels: Sequence[str], chance: random.Random) -> list[bool]:
    """Keeps the content, and of the furniture around and inside it some runs."""
    keep = [label != "boilerplate" for label in labels]
    body = [index for index, label in enumerate(labels) if label == "content"]
    share = chance.choice([0.3, 0.6, 0.9])
    index = max(0, body[0] - _geometric(0.12, chance))
    end = min(len(labels), body[-1] + 1 + _geometric(0.06, chance))
    while index < end:
        run = _geometric(0.3, chance) if not keep[index] else 1
        if chance.random() < share:
            keep[index : min(end, index + run)] = [True] * (min(end, index + run) - index)
        index += run
    return keep


def _geometric(p: float, chance: random.Random) -> int:
    count = 1
    while chance.random() > p:
        count += 1
    return count
