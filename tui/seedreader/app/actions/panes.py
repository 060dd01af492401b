"""Panes and views: which is seen, which has the focus, what is compared, what is opened."""

from seedreader.app import room
from seedreader.app.actions.survey import Survey
from seedreader.app.widgets.lineview import LineView


class Panes(Survey):
    """Changing panes and views."""

    def _panes(self) -> list[LineView]:
        screen = self._screen
        narrow = screen.size.width < 60 or screen.zoomed
        if narrow:
            pairs = {
                "quotes": [screen.ledger, screen.variants],
                "overview": [screen.matrix, screen.findings],
            }
            return pairs.get(screen.view) or [screen.list, screen.main]
        return [pane for pane in room.panes(screen) if pane.display]

    def do_next_pane(self) -> None:
        """Give the focus to the next pane."""
        panes = self._panes()
        here = panes.index(self._focused) if self._focused in panes else -1
        self._focus(panes[(here + 1) % len(panes)])

    def do_left_pane(self) -> None:
        """Give the focus to the pane on the left."""
        panes = self._panes()
        here = panes.index(self._focused) if self._focused in panes else 0
        self._focus(panes[max(0, here - 1)])

    def do_right_pane(self) -> None:
        """Give the focus to the pane on the right."""
        panes = self._panes()
        here = panes.index(self._focused) if self._focused in panes else 0
        self._focus(panes[min(len(panes) - 1, here + 1)])

    def _focus(self, pane: LineView) -> None:
        if not pane.display:
            # One pane at a time: what gets the focus is what is seen.
            pane.display = True
        self._screen.set_focus(pane)
        self._screen.call_after_refresh(self._screen.make_room)

    def do_read(self) -> None:
        """Read the current article."""
        screen = self._screen
        self._came_from = ""
        self._screen.unlocked = False
        if screen.view == "compare":
            self._carry_place()
        screen.to_view("read")

    def _carry_place(self) -> None:
        """Leave Compare at the sentence that was under the cursor there."""
        screen = self._screen
        offset, pair = screen.comparing.sentence_offset(0), screen.pair
        if pair is not None and screen.article is not pair[0]:
            screen.open(pair[0].index)
        if offset is not None:
            screen.reading.go(offset)

    def do_compare_view(self) -> None:
        """Compare with the last partner, else choose one."""
        screen = self._screen
        pair = screen.pair
        if pair is None or screen.article is None or screen.article is pair[1]:
            self.do_compare()
        elif screen.article is pair[0] and screen.comparing.compared is not None:
            screen.reading.remember()
            screen.to_view("compare")
        else:
            screen.compare_with(pair[1].index)

    def do_compare(self) -> None:
        """Choose an article to compare with."""
        screen = self._screen
        article = screen.article
        others = [other for other in screen.library.articles if article is None or other is not article]
        if article is None or not others:
            self.say("there is no other article to compare with")
            return
        from seedreader.app.screens import choices

        screen.app.push_screen(choices.partner(screen, article), self._compare_with)

    def _compare_with(self, chosen: str | None) -> None:
        if chosen is not None:
            self._screen.unlocked = False
            if self._screen.pair is not None:
                self._screen.comparing.reset()
            self._screen.compare_with(int(chosen))

    def do_open(self) -> None:
        """Open what is under the cursor: the article, or the evidence."""
        screen = self._screen
        if screen.focused is screen.list:
            screen.main.display = True
            screen.set_focus(screen.main)
            screen.make_room()
            return
        if screen.evidence.display and screen.focused is not screen.evidence:
            screen.set_focus(screen.evidence)
            return
        from seedreader.app.screens.dialogs import Sheet
        from seedreader.app.widgets.messages import fact_lines

        screen.app.push_screen(Sheet("Evidence", fact_lines(screen.controller.evidence())))

    def do_toggle_list(self) -> None:
        """Show or hide the list."""
        screen = self._screen
        screen.list_wanted = not screen.list_wanted
        if not screen.list_wanted and screen.focused is screen.list:
            screen.set_focus(screen.main)
        screen.make_room()

    def do_enlarge(self) -> None:
        """Give all room to the focused pane, or give it back."""
        self._screen.zoomed = not self._screen.zoomed
        self._screen.make_room()
        self._screen.tell()
