"""What counts as speech: statements, words inside sentences, names, quotations set apart, and who is said to speak."""

import pytest

from seedreader.engine.model import Quote
from seedreader.engine.quotes import find
from seedreader.engine.quotes.attributions import Attribution
from seedreader.engine.quotes.machine import find_pieces, paragraphs
from seedreader.engine.quotes.speech import features, score
from seedreader.engine.quotes.speechwords import WEIGHTS


def marked(text: str) -> list[Quote]:
    return [quote for quote in find(text) if quote.type != "indirect"]


def last(text: str) -> Quote:
    return marked(text)[-1]


def speaker(text: str, quote: Quote) -> str | None:
    return None if quote.speaker is None else text[quote.speaker.start : quote.speaker.end]


# Speech or not ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg said, “The bridge is safe and it will stay open.”", "direct"),
        ("Anna Berg said the bridge was “safe for everybody in the town”.", "mixed"),
        ("Anna Berg called the plan “reckless”.", "mixed"),
        ("The guests, among them “Night Train” star Karl Holm, ate fish in the hall.", "scare"),
        ("The town has a so-called “harbour” without water.", "scare"),
        ("The band played the song “Long Way Down” in Oslo.", "title"),
        ("The “bridge” is a plank over a ditch.", "scare"),
    ],
)
def test_speech_is_told_from_other_words_in_marks(text: str, kind: str) -> None:
    assert last(text).type == kind


def test_a_long_statement_is_speech_whatever_stands_around_it() -> None:
    words = "The men of the town built the old bridge with their own hands in one summer."
    assert last(f"Holm went home.\n\n“{words}”").type == "direct"


def test_features_have_names_and_pairs_and_whole_weights() -> None:
    text = "Anna Berg called the plan “reckless” and “The Long Night” a film."
    parts = paragraphs(text)
    pieces = find_pieces(text, parts)
    given = Attribution((0, 9), (10, 16))
    first = features(text, parts, pieces, 0, given, name=False, title=False)
    second = features(text, parts, pieces, 1, given, name=True, title=False)
    assert {"words_1", "naming", "cue_before", "own", "speaker"} <= first
    assert {"title_case", "name", "between", "naming*title_case"} <= second
    announced = features(text, parts, pieces, 1, given, name=True, title=True)
    assert announced - second == {"title"}
    assert score(announced) < score(second)
    assert all(feature.count("*") <= 1 for feature in first | second)
    assert {"naming", "cue_before", "own"} <= WEIGHTS.keys()
    assert score(first) > 10 > score(second)


# Set apart --------------------------------------------------------------------------------------------------


def test_a_signature_in_the_last_line_is_the_speaker_and_no_quotation() -> None:
    text = (
        'Karl Holm said, “We wait.”\n\n"We are going to build this bridge, whatever the county says about it.\n'
        'Anna Berg, mayor of Oslo"\n\nThe county declined to comment on the plans.'
    )
    quotes = marked(text)
    assert [speaker(text, quote) for quote in quotes] == ["Karl Holm", "Anna Berg"]
    assert quotes[1].person == "Anna Berg"
    assert quotes[1].type == "direct"


def test_a_last_line_that_is_a_sentence_is_no_signature() -> None:
    text = 'Anna Berg said:\n\n"We are going to build it.\n"We thank Karl Holm."'
    assert [speaker(text, quote) for quote in marked(text)] == ["Anna Berg", "Anna Berg"]


def test_a_sentence_of_the_article_set_apart_is_not_speech() -> None:
    sentence = "The quarrel is about what the town owes to the men who built the bridge"
    text = f"Anna Berg lost the vote in May.\n\n“{sentence}.”\n\n{sentence}, as everybody in Oslo knows."
    (quote,) = marked(text)
    assert (quote.type, quote.speaker) == ("scare", None)


# Who speaks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg left the hall.\n\n“We were not asked,” said Per Lund, a fisherman.", "Per Lund"),
        ("Anna Berg left the hall.\n\n“We were not asked,” Per Lund said.", "Per Lund"),
        ("Anna Berg left the hall.\n\nPer Lund said: “We were not asked.”", "Per Lund"),
        ("“We were not asked,” said Will Holm, a fisherman.", "Will Holm"),
        ("Signs hung from the bridge. “Save our old town,” read one.", "one"),
        ("“It was a very bad night,” said one of two guests who stayed.", "one of two guests"),
        ("“The bridge was never safe,” the Danes write in a letter.", "the Danes"),
        ("“The bridge was never safe,” the two write.", "the two"),
        ("Because the ice came early, explained Holm, “we could not finish the bridge in time.”", "Holm"),
        ("Anna Berg left.\n\nThe letter reads as follows:\n\n“We will not pay for this bridge.”", "The letter"),
        ("Anna Berg left. From the report: “The bridge was never safe for carts.”", "the report"),
        ("When a guest shouted “We will not pay,” Berg smiled at the crowd.", "a guest"),
        ("While Holm calls the bridge a “wonder of the north,” Berg wants it gone.", "Holm"),
        ("Berg’s letter makes a plain case: “The bridge was never safe for carts.”", "Berg’s letter"),
        ("“How do we pay for it?” Anna Berg, the mayor of Oslo, said.", "Anna Berg"),
        ("“It is the end,” engineers Anna Berg and Karl Holm of the old Bridge Office in Oslo wrote.",
         "engineers Anna Berg and Karl Holm of the old Bridge Office in Oslo"),
        ("Monday at the Long Hall in Oslo, after a walk, Sen. Anna Berg (Oslo), said, “We will build it.”",
         "Sen. Anna Berg (Oslo)"),
        ("Dick Holm, who paid for the bridge, told Bergen, “I like the old one best of all.”", "Dick Holm"),
        ("Anna Berg on Saturday attacked the plan adopted in Bergen, saying the town is “not rich enough”.",
         "Anna Berg"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, who: str) -> None:
    assert speaker(text, last(text)) == who


def test_a_small_per_is_a_preposition() -> None:
    text = "“It costs a crown,” said Holm, per Berg’s letter."
    assert speaker(text, last(text)) == "Holm"


def test_titles_inside_the_text_are_read_as_headlines() -> None:
    text = (
        "The mayor of Oslo wrote a book.\n\nAnna Berg Said “We Will Build The Bridge Again.”\n\nIt sold well."
    )
    assert speaker(text, marked(text)[-1]) == "Anna Berg"


def test_a_headline_name_that_looks_like_a_verb() -> None:
    text = "Anna Richards: ‘We Will Build The Bridge Again’\n\nThe mayor spoke in Oslo on Monday."
    assert speaker(text, marked(text)[0]) == "Anna Richards"
