"""Whether words in quotation marks are speech at all: what speaks for it, as named features with weights.

Features are small and readable: how many words, how they are capitalised, the word before and behind, the cue
and how far it is away. Each is also paired with the length and with the kind of cue.
"""

import re
from collections.abc import Sequence

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.attributions import Attribution
from seedreader.engine.quotes.pieces import Paragraph, Piece
from seedreader.engine.quotes.speechwords import BIAS, WEIGHTS
from seedreader.engine.quotes.words import AUXILIARIES, CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, is_verb_form

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_MARKS = "“”\"'‘’«»„‟‹› \u00a0"
_SMALL = frozenset("the a an of and in on for to with at from or by vs is".split())
_PERSONAL = frozenset("i we you he she they it my our me us".split())
_FINITE = frozenset(
    "is are was were be been am will would can could should must has have had do does did don’t won’t can’t isn’t"
    " it’s that’s i’m we’re they’re don't won't can't isn't it's that's i'm we're they're he’s there’s".split()
)
_DEFINITE = frozenset(["the", "this", "these", "those"])
_BE = frozenset("is was are were be been being".split())
_PHRASES = frozenset(
    "phrase term word words slogan chant chants nickname name label line title expression".split()
)
_CALLED = frozenset("so-called called dubbed nicknamed known termed styled".split())
_WORKS = frozenset(
    "titled entitled called named podcast movie film documentary show series song album single book novel poem"
    " magazine program programme play musical sitcom drama thriller comedy memoir headlined subtitled".split()
)
_ACTORS = frozenset("star actor actress co-star host".split())
_DISTANCES = ((3, "near"), (20, "close"), (60, "clause"), (120, "far"))
_LOOK = 40  # characters before and behind a quotation that tell what it is
_LONGEST = 200  # characters of the quotation itself
_WITH_LENGTH = frozenset(
    "no_cue saying naming noun_cue other_cue own title_case after_the after_a after_of after_preposition opens"
    " before_noun before_capital finite personal after_and between capital inner_comma before_point name".split()
)
_CUE_KINDS = ("no_cue", "saying", "naming", "noun_cue", "other_cue")
_WITH_CUE = frozenset(
    "near close clause far farther after_the after_a after_of after_as after_preposition after_and title_case"
    " between comma own name".split()
)


def speaks(
    text: str,
    parts: Sequence[Paragraph],
    pieces: Sequence[Piece],
    index: int,
    given: Attribution,
    *,
    name: bool,
    title: bool,
) -> bool:
    """Whether the quotation ``pieces[index]`` is likely to be speech.

    ``name`` tells that it is written as a name is, ``title`` that the words around announce the name of a work.
    """
    return score(features(text, parts, pieces, index, given, name=name, title=title)) > 0


def score(found: set[str]) -> int:
    """Ten times the log odds of speech for features and their pairs, above zero where it is worth telling.

    Whole numbers, so that the order of the sum does not matter.
    """
    return BIAS + sum(WEIGHTS.get(feature, 0) for feature in found)


def features(
    text: str,
    parts: Sequence[Paragraph],
    pieces: Sequence[Piece],
    index: int,
    given: Attribution,
    *,
    name: bool,
    title: bool,
) -> set[str]:
    """Everything that is true of a quotation, pairs of features included."""
    piece = pieces[index]
    part = parts[piece.paragraph]
    found = {label for label, true in (("name", name), ("title", title)) if true}
    length = _inside(text, piece, found)
    before = text[max(part.start, piece.start - _LOOK) : piece.start]
    _before(before, found)
    _behind(text[piece.end : min(part.end, piece.end + _LOOK)], found)
    kind = _cue(text, pieces, index, given, found)
    if part.end - part.start < 120 and piece.paragraph == 0:
        found.add("heading")
    elif part.end - part.start < 60:
        found.add("short_paragraph")
    alone = (index == 0 or pieces[index - 1].paragraph != piece.paragraph) and (
        index + 1 == len(pieces) or pieces[index + 1].paragraph != piece.paragraph
    )
    if alone:
        found.add("alone")
    pairs = [f"{feature}*{length}" for feature in found & _WITH_LENGTH]
    pairs += [f"{kind}*{feature}" for feature in found & _WITH_CUE]
    found.update(pairs)
    return found


