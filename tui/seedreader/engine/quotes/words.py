"""Paragraphs as words: tokens outside quotations, one token per quotation, cut into sentences."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from seedreader.engine.quotes.pieces import Piece

_TOKEN = re.compile(r"[^\W_]+(?:[’'‘&.\-][^\W_]+)*|[^\w\s]|_")
_CONTRACTION = re.compile(r"(?:he|she|they|we|i|it|you|who)([’'](?:s|re|ve|ll|d|m))$")
_WORDS_OF = "and but or nor so yet".split()

SPOKEN_PRONOUNS = frozenset("he she they we i it you".split())
RELATIVES = frozenset(["who", "which", "that"])
POSSESSIVES = frozenset("his her their its our my your".split())
DETERMINERS = frozenset(
    "the a an this these those one another some many several most few all both no any every each two three"
    " four five six seven eight nine ten".split()
)
PREPOSITIONS = frozenset(
    "of for from at in on with by to into about against after before during over under between through amid among"
    " as like near since until upon via without within toward towards around behind despite including regarding"
    " outside inside across per than up out off down above below along beyond except".split()
)
CONJUNCTIONS = frozenset(
    "and but or nor so yet if when while because although though whether where why how what whose whom unless"
    " however meanwhile then there here once also even just only not still later now again instead".split()
)
AUXILIARIES = frozenset(
    "is was are were be been being has have had having do does did will would can could may might must shall"
    " should don't doesn't didn't won't wouldn't can't couldn't isn't wasn't aren't weren't hasn't haven't hadn't"
    " don’t doesn’t didn’t won’t wouldn’t can’t couldn’t isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t".split()
)
ADVERBS = frozenset(
    "also then later still once even just never ever always again already soon often now not first yet since thus"
    " further ago too earlier only instead all both long almost rather once".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today yesterday tonight".split()
)
_PAST = frozenset(
    "went took made gave got came told found left ran led held kept began wrote spoke saw knew won lost met put set"
    " said thought felt became brought bought caught taught fought sought stood understood sat rose fell grew drew"
    " threw broke chose drove ate paid sent spent built lent meant heard read let hit cut quit swore tore wore bore"
    " hung stuck struck shook took sold laid says goes does has was were is are had did".split()
)
_NOUNS_IN_LY = frozenset(
    "daily family rally ally reply supply assembly italy july weekly monthly bully emily kelly sally molly reilly"
    " connolly holly billy early anomaly".split()
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen sens rep reps gov govs gen col lt sgt st jr sr prof rev hon capt maj cmdr adm pres no vs inc"
    " corp co ltd dept fla calif mass conn wash ariz ore tenn va ga pa ill mich wis minn la jan feb mar apr aug"
    " sept oct nov dec del supt atty asst".split()
)
NOT_NOUNS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | ADVERBS
    | SPOKEN_PRONOUNS
    | RELATIVES
    | frozenset("him them me us very more less much such own same other there’s it’s that’s".split())
)


class Token(NamedTuple):
    """A word, a punctuation character or a whole quotation (``piece`` is its index, else -1)."""

    start: int
    end: int
    text: str
    lower: str
    kind: Literal["word", "point", "quote"]
    piece: int = -1

    @property
    def capital(self) -> bool:
        """Whether this is a word with a capital first letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def owns(self) -> bool:
        """Whether this is a word in the possessive: Berg’s, the boys’ is not told apart."""
        return self.kind == "word" and self.text.endswith(("’s", "'s", "‘s")) and not self.contracted

    @property
    def contracted(self) -> int:
        """The length of the verb in a pronoun and verb written as one (he’s, they’ve), else 0."""
        written_on = self.kind == "word" and ("’" in self.lower or "'" in self.lower)
        tail = _CONTRACTION.match(self.lower) if written_on else None
        return 0 if tail is None else len(tail[1])


Sentence = list[Token]


def tokenize(text: str, start: int, end: int, pieces: Sequence[tuple[int, Piece]]) -> list[Token]:
    """The tokens of ``text[start:end]``; ``pieces`` are its quotations with their indexes, in order."""
    tokens: list[Token] = []
    place = start
    for index, piece in pieces:
        _append_words(tokens, text, place, piece.start)
        tokens.append(Token(piece.start, piece.end, "", "", "quote", index))
        place = piece.end
    _append_words(tokens, text, place, end)
    return tokens


def _append_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lower = word.lower()
        first, last = match.span()
        if word[0].isalnum():
            if text.startswith(".", last, end) and _abbreviates(word, lower):
                last += 1
            tokens.append(Token(first, last, word, lower, "word"))
        elif not (tokens and word == "." and tokens[-1].end > first):
            tokens.append(Token(first, last, word, lower, "point"))


def _abbreviates(word: str, lower: str) -> bool:
    if lower.rpartition("-")[2] in ABBREVIATIONS:
        return True
    return word[0].isupper() and (len(word) == 1 or ("." in word and len(word) < 8))


def ends_with(text: str, token: Token, characters: str) -> bool:
    """Whether the words of a quotation end with one of the characters, its marks left aside."""
    at = token.end - 1
    while at > token.start and text[at] in "\"'“”‘’«»„‟‹›」』 \u00a0\u202f`":
        at -= 1
    return text[at] in characters


def is_verb(token: Token) -> bool:
    """Whether a word after a noun phrase looks like a finite verb."""
    return token.kind == "word" and not token.text[0].isupper() and is_verb_form(token.lower)


def is_verb_form(word: str) -> bool:
    """Whether a word in small letters looks like a finite verb."""
    if word in AUXILIARIES or word in _PAST or word.endswith("n’t"):
        return True
    if word.endswith("ed") and len(word) > 4:
        return True
    return word.endswith("s") and not word.endswith(("ss", "’s", "'s", "us")) and len(word) > 3


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word = token.lower
    if token.kind != "word":
        return False
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY)


def is_coordination(token: Token) -> bool:
    """Whether a word joins two predicates: and, but, or."""
    return token.lower in _WORDS_OF
