"""What only Overview has: cells, what is listed beside them, the way to a comparison or a text."""

from seedreader.app.actions.quotations import Quotations
from seedreader.engine.story.table import LIKELY, SUPPORT

_LINKED = (LIKELY, SUPPORT, 0.9)
"""Probabilities from which on links may count in the matrix, besides all of them."""


class Survey(Quotations):
    """The commands of Overview."""

    def do_overview_view(self) -> None:
        """Show what the articles have of each other."""
        screen = self._screen
        self._came_from = ""
        screen.unlocked = False
        if screen.view != "overview":
            screen.reading.remember()
            screen.to_view("overview")
        screen.overviewing.begin()

    def do_left_cell(self) -> None:
        """Cell on the left."""
        self._beside(-1)

    def do_right_cell(self) -> None:
        """Cell on the right."""
        self._beside(1)

    def _beside(self, step: int) -> None:
        screen = self._screen
        if screen.focused is not screen.matrix:
            screen.set_focus(screen.matrix if step < 0 else screen.findings)
        elif not screen.overviewing.beside(step) and step > 0:
            screen.set_focus(screen.findings)

    def do_to_pair(self) -> None:
        """Compare the two of the cell, or go to the text of what was found."""
        screen = self._screen
        goal = screen.overviewing.goal(findings=screen.focused is screen.findings)
        if goal is None:
            self.say("there is nothing to open")
            return
        article, offset, other, sentences = goal
        screen.open(article.index)
        if other is not None:
            if sentences is not None:
                screen.comparing.reset(sentences)
            screen.compare_with(other.index)
        else:
            screen.to_view("read")
            screen.reading.go(offset)
        self._came_from = "overview-view"

    def _list(self, mode: str) -> None:
        self._screen.overviewing.rebuild(mode=mode)

    def do_claims(self) -> None:
        """Claims: what two or more articles tell."""
        self._list("claims")

    def do_left_out(self) -> None:
        """What the article of the row leaves out."""
        self._list("left out")

    def do_only_here(self) -> None:
        """What only the article of the row has."""
        self._list("only here")

    def do_conflicts(self) -> None:
        """Possible conflicts over all articles."""
        self._list("conflicts")

    def do_dismiss_finding(self) -> None:
        """Dismiss the conflict under the cursor, or bring it back."""
        gone = self._screen.overviewing.dismiss()
        if gone is None:
            self.say("there is no conflict here")
        else:
            self.say("dismissed" if gone else "brought back")

    def do_versions(self) -> None:
        """Copies and versions of one text."""
        self._list("versions")

    def do_sort(self) -> None:
        """Sort claims by articles, or as they are told."""
        overviewing = self._screen.overviewing
        overviewing.rebuild(told=not overviewing.options.told)
        self.say("as they are told" if overviewing.options.told else "by number of articles")

    def do_carriers(self) -> None:
        """Let fewer things count: links of higher probability in the matrix, or claims that more articles carry.

        What counts depends on the pane with the focus; after the last step all count again.
        """
        overviewing = self._screen.overviewing
        if self._screen.focused is not self._screen.findings:
            linked = next((step for step in _LINKED if step > overviewing.options.linked), 0.0)
            overviewing.rebuild(linked=linked)
            self.say(f"links from {round(100 * linked)}% on count" if linked else "all links count")
            return
        most = overviewing.most_carriers()
        least = overviewing.options.least + 1
        overviewing.rebuild(least=least if least <= most else 2)
        self.say(f"claims that {overviewing.options.least} or more articles carry")
