"""Claims: what several articles tell, each with the sentences that tell it.

Links are not transitive: A tells half of what B tells, B another half of what C tells. So groups grow from the most
probable link on, and two groups become one only where their articles agree on the whole, not for one link between them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from seedreader.engine.pairs import Relation
from seedreader.engine.story.table import SUPPORT, Place, Table

JOIN: Final = SUPPORT
"""Probability of a link that may begin a claim or bring two groups of sentences together."""

AVERAGE: Final = 0.55
"""The least mean probability between the articles of two groups; a pair without a link counts as none.

So that a member is held by most of the others, not by one.
"""

PARTS: Final = 3
"""Sentences of one article that may make up its wording of a claim."""

APART: Final = 2
"""How far these may stand from each other, in sentences: one told in between."""

ECHO_BEST: Final = 0.6
"""The least probability of the best link from a sentence of another claim to this one, to count as telling it."""

ECHO: Final = 0.5
"""Share of a claim's articles to which a sentence of another claim must be linked to tell this claim too."""


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


@dataclass(frozen=True, slots=True)
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

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that carry it, in order, those that only echo it included."""
        own = {one.article for one in self.wordings}
        return tuple(sorted(own | {echo.article for echo in self.echoes}))

    @property
    def places(self) -> tuple[Place, ...]:
        """All sentences of its wordings."""
        return tuple(Place(one.article, part) for one in self.wordings for part in one.parts)

    def wording(self, article: int) -> Wording | None:
        """How an article tells it, where it has a wording of its own."""
        return next((one for one in self.wordings if one.article == article), None)


_Group = dict[int, tuple[int, ...]]


def find(table: Table) -> tuple[Claim, ...]:
    """Group the linked sentences of a table into claims; those of most articles first, then in order of reading.

    Every sentence is in one claim at most. The order of the articles decides nothing but the order of what is found,
    as long as no two links of a set are equally probable in every respect.
    """
    strength = _strength(table)
    groups: dict[int, _Group] = {}
    owner: dict[Place, int] = {}
    for number, (one, other) in enumerate(_ordered(strength)):
        mine, theirs = owner.get(one), owner.get(other)
        if mine is not None and mine == theirs:
            continue
        left: _Group = groups[mine] if mine is not None else {one.article: (one.sentence,)}
        right: _Group = groups[theirs] if theirs is not None else {other.article: (other.sentence,)}
        if not _fits(left, right, strength, table):
            continue
        joined = _joined(left, right)
        for known in (mine, theirs):
            if known is not None:
                del groups[known]
        groups[number] = joined
        owner.update({Place(at, part): number for at, parts in joined.items() for part in parts})
    made = [_claim(group, strength, table) for group in groups.values()]
    echoed = _echoed(made, table)
    found = [
        Claim(claim.representative, claim.wordings, echoed.get(number, ()))
        for number, claim in enumerate(made)
    ]
    return tuple(sorted(found, key=_order))


_Strength = Mapping[Place, Mapping[Place, float]]


def _strength(table: Table) -> _Strength:
    found: defaultdict[Place, dict[Place, float]] = defaultdict(dict)
    for article, body in enumerate(table.body):
        for sentence in range(1, len(body) + 1):
            for link in table.links(article, sentence):
                found[Place(article, sentence)][Place(link.article, link.sentence)] = link.p
    return found


def _ordered(strength: _Strength) -> list[tuple[Place, Place]]:
    """The links that may join groups, the most probable first.

    Equal ones go by how well their ends are linked in all, so that not the order of the articles decides.
    """
    held = {place: round(sum(sorted(links.values())), 6) for place, links in strength.items()}
    found: list[tuple[tuple[float, ...], Place, Place]] = []
    for one, links in strength.items():
        for other, p in links.items():
            if one < other and p >= JOIN:
                ends = sorted((held[one], held[other]), reverse=True)
                places = sorted((one.sentence, other.sentence))
                found.append(((-p, -ends[0], -ends[1], *places), one, other))
    return [(one, other) for _, one, other in sorted(found)]


def _fits(left: _Group, right: _Group, strength: _Strength, table: Table) -> bool:
    """Whether two groups tell one claim: what they have of one article stands together, and most articles agree."""
    for article in left.keys() & right.keys():
        parts = sorted((*left[article], *right[article]))
        if len(parts) > PARTS or any(b - a > APART for a, b in pairwise(parts)):
            return False
    total, many = 0.0, 0
    for mine, ours in left.items():
        for other, theirs in right.items():
            if mine == other or (mine, other) not in table.by_pair:
                continue
            many += 1
            total += max(
                strength.get(Place(mine, i), {}).get(Place(other, j), 0.0) for i in ours for j in theirs
            )
    return many > 0 and total >= AVERAGE * many


def _joined(left: _Group, right: _Group) -> _Group:
    return {
        article: tuple(sorted((*left.get(article, ()), *right.get(article, ()))))
        for article in left.keys() | right.keys()
    }


def _claim(group: _Group, strength: _Strength, table: Table) -> Claim:
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
            if (
                strong
                and len(links) >= ECHO * compared
                and total > chosen.get(place.article, (0.0, place))[0]
            ):
                chosen[place.article] = total, place
        if chosen:
            found[number] = tuple(chosen[article][1] for article in sorted(chosen))
    return found


def _order(claim: Claim) -> tuple[int, Place]:
    return -len(claim.articles), min(claim.places)
