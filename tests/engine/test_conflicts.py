import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seedreader.engine.conflicts import LONGEST, Conflict, Variant, find, variants
from seedreader.engine.model import Span
from seedreader.engine.persons import same_people

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def told(left: str, right: str) -> list[tuple[str, str]]:
    return [(conflict.kind, conflict.message) for conflict in find(left, right)]


def seed(number: int, start: str, end: str) -> str:
    text = SEEDS[number].read_text(encoding="utf-8")
    at = text.index(start)
    return text[at : text.index(end, at) + len(end)]


@pytest.mark.parametrize(
    ("left", "right", "kind", "message"),
    [
        ("It led to a five-day war.", "It led to a six-day war.", "number", "five-day here, six-day there"),
        (
            "The storm killed 14 people on the island.",
            "The storm killed 17 people on the island.",
            "number",
            "14 people here, 17 people there",
        ),
        (
            "Police arrested at least 12 fishermen after the fire.",
            "Police arrested nine fishermen after the fire.",
            "number",
            "12 fishermen here, nine fishermen there",
        ),
        (
            "The bank raised its rate to 4.5 percent after the vote.",
            "The bank raised its rate to 5.5 % after the vote.",
            "number",
            "4.5 percent here, 5.5 % there",
        ),
        (
            "The company paid $3 million for the harbour.",
            "The company paid $7m for the harbour.",
            "number",
            "$3 million here, $7m there",
        ),
        (
            "The council voted 5-4 to close the bridge.",
            "The council voted 6-3 to close the bridge.",
            "number",
            "5-4 here, 6-3 there",
        ),
        (
            "China will buy up to $50 billion of grain.",
            "China will buy up to $70 billion of grain.",
            "number",
            "$50 billion here, $70 billion there",
        ),
        (
            "The rate rose from 10 to 12 percent in the city.",
            "The rate rose from 10 to 14 percent in the city.",
            "number",
            "12 percent here, 14 percent there",
        ),
        (
            "The mayor resigned on Monday after the fire.",
            "The mayor resigned on Tuesday after the fire.",
            "date",
            "Monday here, Tuesday there",
        ),
        (
            "The trial of the captain opens on March 3 in the capital.",
            "The trial of the captain opens on 4 March in the capital.",
            "date",
            "March 3 here, 4 March there",
        ),
        (
            "The old bridge collapsed in 2008 after a flood.",
            "The old bridge collapsed in 2009 after a flood.",
            "date",
            "2008 here, 2009 there",
        ),
        (
            "The captain was charged by prosecutor Anna Keller on board.",
            "The captain was charged by prosecutor Maria Lindt on board.",
            "name",
            "Anna Keller here, Maria Lindt there",
        ),
        (
            "Mayor Tom Halden opened the new bridge in May.",
            "Mayor Tom Halten opened the new bridge in May.",
            "name",
            "spelled Halden here, Halten there",
        ),
        (
            "Sweden and Norway will send ships to the strait.",
            "Sweden, Norway and Finland will send ships to the strait.",
            "name",
            "adds Finland",
        ),
        (
            "The company will not close the old harbour this year.",
            "The company will close the old harbour this year.",
            "negation",
            "“not close” here, “close” there",
        ),
        (
            "The captain denied steering the ship onto the rocks.",
            "The captain admitted steering the ship onto the rocks.",
            "negation",
            "“denied steering” here, “steering” there",
        ),
        (
            "Nobody was hurt when the ferry hit the pier.",
            "Several passengers were hurt when the ferry hit the pier.",
            "negation",
            "“Nobody was hurt” here, “hurt” there",
        ),
        (
            "The council refused to open the bridge to lorries.",
            "The council opened the bridge to lorries.",
            "negation",
            "“refused to open” here, “opened” there",
        ),
        (
            "The port has no plans to dismiss workers this winter.",
            "The port plans to dismiss workers this winter.",
            "negation",
            "“no plans to dismiss” here, “plans to dismiss” there",
        ),
        (
            "Shares of the shipyard rose 3 percent on the news.",
            "Shares of the shipyard fell 3 percent on the news.",
            "negation",
            "“rose” here, “fell” there",
        ),
        (
            "Die Polizei nahm am Montag im Hafen der Stadt 14 Fischer fest.",
            "Die Polizei nahm am Dienstag im Hafen der Stadt 17 Fischer fest.",
            "number",
            "14 Fischer here, 17 Fischer there",
        ),
        (
            "El barco llegó al puerto de la ciudad el 03.04.2019 con los refugiados.",
            "El barco llegó al puerto de la ciudad el 05.04.2019 con los refugiados.",
            "date",
            "03.04.2019 here, 05.04.2019 there",
        ),
    ],
)
def test_what_is_told_differently(left: str, right: str, kind: str, message: str) -> None:
    assert told(left, right) == [(kind, message)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("5 ships sank in the storm.", "Five ships sank in the storm."),
        ("A dozen ships were damaged in the storm.", "Twelve ships were damaged in the storm."),
        ("About 5,000 people marched on Sunday.", "More than 5,000 people marched on Sunday."),
        ("More than 5,000 people marched on Sunday.", "Some 5,200 people marched on Sunday."),
        ("Nearly 300 people were hurt in the crash.", "At least 290 people were hurt in the crash."),
        ("The town has 1.2 million inhabitants.", "The town has 1,234,000 inhabitants."),
        (
            "The deal is worth $1.2 billion to the port.",
            "The deal is worth 1,200 million dollars to the port.",
        ),
        ("Prices in the port rose 26.4% in March.", "Prices in the port rose 26 percent in March."),
        ("A third of the voters stayed at home.", "Some 33 percent of the voters stayed at home."),
        ("The storm sank 10 to 15 ships.", "The storm sank 12 ships."),
        ("The plant left 5,400 workers jobless.", "The plant saw 200 arrests of workers."),
        ("Of the votes 25 percent of women were lost.", "Of the votes 41 percent of men were lost."),
        ("The king flew in three days after the storm.", "The king flew in two days after the vote."),
        ("The port asked six more countries for ships.", "The port asked 20 countries for ships."),
        ("The crew of Flight 93 fought in the air.", "The crew of Flight 175 died in the air."),
        ("The ferry sank on Monday near the island.", "The ferry sank on March 3 near the island."),
        ("The ferry sank yesterday near the island.", "The ferry sank on Tuesday near the island."),
        ("The mayor said on Friday she was glad.", "The mayor resigned on Monday."),
        ("The party lost votes in the 2016 election.", "The party lost votes in 2018."),
        ("They want historical reconciliation.", "They want a historic truce."),
        ("The bridge was not only closed but damaged.", "The bridge was closed."),
        ("Will the minister resign over the bridge?", "The minister will not resign over the bridge."),
        ("The court did not rule out closing the bridge.", "The court left open closing the bridge."),
        ("The fire was not unlikely caused by a cable.", "The fire was likely caused by a cable."),
        (
            "The police won't release the video of the crash.",
            "Police said releasing the video of the crash is hard.",
        ),
        (
            "He met leaders from states including France and Spain.",
            "He met leaders from France, Spain and Italy.",
        ),
        ("Keller met Lindt and Moreau in the harbour.", "Keller, Lindt and Moreau met in the harbour."),
        ("The centre of Oslo was calm.", "The center of Oslo was calm."),
        ("The Russian fleet left the port.", "The fleet of Russia left the port."),
        (
            "La policía detuvo a seis personas en el puerto de la ciudad.",
            "La policía no detuvo a siete personas en el puerto de la ciudad.",
        ),
        ("", "The ferry sank on Monday."),
    ],
)
def test_what_may_agree_is_no_conflict(left: str, right: str) -> None:
    assert find(left, right) == find(right, left) == ()


