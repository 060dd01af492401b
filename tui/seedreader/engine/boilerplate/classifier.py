"""The classifier: lines in, one mark per line out."""

import math
from collections.abc import Container, Sequence
from typing import Final

from seedreader.engine.boilerplate.columns import rows, table
from seedreader.engine.boilerplate.kinds import kind_of
from seedreader.engine.boilerplate.look import look
from seedreader.engine.boilerplate.model import model
from seedreader.engine.boilerplate.reasons import reasons
from seedreader.engine.model import LineMark, Tier

HEADLINE: Final = -12.0
ELSEWHERE: Final = 4.0
_TELLING: Final = 2
_EMPTY: Final = LineMark("content", None, 0.0)


def classify(
    lines: Sequence[str], *, title: str | None = None, elsewhere: Container[str] = ()
) -> list[LineMark]:
    """Tells page furniture from content: one mark per line, in order.

    ``title`` is the headline where it is known; the first line that says it stays content, else the line
    that looks most like a headline does. ``elsewhere`` holds lines that recur in other articles, as they
    stand or stripped: such a line is furniture. Empty lines are content with probability 0.

    Boosted trees over what a line looks like, where it stands and how the lines around it are worded, learned
    from labelled pages (see ``benchmarks/boilerplate.md``). Time is linear in the length of the text.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    learned = model()
    seen = look([lines[index] for index in filled], title)
    wording = [learned.wording.score(fact.words) for fact in seen.facts]
    columns = table(seen, wording)
    marks = [_EMPTY] * len(lines)
    for position, row in enumerate(rows(columns, learned.columns)):
        line, fact, place = lines[filled[position]], seen.facts[position], seen.places[position]
        recurs = not place.headline and (line in elsewhere or line.strip() in elsewhere)
        p = probability(learned.trees.score(row) + HEADLINE * place.headline + ELSEWHERE * recurs)
        tier: Tier = "sure" if p >= learned.cuts.sure else "unsure" if p >= learned.cuts.unsure else "content"
        spans = seen.spans[position]
        if tier == "content":
            marks[filled[position]] = LineMark(tier, None, p, (), spans)
            continue
        added = learned.trees.contributions(row)
        why = reasons(
            fact,
            place,
            {learned.columns[column]: value for column, value in added.items()},
            columns["wording within 2"][position],
            learned.wording.strongest(fact.words, _TELLING),
            recurs=recurs,
        )
        marks[filled[position]] = LineMark(tier, kind_of(fact, place, recurs=recurs), p, why, spans)
    return marks


def probability(score: float) -> float:
    """The logistic function, in [0, 1]."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))
