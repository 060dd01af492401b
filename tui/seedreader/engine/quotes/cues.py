"""Words that announce speech, and tests that tell the verb from the noun of the same form."""

import re
from collections.abc import Sequence

from seedreader.engine.quotes.words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    Token,
    is_adverb,
)

_SAYING = (
    "say tell add ask write reply respond answer continue conclude note state explain insist argue declare announce"
    " claim warn admit acknowledge recall tweet post joke quip shout yell scream whisper mutter remark comment"
    " observe stress emphasize emphasise reiterate repeat confirm deny complain lament boast brag vow promise"
    " pledge predict suggest assert contend maintain concede counter retort snap exclaim cry report testify"
    " recount reveal disclose caution urge plead beg read go begin interject muse opine proclaim pronounce"
    " reason recite rejoin sigh speculate laugh inquire demand chant sing wonder elaborate affirm confess demur"
    " clarify grouse profess posit surmise theorize specify bemoan lecture preach"
)
_HOLDING = (
    "call describe label dub brand term deem characterize characterise portray criticize criticise slam blast"
    " condemn denounce praise hail attack mock ridicule dismiss reject accuse blame decry deride rip tout cite"
    " quote mention propose allege think believe feel see view regard consider want hope fear expect doubt agree"
    " disagree know understand imply indicate hint signal order command advise recommend encourage request"
    " challenge question refer speak talk discuss defend support oppose endorse welcome applaud thank congratulate"
    " apologize compare credit liken lash fire hit point highlight underscore underline compliment invoke echo"
    " express voice offer issue deliver raise use object protest swear threaten assure tease tout pen sign agree"
    " estimate conclude decide find remember dream imagine imagine pray push press call invite address greet"
    " summarize sum advocate vent fume rail rant bellow grumble gripe worry marvel crow gush enthuse intone"
    " deadpan chide scold rebuke admonish lambaste excoriate castigate pan skewer jab needle pillory"
    " describe define paint cast frame bill hear learn ponder herald assail bash belittle disparage"
    " denigrate laud extol chastise taunt heckle nickname disavow renounce remind retweet interrupt charge"
)
_NAMING = (
    "call describe label dub brand term deem characterize characterise portray criticize criticise slam blast"
    " condemn denounce praise hail attack mock ridicule dismiss reject accuse blame decry deride rip tout cite"
    " quote propose allege compare refer liken nickname bemoan herald bash assail belittle disparage denigrate laud"
    " extol chastise taunt disavow renounce"
)
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "feel": "felt",
    "see": "saw seen",
    "know": "knew known",
    "understand": "understood",
    "speak": "spoke spoken",
    "read": "read",
    "go": "went",
    "begin": "began",
    "sing": "sang sung",
    "swear": "swore sworn",
    "find": "found",
    "hit": "hit",
    "cast": "cast",
    "hear": "heard",
    "put": "put",
    "dream": "dreamt",
}
_ONLY_PAST = (
    "barked beamed emailed texted blogged messaged cabled implored pleaded moaned groaned growled snarled sneered"
    " scoffed hollered howled wailed hissed cheered exhorted chuckled giggled chortled joshed crooned drawled"
    " intoned lectured instructed gloated sobbed stammered stuttered thundered boomed roared ranted vowed mused"
    " enthused gushed bragged fumed railed griped worried marveled grumbled countered summarized"
)
_NOUN_CUES = (
    "statement message claim remark speech tweet post letter email e-mail headline call comment word criticism"
    " description characterization promise pledge vow suggestion assertion accusation allegation argument"
    " warning answer response reply question note quote motto slogan mantra demand request view belief"
    " declaration announcement attack insult charge contention insistence reference quip joke plan proposal"
    " policy use vision idea notion sense opinion assessment memo op-ed article essay report book testimony"
    " interview song phrase line term"
)
_DOUBLED = frozenset("admit beg brag demur dub hit jab pan pen quip refer rip slam snap sum".split())


