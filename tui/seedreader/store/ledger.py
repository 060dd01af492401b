"""Who said what in a set of articles: their analyses, the persons in them, and what these said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seedreader.engine import utterances
from seedreader.engine.model import Analysis
from seedreader.engine.sayings import Sayings, sayings
from seedreader.engine.utterances import Utterance
from seedreader.store.article import Article
from seedreader.store.reading import UnreadableError

MOST_ARTICLES = 300
"""Articles whose texts are held in memory together for this."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was gathered; ``articles`` are those that could be read, and ``analyses`` theirs.

    ``asked`` are the indexes of all that were asked for, ``versions`` those of the articles then; ``left_out`` is
    how many articles were too many.
    """

    asked: tuple[int, ...]
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    said: Sayings
    versions: tuple[int, ...]
    left_out: int

    def speaker(self, utterance: Utterance) -> str:
        """Who said it: the person, else the words for the speaker in the base; empty where the text does not say."""
        if utterance.person is not None:
            return utterance.person
        base = utterance.variants[utterance.base]
        analysis = self.analyses[base.article]
        speaker = None if base.quote is None else analysis.quotes[base.quote].speaker
        return " ".join(analysis.document.slice(speaker).split()) if speaker else ""

    def spellings(self, person: str | None) -> tuple[str, ...]:
        """How the name of a person is written over the articles."""
        return next((one.variants for one in self.said.people if one.name == person), ())

    def carried(self, article: Article, sentence: int) -> tuple[Utterance, ...]:
        """What other articles carry too of what a sentence quotes, held against the wording of that sentence."""
        if article not in self.articles:
            return ()
        mine = self.articles.index(article)
        return tuple(
            utterances.rebased(utterance, self.analyses, at)
            for utterance in self.said.shared
            for at, variant in enumerate(utterance.variants)
            if (variant.article, variant.sentence) == (mine, sentence)
        )


def gather(articles: Sequence[Article], step: Callable[[int], bool] = lambda done: True) -> Ledger | None:
    """Gather who said what in the first ``MOST_ARTICLES`` articles.

    ``step`` is called with the number of articles done and stops the work by returning ``False``: then there is
    no result.
    """
    chosen = articles[:MOST_ARTICLES]
    read: list[Article] = []
    for done, article in enumerate(chosen):
        if not step(done):
            return None
        try:
            article.analysis()
        except UnreadableError:
            continue
        read.append(article)
    analyses = tuple(article.analysis() for article in read)
    return Ledger(
        tuple(article.index for article in articles),
        tuple(read),
        analyses,
        sayings(analyses),
        tuple(article.version for article in read),
        len(articles) - len(chosen),
    )
