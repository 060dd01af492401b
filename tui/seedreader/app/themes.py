"""The program's own two themes; every theme that Textual brings can be used as well."""

from textual.theme import Theme

DARK = Theme(
    name="seed-dark",
    primary="#5fb0d9",
    secondary="#9aa7b5",
    accent="#7fd3e6",
    warning="#f2d16b",
    error="#ff8f8f",
    success="#9fd08a",
    foreground="#e4e6e8",
    background="#111417",
    surface="#171b1f",
    panel="#1f252b",
    dark=True,
)
LIGHT = Theme(
    name="seed-light",
    primary="#0f6c99",
    secondary="#55606b",
    accent="#00687d",
    warning="#7a5b00",
    error="#b3261e",
    success="#2f6b1f",
    foreground="#1c1e21",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e8e5de",
    dark=False,
)
OWN = (DARK, LIGHT)
