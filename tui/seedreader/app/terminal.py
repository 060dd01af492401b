"""The terminal the program runs in: whether it is still there."""

import errno
import os
import sys
import time
from typing import Final, NoReturn

HANGUP: Final = 129
"""The exit status of a program whose terminal was closed."""

_LOOK, _GRACE = 1.0, 5.0


def is_gone() -> bool:
    """Whether the terminal was closed. Usually a signal tells; not where it is no controlling terminal."""
    try:
        import termios
    except ImportError:  # not on Windows
        return False
    stream = sys.__stdin__
    if stream is None or stream.closed:
        return False
    try:
        termios.tcgetattr(stream.fileno())
    except termios.error as error:
        return bool(error.args[0] == errno.EIO)
    except (OSError, ValueError):
        return False
    return False


def end_without_it() -> NoReturn:
    """Wait in a thread of its own until the terminal is gone, then end the program if it has not ended itself.

    The loop may be unable to: what is drawn waits for a terminal that takes nothing any more.
    """
    while not is_gone():
        time.sleep(_LOOK)
    time.sleep(_GRACE)
    os._exit(HANGUP)
