"""Lines two texts up sentence by sentence, however freely one rewords the other.

The steps: ``facts`` (a sentence by itself; ``stems`` and ``ideas`` of its words), ``texts`` (what is rare in both
texts), ``candidates`` and ``look`` (which pairs are worth a closer look), ``columns`` and ``model`` (the closer look,
and how it is judged), ``scoring`` (probabilities), ``partners`` (which become links), ``groups``, ``order`` and
``reasons`` (which sentences belong together, where they stand, and why). ``pipeline`` runs them. Data, method and
scores stand in ``benchmarks/align.md``.
"""

from seedreader.engine.align.pipeline import align

__all__ = ["align"]
