"""The attribution of a quotation: the cue behind it, or the one before, whichever its sentence rather means."""

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.attributions import MOST_CUES, Attribution, attribution_of, cue_before
from seedreader.engine.quotes.phrases import phrase_right
from seedreader.engine.quotes.subjects import is_finite, subject_left
from seedreader.engine.quotes.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    Sentence,
    ends_with,
    is_verb,
)

_DASHES = ("—", "–", "-", "―", "‒")
_SUBORDINATING = frozenset("when while as although though after even because".split())
_PLURAL = frozenset("they we two three four others both people".split())
_LONGEST_LIST = 18  # tokens from a noun such as experts to the verb behind their names


def own_attribution(text: str, tokens: Sentence, place: int) -> Attribution | None:
    """The attribution that the quotation's own sentence gives."""
    after = _cue_after(text, tokens, place)
    before = cue_before(tokens, place)
    if after is not None and before is not None and _subordinate(tokens, place, before):
        return before
    if after is not None and (before is None or ends_with(text, tokens[place], ",?!—")):
        return after
    if before is not None and _spoken(text, before):
        return before
    return after or _later_cue(text, tokens, place) or before


def _subordinate(tokens: Sentence, place: int, found: Attribution) -> bool:
    """Whether a quotation belongs with its cue to a clause before the main one: When a guest shouted “…,” Berg …"""
    if found.cue is None or not any(token.lower in _SUBORDINATING for token in tokens[: min(place, 3)]):
        return False
    return all(token.text != "," for token in tokens[: place - 1])


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
    name = opener.capital and comma and at + 1 < len(tokens) and tokens[at + 1].capital
    if not name and (opener.lower in PREPOSITIONS or opener.lower in CONJUNCTIONS):
        return None
    if (is_verb(opener) and not _names_follow(tokens, at)) or (
        opener.lower.endswith("ing") and not opener.capital
    ):
        return None
    for verb in range(at + 1, min(len(tokens), at + 40)):
        token = tokens[verb]
        if token.kind == "quote":
            if not comma or not _inside_insert(tokens, at, verb):
                return None
            continue
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
        if saying and tokens[verb].lower in cues.SAYING:
            named = phrase_right(tokens, at, verb)
            if named is not None and tokens[named[1]].capital and tokens[named[1] + 1].text == ",":
                return attribution_of(tokens, named, verb, before=False)
    return None


def _names_follow(tokens: Sentence, noun: int) -> bool:
    """Whether a word that looks like a verb is a noun before the name of who speaks: experts Berg and Holm said."""
    for at in range(noun + 1, min(len(tokens), noun + _LONGEST_LIST)):
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
    if kind == "base" and word in cues.SAYING:
        before = tokens[verb - 1].lower
        return before in AUXILIARIES or before in _PLURAL or before.endswith("s")
    return kind in ("s", "past")


def _later_cue(text: str, tokens: Sentence, place: int) -> Attribution | None:
    """A cue further right whose subject is named: The “boom” is over, Berg said."""
    tried = 0
    for at in range(place + 1, len(tokens)):
        comma = tokens[at - 1].text == "," or (at == place + 1 and ends_with(text, tokens[place], ","))
        source = _source(tokens, at) if comma else None
        if source is not None:
            return source
        if tokens[at].lower in cues.SAYING and cues.is_cue(tokens, at):
            tried += 1
            if tried > MOST_CUES:
                break
            phrase = subject_left(tokens, at)
            if phrase is not None and phrase[0] > place and tokens[phrase[0] - 1].text == ",":
                return attribution_of(tokens, phrase, at, before=False)
            if tokens[at - 1].text == "," and cues.SAYING[tokens[at].lower] in ("s", "past"):
                phrase = phrase_right(tokens, at + 1, len(tokens))
                if phrase is not None:
                    return attribution_of(tokens, phrase, at, before=False)
    return None


def _source(tokens: Sentence, at: int) -> Attribution | None:
    """Who is named behind a comma as the source of the sentence: …, according to Berg; …, per the report."""
    first = at + 1
    if tokens[at].lower == "according" and first < len(tokens) and tokens[first].lower == "to":
        first += 1
    elif tokens[at].lower != "per":
        return None
    phrase = phrase_right(tokens, first, len(tokens))
    return None if phrase is None else attribution_of(tokens, phrase, at, before=False)


def _closes(tokens: Sentence, at: int) -> bool:
    """Whether nothing but another quotation or an apposition follows a name."""
    return at >= len(tokens) or tokens[at].kind == "quote" or tokens[at].text in (".", ",", "(")


def _inside_insert(tokens: Sentence, first: int, verb: int) -> bool:
    """Whether a verb stands after a comma that follows the name: X, who lives in Y, said."""
    return any(token.text in (",", "—", "(") for token in tokens[first:verb])
