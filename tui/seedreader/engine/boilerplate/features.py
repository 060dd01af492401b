"""What can be said of a line by itself, whatever stands around it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from seedreader.engine.boilerplate.language import count_words, words
from seedreader.engine.boilerplate.matching import Hit, find_phrases

HEAD: Final = 3000
TAIL: Final = 1000
PROSE_WORDS: Final = 12
PROSE_STOP_WORDS: Final = 0.15
PROSE_LETTERS_WITHOUT_SPACES: Final = 40

_LINK: Final = re.compile(r"https?://|www\.\w|\b\w[\w-]{0,60}\.(?:com|org|net|co\.uk)\b|\w@\w|(?<!\w)@\w{2,}")
_SEPARATORS: Final = re.compile(r" [|•·»›/] |[|•·»›→▸▶]\s*$|^\s*[|»›→▸▶]|\s-\s.*\s-\s")
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE: Final = re.compile(
    rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,? (?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d)\b"
    r"|\b\d{1,2}:\d\d ?(?:[ap]\.?m\b|gmt|utc|est|edt|et\b)|\b\d{1,2} (?:hours?|days?|minutes?|mins?|weeks?) ago\b",
    re.IGNORECASE,
)
_CREDIT_AT_END: Final = re.compile(
    r"(?:credit: ?[^.!?]{2,60}"
    r"|(?<!\w)(?:getty images|afp|reuters|ap photo|ap|epa|shutterstock|istock|alamy|imago|tass|sputnik"
    r"|wikimedia commons|unsplash|(?:photo|image|picture|video)s?(?: credit)? ?(?:by|:|courtesy)[^.!?]{2,50}"
    r"|hide caption|\((?:photo|image|ap|afp|reuters|getty|credit|courtesy|file)[^()]{0,80}\))"
    r"(?: file(?: photo)?| pool| handout)?)[\s.)\]]*$",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"^\s*(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|Words by|Text by)\s*:?\s+[A-ZÀ-Þ][\w.’'-]+"
    r"(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|and|&|de|van|von|for|[|/-])){0,14}"
)
_BIOGRAPHY: Final = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.’'-]*,? ){1,5}(?:is|has been|was|writes|covers|reports|joined|worked|serves|holds|lives)"
    r"\b.{0,120}?\b(?:reporter|writer|editor|author|journalist|columnist|correspondent|contributor|producer"
    r"|freelancer?|fellow|blogger|photographer|news(?:room|paper)?|degree|staff|curator|researcher)\b"
)
_SPEECH: Final = re.compile(
    r"[”\"’»],? (?:\w+ ){0,4}(?:said|says|told|added|asked|wrote|explained|noted|stated)\b"
    r"|\b(?:said|says|told|added|stated|wrote|tweeted)[:,]? [“\"«]"
)
_QUOTED: Final = re.compile(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|«[^«»]{0,2000}»")
_END_MARKS: Final = tuple(".!?。！？।؟…")
_CLOSERS: Final = " \t\"'”’»)]"
_HE: Final = frozenset("he she his her him they their them who".split())
_YOU: Final = frozenset("you your you're you'll yours".split())
_WE: Final = frozenset("we our us we're we'll we've ours".split())
_PLEA: Final = frozenset(
    "get join sign read watch click follow download subscribe shop see view explore discover find learn try"
    " buy register enter support donate listen share check browse visit save start please stay meet order"
    " compare tap submit want".split()
)
_CAPTION_VERBS: Final = frozenset(
    "attends walks walk stands stand speaks shakes shake poses pose arrives looks holds hold waves gestures leaves"
    " sits sit march watch celebrates celebrate performs appears addresses listens reacts react drives passes pass"
    " gather carry carries hug hugs seen pictured shown left right wears talks greets smiles participates delivers"
    " throws runs catches ride rides work wait protest take takes shows show".split()
)
_DAY: Final = re.compile(
    rf"\b{_MONTH}\.? \d|\b(?:19|20)\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line seen on its own.

    ``words`` are in lower case (see ``language.words``), of a very long line only those of its head and tail;
    ``length`` is its number of words, ``letters`` of characters. Shares are in [0, 1], of the words or of the
    characters: ``mark_share`` is that of everything that is neither letter, digit nor space, ``he_share``
    that of words for a third person.
    """

    text: str
    words: tuple[str, ...]
    length: int
    letters: int
    hits: tuple[Hit, ...]
    end: str
    capitalised: float
    upper_share: float
    comma_share: float
    mark_share: float
    stop_share: float
    digit_share: float
    he_share: float
    dated: bool
    link: bool
    separators: bool
    byline: bool
    biography: bool
    credit: bool
    captioned: bool
    speech: bool
    quoted: bool
    you: int
    we: int
    plea: bool
    said_twice: bool
    prose: bool

    @property
    def whole(self) -> Hit | None:
        """The phrase that is all of the line."""
        return next((hit for hit in self.hits if hit.place == "whole"), None)

    @property
    def opening(self) -> Hit | None:
        """The phrase the line starts with."""
        return next((hit for hit in self.hits if hit.place == "opening"), None)

    @property
    def inside(self) -> int:
        """How many phrases stand anywhere in the line."""
        return sum(hit.place == "inside" for hit in self.hits)


