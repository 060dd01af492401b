"""The terminal the program runs in: whether it is still there."""

import errno
import sys


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
