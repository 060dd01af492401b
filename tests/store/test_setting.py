import re
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine import documents
from seedreader.engine.model import Format
from seedreader.store.reading import Decoded, UnreadableError, decode
from seedreader.store.setting import set_out

NEVER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
PIECES = st.lists(
    st.sampled_from(
        [
            b"<p>", b"</p>", b"<table><tr><td>", b"<!--", b"\x1b[31m", b"\xff\xfe", b"\xe2\x80\xae", b"---\n",
            b"title: x\n", b"\n", b"\r", b"&#27;", b"&#x202e;", b"\0", b"\x80", b"\xc3\xa9", b"> ", b"- ", b"```\n",
            b"<title>\x07", b"Words. And more. ", b"By Ida Moe\n", b"Date: 1\nURL: \x9b2\n",
            b"<meta name=author content='\x1b'>",
        ]
    ),
    max_size=20,
).map(b"".join)  # fmt: skip


@settings(deadline=None)
@given(PIECES | st.binary(max_size=80), st.sampled_from(["text", "markdown", "html"]))
def test_any_bytes_are_a_clean_document_that_rebuilds_from_its_blocks(data: bytes, style: Format) -> None:
    decoded = Decoded("", "utf-8")
    with suppress(UnreadableError):
        decoded = decode(data)
    clean, given_ = set_out(decoded, style)
    document = documents.read(clean.text, given_)
    between, done = [], 0
    for block in document.blocks:
        assert done <= block.start < block.end <= len(clean.text)
        between.append(clean.text[done : block.start])
        done = block.end
    between.append(clean.text[done:])
    assert not "".join(between).strip()
    assert not NEVER.search(clean.text)
    assert not any(NEVER.search(value) for value in document.metadata.values())


@pytest.mark.parametrize("style", ["text", "html"])
def test_metadata_is_on_one_line_clean_and_of_bearable_length(style: Format) -> None:
    said: Mapping[str, str] = {"title": "A\n\x1b[2Jb  c", "source": "\u200b", "author": "x" * 9999}
    metadata = set_out(Decoded("Text.", "utf-8", (), None, said), style)[1].metadata
    assert metadata == {"title": "A [2Jb c", "author": "x" * 500}
