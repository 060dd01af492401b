"""From links to groups: which sentences belong together, how the two sides relate, what has moved and why."""

from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import replace

from seedreader.engine.align.facts import facts
from seedreader.engine.align.order import in_place, lay_out
from seedreader.engine.align.reasons import Evidence, explain
from seedreader.engine.align.similarity import Cell, fold
from seedreader.engine.pairs import Group, Link, Relation

_MOST_OF_SIDE = 6
_BRIDGE = 0.40
_SURE = 0.80


def build(
    left: Sequence[str],
    right: Sequence[str],
    links: Mapping[Cell, float],
    copies: tuple[Set[int], Set[int]],
    *,
    alike: Container[Cell] | None = None,
    evidence: tuple[Evidence, Evidence] | None = None,
) -> tuple[Group, ...]:
    """Groups of the sentences of two texts, each sentence in exactly one, in reading order.

    ``links`` are tried in the order given, the strongest first. So that a row stays readable, a link is left out that
    would make a group of more than six sentences on a side, and a weak one that would join two groups into one whose
    sentences do not stand together. ``copies`` are sentences of either side that repeat one that is paired.

    ``alike`` are the links whose sentences say nearly the same; without it the most probable ones are taken for that.
    ``evidence`` is what reasons are taken from; without it the sentences are taken apart once more.
    """
    evidence = evidence or (_evidence(left), _evidence(right))
    made = [_paired(left, right, linked, alike) for linked in _components(links)]
    chain = in_place(made)
    made = [
        replace(group, moved=index not in chain, reasons=given)
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
    return tuple(made[index] for index in sorted(range(len(made)), key=places.__getitem__))


def _components(links: Mapping[Cell, float]) -> list[list[Link]]:
    """Links that hang together, strongest first, as far as the size of a group allows."""
    owner: dict[tuple[str, int], int] = {}
    sides: dict[int, tuple[set[int], set[int]]] = {}
    members: dict[int, list[Link]] = {}
    for number, ((i, j), p) in enumerate(links.items()):
        one, other = owner.get(("a", i)), owner.get(("b", j))
        joined = {group for group in (one, other) if group is not None}
        a = {i}.union(*(sides[group][0] for group in joined))
        b = {j}.union(*(sides[group][1] for group in joined))
        if len(a) > _MOST_OF_SIDE or len(b) > _MOST_OF_SIDE:
            continue
        if len(joined) > 1 and p < _BRIDGE and (_gap(a) or _gap(b)):
            continue
        members[number] = [link for group in sorted(joined) for link in members.pop(group)] + [Link(i, j, p)]
        for group in joined:
            del sides[group]
        sides[number] = a, b
        owner.update({("a", index): number for index in a})
        owner.update({("b", index): number for index in b})
    return list(members.values())


def _evidence(sentences: Sequence[str]) -> Evidence:
    return Evidence(sentences, dict(enumerate(map(facts, sentences))), ())


def _gap(indexes: set[int]) -> bool:
    return max(indexes) - min(indexes) >= len(indexes)


def _paired(
    left: Sequence[str], right: Sequence[str], links: Sequence[Link], alike: Container[Cell] | None
) -> Group:
    a = tuple(sorted({link.a for link in links}))
    b = tuple(sorted({link.b for link in links}))
    p = max(link.p for link in links)
    close = p >= _SURE if alike is None else any((link.a, link.b) in alike for link in links)
    relation: Relation = "reworded" if close else "partial"
    if fold(" ".join(left[i] for i in a)) == fold(" ".join(right[j] for j in b)):
        relation = "same"
    return Group(a, b, relation, p=p, links=tuple(sorted(links, key=lambda link: (link.a, link.b))))
