"""Finds articles that are rows of a file (JSON Lines, a list in JSON, CSV, TSV) and reads them one by one."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from seedreader.engine.pages import has_markup
from seedreader.store import decoding, fields
from seedreader.store.decoding import Decoded, UnreadableError
from seedreader.store.inside import Form, Row, Table

LONGEST = 20_000_000
"""Bytes above which a row is not read."""

_SAMPLE = 65_536
_DELIMITERS = (",", "\t", ";", "|")
_LISTS = re.compile(
    r'"(?:articles|items|documents|docs|data|results|entries|stories|posts|response)"\s*:\s*(?=\[)'
)
_LEAST_TEXT = 40
_NOTHING = "there are no articles in it"
_NO_ARTICLES = 100
_SEPARATOR = re.compile(rb"(?:\xef\xbb\xbf)?sep=([,;|:\t])\r?\n", re.IGNORECASE)
"""The line with which spreadsheets tell what parts the columns; it is no row."""


def find(stream: BinaryIO, form: Form, *, packed: bool = False) -> Iterator[Row]:
    """Find the rows of a file; what they hold is not looked at until it is read."""
    sample = stream.read(_SAMPLE)
    wide = decoding.wide(sample)
    if wide is None and (decoding.signature(sample) or sample.count(b"\0") > 8):
        raise UnreadableError("it is not text")
    encoding = wide.encoding if wide else _encoding(sample)
    recode = encoding if wide or form == "json" else None
    stream.seek(0)
    if recode is not None:
        stream, packed, encoding = io.BytesIO(recoded(stream.read(), recode)), True, "utf-8"
        sample = stream.read(_SAMPLE)
        stream.seek(0)
    if form == "csv":
        yield from _csv(stream, sample, Table("csv", encoding, recode=recode), packed)
    elif form == "json":
        yield from _list(stream.read().decode("utf-8"), Table("json", encoding, recode=recode))
    else:
        yield from _lines(stream, Table("jsonl", encoding, recode=recode), packed)


def recoded(data: bytes, encoding: str | None) -> bytes:
    """The bytes of a file in UTF-8, in which lines and marks can be found, where it is in ``encoding``."""
    return data if encoding is None else data.decode(encoding, "replace").encode("utf-8", "replace")


def _encoding(sample: bytes) -> str:
    try:
        return decoding.decode(sample).encoding
    except UnreadableError:
        return "utf-8"


def _lines(stream: BinaryIO, table: Table, packed: bool) -> Iterator[Row]:
    start = number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield Row(number, start, len(line), table, packed)
        start += len(line)
        while len(line) == LONGEST and not line.endswith(b"\n"):
            # The rest of a line that is too long to be read is no row of its own.
            line = stream.readline(LONGEST)
            start += len(line)


def _list(text: str, table: Table) -> Iterator[Row]:
    """The items of a list, the list itself or under a name such as "articles"; or the one object there is.

    A list that begins with many items which can be no articles has none.
    """
    at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    inner = _LISTS.search(text, at) if text[at : at + 1] == "{" else None
    if inner is not None:
        at = inner.end()
    elif text[at : at + 1] == "{":
        yield Row(1, len(text[:at].encode()), LONGEST, table, True)
        return
    if text[at : at + 1] != "[":
        raise UnreadableError(_NOTHING)
    decoder = json.JSONDecoder()
    found: list[Row] = []
    possible = False
    done = offset = number = 0
    at += 1
    while (at := at + _blank(text, at)) < len(text) and text[at] != "]":
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            raise UnreadableError(f"it is not JSON from item {number + 1} on") from None
        number += 1
        start = offset + len(text[done:at].encode())
        offset = start + len(text[at:end].encode())
        done = end
        found.append(Row(number, start, offset - start, table, True))
        possible = possible or text[at] == "{" or (text[at] == '"' and end - at > _LEAST_TEXT)
        if possible:
            yield from found
            found.clear()
        elif number == _NO_ARTICLES:
            raise UnreadableError(_NOTHING)
        at = end
    if number and not possible:
        raise UnreadableError(_NOTHING)


def _blank(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end] in " \t\r\n,":
        end += 1
    return end - at


def _csv(stream: BinaryIO, sample: bytes, table: Table, packed: bool) -> Iterator[Row]:
    told = _SEPARATOR.match(sample)
    text = sample[told.end() if told else 0 :].decode(table.encoding, "replace").lstrip("\ufeff")
    delimiter = (
        told.group(1).decode("latin-1") if told else max(_DELIMITERS, key=text.split("\n", 1)[0].count)
    )
    first = _parse(text, delimiter)
    if not first:
        raise UnreadableError(_NOTHING)
    header = tuple(first[0]) if fields.are_names(first[0]) else ()
    table = table._replace(delimiter=delimiter, header=header)
    if not _tells(first, header):
        raise UnreadableError("no column of it holds articles")
    number, start = (1, told.end()) if told else (0, 0)
    stream.seek(start)
    above = bool(header)
    for record, lines in _records(stream):
        if record.strip() and not above:
            yield Row(number + 1, start, len(record), table, packed)
        above = above and not record.strip()
        number += lines
        start += len(record)


def _records(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the records of a CSV file with how many lines they have: line ends between quotation marks end none."""
    pending: list[bytes] = []
    size = marks = 0
    while line := stream.readline(LONGEST):
        pending.append(line)
        size += len(line)
        marks += line.count(b'"')
        if marks % 2 == 0 or size > LONGEST:
            yield b"".join(pending), len(pending)
            pending, size, marks = [], 0, 0
    if pending:
        # A mark that is never closed would swallow the rest: then each line is a record.
        yield from ((line, 1) for line in pending)


