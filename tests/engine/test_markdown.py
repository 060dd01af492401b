import gc
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler

from seedreader.engine import markdown
from seedreader.engine.markdown import parser
from seedreader.engine.model import Diagnostic

PIECES = st.sampled_from(
    "# |## |word|two words|\n|\n\n|> |- |  |    |1. |*|**|_|`|``|```\n|~~~\n|[|]|(|)|[a](b)|![p](q)|[r]|[r]: http://x\n"
    "|[^1]|[^1]: |\\|\\*|&amp;|&#65;|<b>|</b>|<div>|</div>|<br>|<!-- c -->|<http://u.v>|---\n|***\n|===\n|\t|é漢"
    '|{{ y }}|{: .z}|{%a%}| "t")|<a href="h">|</a>|<p>|<td>|<script>|</script>|+++\n|title: x\n|{|}|.|\r\n|\x1b|\u202e'
    "|&#27;|<img alt='q'>|\u200b".split("|")
) | st.sampled_from(["| a | b |\n", "|---|---|\n", "|", "\\|"])
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)
# No list items: their signs are the only ones that a renderer makes of its own.
SAFE = st.lists(
    st.sampled_from(
        "# |## |word|two words|\n|\n\n|> |    |_|`|``|```\n|[|]|(|)|[a](b)|[r]|[r]: http://x\n|\\|\\_|&amp;|&copy;"
        '|<http://u.v>|===\n|\t|é漢| "t")|.|__|x'.split("|")
    ),
    max_size=16,
).map("".join)


def found(text: str) -> list[tuple[str, str]]:
    read = markdown.read(text)
    return [(block.kind, read.sanitized.text[block.start : block.end]) for block in read.blocks]


def shown(text: str) -> str:
    return "\n".join(piece for _, piece in found(text))


@given(TEXTS)
def test_what_was_written_can_be_rebuilt(text: str) -> None:
    read = markdown.read(text)
    assert read.sanitized.raw() == text
    places = [read.sanitized.raw_offset(offset) for offset in range(len(read.sanitized.text) + 1)]
    assert places == sorted(places)


@given(TEXTS)
def test_blocks_stand_in_order_and_nothing_but_blanks_stands_between_them(text: str) -> None:
    read = markdown.read(text)
    clean, done, between = read.sanitized.text, 0, ""
    for block in read.blocks:
        assert done <= block.start < block.end <= len(clean)
        piece = clean[block.start : block.end]
        assert piece == piece.strip()
        between += clean[done : block.start]
        done = block.end
    assert not (between + clean[done:]).strip()
    assert all(0 <= link.start < link.end <= len(clean) for link in read.links)


@given(SAFE)
def test_the_text_is_what_a_renderer_shows(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable("table").render(text)
    # A link without words, which a page does not show, is its address here.
    if "></a>" in rendered:
        return
    words = re.sub(r"<[^>]*>", "", rendered)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        words = words.replace(entity, sign)
    assert "".join(markdown.read(text).sanitized.text.split()) == "".join(words.split())


@pytest.mark.parametrize("size", [1, 40, 300])
@given(st.lists(TEXTS, max_size=4).map("\n\n".join))
def test_a_long_text_is_read_in_pieces_as_if_at_once(size: int, text: str) -> None:
    whole = markdown.read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "_CHUNK", size)
        pieces = markdown.read(text)
    # A definition that is none in its place, as in code, may count for a piece above it.
    if "[r]: " not in text:
        assert pieces == whole
    assert pieces.sanitized.raw() == text


def test_what_is_defined_below_a_piece_is_known_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_CHUNK", 30)
    text = "See [this report][1] of it.\n\n" + "More of it here.\n\n" * 9 + "[1]: http://a.b\n"
    read = markdown.read(text)
    assert read.sanitized.text.startswith("See this report of it.\n")
    assert [link.address for link in read.links] == ["http://a.b"]


