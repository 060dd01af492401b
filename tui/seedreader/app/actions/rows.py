"""What only Compare has: the other end of a move, filters by glyph, layout, sides."""

from dataclasses import replace

from seedreader.app.actions.places import Places


class Rows(Places):
    """The commands of Compare."""

    def do_other_end(self) -> None:
        """Go to the other end of a move."""
        self._note_place()
        if not self._screen.comparing.other_end():
            self.say("nothing stands elsewhere")

    def _only(self, glyph: str) -> None:
        comparing = self._screen.comparing
        comparing.rebuild(only="*" if comparing.options.only == glyph else glyph)

    def do_only_left(self) -> None:
        """Show only what only the left has."""
        self._only("<")

    def do_only_right(self) -> None:
        """Show only what only the right has."""
        self._only(">")

    def do_only_reworded(self) -> None:
        """Show only reworded rows."""
        self._only("|")

    def do_only_moved(self) -> None:
        """Show only moves."""
        self._only("~")

    def do_only_split(self) -> None:
        """Show only split or merged rows."""
        self._only("+")

    def do_only_boilerplate(self) -> None:
        """Show only boilerplate."""
        self._only("#")

    def do_only_conflicts(self) -> None:
        """Show only possible conflicts."""
        self._only("!")

    def do_dismiss(self) -> None:
        """Dismiss the conflicts of this row, or restore them."""
        gone = self._screen.comparing.dismiss()
        if gone is None:
            self.say("there is no conflict in this row")
        else:
            self.say("dismissed" if gone else "restored")

    def do_show_all(self) -> None:
        """Show all rows."""
        self._screen.comparing.rebuild(only="*")

    def do_fold(self) -> None:
        """Fold away what is the same, or show it."""
        comparing = self._screen.comparing
        comparing.rebuild(fold=not comparing.options.fold)

    def do_threshold(self) -> None:
        """Choose the probability from which on links are shown, seeing what each leaves."""
        from seedreader.app.screens import choices

        comparing = self._screen.comparing
        before = comparing.options.least

        def take(chosen: str | None) -> None:
            comparing.rebuild(least=before if chosen is None else float(chosen))

        self._screen.app.push_screen(choices.threshold(self._screen), take)

    def do_ignore(self) -> None:
        """Choose what does not count as a difference."""
        from seedreader.app.screens import choices

        comparing = self._screen.comparing

        def toggle(chosen: str | None) -> None:
            if chosen is not None:
                name = chosen.replace(" ", "_")
                ignored = replace(
                    comparing.options.ignore, **{name: not getattr(comparing.options.ignore, name)}
                )
                comparing.rebuild(ignore=ignored)

        self._screen.app.push_screen(choices.ignoring(self._screen), toggle)

    def do_layout(self) -> None:
        """Two columns or one."""
        comparing = self._screen.comparing
        source = comparing.source
        if source is None:
            return
        two = source.two_columns(comparing.view.inner_width)
        if not two and comparing.view.inner_width < 50:
            self.say("no room for two")
            return
        comparing.rebuild(columns=1 if two else 2)

    def do_swap(self) -> None:
        """Swap the two sides."""
        screen = self._screen
        pair = screen.pair
        if pair is not None:
            screen.open(pair[1].index)
            screen.compare_with(pair[0].index)

    def do_scroll_lock(self) -> None:
        """Let the two texts scroll each on its own, or together again."""
        screen = self._screen
        from seedreader.app import sidebyside

        self._screen.unlocked = sidebyside.toggle(screen, unlocked=self._screen.unlocked)
