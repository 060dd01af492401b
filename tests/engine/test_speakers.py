"""Speakers: whose words they are, where nobody speaks, and which person a name, pronoun or role means."""

import time
from itertools import product

import pytest

from seedreader.engine.model import Quote
from seedreader.engine.quotes import find
from seedreader.engine.quotes.machine import find_pieces, paragraphs
from seedreader.engine.quotes.names import gender, name_in, strip_titles
from seedreader.engine.quotes.persons import Names
from seedreader.engine.quotes.roles import Role, role_of


def speaker(text: str, quote: Quote) -> str | None:
    return None if quote.speaker is None else text[quote.speaker.start : quote.speaker.end]


def marked(text: str) -> list[Quote]:
    return [quote for quote in find(text) if quote.type != "indirect"]


def last_speaker(text: str) -> str | None:
    return speaker(text, marked(text)[-1])


def last_cue(text: str) -> str | None:
    cue = marked(text)[-1].cue
    return None if cue is None else text[cue.start : cue.end]


def persons(text: str) -> list[str | None]:
    return [quote.person for quote in marked(text)]


# Verbs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("He says he will send it on Friday, calling it “very boring news”.", "He", "calling"),
        ("He says he likes Holm and calls him “a fine man of the north”.", "He", "calls"),
        ("He said that he called him “a fine man of the north”.", "He", "said"),
        ("Berg called Holm “a good man,” adding, “He will come back to Oslo”.", "Berg", "adding"),
        ("Holm left the town.\n\nHe sold it. Said Berg: “We will not pay for the bridge”.", "Berg", "Said"),
        ("Holm left the town.\n\nStated Anna Berg:\n\n“We will not pay for the bridge.”", "Anna Berg", "Stated"),
        ("Holm left the town.\n\nAccording to Bridgepost: “Berg will not pay for it”.", "Bridgepost", "According"),
        ("Berg referred to the plan as “a waste of time”.", "Berg", "referred"),
        ("Berg dubbed the plan “a waste of time”.", "Berg", "dubbed"),
        ("Yet another said, “Holm is in a battle with the town”.", "another", "said"),
        ("Holm spoke of it. One told the paper, “We will not pay for it”.", "One", "told"),
        ("Many say it was “a waste of time”.", "Many", "say"),
        ("Most said, “We will not pay for it.”", "Most", "said"),
        ("Work stayed “tight” with “modest” gains in May, according to the survey.", "the survey", "according"),
        ("It is banned when voting “to fill a vacancy in May,” per the town’s rules.", "the town’s rules", "per"),
    ],
)  # fmt: skip
def test_the_verb_nearest_to_the_words_and_the_source_named_behind(text: str, who: str, cue: str) -> None:
    assert last_speaker(text) == who
    assert last_cue(text) == cue


def test_a_title_before_a_colon_is_no_inverted_verb() -> None:
    text = "Added value: “We will not pay for the bridge.”"
    assert last_speaker(text) != "value"


