"""Labelled pages for training the furniture classifier, and variants of them that widen what it has seen.

A variant keeps the labels of its lines. ``clean`` is a page without its furniture, ``few`` one with a single
run of it, ``cut`` a whole page as some extractor may have left it, ``foreign`` a page in no language: words
are replaced by made-up ones (the little words by those of another language, or none), so that what is left
to learn from is shape, place and repetition.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from benchmarks.boilerplate import NEWS_SOURCES, SEED_LIKE_LINES
from benchmarks.common import Record, get_objects, get_text
from seedreader.engine.boilerplate.look import Look, look
from seedreader.engine.boilerplate.language import STOP_WORDS

Kind = Literal["page", "clean", "few", "cut", "foreign"]
FOLDS: Final = 5
WHOLE_PAGE: Final = 0.25
VARIANT: Final = 0.5
NOT_NEWS: Final = 0.5
_STYLES: Final = ("de", "fr", "es", "pt", "it", "nl", "sv", "pl", "", "", "cyrillic", "unspaced", "unspaced")
_LEAST_LINES: Final = 4
_ENGLISH: Final = tuple(sorted(STOP_WORDS["en"]))
_SYLLABLES: Final = "ba ke lo mi tu ra sen vol dir mon pak tel gur nis fo hal jer zu cam pri".split()
_UNSPACED_MARKS: Final = str.maketrans({".": "。", ",": "、", "?": "？", "!": "！", "“": "「", "”": "」", '"': "」"})


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
        if page.news or chance.random() < 0.3:
            made.append(_foreign(page, chance))
    elif "content" in page.labels and (page.news or chance.random() < 0.4):
        made += [_kept(page, "cut", _cut(page.labels, chance)) for _ in range(2 if page.news else 1)]
        if page.news and chance.random() < 0.5:
            piece = _kept(page, "cut", _cut(page.labels, chance))
            made.append(_foreign(piece, chance) if piece else None)
    return [variant for variant in made if variant is not None]


def _made(page: Page, kind: Kind, texts: Sequence[str], labels: Sequence[str]) -> Page:
    texts, labels = tuple(texts), tuple(labels)
    return Page(page.site, page.source, page.language, kind, page.whole, texts, labels, look(texts))


def _kept(page: Page, kind: Kind, keep: Sequence[bool]) -> Page | None:
    texts = [text for text, flag in zip(page.texts, keep, strict=True) if flag]
    labels = [label for label, flag in zip(page.labels, keep, strict=True) if flag]
    return _made(page, kind, texts, labels) if len(texts) >= _LEAST_LINES else None


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


def _foreign(page: Page, chance: random.Random) -> Page:
    style = chance.choice(_STYLES)
    texts = [_reworded(text, style) for text in page.texts]
    return _made(page, "foreign", texts, page.labels)


def _reworded(text: str, style: str) -> str:
    pieces = [_foreign_word(word, style) for word in text.split()]
    return "".join(pieces).translate(_UNSPACED_MARKS) if style == "unspaced" else " ".join(pieces)


def _foreign_word(word: str, style: str) -> str:
    bare = word.strip(".,;:!?…“”\"'‘’()[]—–-|»«")
    if not bare or not any(map(str.isalpha, bare)) or "/" in bare or "@" in bare:
        return word
    draw = random.Random(f"{style} {bare.lower()}")
    if style == "unspaced":
        made = "".join(chr(0x4E00 + draw.randrange(2500)) for _ in range(2))
    else:
        little = sorted(STOP_WORDS.get(style, ()))
        if little and bare.lower() in STOP_WORDS["en"]:
            made = little[_ENGLISH.index(bare.lower()) % len(little)]
        else:
            made = "".join(draw.choice(_SYLLABLES) for _ in range(max(1, len(bare) // 3)))
        if style == "cyrillic":
            made = "".join(chr(0x430 + ord(letter) - ord("a")) for letter in made if letter.isascii())
        if bare[0].isupper():
            made = made.upper() if bare.isupper() and len(bare) > 1 else made.capitalize()
    return word.replace(bare, made, 1)
