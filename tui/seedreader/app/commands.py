"""The one declaration of every command: keys, footer, help, palette and keymap all derive from it."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["all", "list", "read", "quotes", "compare", "overview", "text", "no overview"]
"""Where a command acts: everywhere, in the list, in a view; "text" is Read and Compare."""

VIEWS: tuple[tuple[str, str, str], ...] = (
    ("1", "Read", "read"),
    ("2", "Quotes", "quotes"),
    ("3", "Compare", "compare"),
    ("4", "Overview", "overview"),
)
"""Key, name and word of each view."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    ``keys`` are alternatives; a key is a character, a name as in ``ctrl+d``, or several characters pressed in a
    row. ``label`` is for the footer, where only commands with a ``rank`` show, lowest first; ``text`` explains.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    text: str
    scope: Scope = "all"
    section: str = "Move"
    rank: int = 0
    palette: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("next", ("j", "down"), "next", "Next sentence, row or article", rank=2, palette=False),
    Command("previous", ("k", "up"), "previous", "Previous sentence, row or article", palette=False),
    Command("half-down", ("ctrl+d",), "half page down", "Half a page down", palette=False),
    Command("half-up", ("ctrl+u",), "half page up", "Half a page up", palette=False),
    Command("page-down", ("space", "pagedown"), "page down", "A page down", palette=False),
    Command("page-up", ("b", "pageup"), "page up", "A page up", palette=False),
    Command("top", ("g", "home"), "top", "To the beginning", palette=False),
    Command("bottom", ("G", "end"), "end", "To the end", palette=False),
    Command("next-article", ("J",), "article", "Next article, in the same view", "text", rank=4),
    Command("previous-article", ("K",), "previous article", "Previous article, in the same view", "text"),
    Command("next-pane", ("tab",), "pane", "Next pane", rank=10, palette=False),
    Command("left-pane", ("h", "left"), "left pane", "Pane on the left", "no overview", palette=False),
    Command("right-pane", ("l", "right"), "right pane", "Pane on the right", "no overview", palette=False),
    Command("read", ("1",), "read", "Read the current article", section="Views"),
    Command(
        "quotes-view",
        ("2",),
        "quotations",
        "Quotes: who said what, in which articles, in which words",
        section="Views",
    ),
    Command("compare-view", ("3",), "compare", "Compare the current article with another", section="Views"),
    Command(
        "overview-view",
        ("4",),
        "overview",
        "Overview: who has what, claims, what is left out",
        section="Views",
    ),
    Command(
        "compare",
        ("d",),
        "compare",
        "Compare with another article: its letter, or type",
        section="Views",
        rank=3,
    ),
    Command(
        "open",
        ("enter",),
        "evidence",
        "Open: the article, or the evidence for a sentence",
        "text",
        "Views",
        rank=4,
    ),
    Command("toggle-list", ("\\",), "list", "Show or hide the list", section="Views"),
    Command("enlarge", ("w",), "enlarge", "Enlarge the focused pane, or put it back", section="Views"),
    Command("find", ("/",), "find", "Find in this text", "text", "Find", rank=6),
    Command(
        "again",
        ("n",),
        "again",
        "Repeat the last hunt, whatever it was",
        "text",
        "Find",
        rank=8,
    ),
    Command("again-back", ("N",), "previous hit", "Repeat the last hunt backwards", "text", "Find"),
    Command("next-quote", ("]q",), "next quotation", "Next quotation", "read", "Find"),
    Command("previous-quote", ("[q",), "previous quotation", "Previous quotation", "read", "Find"),
    Command("next-boilerplate", ("]b",), "next boilerplate", "Next boilerplate", "read", "Find"),
    Command("previous-boilerplate", ("[b",), "previous boilerplate", "Previous boilerplate", "read", "Find"),
    Command("next-change", ("]c",), "next change", "Next difference", "compare", "Find", rank=1),
    Command("previous-change", ("[c",), "previous change", "Previous difference", "compare", "Find"),
    Command("next-move", ("]m",), "next move", "Next moved sentence", "compare", "Find"),
    Command("previous-move", ("[m",), "previous move", "Previous moved sentence", "compare", "Find"),
    Command("next-conflict", ("]!",), "next conflict", "Next possible conflict", "compare", "Find"),
    Command(
        "previous-conflict", ("[!",), "previous conflict", "Previous possible conflict", "compare", "Find"
    ),
    Command(
        "other-end",
        ("%",),
        "other end",
        "Other end of a move; the aligned sentence",
        "compare",
        "Compare",
        rank=6,
    ),
    Command("only-left", ("<",), "only left", "Show only what only the left has", "compare", "Compare"),
    Command("only-right", (">",), "only right", "Show only what only the right has", "compare", "Compare"),
    Command("only-reworded", ("|",), "reworded", "Show only reworded rows", "compare", "Compare"),
    Command("only-moved", ("~",), "moved", "Show only moved rows", "compare", "Compare"),
    Command("only-split", ("+",), "split", "Show only split or merged rows", "compare", "Compare"),
    Command("only-boilerplate", ("#",), "boilerplate", "Show only boilerplate", "compare", "Compare"),
    Command("only-conflicts", ("!",), "conflicts", "Show only possible conflicts", "compare", "Compare"),
    Command(
        "dismiss",
        ("D",),
        "dismiss",
        "Dismiss the conflicts of this row, or restore them",
        "compare",
        "Compare",
    ),
    Command("show-all", ("*",), "all", "Show all rows", "compare", "Compare", rank=5),
    Command("fold", ("z",), "fold", "Fold away what is the same, or show it", "compare", "Compare"),
    Command(
        "threshold",
        ("t",),
        "threshold",
        "Show only links of some probability",
        "compare",
        "Compare",
    ),
    Command(
        "ignore",
        ("i",),
        "ignore",
        "What counts as a difference: case, punctuation, spelling",
        "compare",
        "Compare",
    ),
    Command("layout", ("s",), "layout", "Two columns or one", "compare", "Compare", rank=3),
    Command("swap", ("x",), "swap", "Swap the two sides", "compare", "Compare", rank=3),
    Command(
        "scroll-lock",
        ("S",),
        "scroll lock",
        "Scroll both sides together, or each on its own",
        "compare",
        "Compare",
    ),
    Command(
        "to-text",
        ("enter",),
        "text",
        "The wording where it stands in its article",
        "quotes",
        "Quotes",
        rank=3,
    ),
    Command(
        "next-wording", ("J",), "wording", "Next wording of the same utterance", "quotes", "Quotes", rank=4
    ),
    Command("previous-wording", ("K",), "previous wording", "Previous wording of it", "quotes", "Quotes"),
    Command(
        "base",
        ("*",),
        "base",
        "Make this wording the one that the others are held against",
        "quotes",
        "Quotes",
        rank=3,
    ),
    Command(
        "by-speaker", ("s",), "by speaker", "Sort by speaker, or by articles", "quotes", "Quotes", rank=5
    ),
    Command(
        "paraphrases",
        ("p",),
        "paraphrases",
        "Show paraphrases and reported speech, or quotations only",
        "quotes",
        "Quotes",
        rank=6,
    ),
    Command(
        "only-verbatim",
        ("=",),
        "verbatim",
        "Show only what all articles word alike",
        "quotes",
        "Quotes",
    ),
    Command(
        "only-changed",
        ("!",),
        "changed",
        "Show only what is not worded alike",
        "quotes",
        "Quotes",
        rank=5,
    ),
    Command(
        "support", ("M",), "support", "Mark which other articles carry a sentence, or not", "read", "Marks"
    ),
    Command(
        "left-cell", ("h", "left"), "left cell", "Cell on the left", "overview", "Overview", palette=False
    ),
    Command(
        "right-cell", ("l", "right"), "right cell", "Cell on the right", "overview", "Overview", palette=False
    ),
    Command(
        "to-pair",
        ("enter",),
        "open",
        "Compare the two of a cell; the text of a claim",
        "overview",
        "Overview",
        rank=3,
    ),
    Command(
        "claims", ("c",), "claims", "Claims: what two or more articles tell", "overview", "Overview", rank=4
    ),
    Command(
        "left-out",
        ("o",),
        "left out",
        "What the article of the row leaves out",
        "overview",
        "Overview",
        rank=5,
    ),
    Command(
        "only-here",
        ("u",),
        "only here",
        "What only the article of the row has",
        "overview",
        "Overview",
        rank=6,
    ),
    Command(
        "conflicts",
        ("!",),
        "conflicts",
        "Possible conflicts over all articles",
        "overview",
        "Overview",
        rank=5,
    ),
    Command(
        "dismiss-finding",
        ("D",),
        "dismiss",
        "Dismiss the conflict under the cursor, or bring it back",
        "overview",
        "Overview",
        rank=9,
    ),
    Command(
        "versions", ("v",), "versions", "Copies and versions of one text", "overview", "Overview", rank=7
    ),
    Command(
        "sort", ("s",), "sort", "Sort claims by articles, or as they are told", "overview", "Overview", rank=8
    ),
    Command(
        "carriers",
        ("t",),
        "threshold",
        "Threshold: surer links, or claims more articles carry",
        "overview",
        "Overview",
        rank=8,
    ),
    Command("boilerplate", ("B",), "boilerplate", "Boilerplate: dim, hide, show", "text", "Marks", rank=7),
    Command(
        "quotes",
        ("Q",),
        "quotes",
        "Mark quotations and reported speech, quotations, or neither",
        "read",
        "Marks",
        rank=9,
    ),
    Command(
        "overrule",
        ("X",),
        "overrule",
        "Overrule: boilerplate, or none; in Compare: no match",
        "text",
        "Marks",
    ),
    Command("flow", ("v",), "paragraphs", "One sentence a line, or flowing paragraphs", "read", "Marks"),
    Command("mark", ("m",), "set mark", "Set a mark: a letter follows", "text", "Marks", palette=False),
    Command(
        "go-mark", ("'",), "go to mark", "Go to a mark; '' is the last place", "text", "Marks", palette=False
    ),
    Command("filter", ("F",), "filter", "Filter the list", "list", "List", rank=3),
    Command(
        "order",
        ("O",),
        "order",
        "Order of the list: file, words, boilerplate …",
        "list",
        "List",
        rank=3,
    ),
    Command("nearest", ("C",), "nearness", "Compute which articles are nearest", "list", "List"),
    Command("copy", ("y",), "copy", "Copy the sentence or row with its citation", section="Copy"),
    Command("copy-all", ("Y",), "copy table", "Copy the whole text, list or table", section="Copy"),
    Command("export", ("e",), "export", "Write the report or the comparison to a file", section="Copy"),
    Command("encoding", ("E",), "encoding", "Read the file in another encoding", "read", "Program"),
    Command("reload", ("R",), "reload", "Reload a file that changed", section="Program"),
    Command("theme", ("T",), "theme", "Choose a theme", section="Program"),
    Command("help", ("?",), "help", "The keys that work here", section="Program", rank=99, palette=False),
    Command(
        "palette",
        (":", "ctrl+p"),
        "commands",
        "Find a command or an article by name",
        section="Program",
        palette=False,
    ),
    Command("back", ("q",), "back", "Back; at the top: quit", section="Program", rank=98, palette=False),
    Command(
        "close", ("escape",), "close", "Close, stop, clear: never quits", section="Program", palette=False
    ),
    Command("quit", ("ctrl+q",), "quit", "Quit", section="Program"),
)

BY_ID = {command.id: command for command in COMMANDS}
SECTIONS = ("Move", "Views", "Find", "Quotes", "Compare", "Overview", "Marks", "List", "Copy", "Program")


def in_scope(command: Command, view: str, pane: str) -> bool:
    """Tell whether a command acts in a view ("read", "quotes", "compare") while a pane ("list", …) has the focus."""
    if command.scope == "list":
        return pane == "list"
    return command.scope == "all" or view in _PLACES.get(command.scope, (command.scope,))


_PLACES = {"text": ("read", "compare"), "no overview": ("read", "quotes", "compare")}
