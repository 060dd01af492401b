"""Reports and comparisons as Markdown."""

import re
from collections.abc import Iterator, Sequence

from seedreader.engine import analysis
from seedreader.engine.comparison import Comparison
from seedreader.engine.model import Document
from seedreader.engine.pairs import Group, Side
from seedreader.engine.report.records import Entry, said_in, told_in
from seedreader.engine.sayings import Sayings
from seedreader.engine.utterances import Utterance, changes
from seedreader.engine.words import stretches

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST_MARK = re.compile(r"(?:[-+]|\d{1,9}[.)])(?=\s|$)")
_NAMES = {
    "same": "same",
    "reworded": "reworded",
    "partial": "partly the same",
    "left": "only in A",
    "right": "only in B",
}


def escape(text: str) -> str:
    """Make a text mean itself in Markdown, on one line."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    mark = _LIST_MARK.match(line)
    return f"{line[: mark.end() - 1]}\\{line[mark.end() - 1 :]}" if mark else line


def report(entries: Sequence[Entry], skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of a report on a set of articles."""
    yield "# Articles\n\n"
    if entries:
        yield "| | file | title | words | boilerplate | quotations |\n|---|---|---|--:|--:|--:|\n"
    for entry in entries:
        figures = analysis.figures(entry.analysis)
        cells = (escape(entry.path), escape(entry.title))
        yield f"| {entry.id} | {cells[0]} | {cells[1]} | {figures.words} "
        yield f"| {figures.furniture_percent} % | {figures.quotes} |\n"
    from seedreader.engine.report import storymarkdown

    said = said_in(entries)
    yield from _said(entries, said)
    yield from storymarkdown.report(entries, told_in(entries, said.people))
    for entry in entries:
        yield from _article(entry)
    if skipped:
        yield "\n## Not read\n\n"
        yield from (f"- {escape(path)}: {escape(reason)}\n" for path, reason in skipped)


def _said(entries: Sequence[Entry], said: Sayings) -> Iterator[str]:
    if not said.utterances:
        return
    yield "\n## Who said what\n"
    for utterance in said.shared:
        letters = " ".join(entries[at].id for at in utterance.articles)
        yield f"\n### {escape(utterance.person or 'nobody named')}: {escape(utterance.title)}\n\n"
        yield f"{letters}, {utterance.drift}\n\n| | wording | drift | what changed |\n|---|---|---|---|\n"
        yield from _variants(utterance, entries)
    alone = len(said.utterances) - len(said.shared)
    if alone:
        yield f"\nIn one article only: {alone}\n"


def _variants(utterance: Utterance, entries: Sequence[Entry]) -> Iterator[str]:
    analyses = [entry.analysis for entry in entries]
    for number, variant in enumerate(utterance.variants):
        entry = entries[variant.article]
        marks = stretches(changes(utterance, analyses, number), "b")
        text = entry.analysis.document.text
        shown, done = [], variant.start
        for mark in marks:
            shown.append(escape_inner(text[done : mark.start]))
            shown.append(f"**{escape_inner(text[mark.start : mark.end])}**")
            done = mark.end
        shown.append(escape_inner(text[done : variant.end]))
        drift = "base" if number == utterance.base else variant.drift
        notes = escape("; ".join(variant.notes))
        yield f"| {entry.id}.{variant.sentence} | {''.join(shown)} | {drift} | {notes} |\n"


def _article(entry: Entry) -> Iterator[str]:
    document = entry.analysis.document
    yield f"\n## {entry.id}: {escape(entry.title)}\n"
    if entry.diagnostics:
        yield "\n" + "".join(f"- {d.message}: {d.count}\n" for d in entry.diagnostics)
    if entry.analysis.quotes:
        yield "\n### Quotations\n\n"
        for quote in entry.analysis.quotes:
            who = document.slice(quote.speaker) if quote.speaker else "nobody named"
            person = f" ({escape(quote.person)})" if quote.person and quote.person != who else ""
            repairs = f" [{escape('; '.join(quote.repairs))}]" if quote.repairs else ""
            yield f"- {escape(who)}{person}, {quote.type}: {escape(document.slice(quote))}{repairs}\n"
    if entry.analysis.furniture:
        yield "\n### Boilerplate\n\n"
        for mark in entry.analysis.furniture:
            why = f"{mark.kind}, {mark.tier}, {mark.p:.2f}"
            yield f"- {escape(document.slice(mark))} ({why})\n"


def comparison(a: Entry, b: Entry, compared: Comparison) -> Iterator[str]:
    """Yield the lines of two articles lined up; changed words are struck out on the left, bold on the right."""
    yield f"# {a.id} and {b.id}\n\n- {a.id}: {escape(a.title)} ({escape(a.path)})\n"
    yield f"- {b.id}: {escape(b.title)} ({escape(b.path)})\n\n"
    yield ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in compared.counts.items()) + "\n"
    yield "\n| | A | B |\n|---|---|---|\n"
    for group in compared.alignment.groups:
        name = _NAMES[group.relation] + (", moved" if group.moved else "")
        if compared.is_furniture(group):
            name = "boilerplate"
        name = "<br>".join((name, *map(escape, compared.told_conflicts(group))))
        left = _side(compared.a.document, group, "a", compared)
        right = _side(compared.b.document, group, "b", compared)
        yield f"| {name} | {left} | {right} |\n"


def _side(document: Document, group: Group, side: Side, compared: Comparison) -> str:
    mark = "~~" if side == "a" else "**"
    changes = stretches(compared.words(group).changes, side)
    shown: list[str] = []
    for index in group.a if side == "a" else group.b:
        sentence = document.sentences[index]
        text = [f"{sentence.n}. "]
        done = sentence.start
        for change in changes:
            if sentence.start <= change.start and change.end <= sentence.end:
                text.append(escape_inner(document.text[done : change.start]))
                text.append(f"{mark}{escape_inner(document.text[change.start : change.end])}{mark}")
                done = change.end
        text.append(escape_inner(document.text[done : sentence.end]))
        shown.append("".join(text))
    return "<br>".join(shown)


def escape_inner(text: str) -> str:
    """Escape a piece of a line, blanks at its ends kept."""
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