def _inside(text: str, piece: Piece, found: set[str]) -> str:
    """Adds what the quoted words tell and gives the class of their number."""
    words = _WORD.findall(text, piece.start, min(piece.end, piece.start + _LONGEST))
    number = len(words)
    small = {word.lower() for word in words}
    if words and words[0][0].isupper():
        names = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
        found.add("capital" if not names else "title_case" if number > 1 else "one_capital")
    if number > 1 and all(word.isupper() for word in words):
        found.add("all_capitals")
    if small & _PERSONAL:
        found.add("personal")
    if small & _FINITE:
        found.add("finite")
    if words and words[0].lower() in _FINITE:
        found.add("opens_with_verb")
    last = text[piece.start : piece.end].strip(_MARKS)[-1:]
    if last:
        kinds = {".": "inner_point", ",": "inner_comma", "!": "inner_exclamation", "?": "inner_exclamation"}
        found.update([kinds[last]] if last in kinds else [])
    exact = str(number) if number < 5 else "5-6" if number < 7 else "7-9" if number < 10 else "10+"
    found.add(f"words_{exact}")
    return "1" if number < 2 else "2-3" if number < 4 else "4-6" if number < 7 else "7+"


def _before(before: str, found: set[str]) -> None:
    """Adds what the words before a quotation tell."""
    stripped = before.rstrip()
    last = stripped[-1:]
    if not last:
        found.add("opens")
        return
    if before[-1:] == "(":
        found.add("in_bracket")
    elif last in ',:—–―-.!?”"':
        names = {",": "after_comma", ":": "after_colon"}
        found.add(names.get(last, "after_dash" if last in "—–―-" else "after_stop"))
    if not (before[-1:].isspace() and (last.isalnum() or last in "’'")):
        return
    word = stripped.split()[-1].strip('("“‘[—–')
    low = word.lower()
    if low in _DEFINITE:
        found.add("after_the")
    elif low in ("a", "an"):
        found.add("after_a")
    elif low in POSSESSIVES:
        found.add("after_his")
    elif low.endswith(("’s", "'s")):
        found.add("after_owner")
    elif low in ("as", "of", "to"):
        found.add(f"after_{low}")
    elif low in ("and", "or", "but"):
        found.add("after_and")
    elif low in PREPOSITIONS:
        found.add("after_preposition")
    elif low in _BE:
        found.add("after_be")
    elif low in AUXILIARIES:
        found.add("after_auxiliary")
    elif low in ("he", "she", "they", "i", "we", "it"):
        found.add("after_pronoun")
    elif low in ("that", "if", "whether"):
        found.add("after_that")
    elif word[0].isupper():
        found.add("after_capital")
    if low in _CALLED:
        found.add("after_called")
    if low in _WORKS:
        found.add("after_work")
    if low in _PHRASES:
        found.add("after_phrase")
    if low in cues.SAYING:
        found.add("after_saying")


def _behind(behind: str, found: set[str]) -> None:
    """Adds what the words behind a quotation tell."""
    if not behind.strip(' .”"'):
        found.add("ends")
    if behind[:1] in tuple(",.;:!?)"):
        found.add("before_point")
    if behind[:1] != " ":
        return
    match = _WORD.search(behind)
    word = match.group() if match is not None and match.start() == 1 else ""
    low = word.lower()
    if low in _ACTORS:
        found.add("before_actor")
    if not word:
        return
    if word[0].isupper():
        found.add("before_capital")
    elif low in PREPOSITIONS:
        found.add("before_preposition")
    elif low in ("and", "or", "but"):
        found.add("before_and")
    elif is_verb_form(low):
        found.add("before_verb")
    elif low not in CONJUNCTIONS and low not in ("that", "who", "which"):
        found.add("before_noun")


def _cue(text: str, pieces: Sequence[Piece], index: int, given: Attribution, found: set[str]) -> str:
    """Adds what the attribution tells and gives the kind of its cue."""
    piece = pieces[index]
    if given.own:
        found.add("own")
    if given.speaker is not None:
        found.add("speaker")
    if given.cue is None:
        found.add("no_cue")
        return "no_cue"
    word = text[given.cue[0] : given.cue[1]].lower()
    kind = "other_cue"
    if word in cues.SAYING:
        kind = "saying"
    elif word in cues.NAMING:
        kind = "naming"
    elif word in cues.NOUN_CUES and word not in cues.CUES:
        kind = "saying" if text.startswith(" that ", given.cue[1]) else "noun_cue"  # her claim that …
    found.add(kind)
    if word in cues.CUES:
        found.add(f"form_{cues.CUES[word]}")
    before = given.cue[1] <= piece.start
    if before:
        found.add("cue_before")
    distance = piece.start - given.cue[1] if before else given.cue[0] - piece.end
    found.add(next((label for most, label in _DISTANCES if distance < most), "farther"))
    if before:
        if index > 0 and pieces[index - 1].start >= given.cue[1]:
            found.add("between")
        way = text[given.cue[1] : min(piece.start, given.cue[1] + 300)]
        if "," in way[:-2]:
            found.add("comma")
        if "\n" in way:
            found.add("other_paragraph")
    return kind
