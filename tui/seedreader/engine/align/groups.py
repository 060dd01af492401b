"""From links to groups: which sentences belong together, how the two sides relate, what has moved and why."""

from collections.abc import Container, Mapping, Sequence, Set

from seedreader.engine.align.facts import facts
from seedreader.engine.align.joining import joined
from seedreader.engine.align.order import in_place, lay_out
from seedreader.engine.align.reasons import Evidence, explain
from seedreader.engine.align.similarity import Cell
from seedreader.engine.pairs import Group, Link, Relation

SURELY_ALIKE = 0.80
"""Probability of a link from which on its sentences are taken to say nearly the same, where nothing else tells."""


def build(
    left: Sequence[str],
    right: Sequence[str],
    links: Mapping[Cell, float],
    copies: tuple[Set[int], Set[int]],
    *,
    alike: Container[Cell] | None = None,
    evidence: tuple[Evidence, Evidence] | None = None,
) -> tuple[tuple[Group, ...], tuple[Link, ...]]:
    """Groups of the sentences of two texts, each sentence in exactly one, in reading order; and the further links.

    ``links`` hold the probability of each link, the strongest first. Further links are those between sentences of two
    groups, one of which may stand alone, strongest first. ``copies`` are sentences of either side that repeat one that
    is paired.

    ``alike`` are the links whose sentences say nearly the same; without it the most probable ones are taken for that.
    ``evidence`` is what reasons are taken from; without it the sentences are taken apart once more.
    """
    evidence = evidence or (_evidence(left), _evidence(right))
    inside, further = _in_rows(links)
    made = [_paired(*evidence, linked, alike) for linked in inside]
    chain = in_place(made)
    made = [
        Group(group.a, group.b, group.relation, index not in chain, group.p, group.links, given)
        for index, (group, given) in enumerate(zip(made, explain(made, *evidence), strict=True))
    ]
    in_a = {i for group in made for i in group.a}
    in_b = {j for group in made for j in group.b}
    repeated = ("repeats a sentence that is paired",)
    made += [
        Group((i,), (), "left", reasons=repeated if i in copies[0] else ())
        for i in range(len(left))
        if i not in in_a
    ]
    made += [
        Group((), (j,), "right", reasons=repeated if j in copies[1] else ())
        for j in range(len(right))
        if j not in in_b
    ]
    places: dict[int, int] = {}
    for place, piece in enumerate(lay_out(made)):
        if piece.main and (piece.a or not made[piece.group].a):
            places[piece.group] = place
    return tuple(made[index] for index in sorted(range(len(made)), key=places.__getitem__)), tuple(further)


def _in_rows(links: Mapping[Cell, float]) -> tuple[list[list[Link]], list[Link]]:
    """The links of each row, and those that lead from one row to another."""
    found = joined(links)
    of_a = {i: number for number, (a, _) in enumerate(found) for i in a}
    of_b = {j: number for number, (_, b) in enumerate(found) for j in b}
    inside: list[list[Link]] = [[] for _ in found]
    further: list[Link] = []
    for (i, j), p in links.items():
        row = of_a.get(i)
        (further if row is None or row != of_b.get(j) else inside[row]).append(Link(i, j, p))
    return inside, further


def _folded(side: Evidence, indexes: Sequence[int]) -> str:
    """Sentences joined and folded: as words stay apart, the same as folded and joined."""
    return " ".join([folded for index in indexes if (folded := side.facts[index].folded)])


def _evidence(sentences: Sequence[str]) -> Evidence:
    return Evidence(dict(enumerate(map(facts, sentences))), ())


def _paired(left: Evidence, right: Evidence, links: Sequence[Link], alike: Container[Cell] | None) -> Group:
    a = tuple(sorted({link.a for link in links}))
    b = tuple(sorted({link.b for link in links}))
    p = max(link.p for link in links)
    close = p >= SURELY_ALIKE if alike is None else any((link.a, link.b) in alike for link in links)
    relation: Relation = "reworded" if close else "partial"
    if _folded(left, a) == _folded(right, b):
        relation = "same"
    return Group(a, b, relation, p=p, links=tuple(sorted(links, key=lambda link: (link.a, link.b))))