# Subjects ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A letter from the union obtained by the paper says “nothing is settled yet”.",
            "A letter from the union",
        ),
        ("Berg, who has in the past described Holm as “a fool”, left.", "Berg"),
        ("The town put out a statement saying “the bridge is not safe at all”.", "The town"),
        ("With Holm calling it “a waste of time”, Berg left.", "Holm"),
        ("“They will meet,” Holm said, adding, “They need to talk.”", "Holm"),
        ("The mayor and the union will meet soon, Holm said, adding, “They need to talk.”", "Holm"),
        ("Men sang and drank, Holm said in May, and later predicted: “It will grow.”", "Holm"),
        ("Berg’s flurry of late-night letters is in Holm’s hands, and he said “nobody will see it”.", "he"),
        ("“It works,” Holm told the paper, and then predicted: “It will grow.”", "Holm"),
        ("“We are ready,” he will say.", "he"),
        ("“They need a plan,” Nate Berg, the author who founded bridges.org wrote on Friday.", "Nate Berg"),
        (
            "“It is new,” bridge experts Anna Berg and Karl Holm wrote.",
            "bridge experts Anna Berg and Karl Holm",
        ),
        ("“We need it,” the Oslo senator and party leader said.", "the Oslo senator and party leader"),
        ("“It is ours,” said council ranking Democrat Anna Berg.", "council ranking Democrat Anna Berg"),
        ("“It is ours,” said the other town’s mayor.", "the other town’s mayor"),
        ("“Go and vote,” Holm implored.", "Holm"),
        ("“We live here,” Ebeling said.", "Ebeling"),
    ],
)
def test_the_subject_of_the_verb_speaks(text: str, who: str) -> None:
    assert last_speaker(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg says he goes “back to the bridge” soon.", "Anna Berg"),
        ("Anna Berg said that Holm once called it “a good plan”.", "Anna Berg"),
        ("Holm announced on Monday that Berg’s statement was “true” after all.", "Holm"),
        ("Holm said that once the council goes on holiday, “we will do what we can”.", "Holm"),
    ],
)
def test_what_somebody_says_of_others_is_the_outer_ones_words(text: str, who: str) -> None:
    assert last_speaker(text) == who


def test_the_next_sentence_keeps_the_speaker_over_a_clause_with_another_verb() -> None:
    text = "“We will win,” Berg said in Oslo, two hours after papers declared her the winner. “You will be happy.”"
    assert [speaker(text, quote) for quote in marked(text)] == ["Berg", "Berg"]


def test_a_colon_or_dash_is_the_cue_where_no_verb_is() -> None:
    assert last_cue("BERG: “We will open the bridge in May.”") == ":"
    assert last_cue("“We waited ten years for it.” — Anna Berg") == "—"
    assert last_cue("Berg continued: “We will open it.”") == "continued"
    assert last_cue("Holm went on: “We will open it.”") == "went"
    assert last_cue("Holm goes “back to war” again.") is None


def test_an_announced_statement_keeps_its_speaker_over_paragraphs() -> None:
    text = "Holm wrote a note.\n\nShe then listed what a bridge needs:\n\n“It needs stone.\n\n“It needs men.”"
    assert [speaker(text, quote) for quote in marked(text)] == ["She", "She"]


# Nobody -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg told “Bridges and Roads” that the town is ready.",
        "Berg stayed for an interview with “The Long Night”, which the town liked.",
        "Anna Berg said little and wore a “Build It Again” hat in the town hall.",
        "Berg knew that the men of the town had long since been at work on the so “far” side.",
    ],
)
def test_names_of_works_and_far_words_have_no_speaker(text: str) -> None:
    (quote,) = marked(text)
    assert quote.speaker is None
    assert quote.person is None
    assert quote.type in ("title", "scare")


def test_a_capitalised_name_that_somebody_calls_another_keeps_its_speaker() -> None:
    assert last_speaker("Holm called her “Lady Of Stone” again.") == "Holm"


def test_the_last_speaker_is_forgotten_after_silent_paragraphs() -> None:
    silence = "\n".join(
        ["The town has a river and many old bridges, which people like to cross on Sundays."] * 4
    )
    text = (
        f"“We are ready,” Berg said.\n{silence}\nWith “a new bridge in a town of rivers and snow” comes May."
    )
    assert last_speaker(text) != "Berg"


# Names ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Sen. Anna Berg, R-Ohio", "Anna Berg"),
        ("Rep. Anna Berg (R-Ohio)", "Anna Berg"),
        ("Georgian Foreign Minister Anna Berg", "Anna Berg"),
        ("campaign chairman Karl Holm", "Karl Holm"),
        ("Secretary of State John Berg", "John Berg"),
        ("the mayor, Anna Berg", "Anna Berg"),
        ("the late Anna Berg", "Anna Berg"),
        ("Amy Pope", "Amy Pope"),
        ("The Times’ Karl Holm", "Karl Holm"),
        ("a spokesman for Anna Berg", None),
        ("the Kremlin", None),
        ("Moscow", None),
        ("NATO", None),
        ("The American Legion", None),
        ("Oslo University", None),
        ("the Board of Elections", None),
        ("75 percent", None),
        ("the mayor of Oslo", None),
        ("Anna Berg’s lawyer", None),
    ],
)
def test_only_a_person_has_a_name(phrase: str, name: str | None) -> None:
    assert name_in(phrase) == name