def crop(text: str) -> str:
    """A line without its middle when it is too long to be looked at in full."""
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"


def describe(text: str, stop_words: Set[str] | None, tokens: Sequence[str]) -> LineFacts:
    """Looks at one line.

    ``stop_words`` are those of the page's language where it is known, ``tokens`` the words of the cropped
    line.
    """
    text = crop(text).strip()
    length = count_words(tokens, text)
    size = max(1, len(text))
    end = _end(text)
    quoted = text.startswith(("“", '"', "«", "„", "‘", "'"))
    hits = find_phrases(tokens)
    if len(tokens) <= 2 and (end == "." or quoted):  # somebody answers "No."
        hits = []
    unquoted = words(_QUOTED.sub(" ", text)) if length >= 6 else tokens
    stop_share = sum(word in stop_words for word in tokens) / len(tokens) if stop_words and tokens else 0.0
    speech = _SPEECH.search(text) is not None
    opened = any(hit.place == "opening" and " " in hit.phrase for hit in hits)
    return LineFacts(
        text=text,
        words=tuple(tokens),
        length=length,
        letters=len(text),
        hits=tuple(hits),
        end=end,
        capitalised=_capitalised(text),
        upper_share=sum(map(str.isupper, text)) / size,
        comma_share=text.count(",") / max(1, length),
        mark_share=(size - sum(map(str.isalnum, text)) - sum(map(str.isspace, text))) / size if text else 0.0,
        stop_share=stop_share,
        digit_share=sum(map(str.isdigit, text)) / size,
        he_share=sum(word in _HE for word in tokens) / max(1, length),
        dated=any(word.startswith("0") or word.endswith("0") for word in tokens)
        and DATE.search(text) is not None,
        link=_LINK.search(text) is not None,
        separators=_SEPARATORS.search(text) is not None,
        byline=length <= 25 and _BYLINE.match(text) is not None,
        biography=_BIOGRAPHY.match(text) is not None,
        credit=_CREDIT_AT_END.search(text[-200:]) is not None,
        captioned=not speech and _is_captioned(text, tokens),
        speech=speech,
        quoted=quoted,
        you=sum(word in _YOU for word in unquoted),
        we=sum(word in _WE for word in unquoted),
        plea=bool(tokens) and tokens[0] in _PLEA,
        said_twice=_said_twice(tokens),
        prose=_is_prose(text, length, end, stop_share, stop_words is not None) and not opened,
    )


def _end(text: str) -> str:
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(_END_MARKS):
        return bare[-1]
    return ":" if bare.endswith((":", "：")) else ""


def _capitalised(text: str) -> float:
    long_words = [word for word in text.split() if len(word) > 3]
    if not long_words:
        return 0.0
    return sum(word[0].isupper() or not word[0].isalpha() for word in long_words) / len(long_words)


def _is_captioned(text: str, tokens: Sequence[str]) -> bool:
    if not 8 <= len(tokens) <= 70 or _CAPTION_VERBS.isdisjoint(tokens[1:16]):
        return False
    return _DAY.search(text) is not None


def _said_twice(tokens: Sequence[str]) -> bool:
    if len(tokens) < 4:
        return False
    opening = tuple(tokens[:5])
    if len(tokens) < 10:
        half = len(tokens) // 2
        return len(tokens) % 2 == 0 and tokens[:half] == tokens[half:]
    return any(tuple(tokens[start : start + 5]) == opening for start in range(5, len(tokens) - 4))


def _is_prose(text: str, length: int, end: str, stop_share: float, known: bool) -> bool:
    if not end or end == ":":
        return False
    if length < PROSE_WORDS:
        return not known and len(text) >= PROSE_LETTERS_WITHOUT_SPACES
    return stop_share >= PROSE_STOP_WORDS if known else True