def _forms(bases: str) -> dict[str, str]:
    """Every form of the given verbs with its kind: base, s, past or ing."""
    forms: dict[str, str] = {}
    for base in bases.split():
        stem = base + base[-1] if base in _DOUBLED else base
        third = base + "es" if base.endswith(("s", "sh", "ch", "x", "o")) else base + "s"
        past = stem + "ed"
        if base.endswith("e"):
            past, stem = base + "d", base[:-1]
        elif base.endswith("y") and base[-2] not in "aeiou":
            third, past = base[:-1] + "ies", base[:-1] + "ied"
        forms.setdefault(third, "s")
        for word in _IRREGULAR.get(base, past).split():
            forms.setdefault(word, "past")
        forms.setdefault(stem + "ing", "ing")
        forms.setdefault(base, "base")
    return forms


SAYING = {
    **_forms(_SAYING),
    **dict.fromkeys(_ONLY_PAST.split(), "past"),
    **{"shoots": "s", "shot": "past", "fired": "past", "put": "past", "chimed": "past"},
}
CUES = {**_forms(_HOLDING), **SAYING}
NAMING = frozenset(_forms(_NAMING))
NOUN_CUES = frozenset(_NOUN_CUES.split()) | frozenset(word + "s" for word in _NOUN_CUES.split())
_NEVER_ALONE = frozenset("going go goes went using use uses used".split())
_STARTING = frozenset("continue continues continued go goes went begin begins began".split())
_IDIOMS = frozenset(
    (verb, particle)
    for particle, verbs in (
        ("back", "shot shoots fired fires hit hits wrote writes tweeted"),
        ("it", "put puts"),
        ("in", "chimed chimes"),
    )
    for verb in verbs.split()
)
_ONLY_IDIOMS = frozenset("shot shoots fired put puts chimed".split())
_PAUSE = re.compile(r"[,?!—](?=\s)")
_JOINT = re.compile(r"\s(?:and|but) (?:then |also |later )?(\w+)")
_CLAUSE = re.compile(r"[\s,]{0,4}((?:[\w.’'-]+(?:[ \u00a0]|$|(?=[,.:]))){1,8})")
_NAMED = re.compile(r"[\s,]{0,4}(?:[A-Z][\w.’'-]*[ \u00a0]){1,5}?[A-Z][\w.’'-]*, [^,.!?:;\n]{3,80}, (\w+)\b")
_SOME = frozenset(
    "one another some many several most few all both each two three four five six seven ten".split()
)
_PLAIN = frozenset(
    "said says say told tells tell asked asks ask wrote writes write explained explains recalled recalls"
    " shouted shouts yelled yells replied replies answered answers joked jokes".split()
)  # verbs of saying that hardly anybody takes for a noun or an adjective
_PRONOUN = re.compile(r"(?:he|she|they|we|i|it|you)(?:[’'].*)?$", re.IGNORECASE)
_OPENER = re.compile(r"(?:I|We|You|It|Let)(?:[’'].*)?$|(?:That|There|Here|What|Who|He|She|They)[’']")
_SURE = (
    frozenset(word for word, kind in SAYING.items() if kind in ("s", "past")) - _NEVER_ALONE - _ONLY_IDIOMS
)


