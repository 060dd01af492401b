"""Files that hold several articles, and compressed ones: what is found in them, and how it is read."""

import csv
import gzip
import io
import json
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.store import packed, reading, rows
from seedreader.store.article import DETECT, Article
from seedreader.store.contents import Found, Skipped, listed
from seedreader.store.inside import Form, Row
from seedreader.store.library import Library
from seedreader.store.reading import UnreadableError

TEXT = "The ferry had left the harbour and struck a shoal, police said. None died."
OTHER = "Divers will look at the hull on Wednesday,\nsaid the operator, “and not before”."
ROWS = [
    {"title": "Ferry aground", "text": TEXT, "date": "2021-05-02", "url": "https://a.example/1"},
    {"title": "Divers", "text": OTHER, "source": {"name": "The Fjord Post"}, "authors": ["Ida", "Bo"]},
]


def opened(path: Path) -> list[Article]:
    library = Library([path])
    library.gather()
    return library.articles


def texts(path: Path) -> list[str]:
    return [article.load().text for article in opened(path)]


def skipped(path: Path) -> list[tuple[str, str]]:
    return [
        (item.path.replace(f"{path.parent}/", ""), item.reason)
        for item in listed(path, path.name)
        if isinstance(item, Skipped)
    ]


def trouble(article: Article) -> str:
    with pytest.raises(UnreadableError) as caught:
        article.load()
    return str(caught.value)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def jsonl(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def table(records: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(records)
    return out.getvalue()


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


# -- JSON ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.unknown"])
def test_each_line_of_json_lines_is_an_article_named_by_its_line(tmp_path: Path, name: str) -> None:
    first, second = opened(write(tmp_path / name, jsonl(ROWS[0]) + "\n" + jsonl(ROWS[1])))
    assert (first.name, second.name) == (f"{name}:1", f"{name}:3")
    assert second.shown_path == f"{tmp_path}/{name}:3"
    assert (first.title(), second.title()) == ("Ferry aground", "Divers")
    assert (first.load().text, second.load().text) == (TEXT, OTHER)
    assert first.document().metadata == {
        "title": "Ferry aground",
        "date": "2021-05-02",
        "url": "https://a.example/1",
    }
    assert second.document().metadata == {"title": "Divers", "source": "The Fjord Post", "author": "Ida, Bo"}


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
        json.dumps({"status": "ok", "articles": ROWS}),
        "\ufeff" + json.dumps(ROWS, ensure_ascii=False),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_each_object_of_a_list_is_an_article(tmp_path: Path, content: str, encoding: str) -> None:
    assert texts(write(tmp_path / "a.json", content.encode(encoding))) == [TEXT, OTHER]


def test_an_item_of_a_list_that_is_no_article_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps([7, ROWS[0], [TEXT], OTHER, None, {"n": 1}]))
    found = opened(path)
    assert [article.name for article in found] == [f"a.json:{number}" for number in range(1, 7)]
    assert [found[number].load().text for number in (1, 3)] == [TEXT, OTHER]
    reasons = [trouble(found[number]) for number in (0, 2, 4, 5)]
    assert reasons == ["it is JSON, but no article"] * 3 + ["there is no text in this row"]


def test_one_object_is_one_article(tmp_path: Path) -> None:
    (article,) = opened(write(tmp_path / "a.json", json.dumps(ROWS[0], indent=1)))
    assert article.load().text == TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("7", "there are no articles in it"),
        ('[{"a": 1}, {"b": oops}]', "it is not JSON from item 2 on"),
        ("[" * 100_000, "it is not JSON from item 1 on"),
        ("", "there are no articles in it"),
        ("[1, [2], null]", "there are no articles in it"),
        ('["a", "b"]', "there are no articles in it"),
        (json.dumps([*range(500), {"text": TEXT}]), "there are no articles in it"),
        (b"\x89PNG", "it is not text"),
    ],
)
def test_json_without_articles_is_told(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert [told for _, told in skipped(write(tmp_path / "a.json", content))] == [reason]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is not JSON"),
        ("[1]", "it is JSON, but no article"),
        ('{"n": 1}', "there is no text in this row"),
        ('{"text": " "}', "there is no text in this row"),
        ('{"a":' * 100_000, "it is not JSON"),
    ],
)
def test_a_line_that_is_no_article_says_so(tmp_path: Path, line: str, reason: str) -> None:
    one, other = opened(write(tmp_path / "a.jsonl", f"{line}\n{jsonl(ROWS[0])}"))
    assert trouble(one) == reason
    assert other.load().text == TEXT


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"id": "x" * 90, "body": TEXT}, TEXT),
        ({"content": TEXT, "text": ""}, TEXT),
        ({"MainText": TEXT, "description": OTHER * 3}, TEXT),
        ({"lead": "Short", "prose": TEXT, "url": "https://a.example/" + "x" * 200}, TEXT),
        ({"text": ["One.", "Two."]}, "One.\n\nTwo."),
        ({"article": {"title": "T", "text": TEXT}}, TEXT),
        ({"text": TEXT + "\x1b[31m\u202e"}, TEXT + "[31m"),
        ({"text": "Broken \ud800 half"}, "Broken \ufffd half"),
        ("just a string of words", "just a string of words"),
    ],
)
def test_the_text_is_chosen_by_name_else_by_length(tmp_path: Path, fields: object, text: str) -> None:
    assert texts(write(tmp_path / "a.jsonl", jsonl(fields, ROWS[0]))) == [text, TEXT]


