"""What the Overview lists beside its matrix: claims, what is left out or told nowhere else, conflicts, versions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from seedreader.app.judged import Judged, clashing
from seedreader.app.widgets.findings import Finding
from seedreader.engine.story.table import Place
from seedreader.store.stories import Story


@dataclass(frozen=True, slots=True)
class OverviewOptions:
    """What is listed, in which order (``told``: as it is told), and what is enough.

    ``least`` articles must carry a claim; in the matrix links count from the probability ``linked`` on.
    """

    mode: str = "claims"
    told: bool = False
    least: int = 2
    linked: float = 0.0


def found_in(story: Story, options: OverviewOptions, row: int, judged: Judged) -> list[Finding]:
    """The findings of a mode; ``row`` is the article that is asked about.

    Conflicts that were dismissed come last: they can be brought back.
    """
    match options.mode:
        case "claims":
            return _claims(story, options)
        case "left out":
            return [_claim(story, number) for number in story.overview.left_out[row]]
        case "only here":
            numbers = story.overview.only_here[row]
            own = (_letter(story, row),)
            return [Finding(own, text_of(story, (row, n)), "", ((row, n),)) for n in numbers]
        case "conflicts":
            clashes = _clashes(story, judged)
            gone = [finding for finding in clashes if not finding.warning]
            return [*(finding for finding in clashes if finding.warning), *_spellings(story), *gone]
        case _:
            return _versions(story)


def text_of(story: Story, place: tuple[int, int]) -> str:
    """A sentence by article and number, on one line."""
    document = story.analyses[place[0]].document
    return " ".join(document.slice(document.sentences[place[1] - 1]).split())


def reading(story: Story, one: int, other: int) -> str:
    """What two articles are to each other, in words; empty where nothing is known."""
    told = story.overview.reading(one, other)
    return told.format(_letter(story, one), _letter(story, other)) if told else ""


def _letter(story: Story, at: int) -> str:
    return story.articles[at].letter


def _claims(story: Story, options: OverviewOptions) -> list[Finding]:
    claims = story.overview.claims
    numbers = [n for n, claim in enumerate(claims) if len(claim.articles) >= options.least]
    if options.told:
        numbers.sort(key=lambda number: min(claims[number].places))
    return [_claim(story, number) for number in numbers]


def _claim(story: Story, number: int) -> Finding:
    claim = story.overview.claims[number]
    places = (claim.representative, *claim.places)
    return Finding(
        tuple(_letter(story, at) for at in claim.articles),
        text_of(story, claim.representative),
        ", ".join(claim.speakers),
        tuple((place.article, place.sentence) for place in places),
    )


def _clashes(story: Story, judged: Judged) -> list[Finding]:
    made: list[Finding] = []
    for clash in story.overview.clashes:
        dismissed = judged.is_dismissed([clashing(story, clash.one, clash.other)])
        finding = _both(story, clash.told(_address_in(story)), clash.one, clash.other, "")
        if dismissed:
            finding = replace(finding, text=finding.text[2:], note="dismissed, D brings it back")
        made.append(replace(finding, warning=not dismissed))
    return made


def _spellings(story: Story) -> list[Finding]:
    return [
        _both(story, one.told(_address_in(story)), one.one, one.other, "another spelling, no conflict")
        for one in story.overview.spellings
    ]


def _both(story: Story, told: str, one: Place, other: Place, note: str) -> Finding:
    """Two sentences of two articles and what is told of them."""
    return Finding(
        (_letter(story, one.article), _letter(story, other.article)),
        f"~ {told}" if note else f"! {told}: {text_of(story, one)}",
        note or f"{_address_in(story)(*other)}: {text_of(story, other)}",
        (one, other),
        (one.article, other.article),
    )


def _address_in(story: Story) -> Callable[[int, int], str]:
    return lambda article, sentence: f"{_letter(story, article)}.{sentence}"


def _versions(story: Story) -> list[Finding]:
    made: list[Finding] = []
    for group in story.overview.copies.groups:
        for kin in group.kin:
            one, other = _letter(story, kin.one), _letter(story, kin.other)
            forth, back = round(100 * kin.one_in_other), round(100 * kin.other_in_one)
            shares = f"{forth}% of {one} is in {other}, {back}% of {other} in {one}"
            told = reading(story, kin.one, kin.other) or kin.reason
            made.append(Finding((one, other), told, shares, pair=(kin.one, kin.other)))
    return made
