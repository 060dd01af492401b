"""From links to groups: which sentences belong together, how the two sides relate, what has moved and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from seedreader.engine.align.order import in_place, lay_out
from seedreader.engine.align.similarity import Cell, fold, tokens
from seedreader.engine.pairs import Group, Link, Relation
from seedreader.engine.words import FUNCTION_WORDS

_MOST_OF_SIDE = 5
_SURE = 0.80
_BRIDGE = 0.60
_REASONS = 3
_COMMON = 0.34


def build(
    left: Sequence[str], right: Sequence[str], links: Mapping[Cell, float], copies: tuple[set[int], set[int]]
) -> tuple[Group, ...]:
    """Groups of the sentences of two texts, each sentence in exactly one, in reading order.

    ``links`` are tried in the order given, the strongest first. So that a row stays readable, a link is left out that
    would make a group of more than five sentences on a side, and a weak one that would join two groups into one whose
    sentences do not stand together. ``copies`` are sentences of either side that repeat
    one that is paired.
    """
    made = [_paired(left, right, linked) for linked in _components(links)]
    for group, reason in _explained(made, left, right):
        made[group] = replace(made[group], reasons=(reason,))
    chain = in_place(made)
    made = [replace(group, moved=index not in chain) for index, group in enumerate(made)]
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


def _gap(indexes: set[int]) -> bool:
    return max(indexes) - min(indexes) >= len(indexes)


def _paired(left: Sequence[str], right: Sequence[str], links: Sequence[Link]) -> Group:
    a = tuple(sorted({link.a for link in links}))
    b = tuple(sorted({link.b for link in links}))
    p = max(link.p for link in links)
    relation: Relation = "reworded" if p >= _SURE else "partial"
    if fold(" ".join(left[i] for i in a)) == fold(" ".join(right[j] for j in b)):
        relation = "same"
    return Group(a, b, relation, p=p, links=tuple(sorted(links, key=lambda link: (link.a, link.b))))


def _explained(groups: Sequence[Group], left: Sequence[str], right: Sequence[str]) -> list[tuple[int, str]]:
    """For each group that is not the same on both sides the rarest words both have, in the order of the left."""
    words_a = [_named(text) for text in left]
    words_b = [_named(text) for text in right]
    frequency = Counter(word for words in (*words_a, *words_b) for word in words)
    usual = max(2.0, _COMMON * (len(left) + len(right)))
    found: list[tuple[int, str]] = []
    for index, group in enumerate(groups):
        if group.relation == "same":
            found.append((index, "same wording"))
            continue
        ours = {word: shown for i in group.a for word, shown in words_a[i].items()}
        theirs = {word for j in group.b for word in words_b[j]}
        common = [word for word in ours if word in theirs and frequency[word] <= usual and _telling(word)]
        rarest = set(sorted(common, key=lambda word: (frequency[word], -len(word), word))[:_REASONS])
        shown = [ours[word] for word in common if word in rarest]
        found.append((index, "both: " + ", ".join(shown) if shown else "similar wording"))
    return found


def _named(sentence: str) -> dict[str, str]:
    """The words of a sentence: folded, and as they are written there."""
    words: dict[str, str] = {}
    for written in sentence.split():
        bare = written.strip("\"'“”‘’«»„‚‹›()[]{}.,;:!?…—–-*_")
        key = fold(bare)
        if key:
            words.setdefault(key, bare)
    if len(words) == 1:  # a script without spaces
        return {token: token for token in tokens(fold(sentence))}
    return words


def _telling(word: str) -> bool:
    if word in FUNCTION_WORDS:
        return False
    return len(word) > 3 or not word.isascii() or any(letter.isdigit() for letter in word)
