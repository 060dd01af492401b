"""Who speaks in a set of articles, and what they said."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine import persons, utterances
from seedreader.engine.model import Analysis
from seedreader.engine.persons import Person
from seedreader.engine.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Sayings:
    """The people who speak in a set of articles, and all that is said in it."""

    people: tuple[Person, ...]
    utterances: tuple[Utterance, ...]

    @property
    def shared(self) -> tuple[Utterance, ...]:
        """The utterances that two or more articles have."""
        return tuple(utterance for utterance in self.utterances if len(utterance.articles) > 1)


def sayings(analyses: Sequence[Analysis]) -> Sayings:
    """Gather who said what; an utterance names articles by their index."""
    people = persons.people_of(analyses)
    return Sayings(people, utterances.gather(analyses, people))
