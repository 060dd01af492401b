"""The story over a set of articles as part of an HTML page."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from seedreader.engine.report import storytext
from seedreader.engine.report.records import Entry

if TYPE_CHECKING:
    from seedreader.engine.story.overview import Overview
    from seedreader.engine.story.table import Place

STYLE = """
table.matrix{width:auto}table.matrix td,table.matrix th{text-align:center;font:.85rem system-ui,sans-serif}
td.share{background:color-mix(in srgb,var(--right) calc(var(--v)*45%),transparent)}
table.claims td.on{color:var(--right);text-align:center}table.claims td.off{color:var(--line);text-align:center}
p.note{color:var(--dim)}
"""


def report(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    """Yield the sections on the story: how much is in which, claims, what is left out, conflicts, copies."""
    if len(entries) < 2:
        return
    if story.note:
        yield f"<p class=note>{escape(story.note)}</p>\n"
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
    yield "<h2>How much of each stands in which</h2>\n"
    if matrix:
        yield "<p class=note>Per cent of the body sentences of the row that the column tells too, at least in part"
        yield f"</p>\n<table class=matrix><tr><th>{''.join(f'<th>{entry.id}' for entry in entries)}\n"
        for row, entry in enumerate(entries):
            yield f'<tr><th><a href="#{entry.id}">{entry.id}</a>'
            for column, other in enumerate(entries):
                share = story.coverage.share(row, column)
                if share is None:
                    yield "<td>"
                    continue
                reading = (story.reading(row, column) or "").format(entry.id, other.id)
                yield f'<td class=share style="--v:{share:.2f}" title="{escape(reading)}">{storytext.percent(share)}'
            yield "\n"
        yield "</table>\n"
    if found:
        yield "<ul>\n"
        yield from (f"<li>{escape(pair.reading)} ({pair.forth} % / {pair.back} %)\n" for pair in found)
        yield "</ul>\n"


def _claims(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if not story.claims:
        return
    grid = len(entries) <= storytext.WIDEST
    yield "<h2>Claims</h2>\n<table class=claims><tr><th>claim"
    yield "".join(f"<th>{entry.id}" for entry in entries) if grid else "<th>articles"
    yield "<th>said by<th>sources\n"
    for claim in story.claims:
        yield f"<tr><td>{_cited(claim.representative, entries)}"
        if grid:
            told = {one.article: one.sentence for one in claim.wordings}
            told |= {place.article: place.sentence for place in claim.echoes}
            for at, entry in enumerate(entries):
                where = f'<td class=on title="{entry.id}.{told[at]}">●' if at in told else "<td class=off>·"
                yield where
        else:
            yield f"<td>{' '.join(entries[at].id for at in claim.articles)}"
        yield f"<td class=rel>{escape(', '.join(claim.speakers))}"
        yield f"<td>{escape(story.sources(claim.articles).words)}\n"
    yield "</table>\n"


def _cited(place: "Place", entries: Sequence[Entry]) -> str:
    name = entries[place.article].id
    return (
        f'<a class=n href="#{name}">{storytext.address(place, entries)}</a>'
        f"{escape(storytext.sentence(place, entries))}"
    )


def _left_out(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    omitted, lonely = list(storytext.omissions(story, entries)), list(storytext.lonely(story, entries))
    if omitted or lonely:
        yield "<h2>Left out</h2>\n"
    for entry, rows in omitted:
        yield f"<h3>{entry.id} leaves out what two or more others tell</h3>\n<ul>\n"
        for letters, place, text in rows:
            yield f"<li><span class=n>{place}</span>{escape(text)} <span class=n>{letters}</span>\n"
        yield "</ul>\n"
    if lonely:
        yield "<h3>Nowhere else</h3>\n<ul>\n"
        yield from (f"<li>{places}\n" for _, places in lonely)
        yield "</ul>\n"


def _conflicts(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if story.clashes:
        yield "<h2>Possible conflicts</h2>\n<table>\n"
        for clash in story.clashes:
            yield f"<tr><td class=rel>{clash.conflict.kind}<td>{escape(clash.conflict.message)}"
            yield f"<td>{_cited(clash.one, entries)}<td>{_cited(clash.other, entries)}\n"
        yield "</table>\n"
    if story.spellings:
        yield "<h3>Only written in another way</h3>\n<ul>\n"
        for one in story.spellings:
            where = f"{storytext.address(one.one, entries)}, {storytext.address(one.other, entries)}"
            yield f"<li>{escape(one.variant.message)} <span class=n>{where}</span>\n"
        yield "</ul>\n"


def _copies(entries: Sequence[Entry], story: "Overview") -> Iterator[str]:
    if not story.copies.groups:
        return
    yield "<h2>Copies and versions</h2>\n<ul>\n"
    for group in story.copies.groups:
        yield f"<li>{' '.join(entries[at].id for at in group.articles)}<ul>\n"
        yield from (f"<li>{escape(storytext.kin(pair, entries))}\n" for pair in group.kin)
        yield "</ul>\n"
    yield "</ul>\n"
