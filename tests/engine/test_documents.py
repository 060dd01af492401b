from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine import documents, markdown, sanitize
from seedreader.engine.model import Document, Format, Link, Span

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
TITLES = [
    "A senior Russian diplomat said in a statement that Russia is open to negotiations to withdraw its troops from "
    "occupied Georgia.",
    "Russia has expressed a willingness to discuss the withdrawal of its troops from the occupied regions of Georgia.",
    'Russia\'s Lavrov says Moscow ready to "continue normalizing" relations with Georgia',
    "Mayor Kaladze: GD Welcomes Moscow’s Offer to Aid Ties with Occupied Territories",
    '"Georgian Dream has declared its readiness to "reconcile" with Russia.',
]
LINES = st.sampled_from(
    [
        "One. Two.",
        "“Is it?” he asked.",
        "- item",
        "1. one. two",
        "# Head",
        "> quoted. More.",
        "```",
        "| a. | b |",
        "|-|-|",
        "",
        " ",
        "---",
        "title: x",
        "[^1]: note.",
        "    code. x",
        "漢字。二。",
        "...",
    ]
)
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=50)
STYLES = st.sampled_from(["text", "markdown"])


def long_text(length: int = 3 * documents.PART_LENGTH, end: str = "\n\n") -> str:
    sentences = (
        f"This is sentence {number} of a long report. It goes on with more.{end}" for number in range(10**6)
    )
    made: list[str] = []
    size = 0
    for sentence in sentences:
        if size > length:
            break
        made.append(sentence)
        size += len(sentence)
    return "".join(made)


def read(raw: str, style: Format) -> Document:
    """A document of a raw text, set out first as its format wants."""
    if style == "text":
        return documents.read(sanitize.sanitize(raw).text)
    said = markdown.read(raw)
    return documents.read(said.sanitized.text, documents.Given(said.metadata, said.blocks, said.links))


def between(document: Document) -> list[str]:
    """What belongs to no sentence."""
    edges = [0, *(edge for sentence in document.sentences for edge in (sentence.start, sentence.end))]
    edges.append(len(document.text))
    return [document.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(TEXTS, STYLES)
def test_sentences_are_numbered_from_one_and_never_cross_a_block(raw: str, style: Format) -> None:
    document = read(raw, style)
    assert [sentence.n for sentence in document.sentences] == list(range(1, len(document.sentences) + 1))
    assert all(first.end <= second.start for first, second in pairwise(document.sentences))
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end


@given(TEXTS, STYLES)
def test_between_the_sentences_is_only_white_space(raw: str, style: Format) -> None:
    assert [piece for piece in between(read(raw, style)) if piece.strip()] == []


@given(TEXTS, STYLES)
def test_the_title_is_a_piece_of_the_text_without_blanks_around(raw: str, style: Format) -> None:
    document = read(raw, style)
    if document.title is None:
        assert not document.sentences
    else:
        title = document.slice(document.title)
        assert title == title.strip() != ""


@pytest.mark.parametrize("number", range(5))
def test_titles_of_the_seeds(number: int) -> None:
    document = documents.read(SEEDS[number].read_text(encoding="utf-8"))
    assert document.title
    assert document.slice(document.title) == TITLES[number]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A heading ##\n\nText that follows it.", "A heading"),
        ("Head\n====\n\nText that follows it.", "Head"),
        ("#\n\nFirst sentence here. Second.", "First sentence here."),
        ("---\ntitle: x\n---\n\nFirst sentence. Second.", "First sentence."),
        ("***\n\nFirst sentence. Second.", "First sentence."),
    ],
)
def test_titles_of_markdown_carry_no_markup(text: str, title: str) -> None:
    document = read(text, "markdown")
    assert document.title
    assert document.slice(document.title) == title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Ferry runs aground off Kvalvik", "Ferry runs aground off Kvalvik"),
        (
            "News | Sport | Weather | Home page",
            "The ferry had left the harbour and struck a shoal, they said.",
        ),
        ("Sign up for our daily Newsletter", "The ferry had left the harbour and struck a shoal, they said."),
        ("Home", "The ferry had left the harbour and struck a shoal, they said."),
    ],
)
def test_a_headline_is_a_line_above_the_body_that_is_no_menu(above: str, title: str) -> None:
    document = documents.read(
        f"{above}\n\nThe ferry had left the harbour and struck a shoal, they said. So it is.\n"
    )
    assert document.title
    assert document.slice(document.title) == title


