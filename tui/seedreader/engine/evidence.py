"""Says in words what a sentence is and why it was marked so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seedreader.engine.addresses import address, letter
from seedreader.engine.analysis import Figures, SentenceMarks
from seedreader.engine.model import Analysis, Diagnostic, Document, Quote, Sentence
from seedreader.engine.pairs import Group

if TYPE_CHECKING:
    from seedreader.engine.comparison import Comparison
    from seedreader.engine.story.overview import Overview
    from seedreader.engine.utterances import Utterance, Variant

Weight = Literal["heading", "text", "quiet"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph of evidence."""

    text: str
    weight: Weight = "text"


NOTHING = Fact("Nothing to explain here.", "quiet")
BLANK = Fact("")
NOT_YET = Fact("The rest of the text is being read.", "quiet")

_QUOTE_TYPES = {
    "direct": "direct quotation",
    "mixed": "quoted part of the reporter's sentence",
    "scare": "word or phrase in quotation marks, not speech",
    "title": "a title or name in quotation marks",
    "indirect": "indirect speech",
}


def of_sentence(
    document: Document,
    sentence: Sentence,
    number: int | None,
    article: int,
    marks: SentenceMarks,
    *,
    analysed: bool,
) -> list[Fact]:
    """Say what a sentence is; ``number`` is its number in the whole text, ``article`` the article's index."""
    name = address(article, number) if number else "This sentence"
    facts = [Fact(name, "heading"), Fact(" ".join(document.slice(sentence).split())), Fact("")]
    if not analysed:
        return [*facts, Fact("Not looked at yet.", "quiet")]
    furniture = marks.furniture
    if furniture:
        how = "Boilerplate" if furniture.tier == "sure" else "Perhaps boilerplate"
        facts.append(Fact(f"{how}: {furniture.kind}, {_percent(furniture.p)}", "heading"))
        facts += [Fact(f"- {reason}") for reason in furniture.reasons]
        facts.append(Fact(""))
    facts += [
        Fact(
            f"Boilerplate inside: {mark.kind} “{' '.join(document.slice(mark).split())}”, {_percent(mark.p)}"
        )
        for mark in marks.inside
    ]
    for quote in marks.quotes:
        facts += _of_quote(document, quote)
    if not furniture and not marks.quotes and not marks.inside:
        facts.append(Fact("Body text: nothing marks it as boilerplate, no quotation in it.", "quiet"))
    elif not furniture:
        rest = "the rest" if marks.inside else "it"
        facts.append(Fact(f"Nothing marks {rest} as boilerplate.", "quiet"))
    return facts


def _of_quote(document: Document, quote: Quote) -> list[Fact]:
    facts = [Fact(f"Quotation: {_QUOTE_TYPES[quote.type]}", "heading")]
    if quote.speaker:
        said = document.slice(quote.speaker)
        facts.append(
            Fact(f"Speaker: {said}" + (f" = {quote.person}" if quote.person not in (None, said) else ""))
        )
    elif quote.type in ("direct", "mixed"):
        facts.append(Fact("Speaker: the text does not say, or not clearly."))
    if quote.cue:
        facts.append(Fact(f"Because of: {document.slice(quote.cue)}"))
    facts += [Fact(f"Repaired: {repair}") for repair in quote.repairs]
    facts.append(Fact(""))
    return facts


def of_article(
    name: str,
    encoding: str,
    figures: Figures | None,
    metadata: Sequence[tuple[str, str]],
    diagnostics: Sequence[Diagnostic],
) -> list[Fact]:
    """Say what is known of an article as a whole."""
    facts = [Fact("The article", "heading"), Fact(name)]
    facts += [Fact(f"{key}: {value}") for key, value in metadata if value]
    if figures:
        facts.append(
            Fact(
                f"{figures.sentences} sentences, {figures.words} words, {figures.furniture_words} of them "
                f"boilerplate ({figures.furniture_percent} %), {figures.quotes} quotations"
            )
        )
    facts.append(Fact(f"encoding {encoding}", "quiet"))
    facts += [Fact(f"{note.message}: {note.count}") for note in diagnostics]
    return facts


def of_variant(analysis: Analysis, variant: "Variant", article: int, around: int) -> list[Fact]:
    """Show a wording among up to ``around`` sentences on either side, then who is said to have said it."""
    document = analysis.document
    at = variant.sentence - 1
    facts = [Fact(address(article, variant.sentence), "heading"), BLANK]
    first, last = max(0, at - around), min(len(document.sentences), at + around + 1)
    for sentence in document.sentences[first:last]:
        text = " ".join(document.slice(sentence).split())
        facts.append(Fact(f"> {text}", "heading") if sentence.n == variant.sentence else Fact(text, "quiet"))
        facts.append(BLANK)
    if variant.quote is not None:
        facts += _of_quote(document, analysis.quotes[variant.quote])
    return facts


