"""Indirect speech: every form with its speaker, what only looks like it, and what any text must keep to."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine.model import Quote
from seedreader.engine.quotes import find
from seedreader.engine.quotes.reportverbs import verb_at
from seedreader.engine.quotes.reportwords import NOUNS, VERBS, WEIGHTS
from seedreader.engine.quotes.words import tokenize


def indirect(text: str) -> list[Quote]:
    return [quote for quote in find(text) if quote.type == "indirect"]


def told(text: str) -> list[tuple[str, str | None]]:
    return [
        (
            text[quote.start : quote.end],
            None if quote.speaker is None else text[quote.speaker.start : quote.speaker.end],
        )
        for quote in indirect(text)
    ]


BRIDGE = "the new bridge over the river would not open before the end of May"


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        (f"Anna Berg said that {BRIDGE}.", f"that {BRIDGE}", "Anna Berg"),
        (f"Anna Berg said {BRIDGE}.", BRIDGE, "Anna Berg"),
        (f"She says {BRIDGE}.", BRIDGE, "She"),
        (f"T{BRIDGE[1:]}, Anna Berg said.", f"T{BRIDGE[1:]}", "Anna Berg"),
        (f"T{BRIDGE[1:]}, he said on Monday.", f"T{BRIDGE[1:]}", "he"),
        (f"T{BRIDGE[1:]}, said Anna Berg, the mayor.", f"T{BRIDGE[1:]}", "Anna Berg"),
        (f"According to the ministry, {BRIDGE}.", BRIDGE, "the ministry"),
        (f"T{BRIDGE[1:]}, according to Anna Berg.", f"T{BRIDGE[1:]}", "Anna Berg"),
        (f"Berg denied that {BRIDGE}.", f"that {BRIDGE}", "Berg"),
        (f"The mayor announced that {BRIDGE}.", f"that {BRIDGE}", "The mayor"),
        (f"The mayor claimed that {BRIDGE}.", f"that {BRIDGE}", "The mayor"),
        (f"Holm warned that {BRIDGE}.", f"that {BRIDGE}", "Holm"),
        (
            "Berg promised to open the bridge before the summer.",
            "to open the bridge before the summer",
            "Berg",
        ),
        (
            "The opposition accused the mayor of hiding the costs of the bridge.",
            "the mayor of hiding the costs of the bridge",
            "The opposition",
        ),
        (
            "Holm urged the council of the town to pay for the repair of the bridge this year.",
            "the council of the town to pay for the repair of the bridge this year",
            "Holm",
        ),
        ("They asked whether the bridge would ever open.", "whether the bridge would ever open", "They"),
        (f"It was reported that {BRIDGE}.", f"that {BRIDGE}", None),
        (f"Berg told reporters on Monday that {BRIDGE}.", f"that {BRIDGE}", "Berg"),
        (f"Berg said on Monday that {BRIDGE}.", f"that {BRIDGE}", "Berg"),
    ],
)
def test_every_form_with_its_speaker(text: str, content: str, who: str | None) -> None:
    assert told(text) == [(content, who)]


def test_the_cue_is_the_verb_and_the_person_the_full_name() -> None:
    text = f"Mayor Anna Berg came late. Berg said that {BRIDGE}."
    (quote,) = indirect(text)
    assert quote.person == "Anna Berg"
    assert quote.cue is not None
    assert text[quote.cue.start : quote.cue.end] == "said"
    assert quote.repairs == ()


def test_a_relative_clause_ends_with_its_comma() -> None:
    text = f"Anna Berg, who said that {BRIDGE}, left the town on Monday."
    assert told(text) == [(f"that {BRIDGE}", "Anna Berg")]


def test_what_is_added_is_a_report_of_its_own() -> None:
    text = "Berg said that the bridge was safe, adding that it had cost the town very little."
    assert told(text) == [
        ("that the bridge was safe", "Berg"),
        ("that it had cost the town very little", "Berg"),
    ]


def test_a_headline_with_a_label_reports() -> None:
    text = "Berg: Bridge Will Open In May\n\nThe bridge is new, and the town is glad of it."
    assert told(text) == [("Bridge Will Open In May", "Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "He said goodbye.",
        "It was, so to say, a long bridge over the river.",
        "It goes without saying that the river is wide.",
        "Needless to say, the river by the bridge is wide.",
        "The saying is old, and nobody in the town remembers it.",
        "What he said was of no use to the town.",
        "The report was long and the claims in it were old.",
        "She asked a question.",
        "They said a prayer for the old bridge.",
        "The bridge was said to be old.",
        "That being said, the bridge is old.",
        "The plan is on the table of the council.",
        "The bridge is new, and the town is glad of it.",
    ],
)
def test_what_only_looks_like_reported_speech(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Berg said “the bridge is dead” and left the town.",
        "Berg said that the bridge was “a waste of time” and should never have been built.",
        f"“We waited, and she said that {BRIDGE},” Holm said.",
    ],
)
def test_words_in_quotation_marks_are_not_marked_again(text: str) -> None:
    assert told(text) == []
    assert [quote.type for quote in find(text)] != []


def test_indirect_speech_stands_beside_a_quotation() -> None:
    text = f"“We are ready,” Berg said. She added that {BRIDGE}."
    assert [quote.type for quote in find(text)] == ["direct", "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte, dass die neue Brücke im Mai öffnen werde. Das war der Plan des Ministers.",
        "Le ministre a dit que le pont serait ouvert en mai, et il cite des notes et des plans.",
        "El ministro dijo que el puente se abrirá en mayo, según el plan.",
        "Министр сказал, что новый мост откроют в мае.",
        "部长说，大桥将于五月开放。",
        "De minister zei dat de brug in mei open gaat. Hij says het niet, zo claims de krant.",
        "Merkel: Die Brücke wird im Mai eröffnet\n\nDie Brücke ist neu.",
    ],
)
def test_other_languages_stay_unmarked(text: str) -> None:
    assert indirect(text) == []


def tokens_of(text: str) -> list[str | None]:
    tokens = tokenize(text, 0, len(text), ())
    forms = [verb_at(tokens, at) for at in range(len(tokens))]
    return [None if form is None else form[0] for form in forms]


def test_verbs_are_told_from_nouns_of_the_same_form() -> None:
    assert tokens_of("Berg plans") == [None, "plan"]
    assert tokens_of("the plans") == [None, None]
    assert tokens_of("they claim") == [None, "claim"]
    assert tokens_of("his claim") == [None, None]


def test_the_tables_hold_what_the_weights_name() -> None:
    assert VERBS["said"] == ("say", "past")
    assert VERBS["denies"] == ("deny", "s")
    assert VERBS["promising"] == ("promise", "ing")
    assert VERBS["admitted"] == ("admit", "past")
    bases = {base for base, _ in VERBS.values()}
    for feature in WEIGHTS:
        kind, _, rest = feature.partition(" ")
        if kind in ("verb", "spoken"):
            assert rest.split()[0] in bases
        elif kind == "noun":
            assert rest.split()[0] in NOUNS


# Invariants -------------------------------------------------------------------------------------------------

PARTS = [
    *"“”‘’\"'().,:;!?—",
    *"abS \n",
    *(" said", " that", " Berg", " he", " the bridge", " would", " open", " according to", " who", " and"),
    *(" claims", " promised to", " reported", " was", " in May", " adding", " told", " reporters"),
]
ANY_TEXT = st.lists(st.sampled_from(PARTS), max_size=80).map("".join)


def check(text: str) -> None:
    quotes = find(text)
    last = 0
    for quote in quotes:
        assert last <= quote.start < quote.end <= len(text)
        last = quote.end
        if quote.type != "indirect":
            continue
        assert "\n" not in text[quote.start : quote.end]
        assert quote.cue is not None
        assert not quote.start < quote.cue.end <= quote.end
        for part in (quote.speaker, quote.cue):
            assert part is None or 0 <= part.start < part.end <= len(text)


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_reports_are_ordered_and_overlap_nothing(text: str) -> None:
    check(text)


def test_what_stands_in_front_of_a_sentence_is_no_part_of_what_was_said() -> None:
    text = f"OSLO (NTB) — In an abrupt about-face, Anna Berg said Tuesday that {BRIDGE}."
    assert told(text) == [(f"that {BRIDGE}", "Anna Berg")]


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Berg said that the bridge is safe. " * 20_000,
        "Berg said " * 80_000,
        "Berg said that he said that the bridge, " * 20_000,
        "Berg, who said he said, " * 30_000,
        "according to Berg, " * 40_000,
        "“" * 10_000 + " Berg said that the bridge is safe. " * 10_000,
        "Berg said the “bridge is. " * 10_000,
        "Berg said that it is so. “No,” he said. " * 10_000,
        "the said" + " " * 1_000_000 + "x",
        ". " * 400_000,
        "A.B." * 200_000,
    ],
    ids=lambda text: text[:16].strip(),
)
def test_hostile_texts_stay_cheap(text: str) -> None:
    started = time.process_time()
    check(text)
    assert time.process_time() - started < 10  # linear work takes one or two seconds, quadratic far more
