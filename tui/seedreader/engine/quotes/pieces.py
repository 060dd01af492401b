"""What the stages of the quotation finder hand to each other: paragraphs and pieces of quotations."""

from dataclasses import dataclass

from seedreader.engine.quotes.marks import Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text with its marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation, or the part of one that stands in one paragraph, marks included.

    ``continues`` says that it goes on from the piece before, ``open`` that its paragraph ends inside it.
    """

    start: int
    end: int
    paragraph: int
    continues: bool = False
    open: bool = False
    repairs: tuple[str, ...] = ()
