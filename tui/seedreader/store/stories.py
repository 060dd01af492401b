"""The story over a set of articles: their sentences lined up pair by pair, anew only where an article changed."""

import hashlib
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace

from seedreader.engine import align as aligning
from seedreader.engine import analysis as marking
from seedreader.engine.comparison import pair_context
from seedreader.engine.model import Analysis
from seedreader.engine.pairs import PairContext
from seedreader.engine.story import copies as copying
from seedreader.engine.story import linking, near, overview, prints
from seedreader.engine.story.copies import Copies
from seedreader.engine.story.overview import Overview
from seedreader.engine.story.prints import Print
from seedreader.engine.story.table import Pair
from seedreader.store import aside
from seedreader.store.article import Article
from seedreader.store.reading import UnreadableError

MOST_ARTICLES = 1_000
"""Articles whose texts are held in memory together and lined up."""

LONGEST = 3_000
"""Sentences of an article up to which it is lined up: what is longer is no article."""

WORTH_PROCESSES = 40
"""Pairs from which on processes of their own are worth starting."""

Known = Mapping[tuple[str, str], Pair]
"""Pairs lined up before, by the keys of their articles; in a pair the articles are 0 and 1."""

Told = tuple[int, str]
"""A sentence by the index of its article and its text, so that nothing is judged that has changed since."""

Two = frozenset[Told]
"""Two sentences that seem to tell the same, or to contradict each other."""

Step = Callable[[int, int], bool]
"""Told how much is done of how much in all; stops the work by returning ``False``."""


@dataclass(frozen=True)
class Story:
    """What was found. Indexes of the overview are places in ``articles``, those that could be read and lined up.

    ``asked`` are the indexes of all articles that were asked for, ``versions`` those of the ones that are in, as they
    were then; ``left_out`` is how many were unreadable, too many or too long. ``is_complete`` is whether all chosen
    pairs are in: before, support may be missing. ``known`` is what a later story need not line up again. ``rejected``
    are links that a reader has said are none: the overview is without them, ``known`` has them.
    """

    asked: tuple[int, ...]
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    versions: tuple[int, ...]
    overview: Overview
    left_out: int
    is_complete: bool
    known: Known
    rejected: frozenset[Two] = frozenset()

    @property
    def is_old(self) -> bool:
        """Whether an article may have other marks than it had then."""
        return self.versions != tuple(article.version for article in self.articles)

    def place(self, article: Article) -> int | None:
        """The index by which the overview names an article, if it is in."""
        return self.articles.index(article) if article in self.articles else None


def build(
    articles: Sequence[Article],
    step: Step = lambda done, total: True,
    *,
    first: Article | None = None,
    early: Callable[[Story], None] | None = None,
    known: Known | None = None,
    rejected: frozenset[Two] = frozenset(),
    processes: int = 0,
) -> Story | None:
    """Line the first ``MOST_ARTICLES`` articles up with each other and tell what follows.

    Up to 40 articles are all lined up with all others, of more each with the eight nearest. The pairs of the article
    ``first`` come first, then the nearest ones; when the former are done and others are not, ``early`` is given a
    story of what is there.
    ``known`` are the pairs of a story built before, in this run or kept from another (see ``remembered``): they are
    taken over where neither text nor marks have changed. ``rejected`` are links that are not believed. With
    ``processes`` the work is done there, if there is enough of it, and this thread only waits.

    ``step`` is called with how much is done of how much in all, first in articles, then in pairs; once it returns
    ``False`` there is no result.
    """
    gathered = _gather(articles, step)
    if gathered is None:
        return None
    read, versions, analyses, copies = gathered
    keys = [key(one) for one in analyses]
    sizes = [len(one.document.sentences) for one in analyses]
    at = read.index(first) if first in read else None
    done: dict[tuple[int, int], Pair] = {}
    missing: list[tuple[int, int]] = []
    for one, other in near.pairs([overview.profile(one) for one in analyses], at):
        found = _before(known or {}, (keys[one], keys[other]), (sizes[one], sizes[other]))
        if found is None:
            missing.append((one, other))
        else:
            done[one, other] = found

    def story(*, is_complete: bool) -> Story:
        return Story(
            tuple(article.index for article in articles),
            read,
            analyses,
            versions,
            overview.overview(
                analyses,
                [
                    _without(found.renamed(*places), read, analyses, rejected)
                    for places, found in done.items()
                ],
                copies,
                note=overview.NOT_ALL if len(read) > near.ALL_PAIRS else "",
            ),
            len(articles) - len(read),
            is_complete,
            {(keys[one], keys[other]): found for (one, other), found in done.items()},
            rejected,
        )

    mine = len(missing) if at is None else sum(at in places for places in missing)
    number = 0

    def stop() -> bool:
        return not step(number, len(missing))

    with closing(_lined_up(analyses, missing, processes, stop)) as results:
        for number, places in enumerate(missing):
            if stop():
                return None
            if early is not None and number == mine and done:
                early(story(is_complete=False))
            lined_up = next(results, None)
            if lined_up is None:
                return None
            done[places] = lined_up
    return story(is_complete=True)


