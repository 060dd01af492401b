import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.boilerplate import classify
from seedreader.engine.boilerplate.features import HEAD, TAIL, crop
from seedreader.engine.boilerplate.language import count_words, language_of, words
from seedreader.engine.boilerplate.matching import find_phrases
from seedreader.engine.boilerplate.model import model
from seedreader.engine.boilerplate.reasons import PHRASES
from seedreader.engine.boilerplate.spans import find_spans
from seedreader.engine.model import LineMark

SEEDS = Path(__file__).parents[2] / "seeds"

COUNCIL = (
    "The council met on Tuesday to discuss the plan for the old harbour and the people who live near it."
)
MAYOR = "The mayor said that work on the harbour would begin in the spring if the money is found in time."
VOTE = "The plan goes to a vote in June, and the council expects a narrow result after months of debate."
ARTICLE = [COUNCIL, MAYOR, VOTE]


def marked(lines: Sequence[str], marks: Sequence[LineMark]) -> list[int]:
    return [
        number
        for number, (line, mark) in enumerate(zip(lines, marks, strict=True), start=1)
        if line.strip() and mark.tier != "content"
    ]


def seed(number: int) -> list[str]:
    (path,) = SEEDS.glob(f"{number:03d}_*.txt")
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [7, 18]),
        (1, []),
        (2, [*range(1, 8), 11, 13, *range(29, 63, 2)]),
        (3, [1, 2, 7, 21]),
        (4, []),
    ],
)
def test_seed_lines_marked(number: int, expected: list[int]) -> None:
    lines = seed(number)
    assert marked(lines, classify(lines)) == expected


@pytest.mark.parametrize(
    ("number", "sure"),
    [(0, [7]), (2, [*range(1, 7), 11, 31, 33, 35, 37, 39, 43, 57, 61]), (3, [1, 2, 7, 21])],
)
def test_blatant_seed_furniture_is_sure(number: int, sure: list[int]) -> None:
    marks = classify(seed(number))
    assert [line for line in sure if marks[line - 1].tier != "sure"] == []


def test_seed_kinds() -> None:
    first, second, third = classify(seed(0)), classify(seed(2)), classify(seed(3))
    assert first[6].kind == "caption"
    assert first[17].kind == "contact"
    assert second[2].kind == "promo"
    assert second[10].kind == "share"
    assert {second[line - 1].kind for line in (31, 35, 39, 43, 47, 51, 55)} == {"related"}
    assert second[58].kind == "promo"
    assert third[20].kind == "related"


def test_seed_caption_said_twice_has_a_duplicate_and_a_credit_inside() -> None:
    line = seed(0)[6]
    spans = {span.kind: line[span.start : span.end] for span in find_spans(line)}
    assert spans["credit"] == "Gavril Grigorov/Sputnik/AFP/Getty Images"
    assert spans["duplicate"].startswith("Russian President Vladimir Putin")
    assert line.count(spans["duplicate"].strip()) == 2


def test_seed_date_prefix_is_a_span_and_its_sentence_content() -> None:
    line = seed(4)[0]
    mark = classify(seed(4))[0]
    assert mark.tier == "content"
    assert [(span.kind, line[span.start : span.end]) for span in mark.spans] == [
        ("dateline", " date 2024-10-01 ")
    ]


@pytest.mark.parametrize(("number", "line"), [(2, 9), (3, 4)])
def test_seed_headline_stays_content_with_and_without_title(number: int, line: int) -> None:
    lines = seed(number)
    assert classify(lines)[line - 1].tier == "content"
    assert classify(lines, title=lines[line - 1])[line - 1].tier == "content"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this article", "share"),
        ("Sign up for our newsletter", "promo"),
        ("Related stories", "related"),
        ("Leave a comment", "comment"),
        ("Copyright 2024 The Harbour Post. All rights reserved.", "legal"),
        ("Contact us", "contact"),
        ("Published March 3, 2024", "dateline"),
        ("Ann Smith is a senior reporter at The Harbour Post and writes about towns.", "byline"),
        ("Skip to content", "navigation"),
        ("Boats lie in the old harbour at dawn. (Photo by Ann Smith)", "caption"),
    ],
)
def test_kinds_below_an_article(line: str, kind: str) -> None:
    mark = classify([*ARTICLE, line])[-1]
    assert mark.tier != "content"
    assert mark.kind == kind
    assert mark.reasons


