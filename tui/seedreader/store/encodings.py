"""Tells the encoding of a text in an old encoding: each candidate is tried, and the most natural text wins.

A decoding scores by its letters beyond ASCII (usual ones of one language are good, others bad) and by what no text
has: control characters, capitals and signs inside words, two scripts in a word.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from math import log
from typing import NamedTuple

from seedreader.store.letters import HAN, HANGUL, TONGUES

SINGLE = {
    "cp1252": 2.0, "cp1250": 0.0, "cp1251": 0.0, "cp1253": 0.0, "cp1254": 0.0, "cp1255": 0.0, "cp1256": 0.0,
    "cp1257": 0.0, "iso8859-1": 1.0, "iso8859-15": 0.0, "iso8859-2": 0.0, "iso8859-5": 0.0, "iso8859-6": 0.0,
    "iso8859-7": 0.0, "iso8859-8": -0.5, "iso8859-9": -0.5, "koi8-r": 0.0, "koi8-u": -0.5, "tis-620": 0.0,
    "mac-roman": -2.5, "mac-cyrillic": -2.5, "mac-latin2": -4.0, "cp866": -0.5, "cp855": -1.5, "cp850": -2.5,
    "cp852": -2.5, "cp437": -4.0, "cp737": -4.0,
}  # fmt: skip
"""Encodings with a byte for each letter, and how much likelier than others they are from the start."""

DOUBLE = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "johab")
"""Encodings of East Asia, with two bytes and more for most letters."""

CHOICES = (
    "utf-8", "utf-16", *(name for name in SINGLE), *DOUBLE, "iso2022_jp",
)  # fmt: skip
"""What a reader may choose from."""

_SAMPLE, _SEARCHED = 12_000, 20_000_000
_BEYOND = re.compile(rb"[\x80-\xff]+(?:[\x00-\x7f]{0,40}[\x80-\xff]+){0,200}")
_AROUND = 40
_STRANGE, _SYMBOL, _CONTROL = -5.0, -2.5, -8.0
_TYPOGRAPHY = frozenset("“”‘’„‚–—…«»•·°§©®™€£¿¡´№‹›ªº\u00a0\u00ad\u200c\u200d\u200e\u200f")
_USUAL = 0.22
"""Share of frequent characters that every real text of East Asia has."""
_FEW = 4
_WORST = -1.3
_BETWEEN = re.compile(r"(?<=[^\W\d_])[–“”„«»•°§©®™€£¿¡´№‹›ªº](?=[^\W\d_])")
_GLUED = re.compile(r"(?<=[a-z])[\u4e00-\u9fff\uac00-\ud7a3](?=[a-z])")
_ALONE = -6.0
_COMMONEST = "cp1252"
_WORD, _MOST_WORDS = 0.4, 30


class Guess(NamedTuple):
    """An encoding and how natural the text is that it gives, per character beyond ASCII; usual text is above 0."""

    encoding: str
    score: float


def detect(data: bytes) -> Guess | None:
    """Return the encoding of a text that is not in UTF-8; ``None`` where no encoding gives a natural text."""
    sample = _sample(data)
    wide = max((_wide(sample, name) for name in DOUBLE), key=lambda guess: guess.score)
    if wide.score >= _USUAL:
        return wide
    narrow = max((_narrow(sample, name) for name in SINGLE), key=lambda guess: guess.score)
    return narrow if narrow.score > _WORST else None


def fits(data: bytes, name: str) -> bool:
    """Whether a text reads naturally in an encoding it is said to be in; of some encodings that is not known."""
    return name not in SINGLE or _narrow(_sample(data), name, believed=True).score > _WORST


def escaped(data: bytes) -> str | None:
    """The encoding of a text in ISO-2022, where seven bits carry all and escape sequences switch alphabets."""
    for name in ("iso2022_kr",) if b"\x1b$)C" in data else ("iso2022_jp", "iso2022_jp_2"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return None


def _sample(data: bytes) -> bytes:
    """What stands around the bytes beyond ASCII, as much as tells enough."""
    found: list[bytes] = []
    size = done = 0
    for match in _BEYOND.finditer(data, 0, _SEARCHED):
        start, done = max(done, match.start() - _AROUND), match.end() + _AROUND
        found.append(data[start:done])
        size += len(found[-1])
        if size > _SAMPLE:
            break
    return b"".join(found)[: 2 * _SAMPLE]


def _wide(sample: bytes, name: str) -> Guess:
    """The share of an East Asian text's characters that are frequent ones; broken places count against it."""
    # A sample that ends inside a character is not broken for that.
    text = sample.decode(name, "replace").rstrip("\ufffd")
    foreign = [char for char in text if char > "\x7f"]
    if len(foreign) < _FEW:
        return Guess(name, -1.0)
    good = bad = 0
    for char in foreign:
        if "\u3041" <= char <= "\u30fe" or char in HAN or char in HANGUL:
            good += 1
        elif char == "\ufffd" or "\uff61" <= char <= "\uff9f" or "\ue000" <= char <= "\uf8ff":
            bad += 1
    bad += len(_GLUED.findall(text))
    counted = sum(char > "\u2fff" or char == "\ufffd" for char in foreign)
    return Guess(name, (good - 2 * bad) / max(1, counted, len(foreign) // 2))


def _narrow(sample: bytes, name: str, *, believed: bool = False) -> Guess:
    text = sample.decode(name, "replace")
    counts = Counter(char for char in text if char > "\x7f")
    total = sum(counts.values())
    letters = {char: count for char, count in counts.items() if char.isalpha() or _is_mark(char)}
    words = Counter(word for word in text.lower().split() if word.isascii())
    best, tongue = max((_spoken(letters, words, tongue), tongue) for tongue in TONGUES)
    others = sum(_sign(char) * count for char, count in counts.items() if char not in letters)
    score = best + others + _inside_words(text)
    if not believed:
        # One letter of another script is more often something else; a word of them is not. Signs alone tell little.
        unlikely = TONGUES[tongue].letters[0] >= "\u0250" if letters else name != _COMMONEST
        score += SINGLE[name] + (_ALONE if unlikely else 0.0)
    return Guess(name, score / max(1, total))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


@cache
def _table(tongue: str) -> dict[str, float]:
    """How much likelier each letter is than if all were alike."""
    letters = TONGUES[tongue].letters
    weights = [1 / (rank + 2) for rank in range(len(letters))]
    share = len(letters) / sum(weights)
    return {letter: log(weight * share) for letter, weight in zip(letters, weights, strict=True)}


def _spoken(letters: dict[str, int], words: Counter[str], tongue: str) -> float:
    table = _table(tongue)
    known = sum(table.get(char, table.get(char.lower(), _STRANGE)) * count for char, count in letters.items())
    small = sum(words[word] for word in TONGUES[tongue].words)
    # Words choose between languages; they make no letter likely that stands alone.
    return known + _WORD * min(_MOST_WORDS, small, 2 * sum(letters.values()))


def _sign(char: str) -> float:
    if char in _TYPOGRAPHY:
        return 0.0
    category = unicodedata.category(char)
    return _CONTROL if category in ("Cc", "Co", "Cn") or char == "\ufffd" else _SYMBOL


def _inside_words(text: str) -> float:
    """Count against a text what words do not have inside: capitals after small letters, signs, two scripts."""
    found = _SYMBOL * len(_BETWEEN.findall(text))
    before = " "
    for char in text:
        if (char > "\x7f" or before > "\x7f") and before.isalpha():
            if char.isalpha():
                if (before.islower() and char.isupper()) or (before < "\u0250") != (char < "\u0250"):
                    found += _SYMBOL
            elif char > "\x7f" and char not in _TYPOGRAPHY and not _is_mark(char):
                found += _SYMBOL
        before = char
    return found
