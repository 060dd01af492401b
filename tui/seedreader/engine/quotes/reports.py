"""Reported speech in a sentence: every verb that may report, what it may report, and what speaks for it.

A report is a guess with features; the weights that decide stand in ``reportwords``.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from seedreader.engine.quotes.phrases import Range, phrase_right
from seedreader.engine.quotes.reportspans import (
    LEADING,
    clause_end,
    content_start,
    opening,
    other_ends,
    sentence_part,
)
from seedreader.engine.quotes.reportverbs import SUBORDINATING, verb_at, verb_surroundings
from seedreader.engine.quotes.reportwords import ADDRESSING, NOUNS, SAYING, VERBS
from seedreader.engine.quotes.subjects import subject_left
from seedreader.engine.quotes.words import (
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPOKEN_PRONOUNS,
    TIMES,
    Sentence,
    Token,
    is_verb,
)

_MOST_VERBS = 12  # of one sentence: a longer list of them is no sentence, and the work stays linear
LINKING = frozenset("that to for of about on against from".split())
_STEPS = (2, 3, 5, 8, 14, 25, 40)  # words


@dataclass(frozen=True, slots=True)
class Report:
    """What a sentence may report: tokens of content (the end left out), of the speaker, the cue; its features."""

    first: int
    end: int
    speaker: Range | None
    cue: int
    features: tuple[str, ...]


def reports(tokens: Sentence) -> list[Report]:
    """Every guess at a report in a sentence; none holds a quotation. Guesses may overlap."""
    end = len(tokens)
    while end and tokens[end - 1].text in (".", "!", "?", "…"):
        end -= 1
    found: list[Report] = []
    verbs = 0
    for at in range(end):
        word = tokens[at].lower
        if word in VERBS:
            form = verb_at(tokens, at)
            verbs += form is not None
            if verbs > _MOST_VERBS:
                break
            if form is not None:
                base, kind = form
                subject = subject_left(tokens, at)
                if base in SAYING and kind in ("s", "past"):
                    found += _before(tokens, at, end, base, subject)
                found += _behind(tokens, at, end, form, subject)
                continue
        if word in NOUNS:
            found += _behind_noun(tokens, at, end)
        elif word == "according" and at + 1 < end and tokens[at + 1].lower == "to":
            found += _according(tokens, at, end)
    return found


def _behind(
    tokens: Sentence, verb: int, end: int, form: tuple[str, str], subject: Range | None
) -> Iterator[Report]:
    """What follows a verb: X said (that) …, X told Y (that) …, X called for …, X promised to …"""
    base, kind = form
    features = [f"verb {base}", f"form {kind}", "behind"]
    first, more = content_start(tokens, verb, end, base)
    if first >= end or tokens[first].text == "," or tokens[first].kind == "quote":
        return
    features += more
    features += verb_surroundings(tokens, verb, kind, subject)
    inserted = subject is not None and any(
        token.lower in ("who", "which") for token in tokens[subject[1] + 1 : verb]
    )
    relative = inserted or "after who" in features
    subordinate = tokens[0].lower in SUBORDINATING and all(token.text != "," for token in tokens[:verb])
    if subordinate:
        features.append("subordinate")
    stop, reason = clause_end(tokens, first, end, kind, ends_early=relative or subordinate)
    if reason == "quote":
        return
    features.append(f"opens {opening(tokens[first])}")
    if "passive" in features:
        subject = _agent(tokens, first, stop)
    others = other_ends(tokens, first, end, stop)
    alternatives = "".join(sorted({name.split()[0][:1] for _, name in others}))
    for other, name in others:
        yield from report_of(
            tokens, first, other, subject, verb, [*features, f"ends {name}", f"instead {reason}"]
        )
    yield from report_of(
        tokens, first, stop, subject, verb, [*features, f"ends {reason}", f"besides {alternatives}"]
    )


def _behind_noun(tokens: Sentence, at: int, end: int) -> Iterator[Report]:
    """What follows somebody's statement: Berg's claim that …, the decision to …, his support for …"""
    first = at + 1
    if first + 1 >= end or tokens[first].lower not in LINKING:
        return
    features = [f"noun {NOUNS[tokens[at].lower]}", f"linked {tokens[first].lower}"]
    if tokens[first].lower not in ("that", "to"):
        first += 1
    speaker: Range | None = None
    for owner in range(at - 1, max(-1, at - 4), -1):
        if tokens[owner].kind != "word":
            break
        if tokens[owner].owns or tokens[owner].lower in POSSESSIVES:
            start = owner
            while start > 0 and owner - start < 4 and tokens[start - 1].capital and tokens[start].capital:
                start -= 1
            speaker = (start, owner)
            break
    stop, reason = clause_end(tokens, first, end, "")
    if reason != "quote":
        features += [f"ends {reason}", f"opens {opening(tokens[first])}"]
        yield from report_of(tokens, first, stop, speaker, at, features)


def _agent(tokens: Sentence, first: int, stop: int) -> Range | None:
    """Who does what a passive tells: by X."""
    for at in range(first - 1, min(stop, first + 2)):
        if tokens[at].lower == "by":
            return phrase_right(tokens, at + 1, stop)
    return None


def _before(tokens: Sentence, verb: int, end: int, base: str, subject: Range | None) -> Iterator[Report]:
    """What stands before a verb: …, X said; …, said X; and both halves of …, X said, …"""
    features = ["before", f"spoken {base}"]
    if verb > 1 and tokens[verb - 1].text == ",":
        subject = phrase_right(tokens, verb + 1, end)
        comma = verb - 1
        behind = verb + 1 if subject is None else subject[1] + 1
        features[0] = "inverted"
        if subject is None or _goes_on(tokens, behind, end):
            return
    else:
        comma = -1 if subject is None else subject[0] - 1
        behind = verb + 1
        if behind < end and base in ADDRESSING and tokens[behind].kind == "word":
            phrase = phrase_right(tokens, behind, end)
            behind = behind + 1 if phrase is None else phrase[1] + 1
    if subject is None or comma < 1 or tokens[comma].text not in (",", "—", "–"):
        return
    follower = tokens[behind] if behind < end else None
    features.append(f"then {_following(follower)}")
    first, quoted = sentence_part(tokens, comma)
    if quoted:
        features.append("behind quote")
    if first < comma:
        opener = tokens[first].lower
        features.append(f"opens {opening(tokens[first])}")
        if opener in SUBORDINATING:
            features.append(f"led {'as' if opener == 'as' else 'if'}")
        elif opener.endswith("ing"):
            features.append("led ing")
        yield from report_of(tokens, first, comma, subject, verb, features)
    if follower is not None and follower.text == "," and behind + 1 < end:
        yield from _rest(tokens, behind + 1, end, subject, verb, "middle")


def _goes_on(tokens: Sentence, first: int, end: int) -> bool:
    """Whether a verb follows before the next comma, so that the words behind ``said`` are no speaker."""
    for at in range(first, end):
        if tokens[at].text == "," or tokens[at].lower in RELATIVES:
            return False
        if is_verb(tokens[at]) or tokens[at].contracted:
            return True
    return False


def _following(token: Token | None) -> str:
    if token is None:
        return "end"
    if token.kind != "word":
        return "quote" if token.kind == "quote" else "mark"
    return "time" if token.lower in TIMES else "place" if token.lower in PREPOSITIONS else "word"


def _according(tokens: Sentence, at: int, end: int) -> Iterator[Report]:
    """According to X, …; …, according to X; and both halves of …, according to X, …"""
    speaker = phrase_right(tokens, at + 2, end)
    comma = at + 2
    while comma < end and tokens[comma].text != ",":
        comma += 1
    leads = at == 0 or tokens[at - 1].text == ";" or tokens[at - 1].lower in LEADING
    if not leads:
        first, quoted = sentence_part(tokens, at)
        if first < at:
            features = ["according behind", f"opens {opening(tokens[first])}"]
            features.append("at a comma" if tokens[at - 1].text == "," else "at no comma")
            if quoted:
                features.append("behind quote")
            yield from report_of(tokens, first, at, speaker, at, features)
    if comma + 1 < end:
        yield from _rest(
            tokens, comma + 1, end, speaker, at, "according before" if leads else "according middle"
        )


def _rest(
    tokens: Sentence, first: int, end: int, speaker: Range | None, cue: int, place: str
) -> Iterator[Report]:
    """What goes on behind an inserted speaker."""
    stop, reason = clause_end(tokens, first, end, "")
    if reason != "quote":
        features = [place, f"opens {opening(tokens[first])}"]
        yield from report_of(tokens, first, stop, speaker, cue, features)


def report_of(
    tokens: Sentence, first: int, end: int, speaker: Range | None, cue: int, given: list[str]
) -> Iterator[Report]:
    """A report without punctuation at its edges, if no quotation is in it."""
    while first < end and tokens[first].kind == "point" and tokens[first].text not in "([$#":
        first += 1
    while end > first and tokens[end - 1].kind == "point" and tokens[end - 1].text not in ")]%":
        end -= 1
    words = 0
    clause = False
    for at in range(first, end):
        token = tokens[at]
        if token.kind == "quote":
            return
        if token.kind == "word":
            words += 1
            clause = clause or (at > first and is_verb(token)) or token.contracted > 0
    if not words:
        return
    length = bisect_right(_STEPS, words)
    known = (f"length {length}", "clause" if clause else "no clause", f"speaker {_kind(tokens, speaker)}")
    features = list(given)
    lead = features[0]
    form = "infinitive" if tokens[first].lower == "to" else "clause" if clause else "noun"
    if lead.startswith("verb ") and lead.removeprefix("verb ") in SAYING:
        features.append(f"saying {form}")
    if not lead.startswith("head "):
        features[0] += f" {form}"
    yield Report(first, end, speaker, cue, (*features, *known))


def _kind(tokens: Sentence, speaker: Range | None) -> str:
    if speaker is None:
        return "none"
    word = tokens[speaker[1]].lower
    if word in SPOKEN_PRONOUNS:
        return "third" if word in ("he", "she", "they") else "it" if word == "it" else "first"
    if word in DETERMINERS:
        return "this"
    opener = tokens[speaker[0]]
    named = tokens[speaker[1]].capital or (opener.capital and opener.lower not in DETERMINERS)
    return "name" if named else "noun"