def test_a_date_before_the_first_sentence_is_not_in_the_title() -> None:
    document = documents.read("2024-10-01 The ferry had left the harbour and struck a shoal, they said.\n")
    assert document.title
    assert document.slice(document.title).startswith("The ferry")


def test_an_empty_text_has_nothing() -> None:
    assert documents.read("") == Document("", (), (), None, {})


@settings(max_examples=20)
@given(st.sampled_from(["\n\n", "\n", " ", "x"]), st.integers(0, 4 * documents.PART_LENGTH))
def test_parts_cover_a_text_one_after_the_other(end: str, length: int) -> None:
    text = long_text(length, end)
    parts = documents.cut(text)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.start < part.end for part in parts)
    assert all(part.end - part.start <= 2 * documents.PART_LENGTH for part in parts)


@pytest.mark.parametrize("end", ["\n\n", "\n", ". ", " "])
def test_a_long_text_is_cut_behind_a_paragraph_a_line_a_sentence_or_a_word(end: str) -> None:
    text = ("word" * 20 + end) * (3 * documents.PART_LENGTH // 80)
    parts = documents.cut(text)
    assert len(parts) > 1
    assert all(text[: part.end].endswith(end) for part in parts)


def test_a_text_without_any_gap_is_cut_all_the_same() -> None:
    assert len(documents.cut("x" * (3 * documents.PART_LENGTH))) > 1


def test_a_text_of_usual_length_is_one_part() -> None:
    assert documents.cut("word " * 4000) == (Span(0, 20_000),)


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_numbers_and_blocks_go_on_over_the_parts_of_a_long_text(style: Format) -> None:
    text = long_text()
    blocks = markdown.read(text).blocks if style == "markdown" else None
    given_ = documents.Given({}, blocks, tuple(Link(at, at + 4, "x") for at in range(0, len(text) - 4, 999)))
    parts = [documents.read_part(text, part, given_) for part in documents.cut(text)]
    whole = documents.join(text, parts)
    assert len(parts) > 2
    assert whole == documents.read(text, given_)
    assert whole.links == given_.links
    assert [sentence.n for sentence in whole.sentences] == list(range(1, 2 * text.count("sentence ") + 1))
    assert [sentence.block for sentence in whole.sentences] == [i // 2 for i in range(len(whole.sentences))]
    assert "".join(between(whole)).strip() == ""
    assert whole.title == parts[0].title


def test_only_the_first_part_has_a_title() -> None:
    text = long_text()
    titles = [documents.read_part(text, part).title for part in documents.cut(text)]
    assert titles[0] is not None
    assert set(titles[1:]) == {None}


def test_a_line_of_blanks_as_long_as_a_part_costs_nothing_but_its_length() -> None:
    # A pattern that tries every blank as the start of a line would run for minutes here.
    text = "One.\n" + " " * 400_000 + "\nTwo."
    assert [block.kind for block in documents.read(text).blocks] == ["line", "line"]


def test_lines_of_code_tables_and_front_matter_are_not_split_into_sentences() -> None:
    text = "---\na: B. C. D\n---\n\n```\nOne. Two.\n```\n\n| One. Two. | x |\n|---|---|\n"
    document = read(text, "markdown")
    shown = [document.slice(sentence) for sentence in document.sentences]
    assert shown == ["---", "a: B. C. D", "---", "One. Two.", "One. Two. | x"]
