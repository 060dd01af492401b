"""The story over a set of articles as Markdown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from seedreader.engine.report import storytext
from seedreader.engine.report.markdown import escape
from seedreader.engine.report.records import Entry

if TYPE_CHECKING:
    from seedreader.engine.story.overview import Overview


def report(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    """Yield the sections on the story: how much is in which, claims, what is left out, conflicts, copies."""
    if len(entries) < 2:
        return
    if story.note:
        yield f"\n{escape(story.note)}\n"
    yield from _coverage(entries, story)
    yield from _claims(entries, story)
    yield from _left_out(entries, story)
    yield from _conflicts(entries, story)
    yield from _copies(entries, story)


def _coverage(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    found = storytext.pairs(story, entries)
    matrix = bool(story.table.pairs) and len(entries) <= storytext.WIDEST
    if not matrix and not found:
        return
    yield "\n## How much of each stands in which\n"
    if matrix:
        yield "\nPer cent of the body sentences of the row that the column tells too, at least in part\n\n"
        yield f"| | {' | '.join(entry.id for entry in entries)} |\n|---|{'--:|' * len(entries)}\n"
        for row, entry in enumerate(entries):
            cells = [storytext.percent(story.coverage.share(row, column)) for column in range(len(entries))]
            yield f"| **{entry.id}** | {' | '.join(cells)} |\n"
    if found:
        yield "\n"
        yield from (f"- {escape(pair.reading)} ({pair.forth} % / {pair.back} %)\n" for pair in found)


def _claims(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if not story.claims:
        return
    yield "\n## Claims\n\n| claim | articles | sentences | said by | sources |\n|---|---|---|---|---|\n"
    for claim in story.claims:
        letters = " ".join(entries[at].id for at in claim.articles)
        places = ", ".join(storytext.address(place, entries) for place in (*claim.places, *claim.echoes))
        text = escape(storytext.sentence(claim.representative, entries))
        said = escape(", ".join(claim.speakers))
        yield f"| {text} | {letters} | {places} | {said} | {story.sources(claim.articles).words} |\n"


def _left_out(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    omitted, lonely = list(storytext.omissions(story, entries)), list(storytext.lonely(story, entries))
    if omitted or lonely:
        yield "\n## Left out\n"
    for entry, rows in omitted:
        yield f"\n{entry.id} leaves out what two or more others tell:\n\n"
        yield from (f"- {letters}: {escape(text)} ({place})\n" for letters, place, text in rows)
    if lonely:
        yield "\nNowhere else:\n\n"
        yield from (f"- {places}\n" for _, places in lonely)


def _conflicts(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if story.clashes:
        yield "\n## Possible conflicts\n\n| | | | |\n|---|---|---|---|\n"
    for clash in story.clashes:
        sides = [
            f"{storytext.address(place, entries)} {escape(storytext.sentence(place, entries))}"
            for place in (clash.one, clash.other)
        ]
        yield f"| {clash.conflict.kind} | {escape(clash.conflict.message)} | {sides[0]} | {sides[1]} |\n"
    if story.spellings:
        yield "\nOnly written in another way:\n\n"
    for one in story.spellings:
        where = f"{storytext.address(one.one, entries)}, {storytext.address(one.other, entries)}"
        yield f"- {escape(one.variant.message)} ({where})\n"


def _copies(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if story.copies.groups:
        yield "\n## Copies and versions\n\n"
    for group in story.copies.groups:
        yield f"- {' '.join(entries[at].id for at in group.articles)}\n"
        yield from (f"  - {escape(storytext.kin(pair, entries))}\n" for pair in group.kin)