@pytest.mark.parametrize(
    "line",
    [
        "What comes next",
        "“No.”",
        "“We will wait,” she said.",
        '"Why?" he asked.',
        "- New berths for fishing boats",
        "• A market hall",
        "It was late.",
    ],
)
def test_short_lines_of_a_story_stay_content(line: str) -> None:
    assert classify([COUNCIL, MAYOR, line, VOTE, COUNCIL.replace("Tuesday", "Monday")])[2].tier == "content"


def test_title_stays_content_although_it_recurs_elsewhere() -> None:
    lines = ["Menu", "Harbour plan", *ARTICLE]
    assert classify(lines)[1].tier != "content"
    assert classify(lines, title="Harbour plan")[1].tier == "content"
    assert classify(lines, title="Harbour plan", elsewhere={"Harbour plan"})[1].tier == "content"


def test_line_of_other_articles_is_furniture() -> None:
    lines = [COUNCIL, "  The Post stands by its town.  ", MAYOR, VOTE]
    assert classify(lines)[1].tier == "content"
    mark = classify(lines, elsewhere={"The Post stands by its town."})[1]
    assert mark.p > classify(lines)[1].p
    assert mark.tier != "content"
    assert mark.reasons[0] == "same line stands in other articles of the folder"


def test_reasons_tell_the_strongest_first_and_content_has_none() -> None:
    marks = classify([*ARTICLE, "Subscribe to our newsletter"])
    assert PHRASES["promo"] in marks[-1].reasons
    assert all(mark.reasons == () and mark.kind is None for mark in marks[:3])


@pytest.mark.parametrize(
    "lines",
    [
        [
            "東京で会議",
            "政府は火曜日、新しい計画を発表した。計画は来年から始まり、全国の学校が対象となる見通しだという。",
            "「とても大切な一歩だ」と大臣は述べた。",
            "背景",
            "はい",
        ],
        [
            "Переговоры в столице",
            "Стороны встретились во вторник и обсудили условия соглашения, сообщили дипломаты после встречи.",
            "— Да, — сказал он.",
            "Что дальше",
            "Ответа пока нет.",
        ],
    ],
)
def test_other_scripts_are_not_flooded(lines: list[str]) -> None:
    assert marked(lines, classify(lines)) == []


def test_plain_words_of_other_scripts_are_still_known() -> None:
    line = "Стороны встретились во вторник и обсудили условия соглашения, сообщили дипломаты после встречи."
    assert classify([line, line.replace("вторник", "среду"), "Читайте также"])[-1].tier != "content"


def test_empty_input_and_empty_lines() -> None:
    assert classify([]) == []
    assert classify(["", "  "]) == [LineMark("content", None, 0.0)] * 2


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("TBILISI (Reuters) — The vote will be held as planned.", "TBILISI (Reuters) — "),
        ("2024-10-01 The vote will be held as planned.", "2024-10-01 "),
        ("Updated: March 3, 2024 | The vote will be held.", "Updated: March 3, 2024 | "),
        ("Boats in the harbour. Ann Smith/Getty Images", "Ann Smith/Getty Images"),
    ],
)
def test_spans_inside(line: str, inside: str) -> None:
    assert [line[span.start : span.end] for span in find_spans(line)] == [inside]


@pytest.mark.parametrize(
    "line",
    [
        "October 26, 2024 is the day of the vote.",
        "He told Reuters.",
        "The date of the vote is open.",
        "The more the town talks, the more the town waits.",
        "2024-10-01",
    ],
)
def test_no_spans_in_sentences(line: str) -> None:
    assert find_spans(line) == ()


