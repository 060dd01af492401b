"""The JSON of what a set of articles tells together: claims, coverage, copies, conflicts, what is left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seedreader.engine.model import Span

if TYPE_CHECKING:
    from seedreader.engine.report.records import Entry, Value
    from seedreader.engine.story.claims import Claim
    from seedreader.engine.story.conflicting import Clash
    from seedreader.engine.story.copies import Group
    from seedreader.engine.story.kinship import Kin
    from seedreader.engine.story.overview import Overview
    from seedreader.engine.story.table import Place


def record(entries: Sequence["Entry"], story: "Overview") -> dict[str, "Value"]:
    """Return the lists ``claims``, ``coverage``, ``groups``, ``conflicts`` and ``left_out`` of a report.

    Articles go by letter, sentences by number, offsets count in the text of the article. ``left_out`` names claims by
    their place in ``claims``.
    """
    return {
        "claims": [_claim(claim, entries, story) for claim in story.claims],
        "coverage": _coverage(entries, story),
        "groups": [_group(group, entries) for group in story.copies.groups],
        "conflicts": [_clash(clash, entries) for clash in story.clashes],
        "left_out": [
            {"article": entry.id, "claims": story.left_out[at], "only_here": story.only_here[at]}
            for at, entry in enumerate(entries)
            if at < len(story.left_out) and (story.left_out[at] or story.only_here[at])
        ],
    }


def _claim(claim: "Claim", entries: Sequence["Entry"], story: "Overview") -> dict[str, "Value"]:
    return {
        "representative": _sentence(claim.representative, entries),
        "articles": [entries[at].id for at in claim.articles],
        "speakers": claim.speakers,
        "wordings": [
            {
                "article": entries[one.article].id,
                "sentence": one.sentence,
                "parts": one.parts,
                "p": round(one.p, 4),
                "relation": one.relation,
            }
            for one in claim.wordings
        ],
        "echoes": [
            {"article": entries[place.article].id, "sentence": place.sentence} for place in claim.echoes
        ],
        "sources": story.sources(claim.articles).words,
    }


def _sentence(place: "Place", entries: Sequence["Entry"], inside: Span | None = None) -> dict[str, "Value"]:
    document = entries[place.article].analysis.document
    sentence = document.sentences[place.sentence - 1]
    start, end = sentence.start, sentence.end
    if inside is not None:
        start, end = sentence.start + inside.start, sentence.start + inside.end
    return {
        "article": entries[place.article].id,
        "sentence": place.sentence,
        "start": start,
        "end": end,
        "text": document.text[start:end],
    }


def _coverage(entries: Sequence["Entry"], story: "Overview") -> list["Value"]:
    found: list[Value] = []
    names = [entry.id for entry in entries]
    for (row, column), share in sorted(story.coverage.shares.items()):
        reading = story.reading(row, column)
        told = reading.format(names[row], names[column]) if reading else None
        found.append({"row": names[row], "column": names[column], "share": round(share, 4), "reading": told})
    return found


def _group(group: "Group", entries: Sequence["Entry"]) -> dict[str, "Value"]:
    return {
        "articles": [entries[at].id for at in group.articles],
        "pairs": [_kin(pair, entries) for pair in group.kin],
    }


def _kin(pair: "Kin", entries: Sequence["Entry"]) -> dict[str, "Value"]:
    return {
        "a": entries[pair.one].id,
        "b": entries[pair.other].id,
        "reason": pair.reason,
        "source": entries[pair.source].id if pair.source is not None else None,
        "a_in_b": round(pair.one_in_other, 4),
        "b_in_a": round(pair.other_in_one, 4),
        "kept": round(pair.kept, 4),
    }


def _clash(clash: "Clash", entries: Sequence["Entry"]) -> dict[str, "Value"]:
    return {
        "kind": clash.conflict.kind,
        "message": clash.conflict.message,
        "p": round(clash.p, 4),
        "left": _sentence(clash.one, entries, clash.conflict.left),
        "right": _sentence(clash.other, entries, clash.conflict.right),
    }
