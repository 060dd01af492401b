"""How texts and the list are shown."""

from seedreader.app.actions.base import Base
from seedreader.app.reading import MODES
from seedreader.app.widgets.articleitems import PART_BITS, QUOTE_MODES
from seedreader.engine.model import Span


class Options(Base):
    """Boilerplate, quotations, paragraphs; filter and order of the list."""

    def do_boilerplate(self) -> None:
        """Dim, hide or show boilerplate."""
        screen = self._screen
        mode = MODES[(MODES.index(screen.reading.options.boilerplate) + 1) % len(MODES)]
        screen.reading.rebuild(boilerplate=mode)
        if screen.pair is not None:
            screen.comparing.rebuild(boilerplate=mode)
        self.say(
            {"dim": "boilerplate dimmed", "hide": "boilerplate hidden", "show": "boilerplate not marked"}[
                mode
            ]
        )

    def do_quotes(self) -> None:
        """Mark quotations and reported speech, quotations only, or neither."""
        reading, modes = self._screen.reading, list(QUOTE_MODES)
        mode = modes[(modes.index(reading.options.quotes) + 1) % len(modes)]
        reading.rebuild(quotes=mode)
        if mode == "all":
            self.say("quotations and reported speech marked")

    def do_support(self) -> None:
        """Mark which other articles carry a sentence, or not."""
        reading = self._screen.reading
        reading.rebuild(support=not reading.options.support)
        if self._screen.story is None:
            self.say("what other articles carry is not known yet")
        else:
            self.say("support marked" if reading.options.support else "support not marked")

    def do_overrule(self) -> None:
        """Say that the sentence is boilerplate, or none, or that a row is no match; once more takes it back."""
        screen, article = self._screen, self._screen.article
        if screen.view == "compare":
            rejected = screen.comparing.overrule()
            told = {True: "you say: no match", False: "as the program has it", None: "there is no match here"}
            self.say(told[rejected])
            screen.jobs.renew_story()
            return
        source, cursor = screen.reading.source, screen.reading.view.cursor
        if source is None or cursor is None or source.article is not article or article is None:
            self.say("there is no sentence to judge yet")
            return
        sentence = source.sentence(cursor)
        said = article.overrule(cursor >> PART_BITS, Span(sentence.start, sentence.end))
        self.say({True: "you say: boilerplate", False: "you say: text", None: "as the program has it"}[said])
        screen.marked()
        screen.jobs.renew_story()

    def do_flow(self) -> None:
        """One sentence a line, or flowing paragraphs."""
        reading = self._screen.reading
        reading.rebuild(flow=not reading.options.flow)

    def do_filter(self) -> None:
        """Ask what the list should show."""
        listing = self._screen.listing

        def narrow(typed: str) -> None:
            listing.typed = typed.strip()
            listing.refresh()

        before = listing.typed
        self.ask("filter the list", before, narrow, typing=narrow, left=lambda: narrow(before))

    def do_order(self) -> None:
        """Sort the list by the next order."""
        from seedreader.app.listing import ORDERS

        listing = self._screen.listing
        listing.order = (listing.order + 1) % len(ORDERS)
        listing.refresh()
        self.say(f"by {ORDERS[listing.order][0]}")

    def do_nearest(self) -> None:
        """Compute nearness."""
        self._screen.jobs.nearness()
