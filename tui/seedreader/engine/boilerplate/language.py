"""Words of a line, its script, and the little words that tell a language."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

STOP_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "en": "the of and to in a is that for on with as was at by it be are this from or an have has not but"
            " which they he she his her their its were been had will would who we you i said after than into about"
            " there what when if all more can could one out up so no over our your do did also because before"
            " them him us my me these those other some may should while where how such just only most",
            "de": "der die das und in zu den mit von für auf ist im dem nicht ein eine als auch es an werden aus er"
            " hat dass sie nach bei um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr",
            "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec"
            " ont son aux d'un cette été mais comme ou leur elle nous vous même ses fait deux ces aussi dont",
            "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este"
            " sí porque esta entre cuando muy sin sobre también me hasta hay donde han fue desde son dos",
            "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das"
            " tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso",
            "it": "di che e la il un a per in una è del da non si le con i della sono al più dei nel alla ha come lo"
            " gli ma anche delle o se dal sul cui questo degli suo era stato loro dalla ed",
            "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door"
            " over ze zich hij heeft hebben werd naar wordt geen was",
            "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så"
            " kan när år under också efter eller nu där vid mot ska skulle",
            "pl": "w i na z się do nie że o jest to po za od jak dla przez co ale tym który oraz są tego był jego"
            " także będzie może już czy przed",
            "tr": "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra ne var en ama ya o her değil",
        }.items()
    }
)

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_NUMBER: Final = re.compile(r"\d+")
_LATIN_END: Final = "\u0250"
_ENOUGH_WORDS: Final = 40
_ENOUGH_STOP_WORDS: Final = 0.12
_SAMPLE: Final = 20_000


def words(text: str) -> list[str]:
    """The words of a line in lower case: numbers as ``0``, apostrophes straight.

    A stretch of a script written without spaces gives every pair of neighbouring letters.
    """
    found = [_NUMBER.sub("0", word).replace("’", "'") for word in _WORD.findall(text.lower())]
    if text.isascii() or _UNSPACED.search(text) is None:
        return found
    return [piece for word in found for piece in _pieces(word)]


def unspaced(word: str) -> bool:
    """Whether a word of ``words`` is a pair of letters of a script written without spaces."""
    return _UNSPACED.fullmatch(word) is not None


def count_words(tokens: Sequence[str], text: str) -> int:
    """How many words a line has; two letters of a script written without spaces count as one."""
    if text.isascii() or _UNSPACED.search(text) is None:
        return len(tokens)
    pairs = sum(map(unspaced, tokens))
    return len(tokens) - pairs + (pairs + 1) // 2


def _pieces(word: str) -> list[str]:
    if _UNSPACED.search(word) is None:
        return [word]
    pieces: list[str] = []
    end = 0
    for run in _UNSPACED.finditer(word):
        if run.start() > end:
            pieces.append(word[end : run.start()])
        letters = run.group()
        pieces.extend(letters[at : at + 2] for at in range(max(1, len(letters) - 1)))
        end = run.end()
    if end < len(word):
        pieces.append(word[end:])
    return pieces


def language_of(lines: Iterable[Sequence[str]]) -> str:
    """The language a page is in, a key of ``STOP_WORDS``; empty where no known language shows.

    ``lines`` are the words of each line. The language is the one with most of its stop words on the page, at
    least 12 % of the words there; a page of few words in Latin letters may also count as English.
    """
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(line)
        if len(counts) > _SAMPLE:
            break
    total = counts.total()
    shares = {
        language: sum(counts[word] for word in stop) / max(1, total) for language, stop in STOP_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    if shares[best] >= _ENOUGH_STOP_WORDS:
        return best
    latin = sum(count for word, count in counts.items() if word[0] < _LATIN_END)
    return "en" if total < _ENOUGH_WORDS and 2 * latin >= total else ""