def test_titles_and_given_names() -> None:
    assert strip_titles("Deputy Prime Minister Anna Berg") == "Anna Berg"
    assert [gender("Maria Holm"), gender("Sergei Berg"), gender("Xq Berg")] == ["f", "m", ""]


@pytest.mark.parametrize(
    "organisation", ["The ministry", "NATO", "Moscow", "The Oslo City Council", "Police"]
)
def test_an_organisation_speaks_but_is_no_person(organisation: str) -> None:
    text = f"“We are ready for the winter,” {organisation} said."
    text = f"{organisation} said: “We are ready for the winter.”" if organisation.startswith("The") else text
    (quote,) = marked(text)
    assert speaker(text, quote) == organisation
    assert quote.person is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Anna Berg came. Crooked Anna Berg, he wrote. “We are ready,” Berg said.", "Anna Berg"),
        ("Marine Le Pen came to town. “We are ready,” Le Pen said.", "Marine Le Pen"),
        ("Karl Holm came. Holm’s statement reads: “We are ready.”", "Karl Holm"),
        ("Karl J. Holm came. Karl Holm sat. Karl Holm left. “We are ready,” Holm said.", "Karl Holm"),
    ],
)
def test_the_name_as_the_article_mostly_gives_it(text: str, person: str) -> None:
    assert persons(text) == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Karl Holm met Tom Berg on Friday. Still, Tom Berg said he would stay.\n“It is late,” he said.",
            "Tom Berg",
        ),
        ("Karl Holm took Dorothy Berg to town.\n“It is late,” he said.", "Karl Holm"),
        ("Anna Berg took Karl Holm to Caesars Palace in town.\n“It is late,” she said.", "Anna Berg"),
        ("Spokeswoman Xanthe Berg stayed and Karl Holm left.\n“It is late,” she said.", "Xanthe Berg"),
        ("Spokeswoman Xanthe Berg stayed.\n“It is late,” he said.", None),
        ("Karl Holm left town, and Tom Berg said the bridge was done.\n“It is late,” he said.", "Tom Berg"),
        ("Girl Scouts came to Oslo.\n“It is late,” he said.", None),
    ],
)
def test_a_pronoun_means_the_fitting_person_who_spoke_last(text: str, person: str | None) -> None:
    assert persons(text)[-1] == person


# Roles ------------------------------------------------------------------------------------------------------

MAYOR = [
    "Anna Berg, mayor of Oslo, came.",
    "Mayor Anna Berg came.",
    "The mayor of Oslo, Anna Berg, came.",
    "Anna Berg is the mayor of Oslo.",
    "The Oslo mayor Anna Berg came.",
]
MINISTER = ["Foreign Minister Karl Holm stayed.", "Karl Holm, the foreign minister of the kingdom, stayed."]


