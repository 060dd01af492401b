"""What every command does on the main screen: the method ``do_`` and its id, in the module of its section."""

from seedreader.app.actions.finding import Finding
from seedreader.app.actions.moving import Moving
from seedreader.app.actions.options import Options
from seedreader.app.actions.program import Program
from seedreader.app.actions.writing import Writing


class Actions(Moving, Finding, Options, Writing, Program):
    """All commands of a screen."""
