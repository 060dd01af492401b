"""Why a line was marked, in words for the reader."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.page import Place
from seedreader.engine.model import FurnitureKind

MOST: Final = 4
PHRASES: Final[Mapping[FurnitureKind, str]] = MappingProxyType(
    {
        "navigation": "words of a menu or button",
        "share": "asks the reader to share",
        "promo": "asks the reader to subscribe, join or buy",
        "related": "leads to other articles",
        "caption": "words of a caption",
        "credit": "words of a photo or agency credit",
        "byline": "words of a byline",
        "dateline": "tells when it was published",
        "contact": "tells how to reach the newsroom",
        "comment": "belongs to the reader comments",
        "legal": "legal or privacy notice",
        "duplicate": "repeats",
    }
)
NEIGHBOURS: Final = "the lines around it look like page furniture"
OTHERWISE: Final = "shape and place of the line, taken together"

_NEIGHBOUR_COLUMNS: Final = (
    "wording of last line|wording of next line|wording within 2|wording within 5|wording within 10"
    "|phrases within 5|phrases within 10|prose within 5|prose within 10|words within 5|words within 10"
    "|speech within 10|dates within 10|prose near|prose above|prose ahead"
)
_AFTER_COLUMNS: Final = (
    "after body|after body by wording|place|words before|wording above|wording below|line"
    "|prose above|prose ahead"
)
_TOPIC_COLUMNS: Final = "shared|shared with body|rare shared with body"
_SHAPE_COLUMNS: Final = "words|letters|end|stop words|prose|commas"
_LINE_COLUMNS: Final = "wording|phrases|whole phrase|opening phrase"
_SHORT: Final = 12
_LEAST: Final = 0.08


def reasons(
    fact: LineFacts,
    place: Place,
    added: Mapping[str, float],
    around: float,
    telling: Sequence[str],
) -> tuple[str, ...]:
    """Up to four reasons for furniture, the strongest first.

    ``added`` is what each column added to the log odds, ``around`` the mean wording of the lines within two,
    ``telling`` the strongest words of the line. A reason is given only where what it says is true of the line.
    """
    found: dict[str, float] = {}

    def give(reason: str, columns: str, true: bool = True) -> None:
        weight = sum(added.get(column, 0.0) for column in columns.split("|"))
        if true and weight > _LEAST:
            found[reason] = max(weight, found.get(reason, 0.0))

    kinds = dict.fromkeys(hit.kind for hit in fact.hits)
    for kind in kinds:
        give(PHRASES[kind], _LINE_COLUMNS)
    if telling:
        give("furniture is worded like this: " + ", ".join(f"“{words}”" for words in telling), "wording")
    give(NEIGHBOURS, _NEIGHBOUR_COLUMNS, around > 0)
    give("stands before the article begins", "before body|" + _AFTER_COLUMNS, place.before > 0)
    give("stands after the article ends", _AFTER_COLUMNS, place.after > 0)
    give("stands below a furniture heading", "headed|since heading", place.headed)
    give("stands more than once on the page", "copies|copied before", place.copies > 1)
    give("other lines begin with the same words", "same opening", place.same_opening > 1)
    give("shares few words with the article", _TOPIC_COLUMNS, place.shared_with_body < 0.35)
    give("only one or two words", _SHAPE_COLUMNS, 0 < fact.length <= 2)
    give("short, and does not end like a sentence", _SHAPE_COLUMNS, 2 < fact.length < _SHORT and not fact.end)
    give("does not end like a sentence", _SHAPE_COLUMNS, fact.length >= _SHORT and not fact.end)
    give("is cut off with dots", "end", fact.end == "…")
    give("capitals in every word", "capitalised|upper", fact.capitalised >= 0.75 and fact.length > 2)
    give("mostly digits", "digits", fact.digit_share > 0.25)
    give("ends with a photo credit", "credit|wording", fact.credit)
    give("tells who an author is", "biography|wording", fact.biography)
    give("names the author", "byline|wording", fact.byline)
    give("reads like a caption: what is seen, and the day", "caption|wording", fact.captioned)
    give("holds a date or a time of day", "date|digits|wording", fact.dated)
    give("holds a web or mail address", "link|marks|wording", fact.link)
    give("tells the reader what to do", "plea|wording", fact.plea)
    give("says the same twice", "said twice|wording", fact.said_twice)
    give("speaks of “us” and “you”", "we|you|wording", fact.we > 0 and fact.you > 0)
    give("divided like a menu", "separators|marks", fact.separators)
    ranked = sorted(found, key=lambda reason: -found[reason])
    return tuple(ranked[:MOST]) or (OTHERWISE,)