def spelled(names: Sequence[str]) -> Fact:
    """Say in how many ways a name is written over the articles."""
    return Fact(f"Written in {len(names)} ways: {', '.join(names)}", "quiet")


def of_others(utterance: "Utterance", articles: Sequence[int]) -> list[Fact]:
    """Say which other articles carry an utterance, and how their wording differs from the base.

    ``articles`` are the numbers by which addresses name the articles of its variants.
    """
    base = utterance.variants[utterance.base]
    facts = [
        Fact(f"Also carried, by {utterance.person}:" if utterance.person else "Also carried:", "heading")
    ]
    for variant in utterance.variants:
        if variant.article != base.article:
            where = address(articles[variant.article], variant.sentence)
            facts.append(Fact(f"{where}  {'; '.join((variant.drift, *variant.notes))}"))
    return facts


def of_counterparts(
    story: "Overview", analyses: Sequence[Analysis], articles: Sequence[int], at: int, number: int
) -> list[Fact]:
    """Say what other articles have for a sentence, what comes closest where they have nothing, and how independent.

    ``articles`` are the numbers by which addresses name the articles of the story, ``at`` is the index of this one.
    """
    table = story.table
    if not table.body[at][number - 1]:
        return []
    carried = {one.article: one for one in table.support(at, number)}
    facts = [Fact("In the other articles", "heading")]
    for other in table.neighbours.get(at, ()):
        one = carried.get(other)
        closest = table.closest(at, number, other)
        if one is None and (closest is None or closest[1] < _NEAR or len(articles) > _MOST_TOLD):
            facts.append(Fact(f"{letter(articles[other])}  not found", "quiet"))
            continue
        found, p = (one.sentence, one.p) if one is not None else closest or (1, 0.0)
        document = analyses[other].document
        text = " ".join(document.slice(document.sentences[found - 1]).split())
        told = _TOLD[one.relation] if one is not None else "not found, closest is"
        weight: Weight = "text" if one is not None else "quiet"
        facts.append(Fact(f"{address(articles[other], found)}  {told}  {_percent(p)}: {text}", weight))
    if carried:
        facts.append(Fact(story.sources([at, *carried]).words, "quiet"))
    return facts


_NEAR = 0.2
"""Probability from which on a sentence that is no counterpart is worth naming as the closest."""

_MOST_TOLD = 9
"""Articles up to which it is told what comes closest in those that do not carry a sentence."""

_TOLD = {"same": "same", "reworded": "reworded", "partial": "in part", "left": "", "right": ""}

_RELATIONS = {
    "same": "The same words.",
    "reworded": "The same told in other words.",
    "partial": "One tells a part of what the other tells.",
}


def of_group(
    compared: "Comparison", group: Group, letters: tuple[str, str], row: tuple[int, ...]
) -> list[Fact]:
    """Say why sentences stand together, or what comes closest where they stand alone."""
    if group.relation in ("left", "right"):
        return _of_lonely(compared, group, letters, row)
    left = "+".join(f"{letters[0]}.{i + 1}" for i in group.a)
    right = "+".join(f"{letters[1]}.{i + 1}" for i in group.b)
    facts = [Fact(f"{left} = {right}", "heading"), Fact(_RELATIONS[group.relation])]
    if group.relation != "same":
        facts.append(Fact(f"Probability {_percent(group.p)}"))
    facts += [Fact(f"! {told}", "heading") for told in compared.told_conflicts(group)]
    if group.moved:
        facts.append(Fact("Moved: it stands at another place in the other text."))
    facts += [Fact(f"- {reason}") for reason in group.reasons]
    if len(group.links) > 1:
        facts += [
            Fact(f"{letters[0]}.{k.a + 1} = {letters[1]}.{k.b + 1}  {_percent(k.p)}", "quiet")
            for k in group.links
        ]
    return facts


def _of_lonely(
    compared: "Comparison", group: Group, letters: tuple[str, str], row: tuple[int, ...]
) -> list[Fact]:
    left = group.relation == "left"
    mine, other = (0, 1) if left else (1, 0)
    firsts = compared.alignment.first_a if left else compared.alignment.first_b
    target = compared.b.document if left else compared.a.document
    facts: list[Fact] = []
    for index in row:
        facts.append(Fact(f"{letters[mine]}.{index + 1} only in {letters[mine]}", "heading"))
        closest = firsts[index] if index < len(firsts) else None
        if closest is None:
            facts.append(Fact(f"Nothing in {letters[other]} comes near it."))
            continue
        p = next(
            (
                s.p
                for s in compared.alignment.scores
                if (s.a, s.b) == ((index, closest) if left else (closest, index))
            ),
            0.0,
        )
        shown = " ".join(target.slice(target.sentences[closest]).split())
        facts.append(
            Fact(f"Closest, but not counted as the same ({_percent(p)}): {letters[other]}.{closest + 1}")
        )
        facts.append(Fact(shown, "quiet"))
    return facts


def _percent(p: float) -> str:
    return f"{min(99, max(1, round(100 * p)))} %"