def test_a_text_in_html_is_read_as_html(tmp_path: Path) -> None:
    (article,) = opened(write(tmp_path / "a.jsonl", jsonl({"body": "<p>One &amp; two.</p><p>Three.</p>"})))
    assert article.load().text == "One & two.\n\nThree."
    assert article.style == "html"


# -- CSV ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_row_of_a_table_is_an_article(tmp_path: Path, name: str, delimiter: str, encoding: str) -> None:
    records = [["headline", "Body", "date"], ["One", TEXT, "2021"], ["Two, three", OTHER, ""]]
    first, second = opened(write(tmp_path / name, table(records, delimiter).encode(encoding)))
    assert (first.name, second.name) == (f"{name}:2", f"{name}:3")
    assert (first.load().text, second.load().text) == (TEXT, OTHER)
    assert (first.title(), second.title()) == ("One", "Two, three")
    assert first.document().metadata == {"title": "One", "date": "2021"}


@pytest.mark.parametrize("start", ["sep=|\r\n", "\ufeffSEP=|\n"])
def test_the_line_with_which_a_spreadsheet_tells_what_parts_columns_is_no_row(
    tmp_path: Path, start: str
) -> None:
    path = write(tmp_path / "a.csv", start + table([["title", "text, more; more, more"], ["One", TEXT]], "|"))
    (article,) = opened(path)
    assert (article.name, article.title(), article.load().text) == ("a.csv:3", "One", TEXT)


def test_the_names_of_columns_are_no_row_below_blank_lines_either(tmp_path: Path) -> None:
    (article,) = opened(write(tmp_path / "a.csv", "\n\n" + table([["title", "text"], ["One", TEXT]])))
    assert (article.name, article.title(), article.load().text) == ("a.csv:4", "One", TEXT)


def test_a_field_of_markdown_is_read_as_markdown(tmp_path: Path) -> None:
    row = {"title": "T", "content_markdown": "# Head\n\nSome *text* [here](http://a.b)."}
    (article,) = opened(write(tmp_path / "a.jsonl", jsonl(row)))
    assert article.load().text == "Head\n\nSome text here."
    assert article.style == "markdown"


def test_a_table_without_names_takes_the_longest_text(tmp_path: Path) -> None:
    assert texts(write(tmp_path / "a.csv", table([["1", TEXT], ["2", OTHER]]))) == [TEXT, OTHER]


def test_a_text_longer_than_tables_usually_have_is_read(tmp_path: Path) -> None:
    long = TEXT * 5000
    assert texts(write(tmp_path / "a.csv", table([["text"], [long], [TEXT]]))) == [long, TEXT]


def test_a_mark_that_is_never_closed_does_not_swallow_the_table(tmp_path: Path) -> None:
    content = 'id,text\n1,"One is open\n2,Two is fine\n'
    assert texts(write(tmp_path / "a.csv", content)) == ["One is open\n", "Two is fine"]


@pytest.mark.parametrize("content", ["a,b\n1,2\n3,4\n", "2021-01-01,3.5\n2021-01-02,4\n"])
def test_a_table_of_numbers_is_no_set_of_articles(tmp_path: Path, content: str) -> None:
    assert skipped(write(tmp_path / "a.csv", content)) == [("a.csv", "no column of it holds articles")]


# -- compressed files and archives --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt.gz", TEXT, [TEXT]),
        ("a.gz", TEXT, [TEXT]),
        ("a.html", f"<html><body><p>{TEXT}</p></body></html>", [TEXT]),
        ("a.jsonl.gz", jsonl(*ROWS), [TEXT, OTHER]),
        ("a.csv.gz", table([["text"], [TEXT], [OTHER]]), [TEXT, OTHER]),
        ("a.json.gz", json.dumps(ROWS), [TEXT, OTHER]),
    ],
)
def test_compressed_files_are_read_whatever_is_in_them(
    tmp_path: Path, name: str, content: str, expected: list[str]
) -> None:
    assert texts(write(tmp_path / name, gzip.compress(content.encode(), mtime=0))) == expected


