"""What is known of a sentence on the screen and of its article, put together as evidence."""

from typing import TYPE_CHECKING

from seedreader.app.widgets.articleitems import PART_BITS
from seedreader.app.widgets.textsource import TextSource
from seedreader.engine import evidence
from seedreader.engine.addresses import address
from seedreader.engine.evidence import Fact
from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen


def sentence(screen: "MainScreen", source: TextSource | None, cursor: int | None) -> list[Fact]:
    """Say what a sentence is, who carries it too, and then what is known of the article as a whole."""
    article = screen.article
    if source is None or cursor is None or article is None:
        return [evidence.NOTHING]
    if source.article is not article:
        return [evidence.NOT_YET]
    part = cursor >> PART_BITS
    number = source.number(cursor)
    facts = evidence.of_sentence(
        article.part(part),
        source.sentence(cursor),
        number,
        article.index,
        source.marks(cursor),
        analysed=article.is_analysed(part),
    )
    if number is not None:
        facts += _said(screen, article, number) + _told(screen, article, number)
    loaded = article.load()
    metadata = [(key, value) for key, value in article.part(0).metadata.items() if key != "title"]
    about = evidence.of_article(
        article.name, loaded.encoding, article.figures_known, metadata, loaded.diagnostics
    )
    return [*facts, evidence.BLANK, *about]


def against(screen: "MainScreen", article: Article, number: int) -> list[str]:
    """Say where a sentence is contradicted, as a note for the status line."""
    story = screen.story
    at = story.place(article) if story is not None else None
    if story is None or at is None:
        return []
    places = [
        clash.other if clash.one == (at, number) else clash.one
        for clash in story.overview.clashes_of.get((at, number), ())
        if not screen.overviewing.is_dismissed(clash)
    ]
    names = sorted({address(story.articles[place.article].index, place.sentence) for place in places})
    return [f"! possible conflict with {', '.join(names)}"] if names else []


def _said(screen: "MainScreen", article: Article, number: int) -> list[Fact]:
    """Which other articles quote what a sentence quotes."""
    ledger = screen.said
    if ledger is None:
        return []
    indexes = [one.index for one in ledger.articles]
    return [
        fact
        for utterance in ledger.carried(article, number)
        for fact in (evidence.BLANK, *evidence.of_others(utterance, indexes))
    ]


def _told(screen: "MainScreen", article: Article, number: int) -> list[Fact]:
    """Which other articles tell what a sentence tells."""
    story = screen.story
    at = story.place(article) if story is not None else None
    if story is None or at is None or len(story.articles) < 2:
        return []
    indexes = [one.index for one in story.articles]
    from seedreader.engine.story import counterparts

    facts = counterparts.facts(
        story.overview, story.analyses, indexes, at, number, dismissed=screen.overviewing.is_dismissed
    )
    return [evidence.BLANK, *facts] if facts else []
