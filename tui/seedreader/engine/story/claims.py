"""Claims: what several articles tell, each with the sentences that tell it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from seedreader.engine.pairs import Relation
from seedreader.engine.story import linkage
from seedreader.engine.story.linkage import Group, Strength
from seedreader.engine.story.table import LIKELY, SUPPORT, Place, Table

ECHO_BEST: Final = 0.6
"""The least probability of the best link from a sentence of another claim to this one, to count as telling it."""

ECHO_MEAN: Final = 0.5
"""The least mean probability of its links to the articles of this one, no link counting as none."""

ECHO: Final = 0.6
"""Share of a claim's articles to which a sentence of another claim must be likely linked to tell this claim too."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one article tells a claim.

    ``sentence`` is the one nearest to the representative sentence, ``parts`` are all that tell it, that one included,
    in order. ``p`` and ``relation`` are those of the link to the representative sentence, 1.0 and "same" for itself
    and, where the two are linked only through other articles, the best link to any of them.
    """

    article: int
    sentence: int
    parts: tuple[int, ...]
    p: float
    relation: Relation


@dataclass(frozen=True)
class Claim:
    """What two or more articles tell.

    ``representative`` is the sentence the others are nearest to. ``wordings`` stand in order of articles, one of each.
    ``echoes`` are sentences of further articles that tell it too, but tell another claim first. ``speakers`` are the
    persons to whom wordings ascribe it, the most frequent first.
    """

    representative: Place
    wordings: tuple[Wording, ...]
    echoes: tuple[Place, ...] = ()
    speakers: tuple[str, ...] = ()

    @cached_property
    def articles(self) -> tuple[int, ...]:
        """The articles that carry it, in order, those that only echo it included."""
        own = {one.article for one in self.wordings}
        return tuple(sorted(own | {echo.article for echo in self.echoes}))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All sentences of its wordings."""
        return tuple(Place(one.article, part) for one in self.wordings for part in one.parts)

    def wording(self, article: int) -> Wording | None:
        """How an article tells it, where it has a wording of its own."""
        return next((one for one in self.wordings if one.article == article), None)


def find(table: Table) -> tuple[Claim, ...]:
    """Group the linked sentences of a table into claims; those of most articles first, then in order of reading.

    Every sentence is in one claim at most. The order of the articles decides nothing but the order of what is found,
    as long as no two links of a set are equally probable in every respect.
    """
    links = linkage.strength(table)
    made = [_claim(group, links, table) for group in linkage.groups(table, links)]
    echoed = _echoed(made, table)
    found = [
        Claim(claim.representative, claim.wordings, echoed.get(number, ()))
        for number, claim in enumerate(made)
    ]
    return tuple(sorted(found, key=_order))


def _claim(group: Group, strength: Strength, table: Table) -> Claim:
    places = [Place(article, part) for article in sorted(group) for part in group[article]]

    def held(place: Place) -> tuple[int, float, int, Place]:
        """How many of the articles a sentence is linked to, and how well; of equals the longer one is the fuller."""
        best: dict[int, float] = {}
        for other, p in strength[place].items():
            if other.sentence in group.get(other.article, ()):
                best[other.article] = max(p, best.get(other.article, 0.0))
        length = table.words[place.article][place.sentence - 1]
        return -len(best), -round(sum(sorted(best.values())), 6), -length, place

    representative = min(places, key=held)
    wordings: list[Wording] = []
    for article in sorted(group):
        parts = group[article]
        if article == representative.article:
            wordings.append(Wording(article, representative.sentence, parts, 1.0, "same"))
            continue
        to_it = {part: strength[Place(article, part)].get(representative, 0.0) for part in parts}
        main = min(parts, key=lambda part: (-to_it[part], held(Place(article, part))))
        links = [
            link
            for link in table.links(article, main)
            if link.sentence in group.get(link.article, ()) and link.article != article
        ]
        direct = [link for link in links if (link.article, link.sentence) == representative]
        best = max(direct or links, key=lambda link: link.p, default=None)
        if best is None:
            # Its parts are held by links of other parts only.
            wordings.append(Wording(article, main, parts, 0.0, "partial"))
        else:
            wordings.append(Wording(article, main, parts, best.p, best.relation))
    return Claim(representative, tuple(wordings))


def _echoed(claims: Sequence[Claim], table: Table) -> dict[int, tuple[Place, ...]]:
    """For each claim the best sentence of every further article that is linked to enough of its articles."""
    found: dict[int, tuple[Place, ...]] = {}
    for number, claim in enumerate(claims):
        carriers = {one.article for one in claim.wordings}
        reached: defaultdict[Place, dict[int, float]] = defaultdict(dict)
        for place in claim.places:
            for link in table.links(*place):
                if link.article not in carriers:
                    best = reached[Place(link.article, link.sentence)]
                    best[place.article] = max(link.p, best.get(place.article, 0.0))
        chosen: dict[int, tuple[float, Place]] = {}
        for place, links in sorted(reached.items()):
            compared = sum((place.article, article) in table.by_pair for article in carriers)
            total = sum(links.values())
            strong = max(links.values()) >= (ECHO_BEST if len(links) > 1 else SUPPORT)
            likely = sum(p >= LIKELY for p in links.values())
            held = likely >= ECHO * compared and total >= ECHO_MEAN * compared
            if strong and held and total > chosen.get(place.article, (0.0, place))[0]:
                chosen[place.article] = total, place
        if chosen:
            found[number] = tuple(chosen[article][1] for article in sorted(chosen))
    return found


def _order(claim: Claim) -> tuple[int, Place]:
    return -len(claim.articles), min(claim.places)
