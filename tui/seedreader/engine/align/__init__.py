"""Lines two texts up sentence by sentence, however freely one rewords the other.

The steps, one module each: ``candidates`` (which pairs to look at), ``similarity`` and ``scoring`` (how probable each
is), ``partners`` (which become links), ``groups`` and ``order`` (which sentences belong together, and where they
stand). ``pipeline`` runs them.
"""

from seedreader.engine.align.pipeline import align

__all__ = ["align"]
