"""What the Overview lists beside its matrix: claims, what is left out or told nowhere else, conflicts, versions."""

from dataclasses import dataclass

from seedreader.app.widgets.findings import Finding
from seedreader.store.stories import Story


@dataclass(frozen=True, slots=True)
class OverviewOptions:
    """What is listed, in which order (``told``: as it is told), and how many articles must carry a claim."""

    mode: str = "claims"
    told: bool = False
    least: int = 2


def found_in(story: Story, options: OverviewOptions, row: int) -> list[Finding]:
    """The findings of a mode; ``row`` is the article that is asked about."""
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
            return [*_clashes(story), *_spellings(story)]
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


def _clashes(story: Story) -> list[Finding]:
    made: list[Finding] = []
    for clash in story.overview.clashes:
        one, other = clash.one, clash.other
        left, right = (f"{_letter(story, place.article)}.{place.sentence}" for place in (one, other))
        made.append(
            Finding(
                (_letter(story, one.article), _letter(story, other.article)),
                f"{_named(clash.conflict.message, left, right)}: {text_of(story, one)}",
                f"{right}: {text_of(story, other)}",
                ((one.article, one.sentence), (other.article, other.sentence)),
                (one.article, other.article),
                warning=True,
            )
        )
    return made


def _spellings(story: Story) -> list[Finding]:
    made: list[Finding] = []
    for spelling in story.overview.spellings:
        one, other = spelling.one, spelling.other
        left, right = (f"{_letter(story, place.article)}.{place.sentence}" for place in (one, other))
        made.append(
            Finding(
                (_letter(story, one.article), _letter(story, other.article)),
                _named(spelling.variant.message, left, right),
                "another spelling, no conflict",
                ((one.article, one.sentence), (other.article, other.sentence)),
                (one.article, other.article),
            )
        )
    return made


def _named(message: str, left: str, right: str) -> str:
    """A message on two wordings with their addresses instead of "here" and "there"."""
    return message.replace(" here", f" in {left}").replace(" there", f" in {right}")


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
