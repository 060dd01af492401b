import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

import seedreader
from seedreader.engine import analysis, documents
from seedreader.engine.comparison import Comparison, compare
from seedreader.engine.model import Diagnostic, Furniture, Span
from seedreader.engine.report import listing, markdown, page, records, tables
from seedreader.engine.report.records import Entry

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
HOSTILE = (
    "Mayor | <script>alert(1)</script> & *bold* [x](y)\n\n"
    "The mayor said <b>no</b> | `rm` &lt; ~x~ _y_ # and left the town for good, they told us.\n\n"
    "“We will <i>not</i> go,” said Ann Moe, the mayor.\n\n- a list item\n\n=SUM(A1)\n"
)
ARTICLE = {
    "id", "path", "title", "metadata", "text", "encoding", "blocks", "sentences", "boilerplate", "quotes",
    "diagnostics",
}  # fmt: skip
SKIPPED = [("bad|<b>.pdf", "it is a PDF, not text")]


def entry(letter: str, path: str, text: str) -> Entry:
    document = documents.read(text)
    title = document.slice(document.title) if document.title else path
    marked = analysis.analyse(document, Span(0, len(text)))
    return Entry(
        letter, path, title, "utf-8", marked, (Diagnostic("control", "control characters removed", 1),)
    )


@pytest.fixture(scope="module")
def seeds() -> list[Entry]:
    return [entry("ABCDE"[i], path.name, path.read_text(encoding="utf-8")) for i, path in enumerate(SEEDS)]


@pytest.fixture(scope="module")
def compared(seeds: list[Entry]) -> Comparison:
    return compare(seeds[0].analysis, seeds[1].analysis)


@pytest.fixture(scope="module")
def hostile() -> Entry:
    found = entry("A", "a|<b>.txt", HOSTILE)
    furniture = Furniture(*_place("- a list item"), "related", "sure", 0.9, ('"<why>"',))
    return replace(found, analysis=replace(found.analysis, furniture=(furniture,)))


def _place(piece: str) -> tuple[int, int]:
    start = HOSTILE.index(piece)
    return start, start + len(piece)


def loaded(record: dict[str, Any]) -> Any:  # noqa: ANN401 - parsed JSON
    return json.loads(records.dump(record))


