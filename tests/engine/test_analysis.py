from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine import analysis, boilerplate, comparison, documents, language
from seedreader.engine.model import Analysis, Document, Furniture, LineMark, LineSpan, Quote, Span

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
LINES = st.sampled_from(
    [
        "Share this article",
        "“We will go,” said Ann Moe, the mayor.",
        "Sign up for our newsletter!",
        "He went home.",
        "The ferry had left the harbour at ten and struck a shoal.",
        "- item",
        "",
        "Home | Sport | Weather",
        "“No",
    ]
)
TEXTS = st.lists(LINES, max_size=10).map("\n".join) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=60
)


def analysed(text: str) -> Analysis:
    parts = documents.cut(text)
    made = [analysis.analyse(documents.read_part(text, part), part) for part in parts]
    return analysis.join(documents.join(text, [one.document for one in made]), made)


def marked(text: str, furniture: tuple[Furniture, ...] = (), quotes: tuple[Quote, ...] = ()) -> Analysis:
    return Analysis(documents.read(text), furniture, quotes)


@given(TEXTS)
@settings(max_examples=50)
def test_marks_lie_inside_the_text_in_order(text: str) -> None:
    found = analysed(text)
    for marks in (found.furniture, found.quotes):
        assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
        assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    assert len(analysis.by_sentence(found)) == len(found.document.sentences)


@given(TEXTS)
@settings(max_examples=50)
def test_furniture_is_never_more_than_the_words_there_are(text: str) -> None:
    assert 0 <= analysis.figures(analysed(text)).furniture_percent <= 100


def test_an_empty_text_has_no_marks_and_no_words() -> None:
    found = analysed("")
    assert found == Analysis(Document("", (), ()), (), ())
    assert analysis.figures(found) == analysis.Figures(0, 0, 0, 0)
    assert analysis.figures(found).furniture_percent == 0


def test_marks_of_a_later_part_lie_where_they_lie_in_the_whole_text() -> None:
    filler = "The ferry had left the harbour at ten and struck a shoal near the mouth.\n\n"
    text = (
        filler * (2 * documents.PART_LENGTH // len(filler)) + "“We will not go,” said Ann Moe, the mayor.\n"
    )
    assert len(documents.cut(text)) > 1
    (quote,) = analysed(text).quotes
    assert text[quote.start : quote.end] == "“We will not go,”"
    assert quote.speaker
    assert text[quote.speaker.start : quote.speaker.end] == "Ann Moe"
    assert quote.cue
    assert text[quote.cue.start : quote.cue.end] == "said"


def test_furniture_covers_a_sentence_from_half_of_it_on() -> None:
    text = "Photo here now. Then text."
    half = Furniture(0, 8, "credit", "sure", 0.9)
    first, second = analysis.by_sentence(marked(text, (half,)))
    assert first.furniture == half
    assert first.boilerplate
    assert second.furniture is None
    less = Furniture(0, 7, "credit", "sure", 0.9)
    assert analysis.by_sentence(marked(text, (less,)))[0].furniture is None


def test_unsure_furniture_is_no_boilerplate_and_no_furniture_words() -> None:
    found = marked("Share this. Text.", (Furniture(0, 11, "share", "unsure", 0.5),))
    assert [mark.boilerplate for mark in analysis.by_sentence(found)] == [False, False]
    assert analysis.figures(found) == analysis.Figures(3, 0, 2, 0)


def test_a_quotation_touches_every_sentence_it_runs_over() -> None:
    quote = Quote(8, 22, "direct")
    found = analysis.by_sentence(marked("He said “One. Two. It.” Yes.", (), (quote,)))
    assert [mark.quotes for mark in found] == [(quote,), (quote,), (quote,), ()]


def test_a_long_quotation_does_not_hide_the_ones_inside_it() -> None:
    outer, inner = Quote(0, 30, "indirect"), Quote(21, 27, "direct")
    found = analysis.by_sentence(marked("One here. Two here. “Three” four.", (), (outer, inner)))
    assert [mark.quotes for mark in found] == [(outer,), (outer,), (outer, inner)]


def test_furniture_inside_a_content_line_is_sure_and_stands_at_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark = LineMark("content", None, 0.1, ("twice in a line",), (LineSpan(4, 8, "duplicate"),))
    monkeypatch.setattr(boilerplate, "classify", lambda lines, **kwargs: [mark] * len(lines))
    text = "One.\nabc abc abc"
    found = analysis.analyse(documents.read(text), Span(0, len(text))).furniture
    assert found[-1] == Furniture(9, 13, "duplicate", "sure", 0.9, ("twice in a line",))


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one two\nthree", 3), ("北京北京", 3), ("渡轮 214 人", 4), ("naïve café", 2), ("한국어", 2)],
)
def test_two_wide_characters_count_as_a_word(text: str, count: int) -> None:
    assert language.words(text) == count


def test_the_pair_context_has_an_entry_per_sentence() -> None:
    left, right = (analysed(path.read_text(encoding="utf-8")) for path in SEEDS[:2])
    context = comparison.pair_context(left, right)
    assert len(context.block_a) == len(context.furniture_a) == len(context.persons_a) == 29
    assert len(context.block_b) == len(context.furniture_b) == len(context.persons_b) == 13
    assert any(context.furniture_a)
    assert any("Lavrov" in name for names in context.persons_a for name in names)


def test_the_third_seed_is_half_furniture_and_the_second_has_none() -> None:
    shares = [
        analysis.figures(analysed(path.read_text(encoding="utf-8"))).furniture_percent for path in SEEDS
    ]
    assert 15 <= shares[2] <= 60
    assert shares[1] == 0
