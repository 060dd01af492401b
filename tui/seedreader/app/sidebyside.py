"""The two texts of a comparison, each scrolling on its own, while the scroll lock is off."""

from typing import TYPE_CHECKING

from seedreader.app.widgets.textsource import TextSource

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_ROOM = 60


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
        offset = comparing.sentence_offset(side)
        view.show(source, source.cursor_at(offset) if offset is not None else None)
        view.name_it(f" {article.letter}  {article.name} ", "")
    screen.unlocked = True
    screen.make_room()
    screen.set_focus(screen.text)
    screen.actions.say("each side scrolls on its own")
    return True
