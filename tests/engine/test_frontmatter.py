import time

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
        ('a: "one\n\ntwo"\nb: 1', {"a": "one two", "b": "1"}),
        (
            "# remark\n\na: 1\n\n# more\nb:\n\n- x\n- y\n\nc: |\n  d\n\n  e",
            {"a": "1", "b": "x, y", "c": "d e"},
        ),
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


def test_numbers_too_long_to_be_written_say_nothing() -> None:
    for number in ("9" * 5000, "0x" + "f" * 5000, "0x" + "f" * 17):
        front = frontmatter.find(f"+++\na = 'x'\nb = {number}\n+++\nText")
        assert front.end
        assert "b" not in front.metadata
    front = frontmatter.find('{"a": "x", "b": 18446744073709551616, "c": -18446744073709551615}\nText')
    assert front.metadata == {"a": "x", "c": "-18446744073709551615"}
    assert frontmatter.find('{"a": "x", "b": ' + "9" * 5000 + "}\nText") == frontmatter.NOTHING


def test_lists_nested_too_deep_say_nothing() -> None:
    for deep in (4, 300, 900):
        front = frontmatter.find('{"a": ["x", ["y"]], "b":' + "[" * deep + '"z"' + "]" * deep + "}\nText")
        assert front.metadata == {"a": "x, y"}


@pytest.mark.parametrize(
    "key", ["a" + ".a" * 9000, "a" + " . a" * 4000, '"a"' + ".'a'" * 4000, "[a" + ".a" * 9000]
)
@pytest.mark.parametrize("before", ["", "x = {"])
def test_keys_of_thousands_of_parts_are_not_parsed(before: str, key: str) -> None:
    text = f"+++\ntitle = 'x'\n{before}{key}{']' if '[' in key else ' = 1'}{'}' if before else ''}"
    started = time.process_time()
    front = frontmatter.find(f"{text}\n+++\nText")
    assert front == (len(text) + 4, {})
    assert time.process_time() - started < 0.05  # parsing takes half a second


def test_keys_of_some_parts_are_read_and_so_is_what_is_full_of_points() -> None:
    text = '+++\na.b.c = 1\ntitle = "' + "so it goes... " * 50 + '"\nv = "1.2.3.4"\n+++\n'
    assert frontmatter.find(text).metadata == {"title": ("so it goes... " * 50).strip(), "v": "1.2.3.4"}


@pytest.mark.parametrize("fence", ["+++", ""])
def test_front_matter_of_a_book_s_length_is_not_parsed(fence: str) -> None:
    keys = [f"k{n}" for n in range(3000)]
    inner = "\n".join(f"{key} = 1" for key in keys)
    if not fence:
        inner = "{" + ", ".join(f'"{key}": 1' for key in keys) + "}"
    assert frontmatter.find(f"{fence}\n{inner}\n{fence}\nText".lstrip("\n")).metadata == {}


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ferry ran aground.\n\nThe captain said: we had no time.\n\n---\nFooter",
        "---\nThe captain said: we had no time.\n\nThe ferry ran aground.\n\n---\nFooter",
        "---\n# Ferry aground\n\nThe ferry ran aground. The captain had: no time.\nOne: two.\n\nText\n---\n",
        "---\n- One\ntitle: x\n---\n",
        "---\n  deep: x\n---\n",
        "---\ntitle: x\n\n-five degrees\n---\n",
    ],
)
def test_prose_between_two_rules_is_no_front_matter(text: str) -> None:
    assert frontmatter.find(text) == frontmatter.NOTHING


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
