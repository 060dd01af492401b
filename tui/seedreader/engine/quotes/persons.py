"""From a speaker phrase to a person: the fullest name that the article gives for a surname or a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_RUN = re.compile(
    r"[A-Z][\w’'\-]*\.?(?:[ \u00a0](?:(?:de|da|del|van|von|der|bin|al|el|di|du)[ \u00a0])?[A-Z][\w’'\-]*\.?)*"
)
_TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen col lt sgt prof rev hon capt president vice secretary senator"
    " representative governor minister prime foreign general congressman congresswoman chairman chairwoman"
    " chair speaker mayor judge justice chief spokesman spokeswoman spokesperson director former deputy"
    " attorney sir lady lord pope king queen prince princess ambassador republican democratic democrat"
    " presidential candidate press state defense treasury officer executive party leader founder host anchor"
    " professor analyst senior russian american british french german georgian ukrainian israeli chinese"
    " iranian the a an and but in on at as when while if for from with after before by of to new"
    " sunday monday tuesday wednesday thursday friday saturday january february march april may june july"
    " august september october november december asked according".split()
)
_NOT_PERSONS = frozenset(
    "party house university times news street post network association committee council department court"
    " congress institute center centre foundation company corp inc united states america north south east west"
    " city county school church college union group campaign journal tribune magazine bank press office agency"
    " ministry convention assembly administration government nations army force channel radio dream".split()
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_CUT = re.compile(r"[,;(—–]|\s(?:of|for|who|whom|that|which|with|at|in|from|on|to)\s")
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


class Names:
    """The names of persons in one text, by surname, with where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._full: dict[str, list[str]] = {}
        self._starts: list[int] = []
        self._found: list[str] = []
        for match in _RUN.finditer(text):
            name = strip_titles(match.group())
            words = name.split()
            if not words or any(word.lower() in _NOT_PERSONS for word in words):
                continue
            if 2 <= len(words) <= 4 and not all(word.isupper() and len(word) > 1 for word in words):
                known = self._full.setdefault(_surname(words), [])
                if name not in known:
                    known.append(name)
            self._starts.append(match.start())
            self._found.append(name)

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
        fitting = [full for full in known if len(words) == 1 or full.split()[0] == words[0]]
        if not fitting:
            return name
        firsts = {full.split()[0] for full in fitting}
        return max(fitting, key=len) if len(firsts) == 1 else name

    def _before(self, place: int, *, female: bool) -> str | None:
        """The last person named before a pronoun, if the last few names leave no doubt."""
        at = bisect_left(self._starts, place)
        seen: list[str] = []
        for index in range(at - 1, max(-1, at - 9), -1):
            if place - self._starts[index] > 700:
                break
            name = self._found[index]
            words = name.split()
            known = self._full.get(_surname(words))
            if not known:
                continue
            full = max(known, key=len)
            first = full.split()[0].lower()
            if first in (_MALE if female else _FEMALE):
                continue
            if full not in seen:
                seen.append(full)
        if not seen:
            return None
        sure = [name for name in seen if name.split()[0].lower() in (_FEMALE if female else _MALE)]
        if len(seen) == 1:
            return seen[0]
        return sure[0] if len(sure) == 1 else None


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
    words = [word[:-2] if word.endswith(("’s", "'s")) else word for word in words]
    last = -1
    for index, word in enumerate(words):
        if word.lower().rstrip(".") in _TITLES:
            last = index
    words = words[last + 1 :]
    return " ".join(words).strip("’'")


def _surname(words: Sequence[str]) -> str:
    last = words[-1]
    if len(words) > 1 and last.lower().rstrip(".") in _SUFFIXES:
        last = words[-2]
    return last
