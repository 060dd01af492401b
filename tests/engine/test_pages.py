import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine import analysis, documents, verdicts
from seedreader.engine.model import Block, BlockKind, LineMark, Span
from seedreader.engine.pages import flat, has_markup, looks_like_page, page
from seedreader.engine.pages.content import belonging
from seedreader.engine.sanitize import sanitize

PARAGRAPHS = [
    "The ferry had left Alden at ten past six in dense fog and struck a shoal at the harbour mouth of Kvalvik.",
    "“We felt a long scrape and then the lights went out,” said Ida Moe, a nurse who was on her way to work.",
    "Nobody was seriously hurt, the coast guard said, and all 214 people on board had been brought ashore by noon.",
    "Divers will look at the hull on Wednesday; until then buses take passengers around the fjord, said the operator.",
]
MENU = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("News", "Sport", "Weather", "Letters"))
PAGE = f"""<!DOCTYPE html><html><head><meta charset=utf-8><title>Ferry runs aground - The Fjord Post</title>
<meta property="og:site_name" content="The Fjord Post"><meta property="article:published_time" content="2021-05-02">
<meta name="author" content="Bo Lund"><link rel="canonical" href="https://post.example/ferry">
<script>var hidden = "SCRIPT";</script><style>p {{ color: red }}</style></head><body>
<nav><ul>{MENU}</ul></nav>
<article><h1>Ferry runs aground</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</article>
<aside><h3>Most read</h3><ul><li><a href="/a">Cat found after six years in a tree</a></li></ul></aside>
<footer><p>Copyright The Fjord Post. Subscribe to our newsletter.</p></footer></body></html>"""

MARKUP = st.lists(
    st.sampled_from(
        "<p>|</p>|<div>|</div>|<br>|<b>|</b>|<li>|<ul>|<table>|<tr>|<td>|</td>|</tr>|<pre>|</pre>|<h1>|</h1>|"
        "<script>|</script>|<!--|-->|<|>|&amp;|&#27;|&lt;|\u200b|\x1b[31m|One two.|\n|<style>|<title>|<a href=x>|"
        "<div hidden>|<blockquote>|<html>|<body>|</html>|<svg>|<textarea>|\r|&#x202e;|<code>|word".split("|")
    ),
    max_size=25,
).map("".join)


def found(source: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in page.read(source).lines]


def texts(source: str) -> list[str]:
    return [line.text for line in page.read(source).lines]


def test_the_article_is_told_from_what_stands_around_it() -> None:
    lines = {line.text: line.verdict for line in page.read(PAGE).lines}
    assert all(lines[text] == "content" for text in ("Ferry runs aground", *PARAGRAPHS))
    assert all(lines[text] == "furniture" for text in ("News", "Weather", "Most read"))


def test_everything_visible_is_there_once_in_its_order_and_nothing_else() -> None:
    assert texts(PAGE) == [
        "News",
        "Sport",
        "Weather",
        "Letters",
        "Ferry runs aground",
        *PARAGRAPHS,
        "Most read",
        "Cat found after six years in a tree",
        "Copyright The Fjord Post. Subscribe to our newsletter.",
    ]


