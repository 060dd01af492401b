"""Sentences of a paragraph as tokens, a quotation counting as one word of the sentence around it."""

from collections.abc import Sequence

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.words import CONJUNCTIONS, Sentence, Token, ends_with, is_verb

_LONGEST_INSERT = 18  # tokens between a quotation and the verb of a speaker with an apposition
_MOST_TOKENS = 100  # a longer sentence is cut: it is no sentence, and walks stay short


def split_sentences(text: str, tokens: Sequence[Token]) -> list[Sentence]:
    """Cuts at full stops and after quotations that end a sentence and are not followed by their speaker."""
    sentences: list[Sentence] = []
    current: Sentence = []
    for index, token in enumerate(tokens):
        current.append(token)
        ends = token.kind == "point" and token.text in ".!?。！？…"
        if ends and index + 1 < len(tokens) and tokens[index + 1].text in (")", "]"):
            ends = False
        if ends and token.text == "…":
            ends = index + 1 >= len(tokens) or tokens[index + 1].capital
        if token.kind == "quote" and index + 1 < len(tokens):
            ends = _ends_sentence(text, tokens, index)
        if ends or len(current) >= _MOST_TOKENS:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return [sentence for sentence in sentences if any(token.kind != "point" for token in sentence)]


def _ends_sentence(text: str, tokens: Sequence[Token], index: int) -> bool:
    if not ends_with(text, tokens[index], ".?!…"):
        return False
    follower = tokens[index + 1]
    if follower.kind == "quote":
        return True
    if not follower.capital and follower.kind == "word":
        strict = ends_with(text, tokens[index], ".…")
        return follower.lower in ("he", "she", "they") and not _speaker_follows(tokens, index, strict=strict)
    if follower.kind == "point" and follower.text in ",;—–-―(":
        return False
    return not _speaker_follows(tokens, index, strict=ends_with(text, tokens[index], ".…"))


def _speaker_follows(tokens: Sequence[Token], index: int, *, strict: bool = True) -> bool:
    """Whether ``X said`` follows; if ``strict``, with the sentence's end or a time or place behind it."""
    inserted = False
    for at in range(index + 1, min(len(tokens), index + (9 if strict else _LONGEST_INSERT))):
        if tokens[at].text == "," and not strict and at > index + 1 and tokens[index + 1].capital:
            inserted = True
            continue
        if tokens[at].kind != "word":
            return False
        if tokens[at].lower in cues.SAYING and cues.is_cue(tokens, at):
            if at == index + 1 or not strict:
                return True
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            return behind is None or (
                (behind.kind == "point" and behind.text in ".,")
                or behind.lower in ("in", "on", "at", "during")
            )
        if not inserted and (is_verb(tokens[at]) or tokens[at].lower in CONJUNCTIONS):
            return False
    return False