def lost_close(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where “…, X said” begins in a quotation whose closing mark is missing.

    Gives the place after the comma and the end of the verb and subject, or ``None``.
    """
    for pause in _PAUSE.finditer(text, start, end):
        clause = _clause(text, pause.end(), end)
        if clause is not None:
            return pause.end(), clause
    return None


def narrates(text: str, start: int, end: int) -> int | None:
    """Where the reporter speaks on after words never closed: “a good plan *and said* it was late, *but that* …"""
    for joint in _JOINT.finditer(text, start, end):
        if joint[1] == "that" or joint[1] in _SURE:
            return joint.start()
    return None


def attributes(text: str, start: int, end: int) -> bool:
    """Whether the text right after a quotation names its speaker: ``Lavrov said``, ``said the minister``."""
    return _clause(text, start, end) is not None


def _clause(text: str, start: int, end: int) -> int | None:
    """The end of ``X said`` or ``said X`` if the text at ``start`` begins with one."""
    match = _CLAUSE.match(text, start, min(end, start + 160))
    if match is None:
        return None
    named = _NAMED.match(text, start, min(end, start + 160))
    if named is not None and named[1] in _SURE:
        return named.end(1)
    words = [word.rstrip(".") or word for word in match[1].split()]
    first = words[0]
    place = match.start(1)
    if first in _SURE or (first.islower() and first.endswith("ed") and len(first) > 4):
        follower = words[1] if len(words) > 1 else ""
        if (
            follower[:1].isupper()
            or follower in DETERMINERS
            or follower in POSSESSIVES
            or (follower in SPOKEN_PRONOUNS and first in _SURE)
        ):
            return place + match[1].index(follower, len(first)) + len(follower)
        return None
    if not (first[0].isupper() or first in DETERMINERS or first in ("he", "she", "they", "his", "her")):
        return None
    if _OPENER.match(first):
        return None  # the quoted words go on: I’d want answers
    at = len(first)
    for word in words[1:]:
        at = match[1].index(word, at) + len(word)
        if word in _SURE:
            return place + at
        if (
            (word in PREPOSITIONS and word not in ("of", "for") and first not in DETERMINERS)
            or word in AUXILIARIES
            or _PRONOUN.match(word)
        ):
            return None
    return None


def is_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a verb of saying or holding, not the noun of the same form.

    A noun follows an article, a possessive, a preposition; a bare form is a verb only after a plural subject,
    ``to`` or an auxiliary.
    """
    token = tokens[at]
    kind = CUES.get(token.lower)
    follower = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (token.lower, follower) in _IDIOMS:
        return True
    if kind is None or token.kind != "word" or (token.capital and at > 0 and token.text != "Tweeted"):
        return False
    word = token.lower
    if word in _ONLY_IDIOMS:
        return False
    if word in _NEVER_ALONE and not _announces(tokens, at):
        return False
    if word in _STARTING and follower == "to":
        return False
    before = tokens[at - 1] if at > 0 else None
    if before is None or before.kind != "word":
        return kind != "base" or (before is not None and before.kind == "quote")
    low = before.lower
    if low in _SOME and word in _PLAIN and not (kind == "base" and low in ("one", "another", "each")):
        return True
    if kind == "past":
        return low not in DETERMINERS and low not in POSSESSIVES and low not in PREPOSITIONS
    counted = at > 1 and low in ("two", "three", "four") and tokens[at - 2].lower == "the"
    if counted and kind == "base":
        return True
    if low in DETERMINERS or low in POSSESSIVES or before.owns or (low in PREPOSITIONS and low != "to"):
        return kind == "ing" and low in PREPOSITIONS
    if kind == "base":
        article = at > 1 and tokens[at - 2].lower == "the"
        plural = low.endswith("s") and not low.endswith("ss") and (not before.capital or at == 1 or article)
        return (
            low in ("they", "we", "i", "you", "to", "who", "and", "people", "let")
            or low in AUXILIARIES
            or plural
            or (is_adverb(before) and low not in ("all",))
        )
    if kind == "s" and not (
        before.capital or low in SPOKEN_PRONOUNS or low in RELATIVES or is_adverb(before)
    ):
        return token.lower in SAYING or low not in NOUN_CUES
    return True


def _announces(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon or comma follows, which makes a weak word (goes, went on) announce speech: went on: “…”."""
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    if behind[:1] == ["on"]:
        return behind[1:] in ([":"], [","], ["to"])
    return behind[:1] in ([":"], [","])


def is_noun_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is somebody's statement: his claim, Berg’s call."""
    if tokens[at].lower not in NOUN_CUES or tokens[at].capital:
        return False
    for back in range(1, 4):
        if at - back < 0 or tokens[at - back].kind != "word":
            return False
        before = tokens[at - back]
        if before.owns or before.lower in POSSESSIVES:
            return True
        if before.lower in PREPOSITIONS or before.lower in DETERMINERS:
            return False
    return False