def test_a_block_without_end_is_cut_at_the_end_of_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_CHUNK", 50)
    monkeypatch.setattr(parser, "_MOST", 100)
    items = [f"- *item* {number}" for number in range(200)]
    assert found("\n".join(items)) == [("list", item.replace("*", "")) for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head #\n\nBody text.", [("heading", "Head"), ("paragraph", "Body text.")]),
        ("Head *one*\nand two\n====\nBody", [("heading", "Head one\nand two"), ("paragraph", "Body")]),
        ("---\ntitle: x\n---\nBody", [("metadata", "---\ntitle: x\n---"), ("paragraph", "Body")]),
        ("- one\n- two\n\n  more", [("list", "- one"), ("list", "- two"), ("list", "more")]),
        ("1. one\n   - in\n     it\n2. two", [("list", "1. one"), ("list", "- in\nit"), ("list", "2. two")]),
        ("> one\nlazy\n>\n> two\n> three", [("quote", "one\nlazy"), ("quote", "two\nthree")]),
        ("> - a\n>   b\n> # c", [("list", "- a\nb"), ("heading", "c")]),
        ("```py\na\n\nb\n```\nText", [("code", "a\n\nb"), ("paragraph", "Text")]),
        ("~~~\nnever *closed*", [("code", "never *closed*")]),
        ("> ```\n> in quotes\n> ```", [("code", "in quotes")]),
        ("Text\n\n    > code\n      more\n", [("paragraph", "Text"), ("code", "> code\n      more")]),
        ("| a | b |\n|---|---|\n|c|d *e*|f|\n", [("table", "a | b"), ("table", "c | d e | f")]),
        ("a | b\n--|--\n`c\\|d` | [e](f)\n", [("table", "a | b"), ("table", "c|d | e")]),
        ("One  \ntwo\\\nthree\n  four", [("paragraph", "One\ntwo\nthree\nfour")]),
        ("Above\n\n***\n\nBelow", [("paragraph", "Above"), ("paragraph", "Below")]),
        ("-\n\n[r]: http://x 'unused'\n\n1.\n", [("paragraph", "1.")]),
        ("", []),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*one* __two__ ***three*** a_b_c 2 * 3", "one two three a_b_c 2 * 3"),
        ("`code *not em*` and `` a ` b ``", "code *not em* and a ` b"),
        ("\\*plain\\* &amp; &copy; AT&T &bogus;", "*plain* & © AT&T &bogus;"),
        ("&#27;[31m&#8238;x&#0;", "\ufffd[31mx\ufffd"),
        ("[a *b*](http://x 'title') [c][d] [d] [e]\n\n[d]: http://y", "a b c d [e]"),
        ("<http://x.y/%20> <me@x.y> https://z", "http://x.y/%20 me@x.y https://z"),
        ("[](http://empty)", "http://empty"),
        ("![what *it* shows](p.png) [![in](a)](b)", "what it shows in"),
        ("a<br>b<br/>c <b>bold</b> <!-- gone --> <i class='x'>it</i>", "a\nb\nc bold  it"),
        ("a <script>gone</script> b <svg> c", "a  b <svg> c"),
        ("Said[^a] so[^b].\n\n[^a]: Used *here*.\n\n[^c]: Not.", "Said[a] so[b].\n[a] Used here.\n[c] Not."),
        ("*never closed and [open](", "*never closed and [open]("),
    ],
)  # fmt: skip
def test_what_is_inside_a_paragraph(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>\n<p>One\ntwo.</p><p>Three &lt;.</p>\n</div>", [("line", "One\ntwo."), ("line", "Three <.")]),
        ("<h2>Head</h2>\n<ul><li>a<li>b</ul>", [("heading", "Head"), ("list", "a"), ("list", "b")]),
        ("<blockquote>\n\tIt <b>is</b>.\n</blockquote>", [("quote", "It is.")]),
        ("<table><tr><td>a</td>\n<td>b</td></tr></table>", [("table", "a\n | b")]),
        ("<figure>\n<img src='x>y' alt=\"A &amp; B\"/>\n</figure>", [("line", "A & B")]),
        ("<style>\np {}\n\nq\n</style>\n\nText", [("paragraph", "Text")]),
        ("<div><template>no</template><svg/>yes</div>", [("line", "yes")]),
        ("<div><video>never closed, so shown", [("line", "never closed, so shown")]),
        ("<!-- a\n\nb -->\nText", [("paragraph", "Text")]),
        ("<div>\n\n*Markdown* again\n\n</div>", [("paragraph", "Markdown again")]),
    ],
)
def test_html_in_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_links_know_their_words_and_where_they_lead() -> None:
    read = markdown.read(
        "A [b *c*](http://x) <http://y> [d][e] <a href='/z'>f</a>\n\n"
        "> [over\n> lines]({{ '/p' | url }})\n\n<p><a href=\"q\">g</a>\n\n[e]: <u v> 't'\n"
    )
    text = read.sanitized.text
    assert [(text[link.start : link.end], link.address) for link in read.links] == [
        ("b c", "http://x"),
        ("http://y", "http://y"),
        ("d", "u%20v"),
        ("f", "/z"),
        ("over\nlines", "{{ '/p' | url }}"),
        ("g", "q"),
    ]


