import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine import documents, headers

BODY = "\n\nThe ferry had left the harbour at six and struck a shoal in the fog, the coast guard said on Tuesday.\n"


def said(text: str) -> dict[str, str]:
    return dict(headers.find(text).metadata)


def of_header(text: str) -> list[str]:
    document = documents.read(text)
    return [document.slice(block) for block in document.blocks if block.kind == "metadata"]


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Title: Ferry aground\nDate: 2 May 2021", {"title": "Ferry aground", "date": "2 May 2021"}),
        (
            "Source: The Fjord Post\nURL: https://a.example/b\nAuthor: Ida Moe",
            {"source": "The Fjord Post", "url": "https://a.example/b", "author": "Ida Moe"},
        ),
        ("Ferry aground\nDate: 2021\nBy: Ida Moe", {"date": "2021", "author": "Ida Moe"}),
        ("Ferry aground\n\nDate: 2021\nSource: Post", {"date": "2021", "source": "Post"}),
        (
            "From: a@b.example\nTo: c@d.example\nSubject: Aground",
            {"author": "a@b.example", "title": "Aground"},
        ),
        ("Ferry aground\nBy Ida Moe", {"author": "Ida Moe"}),
        ("Ferry aground\nThe Fjord Post | 2021-05-02", {"source": "The Fjord Post", "date": "2021-05-02"}),
        ("Ferry aground\nBy Ida Moe\nFjord Post", {"author": "Ida Moe", "source": "Fjord Post"}),
        ("Ferry aground\nFjord Post", {"source": "Fjord Post"}),
    ],
)
def test_lines_at_the_top_tell_about_the_text(top: str, expected: dict[str, str]) -> None:
    assert said(top + BODY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ferry aground",
        "Note: one label is not a header." + BODY,
        "The mayor said: no.\nThe nurse said: yes." + BODY,
        "Ferry aground." + BODY,
        "Ferry aground\nand all are safe tonight, it is said" + BODY,
        "Roses are red\nViolets are blue\nBy the sea",
        "It began at six.\nBy Monday it was over." + BODY,
    ],
)
def test_what_is_no_header_is_left_alone(text: str) -> None:
    assert headers.find(text) == headers.NOTHING


def test_header_lines_are_part_of_the_text_and_blocks_of_their_own() -> None:
    text = f"Ferry aground off Kvalvik\nBy Ida Moe\nFjord Post | 2021-05-02{BODY}"
    assert of_header(text) == ["By Ida Moe", "Fjord Post | 2021-05-02"]
    document = documents.read(text)
    assert document.metadata == {"author": "Ida Moe", "source": "Fjord Post", "date": "2021-05-02"}
    assert document.title
    assert document.slice(document.title) == "Ferry aground off Kvalvik"


def test_front_matter_in_plain_text_is_one_block() -> None:
    text = f"---\ntitle: Ferry\n---{BODY}"
    assert of_header(text) == ["---\ntitle: Ferry\n---"]
    assert documents.title(text) == "Ferry"


@given(st.text("-:abBy |\n2021\"' ", max_size=80))
def test_lines_of_a_header_stand_in_the_text(text: str) -> None:
    found = headers.find(text)
    for line in found.lines:
        assert text[line.start : line.end] == line.text
        assert line.end <= found.end
    documents.read(text)
