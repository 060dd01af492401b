"""Quotations: every family of marks, mended marks, apostrophes, speakers, persons, and the five seeds."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.engine.model import Quote
from seedreader.engine.quotes import find
from seedreader.engine.quotes.marks import direction, find_marks

SEEDS = Path(__file__).parents[2] / "seeds"

Said = tuple[str, str | None]


def inner(text: str, quote: Quote) -> str:
    return text[quote.start : quote.end]


def spans(text: str) -> list[str]:
    return [inner(text, quote) for quote in find(text)]


def speaker(text: str, quote: Quote) -> str | None:
    return None if quote.speaker is None else text[quote.speaker.start : quote.speaker.end]


def said(text: str) -> list[Said]:
    return [(inner(text, quote), speaker(text, quote)) for quote in find(text)]


# Marks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("„", "“"),
        ("„", "”"),
        ("”", "”"),
        ("«", "»"),
        ("»", "«"),
        ("« ", " »"),
        ("«\u00a0", "\u00a0»"),
        ("‹", "›"),
        ("‘", "’"),
        ("'", "'"),
        ("‚", "‘"),
        ("``", "''"),
        ("「", "」"),
        ("『", "』"),
        ("＂", "＂"),
    ],
)
def test_every_family_of_marks_makes_a_quotation(opening: str, closing: str) -> None:
    quotation = f"{opening}We will open the bridge in May{closing}"
    text = f"Mayor Anna Berg said: {quotation} and left."
    assert said(text) == [(quotation, "Mayor Anna Berg")]


def test_cjk_marks_need_no_spaces() -> None:
    text = "他说：「桥五月开放」。她说：“好”。"
    assert spans(text) == ["「桥五月开放」", "“好”"]


def test_marks_in_the_wrong_direction_are_read_by_their_neighbours() -> None:
    text = "”We are ready,“ Berg said. It was a ”first step“ for the town."
    assert spans(text) == ["”We are ready,“", "”first step“"]
    assert all(quote.repairs for quote in find(text))


def test_an_inner_quotation_belongs_to_the_outer_one() -> None:
    text = "“She told me ‘never again’ and left,” Berg said. ‘He said “no” twice,’ Holm said."
    assert spans(text) == ["“She told me ‘never again’ and left,”", "‘He said “no” twice,’"]
    straight = "\"He said 'no' to me,\" Berg said."
    assert spans(straight) == ["\"He said 'no' to me,\""]


@pytest.mark.parametrize(
    "text",
    [
        "Back in the '90s rock 'n' roll was loud.",
        "Back in the ’90s rock ’n’ roll was loud.",
        "James' dog and the boys' cat don't like Anna's car.",
        "James’ dog and the boys’ cat don’t like Anna’s car.",
        "She is 5'10\" tall and he is 6' 2\" tall.",
        "'Twas the night. Get 'em, 'til dawn.",
        "The teachers’ union and the drivers’ union met at the workers’ hall.",
        'A 27" screen.',
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert find(text) == []


def test_apostrophes_inside_single_quotes_do_not_close_them() -> None:
    text = "‘I don’t like the boys’ dog and James’ cat,’ Berg said."
    assert spans(text) == ["‘I don’t like the boys’ dog and James’ cat,’"]


def test_direction_of_a_mark_from_its_neighbours() -> None:
    assert direction(" ", "W") == "open"
    assert direction(",", " ") == "close"
    assert direction(" ", ".", ellipsis=True) == "open"
    assert direction("a", "b") == "either"
    assert [mark.family for mark in find_marks("«a» ‘b’ don’t", 0, 13)] == ["guillemet"] * 2 + ["single"] * 2


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Berg wants a ‘50-state plan’ for it.", "‘50-state plan’"),
        ("The film ‘13th’ is old, Berg said.", "‘13th’"),
        ("Berg gave it a ‘D-minus’ in May.", "‘D-minus’"),
        ('".@annaberg will never sell the old bridge," Holm wrote.', '".@annaberg will never sell the old bridge,"'),
        ("“It is one of America’ s bridges,” Berg said.", "“It is one of America’ s bridges,”"),
        ("‘It is one of America’ s bridges,’ Berg said.", "‘It is one of America’ s bridges,’"),
    ],
)  # fmt: skip
def test_marks_before_numbers_dots_and_hyphens_open(text: str, quoted: str) -> None:
    assert spans(text) == [quoted]


@pytest.mark.parametrize(
    "text", ["He built it in ‘98 or ‘99 with the boys’ help.", "The ‘90s’ bridge stood."]
)
def test_a_year_is_no_opening_mark(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(("opening", "closing"), ["‘’", "''"])
def test_single_marks_inside_single_marks_belong_to_the_outer_ones(opening: str, closing: str) -> None:
    inside = f"{opening}We like it,{closing} that told us: {opening}We have it{closing}"
    outer = f"{opening}When the men said, {inside} today.{closing}"
    assert spans(f"The town heard. {outer} Berg said so.") == [outer]
    lone = f"The {opening}Net is full of {opening}free bridges{closing} today."
    assert spans(lone) == [f"{opening}free bridges{closing}"]


def test_a_lost_space_between_two_quotations_does_not_join_them() -> None:
    text = "Berg said, “We go home.“”They will stay,” Holm said. He said, “No ‘one.’” Then he left."
    assert spans(text) == ["“We go home.“", "”They will stay,”", "“No ‘one.’”"]


# Repairs ----------------------------------------------------------------------------------------------------


def test_a_lost_closing_mark_is_set_before_the_speaker() -> None:
    text = "“We will open the bridge in May, Lavrov said on Monday. “It took ten years.”"
    quotes = find(text)
    assert spans(text) == ["“We will open the bridge in May,", "“It took ten years.”"]
    assert quotes[0].repairs == ("closing mark missing: closed before “, Lavrov said”",)
    assert speaker(text, quotes[0]) == "Lavrov"


@pytest.mark.parametrize(
    ("quoted", "behind"),
    [
        ("“The party is not divided,", " Senator Karl Holm, a friend of the mayor, told reporters."),
        ("“We will chip away at it,", " added his campaign manager Karl Holm, in Oslo."),
        ("“It costs too much,", " a man in the crowd said as the music played."),
    ],
)
def test_a_lost_closing_mark_is_set_before_any_form_of_speaker(quoted: str, behind: str) -> None:
    assert spans(quoted + behind) == [quoted]


@pytest.mark.parametrize(
    "words", ["I’d want answers", "That’s the stuff men read", "the stuff I'd read", "It said so"]
)
def test_quoted_words_are_no_speaker_of_a_lost_closing_mark(words: str) -> None:
    text = f"“If I paid for the bridge, {words} in the end."
    assert spans(text) == [text]


@pytest.mark.parametrize(
    ("quoted", "behind"),
    [
        ("“What a day!", " and sat down with Holm at the table."),
        ("“a great day for the town", " and said that it was late."),
        ("“a great day for the town", " but that it was late."),
        ("“Holm for mayor", " — and waved it, shouting “go” to the crowd."),
    ],
)
def test_words_never_closed_end_where_the_reporter_speaks_on(quoted: str, behind: str) -> None:
    assert spans(f"Berg called it {quoted}{behind}")[0] == quoted


def test_an_opening_mark_never_closed_ends_with_its_paragraph() -> None:
    text = "Berg said: “We will open the bridge in May.\nThe bridge is new."
    quotes = find(text)
    assert spans(text) == ["“We will open the bridge in May."]
    assert quotes[0].repairs == ("opening mark never closed",)


def test_a_missing_opening_mark_is_set_at_the_start() -> None:
    text = "We will open the bridge in May,” Berg said."
    quotes = find(text)
    assert spans(text) == ["We will open the bridge in May,”"]
    assert quotes[0].repairs == ("opening mark missing",)


def test_a_stray_mark_is_ignored_and_noted() -> None:
    text = "Berg called it “a good plan” for the” town."
    quotes = find(text)
    assert spans(text) == ["“a good plan”"]
    assert quotes[0].repairs == ("stray mark ignored",)


def test_a_quotation_in_the_same_marks_shares_their_end() -> None:
    text = '"We talked for years. "The word was never given by us," she said.'
    quotes = find(text)
    assert spans(text) == ['"We talked for years. "The word was never given by us,"']
    assert len(quotes[0].repairs) == 1


# Paragraphs -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n"])
def test_a_quotation_over_paragraphs_gives_one_piece_each(gap: str) -> None:
    text = gap.join(
        [
            "Anna Berg said: “We will open the bridge in May.",
            "“It took ten years.",
            "“Now it is done.”",
            "The bridge is new.",
        ]
    )
    quotes = find(text)
    assert spans(text) == [
        "“We will open the bridge in May.",
        "“It took ten years.",
        "“Now it is done.”",
    ]
    assert {quote.person for quote in quotes} == {"Anna Berg"}
    assert all(quote.repairs == () and quote.type == "direct" for quote in quotes)


def test_a_quotation_goes_on_without_a_new_mark_until_it_closes() -> None:
    text = "“We will open the bridge in May.\n\nIt took ten years,” Berg said."
    assert said(text)[1] == ("It took ten years,”", "Berg")
    assert spans(text)[0] == "“We will open the bridge in May."


def test_an_apostrophe_further_on_does_not_close_a_quotation() -> None:
    text = "“We do not care about it at all.\n\nThe council meets in May.\n\nHolm praised the sailors’ old rules."
    quotes = find(text)
    assert spans(text) == ["“We do not care about it at all."]
    assert quotes[0].repairs == ("opening mark never closed",)


def test_a_speaker_quoted_in_passing_does_not_end_a_quotation_that_goes_on() -> None:
    first = (
        "“When the council passed its plan, Holm’s spokesman said it was an act against the town, and this is what the"
        " paper wrote on the next day: that nobody in the town had known of the plan before the vote in May."
    )
    assert spans(f"Berg wrote, {first}\n\n“Now it is done,” she added.")[0] == first
    told = "“We were not asked about it,"
    text = f"{told} he said. {'Holm went to the bridge in May. ' * 6}\n\n“On that day it rained,” he said."
    assert spans(text)[0] == told


# Speakers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("“We are ready,” Anna Berg said.", "Anna Berg", "said"),
        ("“We are ready,” said Anna Berg, the mayor.", "Anna Berg", "said"),
        ("“We are ready,” the mayor of Tbilisi told reporters.", "the mayor of Tbilisi", "told"),
        ("“Are you ready?” asked a spokesman for the ministry.", "a spokesman for the ministry", "asked"),
        ("Anna Berg, the mayor of Oslo, said: “We are ready.”", "Anna Berg", "said"),
        ("According to the minister, it was “a good plan”.", "the minister", "According"),
        ("Berg later added, “We are ready.”", "Berg", "added"),
        ("Berg called the bridge “a good plan” and left.", "Berg", "called"),
        ("Berg slammed the plan on Monday, calling it “a waste of time”.", "Berg", "calling"),
        ("Berg’s statement that the plan is “a waste of time” came late.", "Berg", "statement"),
        ("Rep. Anna Berg (R-Ohio) said the plan is “a waste of time”.", "Rep. Anna Berg (R-Ohio)", "said"),
        ("“The plan,” Berg said, “is dead.”", "Berg", "said"),
        ("The “boom” is over, Holm said.", "Holm", "said"),
        ("He went on to say: “We are ready.”", "He", "say"),
    ],
)
def test_the_speaker_before_after_and_in_the_middle(text: str, who: str, cue: str) -> None:
    for quote in find(text):
        assert speaker(text, quote) == who
        assert quote.cue is not None
        assert text[quote.cue.start : quote.cue.end] == cue


def test_the_outer_verb_of_saying_decides() -> None:
    text = "Anna Berg told the town that she hopes for “a good plan” soon."
    assert said(text) == [("“a good plan”", "Anna Berg")]


def test_the_same_form_as_a_noun_is_no_cue() -> None:
    text = "Holm said the claims in the report were “a waste of time”."
    assert said(text) == [("“a waste of time”", "Holm")]


def test_neighbours_in_a_paragraph_share_a_speaker() -> None:
    text = "“We are ready,” Berg said. “The bridge is done.”"
    assert said(text) == [("“We are ready,”", "Berg"), ("“The bridge is done.”", "Berg")]


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next() -> None:
    text = "Anna Berg had the last word:\n\n“The bridge is done.”"
    assert said(text) == [("“The bridge is done.”", "Anna Berg")]


def test_a_headline_names_its_speaker() -> None:
    text = "Berg: Bridge Is ‘A Waste of Money’\n\nThe bridge is new."
    assert said(text) == [("‘A Waste of Money’", "Berg")]


def test_a_dash_signs_a_statement() -> None:
    text = "“We waited ten years for it.” — Anna Berg"
    assert said(text) == [("“We waited ten years for it.”", "Anna Berg")]


# Kinds and persons ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Berg said: “We will open the bridge in May.”", "direct"),
        ("Berg called the bridge “a waste of time”.", "mixed"),
        ("They met at the so-called “bridge of sighs” again.", "scare"),
        ("She wrote the book “The Long Bridge” in Oslo.", "title"),
    ],
)
def test_the_kinds_of_quotations(text: str, kind: str) -> None:
    assert [quote.type for quote in find(text)] == [kind]


def test_a_surname_becomes_the_fullest_name_of_the_article() -> None:
    text = "Foreign Minister Anna Maria Berg came. “We are ready,” Berg said."
    assert [quote.person for quote in find(text)] == ["Anna Maria Berg"]


def test_a_surname_with_two_first_names_stays_a_surname() -> None:
    text = "Anna Berg met Karl Berg. “We are ready,” Berg said."
    assert [quote.person for quote in find(text)] == ["Berg"]


def test_a_pronoun_becomes_the_last_fitting_name() -> None:
    text = "Hillary Berg met Donald Holm, who said little.\n“We are ready,” she said."
    assert [quote.person for quote in find(text)] == ["Hillary Berg"]


def test_a_role_and_an_unclear_pronoun_are_nobody() -> None:
    assert [quote.person for quote in find("“We are ready,” the minister said.")] == [None]
    assert [quote.person for quote in find("“We are ready,” he said.")] == [None]


# The seeds --------------------------------------------------------------------------------------------------

SEED_STATEMENTS: dict[str, list[tuple[str, str, str | None]]] = {
    # seed: (begins with, speaker phrase holds, person)
    "000": [
        ("“The current Georgian leadership", "Lavrov", "Sergei Lavrov"),
        ("“And it is up to both Abkhazia", "Lavrov", "Sergei Lavrov"),
        ("“If there is an interest", "Lavrov", "Sergei Lavrov"),
        ("“The fact that Russia welcomes", "He", "Kaka Karadze"),
    ],
    "001": [
        ("“The current Georgian leadership", "Lavrov", "Sergey Lavrov"),
        ("“If there is interest", "Lavrov", "Sergey Lavrov"),
        ("“It’s positive that Russia", "he", "Kakha Kaladze"),
    ],
    "002": [
        ("“The Georgian people", "Lavrov", "Sergey Lavrov"),
        ("The choice, in reality", "Lavrov", "Sergey Lavrov"),
        ("“The current Georgian leadership", "Lavrov", "Sergey Lavrov"),
        ("If there is interest", "Lavrov", "Sergey Lavrov"),
    ],
    "003": [
        ("“As for the statement", "Kaladze", "Kakha Kaladze"),
        ("“…I repeat once again", "Kaladze", "Kakha Kaladze"),
        ("“As for the possibility", "region’s statement", None),
    ],
    "004": [
        ('"They said that they want', "Foreign Minister", "Sergei Lavrov"),
        ("\"Regarding Lavrov's statement", "Kaladze", "Kakha Kaladze"),
        ('"The destructive, radical', "he", "Kakha Kaladze"),
        ('"Will this mean', "he", "Konstantin Zatulin"),
    ],
}


def read_seed(number: str) -> str:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", SEED_STATEMENTS)
def test_who_says_what_in_the_seeds(number: str) -> None:
    text = read_seed(number)
    found = [quote for quote in find(text) if quote.type == "direct" and quote.speaker is not None]
    expected = SEED_STATEMENTS[number]
    assert [
        inner(text, quote)[: len(begin)] for quote, (begin, _, _) in zip(found, expected, strict=True)
    ] == [begin for begin, _, _ in expected]
    for quote, (_, phrase, person) in zip(found, expected, strict=True):
        assert phrase in (speaker(text, quote) or "")
        assert quote.person == person


def test_the_broken_statement_of_seed_000_keeps_its_three_paragraphs() -> None:
    text = read_seed("000")
    pieces = [quote for quote in find(text) if quote.person == "Sergei Lavrov" and quote.type == "direct"]
    assert inner(text, pieces[0]).endswith("“We want historical reconciliation.”")
    assert inner(text, pieces[1]).endswith("inevitable in any case.")
    assert inner(text, pieces[2]).endswith("we are ready to assist.”")
    assert pieces[0].repairs


def test_the_words_inside_sentences_of_the_seeds() -> None:
    words = {
        inner(text, quote).strip("“”\"'.,"): speaker(text, quote) or ""
        for text in map(read_seed, SEED_STATEMENTS)
        for quote in find(text)
        if quote.type == "mixed"
    }
    assert "Lavrov" in words["ready to support"]
    assert "Ivanishvili" in words["find the strength"]
    assert "Lavrov" in words["continue normalizing"]
    assert "Kaladze" in words["positively assessed"]
    assert "Lavrov" in words["interested"]
    assert "foreign ministry" in words["mythical concepts"]
    assert "Lavrov" in words["sincere assessment of the past"]
    assert "Georgian Dream" in words["reconcile"]


# Invariants -------------------------------------------------------------------------------------------------

MARKS = "“”‘’\"'«»‹›„‚「」『』`"
ALPHABET = [*MARKS, *"abSX .,:?!-—…()59\n\u00a0", " said ", " he ", " Berg ", " the ", " who ", " and "]
ANY_TEXT = st.lists(st.sampled_from(ALPHABET), max_size=80).map("".join)


def check(text: str) -> None:
    quotes = find(text)
    assert quotes == find(text)
    last = 0
    for quote in quotes:
        assert last <= quote.start < quote.end <= len(text)
        assert "\n" not in inner(text, quote)
        assert any(letter.isalnum() for letter in inner(text, quote))
        last = quote.end
        for part in (quote.speaker, quote.cue):
            assert part is None or 0 <= part.start < part.end <= len(text)


def test_marks_around_no_letter_are_no_quotation() -> None:
    assert find("“_” and «—» and «_") == []


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_text_of_marks_and_letters_gives_ordered_spans(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_gives_ordered_spans(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "“word " * 10_000,
        '"word ' * 10_001,
        "word” " * 10_000,
        "He left,” Berg said. " * 10_000,
        "“‘" * 2000,
        "“‘a " * 2000,
        "“It is so,” Berg said. " * 10_000,
        "“It is so, Berg said " * 10_000,
        "“a” " * 20_000,
        "“A,” Berg, who " * 5000,
        "‘ab " * 50_000,
        "James' " * 50_000,
        "“a”, " + " " * 1_000_000 + "x",
        "\n" * 1_000_000,
        "a" * 1_000_000,
        "word " * 200_000,
    ],
    ids=lambda text: text[:12].strip() or "blank",
)
def test_hostile_texts_stay_cheap(text: str) -> None:
    started = time.process_time()
    check(text)
    assert time.process_time() - started < 10  # linear work takes one or two seconds, quadratic far more