def test_many_differing_numbers_are_another_occasion() -> None:
    left = "The bank bought 120 bills in band one, 315 bonds in band two and 77 notes in band three."
    right = "The bank bought 345 bills in band one, 75 bonds in band two and 19 notes in band three."
    assert find(left, right) == ()


def test_a_later_sentence_may_name_the_party_that_a_list_lacks() -> None:
    short = "It is for the countries Abkhazia and South Ossetia to decide. They are neighbours of Georgia."
    full = "It is for the countries Abkhazia, South Ossetia and Georgia to decide."
    assert told(short, full) == [("name", "adds Georgia")]
    assert told(full, short) == [("name", "leaves out Georgia")]
    earlier = "Georgia has neighbours. It is for the countries Abkhazia and South Ossetia to decide."
    assert told(earlier, full) == []


def test_similar_surnames_of_two_known_people_are_no_misspelling() -> None:
    left, right = "Judge Johnson spoke to the court.", "Judge Johnston spoke to the court."
    assert told(left, right) == [("name", "spelled Johnson here, Johnston there")]
    people = same_people([["Ada Johnson", "Carl Johnston"]])
    assert find(left, right, people=people) == ()


def test_the_seeds_spell_a_name_in_two_ways() -> None:
    left = seed(0, "Kaka Karadze", "well received.")
    right = seed(1, "Kakha Kaladze", "to follow.")
    assert told(left, right) == [("name", "spelled Karadze here, Kaladze there")]
    assert [one.message for one in variants(left, right)] == ["Kaka here, Kakha there"]


def test_the_seeds_disagree_on_who_decides() -> None:
    full = seed(1, "He emphasized", "and Georgia.")
    assert told(seed(0, "“And it is up to both", "will take."), full) == [("name", "adds Georgia")]
    assert told(seed(2, "How and in what form", "inevitable."), full) == [("name", "adds Georgia")]
    assert told(seed(4, "And it's up to", "inevitable."), full) == [("name", "adds Georgia")]


