"""What only Quotes has: the base, what is shown, the way to the text and back."""

from seedreader.app.actions.base import Base


class Quotations(Base):
    """The commands of Quotes."""

    _came_from = ""
    """The command that leads back to the view from which a text was opened."""

    def do_quotes_view(self) -> None:
        """Show who said what."""
        screen = self._screen
        self._came_from = ""
        screen.unlocked = False
        if screen.view != "quotes":
            screen.reading.remember()
            screen.to_view("quotes")
        screen.quoting.begin()

    def do_next_wording(self) -> None:
        """Next wording of the same utterance."""
        if not self._screen.quoting.step(1):
            self.say("that was the last wording")

    def do_previous_wording(self) -> None:
        """Previous wording of the same utterance."""
        if not self._screen.quoting.step(-1):
            self.say("that was the first wording")

    def do_to_text(self) -> None:
        """Go to the text at the wording under the cursor; the way back leads here."""
        screen = self._screen
        place = screen.quoting.place()
        if place is None:
            self.say("there is no wording to open")
            return
        article, offset = place
        screen.to_view("read")
        if screen.article is not article:
            screen.open(article.index)
        screen.reading.go(offset)
        self._came_from = "quotes-view"

    def do_base(self) -> None:
        """Hold the others against the wording under the cursor."""
        if not self._screen.quoting.make_base():
            self.say("this wording is the base already")

    def do_by_speaker(self) -> None:
        """Sort by speaker, or by articles."""
        quoting = self._screen.quoting
        quoting.rebuild(by_speaker=not quoting.options.by_speaker)
        self.say("by speaker" if quoting.options.by_speaker else "by number of articles")

    def do_paraphrases(self) -> None:
        """Show paraphrases and reported speech, or not."""
        quoting = self._screen.quoting
        quoting.rebuild(paraphrases=not quoting.options.paraphrases)

    def _narrow(self, drift: str) -> None:
        quoting = self._screen.quoting
        quoting.rebuild(only="all" if quoting.options.only == drift else drift)

    def do_only_verbatim(self) -> None:
        """Show only what all articles word alike."""
        self._narrow("verbatim")

    def do_only_changed(self) -> None:
        """Show only what is worded in more than one way."""
        self._narrow("changed")

    def _show_all_quotes(self) -> bool:
        quoting = self._screen.quoting
        narrowed = quoting.options.only != "all" or not quoting.options.paraphrases
        if narrowed:
            quoting.rebuild(only="all", paraphrases=True)
        return narrowed