def test_a_compressed_file_in_pieces_is_read_to_its_end(tmp_path: Path) -> None:
    data = gzip.compress(b"One. ", mtime=0) + gzip.compress(b"Two.", mtime=0)
    assert texts(write(tmp_path / "a.txt.gz", data)) == ["One. Two."]


def test_a_compressed_file_that_is_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = "".join(f"Line {number} of the text.\n" for number in range(9999))
    (article,) = opened(write(tmp_path / "a.txt.gz", gzip.compress(text.encode(), mtime=0)[:-2000]))
    assert text.startswith(article.load().text[:1000])
    assert "truncated" in [note.code for note in article.load().diagnostics]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"x" * 30_000_000, mtime=0), "it would unpack to more than 300 times its size"),
        (b"\x1f\x8b\x08" + b"x" * 50, "it is a broken compressed file"),
        (gzip.compress(b"", mtime=0), "it is empty"),
        (gzip.compress(b"\x89PNG", mtime=0), "it is a picture, not text"),
        (
            gzip.compress(gzip.compress(b"words and words", mtime=0), mtime=0),
            "it is a compressed file, not text",
        ),
    ],
)
def test_compressed_files_that_are_not_read_say_why(tmp_path: Path, data: bytes, reason: str) -> None:
    (article,) = opened(write(tmp_path / "a.txt.gz", data))
    assert trouble(article) == reason


def test_the_members_of_an_archive_are_articles(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {
            "one.txt": TEXT,
            "in/two.md": "# Head\n\nText.",
            "in/page.html": f"<html><body><p>{OTHER}</p></body></html>",
            "rows.jsonl": jsonl(*ROWS),
            "unknown.xyz": TEXT,
            "packed.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
            ".hidden": TEXT,
            "__MACOSX/._one.txt": "x",
        },
    )
    articles = {article.name: article for article in opened(path)}
    assert list(articles) == [
        "a.zip/one.txt",
        "a.zip/in/two.md",
        "a.zip/in/page.html",
        "a.zip/rows.jsonl:1",
        "a.zip/rows.jsonl:2",
        "a.zip/unknown.xyz",
    ]
    assert articles["a.zip/in/two.md"].style == "markdown"
    assert articles["a.zip/in/two.md"].title() == "Head"
    assert articles["a.zip/rows.jsonl:2"].load().text == OTHER
    assert articles["a.zip/one.txt"].shown_path == f"{tmp_path}/a.zip/one.txt"
    assert skipped(path) == [("a.zip/packed.txt.gz", "it is a compressed file, not text")]


def test_members_that_are_not_opened_are_told(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a": TEXT}).read_bytes()
    path = zipped(
        tmp_path / "a.zip",
        {
            "inner.zip": inner,
            "bomb.txt": b"x" * 5_000_000,
            "pic.dat": b"\x89PNG",
            "../up.txt": TEXT,
            "e.bin": "",
        },
    )
    assert skipped(path) == [
        ("a.zip/inner.zip", "an archive inside an archive is not opened"),
        ("a.zip/bomb.txt", "it would unpack to more than 300 times its size"),
        ("a.zip/pic.dat", "it is a picture, not text"),
        ("a.zip/e.bin", "it is empty"),
    ]
    assert texts(path) == [TEXT]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "inner.zip"], (
        "nothing is ever written"
    )


def test_an_archive_that_lies_about_its_sizes_is_stopped(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"bomb": b"x" * 40_000_000}).read_bytes())
    for signature, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(signature) + place
        data[at : at + 4] = struct.pack("<I", 1000)
    (article,) = opened(write(tmp_path / "a.zip", bytes(data)))
    assert trouble(article).startswith("it ")


@pytest.mark.parametrize(
    ("name", "members", "reason"),
    [
        (
            "a.docx",
            {"[Content_Types].xml": "x", "word/document.xml": "x"},
            "it is an office document, not text",
        ),
        ("a.epub", {"mimetype": "application/epub+zip"}, "it is an e-book or office document, not text"),
    ],
)
def test_documents_that_are_archives_are_told(
    tmp_path: Path, name: str, members: dict[str, str], reason: str
) -> None:
    assert skipped(zipped(tmp_path / name, members)) == [(name, reason)]


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"words", b""])
def test_a_broken_archive_is_told(tmp_path: Path, data: bytes) -> None:
    assert skipped(write(tmp_path / "a.zip", data)) == [("a.zip", "it is a broken zip archive")]


def test_limits_of_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", {f"{number}.txt": TEXT for number in range(4)})
    monkeypatch.setattr(packed, "MOST_ALTOGETHER", 2 * len(TEXT))
    monkeypatch.setattr(packed, "MOST_MEMBERS", 3)
    assert [reason for _, reason in skipped(path)] == [
        "the archive would unpack to more than 0 MB",
        "only the first 3 files of an archive are listed",
    ]


