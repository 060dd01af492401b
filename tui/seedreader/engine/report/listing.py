"""What the program prints where it cannot draw: a plain list of articles, and two articles lined up."""

import textwrap
from collections.abc import Iterator, Sequence

from seedreader.engine import analysis
from seedreader.engine.comparison import APART, Comparison
from seedreader.engine.model import Document, Span
from seedreader.engine.pairs import Group, Side
from seedreader.engine.report.records import Entry
from seedreader.engine.words import stretches

_YELLOW, _BLUE, _DIM, _OFF = "\x1b[33m", "\x1b[34m", "\x1b[2m", "\x1b[0m"


def articles(entries: Sequence[Entry], nearest: Sequence[str]) -> Iterator[str]:
    """Yield a line per article: letter, words, boilerplate, quotations, nearest article, file, title."""
    if not entries:
        return
    letters = max(len(entry.id) for entry in entries)
    paths = min(40, max(len(entry.path) for entry in entries))
    yield f"{'':{letters}}  words  boiler  quotes  nearest  {'file':{paths}}  title\n"
    for entry, near in zip(entries, nearest, strict=True):
        figures = analysis.figures(entry.analysis)
        yield f"{entry.id:{letters}}  {figures.words:5}  {figures.furniture_percent:4} %  {figures.quotes:6}"
        yield f"  {near:7}  {entry.path:{paths}}  {entry.title}\n"


def comparison(a: Entry, b: Entry, compared: Comparison, width: int, *, colour: bool) -> Iterator[str]:
    """Yield two articles lined up, group by group: removed words as [-…-], added ones as {+…+}."""
    yield f"--- {a.id} {a.path}\n+++ {b.id} {b.path}\n"
    for group in compared.alignment.groups:
        where = " = ".join(
            "+".join(f"{entry.id}.{i + 1}" for i in numbers)
            for entry, numbers in ((a, group.a), (b, group.b))
            if numbers
        )
        head = f"{compared.glyphs(group):3} {where}"
        yield f"\n{_DIM}{head}{_OFF}\n" if colour else f"\n{head}\n"
        if group.relation != "right":
            yield from _side(group, "a", compared, width, colour=colour)
        if group.relation not in ("left", "same"):
            yield from _side(group, "b", compared, width, colour=colour)
        yield from (f"  ! {told}\n" for told in compared.told_conflicts(group))
    yield "\n" + ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in compared.counts.items()) + "\n"


def _side(group: Group, side: Side, compared: Comparison, width: int, *, colour: bool) -> Iterator[str]:
    document = compared.a.document if side == "a" else compared.b.document
    found = compared.words(group)
    changed = stretches(found.changes, side)
    before, after = ("[-", "-]") if side == "a" else ("{+", "+}")
    indexes = group.a if side == "a" else group.b
    shown: list[str] = []
    for place, index in enumerate(indexes):
        if place:
            shown.append(" " if index == indexes[place - 1] + 1 else APART)
        sentence = document.sentences[index]
        shown.append(_marked(document, sentence.start, sentence.end, changed, before, after))
    text = "".join(shown)
    sign = "<" if side == "a" else ">"
    if group.relation == "same":
        sign = "="
    for line in textwrap.wrap(text, max(20, width - 6), break_on_hyphens=False):
        painted = line
        if colour:
            tint = _YELLOW if side == "a" else _BLUE
            painted = line.replace(before, f"{tint}{before}").replace(after, f"{after}{_OFF}")
        yield f"  {sign} {painted}\n"


def _marked(document: Document, start: int, end: int, marks: Sequence[Span], before: str, after: str) -> str:
    pieces: list[str] = []
    done = start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            changed = document.text[mark.start : mark.end]
            pieces += [document.text[done : mark.start], before, changed, after]
            done = mark.end
    pieces.append(document.text[done:end])
    return "".join(pieces)
