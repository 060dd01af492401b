"""Meaning becomes style here, and nowhere else.

A role is what a piece of text is; a palette gives each role a style for one theme. Every role can be told
without colour: by a glyph beside it, by a text style, or both.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from rich.style import Style
from textual.color import Color, ColorParseError

from seedreader.engine.pairs import Grade, WordChange

Role = Literal[
    "dim",
    "label",
    "strong",
    "quote",
    "reported",
    "boilerplate",
    "hidden",
    "left",
    "right",
    "moved",
    "changed-left",
    "changed-right",
    "changed-lightly",
    "changed-fact",
    "kept",
    "filler",
    "hit",
    "current-hit",
    "cursor",
    "cursor-blurred",
    "selected",
    "key",
    "bar",
    "thumb",
    "warning",
    "conflict",
    "active",
]

GLYPHS = {
    "reworded": "|",
    "left": "<",
    "right": ">",
    "moved": "~",
    "split": "+",
    "boilerplate": "#",
    "quote": '"',
    "reported": ",",
    "conflict": "!",
}
UNSURE_GLYPH = "·"

_TEXT_STYLES: dict[Role, Style] = {
    "strong": Style(bold=True),
    "quote": Style(italic=True),
    "boilerplate": Style(dim=True),
    "moved": Style(bold=True),
    "changed-left": Style(underline=True),
    "changed-right": Style(underline=True),
    "changed-lightly": Style(dim=True, underline=True),
    "changed-fact": Style(bold=True, underline=True),
    "kept": Style(underline=True),
    "hit": Style(reverse=True),
    "current-hit": Style(reverse=True, bold=True),
    "selected": Style(reverse=True),
    "key": Style(bold=True),
    "thumb": Style(reverse=True),
    "warning": Style(bold=True),
    "conflict": Style(bold=True, reverse=True),
    "active": Style(reverse=True, bold=True),
}
_ANSI: dict[Role, str] = {
    "quote": "cyan",
    "reported": "cyan",
    "boilerplate": "bright_black",
    "dim": "bright_black",
    "left": "yellow",
    "right": "blue",
    "moved": "magenta",
    "changed-left": "yellow",
    "changed-right": "blue",
    "warning": "yellow",
    "bar": "bright_black",
    "filler": "bright_black",
}

_USED = (("background", "#101216"), ("foreground", "#e6e6e6"), ("primary", "#4ea3c8"))
"""The variables of a theme that colours are made of, and what stands in for a missing one."""

_HUES: dict[str, tuple[str, str]] = {  # for dark and for light backgrounds
    "cyan": ("#7fd3e6", "#00687d"),
    "orange": ("#ffae5c", "#a04a00"),
    "blue": ("#86b9ff", "#1559b5"),
    "magenta": ("#f29be6", "#96208a"),
    "yellow": ("#f2d16b", "#7a5b00"),
}


def change_roles(change: WordChange, *, asked: bool = False) -> tuple[Role, ...]:
    """Return the roles of a word change by its grade; punctuation has one only where it was ``asked`` for."""
    side: Role = "changed-left" if change.side == "a" else "changed-right"
    by_grade: dict[Grade, tuple[Role, ...]] = {
        "punctuation": (side,) if asked else (),
        "function": ("changed-lightly",),
        "content": (side,),
        "fact": (side, "changed-fact"),
    }
    return by_grade[change.grade]


def palette(variables: Mapping[str, str], *, ansi: bool, colour: bool) -> Mapping[Role, Style]:
    """Return the style of each role for a theme's variables.

    ``ansi`` themes use the terminal's own sixteen colours; without ``colour`` there are text styles alone.
    """
    used = tuple(variables.get(name, default) for name, default in _USED)
    return _palette(used, ansi=ansi, colour=colour)


@lru_cache(maxsize=4)
def _palette(used: tuple[str, ...], *, ansi: bool, colour: bool) -> Mapping[Role, Style]:
    variables = dict(zip((name for name, _ in _USED), used, strict=True))
    if not colour:
        plain = dict(_TEXT_STYLES)
        plain["dim"] = Style(dim=True)
        plain["cursor"] = Style(bold=True)
        return plain
    if ansi:
        return {
            **_TEXT_STYLES,
            "cursor": Style(bold=True),
            **{role: _TEXT_STYLES.get(role, Style()) + Style(color=name) for role, name in _ANSI.items()},
        }
    back = _colour(variables, "background", "#101216")
    fore = _colour(variables, "foreground", "#e6e6e6")
    hues = {name: readable(Color.parse(pair[back.brightness > 0.5]), back) for name, pair in _HUES.items()}
    primary = _colour(variables, "primary", "#4ea3c8")

    def tint(hue: Color, share: float) -> Color:
        return back.blend(hue, share)

    def style(fg: Color | None = None, bg: Color | None = None, base: Style | None = None) -> Style:
        return (base or Style()) + Style(
            color=fg.rich_color if fg else None, bgcolor=bg.rich_color if bg else None
        )

    grey = readable(fore.blend(back, 0.5), back, 3.6)
    cursor = back.blend(primary, 0.22)
    selection = back.blend(primary, 0.55)
    return {
        "dim": style(readable(fore.blend(back, 0.38), back)),
        "label": style(fore),
        "strong": style(fore, base=Style(bold=True)),
        "quote": style(hues["cyan"], base=Style(italic=True)),
        "reported": style(hues["cyan"]),
        "boilerplate": style(grey),
        "hidden": style(grey, base=Style(italic=True)),
        "left": style(hues["orange"]),
        "right": style(hues["blue"]),
        "moved": style(hues["magenta"], base=Style(bold=True)),
        "changed-left": style(readable(fore, tint(hues["orange"], 0.26)), tint(hues["orange"], 0.26)),
        "changed-right": style(readable(fore, tint(hues["blue"], 0.28)), tint(hues["blue"], 0.28)),
        "changed-lightly": style(bg=back.blend(fore, 0.09)),
        "changed-fact": Style(bold=True, underline=True),
        "kept": Style(underline=True),
        "filler": style(back.blend(fore, 0.25)),
        "hit": style(back, hues["yellow"]),
        "current-hit": style(back, hues["orange"], Style(bold=True, underline=True)),
        "cursor": style(bg=cursor),
        "cursor-blurred": style(bg=back.blend(primary, 0.10)),
        "selected": style(readable(fore, selection), selection),
        "key": style(readable(primary, back), base=Style(bold=True)),
        "bar": style(back.blend(fore, 0.18)),
        "thumb": style(readable(fore, back.blend(fore, 0.3)), back.blend(fore, 0.3)),
        "warning": style(hues["yellow"], base=Style(bold=True)),
        "conflict": Style(bold=True, reverse=True),
        "active": style(readable(fore, selection), selection, Style(bold=True)),
    }


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Color, background: Color, ratio: float = 4.5) -> Color:
    """Move a colour towards black or white until it stands out from its background."""
    goal = Color(255, 255, 255) if _luminance(background) < 0.18 else Color(0, 0, 0)
    for step in range(21):
        candidate = colour.blend(goal, step / 20)
        if contrast(candidate, background) >= ratio:
            return candidate
    return goal


def _luminance(colour: Color) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def _colour(variables: Mapping[str, str], name: str, default: str) -> Color:
    try:
        return Color.parse(variables.get(name, default))
    except ColorParseError:
        return Color.parse(default)
