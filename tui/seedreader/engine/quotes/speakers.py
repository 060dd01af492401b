"""Who speaks: for every piece of quotation the nearest cue, its subject, and what neighbours hand on."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.phrases import (
    Range,
    clause_subject,
    is_noun,
    phrase_left,
    phrase_right,
    subject_left,
)
from seedreader.engine.quotes.pieces import Paragraph, Piece
from seedreader.engine.quotes.words import (
    CONJUNCTIONS,
    POSSESSIVES,
    PREPOSITIONS,
    Sentence,
    Token,
    ends_with,
    is_verb,
    tokenize,
)

_MOST_TOKENS = 400  # a longer sentence is cut: it is no sentence, and walks stay short


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and a cue as ranges of the text; ``own`` tells that the quotation's own sentence names them.

    ``before`` says that the cue stands before the quotation.
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    own: bool = True
    before: bool = True


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
        if not self.text[part.start : part.end].rstrip(" \u00a0*_").endswith((":", "：")):
            return
        tokens = tokenize(self.text, max(part.start, part.end - 600), part.end, ())
        self.announced = self._announcement(_sentences(self.text, tokens)[-1:])

    def _announcement(self, sentences: Sequence[Sentence]) -> Attribution | None:
        for tokens in sentences:
            found = self._cue_before(tokens, len(tokens)) or self._subject_only(tokens, len(tokens))
            if found is not None:
                return Attribution(found.speaker, found.cue, own=False)
        return None

    def paragraph(
        self, parts: Sequence[Paragraph], number: int, here: Sequence[tuple[int, Piece]]
    ) -> list[Attribution]:
        """The attributions of one paragraph's pieces."""
        part = parts[number]
        tokens = tokenize(self.text, part.start, part.end, here)
        sentences = _sentences(self.text, tokens)
        results: dict[int, Attribution] = {}
        waiting: list[int] = []  # statements before any speaker is known in this paragraph
        inherited = self.announced or (self.last if self.silent <= 1 else None)
        lone = len(here) == 1
        for order, sentence in enumerate(sentences):
            for place, token in enumerate(sentence):
                if token.kind != "quote":
                    continue
                piece = here[token.piece - here[0][0]][1]
                own = self._own(sentence, place)
                if own is None and piece.continues and inherited is not None:
                    own = Attribution(self.last.speaker, self.last.cue, own=False)
                if own is None and place == 0:
                    earlier = results.get(token.piece - 1)
                    if earlier is not None and earlier.speaker is not None:
                        own = Attribution(earlier.speaker, earlier.cue, own=False)
                    elif not (lone and inherited is not None):
                        waiting.append(token.piece)
                        continue
                    else:
                        own = Attribution(inherited.speaker, inherited.cue, own=False)
                if own is None:
                    own = self._fallback(sentences, order, place, results.get(token.piece - 1))
                results[token.piece] = own
                if own.speaker is not None:
                    self.last = own
        for index in waiting:
            follower = next((results[later] for later, _ in here if later > index and later in results), None)
            if follower is None or follower.speaker is None:
                follower = inherited or self.last
            results[index] = Attribution(follower.speaker, follower.cue, own=False)
            if here[-1][0] == index:
                self.last = results[index]
        self.silent = 0
        self.announced = None
        if self.text[part.end - 1] == ":":
            self.announced = self._announcement(sentences[-1:])
        return [results.get(index, _NOBODY) for index, _ in here]

    def _own(self, tokens: Sentence, place: int) -> Attribution | None:
        """The attribution that the quotation's own sentence gives."""
        after = self._cue_after(tokens, place)
        before = self._cue_before(tokens, place)
        if after is not None and (before is None or ends_with(self.text, tokens[place], ",?!—")):
            return after
        return before or after or self._later_cue(tokens, place)

    def _cue_after(self, tokens: Sentence, place: int) -> Attribution | None:
        """“…,” X said; “…,” said X; “…,” according to X; “…,” X, the mayor, said."""
        at = place + 1
        if at < len(tokens) and tokens[at].text in (",", "—", "–", "-"):
            at += 1
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        if tokens[at].lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
            return self._made(tokens, phrase_right(tokens, at + 2, len(tokens)), at, before=False)
        if cues.is_cue(tokens, at) and tokens[at].lower in cues.SAYING:
            phrase = phrase_right(tokens, at + 1, len(tokens))
            if phrase is not None:
                return self._made(tokens, phrase, at, before=False)
        opener = tokens[at]
        if opener.lower in PREPOSITIONS or opener.lower in CONJUNCTIONS:
            return None
        for verb in range(at + 1, min(len(tokens), at + 40)):
            token = tokens[verb]
            if token.kind == "quote":
                return None
            if not cues.is_cue(tokens, verb):
                if is_verb(token) and verb - at > 0 and not _inside_insert(tokens, at, verb):
                    return None
                continue
            phrase = subject_left(tokens[at:], verb - at)
            if phrase is not None and phrase[0] <= 1:
                return self._made(tokens, (phrase[0] + at, phrase[1] + at), verb, before=False)
            return None
        return None

    def _cue_before(self, tokens: Sentence, place: int) -> Attribution | None:
        """The nearest cue to the left: X said, “…”; X’s call for “…”; according to X, “…”; X: “…”."""
        if place >= 2 and tokens[place - 1].text in (":", "："):
            label = phrase_left(tokens, place - 2)
            if label is not None and label[0] == 0 and tokens[0].capital:
                return self._made(tokens, label, None)
        for at in range(place - 1, -1, -1):
            token = tokens[at]
            if token.kind != "word":
                continue
            phrase: Range | None = None
            if token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
                phrase = phrase_right(tokens, at + 2, place)
            elif cues.is_cue(tokens, at):
                phrase = self._speaker_of(tokens, at, place)
            elif cues.is_noun_cue(tokens, at):
                phrase = _owner(tokens, at)
            if phrase is not None:
                return self._made(tokens, phrase, at)
        return None

    def _speaker_of(self, tokens: Sentence, verb: int, place: int) -> Range | None:
        """The subject of a cue: to its left, or to its right in “…,” said X, “…”."""
        inverted = verb == 0 or tokens[verb - 1].kind == "quote"
        if not inverted and verb >= 2 and tokens[verb - 1].text == ",":
            inverted = tokens[verb - 2].kind == "quote"
        if inverted and tokens[verb].lower in cues.SAYING:
            phrase = phrase_right(tokens, verb + 1, place)
            if phrase is not None:
                return phrase
        return subject_left(tokens, verb)

    def _later_cue(self, tokens: Sentence, place: int) -> Attribution | None:
        """A cue further right whose subject is named: The “surge” is over, Trump said."""
        for at in range(place + 1, len(tokens)):
            if tokens[at].lower in cues.SAYING and cues.is_cue(tokens, at):
                phrase = subject_left(tokens, at)
                if phrase is not None and phrase[0] > place and tokens[phrase[0] - 1].text == ",":
                    return self._made(tokens, phrase, at, before=False)
        return None

    def _fallback(
        self, sentences: Sequence[Sentence], order: int, place: int, earlier: Attribution | None
    ) -> Attribution:
        """Nobody is said to speak: whoever the sentence is about, else the last speaker."""
        tokens = sentences[order]
        found = self._subject_only(tokens, place)
        if found is not None:
            return found
        if earlier is not None and earlier.speaker is not None:
            return Attribution(earlier.speaker, earlier.cue, own=False)
        return Attribution(self.last.speaker, None, own=False)

    def _subject_only(self, tokens: Sentence, place: int) -> Attribution | None:
        phrase = clause_subject(tokens, place)
        if phrase is None:
            for at in range(place - 1, -1, -1):
                if tokens[at].owns or tokens[at].lower in POSSESSIVES:
                    phrase = _owner(tokens, at + 1)
                    break
        if phrase is None:
            return None
        made = self._made(tokens, phrase, None)
        return Attribution(made.speaker, None, own=False)

    def _made(
        self, tokens: Sentence, phrase: Range | None, cue: int | None, *, before: bool = True
    ) -> Attribution:
        verb = None if cue is None else (tokens[cue].start, tokens[cue].end)
        if phrase is None:
            return Attribution(None, verb, own=True, before=before)
        first, last = tokens[phrase[0]], tokens[phrase[1]]
        end = last.end - 2 if last.owns else last.end
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