def test_a_page_tells_title_date_outlet_author_and_address() -> None:
    assert page.read(PAGE).metadata == {
        "title": "Ferry runs aground",
        "date": "2021-05-02",
        "source": "The Fjord Post",
        "author": "Bo Lund",
        "url": "https://post.example/ferry",
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>Head <i>line</i></h2>", [("heading", "Head line")]),
        ("<p>One<br>two</p>", [("paragraph", "One"), ("paragraph", "two")]),
        ("<div>One <b>two</b>\n three</div>", [("line", "One two three")]),
        ("<ul><li>One<ul><li>Two</ul></ul>", [("list", "One"), ("list", "Two")]),
        ("<blockquote><p>Said.</p></blockquote>", [("quote", "Said.")]),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", [("table", "a | b"), ("table", "1 | 2")]),
        (
            "<table><tr><td><p>One.</p><p>Two.</p><td>x</table>",
            [("paragraph", "One."), ("paragraph", "Two."), ("line", "x")],
        ),
        ("<pre>one\n  two</pre>", [("line", "one"), ("line", "  two")]),
        ("<pre><code>one\n  two</code></pre>", [("code", "one\n  two")]),
        ("<p><a>One</a><a>Two</a></p>", [("paragraph", "One Two")]),
        ("<p>caf&eacute; &#8211; &amp;lt; &bogus;</p>", [("paragraph", "café – &lt; &bogus;")]),
        ("<p>One<script>no</script> two<!-- no --><style>no</style></p>", [("paragraph", "One two")]),
        ("<p hidden>no</p><p style='color:red; display: none'>no</p><p>yes</p>", [("paragraph", "yes")]),
        (
            "<textarea>no</textarea><noscript>no</noscript><template>no</template><svg><text>no</svg>yes",
            [("line", "yes")],
        ),
        (
            "<html><body style='visibility:hidden'><p>yes</p></body></html><p>after",
            [("paragraph", "yes"), ("paragraph", "after")],
        ),
        ("no tags at all", [("line", "no tags at all")]),
        ("<p>One", [("paragraph", "One")]),
        ("", []),
        ("<html></html>", []),
    ],
)
def test_lines_of_a_page(source: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert found(source) == expected


def test_a_page_that_a_script_would_draw_gives_the_text_it_carries_for_search_engines() -> None:
    body = '{"@graph": [{"@type": "NewsArticle", "articleBody": "One here.\\nTwo here."}]}'
    source = f'<html><title>T</title><script type="application/ld+json">{body}</script><body></body></html>'
    assert texts(source) == ["One here.", "Two here."]
    assert page.read(source).metadata == {"title": "T"}
    assert page.read(source.replace('"@graph"', "@graph")).lines == ()


@pytest.mark.parametrize("letters", ["", "İ" * 40, "ſK" * 40])
def test_elements_are_found_where_they_stand_in_any_language(letters: str) -> None:
    body = '{"articleBody": "One here."}'
    source = f'<html><title>{letters}</title><script type="application/LD+json">{body}</SCRIPT><body></body></html>'
    assert texts(source) == ["One here."]
    seen = flat.lines(f"<p>{letters}one<script>if (a < b) hidden()</SCRIPT> > two <b>three</b><p>four")
    assert [line.text for line in seen] == [f"{letters}one", "> two three", "four"]


def test_pieces_of_pages_are_not_judged() -> None:
    assert {line.verdict for line in page.read("<div><a>Menu</a></div><p>One.</p>").lines} == {None}


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5000 + "deep" + "</div>" * 5000,
        "<b>" * 50_000 + "deep",
        "<ul><li>" * 3000 + "deep",
        "<table><tr><td>" * 2000 + "deep",
        "<blockquote>" * 20_000 + "deep",
        "<p " + " ".join(f"a{n}=b" for n in range(10_000)) + ">deep",
        "<!--" * 20_000 + "-->deep",
        "<!DOCTYPE html [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]><p>deep &b;</p>",
        "<a href=x>" * 20_000 + "deep",
        "<" * 50_000 + "p>deep",
        "<script>" + "<script " * 20_000 + "</script>deep",
        "<style>deep" * 10_000 + "</style>deep",
    ],
    ids=lambda source: source[:12],
)
def test_hostile_pages_are_read_in_time_and_to_their_end(source: str) -> None:
    start = time.process_time()
    assert "deep" in " ".join(texts(f"<html><body>{source}</body></html>"))
    assert time.process_time() - start < 5


@settings(deadline=None)
@given(MARKUP | st.text(max_size=60))
def test_a_page_set_out_is_its_blocks_and_nothing_else_that_can_be_seen(source: str) -> None:
    read = page.read(source)
    clean, blocks = page.set_out(read)
    done, between = 0, []
    for block in blocks:
        assert done <= block.start < block.end
        piece = clean.text[block.start : block.end]
        assert piece == piece.strip()
        between.append(clean.text[done : block.start])
        done = block.end
    between.append(clean.text[done:])
    assert not "".join(between).strip()
    assert sanitize(clean.text).edits == ()
    document = documents.read(clean.text, documents.Given(read.metadata, blocks))
    assert document.blocks == blocks


def test_blocks_that_are_longer_than_a_part_are_cut_with_it() -> None:
    text = "word " * documents.PART_LENGTH
    clean, blocks = page.set_out(page.Page((page.Line(text, "paragraph", "content"),), {}))
    document = documents.read(clean.text, documents.Given({}, blocks))
    assert len(document.blocks) > 1
    assert "".join(document.slice(block) for block in document.blocks).count("word") == documents.PART_LENGTH
    assert {block.verdict for block in document.blocks} == {"content"}


