"""The two texts of a comparison, each scrolling on its own, while the scroll lock is off."""

from collections.abc import Mapping, MutableMapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from seedreader.app.marks import Role, change_roles
from seedreader.app.widgets.rows import Mark
from seedreader.app.widgets.textsource import TextSource
from seedreader.engine.comparison import Comparison, GroupWords
from seedreader.engine.pairs import Side
from seedreader.engine.rows import CompareRow, facing, rows

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_ROOM = 60
_SIDES: tuple[Side, Side] = ("a", "b")


def toggle(screen: "MainScreen", *, unlocked: bool) -> bool:
    """Take the lock off or put it back; return whether it is off now."""
    comparing = screen.comparing
    if comparing.pair is None or comparing.compared is None:
        return False
    if unlocked:
        screen.unlocked = False
        screen.make_room()
        screen.set_focus(screen.compare)
        screen.actions.say("both sides scroll together")
        return False
    if screen.size.width < _ROOM:
        screen.actions.say("there is no room for two texts")
        return False
    for view, article, side in ((screen.text, comparing.pair[0], 0), (screen.other, comparing.pair[1], 1)):
        source = TextSource(article, screen.reading.options)
        source.changes = partial(_changes, comparing.compared, side, _rows(comparing.compared, side), {})
        offset = comparing.sentence_offset(side)
        view.show(source, source.cursor_at(offset) if offset is not None else None)
        view.name_it(f" {article.letter}  {article.name} ", "")
    screen.unlocked = True
    screen.make_room()
    screen.set_focus(screen.text)
    screen.actions.say("each side scrolls on its own")
    return True


def _rows(compared: Comparison, side: int) -> dict[int, CompareRow]:
    """The row of each sentence of a side, by the offset where the sentence begins."""
    sentences = (compared.b if side else compared.a).document.sentences
    return {
        sentences[index].start: row
        for row in rows(compared.alignment)
        for index in (row.b if side else row.a)
    }


def _changes(
    compared: Comparison,
    side: int,
    table: Mapping[int, CompareRow],
    known: MutableMapping[CompareRow, GroupWords],
    start: int,
) -> Sequence[Mark]:
    """What is worded otherwise in the sentence that begins at ``start``; all of it where it stands alone."""
    row = table.get(start)
    if row is None:
        return ()
    group = compared.alignment.groups[row.group]
    document = (compared.b if side else compared.a).document
    end = next(
        document.sentences[i].end for i in (row.b if side else row.a) if document.sentences[i].start == start
    )
    if not (group.a and group.b):
        alone: Role = "right" if side else "left"
        return () if compared.is_furniture(group) else (Mark(start, end, alone),)
    if row not in known:
        known[row] = compared.words_between(*facing(row, group))
    found = known[row]
    marks = [
        Mark(change.start, change.end, role)
        for change in found.changes
        if change.side == _SIDES[side]
        for role in change_roles(change)
    ]
    marks += [Mark(span.start, span.end, "kept") for span in (found.kept_b if side else found.kept_a)]
    return [
        Mark(max(low, start), min(high, end), role) for low, high, role in marks if low < end and high > start
    ]