def _inside_insert(tokens: Sentence, first: int, verb: int) -> bool:
    """Whether a verb stands after a comma that follows the name: X, who lives in Y, said."""
    return any(token.text in (",", "—", "(") for token in tokens[first:verb])


def _sentences(text: str, tokens: Sequence[Token]) -> list[Sentence]:
    """Cuts at full stops and after quotations that end a sentence and are not followed by their speaker."""
    sentences: list[Sentence] = []
    current: Sentence = []
    for index, token in enumerate(tokens):
        current.append(token)
        ends = token.kind == "point" and token.text in ".!?。！？…"
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
        return follower.lower in ("he", "she", "they") and not _speaker_follows(tokens, index)
    if follower.kind == "point" and follower.text in ",;—–-(":
        return False
    return not _speaker_follows(tokens, index)


def _speaker_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether ``X said`` follows with nothing but the sentence's end or a phrase of time or place behind."""
    for at in range(index + 1, min(len(tokens), index + 9)):
        if tokens[at].kind != "word":
            return False
        if tokens[at].lower in cues.SAYING and cues.is_cue(tokens, at):
            if at == index + 1:
                return True
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            return behind is None or (
                behind.kind == "point" and behind.text in ".," or behind.lower in ("in", "on", "at", "during")
            )
        if is_verb(tokens[at]) or tokens[at].lower in CONJUNCTIONS:
            return False
    return False
