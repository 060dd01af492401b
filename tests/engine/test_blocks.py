import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.blocks import hard_wrapped, plain_text

WRAPPED = """\
The ferry had left the harbour at ten past six and struck a shoal
four hundred metres from the harbour mouth, the operator said in a
statement. Nobody was hurt. Buses will stand in for the ferry until
further notice.

Divers will look at the hull on Wednesday, and a boom was laid out
as a precaution, since some fuel is still on board of the ship that
is twelve years old.
"""


def pieces(text: str) -> list[str]:
    return [text[block.start : block.end] for block in plain_text(text)]


@given(st.text(st.sampled_from("ab. \t\n\u00a0-1"), max_size=80) | st.text(max_size=40), st.integers(0, 9))
def test_blocks_stand_in_order_and_leave_out_only_white_space(text: str, offset: int) -> None:
    done = 0
    for block in plain_text(text, offset):
        start, end = block.start - offset, block.end - offset
        assert done <= start < end <= len(text)
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()


def test_each_line_of_a_news_text_is_a_block() -> None:
    assert pieces("One line.\n  Another.  \n\n\nA third.\n") == ["One line.", "Another.", "A third."]


def test_paragraphs_of_a_hard_wrapped_text_are_blocks() -> None:
    assert hard_wrapped(WRAPPED)
    assert [piece.split()[0] for piece in pieces(WRAPPED)] == ["The", "Divers"]


def test_blank_lines_with_blanks_in_them_part_paragraphs_too() -> None:
    assert len(pieces(WRAPPED.replace("\n\n", "\n \t\n"))) == 2


@pytest.mark.parametrize(
    "text", ["", "One line.\n" * 8, "short\nlines\nof a\npoem\nhere\n", "word " * 50 + "\n" + "word " * 50]
)
def test_other_texts_are_not_hard_wrapped(text: str) -> None:
    assert not hard_wrapped(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- an item", "list"),
        ("• an item", "list"),
        ("12. an item", "list"),
        ("3) an item", "list"),
        ("2024 was a year", "line"),
        ("-5 degrees", "line"),
        ("word " * 12 + "word", "paragraph"),
        ("word " * 11 + "word", "line"),
    ],
)
def test_a_block_is_a_list_item_a_paragraph_or_a_line(line: str, kind: str) -> None:
    assert [block.kind for block in plain_text(line)] == [kind]