@pytest.mark.parametrize(("mayor", "minister"), list(product(MAYOR, MINISTER)))
def test_a_role_means_who_is_said_to_hold_it(mayor: str, minister: str) -> None:
    text = (
        f"{mayor} {minister}\n“It is late,” the mayor said.\n“No,” said the other country’s foreign minister.\n"
        "“It is early for that,” the minister added."
    )
    assert persons(text) == ["Anna Berg", "Karl Holm", "Karl Holm"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Sen. Anna Berg (R-Vt.) met Sen. Karl Holm of Ohio.\n“It is late,” the Vermont senator said.",
            "Anna Berg",
        ),
        ("Sen. Anna Berg (R-Vt.) met Sen. Karl Holm of Ohio.\n“It is late,” the senator said.", None),
        ("Sen. Anna Berg left. Sen. Karl Holm stayed.\n“It is late,” the senator said.", "Karl Holm"),
        ("Sen. Anna Berg left. Sen. Karl Holm stayed.\n“It is late,” a senator said.", None),
        ("Prime Minister Anna Berg left.\n“It is late,” the minister said.", None),
        ("Prime Minister Anna Berg left.\n“It is late,” the prime minister said.", "Anna Berg"),
        ("Actor Karl Holm met the actress Anna Berg.\n“It is late,” the actress said.", "Anna Berg"),
        ("Secretary of State John Berg left.\n“It is late,” the secretary of state said.", "John Berg"),
        ("Mayor Anna Berg left.\n“It is late,” Anna Berg’s mayor friends said.", None),
        ("The town has a mayor.\n“It is late,” the mayor said.", None),
    ],
)
def test_a_role_that_fits_two_or_nobody_is_nobody(text: str, person: str | None) -> None:
    assert persons(text)[-1] == person


def test_a_word_of_an_institution_is_no_role() -> None:
    text = "Justice Ana Berg was heard last year. The mayor wrote that the Justice Department claims silence."
    assert "Ana Berg" not in {quote.person for quote in find(text)}
    assert Names(text, ()).person(text.index("Justice Dep"), text.index(" Department")) is None


@pytest.mark.parametrize("surname", ["Berg", "Weiss", "Ross", "Strauss"])
def test_a_title_makes_a_person_of_any_surname(surname: str) -> None:
    text = f"President Zlatkor {surname} came at noon. “We have no time at all,” he told reporters."
    assert persons(text) == [f"Zlatkor {surname}"]


def test_a_pronoun_means_who_just_spoke_though_never_named_in_full() -> None:
    opening = "Mayor Rui Dias spoke on Monday. Rain fell. Traffic stood still. The harbour was closed. "
    assert persons(opening + "Sandler said nothing at first. “The bridge is safe,” he said.") == ["Sandler"]
    assert persons("Mayor Rui Dias spoke. Sandler said nothing. “The bridge is safe,” he said.") == [
        "Rui Dias"
    ]


def test_the_parts_of_a_role() -> None:
    assert role_of("the country’s deputy foreign minister") == Role(
        "minister", frozenset(["deputy", "foreign"]), frozenset()
    )
    assert role_of("mayor of Oslo") == Role("mayor", frozenset(), frozenset(["oslo"]))
    assert role_of("the Vermont congresswoman") == Role("representative", frozenset(), frozenset(["vermont"]))
    assert role_of("the Republican National Committee") is None
    assert role_of("the bridge") is None


def test_an_apostrophe_behind_an_abbreviation_opens_no_quotation() -> None:
    assert (
        marked("He lives in Washington D.C.’s old town. The towns’ mayors met in the U.S.’s oldest inn.")
        == []
    )


# Other languages and hostile texts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("市長は「橋は五月に開く」と述べた。大臣は『準備はできた』と語った。", 2),
        ("“A ponte abre em maio”, disse Ana Silva. O prefeito afirmou: «Estamos prontos».", 2),
    ],
)
def test_quotations_of_other_languages_are_found(text: str, count: int) -> None:
    assert len(marked(text)) == count


def test_lost_marks_in_one_paragraph_take_linear_time() -> None:
    def seconds(length: int) -> float:
        text = "“word " * (length // 6)
        parts = paragraphs(text)
        started = time.process_time()
        assert len(find_pieces(text, parts)) >= length // 6 - 1
        return time.process_time() - started

    assert seconds(600_000) < 7 * seconds(150_000) + 0.5


@pytest.mark.parametrize("unit", ["“word ", "“‘a ", "“a” ", "“a” who, ", "Anna Berg said. “a” he said. "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        find(text)
        return time.process_time() - started

    seconds(10_000)
    assert seconds(320_000) < 10 * seconds(80_000) + 0.5  # four times the text; quadratic would be sixteen
