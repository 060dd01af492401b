"""What every command does on the main screen: ``do_`` and its id, a method each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from seedreader.app import hunt
from seedreader.app.commands import BY_ID
from seedreader.app.hunt import Kind
from seedreader.app.reading import MODES
from seedreader.app.widgets.lineview import LineView

if TYPE_CHECKING:
    from textual import events

    from seedreader.app.screens.main import MainScreen
    from seedreader.app.widgets.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to: an article, an offset in its text; in Compare the other article too."""

    view: str
    article: int
    offset: int
    other: int | None = None


class Actions:
    """The commands of a screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.told = ""
        self.typing = ""
        self.unlocked = False
        self._hunt: Kind | None = None
        self._awaits: Literal["", "mark", "go"] = ""
        self._marks: dict[str, Bookmark] = {}
        self._prompt: Prompt | None = None

    def run(self, command_id: str) -> None:
        """Run a command by its id."""
        handler: Callable[[], None] = getattr(self, "do_" + command_id.replace("-", "_"))
        handler()
        # Said now, status and text are painted together instead of one frame apart.
        self._screen.tell()

    def takes(self, key: str) -> bool:
        """Take a key that an earlier one asked for: the letter of a mark."""
        if not self._awaits:
            return False
        wanted, self._awaits = self._awaits, ""
        self._screen.pending = ()
        if len(key) == 1 and (key.isalnum() or key == "'"):
            if wanted == "mark":
                self._set_mark(key)
            else:
                self._go_to_mark(key)
        return True

    @property
    def _focused(self) -> LineView:
        view = self._screen.focused
        return view if isinstance(view, LineView) else self._screen.main

    # -- moving -------------------------------------------------------------------------------------------

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
                screen.list.focus()
            screen.open(article.index)

    # -- panes and views ----------------------------------------------------------------------------------

    def _panes(self) -> list[LineView]:
        screen = self._screen
        panes = [screen.list, screen.text, screen.compare, screen.other, screen.evidence]
        narrow = screen.size.width < 60 or screen.zoomed
        if narrow:
            return [screen.list, screen.main]
        return [pane for pane in panes if pane.display]

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
        pane.focus()
        self._screen.call_after_refresh(self._screen.make_room)

    def do_read(self) -> None:
        """Read the current article."""
        screen = self._screen
        self.unlocked = False
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
            self.unlocked = False
            self._screen.compare_with(int(chosen))

    def do_open(self) -> None:
        """Open what is under the cursor: the article, or the evidence."""
        screen = self._screen
        if screen.focused is screen.list:
            screen.main.display = True
            screen.main.focus()
            screen.make_room()
            return
        if screen.evidence.display and screen.focused is not screen.evidence:
            screen.evidence.focus()
            return
        from seedreader.app.screens.dialogs import Sheet
        from seedreader.app.screens.main import fact_lines

        screen.app.push_screen(Sheet("Evidence", fact_lines(screen.controller.evidence())))

    def do_toggle_list(self) -> None:
        """Show or hide the list."""
        screen = self._screen
        screen.list_wanted = not screen.list_wanted
        if not screen.list_wanted and screen.focused is screen.list:
            screen.main.focus()
        screen.make_room()

    def do_enlarge(self) -> None:
        """Give all room to the focused pane, or give it back."""
        self._screen.zoomed = not self._screen.zoomed
        self._screen.make_room()
        self._screen.tell()

    # -- finding ------------------------------------------------------------------------------------------

    def do_find(self) -> None:
        """Ask for a phrase; hits show as one types."""
        screen = self._screen
        phrase, cursor = screen.controller.options.phrase, screen.main.cursor
        before = screen.controller.here("find"), cursor
        self._note_place()

        def put_back() -> None:
            screen.controller.find(phrase)
            self.say("")
            if cursor is not None:
                screen.main.set_cursor(cursor)

        self.ask("find", phrase, self._found, typing=lambda t: self._preview(t, before), left=put_back)

    def _preview(self, phrase: str, before: tuple[int, int | None]) -> None:
        screen = self._screen
        count = screen.controller.find(phrase)
        self.say(f"{count} hit{'s' if count != 1 else ''}" if phrase else "")
        targets, go = screen.controller.targets("find") if count else ([], None)
        found = hunt.step(targets, before[0] - 1, 1)
        if found and go:
            go(found.index)
        elif before[1] is not None:
            screen.main.set_cursor(before[1])

    def _found(self, phrase: str) -> None:
        if not phrase.strip():
            self._screen.controller.find("")
            self.say("")
            return
        count = self._screen.controller.find(phrase)
        self._hunt = "find"
        if not count:
            self.say(f"/{phrase}: no hit")
            return
        self._step(1, stay=True)

    def hunting(self, kind: Kind, direction: int) -> None:
        """Begin a hunt and take its first step."""
        self._hunt = kind
        self._step(direction)

    def _step(self, direction: int, *, stay: bool = False) -> None:
        kind, controller = self._hunt, self._screen.controller
        if kind is None or (kind == "find" and not controller.options.phrase):
            kind = self._hunt = "change" if self._screen.view == "compare" else "quotation"
        more = controller.look_further(kind, direction)
        targets, go = controller.targets(kind)
        here = controller.here(kind) if direction > 0 else controller.here_back(kind)
        found = hunt.step(targets, here - (1 if stay else 0), direction)
        if found is None or (found.wrapped and more):
            further = ", again looks further" if more else ""
            self.say(f"no {hunt.NAMES[kind]}{' near' if more else ''}{further}")
            return
        go(found.index)
        phrase = controller.options.phrase
        told = hunt.told(kind, found.index, len(targets), wrapped=found.wrapped, phrase=phrase)
        self.say(told + (" so far" if more else ""))

    def do_again(self) -> None:
        """Repeat the last hunt."""
        self._step(1)

    def do_again_back(self) -> None:
        """Repeat the last hunt backwards."""
        self._step(-1)

    def do_next_quote(self) -> None:
        """Next quotation."""
        self.hunting("quotation", 1)

    def do_previous_quote(self) -> None:
        """Previous quotation."""
        self.hunting("quotation", -1)

    def do_next_boilerplate(self) -> None:
        """Next boilerplate."""
        self.hunting("boilerplate", 1)

    def do_previous_boilerplate(self) -> None:
        """Previous boilerplate."""
        self.hunting("boilerplate", -1)

    def do_next_change(self) -> None:
        """Next difference."""
        self.hunting("change", 1)

    def do_previous_change(self) -> None:
        """Previous difference."""
        self.hunting("change", -1)

    def do_next_move(self) -> None:
        """Next move."""
        self.hunting("move", 1)

    def do_previous_move(self) -> None:
        """Previous move."""
        self.hunting("move", -1)

    # -- Compare ------------------------------------------------------------------------------------------

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

    def do_show_all(self) -> None:
        """Show all rows."""
        self._screen.comparing.rebuild(only="*")

    def do_layout(self) -> None:
        """Two columns or one."""
        comparing = self._screen.comparing
        source = comparing.source
        if source is None:
            return
        two = source.two_columns(comparing.view.inner_width)
        if not two and comparing.view.inner_width < 50:
            self.say("there is no room for two columns")
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

        self.unlocked = sidebyside.toggle(screen, unlocked=self.unlocked)

    # -- marks and options --------------------------------------------------------------------------------

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
        """Mark quotations or not."""
        reading = self._screen.reading
        reading.rebuild(quotes=not reading.options.quotes)

    def do_flow(self) -> None:
        """One sentence a line, or flowing paragraphs."""
        reading = self._screen.reading
        reading.rebuild(flow=not reading.options.flow)

    def do_mark(self) -> None:
        """Wait for the letter of a mark to set."""
        self._awaits = "mark"
        self._screen.pending = (self._screen.keymap.shown("mark"),)
        self._screen.tell()

    def do_go_mark(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._awaits = "go"
        self._screen.pending = (self._screen.keymap.shown("go-mark"),)
        self._screen.tell()

    def _bookmark(self) -> Bookmark | None:
        screen = self._screen
        if screen.article is None:
            return None
        if screen.view == "compare" and screen.comparing.pair is not None:
            left, right = screen.comparing.pair
            return Bookmark("compare", left.index, screen.main.cursor or 0, right.index)
        return Bookmark("read", screen.article.index, screen.reading.offset())

    def _note_place(self) -> None:
        here = self._bookmark()
        if here is not None:
            self._marks["'"] = here

    def _set_mark(self, letter: str) -> None:
        here = self._bookmark()
        if here is not None:
            self._marks[letter] = here
            self.say(f"mark {letter} set")

    def _go_to_mark(self, letter: str) -> None:
        place = self._marks.get(letter)
        if place is None:
            self.say("there is no last place yet" if letter == "'" else f"there is no mark {letter}")
            return
        self._note_place()
        screen = self._screen
        if place.view == "read":
            if screen.current != place.article:
                screen.open(place.article)
            screen.to_view("read")
            screen.reading.go(place.offset)
            return
        pair = screen.pair
        if place.other is not None and (
            pair is None or (pair[0].index, pair[1].index) != (place.article, place.other)
        ):
            screen.open(place.article)
            screen.compare_with(place.other, cursor=place.offset)
            return
        screen.to_view("compare")
        screen.comparing.go(place.offset)

    # -- the list -----------------------------------------------------------------------------------------

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

    # -- copying and writing ------------------------------------------------------------------------------

    def do_copy(self) -> None:
        """Copy what is under the cursor, with its citation."""
        screen = self._screen
        text = screen.listing.table() if screen.pane == "list" else screen.controller.citation()
        if text:
            screen.app.copy_to_clipboard(text)

    def do_copy_all(self) -> None:
        """Copy the whole text, the list, or the comparison as a table."""
        screen = self._screen
        if screen.pane == "list":
            text = screen.listing.table()
        elif screen.view == "compare":
            from seedreader.app import export

            text = export.comparison(screen.comparing, "md")
        else:
            text = screen.reading.whole()
        if text:
            screen.app.copy_to_clipboard(text)

    def do_export(self) -> None:
        """Ask for a file name and write the report or comparison there."""
        from seedreader.app import export

        self.ask("write to", export.suggestion(self._screen), self._write)

    def _write(self, name: str) -> None:
        if name.strip():
            from seedreader.app import export

            export.write(self._screen, Path(name.strip()))

    # -- the program --------------------------------------------------------------------------------------

    def do_reload(self) -> None:
        """Read the current file anew."""
        screen = self._screen
        article = screen.article
        if article is None:
            return
        changed = article.changed_on_disk()
        screen.reading.remember()
        screen.reading.forget()
        article.reload()
        screen.open(article.index)
        if screen.view == "compare" and screen.comparing.pair is not None:
            screen.comparing.begin(*screen.comparing.pair)
        self.say("reloaded: the file had changed" if changed else "reloaded: the file is the same")

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
            self._screen.to_view("read")
            self._screen.open(int(chosen))

    def do_back(self) -> None:
        """One step back; at the top, quit."""
        screen = self._screen
        if self._close_something():
            return
        if screen.view == "compare":
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
            elif screen.view == "compare":
                self.do_read()

    def _close_something(self) -> bool:
        """Undo a zoom, a search, a filter of rows; return whether there was one."""
        screen = self._screen
        if screen.focused is screen.evidence:
            screen.main.focus()
        elif screen.zoomed:
            self.do_enlarge()
        elif self.unlocked:
            self.do_scroll_lock()
        elif screen.view == "compare" and screen.comparing.options.only != "*":
            self.do_show_all()
        elif screen.controller.options.phrase:
            screen.controller.find("")
            self.say("")
        else:
            return False
        return True

    def do_quit(self) -> None:
        """Leave the program."""
        screen = self._screen
        screen.leave()
        screen.app.exit()

    # -- asking -------------------------------------------------------------------------------------------

    def ask(
        self,
        question: str,
        value: str,
        done: Callable[[str], None],
        *,
        typing: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Ask for a line of text at the bottom; Esc leaves things as they were."""
        from seedreader.app.widgets.prompt import Prompt

        screen = self._screen
        before = screen.focused
        status = screen.query_one("#status")
        self.typing = question

        def close(answer: str | None) -> None:
            self.typing = ""
            status.display = True
            if before is not None:
                before.focus()
            if answer is not None:
                done(answer)
            elif left is not None:
                left()
            screen.tell()

        status.display = False
        self._prompt = Prompt(question, value, close, typing)
        screen.tell()
        screen.mount(self._prompt, before=status)

    def typed_early(self, event: "events.Key") -> None:
        """Hand a key to a question that is not on the screen yet."""
        if self._prompt is not None:
            self._prompt.early(event)

    def say(self, told: str) -> None:
        """Say at the bottom right what happened, until something else does."""
        self.told = told
        self._screen.tell()
