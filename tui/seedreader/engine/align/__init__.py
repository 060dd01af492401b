"""Lines two texts up sentence by sentence, however freely one rewords the other.

The steps: ``facts`` (a sentence by itself; ``stems`` and ``ideas`` of its words), ``texts`` (a text by itself, and what
is rare in two), ``candidates`` and ``look`` (which pairs are worth a closer look; ``letters`` and ``lanes`` compare all
at once), ``columns``, ``judges`` and ``model`` (the closer look, and how it is judged), ``scoring`` (probabilities),
``partners`` (which become links), ``groups``, ``order`` and ``reasons`` (which sentences belong together, where they
stand, and why). ``pipeline`` runs them. Data, method and scores stand in ``benchmarks/align.md``.
"""

from seedreader.engine.align.pipeline import align

__all__ = ["align"]
