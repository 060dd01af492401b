"""Which kind of furniture a line is, once it is taken to be furniture."""

from collections import Counter

from seedreader.engine.boilerplate.features import LineFacts
from seedreader.engine.boilerplate.page import Place
from seedreader.engine.model import FurnitureKind


def kind_of(fact: LineFacts, place: Place) -> FurnitureKind:
    """The kind that what is known of a line speaks for; the most telling sign first."""
    if fact.whole is not None:
        return fact.whole.kind
    if fact.biography:
        return "byline"
    if fact.credit:
        return "caption" if fact.length > 8 else "credit"
    if fact.byline:
        return "byline"
    if fact.opening is not None and (" " in fact.opening.phrase or fact.length < 15):
        return fact.opening.kind
    if fact.dated and fact.length <= 12:
        return "dateline"
    if fact.captioned:
        return "caption"
    inside = Counter(hit.kind for hit in fact.hits if hit.place == "inside")
    if inside:
        return inside.most_common(1)[0][0]
    if fact.link:
        return "contact"
    if place.copied_before or fact.said_twice:
        return "duplicate"
    return _kind_by_place(fact, place)


def _kind_by_place(fact: LineFacts, place: Place) -> FurnitureKind:
    if place.headed:
        return "related"
    if (fact.we and fact.you) or (fact.plea and fact.length < 8):
        return "promo"
    if fact.length <= 3:
        return "navigation"
    if place.after > 0:
        return "promo" if fact.prose else "related"
    if place.before > 0:
        return "navigation" if fact.length < 8 else "related"
    return "caption"
