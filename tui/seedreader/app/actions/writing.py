"""Copying and writing files."""

from pathlib import Path

from seedreader.app.actions.base import Base


class Writing(Base):
    """Copy and export."""

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
        elif screen.view == "quotes":
            text = screen.quoting.whole()
        elif screen.view == "overview":
            text = screen.overviewing.whole()
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
