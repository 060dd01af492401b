"""The compare pane; what it shows is made by ``comparesource``, which is imported with the first comparison."""

from textual import events

from seedreader.app.widgets.lineview import LineView


class CompareView(LineView):
    """The pane of two aligned articles; a selection stays in the column where it began."""

    _column: int | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note the column in which a selection may begin."""
        at = event.get_content_offset(self)
        point = self.place_at(at) if at is not None else None
        self._column = point[0] % 2 if point else None

    def _same_column(self, first: int, item: int) -> bool:
        column = first % 2 if self._column is None else self._column
        return item % 2 == column
