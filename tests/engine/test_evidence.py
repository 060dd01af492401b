from pathlib import Path

import pytest

from seedreader.engine import analysis, documents, evidence, markdown
from seedreader.engine.comparison import Comparison, compare
from seedreader.engine.evidence import Fact
from seedreader.engine.model import Analysis, Diagnostic, Furniture, Quote, Span

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
TEXT = "“We will go,” said Moe. Share this."


def analysed(text: str) -> Analysis:
    return analysis.analyse(documents.read(text), Span(0, len(text)))


@pytest.fixture(scope="module")
def first_two() -> Comparison:
    return compare(*(analysed(path.read_text(encoding="utf-8")) for path in SEEDS[:2]))


def of(number: int, furniture: tuple[Furniture, ...] = (), quotes: tuple[Quote, ...] = ()) -> list[str]:
    marked = Analysis(documents.read(TEXT), furniture, quotes)
    sentence, marks = marked.document.sentences[number], analysis.by_sentence(marked)[number]
    return [
        fact.text
        for fact in evidence.of_sentence(marked.document, sentence, number + 1, 0, marks, analysed=True)
        if fact.text
    ]


def test_a_sentence_is_named_by_its_address_and_quoted_on_one_line() -> None:
    document = documents.read("One that\nruns on and on\nover lines.\n\nTwo.")
    none = analysis.SentenceMarks(None, ())
    facts = evidence.of_sentence(document, document.sentences[0], 7, 27, none, analysed=True)
    assert facts[0] == Fact("AB.7", "heading")
    assert all("\n" not in fact.text for fact in facts)


def test_where_the_links_of_a_sentence_lead_is_told() -> None:
    said = markdown.read("See [the\nreport](http://a.b), [it](c).\n\nNot <http://d.e>.")
    document = documents.read(said.sanitized.text, documents.Given({}, said.blocks, said.links))
    none = analysis.SentenceMarks(None, ())
    facts = [evidence.of_sentence(document, s, s.n, 0, none, analysed=True) for s in document.sentences]
    told = [[fact.text for fact in found if fact.text.startswith("Link")] for found in facts]
    assert told == [["Link: the report → http://a.b", "Link: it → c"], ["Link: http://d.e"]]


def test_a_sentence_not_looked_at_says_so_and_nothing_else() -> None:
    document = documents.read(TEXT)
    none = analysis.SentenceMarks(None, ())
    facts = evidence.of_sentence(document, document.sentences[0], None, 0, none, analysed=False)
    assert [fact.text for fact in facts] == [
        "This sentence",
        "“We will go,” said Moe.",
        "",
        "Not looked at yet.",
    ]


def test_furniture_is_told_with_its_kind_how_sure_and_why() -> None:
    sure = Furniture(24, 35, "share", "sure", 0.998, ("the words share this", "a short line"))
    assert of(1, (sure,))[2:] == ["Boilerplate: share, 99 %", "- the words share this", "- a short line"]
    unsure = Furniture(24, 35, "share", "unsure", 0.51)
    assert of(1, (unsure,))[2:] == ["Perhaps boilerplate: share, 51 %"]


def test_furniture_inside_a_sentence_is_told_with_its_words() -> None:
    inside = Furniture(30, 35, "dateline", "sure", 0.9)
    assert of(1, (inside,))[2:] == [
        "Boilerplate inside: dateline “this.”, 90 %",
        "Nothing marks the rest as boilerplate.",
    ]


def test_a_quotation_is_told_with_speaker_cue_and_repairs() -> None:
    quote = Quote(0, 13, "direct", Span(19, 22), "Ingrid Moe", Span(14, 18), ("closing mark missing",))
    assert of(0, (), (quote,))[2:] == [
        "Quotation: direct quotation",
        "Speaker: Moe = Ingrid Moe",
        "Because of: said",
        "Repaired: closing mark missing",
        "Nothing marks it as boilerplate.",
    ]


def test_a_quotation_without_a_speaker_says_so_where_somebody_spoke() -> None:
    assert "Speaker: the text does not say, or not clearly." in of(0, (), (Quote(0, 13, "direct"),))
    assert not any(text.startswith("Speaker") for text in of(0, (), (Quote(0, 13, "scare"),)))


def test_body_text_is_called_so() -> None:
    assert of(0)[2:] == ["Body text: nothing marks it as boilerplate, no quotation in it."]


def test_an_article_is_told_with_figures_metadata_encoding_and_diagnostics() -> None:
    facts = evidence.of_article(
        "a.txt",
        "cp1252",
        analysis.Figures(200, 50, 12, 3),
        [("author", "Moe"), ("empty", "")],
        [Diagnostic("control", "control characters removed", 2)],
    )
    assert [fact.text for fact in facts] == [
        "The article",
        "a.txt",
        "author: Moe",
        "12 sentences, 200 words, 50 of them boilerplate (25 %), 3 quotations",
        "encoding cp1252",
        "control characters removed: 2",
    ]


def test_every_group_of_two_seeds_can_say_why(first_two: Comparison) -> None:
    for group in first_two.alignment.groups:
        facts = evidence.of_group(first_two, group, ("A", "B"), group.a or group.b)
        assert facts[0].weight == "heading"
        if group.a and group.b:
            assert facts[0].text.startswith(f"A.{group.a[0] + 1}")
            further = [k for k in first_two.alignment.further if k.a in group.a or k.b in group.b]
            quiet = [fact.text for fact in facts if fact.weight == "quiet"]
            own = len(group.links) if len(group.links) > 1 else 0
            assert len(quiet) == own + (len(further) + 1 if further else 0)
            assert all(any(f"A.{k.a + 1} = B.{k.b + 1}" in text for text in quiet) for k in further)
            assert all(f"- {reason}" in [fact.text for fact in facts] for reason in group.reasons)
        else:
            side = "A" if group.a else "B"
            assert facts[0].text == f"{side}.{(group.a or group.b)[0] + 1} only in {side}"


def test_a_lonely_sentence_names_the_closest_of_the_other_side_with_its_score(first_two: Comparison) -> None:
    group = next(
        g
        for g in first_two.alignment.groups
        if g.relation == "left" and first_two.alignment.first_a[g.a[0]] is not None
    )
    closest = first_two.alignment.first_a[group.a[0]]
    assert closest is not None
    facts = evidence.of_group(first_two, group, ("C", "D"), group.a)
    assert facts[1].text.startswith("Closest, but not counted as the same (")
    assert facts[1].text.endswith(f" %): D.{closest + 1}")
    words = first_two.b.document.slice(first_two.b.document.sentences[closest]).split()
    assert facts[2].text.split() == words


def test_a_sentence_that_nothing_comes_near_says_so() -> None:
    compared = compare(analysed("Zebras graze."), analysed("Markets fell."))
    group = next(g for g in compared.alignment.groups if g.relation == "right")
    assert "Nothing in A comes near it." in [
        f.text for f in evidence.of_group(compared, group, ("A", "B"), group.b)
    ]


def test_probabilities_are_never_told_as_certain() -> None:
    wrong = Furniture(24, 35, "share", "unsure", 0.0)
    assert "Perhaps boilerplate: share, 1 %" in of(1, (wrong,))