def test_what_a_site_generator_fills_in_stays_and_its_attributes_go() -> None:
    text = "*By {{ name_of | *it* }}*{: .by}\n\n{% image 'a_b' *c* %}\n\n{: .x}\n\n`{: .y}` and z\n"
    assert shown(text) == "By {{ name_of | *it* }}\n{% image 'a_b' *c* %}\n{: .y} and z"


def test_a_template_of_several_lines_stays_as_it_is() -> None:
    text = "{% include a_b.html\n  image='*c*'\n  alt='d_e_' %}\n\nSee [it]({{ 'x' | url }}) *so*. {% a\n\n*b* %}"
    assert shown(text) == "{% include a_b.html\nimage='*c*'\nalt='d_e_' %}\nSee it so. {% a\nb %}"


def test_signs_that_stand_for_templates_are_signs_of_the_text_where_it_has_them() -> None:
    assert shown("*By* \ue001\ue000 {: .x}") == "By \ue001\ue000 {: .x}"


def test_control_characters_are_counted_and_markup_is_not() -> None:
    read = markdown.read("\x1b**a** [b](c\u202e)\r\n")
    assert read.sanitized.diagnostics() == (
        Diagnostic("control", "control characters removed", 1),
        Diagnostic("bidi", "text direction marks removed", 1),
    )


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " deep",
        "*" * 20_000 + "a" + "_" * 20_000,
        "[" * 3000 + "x" + "](y)" * 3000,
        "<a '" * 5000,
        '<div "' * 5000,
        "<div>\n" + "<svg>" * 5000,
        "`" + " `" * 5000,
        "| a " * 3000 + "\n" + "|-" * 3000,
        "{{" * 20_000 + "{:" * 20_000,
        "&" * 20_000 + "&amp" * 5000,
    ],
    ids=lambda text: text[:6],
)
def test_what_is_nested_or_never_closed_is_read_all_the_same(text: str) -> None:
    assert markdown.read(text).sanitized.raw() == text


@pytest.mark.parametrize(
    ("first", "unit"),
    [
        ("<div>\n", '<p class="a" '),
        ("<div>\n", "<p "),
        ("<div>\n", "<p 'a\" "),
        ("<div>\n", '<p "a" <p \'b" '),
        ("<div>\n", '"<p \'"'),
        ("<div>\n", "<svg>"),
        ("<div>\n", "</svg <svg>"),
        ("<div>\n", "<!-- "),
        ("| a | b |\n|---|---|\n", "| c | d |\n"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(first: str, unit: str) -> None:
    def seconds(length: int) -> float:
        text = first + unit * (length // len(unit))
        started = time.process_time()
        markdown.read(text)
        return time.process_time() - started

    seconds(1000)
    # How often the collector looks at all objects depends on what other tests have left.
    gc.collect()
    gc.disable()
    try:
        short, long = (min(seconds(length), seconds(length)) for length in (40_000, 160_000))
    finally:
        gc.enable()
    assert long < 6.5 * short + 0.05  # four times the text; quadratic would be sixteen


def test_tags_of_any_length_are_tags() -> None:
    picture = "data:image/png;base64," + "iVBORw0K" * 20_000
    assert found(f'<div>\none <img src="{picture}" alt=\'x > y\'> two <b title="<i>">three</b>\n</div>') == [
        ("line", "one x > y two three")
    ]


@pytest.mark.parametrize("letters", ["", "İ" * 30, "ſK" * 30])
def test_elements_that_hide_are_found_where_they_stand_in_any_language(letters: str) -> None:
    text = f"<div>\n{letters}<noscript>hidden</NoScript> one > two <b>three</b>\n</div>"
    assert shown(text) == f"{letters} one > two three".strip()


def test_signs_that_only_look_like_letters_close_nothing() -> None:
    assert shown("<div>\na <style>b</ſtyle> c</style> d\n</div>") == "a  d"


def test_a_parser_is_given_to_threads_with_its_rules_made(monkeypatch: pytest.MonkeyPatch) -> None:
    parser._parser.cache_clear()
    parser._parser()

    def late(ruler: object) -> None:
        raise AssertionError(ruler)

    monkeypatch.setattr(Ruler, "__compile__", late)
    assert shown("# a\n\n**b** [c](d)\n\n- e\n\n| f |\n|---|\n| g |\n\n[^1]: h")