def test_phrases_by_place() -> None:
    assert next((hit.place, hit.kind) for hit in find_phrases(words("Share this article"))) == (
        "whole",
        "share",
    )
    assert {hit.place for hit in find_phrases(words("Get it in your inbox: our newsletter, every day"))} == {
        "inside"
    }
    assert find_phrases([]) == []


def test_language() -> None:
    german = "Der Rat hat am Dienstag über den Plan für den alten Hafen und die Menschen dort gesprochen"
    assert language_of([words(COUNCIL)] * 3) == "en"
    assert language_of([words(german)] * 5) == "de"
    assert language_of([["xq", "zv"]] * 40) == ""
    assert language_of([]) == "en"


def test_words_of_scripts_without_spaces_are_pairs_of_letters() -> None:
    assert words("東京都2024年") == ["東京", "京都", "0", "年"]
    assert count_words(words("東京都"), "東京都") == 1
    assert words("It’s 1999") == ["it's", "0"]


def test_long_lines_are_cropped_so_that_work_does_not_grow() -> None:
    assert len(crop("a" * 1_000_000)) == HEAD + TAIL + 1
    assert len(crop("a " * 500_000)) == HEAD + TAIL + 1


class CountingContainer:
    def __init__(self) -> None:
        self.asked = 0

    def __contains__(self, line: object) -> bool:
        self.asked += 1
        return False


def test_many_lines_are_each_looked_at_a_bounded_number_of_times() -> None:
    container = CountingContainer()
    marks = classify([f"word{number}" for number in range(10_000)], elsewhere=container)
    assert len(marks) == 10_000
    assert container.asked <= 20_000


@pytest.mark.parametrize(
    "piece", ["a", "word ", "“ ", '" ', " - ", "A.", "AB ", "A / ", "1", "@", "あ", ' "a" said ']
)
def test_one_line_of_a_megabyte(piece: str) -> None:
    (mark,) = classify([piece * (1_000_000 // len(piece))])
    assert 0 <= mark.p <= 1


line_text = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        [
            *ARTICLE,
            "Share",
            "Most read",
            "1",
            "",
            " date 2024-10-01 Then it came.",
            "By Ann Smith",
            "A/Getty Images",
        ]
    ),
)


@given(
    st.lists(line_text, max_size=25), st.one_of(st.none(), line_text), st.frozensets(line_text, max_size=3)
)
def test_invariants(lines: list[str], title: str | None, elsewhere: frozenset[str]) -> None:
    marks = classify(lines, title=title, elsewhere=elsewhere)
    assert len(marks) == len(lines)
    assert marks == classify(tuple(lines), title=title, elsewhere=elsewhere)
    for line, mark in zip(lines, marks, strict=True):
        assert 0 <= mark.p <= 1
        assert (mark.kind is None) == (mark.tier == "content")
        assert (mark.tier == "sure") == (mark.p >= model().cuts.sure)
        assert mark.tier == "content" or mark.p >= model().cuts.unsure
        assert len(set(mark.reasons)) == len(mark.reasons)
        end = 0
        for span in mark.spans:
            assert end <= span.start < span.end <= len(line)
            end = span.end
        if not line.strip():
            assert mark == LineMark("content", None, 0.0)


@given(st.lists(st.sampled_from(["Share", "Most read", COUNCIL, MAYOR]), max_size=8))
def test_empty_lines_change_nothing(lines: list[str]) -> None:
    spaced = [piece for line in lines for piece in (line, "")]
    assert classify(spaced)[::2] == classify(lines)


def test_package_reads_no_files() -> None:
    package = Path(__file__).parents[2] / "tui" / "seedreader" / "engine" / "boilerplate"
    for path in package.glob("*.py"):
        assert not re.search(
            r"^(?:import|from) (?:os|io|pathlib)\b", path.read_text(encoding="utf-8"), re.MULTILINE
        )