class Page(HTMLParser):
    """Gathers tags and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.titles: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.titles += [value for name, value in attrs if name == "title" and value]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_json_of_a_report_has_exactly_the_agreed_keys(seeds: list[Entry]) -> None:
    record = loaded(records.report(seeds, SKIPPED))
    assert set(record) == {
        "schema", "version", "skipped", "articles", "persons", "utterances", "claims", "coverage", "groups",
        "conflicts", "left_out",
    }  # fmt: skip
    assert (record["schema"], record["version"]) == (1, seedreader.__version__)
    assert record["skipped"] == [{"path": "bad|<b>.pdf", "reason": "it is a PDF, not text"}]
    keys = {"blocks": {"start", "end", "kind"}, "sentences": {"n", "start", "end"}}
    keys |= {
        "boilerplate": {"start", "end", "kind", "tier", "p", "reasons"},
        "diagnostics": {"code", "message", "count"},
    }
    keys |= {"quotes": {"start", "end", "type", "speaker", "person", "cue", "repairs"}}
    for article in record["articles"]:
        assert set(article) == ARTICLE
        for name, expected in keys.items():
            assert all(set(item) == expected for item in article[name])
        for quote in article["quotes"]:
            assert quote["cue"] is None or set(quote["cue"]) == {"start", "end"}
            speaker = quote["speaker"]
            assert speaker is None or speaker["text"] == article["text"][speaker["start"] : speaker["end"]]
    assert all(set(person) == {"name", "variants", "articles"} for person in record["persons"])
    utterance = {"person", "title", "drift", "articles", "base", "variants"}
    variant = {
        "article",
        "sentence",
        "quote",
        "start",
        "end",
        "text",
        "manner",
        "parts",
        "quoted",
        "drift",
        "notes",
    }
    assert record["utterances"]
    for said in record["utterances"]:
        assert set(said) == utterance
        assert all(set(one) == variant | {"changes"} for one in said["variants"])


def test_utterances_of_the_json_lie_in_their_articles(seeds: list[Entry]) -> None:
    record = loaded(records.report(seeds, SKIPPED))
    texts = {article["id"]: article["text"] for article in record["articles"]}
    quotes = {article["id"]: article["quotes"] for article in record["articles"]}
    names = {person["name"] for person in record["persons"]}
    assert len(names) == len(record["persons"])
    for said in record["utterances"]:
        assert said["person"] is None or said["person"] in names
        assert said["articles"] == sorted({one["article"] for one in said["variants"]})
        base = said["variants"][said["base"]]
        assert base["notes"] == []
        for one in said["variants"]:
            assert one["text"] == texts[one["article"]][one["start"] : one["end"]]
            quote = quotes[one["article"]][one["quote"]]
            assert quote["start"] < one["end"]
            assert quote["end"] > one["start"]
            for change in one["changes"]:
                side = base if change["side"] == "a" else one
                assert side["start"] <= change["start"] < change["end"] <= side["end"]
    shared = [said for said in record["utterances"] if len(said["articles"]) > 1]
    assert len(shared) >= 8
    assert record["utterances"][: len(shared)] == shared


@pytest.mark.parametrize("form", [markdown.report, page.report])
def test_a_report_tells_who_said_what(
    form: Callable[[Sequence[Entry], Sequence[tuple[str, str]]], Iterator[str]], seeds: list[Entry]
) -> None:
    made = "".join(form(seeds, []))
    seen = rendered(made) if form is markdown.report else Page(made)
    assert "Who said what" in seen.text
    assert "“truce” for “reconciliation”" in seen.text
    assert "quotes only “ready to help”" in seen.text
    assert "In one article only: " in seen.text
    assert seen.tags.count("table") >= 8


def test_a_report_on_articles_without_quotations_has_no_such_section() -> None:
    bare = entry("A", "a.txt", "The mill stands by the river.\n")
    assert "Who said what" not in "".join(markdown.report([bare], [])) + "".join(page.report([bare], []))


def test_the_json_of_a_comparison_has_exactly_the_agreed_keys(
    seeds: list[Entry], compared: Comparison
) -> None:
    record = loaded(records.comparison(seeds[0], seeds[1], compared))
    assert set(record) == {"schema", "version", "a", "b", "groups", "further", "counts"}
    assert set(record["a"]) == set(record["b"]) == ARTICLE
    assert set(record["counts"]) == {
        "same",
        "reworded",
        "partial",
        "moved",
        "split",
        "only_a",
        "only_b",
        "boilerplate",
    }
    for group in record["groups"]:
        assert set(group) == {"a", "b", "relation", "moved", "p", "links", "changes", "conflicts", "reasons"}
        assert all(n_a in group["a"] and n_b in group["b"] for n_a, n_b, _ in group["links"])
        assert all(set(change) == {"side", "start", "end", "grade"} for change in group["changes"])
    assert sorted(n for group in record["groups"] for n in group["a"]) == list(range(1, 30))
    assert sorted(n for group in record["groups"] for n in group["b"]) == list(range(1, 14))


def test_a_report_is_the_same_bytes_twice(seeds: list[Entry], compared: Comparison) -> None:
    again = [entry("ABCDE"[i], path.name, path.read_text(encoding="utf-8")) for i, path in enumerate(SEEDS)]
    assert records.dump(records.report(again, SKIPPED)) == records.dump(records.report(seeds, SKIPPED))
    anew = compare(again[0].analysis, again[1].analysis)
    for form in (markdown.comparison, page.comparison):
        assert list(form(again[0], again[1], anew)) == list(form(seeds[0], seeds[1], compared))


def test_the_text_of_the_json_is_the_text_of_the_article(seeds: list[Entry]) -> None:
    record = loaded(records.report(seeds, []))
    assert [article["text"] for article in record["articles"]] == [
        path.read_text(encoding="utf-8") for path in SEEDS
    ]


def test_rows_of_the_table_parse_back_to_the_sentences(seeds: list[Entry]) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(tables.sentences(seeds)))))
    documents_by_letter = {one.id: one.analysis.document for one in seeds}
    assert len(rows) == sum(len(document.sentences) for document in documents_by_letter.values())
    for row in rows:
        letter, number = row["address"].split(".")
        sentence = documents_by_letter[letter].sentences[int(number) - 1]
        assert (int(row["start"]), int(row["end"])) == (sentence.start, sentence.end)
        assert row["text"].lstrip("'") == " ".join(documents_by_letter[letter].slice(sentence).split())
        assert row["tier"] in ("content", "unsure", "sure")
    assert {row["person"] for row in rows} > {""}


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+x", "-x", "@x"])
def test_a_cell_that_looks_like_a_formula_is_made_text(cell: str) -> None:
    rows = list(csv.reader(tables.sentences([entry("A", "x", f"{cell}\n")])))
    assert rows[1][-1] == f"'{cell}"


def test_html_shows_markup_of_a_text_as_text(hostile: Entry) -> None:
    html = "".join(page.report([hostile], SKIPPED))
    seen = Page(html)
    assert not {"script", "b", "i"}.intersection(seen.tags)
    assert "<script>alert(1)</script>" in seen.text
    assert "&lt;" in seen.text
    assert "a|<b>.txt" in seen.text
    assert 'related: "<why>"' in seen.titles
    assert html.endswith("</html>\n")


def test_html_of_a_comparison_shows_markup_of_a_text_as_text(hostile: Entry) -> None:
    other = entry("B", "<b>.txt", HOSTILE.replace("left the town", "stayed <u>in</u> town"))
    html = "".join(page.comparison(hostile, other, compare(hostile.analysis, other.analysis)))
    seen = Page(html)
    assert not {"script", "b", "i"}.intersection(seen.tags)
    assert {"del", "ins"} <= set(seen.tags)


def test_html_carries_every_sentence(seeds: list[Entry]) -> None:
    text = " ".join(Page("".join(page.report(seeds, []))).text.split())
    for one in seeds:
        document = one.analysis.document
        assert all(" ".join(document.slice(s).split()) in text for s in document.sentences)


def rendered(lines: str) -> Page:
    return Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(lines))


def test_markdown_shows_markup_of_a_text_as_text(hostile: Entry) -> None:
    seen = rendered("".join(markdown.report([hostile], SKIPPED)))
    assert not {"script", "b", "i", "em", "strong", "a", "code"}.intersection(seen.tags)
    assert "A: The mayor said <b>no</b> | `rm` &lt; ~x~ _y_ # and left" in seen.text
    assert "- a list item (related" in seen.text
    assert seen.text.count("a|<b>.txt") == 1
    assert "bad|<b>.pdf: it is a PDF, not text" in seen.text


def test_markdown_keeps_a_pipe_from_making_a_cell(hostile: Entry) -> None:
    other = entry("B", "b.txt", HOSTILE.replace("left | the", "stayed in"))
    lines = list(markdown.comparison(hostile, other, compare(hostile.analysis, other.analysis)))
    rows = [line for line in lines if line.startswith("| same") or line.startswith("| reworded")]
    assert rows
    assert all(line.replace("\\|", "").count("|") == 4 for line in rows)


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "1. a", "2) a", "# a", "> a", "-", "12345. b", "a &amp; b", "~~a~~", "a\\b"]
)
def test_markdown_escapes_a_text_so_that_it_means_itself(text: str) -> None:
    seen = rendered(f"- {markdown.escape(text)}\n")
    assert seen.tags == ["ul", "li"]
    assert seen.text.strip() == text


def test_markdown_marks_changed_words_on_both_sides(seeds: list[Entry], compared: Comparison) -> None:
    seen = rendered("".join(markdown.comparison(seeds[0], seeds[1], compared)))
    assert {"s", "strong"} <= set(seen.tags)


def test_the_list_of_articles_lines_up(seeds: list[Entry]) -> None:
    lines = "".join(listing.articles(seeds, ["B 81%", "A", "", "", ""])).splitlines()
    assert len(lines) == 6
    assert {line.index("0") < line.index(".txt") for line in lines[1:]} == {True}
    column = lines[0].index("title")
    titles = [one.title for one in seeds]
    assert [line[column:] for line in lines[1:]] == titles


def test_no_articles_make_no_list() -> None:
    assert list(listing.articles([], [])) == []


def test_the_text_of_a_comparison_shows_each_sentence_and_ends_with_the_counts(
    seeds: list[Entry], compared: Comparison
) -> None:
    text = "".join(listing.comparison(seeds[0], seeds[1], compared, 80, colour=False))
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100
    heads = [
        word
        for line in text.splitlines()
        for word in line.replace("+", " ").split()
        if word[:2] in ("A.", "B.")
    ]
    assert {f"A.{n}" for n in range(1, 30)} | {f"B.{n}" for n in range(1, 14)} <= set(heads)
    assert text.splitlines()[-1].startswith("same 0, reworded ")
    assert "[-" in text
    assert "{+" in text


def test_colour_changes_nothing_but_colour(seeds: list[Entry], compared: Comparison) -> None:
    plain = "".join(listing.comparison(seeds[0], seeds[1], compared, 80, colour=False))
    painted = "".join(listing.comparison(seeds[0], seeds[1], compared, 80, colour=True))
    for code in ("\x1b[33m", "\x1b[34m", "\x1b[2m", "\x1b[0m"):
        assert code in painted
        painted = painted.replace(code, "")
    assert painted == plain
