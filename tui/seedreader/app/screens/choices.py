"""The dialogs of the main screen: a partner to compare with, commands and articles, themes, help."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seedreader.app.commands import COMMANDS, SECTIONS, VIEWS, in_scope
from seedreader.app.marks import Role
from seedreader.app.screens.dialogs import Choice, Chooser, Sheet
from seedreader.store.article import Article

if TYPE_CHECKING:
    from seedreader.app.screens.main import MainScreen

_MOST = 200
"""Articles a list of choices shows at once; typing narrows them."""


def partner(screen: "MainScreen", article: Article) -> Chooser:
    """Choose an article to compare with: a letter, or type to filter; the nearest stands first."""
    near = screen.listing.nearest.get(article.index)

    def choices(typed: str) -> list[Choice]:
        wanted = typed.strip().lower()
        others = [other for other in screen.library.articles if other is not article]
        if near is not None:
            others.sort(key=lambda other: other.letter != near.letter)
        found: list[Choice] = []
        for other in others:
            name = other.title_known or other.name
            if wanted and wanted not in f"{other.letter} {name} {other.name}".lower():
                continue
            detail = (
                f"nearest  {near.forth}%> <{near.back}%"
                if near and other.letter == near.letter
                else other.name
            )
            found.append(Choice(str(other.index), name, other.letter, detail))
            if len(found) >= _MOST:
                break
        found.sort(key=lambda choice: choice.key.lower() != wanted)
        return found

    hint = "a letter chooses, or type   Enter takes it   Esc"
    return Chooser(f"compare {article.letter} with …", choices, at_once=True, hint=hint)


def palette(screen: "MainScreen") -> Chooser:
    """Find a command or an article by name."""
    commands = [
        Choice(c.id, c.text, screen.keymap.shown(c.id), "")
        for c in COMMANDS
        if c.palette and in_scope(c, screen.view, screen.pane)
    ]

    def choices(typed: str) -> Sequence[Choice]:
        if not typed.strip():
            return commands
        return ranked(typed, [*commands, *_articles(screen, typed)])

    return Chooser("a command or an article", choices)


def _articles(screen: "MainScreen", typed: str) -> list[Choice]:
    """Articles that may match: those with every word somewhere, then the first ones, so that ranking stays quick."""
    words = typed.lower().split()
    found: list[Choice] = []
    for article in screen.library.articles:
        name = article.title_known or article.name
        text = f"{article.letter} {name} {article.name}".lower()
        if len(screen.library.articles) <= _MOST or all(word in text for word in words):
            found.append(Choice(str(article.index), name, article.letter, article.name))
        if len(found) >= _MOST:
            break
    return found


def ranked(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """Order choices by how well they fit what was typed; what does not fit is left out."""
    from rapidfuzz import fuzz, process, utils

    names = [f"{choice.label} {choice.detail}" for choice in choices]
    hits = process.extract(
        typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=50, score_cutoff=55
    )
    exact = typed.lower().strip()
    order = sorted(hits, key=lambda hit: (exact not in names[hit[2]].lower(), -hit[1], hit[2]))
    return [choices[index] for _, _, index in order]


def theme(screen: "MainScreen") -> Chooser:
    """Choose a theme and see it at once."""
    names = sorted(screen.app.available_themes, key=lambda name: (not name.startswith("seed-"), name))

    def choices(typed: str) -> list[Choice]:
        return [Choice(name, name) for name in names if typed.lower() in name]

    def show(name: str) -> None:
        screen.app.theme = name

    return Chooser("theme", choices, preview=show, start=screen.app.theme)


def encoding(article: Article) -> Chooser:
    """Choose the encoding of a file, or have it found again."""
    from seedreader.store.article import DETECT
    from seedreader.store.encodings import CHOICES

    found = [Choice(DETECT, "find it"), *(Choice(name, name) for name in CHOICES)]

    def choices(typed: str) -> list[Choice]:
        return [choice for choice in found if typed.strip().lower() in choice.label]

    return Chooser(
        f"encoding, now {article.load().encoding if article.trouble is None else 'unknown'}", choices
    )


def threshold(screen: "MainScreen") -> Chooser:
    """Choose the probability from which on links are shown, and see what it leaves at once."""
    comparing = screen.comparing
    steps = [Choice("0.0", "all links"), *(Choice(f"{p / 100}", f"from {p} %") for p in range(20, 100, 10))]

    def choices(typed: str) -> list[Choice]:
        return [choice for choice in steps if typed.strip() in choice.label]

    def show(step: str) -> None:
        comparing.rebuild(least=float(step))

    return Chooser("links shown", choices, preview=show, start=f"{comparing.options.least}")


def ignoring(screen: "MainScreen") -> Chooser:
    """Choose what to ignore or to tell apart; its first letter chooses it."""
    from seedreader.app import comparing

    found = [
        Choice(name, name, name[0].upper(), "ignored" if ignored else "told apart")
        for name, ignored in comparing.ignoring(screen.comparing.options.ignore)
    ]

    def choices(typed: str) -> list[Choice]:
        return [choice for choice in found if typed.strip().lower() in choice.label]

    hint = "a letter or Enter changes it   Esc"
    return Chooser("what counts as a difference", choices, at_once=True, hint=hint)


def help_sheet(screen: "MainScreen") -> Sheet:
    """The keys that work here, by section."""
    place = next(name for _, name, view in VIEWS if view == screen.view)
    lines: list[tuple[str, tuple[Role, ...]]] = []
    for section in SECTIONS:
        inside = [c for c in COMMANDS if c.section == section and in_scope(c, screen.view, screen.pane)]
        if not inside:
            continue
        lines.append((section, ("strong",)))
        lines += ((f"  {screen.keymap.all_shown(c.id):<12}  {c.text}", ()) for c in inside)
        lines.append(("", ()))
    lines += _legend(screen.view)
    return Sheet(f"Keys in {place}{', list' if screen.pane == 'list' else ''}", lines)


def _legend(view: str) -> list[tuple[str, tuple[Role, ...]]]:
    if view == "quotes":
        return []
    if view == "compare":
        glyphs = "! conflict   | reworded   < only left   > only right   ~ moved   + split or merged   # boilerplate"
    else:
        glyphs = '" quotation   , reported speech   # boilerplate   · perhaps boilerplate'
    return [("What stands in the gutter", ("strong",)), (f"  {glyphs}", ())]
