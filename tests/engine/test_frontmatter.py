import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine import frontmatter
from seedreader.engine.sanitize import sanitize

PIECES = st.sampled_from(
    '---\n|+++\n|{|}|"title"|:| |"x"|\n|title: y|title = "z"|[a]|- b|"|...|,|[|1|2020-01-02|{"a": "b"}'.split(
        "|"
    )
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_front_matter_ends_inside_the_text_and_says_lines(text: str) -> None:
    front = frontmatter.find(text)
    assert 0 <= front.end <= len(text)
    assert bool(front.end) or not front.metadata
    assert all("\n" not in value for value in front.metadata.values())


def test_yaml_is_read_with_its_quotation_marks_taken_off() -> None:
    text = "---\nTitle: \"He said 'no'\"\ndate: 2024-01-02\nurl: http://a.b/c\nowner: 'x\n"
    text += "list:\n  - y\n# remark: z\n---\n"
    assert frontmatter.find(text).metadata == {
        "title": "He said 'no'",
        "date": "2024-01-02",
        "url": "http://a.b/c",
        "owner": "'x",
        "list": "y",
    }


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('title: "One\ntwo: three"\ndate: 2021', {"title": "One two: three", "date": "2021"}),
        ("authors:\n- ida\n- 'bo'\nx: 1", {"authors": "ida, bo", "x": "1"}),
        ("authors:\n  - name: Ida", {"authors": "name: Ida"}),
        ("text: >\n  one\n  two\ntags: [a, b]", {"text": "one two", "tags": "a, b"}),
        ("owner: 'x\ndate: 2", {"owner": "'x", "date": "2"}),
        (r'a: "\"b\" \u2019s \x41\n\\n \q"', {"a": r'"b" ’s A \n \q'}),
        ("a: 'it''s \\n'", {"a": r"it's \n"}),
        ('a: [b, "c, d", \'e\', f"g]\nh: []\ni: [[j]]', {"a": 'b, c, d, e, f"g', "h": "", "i": "[[j]]"}),
        ("", {}),
        (": nothing\n - stray", {}),
    ],
)
def test_values_of_yaml_that_run_on(inner: str, expected: dict[str, str]) -> None:
    assert frontmatter.find(f"---\n{inner}\n---\n").metadata == expected


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "\\x1b[31m\\u202ea\\ud83d"\n---\n',
        '+++\ntitle = "\\u001b[31m\\u202ea\\u200b"\n"k\\u001b" = 1\n+++\n',
        '{"title": "\\u001b[31m\\u202ea\\ud83d"}\nText',
    ],
)
def test_what_escapes_bring_in_is_cleaned(text: str) -> None:
    said = frontmatter.find(text).metadata
    assert said["title"].removesuffix("\ufffd") == "[31ma"
    assert all(sanitize(key + value).edits == () for key, value in said.items())


def test_toml_is_read_with_lists_and_dates_on_one_line() -> None:
    text = (
        '+++\ntitle = "A\\nb"\nDate = 2024-01-02T03:04:05Z\ntags = ["a", "b"]\ndraft = false\n[x]\ny = 1\n+++'
    )
    text += "\nText\n"
    front = frontmatter.find(text)
    assert text[front.end :] == "\nText\n"
    assert front.metadata == {
        "title": "A b",
        "date": "2024-01-02 03:04:05+00:00",
        "tags": "a, b",
        "draft": "false",
    }


def test_json_is_read_where_a_text_stands_below_it() -> None:
    text = '{\n"Title": "A",\n"authors": ["x", "y"],\n"year": 2024, "no": null, "in": {"a": 1}\n}\n\nText\n'
    front = frontmatter.find(text)
    assert text[front.end :] == "\n\nText\n"
    assert front.metadata == {"title": "A", "authors": "x, y", "year": "2024"}


@pytest.mark.parametrize("text", ["+++\ntitle = [[[\n+++\nText", "+++\n" + "a = [" * 3000 + "\n+++\nText"])
def test_toml_that_cannot_be_parsed_is_front_matter_that_says_nothing(text: str) -> None:
    front = frontmatter.find(text)
    assert text[front.end :] == "\nText"
    assert front.metadata == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x\n",
        "---\ntitle: x\n",
        "\n---\ntitle: x\n---\n",
        "---- \nt: x\n---",
        "---\n\nA rule, no front matter.\n\n---\n\nText",
        "+++\ntitle = 'x'\n",
        '{"title": "all there is"}\n',
        '{"title": "x"} and more on its line\n\nText',
        "{}\n\nText",
        "[1]\n\nText",
        "{{ template }}\n\nText",
        "{" * 50_000 + "\n\nText",
    ],
    ids=lambda text: text[:10],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert frontmatter.find(text) == frontmatter.NOTHING
