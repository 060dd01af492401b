"""The Quotes view: who said what in which articles, each wording held against a base."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seedreader.app.widgets.ledger import LedgerSource
from seedreader.app.widgets.messages import Lines
from seedreader.app.widgets.variants import VariantSource
from seedreader.engine import utterances
from seedreader.engine.addresses import address
from seedreader.engine.utterances import Utterance, Variant
from seedreader.store.article import Article
from seedreader.store.ledger import Ledger

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen
    from seedreader.engine.evidence import Fact

NOBODY = "speaker open"

_AROUND = 2
"""Sentences shown before and behind a wording."""


@dataclass(frozen=True, slots=True)
class QuotingOptions:
    """How the ledger is shown; ``only`` is "all", "verbatim" or "changed"."""

    by_speaker: bool = False
    paraphrases: bool = True
    only: str = "all"


class Quoting:
    """The Quotes view of a screen: its ledger, what of it is shown, and the bases that were chosen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.options = QuotingOptions()
        self._bases: dict[tuple[str, int], Utterance] = {}

    # -- showing ------------------------------------------------------------------------------------------

    @property
    def ledger(self) -> Ledger | None:
        """What was gathered."""
        return self._screen.said

    @property
    def source(self) -> LedgerSource | None:
        """What the list shows, if it is a ledger."""
        source = self._screen.ledger.source
        return source if isinstance(source, LedgerSource) else None

    @property
    def wordings(self) -> VariantSource | None:
        """What the pane of wordings shows."""
        source = self._screen.variants.source
        return source if isinstance(source, VariantSource) else None

    def begin(self) -> None:
        """Show the view; gather what is said where that was not done, or not for these articles."""
        ledger = self.ledger
        if ledger is None or ledger.asked != tuple(self._screen.listing.shown()):
            self._screen.said = None
            self._screen.ledger.show(Lines([("Gathering who said what …", ("dim",))]))
            self._screen.variants.show(Lines(()))
            self._screen.jobs.utterances()
        elif self._is_old():
            self._screen.jobs.utterances()
        elif self.source is None:
            self._rebuild(None)
        self.title()

    def _is_old(self) -> bool:
        ledger = self.ledger
        return ledger is not None and ledger.versions != tuple(article.version for article in ledger.articles)

    def marked(self) -> None:
        """Gather again where other articles changed what is furniture in these."""
        if self.ledger is not None and self._is_old():
            self._screen.jobs.utterances()

    def ready(self, ledger: Ledger) -> None:
        """Take what was gathered, and show it where the view is seen; the place is kept where there was one."""
        before = self.utterance
        self._screen.said = ledger
        self._bases.clear()
        if self._screen.view == "quotes":
            self._rebuild(before)
        else:
            self._screen.ledger.show(Lines(()))

    def rebuild(self, **changes: object) -> None:
        """Show the ledger with other options, the utterance under the cursor kept where it is still shown."""
        before = self.utterance
        self.options = replace(self.options, **changes)  # type: ignore[arg-type]
        self._rebuild(before)
        self._screen.tell()

    def _rebuild(self, before: Utterance | None) -> None:
        if self.ledger is None:
            return
        shown = self._shown()
        view = self._screen.ledger
        if not shown:
            view.show(Lines([(self._nothing(), ("dim",))]))
            self._screen.variants.show(Lines(()))
        else:
            kept = [at for at, one in enumerate(shown) if before is not None and _same(one, before)]
            letters = [article.letter for article in self.ledger.articles]
            who = [self.ledger.speaker(one) or NOBODY for one in shown]
            view.show(LedgerSource(shown, who, letters, self._left_out()), kept[0] if kept else 0)
            self.moved()
        self.title()

    def _shown(self) -> list[Utterance]:
        found = list(self.ledger.said.utterances) if self.ledger is not None else []
        if not self.options.paraphrases:
            found = [kept for one in found if (kept := utterances.quoted_only(one)) is not None]
        if self.options.only == "verbatim":
            found = [one for one in found if one.drift == "verbatim"]
        elif self.options.only == "changed":
            found = [one for one in found if one.drift not in ("verbatim", "single")]
        if self.options.by_speaker:
            found.sort(key=lambda one: (one.person is None, one.person or ""))
        return found

    def _nothing(self) -> str:
        if self.ledger is None or not self.ledger.said.utterances:
            return "Nobody is quoted in these articles."
        return "No utterance is left by what is shown: press the same key again, or Esc."

    def _left_out(self) -> str:
        count = self.ledger.left_out if self.ledger is not None else 0
        return f"{count} articles more: filter the list" if count else ""

    def moved(self) -> None:
        """Show the wordings of the utterance under the cursor of the list, from its base on."""
        utterance, ledger = self.utterance, self.ledger
        if utterance is None or ledger is None:
            return
        letters = [article.letter for article in ledger.articles]
        source = VariantSource(utterance, ledger.analyses, letters)
        self._screen.variants.show(source, utterance.base, top=0)

    @property
    def utterance(self) -> Utterance | None:
        """The utterance under the cursor of the list, held against the base that was chosen for it."""
        source, cursor = self.source, self._screen.ledger.cursor
        if source is None or cursor is None:
            return None
        found = source.utterances[cursor]
        return self._bases.get(_key(found), found)

    @property
    def variant(self) -> Variant | None:
        """The wording under the cursor."""
        source, cursor = self.wordings, self._screen.variants.cursor
        return source.variants[cursor] if source is not None and cursor is not None else None

    def make_base(self) -> bool:
        """Hold the others against the wording under the cursor; return whether that changed anything."""
        utterance, cursor, ledger = self.utterance, self._screen.variants.cursor, self.ledger
        if utterance is None or cursor is None or ledger is None or cursor == utterance.base:
            return False
        self._bases[_key(utterance)] = utterances.rebased(utterance, ledger.analyses, cursor)
        self.moved()
        self._screen.tell()
        return True

    def place(self) -> tuple[Article, int] | None:
        """The article of the wording under the cursor, and where it begins there."""
        variant, ledger = self.variant, self.ledger
        return (ledger.articles[variant.article], variant.start) if variant and ledger else None

    def step(self, by: int) -> bool:
        """Go to the next or previous wording; return whether there is one."""
        source, cursor = self.wordings, self._screen.variants.cursor
        target = source.next_cursor(cursor, by) if source is not None and cursor is not None else None
        if target is not None:
            self._screen.variants.set_cursor(target)
            self._screen.variants.reveal()
        return target is not None

    # -- telling ------------------------------------------------------------------------------------------

    def title(self) -> None:
        """Write into the frames what is shown, and whose words."""
        source = self.source
        count = f" {len(source.utterances)} " if source is not None else ""
        order = " by speaker " if self.options.by_speaker else ""
        self._screen.ledger.name_it(f" Quotes {count}", order)
        utterance, ledger = self.utterance, self.ledger
        if utterance is None or ledger is None:
            self._screen.variants.name_it("", "")
            return
        base = ledger.articles[utterance.variants[utterance.base].article].letter
        who = ledger.speaker(utterance) or NOBODY
        self._screen.variants.name_it(f" {who} ", f" base {base} " if len(utterance.variants) > 1 else "")
        self._screen.evidence.name_it(" In context ", "")

    def status(self) -> list[str]:
        """Say which utterance this is, how many articles carry it, and what is not shown."""
        source, cursor, utterance = self.source, self._screen.ledger.cursor, self.utterance
        notes: list[str] = []
        if source is not None and cursor is not None and utterance is not None:
            articles = len({variant.article for variant in utterance.variants})
            notes.append(f"{cursor + 1}/{len(source.utterances)}")
            notes.append(f"{articles} article{'s' if articles != 1 else ''}, {utterance.drift}")
        else:
            notes.append("no utterance")
        hidden = self._hidden()
        if hidden:
            notes[0] += f"  |  {hidden}"
        return notes

    def _hidden(self) -> str:
        if self.ledger is None:
            return ""
        total, shown = len(self.ledger.said.utterances), len(self.source.utterances) if self.source else 0
        told = {"verbatim": "verbatim only", "changed": "changed only"}.get(self.options.only, "")
        if not self.options.paraphrases:
            told = f"{told}, quotations only" if told else "quotations only"
        return f"{told}: {shown} of {total}" if told else ""

    def evidence(self) -> "list[Fact]":
        """The wording under the cursor where it stands in its article, and what was repaired in its marks."""
        from seedreader.engine import evidence

        variant, ledger = self.variant, self.ledger
        if variant is None or ledger is None:
            return [evidence.NOTHING]
        facts = evidence.of_variant(
            ledger.analyses[variant.article], variant, ledger.articles[variant.article].index, _AROUND
        )
        utterance = self.utterance
        spellings = ledger.spellings(utterance.person) if utterance is not None else ()
        return [*facts, evidence.spelled(spellings)] if len(spellings) > 1 else facts

    def citation(self) -> str:
        """The wording under the cursor with who said it and where it is from."""
        variant, ledger, utterance = self.variant, self.ledger, self.utterance
        if variant is None or ledger is None or utterance is None:
            return ""
        article = ledger.articles[variant.article]
        text = " ".join(ledger.analyses[variant.article].document.text[variant.start : variant.end].split())
        where = address(article.index, variant.sentence)
        return f"{text}\n({ledger.speaker(utterance) or NOBODY}, {where}, {article.title()}, {article.shown_path})"

    def whole(self) -> str:
        """All utterances that are shown, as a table parted by tabs."""
        ledger, source = self.ledger, self.source
        if ledger is None or source is None:
            return ""
        lines = ["number\tperson\tdrift\taddress\twording\tagainst the base"]
        for number, found in enumerate(source.utterances, 1):
            utterance = self._bases.get(_key(found), found)
            for variant in utterance.variants:
                text = ledger.analyses[variant.article].document.text[variant.start : variant.end]
                where = address(ledger.articles[variant.article].index, variant.sentence)
                notes = "; ".join((variant.drift, *variant.notes))
                person = ledger.speaker(utterance)
                lines.append(
                    "\t".join([str(number), person, utterance.drift, where, " ".join(text.split()), notes])
                )
        return "\n".join(lines) + "\n"


def _key(utterance: Utterance) -> tuple[str, int]:
    first = utterance.variants[0]
    return f"{utterance.person} {first.article}", first.start


def _same(one: Utterance, other: Utterance) -> bool:
    places = {(variant.article, variant.start) for variant in other.variants}
    return any((variant.article, variant.start) in places for variant in one.variants)