def _parse(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return []


def _tells(sample: Sequence[Sequence[str]], header: Sequence[str]) -> bool:
    """Whether a table has articles: a column named so, or one with long texts."""
    if fields.text_name(header) is not None:
        return True
    body = sample[1:] if header else sample
    return any(len(cell) >= _LEAST_TEXT and " " in cell for row in body[:50] for cell in row)


def article(data: bytes, row: Row, encoding: str | None = None) -> Decoded:
    """Read a row; raise ``UnreadableError`` where it has no text."""
    if len(data) > LONGEST:
        raise UnreadableError(f"it is larger than {LONGEST // 1_000_000} MB")
    found = _decoded(data, encoding or row.table.encoding, chosen=encoding is not None)
    values = (
        _cells(found.text, row.table) if row.table.form == "csv" else _members(found.text, row.table.form)
    )
    text, metadata, style = fields.chosen(values)
    if not text.strip():
        raise UnreadableError("there is no text in this row")
    if style == "text" and has_markup(text):
        style = "html"
    return Decoded(text, found.encoding, found.diagnostics, style, metadata)


def _decoded(data: bytes, encoding: str, *, chosen: bool) -> Decoded:
    try:
        if not chosen:
            return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    return decoding.decode(data, encoding)


def _cells(text: str, table: Table) -> dict[str, object]:
    rows = _parse(text.replace("\0", ""), table.delimiter)
    if not rows:
        raise UnreadableError("it is not a row of a table")
    names = table.header or tuple(str(number) for number in range(1, len(rows[0]) + 1))
    # What has no name, as after a comma too many, is still there to be chosen.
    more = tuple(f"column {number}" for number in range(len(names) + 1, len(rows[0]) + 1))
    return dict(zip((*names, *more), rows[0], strict=False))


def _members(text: str, form: Form) -> dict[str, object]:
    try:
        value: object = json.loads(text) if form == "jsonl" else json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        raise UnreadableError("it is not JSON") from None
    if isinstance(value, str):
        return {"text": value}
    if not isinstance(value, dict):
        raise UnreadableError("it is JSON, but no article")
    return {str(key): item for key, item in value.items()}
