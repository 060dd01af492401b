"""Words without their endings, and what idea they stand for.

Both are crude on purpose: endings are cut off by a short list (English; what other languages lose by it, both
texts lose alike), and ideas are a hand-written list of words that news English uses for one another, derivations
included ("kill", "death"; "Britain", "UK"). Rarity within the two articles and the learned weights decide how much
it matters that two sentences share one.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from seedreader.engine.align.ideas import ideas
from seedreader.engine.wordkinds import FUNCTION_WORDS

Kind = Literal["word", "function", "cut", "number", "month", "day", "open", "close", "mark", "pause"]

_ENDINGS = tuple(
    (ending, instead)
    for endings, instead in (
        ("ations ation ements ement ments ment ingly edly ities ity ness ious ions ion ings ing", ""),
        ("ies ied", "y"),
        ("ers ors ans ive ian an er or ed ly al es s", ""),
    )
    for ending in endings.split()
)
_CUTS = frozenset(
    "that which who whom and but after before as because while said says when where if although though".split()
)
_EMPTY = (
    FUNCTION_WORDS
    | frozenset(
        "said say says saying told it's that's mr mrs ms also just new like get got going go one two".split()
    )
) - {"us"}
# Several languages; left out is what is another word in one of the others ("once", "due", "elf", "dos").
_COUNTS = {
    word: str(number)
    for number, words in enumerate(
        "two dois duas deux zwei,three três tres trois drei,four quatro cuatro quatre quattro vier,"
        "five cinco cinq cinque fünf,six seis sechs,seven sete siete sieben sette,eight oito ocho huit acht,"
        "nine nove nueve neun,ten dez diez dix zehn dieci,eleven onze undici,twelve dozen doze doce douze zwölf"
        " dodici,thirteen treze trece treize,fourteen quatorze catorze catorce,fifteen quinze quince,"
        "sixteen dezesseis dieciséis,seventeen dezessete diecisiete,eighteen dezoito dieciocho,"
        "nineteen dezenove diecinueve,twenty vinte veinte vingt zwanzig venti".split(","),
        2,
    )
    for word in words.split()
}
# Without May, which is a verb too.
_MONTHS = {
    month: f"m{number}"
    for number, months in enumerate(
        "january jan,february feb,march mar,april apr,,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec".split(","),
        1,
    )
    for month in months.split()
}
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MARKS: dict[str, Kind] = {
    **dict.fromkeys("“„«", "open"),
    **dict.fromkeys("”»", "close"),
    '"': "mark",
    **dict.fromkeys((*",;:()—–…", "--", "..."), "pause"),
}


LISTED = "="
"""What the name of an idea begins with that stands in the list."""


class Word(NamedTuple):
    """What a token is: its kind, its stem (a number its digits), the idea it stands for, whether it is capitalised.

    A ``cut`` begins a clause and may be empty as a function word is; ``mark`` is a straight quotation mark.
    """

    kind: Kind
    stem: str
    idea: str
    capital: bool


def stem(word: str) -> str:
    """A folded word without its ending."""
    if len(word) > 3 and word.endswith("'s"):
        word = word[:-2]
    length = len(word)
    if length <= 3:
        return word
    if length > 5:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and length - len(ending) + (1 if instead else 0) >= 4:
                word = word[: length - len(ending)] + instead
                break
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    elif word.endswith("ed") and length > 4:
        word = word[:-2]
    if len(word) > 4 and word[-1] in "ey":
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word


@cache
def _idea_of() -> Mapping[str, str]:
    """The listed idea of each stem."""
    found: dict[str, str] = {}
    for word, idea in ideas().items():
        found.setdefault(stem(word), LISTED + idea)
    return found


def listed(stem: str) -> str:
    """The listed idea that a word with this stem stands for, empty if there is none."""
    return _idea_of().get(stem, "")


@lru_cache(maxsize=30_000)
def word(token: str) -> Word:
    """What a token is, as it is written."""
    if token in _MARKS:
        return Word(_MARKS[token], "", "", False)
    if token[0].isdigit():
        number = token.replace(",", "")
        return Word("number", "#" + number, "#" + number, False)
    folded = token.casefold().replace("’", "'")
    capital = token[0].isupper()
    if folded in _COUNTS:
        number = "#" + _COUNTS[folded]
        return Word("number", number, number, False)
    if folded in _EMPTY:
        return Word("cut" if folded in _CUTS else "function", "", "", capital)
    folded = folded.replace(".", "")
    bare = stem(folded)
    kind: Kind = "word"
    if capital and folded in _MONTHS:
        return Word("month", bare, _MONTHS[folded], True)
    if folded in _DAYS:
        kind = "day"
    return Word(kind, bare, _idea_of().get(bare, bare), capital)
