"""From a speaker phrase to a person: the fullest name that the article gives for a surname, pronoun or role."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.names import RUN, gender, is_person, name_in, strip_titles, surname
from seedreader.engine.quotes.namewords import ROLES, TITLES
from seedreader.engine.quotes.roles import Holder, Roles, female_role, roles_at
from seedreader.engine.quotes.words import NOT_NOUNS

_WORD_BEFORE = re.compile(r"([a-z]+)[ \u00a0]$")
_SAYS = re.compile(r"(?:[ \u00a0]\([^)\n]{1,20}\))?,?[ \u00a0](?:who\b|([a-z]+))")
_SAID = re.compile(r"\b([a-z]+)[ \u00a0]$")
_AGED = re.compile(r",[ \u00a0]\d{1,3},")
_BREAK = re.compile(r"\n|[.!?][”\"’»)]?\s(?!\s*[a-z])")
_LED = re.compile(
    r"\b(of|for|to|with|by|about|against|from|at|in|on|and|like|than|over|after|as)\s+$", re.IGNORECASE
)
_CLAUSE_OPENERS = frozenset(["and", "after", "as"])
_GOES_ON = re.compile(r"[ \u00a0][A-Z]")
_OWNING = re.compile(r"[’']s?$")
_STATEMENT = re.compile(r"(.+)[’']s[ \u00a0](\w+)$")
_MOST_NAMESAKES = 20
_REACH = 2500  # characters back to the name that a pronoun stands for, a long quotation between included
_HE = frozenset("he him his".split())
_SHE = frozenset("she her hers".split())
_SENTENCES = (
    2  # sentences by which a speaker whose full name the text never gives must be nearer than a full name
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name where it stands outside quotations; ``sentence`` numbers sentences.

    ``subject`` may act, ``speaks`` has a verb of saying beside it.
    """

    start: int
    name: str
    sentence: int
    subject: bool
    speaks: bool


