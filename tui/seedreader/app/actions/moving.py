"""Moving within a pane, and from article to article."""

from seedreader.app.actions.places import Places


class Moving(Places):
    """Next, previous, pages, ends, articles."""

    def do_next(self) -> None:
        """Next item of the focused pane."""
        self._move(1)

    def do_previous(self) -> None:
        """Previous item of the focused pane."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self._focused is self._screen.evidence:
            self._screen.evidence.scroll_rows(step)
        else:
            self._focused.move(step)

    def do_half_down(self) -> None:
        """Half a page down."""
        self._focused.page(0.5)

    def do_half_up(self) -> None:
        """Half a page up."""
        self._focused.page(-0.5)

    def do_page_down(self) -> None:
        """A page down."""
        self._focused.page(1)

    def do_page_up(self) -> None:
        """A page up."""
        self._focused.page(-1)

    def do_top(self) -> None:
        """To the beginning."""
        self._note_place()
        self._focused.to_end(-1)

    def do_bottom(self) -> None:
        """To the end."""
        self._note_place()
        self._focused.to_end(1)

    def do_next_article(self) -> None:
        """Next article, the view kept."""
        self._neighbour(1)

    def do_previous_article(self) -> None:
        """Previous article, the view kept."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        screen = self._screen
        target = screen.listing.neighbour(step)
        if target is None:
            self.say("that was the last article" if step > 0 else "that was the first article")
            return
        pair = screen.pair
        if screen.view == "compare" and pair is not None:
            other = pair[1].index
            if target == other:
                screen.current = target
                beyond = screen.listing.neighbour(step)
                if beyond is None:
                    screen.current = pair[0].index
                    self.say("that was the last pair")
                    return
                target = beyond
            screen.open(target)
            screen.compare_with(other)
        else:
            screen.open(target)

    def list_moved(self) -> None:
        """The cursor of the list moved: show that article."""
        screen = self._screen
        source, cursor = screen.listing.source, screen.list.cursor
        if source is None or cursor is None:
            return
        article = source.article(cursor)
        if article is None:
            screen.show_skipped()
        elif article.index != screen.current:
            if screen.view == "compare":
                screen.to_view("read")
                screen.set_focus(screen.list)
            # The list is painted first, then the text; what was passed meanwhile is never opened.
            screen.call_after_refresh(self._open_listed, article.index)

    def _open_listed(self, index: int) -> None:
        screen = self._screen
        source, cursor = screen.listing.source, screen.list.cursor
        article = source.article(cursor) if source is not None and cursor is not None else None
        if article is not None and article.index == index != screen.current:
            screen.open(index)
