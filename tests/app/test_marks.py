from typing import get_args

import pytest
from rich.style import Style
from textual.app import App
from textual.color import Color

from seedreader.app import marks, themes
from seedreader.app.marks import Role, change_roles, contrast, palette, readable
from seedreader.engine.pairs import Grade, Side, WordChange

ROLES: tuple[Role, ...] = get_args(Role)
TEXT: tuple[Role, ...] = (
    "dim", "label", "strong", "quote", "left", "right", "moved", "changed-left", "changed-right", "hit",
    "current-hit", "selected", "key", "warning", "active",
)  # fmt: skip

QUIET: tuple[Role, ...] = ("boilerplate", "hidden")
ON_CURSOR: tuple[Role, ...] = ("dim", "quote", "left", "right", "key", "strong")


def available() -> dict[str, tuple[dict[str, str], bool]]:
    """Variables of every theme and whether it uses the terminal's colours."""
    app: App[None] = App()
    for own in themes.OWN:
        app.register_theme(own)
    found: dict[str, tuple[dict[str, str], bool]] = {}
    for name in app.available_themes:
        app.theme = name
        found[name] = (dict(app.theme_variables), app.native_ansi_color)
    return found


THEMES = available()
COLOURED = [name for name, (_, ansi) in THEMES.items() if not ansi]


def test_there_are_themes_of_both_sorts() -> None:
    assert {"seed-dark", "seed-light"} <= set(COLOURED)
    assert set(THEMES) - set(COLOURED), "no theme with the terminal's own colours"


@pytest.mark.parametrize("name", THEMES)
def test_every_role_that_is_told_by_style_has_one(name: str) -> None:
    variables, ansi = THEMES[name]
    styles = palette(variables, ansi=ansi, colour=True)
    assert set(styles) <= set(ROLES)
    wanted = set(marks._TEXT_STYLES) | set(marks._ANSI)
    assert all(styles.get(role) for role in wanted), [role for role in wanted if not styles.get(role)]
    if not ansi:
        assert set(styles) == set(ROLES)


@pytest.mark.parametrize("name", COLOURED)
def test_text_stands_out_from_its_background(name: str) -> None:
    variables, _ = THEMES[name]
    styles = palette(variables, ansi=False, colour=True)
    weak = {role: round(found, 2) for role in TEXT if (found := ratio(styles[role], variables)) < 4.5}
    assert not weak


@pytest.mark.parametrize("name", COLOURED)
def test_boilerplate_is_quiet_but_readable(name: str) -> None:
    variables, _ = THEMES[name]
    styles = palette(variables, ansi=False, colour=True)
    for role in QUIET:
        assert 3 <= ratio(styles[role], variables) <= ratio(styles["label"], variables), role


@pytest.mark.parametrize("name", COLOURED)
def test_text_on_the_cursor_line_stays_readable(name: str) -> None:
    variables, _ = THEMES[name]
    styles = palette(variables, ansi=False, colour=True)
    for role in ON_CURSOR:
        assert ratio(styles["cursor"] + styles[role], variables) >= 3, role


def ratio(style: Style, variables: dict[str, str]) -> float:
    fore = Color.from_rich_color(style.color) if style.color else Color.parse(variables["foreground"])
    back = Color.from_rich_color(style.bgcolor) if style.bgcolor else Color.parse(variables["background"])
    return contrast(fore, back)


@pytest.mark.parametrize("side", get_args(Side))
@pytest.mark.parametrize("colour", ["own", "terminal", "none"])
def test_the_grades_of_a_change_differ_in_style(side: Side, colour: str) -> None:
    styles = palette({}, ansi=colour == "terminal", colour=colour != "none")
    looks = [
        Style.combine([Style(), *(styles[role] for role in change_roles(WordChange(side, 0, 1, grade)))])
        for grade in get_args(Grade)
    ]
    assert len(set(looks)) == len(get_args(Grade))
    punctuation, function, _, fact = looks
    assert not punctuation
    assert not function.bold
    assert fact.bold
    assert change_roles(WordChange(side, 0, 1, "punctuation"), asked=True)


def test_without_colour_there_is_none_and_text_styles_tell() -> None:
    styles = palette({}, ansi=False, colour=False)
    assert all(style.color is None and style.bgcolor is None for style in styles.values())
    assert styles["quote"].italic
    assert styles["kept"].underline
    assert styles["hit"].reverse
    assert styles["selected"].reverse
    assert styles["boilerplate"].dim


def test_the_terminals_colours_are_named_not_mixed() -> None:
    styles = palette({}, ansi=True, colour=True)
    assert all(style.color is None or style.color.is_system_defined for style in styles.values())
    assert styles["left"].color != styles["right"].color
    assert styles["cursor"], "the cursor would be told by the pointer alone"


@pytest.mark.parametrize("variables", [{}, {"background": "nonsense", "foreground": "auto 87%"}])
def test_unknown_colours_fall_back(variables: dict[str, str]) -> None:
    assert set(palette(variables, ansi=False, colour=True)) == set(ROLES)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)


def test_readable_moves_a_colour_as_little_as_needed() -> None:
    white, pale = Color(255, 255, 255), Color(200, 200, 200)
    assert contrast(readable(pale, white), white) >= 4.5
    assert readable(Color(0, 0, 0), white) == Color(0, 0, 0)
