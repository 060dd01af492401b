"""From a speaker phrase to a person: the fullest name that the article gives for a surname or a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.quotes.words import NOT_NOUNS

_NAME = r"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Prof|Rev|Hon|Capt)\.|[A-Z][\w’'\-]*)"
_RUN = re.compile(rf"{_NAME}(?:[ \u00a0](?:(?:de|da|del|van|von|der|bin|al|el|di|du)[ \u00a0])?{_NAME})*")
_TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen col lt sgt prof rev hon capt president vice secretary senator"
    " representative governor minister prime foreign general congressman congresswoman chairman chairwoman"
    " chair speaker mayor judge justice chief spokesman spokeswoman spokesperson director former deputy"
    " attorney sir lady lord pope king queen prince princess ambassador republican democratic democrat"
    " presidential candidate press state defense treasury officer executive party leader founder host anchor"
    " professor analyst senior russian american british french german georgian ukrainian israeli chinese"
    " iranian the a an and but in on at as when while if for from with after before by of to new"
    " sunday monday tuesday wednesday thursday friday saturday january february march april may june july"
    " august september october november december asked according said".split()
)
_NOT_PERSONS = frozenset(
    "party house university times news street post network association committee council department court"
    " congress institute center centre foundation company corp inc united states america north south east west"
    " city county school church college union group campaign journal tribune magazine bank press office agency"
    " ministry convention assembly administration government nations army force channel radio dream".split()
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_CUT = re.compile(r"[,;(—–]|\s(?:of|for|who|whom|that|which|with|at|in|from|on|to)\s")
_WORD_BEFORE = re.compile(r"([a-z]+) $")
_ACTS = re.compile(r",? (?:who|said|says|told|tells|added|wrote)\b")
_BREAK = re.compile(r"\n|[.!?][”\"’»)]?\s")
_LED = re.compile(
    r"\b(?:of|for|to|with|by|about|against|from|at|in|on|and|like|than|over|after|as)\s+$", re.IGNORECASE
)
_MOST_NAMESAKES = 20
_REACH = 2500  # characters back to the name that a pronoun stands for, a long quotation between included
_HE = frozenset("he him his".split())
_SHE = frozenset("she her hers".split())
_FEMALE = frozenset(
    "hillary maria mary elizabeth huma carly nancy michelle sarah susan karen lisa barbara jennifer linda patricia"
    " laura kelly megyn ann anne anna katie kellyanne melania ivanka chelsea angela theresa nikki condoleezza"
    " debbie dianne kamala tulsi claire julia emma jane joan kate katherine kathleen margaret martha rachel"
    " rebecca ruth sally samantha sharon stephanie valerie victoria wendy amy alice christina christine donna"
    " diane ellen emily haley heather helen jessica loretta lynn marine monica natalie olga pamela paula".split()
)
_MALE = frozenset(
    "donald barack bernie ted john marco jeb ben chris mike george bill james robert david paul mitch harry tim"
    " joe sergei sergey vladimir kakha kaka bidzina michael william richard thomas mark steve steven scott rick"
    " rand lindsey mitt newt rudy peter charles edward eric frank gary greg henry jack jason jeff jim josh ken"
    " kevin larry martin matt matthew nick patrick philip ron ryan sam sean stephen terry tom tony walter".split()
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name where it stands outside quotations; ``sentence`` numbers sentences, ``subject`` may act."""

    start: int
    name: str
    sentence: int
    subject: bool


