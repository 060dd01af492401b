"""The program itself: reload, themes, help, palette, the way back and out."""

from seedreader.app import leaving
from seedreader.app.actions.panes import Panes
from seedreader.app.actions.rows import Rows
from seedreader.app.commands import BY_ID


class Program(Panes, Rows):
    """Commands about the program."""

    def do_encoding(self) -> None:
        """Choose the encoding of the current file."""
        from seedreader.app.screens import choices

        article = self._screen.article
        if article is None or article.path is None:
            self.say("there is no file to read in another encoding")
            return

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self._reload(chosen)
                self.say(f"read as {article.load().encoding}" if article.trouble is None else article.trouble)

        self._screen.app.push_screen(choices.encoding(article), take)

    def do_reload(self) -> None:
        """Read the current file anew."""
        article = self._screen.article
        if article is None:
            return
        changed = article.changed_on_disk()
        self._reload(None)
        self.say("reloaded: the file had changed" if changed else "reloaded: the file is the same")

    def _reload(self, encoding: str | None) -> None:
        screen = self._screen
        article = screen.article
        if article is None:
            return
        screen.reading.remember()
        screen.reading.forget()
        article.reload(encoding)
        screen.call_after_refresh(screen.disk.look)
        screen.open(article.index)
        if screen.view == "compare" and screen.comparing.pair is not None:
            screen.comparing.begin(*screen.comparing.pair)
        elif screen.view == "quotes":
            screen.quoting.begin()
        elif screen.view == "overview":
            screen.overviewing.begin()

    def do_theme(self) -> None:
        """Choose a theme, seeing each."""
        from seedreader.app.screens import choices

        before = self._screen.app.theme

        def take(name: str | None) -> None:
            self._screen.app.theme = name or before

        self._screen.app.push_screen(choices.theme(self._screen), take)

    def do_help(self) -> None:
        """Show the keys that work here."""
        from seedreader.app.screens import choices

        self._screen.app.push_screen(choices.help_sheet(self._screen))

    def do_palette(self) -> None:
        """Find a command or an article by name."""
        from seedreader.app.screens import choices

        self._screen.app.push_screen(choices.palette(self._screen), self._chosen)

    def _chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen in BY_ID:
            self.run(chosen)
        else:
            self.do_read()
            self._screen.open(int(chosen))

    def do_back(self) -> None:
        """One step back; at the top, quit."""
        screen = self._screen
        if self._close_something():
            return
        if screen.view == "quotes" and screen.focused is screen.variants:
            self._focus(screen.ledger)
        elif screen.view == "overview" and screen.focused is screen.findings:
            self._focus(screen.matrix)
        elif self._came_from and screen.view in ("read", "compare"):
            self.run(self._came_from)
        elif screen.view != "read":
            self.do_read()
        elif screen.size.width < 60 and screen.focused is not screen.list:
            self._focus(screen.list)
        else:
            self.do_quit()

    def do_close(self) -> None:
        """Close, stop or clear the nearest thing; never quit."""
        screen = self._screen
        if screen.jobs.stop():
            self.say("stopped")
        elif screen.selections:
            screen.clear_selection()
        elif not self._close_something():
            if screen.listing.typed:
                screen.listing.typed = ""
                screen.listing.refresh()
            elif screen.view != "read":
                self.do_read()

    def _close_something(self) -> bool:
        """Undo a zoom, a search, a filter of rows; return whether there was one."""
        screen = self._screen
        if screen.focused is screen.evidence:
            screen.set_focus(screen.main)
        elif screen.zoomed:
            self.do_enlarge()
        elif self._screen.unlocked:
            self.do_scroll_lock()
        elif screen.view == "compare" and screen.comparing.options.only != "*":
            self.do_show_all()
        elif screen.view == "quotes":
            return self._show_all_quotes()
        elif screen.view == "overview":
            return False
        elif screen.hunted.options.phrase:
            screen.hunted.find("")
            self.say("")
        else:
            return False
        return True

    def do_quit(self) -> None:
        """Note where the reader is, for the next run, and leave the program."""
        leaving.note(self._screen)
        self._screen.app.exit()