def _without(
    pair: Pair, articles: Sequence[Article], analyses: Sequence[Analysis], rejected: frozenset[Two]
) -> Pair:
    """A pair of articles without the links that a reader rejected."""
    both = {articles[pair.one].index, articles[pair.other].index}
    if not any({article for article, _ in cell} == both for cell in rejected):
        return pair

    def told(at: int, number: int) -> tuple[int, str]:
        document = analyses[at].document
        return articles[at].index, document.slice(document.sentences[number - 1])

    kept = [
        tie
        for tie in pair.ties
        if frozenset((told(pair.one, tie.one), told(pair.other, tie.other))) not in rejected
    ]
    return replace(pair, ties=tuple(kept))


def _gather(
    articles: Sequence[Article], step: Step
) -> tuple[tuple[Article, ...], tuple[int, ...], tuple[Analysis, ...], Copies] | None:
    """Read and mark the articles, with their versions, and find the copies among them."""
    chosen = articles[:MOST_ARTICLES]
    read: list[Article] = []
    for done, article in enumerate(chosen):
        if not step(done, len(chosen)):
            return None
        try:
            if len(article.analysis().document.sentences) <= LONGEST:
                read.append(article)
        except UnreadableError:
            continue
    # Only now, as each article may change what is furniture in those before it. The versions before the marks: what
    # the reader overrules from here on makes them old.
    versions = tuple(article.version for article in read)
    analyses = tuple(article.analysis() for article in read)
    copies = copying.find([prints.take(one) for one in analyses], lambda done: step(len(chosen), len(chosen)))
    return (tuple(read), versions, analyses, copies) if copies is not None else None


def _before(known: Known, keys: tuple[str, str], sizes: tuple[int, int]) -> Pair | None:
    """The pair of two articles as it was lined up before, with the articles in this order."""
    one, other = keys
    found = known.get((one, other))
    if found is None and (other, one) in known:
        found = replace(known[other, one].swapped(), one=0, other=1)
    if found is None or (len(found.near_one), len(found.near_other)) != sizes:
        return None
    inside = all(0 < tie.one <= sizes[0] and 0 < tie.other <= sizes[1] for tie in found.ties)
    return found if inside else None


def copies(articles: Sequence[Article], step: Step = lambda done, total: True) -> Copies | None:
    """Find the copies and versions among any number of articles, of which little is kept in memory.

    The indexes of what is found are places in ``articles``; one that cannot be read is kin to none.
    """
    taken: list[Print] = []
    for done, article in enumerate(articles):
        if not step(done, len(articles)):
            return None
        try:
            taken.append(prints.take(article.analysis()))
        except UnreadableError:
            taken.append(prints.EMPTY)
        if len(articles) > MOST_ARTICLES:
            article.release()
    return copying.find(taken, lambda done: step(len(articles), len(articles)))


def key(analysis: Analysis) -> str:
    """A key that articles share whose sentences, furniture and speakers are the same: they line up in the same way."""
    digest = hashlib.blake2b(digest_size=16)
    for text, mark in zip(overview.texts_of(analysis), marking.by_sentence(analysis), strict=True):
        persons = "\t".join(quote.person for quote in mark.quotes if quote.person)
        digest.update(f"{text}\n{int(mark.boilerplate)}{persons}\n".encode("utf-8", "replace"))
    for sentence in analysis.document.sentences:
        digest.update(b"%d " % sentence.block)
    return digest.hexdigest()


def current(known: Known, articles: Sequence[Article], found: Known) -> dict[tuple[str, str], Pair]:
    """The pairs of a set that are worth keeping, the latest last: those of articles that are still as they were.

    ``known`` are all that are known, ``found`` those of the latest story, which are kept whatever they are;
    ``articles`` are all of the set. Of these the ones of several parts are not looked at: that may take long.
    """
    keys = {one for pair in found for one in pair}
    # Twice, as each article may change what is furniture in those before it.
    for marked in (False, True):
        for article in articles:
            with suppress(UnreadableError):
                if len(article.load().parts) == 1:
                    analysis = article.analysis()
                    keys |= {key(analysis)} if marked else set()
    kept = {pair: one for pair, one in known.items() if pair not in found and keys.issuperset(pair)}
    return {**kept, **found}


def _lined_up(
    analyses: Sequence[Analysis],
    places: Sequence[tuple[int, int]],
    processes: int,
    stop: Callable[[], bool],
) -> Generator[Pair, None, None]:
    texts = [overview.texts_of(one) for one in analyses]
    jobs = ((texts[one], texts[other], pair_context(analyses[one], analyses[other])) for one, other in places)
    if processes and len(places) >= WORTH_PROCESSES:
        yield from aside.run(line_up, jobs, processes, stop)
    else:
        for job in jobs:
            yield line_up(*job)


def line_up(left: Sequence[str], right: Sequence[str], context: PairContext) -> Pair:
    """Line the sentences of two articles up; a process of its own can do it."""
    return linking.pair(0, 1, aligning.align(left, right, context=context))
