"""Reports and comparisons as one self-contained HTML page, dark or light as the browser is."""

from collections.abc import Iterator, Sequence
from html import escape

from seedreader.engine import analysis
from seedreader.engine.comparison import Comparison
from seedreader.engine.model import Analysis, Document, Span
from seedreader.engine.pairs import Group, Side
from seedreader.engine.report import storypage
from seedreader.engine.report.records import Entry, said_in, told_in
from seedreader.engine.sayings import Sayings
from seedreader.engine.utterances import Utterance, changes
from seedreader.engine.words import stretches

_STYLE = """
:root{color-scheme:light dark;--dim:#767676;--line:#8884;--quote:#0b6e7f;--left:#b35400;--right:#0b57b0}
@media(prefers-color-scheme:dark){:root{--dim:#8d8d8d;--quote:#6fd3e3;--left:#ffb070;--right:#8cc2ff}}
body{font:16px/1.55 Georgia,serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,table.list,nav,.n,figcaption{font-family:system-ui,sans-serif}
table{border-collapse:collapse;width:100%}td,th{padding:.3rem .6rem;vertical-align:top;text-align:left}
tr{border-top:1px solid var(--line)}td.num,th.num{text-align:right}
.n{color:var(--dim);font-size:.75rem;margin-right:.5rem}
.f{color:var(--dim)}.f::before{content:"# "}.q,.r{color:var(--quote)}.q{font-style:italic}
.u{text-decoration:underline dotted}p{max-width:44rem}
del{color:var(--left);text-decoration-thickness:1px}ins{color:var(--right);text-decoration-thickness:1px}
u{text-decoration-color:var(--dim)}td.rel{white-space:nowrap;color:var(--dim);font:.8rem system-ui,sans-serif}
"""


def _page(title: str, body: Iterator[str]) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<style>{_STYLE}{storypage.STYLE}</style>\n<body>\n"
    yield from body
    yield "</body></html>\n"


