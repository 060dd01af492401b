"""Splits a block of text into sentences.

Boundaries come from sentencex, asked with the quotation marks masked: it keeps a quotation of several sentences
whole, but the unit of comparison is the sentence, inside quotations too. What masking breaks is then repaired by
rule: closing marks stay with the sentence they end, and an attribution stays with its quotation
(“Is it?” he asked).
"""

import re

from sentencex import segment  # type: ignore[attr-defined, unused-ignore]  # a compiled module without stubs

_MARKS = '"“”„‟«»‹›‘’‚‛「」『』〝〞〟'
_MASK = str.maketrans({mark: " " for mark in _MARKS if mark not in "’"})
# French sets a blank before its closing marks.
_CLOSERS = re.compile(rf"(?:[{re.escape(_MARKS)})\]】）]|[ \u00a0\u202f][»›])+")
_HAS_WORD = re.compile(r"[^\W_]")
_NO_SENTENCE = re.compile(r"[\W_]*+(?:\d{1,3}[.)][\W_]*+)?")
_ATTRIBUTION = re.compile(
    r"(?:(?:\w[\w.’'-]*[ ,]+){0,6}?)"
    r"(?:said|says|asked|asks|added|adds|told|wrote|replied|answered|wondered|shouted|cried|exclaimed|tweeted"
    r"|demanded|declared|concluded|continued|recalled|stated|insisted|warned|joked)\b"
)
_ENDS_QUOTED_QUESTION = re.compile(r"[?!…]['\"”»’」』]+\s*$")
_ENDS_QUOTED = re.compile(r"[.?!…]['\"”»’」』]+\s*$")


def split(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of a block, in order.

    Sentences hold at least one letter or digit where the block has any, carry no white space at their ends, and
    together cover all of the block that is not white space.
    """
    cuts = _boundaries(text, language)
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in [*cuts, len(text)]:
        if cut <= start:
            continue
        piece = text[start:cut]
        if spans and _belongs_to_previous(text[spans[-1][0] : spans[-1][1]], piece):
            spans[-1] = (spans[-1][0], cut)
        else:
            spans.append((start, cut))
        start = cut
    return [trimmed for span in _join_wordless(text, spans) if (trimmed := _trim(text, *span))]


def _boundaries(text: str, language: str) -> list[int]:
    """Offsets at which sentencex starts a new sentence, moved past closing marks."""
    masked = text.translate(_MASK)
    cuts: list[int] = []
    at = before = first = 0
    for piece in segment(language, masked):
        at += len(piece)
        if not _inside_word(text, at):
            begin = _before_blanks(text, at, before)
            # Blanks that are cut once more are cut where they were, but for those before all text.
            if begin > before or first == 0:
                first = begin if begin > before else first
                cuts.append(_past_closers(text, first, at))
            before = at
    if at != len(text):
        return []
    return cuts


def _inside_word(text: str, cut: int) -> bool:
    """A full stop with a letter right behind it, as in a web address, ends nothing where words have blanks."""
    return 0 < cut < len(text) and text[cut - 1] == "." and text[cut].isalnum()


def _before_blanks(text: str, cut: int, floor: int) -> int:
    """Where the blanks before a boundary begin, not looked for below ``floor``.

    Masked marks were blanks to sentencex, so the cut may lie anywhere in the blanks after the full stop.
    """
    begin = cut
    while begin > floor and (text[begin - 1].isspace() or text[begin - 1] in _MARKS):
        begin -= 1
    return begin


def _past_closers(text: str, begin: int, cut: int) -> int:
    """A boundary falls behind the marks that close what it ends, but never behind an opening mark.

    ``begin`` is where the blanks before it begin.
    """
    closing = _CLOSERS.match(text, begin)
    ends = closing and (closing.end() >= len(text) or text[closing.end()].isspace() or text[begin] in "」』")
    if closing and ends:
        return closing.end()
    return begin if begin > 0 else cut


def _belongs_to_previous(previous: str, piece: str) -> bool:
    stripped = piece.lstrip()
    if not _HAS_WORD.search(stripped):
        return True
    if stripped[0].islower() and not stripped.startswith(("e-", "i")):
        return True
    if _ENDS_QUOTED_QUESTION.search(previous):
        return bool(_ATTRIBUTION.match(stripped))
    return bool(_ENDS_QUOTED.search(previous)) and stripped[0].islower()


def _join_wordless(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a first piece without a word, or with nothing but a list number, to the sentence that follows it."""
    if len(spans) > 1 and _NO_SENTENCE.fullmatch(text[slice(*spans[0])]):
        return [(spans[0][0], spans[1][1]), *spans[2:]]
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
