"""Which panes of the main screen have room at a width."""

from typing import TYPE_CHECKING

from seedreader.app.widgets.lineview import LineView

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

ONE_PANE, SIDE_BY_SIDE, THREE_PANES = 60, 120, 160
"""Widths in cells from which there is room for a list beside the text, two columns, and evidence."""

CSS = """
    MainScreen { layout: horizontal; background: $background; color: $foreground; }
    MainScreen #header { dock: top; }
    MainScreen #bottom { dock: bottom; }
    MainScreen { layers: panes question; }
    MainScreen #list, MainScreen #ledger, MainScreen #matrix { width: 22; }
    MainScreen #text, MainScreen #other, MainScreen #compare { width: 1fr; }
    MainScreen #variants, MainScreen #findings { width: 1fr; }
    MainScreen #evidence { width: 44; display: none; }
    MainScreen #compare, MainScreen #other { display: none; }
    """
"""The layout of the main screen; ``arrange`` sets what depends on the width."""

_NARROW_LIST = 22
_EVIDENCE = 36, 64


def arrange(screen: "MainScreen") -> None:
    """Show the panes that fit, and give them their widths."""
    width = screen.app.size.width
    wide, both = width >= THREE_PANES, width >= ONE_PANE
    comparing, quoting = screen.view == "compare", screen.view == "quotes"
    unlocked = comparing and screen.unlocked
    alone = screen.zoomed or not both
    in_list = screen.focused is screen.list
    listed = in_list if alone else screen.list_wanted and not (comparing and width >= SIDE_BY_SIDE)
    surveying = screen.view == "overview"
    listed = listed and not quoting and not surveying
    shown = not (alone and listed)
    screen.list.display = listed
    screen.list.styles.width = "1fr" if not shown else (screen.settings.list_width if wide else _NARROW_LIST)
    screen.text.display = shown and not quoting and not surveying and (not comparing or unlocked)
    _show(screen, screen.compare, shown=shown and comparing and not unlocked)
    _show(screen, screen.other, shown=shown and unlocked)
    in_variants = screen.focused is screen.variants
    _show(screen, screen.ledger, shown=quoting and not (alone and in_variants))
    _show(screen, screen.variants, shown=quoting and (in_variants or not alone))
    in_findings = screen.focused is screen.findings
    _show(screen, screen.matrix, shown=surveying and not (alone and in_findings))
    _show(screen, screen.findings, shown=surveying and (in_findings or not alone))
    screen.matrix.styles.width = "1fr" if alone else min(max(width * 2 // 5, 33), 72)
    screen.ledger.styles.width = "1fr" if alone else min(max(width * 2 // 5, 33), 66)
    _show(screen, screen.evidence, shown=wide and not screen.zoomed and not comparing)
    left = width - screen.settings.list_width - screen.settings.measure - 12
    screen.evidence.styles.width = min(max(left, _EVIDENCE[0]), _EVIDENCE[1])


def panes(screen: "MainScreen") -> tuple[LineView, ...]:
    """All panes, from left to right."""
    return (
        screen.list,
        screen.text,
        screen.compare,
        screen.other,
        screen.ledger,
        screen.variants,
        screen.matrix,
        screen.findings,
        screen.evidence,
    )


def _show(screen: "MainScreen", pane: LineView, *, shown: bool) -> None:
    """Show or hide a pane; it comes onto the screen when it is first needed, to keep the start short."""
    if shown and not pane.is_attached:
        order = panes(screen)
        before = [other for other in order[: order.index(pane)] if other.is_attached]
        screen.mount(pane, after=before[-1])
    pane.display = shown
