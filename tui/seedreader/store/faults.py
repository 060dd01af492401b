"""Keeps the traceback of a fault of the program in a file and says where."""

import time
import traceback

from seedreader.engine.sanitize import plain, sanitize
from seedreader.store import files, places


def told(error: BaseException) -> str:
    """Write the traceback beside the state file; return a sentence for the user."""
    path = places.state_file().with_name(f"fault-{time.strftime('%Y%m%d-%H%M%S')}.txt")
    kind = type(error).__name__
    try:
        files.write_atomically(path, _trace(error))
    except OSError:
        return plain(f"seedreader stopped because of a fault of its own ({kind}: {error}).")
    return f"seedreader stopped because of a fault of its own ({kind}); the details are in {path}."


def _trace(error: BaseException) -> str:
    """The traceback, safe to look at in a terminal: a message may quote an article."""
    return sanitize("".join(traceback.format_exception(error))).text
