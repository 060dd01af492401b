"""The attribution that a quotation's own sentence gives: its cue and the cue's subject."""

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
    CONJUNCTIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SPOKEN_PRONOUNS,
    Sentence,
    ends_with,
    is_verb,
)

_STAND_INS = frozenset("he she they his her their".split())
_DASHES = ("—", "–", "-", "―", "‒")
_OPENING = frozenset(["that", "whether", "if", "how", "why"])
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


def own_attribution(text: str, tokens: Sentence, place: int) -> Attribution | None:
    """The attribution that the quotation's own sentence gives."""
    after = _cue_after(text, tokens, place)
    before = cue_before(tokens, place)
    if after is not None and (before is None or ends_with(text, tokens[place], ",?!—")):
        return after
    if before is not None and _spoken(text, before):
        return before
    return after or _later_cue(tokens, place) or before


def _spoken(text: str, found: Attribution) -> bool:
    """Whether a cue is a verb of saying or naming."""
    if found.cue is None:
        return True
    word = text[found.cue[0] : found.cue[1]].lower()
    return word in cues.SAYING or word in cues.NAMING or word == "according"


def _cue_after(text: str, tokens: Sentence, place: int) -> Attribution | None:
    """“…,” X said; “…,” said X; “…,” according to X; “…,” X, the mayor, said."""
    at = place + 1
    if at < len(tokens) and tokens[at].text in _DASHES:
        phrase = phrase_right(tokens, at + 1, len(tokens))
        if phrase is not None and tokens[phrase[0]].capital and _closes(tokens, phrase[1] + 1):
            return attribution_of(tokens, phrase, at, before=False)
    if at < len(tokens) and (tokens[at].text == "," or tokens[at].text in _DASHES):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    if tokens[at].lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
        return attribution_of(tokens, phrase_right(tokens, at + 2, len(tokens)), at, before=False)
    comma = ends_with(text, tokens[place], ",?!—")
    inverts = cues.SAYING.get(tokens[at].lower) in ("s", "past") and cues.is_cue(tokens, at)
    if inverts or (comma and tokens[at].lower.endswith("ed") and is_verb(tokens[at])):
        phrase = phrase_right(tokens, at + 1, len(tokens))
        if phrase is not None:
            return attribution_of(tokens, phrase, at, before=False)
    opener = tokens[at]
    if opener.lower in PREPOSITIONS or opener.lower in CONJUNCTIONS:
        return None
    if is_verb(opener) or (opener.lower.endswith("ing") and not opener.capital):
        return None
    for verb in range(at + 1, min(len(tokens), at + 40)):
        token = tokens[verb]
        if token.kind == "quote":
            return None
        saying = _says(tokens, verb)
        if not saying and (not is_finite(tokens, verb) or _names_follow(tokens, verb)):
            continue
        inside = _inside_insert(tokens, at, verb)
        if not saying and (inside or (verb + 1 < len(tokens) and cues.is_cue(tokens, verb + 1))):
            continue
        if not saying and not (comma and verb - at < 6):
            return None
        phrase = subject_left(tokens[at : verb + 2], verb - at)
        if phrase is not None and phrase[0] <= 1:
            return attribution_of(tokens, (phrase[0] + at, phrase[1] + at), verb, before=False)
        if not inside:
            return None
        if saying and tokens[verb].lower in cues.SAYING and tokens[verb - 1].text != ",":
            named = phrase_right(tokens, at, verb)
            if named is not None and tokens[named[1]].capital and tokens[named[1] + 1].text == ",":
                return attribution_of(tokens, named, verb, before=False)
    return None


def _names_follow(tokens: Sentence, noun: int) -> bool:
    """Whether a word that looks like a verb is a noun before the name of who speaks: experts Berg and Holm said."""
    for at in range(noun + 1, min(len(tokens), noun + 9)):
        if tokens[at].kind != "word":
            return False
        if _says(tokens, at):
            return tokens[noun].lower.endswith("s") and tokens[at - 1].capital
        if is_finite(tokens, at):
            return False
    return False


