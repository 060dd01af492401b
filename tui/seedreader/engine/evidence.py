"""Says in words what a sentence is and why it was marked so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seedreader.engine.addresses import address
from seedreader.engine.analysis import Figures, SentenceMarks
from seedreader.engine.model import Analysis, Diagnostic, Document, Quote, Sentence
from seedreader.engine.pairs import Grade, Group

if TYPE_CHECKING:
    from seedreader.engine.comparison import Comparison
    from seedreader.engine.utterances import Utterance, Variant

Weight = Literal["heading", "text", "quiet"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph of evidence.

    ``changes`` are words of it that another wording does not have, ``kept`` runs of words that it has too; starts and
    ends are code points of ``text``.
    """

    text: str
    weight: Weight = "text"
    changes: tuple[tuple[int, int, Grade], ...] = ()
    kept: tuple[tuple[int, int], ...] = ()


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
        facts.append(Fact(f"{how}: {furniture.kind}, {percent(furniture.p)}", "heading"))
        facts += [Fact(f"- {reason}") for reason in furniture.reasons]
        facts.append(Fact(""))
    facts += [
        Fact(f"Boilerplate inside: {mark.kind} “{' '.join(document.slice(mark).split())}”, {percent(mark.p)}")
        for mark in marks.inside
    ]
    for quote in marks.quotes:
        facts += _of_quote(document, quote)
    if not furniture and not marks.quotes and not marks.inside:
        facts.append(Fact("Body text: nothing marks it as boilerplate, no quotation in it.", "quiet"))
    elif not furniture:
        rest = "the rest" if marks.inside else "it"
        facts.append(Fact(f"Nothing marks {rest} as boilerplate.", "quiet"))
    for link in document.links:
        if sentence.start <= link.start < sentence.end:
            words = " ".join(document.slice(link).split())
            facts.append(
                Fact(f"Link: {words} → {link.address}" if words != link.address else f"Link: {words}")
            )
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
        facts.append(Fact(f"Probability {percent(group.p)}"))
    facts += [Fact(f"! {told}", "heading") for told in compared.told_conflicts(group)]
    if group.moved:
        facts.append(Fact("Moved: it stands at another place in the other text."))
    facts += [Fact(f"- {reason}") for reason in group.reasons]
    if len(group.links) > 1:
        facts += [
            Fact(f"{letters[0]}.{k.a + 1} = {letters[1]}.{k.b + 1}  {percent(k.p)}", "quiet")
            for k in group.links
        ]
    return [*facts, *_further(compared, group, letters)]


def _further(compared: "Comparison", group: Group, letters: tuple[str, str]) -> list[Fact]:
    """Name the sentences of other groups that tell something of this one, too."""
    found = [link for link in compared.alignment.further if link.a in group.a or link.b in group.b]
    if not found:
        return []
    heading = Fact("In part also told elsewhere:", "quiet")
    return [
        heading,
        *(Fact(f"{letters[0]}.{k.a + 1} = {letters[1]}.{k.b + 1}  {percent(k.p)}", "quiet") for k in found),
    ]


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
            Fact(f"Closest, but not counted as the same ({percent(p)}): {letters[other]}.{closest + 1}")
        )
        facts.append(Fact(shown, "quiet"))
    return facts


def percent(p: float) -> str:
    """A probability in per cent, never quite none or all."""
    return f"{min(99, max(1, round(100 * p)))} %"
