import codecs
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.store import decoding, reading
from seedreader.store.reading import Decoded, UnreadableError, decode, read

TEXT = "Der Bürgermeister sagte, die Fähre sei größer als nötig gewesen – das überraschte alle.\n"
GREEK = "Ο δήμαρχος είπε ότι το πλοίο ήταν μεγαλύτερο από όσο χρειαζόταν.\n"


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    return str(caught.value)


@given(st.text().filter(lambda text: text.strip(" \t\r\n\0")))
def test_utf8_is_read_as_it_is_unless_it_is_mostly_nulls(text: str) -> None:
    data = text.encode()
    if (
        "\0" not in text
        and "\x1b$" not in text
        and not any(data.startswith(mark) for mark, _ in (*decoding._BOMS, *decoding._SIGNATURES))
    ):
        assert decode(data) == Decoded(text, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_with_half_a_sentence(data: bytes) -> None:
    reason = "it is fine"
    try:
        decode(data)
    except UnreadableError as error:
        reason = str(error)
    assert reason.startswith(("it is ", "there is "))
    assert not reason.endswith(".")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"\0" * 4096, "it is empty"),
        (b" \n\t\r\n", "there is nothing but blanks in it"),
        (b"%PDF-1.7\nwords and words", "it is a PDF, not text"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture, not text"),
        (b"\xff\xd8\xff\xe0", "it is a picture, not text"),
        (b"GIF89a", "it is a picture, not text"),
        (b"PK\x03\x04word", "it is a zip archive, not text"),
        (b"\x1f\x8b\x08", "it is a compressed file, not text"),
        (b"\x7fELF\x02", "it is a program, not text"),
        (bytes(range(256)) * 40, "it is not text"),
        (b"words " * 4000 + bytes(range(256)) * 10, "it is not text"),
    ],
    ids=lambda value: repr(value[:6]) if isinstance(value, bytes) else "",
)
def test_what_is_empty_or_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    assert refused(data) == reason


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [TEXT, GREEK])
def test_a_byte_order_mark_decides(mark: bytes, encoding: str, text: str) -> None:
    found = decode(mark + text.encode(encoding))
    assert found.text == text
    assert found.diagnostics == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_a_mark(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert (found.text, found.encoding) == (TEXT, encoding)


def test_latin1_is_detected() -> None:
    text = TEXT.replace("–", "-") * 5
    assert decode(text.encode("latin-1")).text == text


@pytest.mark.parametrize("declaration", ['<meta charset="{}">', '<?xml version="1.0" encoding="{}"?>'])
@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("iso-8859-7", "iso8859-7"),
        ("ISO-8859-1", "iso8859-7"),
        ("utf-8", "iso8859-7"),
        ("rot13", "iso8859-7"),
    ],
)
def test_what_a_page_declares_is_believed_where_its_bytes_bear_it_out(
    declaration: str, name: str, encoding: str
) -> None:
    text = declaration.format(name) + GREEK
    assert decode(text.encode(encoding)).text == text


def test_an_encoding_that_is_declared_need_not_be_told_by_its_letters() -> None:
    text = '<meta charset="koi8-r">ъ'
    assert decode(text.encode("koi8-r")).encoding == "koi8-r"


def test_the_text_above_binary_data_is_shown_and_the_rest_counted() -> None:
    found = decode(b"Words and words.\n" * 100 + bytes(range(256)) * 10)
    assert found.text == "Words and words.\n" * 100
    assert [(note.code, note.count) for note in found.diagnostics] == [("binary", 2560)]


def test_an_encoding_the_reader_chooses_goes_before_everything() -> None:
    assert decode("é".encode(), "latin-1").text == "Ã©"
    assert [note.code for note in decode(b"a\xff", "utf-8").diagnostics] == ["undecodable"]


def test_a_few_broken_bytes_in_utf8_are_replaced_and_counted() -> None:
    found = decode(TEXT.encode() * 10 + b"\xff\xfe" + TEXT.encode())
    assert found.encoding == "utf-8"
    assert found.text == TEXT * 10 + "\ufffd\ufffd" + TEXT
    assert [(note.code, note.count) for note in found.diagnostics] == [("undecodable", 2)]


def test_half_a_character_at_the_end_of_utf16_is_replaced_and_counted() -> None:
    found = decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"a")
    assert found.text == TEXT + "\ufffd"
    assert [note.count for note in found.diagnostics] == [1]


def test_a_stray_null_does_not_make_a_text_binary() -> None:
    assert decode(b"one\0two").text == "one\0two"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(TEXT, encoding="utf-8")
    assert read(tmp_path / "a") == Decoded(TEXT, "utf-8")


@pytest.mark.parametrize(("name", "reason"), [("", "it is a folder"), ("gone", "there is no such file")])
def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^{reason}$"):
        read(tmp_path / name)


def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match=r"^it is not a file$"):
        read(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match=r"^it is not a file$"):
        read(Path(name))


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(UnreadableError, match=r"^too many levels of symbolic links$"):
        read(tmp_path / "a")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text", encoding="utf-8")
    (tmp_path / "a").chmod(0)
    with pytest.raises(UnreadableError, match=r"^permission to read it is missing$"):
        read(tmp_path / "a")


def test_a_gigantic_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(reading.LARGEST + 1)
    with pytest.raises(UnreadableError, match=r"^it is larger than 200 MB$"):
        read(tmp_path / "a")


def test_a_stream_that_does_not_end_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    assert reading.drain(io.BytesIO(b"x" * 10)) == b"x" * 10
    with pytest.raises(UnreadableError, match="larger"):
        reading.drain(io.BytesIO(b"x" * 11))
