"""Utterances: who said what, in the wording of each article, and how far the wordings drift apart."""

from seedreader.engine.utterances.gathering import changes, gather, quoted_only, rebased, word_table
from seedreader.engine.utterances.model import DRIFTS, Drift, Manner, Utterance, Variant
from seedreader.engine.utterances.table import WordRow

__all__ = [
    "DRIFTS",
    "Drift",
    "Manner",
    "Utterance",
    "Variant",
    "WordRow",
    "changes",
    "gather",
    "quoted_only",
    "rebased",
    "word_table",
]