class Names:
    """The names of persons in one text, by surname, with where they stand.

    ``quoted`` are the spans of its quotations in order: names in them answer to no pronoun outside.
    """

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._full: dict[str, list[str]] = {}
        self._mentions: list[_Mention] = []
        self._starts: list[int] = []
        found = [(match, strip_titles(match.group())) for match in _RUN.finditer(text)]
        persons: set[str] = set()
        for match, name in found:
            words = name.split()
            if not words or any(word.lower() in _NOT_PERSONS for word in words):
                continue
            if len(words) == 1 or len(name) < len(match.group().rstrip("’s'")) or self._acts(match):
                persons.add(_surname(words))
            if 2 <= len(words) <= 4 and not all(word.isupper() and len(word) > 1 for word in words):
                known = self._full.setdefault(_surname(words), [])
                if name not in known and len(known) < _MOST_NAMESAKES:
                    known.append(name)
        self._mention(found, persons, quoted)

    def _acts(self, match: re.Match[str]) -> bool:
        """Whether a title in small letters stands before a name, or a verb of saying or ``who`` after it."""
        before = _WORD_BEFORE.search(self.text, max(0, match.start() - 20), match.start())
        titled = before is not None and before[1] in _TITLES and before[1] not in NOT_NOUNS
        return titled or _ACTS.match(self.text, match.end()) is not None

    def _mention(
        self, found: Sequence[tuple[re.Match[str], str]], persons: set[str], quoted: Sequence[tuple[int, int]]
    ) -> None:
        sentence, last, at = 0, 0, 0
        for match, name in found:
            while at < len(quoted) and quoted[at][1] <= match.start():
                at += 1
            if at < len(quoted) and quoted[at][0] <= match.start():
                continue
            if _BREAK.search(self.text, last, match.start()):
                sentence += 1
            last = match.end()
            words = name.split()
            if not words or _surname(words) not in self._full:
                continue
            first = self._full[_surname(words)][0].split()[0].lower()
            if _surname(words) in persons or first in _MALE or first in _FEMALE:
                owned = match.group().endswith(("’s", "'s"))
                subject = not owned and not _LED.search(self.text, max(0, match.start() - 12), match.start())
                self._mentions.append(_Mention(match.start(), name, sentence, subject))
                self._starts.append(match.start())

    def person(self, start: int, end: int) -> str | None:
        """The full name of the speaker ``text[start:end]``, ``None`` for a role or an unclear pronoun."""
        phrase = self.text[start:end]
        if phrase.lower() in _HE or phrase.lower() in _SHE:
            return self._before(start, female=phrase.lower() in _SHE)
        return self.fullest(phrase)

    def fullest(self, phrase: str) -> str | None:
        """The fullest name for the one in a noun phrase; the name itself where the text has no fuller one."""
        name = name_in(phrase)
        if name is None:
            return None
        words = name.split()
        known = self._full.get(_surname(words), [])
        fitting = [
            full
            for full in known
            if len(words) == 1 or full.split()[0] == words[0] or full.endswith(f" {name}")
        ]
        longer = [full for full in fitting if full.endswith(f" {name}")]
        fitting = longer if len(words) > 1 and longer else fitting
        if not fitting:
            return name
        firsts = {full.split()[0] for full in fitting}
        return max(fitting, key=len) if len(firsts) == 1 else name

    def _before(self, place: int, *, female: bool) -> str | None:
        """Whom a pronoun stands for: the first fitting person of the nearest sentence that names one.

        Names of the other sex, possessives and names after a preposition do not fit; none within
        ``_REACH`` characters, or one with two first names in the text, is unclear.
        """
        best: _Mention | None = None
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            mention = self._mentions[index]
            if place - mention.start > _REACH or (best is not None and mention.sentence != best.sentence):
                break
            if mention.subject and self._fits(mention.name, female=female):
                best = mention
        return None if best is None else self._known(best.name)

    def _known(self, name: str) -> str | None:
        full = self.fullest(name)
        return full if full is not None and " " in full else None

    def _fits(self, name: str, *, female: bool) -> bool:
        full = self._known(name)
        return full is not None and full.split()[0].lower() not in (_MALE if female else _FEMALE)


def name_in(phrase: str) -> str | None:
    """The person's name in a noun phrase: its last run of capitals before the first comma or preposition."""
    pieces: Sequence[str] = _CUT.split(phrase)
    for piece in pieces[:2]:
        runs = _RUN.findall(piece)
        if not runs or not piece.rstrip(" .").endswith(runs[-1].rstrip(".")):
            continue
        name = strip_titles(runs[-1])
        words = name.split()
        if words and not any(word.lower() in _NOT_PERSONS for word in words):
            return name
    return None


def strip_titles(run: str) -> str:
    """A run of capitalised words without the titles at its front: Foreign Minister Sergei Lavrov."""
    words = run.replace("\u00a0", " ").split()
    last = -1
    for index, word in enumerate(words):
        owns = word.endswith(("’s", "'s")) and index + 1 < len(words)
        low = word.lower().rstrip(".")
        if owns or low in _TITLES or low in NOT_NOUNS or (index == 0 and word.endswith("ing")):
            last = index
    words = [word[:-2] if word.endswith(("’s", "'s")) else word for word in words]
    words = words[last + 1 :]
    return " ".join(words).strip("’'")


def _surname(words: Sequence[str]) -> str:
    last = words[-1]
    if len(words) > 1 and last.lower().rstrip(".") in _SUFFIXES:
        last = words[-2]
    return last