def report(entries: Sequence[Entry], skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the page of a set of articles."""
    yield from _page("seedreader report", _report(entries, skipped))


def _report(entries: Sequence[Entry], skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "<h1>Articles</h1>\n<table class=list><tr><th><th>file<th>title<th class=num>words"
    yield "<th class=num>boilerplate<th class=num>quotations\n"
    for entry in entries:
        figures = analysis.figures(entry.analysis)
        yield f'<tr><td><a href="#{entry.id}">{entry.id}</a><td>{escape(entry.path)}<td>{escape(entry.title)}'
        yield f"<td class=num>{figures.words}<td class=num>{figures.furniture_percent} %"
        yield f"<td class=num>{figures.quotes}\n"
    yield "</table>\n"
    said = said_in(entries)
    yield from _said(entries, said)
    yield from storypage.report(entries, told_in(entries, said.people))
    for entry in entries:
        yield f'<h2 id="{entry.id}">{entry.id} {escape(entry.title)}</h2>\n'
        yield from _text(entry.id, entry.analysis)
    if skipped:
        yield "<h2>Not read</h2>\n<ul>\n"
        yield from (f"<li>{escape(path)}: {escape(reason)}\n" for path, reason in skipped)
        yield "</ul>\n"


def _said(entries: Sequence[Entry], said: Sayings) -> Iterator[str]:
    if not said.utterances:
        return
    yield "<h2>Who said what</h2>\n"
    for utterance in said.shared:
        letters = " ".join(entries[at].id for at in utterance.articles)
        yield f"<h3>{escape(utterance.person or 'nobody named')}: {escape(utterance.title)}</h3>\n"
        yield f"<table><tr><th>{letters}<th>wording<th>drift<th>what changed\n"
        yield from _variants(utterance, entries)
        yield "</table>\n"
    alone = len(said.utterances) - len(said.shared)
    if alone:
        yield f"<p>In one article only: {alone}</p>\n"


def _variants(utterance: Utterance, entries: Sequence[Entry]) -> Iterator[str]:
    analyses = [entry.analysis for entry in entries]
    for number, variant in enumerate(utterance.variants):
        entry = entries[variant.article]
        found = changes(utterance, analyses, number)
        marks = [(span, "<ins>") for span in stretches(found, "b")]
        whole = Span(variant.start, variant.end)
        shown = _marked(entry.analysis.document, whole, marks, "</ins>")
        drift = "base" if number == utterance.base else variant.drift
        yield f'<tr><td class=rel><a href="#{entry.id}">{entry.id}.{variant.sentence}</a><td>{shown}'
        yield f"<td class=rel>{drift}<td>{escape('; '.join(variant.notes))}\n"


def _text(letter: str, marked: Analysis) -> Iterator[str]:
    document = marked.document
    marks = analysis.by_sentence(marked)
    block = -1
    for sentence, mark in zip(document.sentences, marks, strict=True):
        if sentence.block != block:
            yield "</p>\n<p>" if block >= 0 else "<p>"
            block = sentence.block
        quotes = [
            (Span(q.start, q.end), f'<span class="{"r" if q.type == "indirect" else "q"}">')
            for q in mark.quotes
        ]
        shown = _marked(document, Span(sentence.start, sentence.end), quotes, "</span>")
        if mark.furniture:
            kind = "f" if mark.boilerplate else "u"
            reasons = escape(f"{mark.furniture.kind}: {'; '.join(mark.furniture.reasons)}", quote=True)
            shown = f'<span class="{kind}" title="{reasons}">{shown}</span>'
        yield f"<span class=n>{letter}.{sentence.n}</span>{shown} "
    yield "</p>\n"


def _marked(document: Document, whole: Span, marks: Sequence[tuple[Span, str]], after: str) -> str:
    """The text of a span with marks in it: each with the tag that opens it, and the one that closes all."""
    pieces: list[str] = []
    done = whole.start
    for mark, before in marks:
        start, end = max(mark.start, done), min(mark.end, whole.end)
        if start < end:
            pieces += [escape(document.text[done:start]), before, escape(document.text[start:end]), after]
            done = end
    pieces.append(escape(document.text[done : whole.end]))
    return "".join(pieces)


def comparison(a: Entry, b: Entry, compared: Comparison) -> Iterator[str]:
    """Yield the page of two articles lined up."""
    yield from _page(f"{a.id} and {b.id}", _comparison(a, b, compared))


def _comparison(a: Entry, b: Entry, compared: Comparison) -> Iterator[str]:
    yield f"<h1>{escape(a.title)} / {escape(b.title)}</h1>\n<p>"
    yield ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in compared.counts.items())
    yield f"</p>\n<table><tr><th><th>{a.id} {escape(a.path)}<th>{b.id} {escape(b.path)}\n"
    for group in compared.alignment.groups:
        why = escape("; ".join((group.relation, *group.reasons)), quote=True)
        told = "".join(f"<br>{escape(one)}" for one in compared.told_conflicts(group))
        yield f'<tr><td class=rel title="{why}">{escape(compared.glyphs(group))}<td>{_side(group, "a", compared)}'
        yield f"<td>{_side(group, 'b', compared)}{told}\n"
    yield "</table>\n"


def _side(group: Group, side: Side, compared: Comparison) -> str:
    document = compared.a.document if side == "a" else compared.b.document
    found = compared.words(group)
    if found.plain:
        marks: Sequence[Span] = found.kept_a if side == "a" else found.kept_b
        tag = "u"
    else:
        marks = stretches(found.changes, side)
        tag = "del" if side == "a" else "ins"
    shown: list[str] = []
    for index in group.a if side == "a" else group.b:
        sentence = document.sentences[index]
        inside = [(mark, f"<{tag}>") for mark in marks if sentence.start <= mark.start < sentence.end]
        text = _marked(document, Span(sentence.start, sentence.end), inside, f"</{tag}>")
        shown.append(f"<span class=n>{sentence.n}</span>{text}")
    return "<br>".join(shown)