def test_names_of_members_are_shown_without_control_characters(tmp_path: Path) -> None:
    (article,) = opened(zipped(tmp_path / "a.zip", {"a\x1b[2J\n.txt": TEXT}))
    assert article.name == "a.zip/a[2J .txt"
    assert "\x1b" not in article.shown_path


def refusal(call: Callable[[], object]) -> str:
    """Why a call gives nothing; empty where it gives something."""
    reason = ""
    try:
        call()
    except UnreadableError as error:
        reason = str(error)
    return reason


@settings(deadline=None)
@given(st.binary(max_size=120), st.sampled_from(["jsonl", "json", "csv"]))
def test_any_bytes_are_rows_or_refused(data: bytes, form: Form) -> None:
    found: list[Row] = []
    assert not refusal(lambda: found.extend(rows.find(io.BytesIO(data), form))).endswith(".")
    for row in found:
        whole = rows.recoded(data, row.table.recode)
        piece = whole[row.start : row.start + row.length]
        assert not refusal(lambda piece=piece, row=row: rows.article(piece, row)).endswith(".")  # type: ignore[misc]


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=6
    )
)
def test_what_is_written_as_rows_is_read_again(wanted: list[str]) -> None:
    wanted = [text for text in wanted if text.strip()] or ["x"]
    data = jsonl(*({"text": text} for text in wanted)).encode()
    found = [
        rows.article(data[r.start : r.start + r.length], r).text for r in rows.find(io.BytesIO(data), "jsonl")
    ]
    assert found == wanted


@given(st.binary(max_size=200))
def test_any_bytes_are_unpacked_or_refused(data: bytes) -> None:
    reason = refusal(lambda: packed.unzipped(b"\x1f\x8b" + data, 1000))
    assert not reason or reason.startswith("it ")


# -- rows that change, other encodings ----------------------------------------------------------------------


def test_rows_are_read_lazily_and_anew_after_a_change(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", jsonl(*ROWS))
    first, _ = opened(path)
    assert first.load().text == TEXT
    write(path, jsonl({"text": "Other words."}))
    os.utime(path, (1, 1))
    assert first.changed_on_disk()
    first.reload()
    assert first.load().text == "Other words."


def test_an_article_is_read_in_the_encoding_the_reader_chooses(tmp_path: Path) -> None:
    text = "Zażółć gęślą jaźń, powiedział burmistrz."
    path = write(tmp_path / "a.txt", text.encode("cp1250"))
    article = Article(0, path, "a.txt")
    assert article.load().encoding == "cp1250"
    article.reload(encoding="latin-1")
    assert article.load().text == text.encode("cp1250").decode("latin-1").replace("\x9c", "").replace(
        "\x9f", ""
    )
    assert article.load().encoding == "iso8859-1"
    article.reload()
    assert article.load().encoding == "iso8859-1", "the choice is kept"
    article.reload(encoding=DETECT)
    assert article.load().text == text
    with pytest.raises(LookupError):
        article.reload(encoding="no-such")


def test_a_row_is_read_in_the_encoding_the_reader_chooses(tmp_path: Path) -> None:
    (article,) = opened(
        write(tmp_path / "a.csv", "text\nCafé and more café for everybody here\n".encode("cp1252"))
    )
    assert article.load().text.startswith("Café")
    article.reload(encoding="cp1251")
    assert article.load().text.startswith("Cafй")


def test_the_beginning_of_a_large_page_is_not_shown_as_text(tmp_path: Path) -> None:
    page = f"<html><body>{f'<p>{TEXT}</p>' * 9000}"
    for name in ("a.html", "a"):
        article = Article(0, write(tmp_path / name, page), name)
        assert len(page) > reading.LARGE
        assert article.head() is article


def test_a_page_has_its_metadata_clean(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>Fer&#27;[31mry &#x202e;aground</title></head><body><p>{TEXT}</p></body></html>"
    )
    article = Article(0, write(tmp_path / "a.html", page), "a.html")
    assert article.title() == "Fer[31mry aground"
    assert article.style == "html"
    assert article.load().text == TEXT


def test_found_articles_of_a_folder_keep_path_order(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", jsonl(*ROWS))
    write(tmp_path / "b.txt", TEXT)
    zipped(tmp_path / "c.zip", {"one": TEXT})
    assert [article.name for article in opened(tmp_path)] == ["a.jsonl:1", "a.jsonl:2", "b.txt", "c.zip/one"]
    assert all(isinstance(item, Found) for item in listed(tmp_path / "b.txt", "b.txt"))
