"""The rows in which Compare shows an alignment.

Two columns, left and right; every sentence of a text stands in its column exactly once, in the order of the text. A
row is one of these:

- a group in its place: the sentences of both sides stand side by side;
- sentences only one side has;
- one end of a moved group: the row at the place in the left text carries the left sentences (``end`` is ``"from"``),
  the row at the place in the right text carries the right ones (``end`` is ``"to"``); ``partner`` is the index of the
  row at the other end, and the other column of the row is free for a note such as "moved: see A.7";
- sentences of a group that stand apart from the rest of their side (a headline and a later sentence that both tell
  what one sentence of the other text tells): a row of their own, whose ``partner`` is the group's main row.

What a group says as a whole (links, reasons) is told at its main row; ``alignment.groups[row.group]`` has it. Words
are compared within a row: its sentences with those they face.
"""

from dataclasses import dataclass
from typing import Literal

from seedreader.engine.align.order import lay_out
from seedreader.engine.pairs import Alignment, Group, Relation

End = Literal["", "from", "to"]
Glyph = Literal["|", "<", ">", "~", "+"]


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A row of Compare.

    ``a`` and ``b`` are the 0-based indexes of the sentences whose text stands in the left and the right column of
    this row, each a run without gaps; one of them may be empty, never both. ``group`` is the index of the row's group
    in the alignment; ``relation``, ``moved`` and ``split`` (two or more sentences on a side) are that of the whole
    group. ``main`` is true for the rows that stand for the group: one for a group in its place or on one side only,
    both ends of a moved one. ``partner`` is the index of the row with the group's other end or main part; ``None``
    where the row has everything or is the main row of a group in its place.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    group: int
    relation: Relation
    moved: bool = False
    split: bool = False
    main: bool = True
    end: End = ""
    partner: int | None = None


def rows(alignment: Alignment) -> tuple[CompareRow, ...]:
    """The rows of an alignment in reading order.

    The ``a`` of all rows, one after the other, are the indexes of the left text in order and complete; so the ``b``.
    """
    pieces = lay_out(alignment.groups)
    main_a: dict[int, int] = {}
    main_b: dict[int, int] = {}
    for number, piece in enumerate(pieces):
        if piece.main and piece.a:
            main_a[piece.group] = number
        if piece.main and piece.b:
            main_b[piece.group] = number
    made: list[CompareRow] = []
    for number, piece in enumerate(pieces):
        group = alignment.groups[piece.group]
        from_row, to_row = main_a.get(piece.group), main_b.get(piece.group)
        apart = from_row is not None and to_row is not None and from_row != to_row
        end: End = ""
        if apart:
            end = "from" if piece.a else "to"
        own = from_row if piece.a else to_row
        partner = own if not piece.main else (to_row if piece.a else from_row)
        made.append(
            CompareRow(
                piece.a,
                piece.b,
                piece.group,
                group.relation,
                moved=group.moved or apart,
                split=len(group.a) > 1 or len(group.b) > 1,
                main=piece.main,
                end=end,
                partner=partner if partner != number else None,
            )
        )
    return tuple(made)


def facing(row: CompareRow, group: Group) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The left and right sentences that a row of a group sets against each other.

    Where a column of the row is empty, they are the group's sentences of that side that are linked with the row's own.
    """
    if row.a and row.b:
        return row.a, row.b
    if row.a:
        return row.a, tuple(sorted({link.b for link in group.links if link.a in row.a}))
    return tuple(sorted({link.a for link in group.links if link.b in row.b})), row.b


def probability(row: CompareRow, group: Group) -> float:
    """The probability that the sentences a row sets against each other are linked; that of the group without links."""
    ours, theirs = facing(row, group)
    return max((link.p for link in group.links if link.a in ours and link.b in theirs), default=group.p)


def glyphs_of(row: CompareRow) -> frozenset[Glyph]:
    """The filter glyphs a row answers to: reworded or partial ``|``, only left ``<``, only right ``>``, moved ``~``,
    split or merged ``+``; none for the same wording in its place.
    """
    glyphs: set[Glyph] = set()
    if row.relation in ("reworded", "partial"):
        glyphs.add("|")
    elif row.relation == "left":
        glyphs.add("<")
    elif row.relation == "right":
        glyphs.add(">")
    if row.moved:
        glyphs.add("~")
    if row.split:
        glyphs.add("+")
    return frozenset(glyphs)


def counts(alignment: Alignment) -> dict[str, int]:
    """How many groups there are of each sort, for the status line.

    Keys: ``same``, ``reworded``, ``partial``, ``only_a``, ``only_b``, which add up to the number of groups; ``moved``
    and ``split`` count groups that are also counted under their relation.
    """
    groups = alignment.groups
    return {
        "same": sum(group.relation == "same" for group in groups),
        "reworded": sum(group.relation == "reworded" for group in groups),
        "partial": sum(group.relation == "partial" for group in groups),
        "moved": sum(group.moved for group in groups),
        "split": sum(len(group.a) > 1 or len(group.b) > 1 for group in groups),
        "only_a": sum(group.relation == "left" for group in groups),
        "only_b": sum(group.relation == "right" for group in groups),
    }