class Names:
    """The names of persons in one text, by surname, with where they stand and what they are.

    ``quoted`` are the spans of its quotations in order: names in them answer to no pronoun outside.
    """

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._full: dict[str, dict[str, int]] = {}
        self._mentions: list[_Mention] = []
        self._starts: list[int] = []
        self._genders: dict[str, str] = {}
        self._speaking: set[str] = set()
        self._resolved: dict[str, str | None] = {}
        found = _people(text)
        persons: set[str] = set()
        for match, name in found:
            words = name.split()
            last = surname(words)
            if gender(name) or self._told(match, name):
                persons.add(last)
            if len(words) == 1 and self._speaks(match):
                self._speaking.add(name)
            if 2 <= len(words) <= 4 and not all(word.isupper() and len(word) > 1 for word in words):
                known = self._full.setdefault(last, {})
                if name in known or len(known) < _MOST_NAMESAKES:
                    known[name] = known.get(name, 0) + 1
        self._persons = persons
        self._mention(found, quoted)
        self._roles = self._learn(found)

    def _told(self, match: re.Match[str], name: str) -> bool:
        """Whether the text around a name tells a person: a title before it, an age or a verb of saying behind."""
        run = _OWNING.sub("", match.group())
        if len(name) < len(run):
            lead = run[: len(run) - len(name)].split()
            if lead and lead[-1].lower().rstrip(".") in TITLES and lead[-1].lower() not in NOT_NOUNS:
                return True
        before = _WORD_BEFORE.search(self.text, max(0, match.start() - 20), match.start())
        if before is not None and before[1] in ROLES:
            return True
        return _AGED.match(self.text, match.end()) is not None or (self._speaks(match) and " " in name)

    def _speaks(self, match: re.Match[str]) -> bool:
        """Whether a verb of saying or ``who`` follows a name, or ``said`` stands before it."""
        behind = _SAYS.match(self.text, match.end())
        if behind is not None and (behind[1] is None or cues.SAYING.get(behind[1]) in ("s", "past")):
            return True
        before = _SAID.search(self.text, max(0, match.start() - 20), match.start())
        return before is not None and before[1] in ("said", "says")

    def _mention(self, found: Sequence[tuple[re.Match[str], str]], quoted: Sequence[tuple[int, int]]) -> None:
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
            single = len(words) == 1 and words[0] not in self._full
            if name not in self._speaking if single else surname(words) not in self._persons:
                continue
            owned = match.group().endswith(("’s", "'s"))
            speaks = self._speaks(match)
            led = _LED.search(self.text, max(0, match.start() - 12), match.start())
            subject = not owned and (led is None or (speaks and led[1].lower() in _CLAUSE_OPENERS))
            self._mentions.append(_Mention(match.start(), name, sentence, subject, speaks))
            self._starts.append(match.start())

    def _learn(self, found: Sequence[tuple[re.Match[str], str]]) -> Roles:
        """Collects what everybody is said to be, and from that who is a woman and who is a man."""
        holders: list[Holder] = []
        for match, name in found:
            full = self._known(name)
            if full is None:
                continue
            roles = roles_at(self.text, match.start(), match.end(), name)
            lead = self.text[max(0, match.start() - 24) : match.start()] + match.group()
            holders += [Holder(full, role, match.start()) for role in roles]
            woman = female_role(lead)
            if "Ms." in lead or "Mrs." in lead:
                woman = True
            if woman is not None and roles and not gender(full):
                self._genders[full] = "f" if woman else "m"
        places = [
            (mention.start, mention.sentence, self._known(mention.name) or mention.name)
            for mention in self._mentions
        ]
        return Roles(holders, places)

    def person(self, start: int, end: int) -> str | None:
        """The full name of the speaker ``text[start:end]``; ``None`` where no person of the text is meant."""
        phrase = self.text[start:end]
        low = phrase.lower()
        if low in _HE or low in _SHE:
            return self._before(start, female=low in _SHE)
        owned = _STATEMENT.match(phrase)
        if owned is not None and owned[2] in cues.NOUN_CUES:
            return self.person(start, start + owned.end(1))
        if name_in(phrase) is not None:
            return self.fullest(phrase)
        if phrase[:1].isupper() and _GOES_ON.match(self.text, end):
            return None  # Justice in Justice Department is nobody's office
        return self._roles.person(phrase, start, lambda name, female: self._fits(name, female=female))

    def fullest(self, phrase: str) -> str | None:
        """The fullest name for the one in a noun phrase; the name itself where the text has no fuller one."""
        name = name_in(phrase)
        return None if name is None else self._fullest(name)

    def _fullest(self, name: str) -> str | None:
        words = name.split()
        known = self._full.get(surname(words), {})
        fitting = [
            full
            for full in known
            if len(words) == 1 or full.split()[0] == words[0] or full.endswith(f" {name}")
        ]
        longer = [full for full in fitting if full.endswith(f" {name}")]
        fitting = longer if len(words) > 1 and longer and name not in known else fitting
        fitting = [full for full in fitting if not _padded(full, known)]
        fitting = [full for full in fitting if not any(other.endswith(f" {full}") for other in fitting)]
        if not fitting:
            single = len(words) == 1 and not (name in self._persons or name in self._speaking)
            return None if single and not known else name
        fullest = max(fitting, key=lambda full: (known[full], len(full)))
        if any(full.split()[0] != fullest.split()[0] for full in fitting):
            return name
        return fullest

    def _before(self, place: int, *, female: bool) -> str | None:
        """The person a pronoun at ``place`` stands for: of the last sentence that names a fitting person.

        There the one who speaks comes first, then the first one that can act. Somebody who is never named in full
        is taken where nobody else was named for long.
        """
        best: _Mention | None = None
        nearer: _Mention | None = None
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            mention = self._mentions[index]
            if place - mention.start > _REACH or (best is not None and mention.sentence != best.sentence):
                break
            if best is not None and best.speaks and not mention.speaks:
                continue
            if mention.subject and self._fits(mention.name, female=female):
                best = mention
            elif best is None and mention.speaks and mention.name in self._speaking:
                nearer = nearer or (mention if self._known(mention.name) is None else None)
        if nearer is not None and (best is None or nearer.sentence > best.sentence + _SENTENCES):
            return nearer.name
        return None if best is None else self._known(best.name)

    def _known(self, name: str) -> str | None:
        """The full name that the text gives for a name, ``None`` if it gives none of two words."""
        if name not in self._resolved:
            full = self._fullest(name)
            self._resolved[name] = full if full is not None and " " in full else None
        return self._resolved[name]

    def _fits(self, name: str, *, female: bool) -> bool:
        full = self._known(name)
        if full is None:
            return False
        return (gender(full) or self._genders.get(full, "")) != ("m" if female else "f")


def _people(text: str) -> list[tuple[re.Match[str], str]]:
    """The runs of capitals that can be people, each with its name without titles."""
    names: dict[str, str] = {}
    found: list[tuple[re.Match[str], str]] = []
    for match in RUN.finditer(text):
        run = match.group()
        if run not in names:
            name = strip_titles(run)
            names[run] = name if is_person(name.split()) else ""
        if names[run]:
            found.append((match, names[run]))
    return found


def _padded(full: str, known: Mapping[str, int]) -> bool:
    """Whether a name is another one with a word before it that is no part of it: Crooked Anna Berg."""
    return any(
        full.endswith(f" {other}") and gender(other) and known[other] >= known[full] for other in known
    )
