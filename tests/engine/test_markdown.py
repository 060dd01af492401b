import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine import headers
from seedreader.engine.markdown import blocks

LINES = st.sampled_from(
    "---|title: x|# Head|Text here.|text|- item|  more|1. one|> quote|> > deep|```|~~~|    code|| a | b ||  |"
    "|| --- | --- ||===|<div>|</div>|[^1]: note|[a]: http://b.c|\ttab|***|-|#".split("|")
) | st.sampled_from(["| a | b |", "| - | - |", "[^2]: two", "Use[^1] it[^2]."])
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=60)


def found(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


@given(TEXTS, st.integers(0, 9))
def test_blocks_stand_in_order_inside_the_text_without_overlap(text: str, offset: int) -> None:
    text = text.replace("\r", " ").replace("\0", " ")
    done = 0
    for block in blocks(text, offset):
        start, end = block.start - offset, block.end - offset
        assert done <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        done = end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head #\n\nBody text.", [("heading", "# Head #"), ("paragraph", "Body text.")]),
        ("Head\n====\nBody", [("heading", "Head\n===="), ("paragraph", "Body")]),
        ("---\ntitle: x\n---\nBody", [("metadata", "---\ntitle: x\n---"), ("paragraph", "Body")]),
        ("- one\n- two\n\n  more", [("list", "- one"), ("list", "- two"), ("list", "more")]),
        ("1. one\n   - inner\n2. two", [("list", "1. one"), ("list", "- inner"), ("list", "2. two")]),
        ("> one\nlazy\n>\n> two", [("quote", "> one\nlazy"), ("quote", "> two")]),
        ("```py\na\n\nb\n```\nText", [("code", "```py\na\n\nb\n```"), ("paragraph", "Text")]),
        ("~~~\nnever closed\n", [("code", "~~~\nnever closed")]),
        ("Text\n\n    code\n", [("paragraph", "Text"), ("code", "code")]),
        ("| a | b |\n|---|---|\n| c | d |\n", [("table", "| a | b |"), ("table", "| c | d |")]),
        ("<div>\nhtml\n</div>\n", [("paragraph", "<div>\nhtml\n</div>")]),
        ("One  \ntwo\\\nthree", [("paragraph", "One  \ntwo\\\nthree")]),
        ("Above\n\n***\n\nBelow", [("paragraph", "Above"), ("paragraph", "Below")]),
        ("", []),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_block_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_footnotes_stay_where_they_are_written_used_or_not() -> None:
    text = "Said[^a] so.\n\n[^a]: Used.\n\nMore.\n\n[^b]: Not used.\n"
    assert [piece for _, piece in found(text)] == ["Said[^a] so.", "[^a]: Used.", "More.", "[^b]: Not used."]


def test_offsets_are_moved_by_what_stands_before() -> None:
    assert [(block.start, block.end) for block in blocks("# A\n\nb", 10)] == [(10, 13), (15, 16)]


def test_front_matter_is_read_with_its_quotation_marks_taken_off() -> None:
    text = "---\nTitle: \"He said 'no'\"\ndate: 2024-01-02\nurl: http://a.b/c\nowner: 'x\n"
    text += "list:\n  - y\n# remark: z\n---\n"
    assert headers.front_matter(text).metadata == {
        "title": "He said 'no'",
        "date": "2024-01-02",
        "url": "http://a.b/c",
        "owner": "'x",
        "list": "y",
    }


@pytest.mark.parametrize(
    "text", ["", "title: x\n", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "---- \nt: x\n---"]
)
def test_what_is_no_front_matter_gives_no_metadata(text: str) -> None:
    assert headers.front_matter(text).metadata == {}
