"""The attribution that the words before a quotation give: its cue and the cue's subject."""

from dataclasses import dataclass

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.phrases import (
    Range,
    is_noun,
    phrase_left,
    phrase_right,
)
from seedreader.engine.quotes.subjects import clause_subject, is_finite, subject_left
from seedreader.engine.quotes.words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    SPOKEN_PRONOUNS,
    Sentence,
    is_coordination,
    is_verb,
)

_STAND_INS = frozenset("he she they his her their".split())
_DASHES = ("—", "–", "-", "―", "‒")
_OPENING = frozenset(["that", "whether", "if", "how", "why"])
_ADDRESSING = frozenset("tells told asks asked".split())
MOST_CUES = 5  # verbs of saying tried for one quotation on each side, so that walks stay short
_NEAR = 12  # tokens between somebody’s claim and its quotation


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and a cue as ranges of the text; ``own`` tells that the quotation's own sentence names them.

    ``before`` says that the cue stands before the quotation.
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    own: bool = True
    before: bool = True


def cue_before(tokens: Sentence, place: int) -> Attribution | None:
    """The nearest cue to the left: X said, “…”; X’s call for “…”; according to X, “…”; X: “…”."""
    label = _labelled(tokens, place)
    if label is not None:
        return label
    weak: tuple[Range, int] | None = None
    noun: tuple[Range, int] | None = None
    trailing: int | None = None  # the verb of a participle, whose subject the main verb tells
    tried = 0
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if token.kind != "word":
            continue
        phrase: Range | None = None
        if token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            phrase = phrase_right(tokens, at + 2, place)
        elif cues.is_cue(tokens, at):
            tried += 1
            if tried > MOST_CUES:
                break
            phrase = _speaker_of(tokens, at, place)
            if trailing is None and weak is None and noun is None and phrase is None and _trails(tokens, at):
                trailing = at
            if phrase is not None and not _decides(tokens, phrase, at, weak is not None):
                weak = weak or (phrase, at)
                continue
            if noun is not None and token.lower not in cues.NAMING and not _embedded(tokens, noun[0]):
                break
        elif noun is None and weak is None and cues.is_noun_cue(tokens, at) and _near(tokens, at, place):
            owner = _owner(tokens, at)
            if (
                owner is not None
                and at + 1 < place
                and is_finite(tokens, at + 1)
                and tokens[at + 1].lower not in AUXILIARIES
            ):
                owner = owner[0], at
            noun = None if owner is None else (owner, at)
        if phrase is not None:
            nearer = trailing
            if weak is not None and nearer is None and _joined(tokens, weak[1], at):
                nearer = weak[1]
            return attribution_of(tokens, phrase, at if nearer is None else nearer)
    chosen = noun or weak
    if chosen is None:
        return None
    phrase, at = chosen
    if tokens[phrase[0]].lower in _STAND_INS:
        phrase = clause_subject(tokens, phrase[0]) or phrase
    return attribution_of(tokens, phrase, at)


def _labelled(tokens: Sentence, place: int) -> Attribution | None:
    """Who stands before a colon: X: “…”; Said X: “…”; According to X: “…”; the letter reads as follows: “…”."""
    if place < 2 or tokens[place - 1].text not in (":", "："):
        return None
    last = _label_end(tokens, place - 2)
    label = phrase_left(tokens, last)
    if label is None:
        return None
    if last < place - 2:
        return attribution_of(tokens, label, place - 1)
    if label[1] != place - 2 or not _is_label(tokens, label):
        return None
    first, end = label
    follower = tokens[min(first + 1, end)]
    if tokens[first].lower == "according" and follower.lower == "to" and first + 2 <= end:
        return attribution_of(tokens, (first + 2, end), first)
    opener = tokens[first].lower
    named = follower.capital or follower.lower in DETERMINERS
    if first == 0 < end and named and opener != "read" and cues.SAYING.get(opener) == "past":
        return attribution_of(tokens, (1, end), 0)
    return attribution_of(tokens, label, place - 1)


def _decides(tokens: Sentence, phrase: Range, at: int, outer: bool) -> bool:
    """Whether a cue settles who speaks, or a verb of saying further left may: Berg said she hopes for “…”."""
    word = tokens[at].lower
    if outer:
        return word in cues.SAYING
    if phrase[1] < at and _embedded(tokens, phrase):
        return False
    if word in cues.SAYING:
        return True
    pronoun = tokens[phrase[0]].lower in SPOKEN_PRONOUNS
    return word in cues.NAMING and not pronoun


def _joined(tokens: Sentence, inner: int, outer: int) -> bool:
    """Whether the inner verb is told of the same subject: Berg *says* he waits, *calling* it “…”."""
    kind = cues.CUES.get(tokens[inner].lower)
    told = kind in ("s", "past") and kind == cues.CUES.get(tokens[outer].lower)
    return _trails(tokens, inner) or (told and is_coordination(tokens[inner - 1]))