def test_what_the_page_leaves_out_is_sure_furniture_with_the_reason() -> None:
    read = page.read(PAGE)
    clean, blocks = page.set_out(read)
    part = documents.read_part(clean.text, Span(0, len(clean.text)), documents.Given(read.metadata, blocks))
    marked = analysis.analyse(part, Span(0, len(clean.text)))
    told = {part.slice(one): one for one in marked.furniture}
    assert told["Weather"].tier == "sure"
    assert told["Weather"].reasons[0] == verdicts.REASON
    assert not set(PARAGRAPHS) & set(told)
    assert part.title
    assert part.slice(part.title) == "Ferry runs aground"


def judged(*blocks: tuple[str, str | None, LineMark]) -> list[str]:
    text = "\n".join(line for line, _, _ in blocks)
    made: list[Block] = []
    start = 0
    for line, verdict, _ in blocks:
        made.append(Block(start, start + len(line), "paragraph", verdict))  # type: ignore[arg-type]
        start += len(line) + 1
    document = documents.read(text, documents.Given({}, tuple(made)))
    return [mark.tier for mark in verdicts.judge(document, [mark for _, _, mark in blocks])]


def test_words_and_page_are_weighed_against_each_other() -> None:
    content, sure = LineMark("content", None, 0.01), LineMark("sure", "promo", 0.9)
    unsure = LineMark("unsure", "promo", 0.6)
    assert judged(("Short.", "furniture", content)) == ["sure"]
    assert judged(("Long words " * 30, "furniture", content)) == ["content"]
    assert judged(("Text here.", "content", unsure)) == ["content"]
    assert judged(("Text here. " * 9, "content", content), ("Sign up.", "content", sure)) == [
        "content",
        "sure",
    ]
    assert judged(("Text here. " * 9, "content", sure), ("Sign up.", "content", content)) == ["content"] * 2
    assert judged(("Text here.", None, unsure)) == ["unsure"]


@pytest.mark.parametrize(
    ("source", "told", "count"),
    [
        (
            PAGE.replace("</body>", "<p>x<b>y</b></p>" * page.MOST_ELEMENTS),
            "too many",
            2 * page.MOST_ELEMENTS,
        ),
        (PAGE.replace("</body>", "<div>" * 3000 + "x"), "nested too deep", 1),
        ("<html><body><footer>Menu</footer></body></html>", "does not tell", 1),
        (PAGE, "", 0),
        ("<p>A piece</p><p>of a page</p>", "", 0),
    ],
    ids=["many", "deep", "nothing", "page", "piece"],
)
def test_why_the_lines_of_a_page_have_no_verdict_is_told(source: str, told: str, count: int) -> None:
    read = page.read(source)
    assert bool(read.notes) is bool(told)
    assert all(
        note.code == "unjudged" and told in note.message and note.count >= count for note in read.notes
    )
    assert all(line.verdict is None for line in read.lines) or not told


def test_lines_are_found_in_an_extract_that_breaks_them_elsewhere() -> None:
    lines = ["Menu", PARAGRAPHS[0], PARAGRAPHS[1] + " " + PARAGRAPHS[2], "Short one", "Menu"]
    extract = f"{PARAGRAPHS[0][:40]}\n{PARAGRAPHS[0][40:]}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\nShort one\n"
    assert belonging(lines, extract) == [False, True, True, True, False]
    assert belonging(lines, "") == [False] * 5


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html>\n<p>x", True),
        ("\ufeff\n<html><body>x", True),
        ("<div><p>x</p></div>", True),
        ("<p>alone", False),
        ("He said <b>no</b>.", False),
        ("<CLT.TO> fell 3 %", False),
        ("<?xml version='1.0'?><feed/>", False),
        ("", False),
    ],
)
def test_pages_are_known_by_how_they_begin(text: str, is_page: bool) -> None:
    assert looks_like_page(text) is is_page


def test_markup_in_a_piece_of_text_is_known_by_several_tags() -> None:
    assert has_markup("One<br/>two <a href='x'>three</a>")
    assert not has_markup("a < b and <CLT.TO> and <p>")
