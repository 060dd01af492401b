"""Words, numbers and marks of a wording, with the sentence, clause and quotation they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from seedreader.engine.utterances.wording import stem
from seedreader.engine.wordkinds import FUNCTION_WORDS

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<mark>--+|\.{2,}|[^\w\s]|_)"
)
_OWNS = re.compile(r"['’ʼ]s?$")
_ENDS = frozenset(".!?")
_CLAUSES = frozenset(",;:—–()[]…") | {"--", "---"}
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_SHORT = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen col lt sgt prof rev hon capt jr sr st vs no jan feb mar apr jun jul"
    " aug sep sept oct nov dec inc corp co ltd mt ft ga fla calif ariz conn ill mass mich minn penn tenn tex va wash"
    " wis".split()
)
_GENERIC = FUNCTION_WORDS | frozenset(
    """say said says saying tell told tells added add adds also even still just now then there here however although
    though because been one ones get got go going come came make made take took new other others another back
    according report reported reports near statement comment comments commented announcement announced announce
    spokesman spokeswoman interview news since ago later earlier least first last next s t re ve ll d m""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``stem`` is what two forms of a word share, ``low`` the word without its 's."""

    start: int
    end: int
    text: str
    low: str
    stem: str
    kind: Literal["word", "number", "mark"]
    part: int
    clause: int
    quoted: bool

    @property
    def content(self) -> bool:
        """Whether it is a word that tells something of itself."""
        return self.kind == "word" and self.low not in _GENERIC

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[0].isupper()


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order."""
    found: list[Token] = []
    part = clause = 0
    quoted = False
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start, end = match.span()
        if match["word"] is not None:
            owns = _OWNS.search(raw)
            bare = raw[: owns.start()] if owns and owns.start() else raw
            low = bare.casefold().replace("’", "'").replace("ʼ", "'")
            found.append(Token(start, end, bare, low, _stem(low), "word", part, clause, quoted))
        elif match["number"] is not None:
            found.append(Token(start, end, raw, raw, raw, "number", part, clause, quoted))
        else:
            if raw in _OPENING:
                quoted = True
            elif raw == '"':
                quoted = not quoted
            found.append(Token(start, end, raw, raw, raw, "mark", part, clause, quoted))
            if raw in _CLOSING:
                quoted = False
            before = found[-2].low if len(found) > 1 else ""
            gap = raw == "…" and before == "["  # stands between sentences that are no neighbours
            if gap or (raw[0] in _ENDS and (raw != "." or _sentence_end(text, end, before))):
                part, clause = part + 1, clause + 1
            elif raw in _CLAUSES or (raw == "-" and text[start - 1 : start].isspace()):
                clause += 1
    return tuple(found)


def _stem(low: str) -> str:
    """The stem of a word; days and jobs lose their s as well."""
    return low[:3] if len(low) == 4 and low[3] == "s" and low[2] not in "sui" else stem(low)


def _sentence_end(text: str, end: int, before: str) -> bool:
    """Whether a full stop at ``end`` ends a sentence, the word before it being no shortened one."""
    rest = text[end : end + 8].lstrip("\"'”’»)]")
    if not rest:
        return True
    if not rest[0].isspace() or before in _SHORT or len(before.replace(".", "")) == 1:
        return False
    rest = rest.lstrip()
    return not rest or not rest[0].islower()


def beside(
    found: Sequence[Token], first: int, last: int, reach: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stems of content words before and behind tokens within their clause, the nearest first; names are left out."""
    before: list[str] = []
    after: list[str] = []
    for stems, places in ((before, range(first - 1, -1, -1)), (after, range(last + 1, len(found)))):
        for at in places:
            token = found[at]
            if token.clause != found[first].clause or len(stems) == reach:
                break
            if token.content and not token.capital:
                stems.append(token.stem)
    return tuple(before), tuple(after)


def around(
    found: Sequence[Token], first: int, last: int, reach: int, *, names: bool = True
) -> frozenset[str]:
    """Stems of up to ``reach`` content words on either side of the tokens ``first`` to ``last``, in their sentence."""
    return frozenset(before(found, first, reach, names=names) + after(found, last, reach, names=names))


def before(found: Sequence[Token], at: int, reach: int, *, names: bool = True) -> tuple[str, ...]:
    """Stems of up to ``reach`` content words before the token ``at`` in its sentence, the nearest first."""
    return _stems(found, range(at - 1, -1, -1), found[at].part, reach, names)


def after(found: Sequence[Token], at: int, reach: int, *, names: bool = True) -> tuple[str, ...]:
    """Stems of up to ``reach`` content words behind the token ``at`` in its sentence, the nearest first."""
    return _stems(found, range(at + 1, len(found)), found[at].part, reach, names)


def _stems(found: Sequence[Token], places: range, part: int, reach: int, names: bool) -> tuple[str, ...]:
    stems: list[str] = []
    for place in places:
        token = found[place]
        if token.part != part or len(stems) == reach:
            break
        if token.content and (names or not token.capital):
            stems.append(token.stem)
    return tuple(stems)


def headline(found: Sequence[Token]) -> bool:
    """Whether capitals tell nothing, because nearly every word has one."""
    long = [token for token in found if token.content and len(token.text) > 3]
    return len(long) > 4 and 10 * sum(token.capital for token in long) > 8 * len(long)
