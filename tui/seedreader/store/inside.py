"""Where an article lies that is not a whole file: a member of an archive, a row of a table."""

from typing import Literal, NamedTuple

Form = Literal["jsonl", "json", "csv"]


class Table(NamedTuple):
    """What is alike in all rows of a file.

    ``recode`` is the encoding from which the file is put into UTF-8 before bytes are counted, where it has to be.
    """

    form: Form
    encoding: str
    delimiter: str = ","
    header: tuple[str, ...] = ()
    recode: str | None = None


class Row(NamedTuple):
    """A row that is an article: the line it begins in (in a list, its number) and its bytes.

    ``packed`` says that the bytes are counted in the file as it is unpacked, not as it lies on disk.
    """

    number: int
    start: int
    length: int
    table: Table
    packed: bool = False


class Inside(NamedTuple):
    """Where an article lies in its file: in which member of an archive, in which row."""

    member: str | None = None
    row: Row | None = None