def _says(tokens: Sentence, verb: int) -> bool:
    """Whether a word behind a quotation is the finite verb of who speaks: said, writes, will say."""
    if not cues.is_cue(tokens, verb):
        return False
    word = tokens[verb].lower
    kind = cues.CUES.get(word)
    future = kind == "base" and word in cues.SAYING and tokens[verb - 1].lower in AUXILIARIES
    return kind in ("s", "past") or future


def cue_before(tokens: Sentence, place: int) -> Attribution | None:
    """The nearest cue to the left: X said, “…”; X’s call for “…”; according to X, “…”; X: “…”."""
    if place >= 2 and tokens[place - 1].text in (":", "："):
        label = phrase_left(tokens, place - 2)
        if label is not None and label[1] == place - 2 and _is_label(tokens, label):
            return attribution_of(tokens, label, place - 1)
    weak: tuple[Range, int] | None = None
    noun: tuple[Range, int] | None = None
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if token.kind != "word":
            continue
        phrase: Range | None = None
        if token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            phrase = phrase_right(tokens, at + 2, place)
        elif cues.is_cue(tokens, at):
            phrase = _speaker_of(tokens, at, place)
            if phrase is not None and not _decides(tokens, phrase, at, weak is not None):
                weak = weak or (phrase, at)
                continue
            if noun is not None and token.lower not in cues.NAMING and not _embedded(tokens, noun[0]):
                break
        elif noun is None and weak is None and cues.is_noun_cue(tokens, at) and _near(tokens, at, place):
            owner = _owner(tokens, at)
            noun = None if owner is None else (owner, at)
        if phrase is not None:
            return attribution_of(tokens, phrase, at)
    chosen = noun or weak
    if chosen is None:
        return None
    phrase, at = chosen
    if tokens[phrase[0]].lower in _STAND_INS:
        phrase = clause_subject(tokens, phrase[0]) or phrase
    return attribution_of(tokens, phrase, at)


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
    return subject_left(tokens, verb)


def _later_cue(tokens: Sentence, place: int) -> Attribution | None:
    """A cue further right whose subject is named: The “boom” is over, Berg said."""
    for at in range(place + 1, len(tokens)):
        if tokens[at].lower in cues.SAYING and cues.is_cue(tokens, at):
            phrase = subject_left(tokens, at)
            if phrase is not None and phrase[0] > place and tokens[phrase[0] - 1].text == ",":
                return attribution_of(tokens, phrase, at, before=False)
            if tokens[at - 1].text == "," and cues.SAYING[tokens[at].lower] in ("s", "past"):
                phrase = phrase_right(tokens, at + 1, len(tokens))
                if phrase is not None:
                    return attribution_of(tokens, phrase, at, before=False)
    return None


def subject_only(tokens: Sentence, place: int) -> Attribution | None:
    """Whom the sentence before token ``place`` is about, where nobody is said to speak."""
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


def _closes(tokens: Sentence, at: int) -> bool:
    """Whether nothing but another quotation or an apposition follows a name."""
    return at >= len(tokens) or tokens[at].kind == "quote" or tokens[at].text in (".", ",", "(")


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


def _is_label(tokens: Sentence, phrase: Range) -> bool:
    """Whether a phrase before a colon stands alone: BERG: “…”; at a dash: - Report: “…”."""
    alone = phrase[0] == 0 or tokens[phrase[0] - 1].text in _DASHES
    return alone and tokens[phrase[0]].capital and not _has_verb(tokens, phrase)


def _has_verb(tokens: Sentence, phrase: Range) -> bool:
    return any(is_verb(tokens[at]) for at in range(phrase[0] + 1, phrase[1] + 1))


def _inside_insert(tokens: Sentence, first: int, verb: int) -> bool:
    """Whether a verb stands after a comma that follows the name: X, who lives in Y, said."""
    return any(token.text in (",", "—", "(") for token in tokens[first:verb])
