"""What kind of word a word is, by lists and by how it is written: function words, negations, numbers, names."""

import re
from collections.abc import Sequence

FUNCTION_WORDS = frozenset(
    """a about above after again against all also am among an and any are as at be because been before being below
    between both but by can could did do does doing down during each either for from further had has have having he
    her here hers herself him himself his how i if in into is it its itself just may me might mine more most must my
    myself neither no nor not of off on once or other our ours out over own same shall she should since so some such
    than that the their theirs them themselves then there these they this those through to too under until up upon us
    very was we were what when where which while who whom whose why will with within without would yet you your yours
    que de la el los las un una y en del al por para con se lo su sus como más es o os as um uma e do da dos das no na
    nos nas em ao à pelo pela der die das den dem des ein eine einer einem einen und oder in im zu zum zur von vom mit
    auf für ist nicht es le les du et à au aux dans sur pour par est une ne pas ce cette il elle qui
    и в во не на с со что как а но по из у за к ко о об от до же то это бы для он она они его её их
    та й і у з до що як не на за від про""".split()
) - {"no", "not", "nor", "neither", "without", "nicht", "ne", "pas", "не"}
"""Words that tell little of themselves, folded, of several languages; negations are not among them."""

NEGATIONS = frozenset(
    "no not nor neither never none nobody nothing without cannot n't nicht kein keine ne pas не нет".split()
)
NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
"""English numbers in words, with their figures."""

_BEGINS = re.compile(r"[.!?:…][\"'”’»)\]]*\s+[\"'“‘«(]*$|^\W*$|[\"“«„]$")
_NO_NAMES = FUNCTION_WORDS | frozenset("mr mrs ms miss dr prof sir".split())
_NAMES_TOO = frozenset(["May", "Will", "US", "IT"])
_TITLE_WORDS = 4
_TITLE_SHARE = 0.75


def names(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which words of a text are names, by their capitals: places in ``spans``, the words' bounds in order.

    A capital where a sentence or a quotation begins tells a name only if the next word has one too. Where nearly all
    words have capitals, as in many headlines, nothing can be told.
    """
    raised = [
        text[start].isupper()
        and (text[start:end].casefold() not in _NO_NAMES or text[start:end] in _NAMES_TOO)
        for start, end in spans
    ]
    counted = [
        at for at, (start, end) in enumerate(spans) if text[start:end].casefold() not in FUNCTION_WORDS
    ]
    if len(counted) >= _TITLE_WORDS and sum(raised) >= _TITLE_SHARE * len(counted):
        return frozenset()
    return frozenset(
        at
        for at, (start, end) in enumerate(spans)
        if raised[at]
        and (
            not _BEGINS.search(text, max(0, start - 6), start)
            or (at + 1 < len(spans) and raised[at + 1] and text[end : spans[at + 1][0]] == " ")
        )
    )