def _trails(tokens: Sentence, at: int) -> bool:
    """Whether a participle goes with the main verb of its sentence: Berg called it “…,” *adding*, “…”."""
    before = tokens[at - 1] if at > 0 else None
    apart = before is not None and (before.kind == "quote" or before.text in (",", *_DASHES))
    return apart and cues.CUES.get(tokens[at].lower) == "ing"


def _embedded(tokens: Sentence, phrase: Range) -> bool:
    """Whether a clause is what somebody else says: Berg said *that she* told them, Berg says *he* goes."""
    if phrase[0] == 0:
        return False
    lead = tokens[phrase[0] - 1]
    if lead.lower in _OPENING:
        return True
    return cues.is_cue(tokens, phrase[0] - 1) and lead.lower in cues.CUES


def _speaker_of(tokens: Sentence, verb: int, place: int) -> Range | None:
    """The subject of a cue: to its left, or to its right in “…,” said X, “…”."""
    inverted = verb == 0 or tokens[verb - 1].kind == "quote"
    if not inverted and verb >= 2 and tokens[verb - 1].text == ",":
        inverted = tokens[verb - 2].kind == "quote"
    if inverted and tokens[verb].lower in cues.SAYING:
        phrase = phrase_right(tokens, verb + 1, place)
        if phrase is not None:
            return phrase
    return _inserted(tokens, verb, place) or subject_left(tokens, verb)


def _inserted(tokens: Sentence, verb: int, place: int) -> Range | None:
    """Who speaks in an insertion right before a quotation: Because of the rain, *said Berg*, “…”."""
    word = tokens[verb].lower
    if tokens[verb - 1].text != "," or cues.SAYING.get(word) not in ("s", "past") or word in _ADDRESSING:
        return None
    phrase = phrase_right(tokens, verb + 1, place)
    if phrase is None or phrase[1] + 2 != place or tokens[place - 1].text != ",":
        return None
    return phrase if tokens[phrase[1]].capital else None


def subject_only(tokens: Sentence, place: int) -> Attribution | None:
    """Whom the sentence before token ``place`` is about, where nobody is said to speak."""
    if all(token.kind != "word" for token in tokens[:place]):
        return None
    phrase = None
    if place >= 2 and tokens[place - 1].text == ":" and tokens[place - 2].capital:
        phrase = phrase_left(tokens, place - 2)
    if phrase is None:
        phrase = clause_subject(tokens, place)
    if phrase is None:
        for at in range(place - 1, -1, -1):
            if tokens[at].owns or tokens[at].lower in POSSESSIVES:
                phrase = _owner(tokens, at + 1)
                break
    if phrase is None:
        return None
    colon = place - 1 if place > 0 and tokens[place - 1].text in (":", "：") else None
    made = attribution_of(tokens, phrase, colon)
    return Attribution(made.speaker, made.cue, own=False)


def attribution_of(
    tokens: Sentence, phrase: Range | None, cue: int | None, *, before: bool = True
) -> Attribution:
    """The attribution with a subject and a cue given as tokens; the speaker without ’s or a written-on verb."""
    verb = None if cue is None else (tokens[cue].start, tokens[cue].end)
    if phrase is None:
        return Attribution(None, verb, own=True, before=before)
    first, last = tokens[phrase[0]], tokens[phrase[1]]
    end = last.end - (2 if last.owns else last.contracted)
    return Attribution((first.start, end), verb, own=True, before=before)


def _owner(tokens: Sentence, noun: int) -> Range | None:
    """Whose statement it is: the possessive before a noun."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        token = tokens[at]
        if token.lower in POSSESSIVES:
            return at, at
        if token.owns:
            start = at
            while start > 0 and at - start < 6 and is_noun(tokens[start - 1]) and tokens[start - 1].capital:
                start -= 1
            if start > 0 and tokens[start - 1].lower in ("the", "a", "an"):
                start -= 1
            return start, at
    return None


def _near(tokens: Sentence, at: int, place: int) -> bool:
    """Whether a quotation follows a noun soon; those joined to it in the sentence count with it."""
    return place - at <= _NEAR or any(token.kind == "quote" for token in tokens[at + 1 : at + _NEAR + 1])


def _label_end(tokens: Sentence, last: int) -> int:
    """The last token of what a colon announces by ``as follows``: the letter reads as follows."""
    if last < 2 or tokens[last].lower not in ("follows", "follow") or tokens[last - 1].lower != "as":
        return last
    last -= 2
    return last - 1 if last > 0 and is_verb(tokens[last]) else last


def _is_label(tokens: Sentence, phrase: Range) -> bool:
    """Whether a phrase before a colon stands alone: BERG: “…”; at a dash: - Report: “…”."""
    if phrase[0] > 0 and tokens[phrase[0] - 1].text == "From":
        return not _has_verb(tokens, phrase)
    alone = phrase[0] == 0 or tokens[phrase[0] - 1].text in _DASHES
    return alone and tokens[phrase[0]].capital and not _has_verb(tokens, phrase)


def _has_verb(tokens: Sentence, phrase: Range) -> bool:
    return any(is_verb(tokens[at]) for at in range(phrase[0] + 1, phrase[1] + 1))
