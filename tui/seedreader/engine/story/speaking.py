"""Who is said to have said what a claim tells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from seedreader.engine import analysis as marking
from seedreader.engine.model import Analysis
from seedreader.engine.persons import Person
from seedreader.engine.story.claims import Claim


def with_speakers(
    claims: Sequence[Claim], analyses: Sequence[Analysis], people: Sequence[Person]
) -> tuple[Claim, ...]:
    """The claims with the persons their wordings ascribe them to, under the names all articles go by."""
    names = {member: person.name for person in people for member in person.members}
    spoken = [
        [[quote.person for quote in mark.quotes if quote.person] for mark in marking.by_sentence(one)]
        for one in analyses
    ]
    found: list[Claim] = []
    for claim in claims:
        counts: Counter[str] = Counter()
        for wording in claim.wordings:
            said = {
                names.get((wording.article, person), person)
                for part in wording.parts
                for person in spoken[wording.article][part - 1]
            }
            counts.update(said)
        ordered = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
        found.append(replace(claim, speakers=ordered))
    return tuple(found)
