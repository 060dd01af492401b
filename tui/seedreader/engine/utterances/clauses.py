"""Cuts a sentence in two where another article tells its two halves in two sentences."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from seedreader.engine.model import Span
from seedreader.engine.utterances.likeness import Bag, Scale
from seedreader.engine.utterances.pieces import Piece, bag

_BOUNDARY = re.compile(r"[,;:—–…]\s*|\.{3}\s*|\s-\s")
_LEAST_WORDS = 2
_MOST_BOUNDARIES = 12
_BOTH = 0.65
"""Overlap that both halves together need with their counterparts, and ``_EACH`` one of them alone."""
_EACH = 0.18


def cut(texts: Sequence[str], pieces: Sequence[Piece], scale: Scale) -> list[Piece]:
    """The pieces, those in two that are two neighbouring sentences of the same person in another article."""
    kin: defaultdict[int, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if piece.person is not None and piece.manner != "fragment":
            kin[piece.person].append(at)
    near: dict[int, list[int]] = {}
    for members in kin.values():
        near.update(scale.candidates(members, within=False))
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        made += _halves(texts, pieces, scale, at, near[at]) if near.get(at) else (piece,)
    return made


def _halves(
    texts: Sequence[str], pieces: Sequence[Piece], scale: Scale, at: int, near: Sequence[int]
) -> tuple[Piece, ...]:
    piece = pieces[at]
    pairs = list(_neighbours(pieces, piece, near))
    if not pairs:
        return (piece,)
    best, where = _BOTH, None
    for place, before, after in _boundaries(texts[piece.article], piece):
        one, other = bag(texts[piece.article], before), bag(texts[piece.article], after)
        if min(len(one.stems), len(other.stems)) < _LEAST_WORDS:
            continue
        for first, second in pairs:
            score = _told(scale, one, other, scale.bags[first], scale.bags[second])
            if score > best:
                best, where = score, (place, before, after)
    return (piece,) if where is None else where[1:]


def _neighbours(pieces: Sequence[Piece], piece: Piece, near: Sequence[int]) -> Mapping[tuple[int, int], None]:
    """Pairs of pieces of other articles that follow each other, one of which is a candidate."""
    found: dict[tuple[int, int], None] = {}
    for other in near:
        for first in (other - 1, other):
            if first < 0 or first + 1 >= len(pieces):
                continue
            one, two = pieces[first], pieces[first + 1]
            together = one.article == two.article != piece.article and two.sentence - one.sentence <= 1
            whole = "fragment" not in (one.manner, two.manner)
            if together and whole and one.person == two.person == piece.person:
                found[first, first + 1] = None
    return found


def _told(scale: Scale, one: Bag, other: Bag, first: Bag, second: Bag) -> float:
    """How well two halves are two sentences, 0 where the whole is rather one of these."""
    here, there = scale.overlap(one.stems, first.stems), scale.overlap(other.stems, second.stems)
    crossed = max(scale.overlap(one.stems, second.stems), scale.overlap(other.stems, first.stems))
    whole = one.stems | other.stems
    if min(here, there) < _EACH or crossed >= min(here, there):
        return 0.0
    if here <= scale.overlap(whole, first.stems) or there <= scale.overlap(whole, second.stems):
        return 0.0
    return here + there


def _boundaries(text: str, piece: Piece) -> list[tuple[int, Piece, Piece]]:
    found: list[tuple[int, Piece, Piece]] = []
    for number, part in enumerate(piece.parts):
        for match in _BOUNDARY.finditer(text, part.start + 1, part.end):
            if match.end() >= part.end or len(found) == _MOST_BOUNDARIES:
                continue
            before = (*piece.parts[:number], Span(part.start, match.start()))
            after = (Span(match.end(), part.end), *piece.parts[number + 1 :])
            found.append((match.start(), _of(piece, before), _of(piece, after)))
    return found


def _of(piece: Piece, parts: tuple[Span, ...]) -> Piece:
    return replace(piece, parts=parts, quoted=parts if piece.manner == "quoted" else ())