def test_the_seeds_announce_and_deny_a_withdrawal() -> None:
    denied = seed(4, "Earlier, Russian State Duma", "in any case.")
    found = find(seed(0, "A senior Russian", "Georgia."), denied)
    assert [conflict.kind for conflict in found] == ["negation"]
    message = "“willingness to discuss the withdrawal” here, “not considering withdrawing” there"
    assert told(seed(1, "Russia has expressed", "Georgia."), denied) == [("negation", message)]


def test_another_wording_of_the_seeds_is_no_conflict() -> None:
    assert told(seed(2, "They have clearly", "reconciliation."), seed(4, "They said that", "truce.")) == []


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Sergei Lavrov spoke.", "Then Sergey Lavrov spoke.", ("spelling", "Sergei here, Sergey there")),
        ("The city of Kyiv was calm.", "The city of Kiev was calm.", ("spelling", "Kyiv here, Kiev there")),
        (
            "He left the U.N. today.",
            "He left the United Nations.",
            ("short", "U.N. here, United Nations there"),
        ),
        ("Senator Bob Hale slept.", "Sen. Robert Hale slept.", ("short", "Bob here, Robert there")),
        (
            "President Anna Keller left.",
            "Chancellor Anna Keller left.",
            ("title", "President Anna Keller here, Chancellor Anna Keller there"),
        ),
    ],
)
def test_variants_are_listed_apart(left: str, right: str, found: tuple[str, str]) -> None:
    assert [(one.kind, one.message) for one in variants(left, right)] == [found]
    assert find(left, right) == ()


def test_a_short_form_is_no_variant_of_another_body_with_its_letters() -> None:
    assert variants("The IOC met.", "The Iraqi Olympic Committee met.") == ()
    assert variants("The IOC met.", "The International Olympic Committee met.") != ()
    assert variants("The United Nations (UN) met.", "The UN met.") == ()
    assert variants("The VP met him.", "There Vladimir Putin met him.") == ()
    assert variants("The KL line was late.", "The Kerch Line was late.") == ()
    assert variants("Then Rep. Ada Hale met him.", "Then Reps. Ada Hale and Tom Lindt met him.") == ()


def test_spans_stand_where_the_words_are() -> None:
    left, right = "Of the crew 14 people died at sea.", "Of the crew 15 people died at sea."
    assert find(left, right) == (
        Conflict("number", Span(12, 21), Span(12, 21), "14 people here, 15 people there"),
    )


WORDS = (
    'the a and , . ; “ ” " ? not no never denied refused to Kaladze Karadze Sergei Sergey President Mayor Georgia'
    " Abkhazia Ossetia Lavrov Monday Tuesday March 3 4 2008 2009 2019-01-02 5,000 1.2 million dozen five six third"
    " % percent $ more than about people troops withdraw withdrawing open said rose fell […] U.N. United Nations"
    " De la 5-4 3-6 - 's 10 half of first"
).split()
SENTENCES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.text(max_size=60))


def swapped(conflict: Conflict) -> tuple[str, Span, Span]:
    return conflict.kind, conflict.right, conflict.left


@given(SENTENCES, SENTENCES)
@example("5-4 De", "3 Sergei 6-3")
def test_exchanging_the_sides_exchanges_the_result(left: str, right: str) -> None:
    found, back = find(left, right), find(right, left)
    assert {(one.kind, one.left, one.right) for one in found} == {swapped(one) for one in back}
    assert len(found) == len(back)
    same, other = variants(left, right), variants(right, left)
    assert {(one.kind, one.left, one.right) for one in same} == {
        (one.kind, one.right, one.left) for one in other
    }


@given(SENTENCES, SENTENCES)
def test_spans_are_inside_the_texts_and_not_empty(left: str, right: str) -> None:
    found: list[Conflict | Variant] = [*find(left, right), *variants(left, right)]
    for one in found:
        assert 0 <= one.left.start < one.left.end <= len(left)
        assert 0 <= one.right.start < one.right.end <= len(right)
        assert one.message


@given(SENTENCES)
@example("ʼ and ʼs")
@example("troops 5-4 million not")
@example("9" * 400 + " troops and 1" + "0" * 320 + " people")
def test_a_text_has_no_conflict_with_itself_or_itself_set_otherwise(text: str) -> None:
    assert not find(text, text)
    assert not variants(text, text)
    assert not find(text + " ", text)
    assert not variants(text, "  " + text)


def test_a_gigantic_sentence_takes_no_time() -> None:
    left = "Five ships of Karadze and Kaladze sank on Monday, 3 March, not far from the coast, and " * 12_000
    start = time.process_time()
    assert find(left, left.replace("Five", "Six")) == ()
    assert variants(left, left.replace("Kar", "Karr")) == ()
    long = left[: LONGEST - 1]
    find(long, long.replace("Five", "Six").replace("Monday", "Friday"))
    variants(long, long.replace("Kar", "Karr"))
    assert time.process_time() - start < 2
