"""The classifier: lines in, one mark per line out."""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from seedreader.engine.boilerplate.columns import rows, table
from seedreader.engine.boilerplate.kinds import kind_of
from seedreader.engine.boilerplate.look import look
from seedreader.engine.boilerplate.model import model
from seedreader.engine.boilerplate.reasons import reasons
from seedreader.engine.boilerplate.recurrence import raised
from seedreader.engine.model import FurnitureKind, LineMark, LineSpan
from seedreader.engine.trees import probability

HEADLINE: Final = -12.0
"""Log odds for the headline, which is never furniture."""

INSIDE: Final[Mapping[FurnitureKind, float]] = {"credit": 2.5, "duplicate": 1.0}
"""Log odds for what a line has inside: a photo credit at its end, a second copy of its beginning.

Both are too rare for the trees to trust: of 77 lines with a credit to which they gave 0.2 to 0.89, 75 were
furniture, and 16 of 17 with a copy (cross-validated).
"""

_TELLING: Final = 2
_EMPTY: Final = LineMark("content", None, 0.0)


def log_odds(score: float, spans: Sequence[LineSpan], *, headline: bool) -> float:
    """The log odds of furniture of a line: the score of the trees, and what they cannot know."""
    return score + sum(INSIDE.get(span.kind, 0.0) for span in spans) + HEADLINE * headline


def classify(
    lines: Sequence[str], *, title: str | None = None, elsewhere: Container[str] = ()
) -> list[LineMark]:
    """Tells page furniture from content: one mark per line, in order.

    ``title`` is the headline where it is known; the first line that says it stays content, else the line
    that looks most like a headline does. ``elsewhere`` holds lines that recur in other articles, as they
    stand or stripped (see ``recurrence``). Empty lines are content with probability 0.

    Boosted trees over what a line looks like, where it stands and how the lines around it are worded, learned
    from labelled pages (see ``benchmarks/boilerplate.md``). Time is linear in the length of the text.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    learned = model()
    seen = look([lines[index] for index in filled], title)
    tokens = [fact.words for fact in seen.facts]
    columns = table(seen, learned.wording.of_page(tokens, known_language=seen.language != ""))
    marks = [_EMPTY] * len(lines)
    for position, row in enumerate(rows(columns, learned.columns)):
        line, fact, place = lines[filled[position]], seen.facts[position], seen.places[position]
        spans = seen.spans[position]
        p = probability(log_odds(learned.trees.score(row), spans, headline=place.headline))
        tier = learned.cuts.tier(p)
        mark = LineMark(tier, None, p, (), spans)
        if tier != "content":
            added = learned.trees.contributions(row)
            why = reasons(
                fact,
                place,
                {learned.columns[column]: value for column, value in added.items()},
                columns["wording within 2"][position],
                learned.wording.strongest(fact.words, _TELLING),
            )
            mark = LineMark(tier, kind_of(fact, place), p, why, spans)
        recurs = line in elsewhere or line.strip() in elsewhere
        marks[filled[position]] = raised(line, mark) if recurs else mark
    return marks
