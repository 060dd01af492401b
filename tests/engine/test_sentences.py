from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine import documents, language
from seedreader.engine.sentences import split

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    'He said: “Yes. |” |" |?” |’ |. |... |! |? he asked. |Mr. |3.5 |www.a.b/c |「はい。 |」 |と |。 |« |» |( |) |[1] |1. |- |_ |\n|\u00a0|. ;|Next one. '.split(  # noqa: E501
        "|"
    )
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40)


def cut(text: str, tongue: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, tongue)]


@given(TEXTS, st.sampled_from(["en", "ja", "fr", "de", "xx"]))
def test_sentences_stand_in_order_and_leave_out_only_white_space(text: str, tongue: str) -> None:
    spans = split(text, tongue)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    done = 0
    for start, end in [*spans, (len(text), len(text))]:
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert all(start < end for start, end in spans)


@given(TEXTS)
def test_every_sentence_has_a_word_where_the_block_has_one(text: str) -> None:
    if any(char.isalnum() for char in text):
        assert all(any(char.isalnum() for char in piece) for piece in cut(text))
    else:
        assert len(cut(text)) == bool(text.strip())


@pytest.mark.parametrize(("number", "count"), list(enumerate([29, 13, 45, 17, 26])))
def test_the_seeds_have_their_sentences(number: int, count: int) -> None:
    assert len(documents.read(SEEDS[number].read_text(encoding="utf-8")).sentences) == count


@pytest.mark.parametrize(
    "sentences",
    [
        ["He said: “One.", "Two.”", "Three."],
        ["“One,” he said.", "“Two.”"],
        ["‘One.’", "‘Two.’"],
        ['She said, "It\'s over."', "He left."],
        ["(That was in May.)"],
    ],
    ids=lambda pieces: pieces[0],
)
def test_closing_marks_stay_with_the_sentence_they_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "“Is it?” he asked.",
        "“Stop!” the tall man cried.",
        "“Why me?” Maria Lopez wondered.",
        '"Now?" said Ann.',
    ],
)
def test_an_attribution_stays_with_its_question(text: str) -> None:
    assert cut(f"{text} Nobody knew.") == [text, "Nobody knew."]


def test_a_new_sentence_after_a_quoted_question_is_its_own() -> None:
    assert cut("“Is it?” The crowd was silent.") == ["“Is it?”", "The crowd was silent."]


@pytest.mark.parametrize(
    "text",
    [
        "See www.example.com/a.b?c=d for more.",
        "Write to first.last@example.org today.",
        "Mr. Smith met Dr. Brown at 5 p.m. on Monday.",
        "The U.S. economy grew 3.5 percent.",
        "He called it … a mistake.",
        "The iPhone was gone, i.e. stolen.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


def test_japanese_quotations_close_with_their_sentence() -> None:
    assert cut("彼は「はい。そうです。」と言った。次。", "ja") == [
        "彼は「はい。",
        "そうです。」",
        "と言った。",
        "次。",
    ]


def test_french_closing_marks_stay_with_what_they_end_behind_a_blank() -> None:
    assert cut("« Oui. » Il dit.", "fr") == ["« Oui. »", "Il dit."]
    assert cut("« Oui.\u00a0» Il dit.", "fr") == ["« Oui.\u00a0»", "Il dit."]


def test_an_opening_mark_belongs_to_what_follows_it() -> None:
    assert cut("Er kam. »Ja«, sagte er.", "de") == ["Er kam.", "»Ja«, sagte er."]


@pytest.mark.parametrize("mark", ["1.", "12)", "-"])
def test_the_mark_of_a_list_item_is_no_sentence(mark: str) -> None:
    assert cut(f"{mark} First item. Second one.") == [f"{mark} First item.", "Second one."]


@pytest.mark.parametrize("end", ["\n" * 200_000 + "Two.", " ”" * 100_000 + " Two.", "{" * 200_000])
def test_long_runs_of_blanks_marks_and_signs_cost_nothing_but_their_length(end: str) -> None:
    # What looks back over a run from each of its characters would run for minutes here.
    assert "".join(cut(f"One. {end}")).count("o") == end.count("o")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "en"),
        ("12345 ...", "en"),
        ("The mayor said that it was over.", "en"),
        ("Der Mann und die Frau sind nicht auf dem Schiff.", "de"),
        ("Le maire est dans la ville et les gens sont contents.", "fr"),
        ("彼は言った。そうです。", "ja"),
        ("渡轮触礁。", "zh"),
        ("Паром сел на мель.", "ru"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, code: str) -> None:
    assert language.guess(text) == code
