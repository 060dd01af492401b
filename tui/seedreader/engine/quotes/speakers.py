"""Who speaks: for every piece of quotation the nearest cue, its subject, and what neighbours hand on."""

from collections.abc import Sequence

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.attributions import (
    Attribution,
    attribution_of,
    cue_before,
    subject_only,
)
from seedreader.engine.quotes.headlines import headline_speaker, is_headline, is_title
from seedreader.engine.quotes.pieces import Paragraph, Piece
from seedreader.engine.quotes.sentences import split_sentences
from seedreader.engine.quotes.subjects import subject_left
from seedreader.engine.quotes.tails import own_attribution
from seedreader.engine.quotes.words import Sentence, tokenize

_HEADING = 80  # characters: a shorter paragraph reports nobody’s speech
_LONGEST_SILENCE = 2  # paragraphs without quotation after which nobody still speaks
_NOBODY = Attribution(None, None, own=False)


def attribute(text: str, parts: Sequence[Paragraph], pieces: Sequence[Piece]) -> list[Attribution]:
    """One attribution per piece, in the same order."""
    found: list[Attribution] = []
    reader = _Reader(text)
    at = 0
    for number, part in enumerate(parts):
        here: list[tuple[int, Piece]] = []
        while at < len(pieces) and pieces[at].paragraph == number:
            here.append((at, pieces[at]))
            at += 1
        if here:
            found += reader.paragraph(parts, number, here)
        elif part.end - part.start > 0:
            reader.pass_by(part)
    return found


class _Reader:
    """Goes through the paragraphs and remembers who spoke last and who was announced."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last = _NOBODY
        self.announced: Attribution | None = None
        self.silent = 0

    def pass_by(self, part: Paragraph) -> None:
        """A paragraph without quotation: it may announce one with a colon, or name who is spoken of."""
        self.silent += 1
        self.announced = None
        tokens = tokenize(self.text, max(part.start, part.end - 600), part.end, ())
        sentences = split_sentences(self.text, tokens)
        if self.text[part.start : part.end].rstrip(" \u00a0*_").endswith((":", "：")):
            self.announced = self._announcement(sentences[-1:])
        elif part.end - part.start > _HEADING:
            self.announced = self._said_in(sentences)

    def _said_in(self, sentences: Sequence[Sentence]) -> Attribution | None:
        """The last one whom sentences without quotation report: Berg said that …"""
        for tokens in reversed(sentences):
            for at in range(1, len(tokens)):
                word = tokens[at].lower
                spoken = word in cues.SAYING or word in cues.NAMING
                if spoken and cues.CUES.get(word) in ("s", "past") and cues.is_cue(tokens, at):
                    phrase = subject_left(tokens, at)
                    if phrase is not None:
                        made = attribution_of(tokens, phrase, at)
                        return Attribution(made.speaker, made.cue, own=False)
        return None

    def _announcement(self, sentences: Sequence[Sentence]) -> Attribution | None:
        for tokens in sentences:
            found = cue_before(tokens, len(tokens)) or subject_only(tokens, len(tokens))
            if found is not None:
                return Attribution(found.speaker, found.cue, own=False)
        return None

    def paragraph(
        self, parts: Sequence[Paragraph], number: int, here: Sequence[tuple[int, Piece]]
    ) -> list[Attribution]:
        """The attributions of one paragraph's pieces."""
        part = parts[number]
        tokens = tokenize(self.text, part.start, part.end, here)
        sentences = split_sentences(self.text, tokens)
        results: dict[int, Attribution] = {}
        waiting: list[int] = []  # statements before any speaker is known in this paragraph
        inherited = self.announced or (self.last if self.silent <= 1 else None)
        lone = len(here) == 1
        headline = number == 0 and is_headline(tokens)
        if headline:
            sentences = [tokens]
        for order, sentence in enumerate(sentences):
            for place, token in enumerate(sentence):
                if token.kind != "quote":
                    continue
                piece = here[token.piece - here[0][0]][1]
                own = (
                    self._in_headline(sentence, place)
                    if headline or is_title(sentence, place)
                    else own_attribution(self.text, sentence, place)
                )
                if own is None and piece.continues and inherited is not None:
                    own = Attribution(self.last.speaker, self.last.cue, own=False)
                if own is None and place == 0:
                    earlier = results.get(token.piece - 1)
                    told = self._told_before(sentences, order)
                    if told is not None:
                        own = told
                    elif earlier is not None and earlier.speaker is not None:
                        own = Attribution(earlier.speaker, earlier.cue, own=False)
                    elif not (lone and inherited is not None):
                        waiting.append(token.piece)
                        continue
                    else:
                        own = Attribution(inherited.speaker, inherited.cue, own=False)
                if own is None:
                    own = self._fallback(sentences, order, place, results.get(token.piece - 1))
                results[token.piece] = own
                if own.speaker is not None and (own.own or own.cue is not None):
                    self.last = own
        for index in reversed(waiting):
            follower = results.get(index + 1)
            if follower is None or follower.speaker is None:
                follower = inherited or (self.last if self.silent <= _LONGEST_SILENCE else _NOBODY)
            results[index] = Attribution(follower.speaker, follower.cue, own=False)
            if here[-1][0] == index:
                self.last = results[index]
        self.silent = 0
        self.announced = None
        if self.text[part.end - 1] == ":":
            self.announced = self._announcement(sentences[-1:])
        return [results.get(index, _NOBODY) for index, _ in here]

    def _in_headline(self, tokens: Sentence, place: int) -> Attribution | None:
        found = headline_speaker(tokens, place)
        if found is None:
            return own_attribution(self.text, tokens, place)
        phrase, verb = found
        if verb is None:
            verb = next((at for at in range(phrase[1] + 1, place) if tokens[at].text == ":"), None)
        return attribution_of(tokens, phrase, verb)

    def _told_before(self, sentences: Sequence[Sentence], order: int) -> Attribution | None:
        """The speaker that the sentence before names, if it has no quotation of its own."""
        if order == 0 or any(token.kind == "quote" for token in sentences[order - 1]):
            return None
        return self._said_in(sentences[order - 1 : order]) or subject_only(
            sentences[order - 1], len(sentences[order - 1])
        )

    def _fallback(
        self, sentences: Sequence[Sentence], order: int, place: int, earlier: Attribution | None
    ) -> Attribution:
        """Nobody is said to speak: whoever the sentence is about, else the last speaker."""
        tokens = sentences[order]
        found = subject_only(tokens, place)
        if found is not None:
            return found
        if earlier is not None and earlier.speaker is not None:
            return Attribution(earlier.speaker, earlier.cue, own=False)
        if self.silent > _LONGEST_SILENCE:
            return _NOBODY
        return Attribution(self.last.speaker, None, own=False)
