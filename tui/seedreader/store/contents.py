"""Lists the articles that lie in one file: rows of tables, members of archives."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from seedreader.engine.sanitize import plain
from seedreader.store import kinds, reading
from seedreader.store.decoding import UnreadableError
from seedreader.store.inside import Inside
from seedreader.store.kinds import Kind

_GZIP = b"\x1f\x8b"


class Skipped(NamedTuple):
    """A path that is not opened, and why, as half a sentence."""

    path: str
    reason: str


class Found(NamedTuple):
    """An article to open: its file, how it is called on the screen, and where in the file it lies."""

    path: Path
    name: str
    inside: Inside | None = None


def listed(path: Path, name: str, *, by_name: bool = True) -> Iterator[Found | Skipped]:
    """Yield the articles of a file; ``by_name`` says that an ending that is known need not be looked behind."""
    kind = kinds.by_name(path.name)
    if by_name and kind in ("text", "markdown", "html"):
        yield Found(path, name)
        return
    try:
        if kind is None:
            kind, reason = _sniffed(path)
            if reason is not None:
                yield Skipped(str(path), reason)
                return
        if kind == "zip":
            yield from _members(path, name)
        elif kind in ("jsonl", "json", "csv"):
            yield from _rows(path, name, kind)
        else:
            yield Found(path, name)
    except UnreadableError as error:
        yield Skipped(str(path), str(error))


def _sniffed(path: Path) -> tuple[Kind, str | None]:
    with reading.opened(path, any_size=True) as file:
        sample = file.read(kinds.SAMPLE)
    if not sample.startswith(_GZIP):
        return kinds.by_content(sample)
    return kinds.by_content(reading.unpacked(path)[0][: kinds.SAMPLE])


def _rows(path: Path, name: str, kind: Kind) -> Iterator[Found]:
    with reading.opened(path, any_size=True) as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        stream: BinaryIO = io.BytesIO(reading.unpacked(path)[0]) if packed else file
        yield from _of_stream(stream, kind, path, name, None, packed=packed)


def _of_stream(
    stream: BinaryIO, kind: Kind, path: Path, name: str, member: str | None, *, packed: bool
) -> Iterator[Found]:
    from seedreader.store import rows

    if kind in ("jsonl", "json", "csv"):
        for row in rows.find(stream, kind, packed=packed):
            yield Found(path, f"{name}:{row.number}", Inside(member, row))


def _members(path: Path, name: str) -> Iterator[Found | Skipped]:
    from seedreader.store import packed

    with reading.opened(path, any_size=True):
        pass
    for one in packed.members(path, reading.LARGEST):
        shown = f"{name}/{one.name}"
        try:
            if one.reason is not None:
                raise UnreadableError(one.reason)
            kind = kinds.by_name(one.name)
            if kind is None or kinds.is_compressed(one.name):
                kind, reason = kinds.by_content(packed.member(path, one.name, reading.LARGEST, kinds.SAMPLE))
                if reason is not None:
                    raise UnreadableError(reason)
            if kind == "zip":
                raise UnreadableError("an archive inside an archive is not opened")
            if kind in ("jsonl", "json", "csv"):
                data = packed.member(path, one.name, reading.LARGEST)
                yield from _of_stream(io.BytesIO(data), kind, path, shown, one.name, packed=True)
            else:
                yield Found(path, shown, Inside(one.name))
        except UnreadableError as error:
            yield Skipped(f"{path}/{plain(one.name)}", str(error))
