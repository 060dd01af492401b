"""Furniture inside a line that may otherwise be content: dates put before it, credits after it, doubled text."""

import re
from typing import Final

from seedreader.engine.boilerplate.features import TAIL
from seedreader.engine.model import LineSpan

_DATE_PREFIX: Final = re.compile(
    r"\s*(?:(?:date|published|posted|updated|last updated)(?: on| at)?[:\s]\s*"
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
    r"|\d{4}-\d{2}-\d{2})"
    r"(?:[ T,]{1,2}\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?)?[\s|:–—-]+(?=\S)",
    re.IGNORECASE,
)
_CITY_PREFIX: Final = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40}(?:, [A-Z][\w. ]{1,24}){0,2} ?"
    r"\((?:AP|AFP|Reuters|UPI|RNS|CNN|dpa|ANSA|TASS|Xinhua|EFE|PTI|ANI|IANS|Bloomberg)\) ?[—–-]{1,2} ?"
)
_CREDIT_SUFFIX: Final = re.compile(
    r"(?:(?:[A-ZÀ-Þ](?:[\w’'-]{0,2}\.|[\w’'-]{0,30}) ){0,3}[A-ZÀ-Þ][\w’'-]{0,30}"
    r"(?: ?/ ?[A-ZÀ-Þ][\w .’'-]{0,30}){0,4} ?/ ?"
    r"(?:AFP|AP|Reuters|EPA|Getty Images|Sputnik|TASS|Shutterstock|Alamy|Anadolu)"
    r"(?: via (?:AP|Getty Images|Reuters|AFP))?(?: file(?: photo)?| pool| handout)?"
    r"|\((?:Photo|Image|Picture|AP Photo|Photo by|Image credit|Credit|Courtesy|File photo)\b[^()]{0,120}\)"
    r"|(?:Photo|Image|Picture)s? ?(?:credit|by|courtesy(?: of)?) ?:? ?[A-ZÀ-Þ][^.!?]{1,80}"
    r"|(?<=[.!?”\"] )Credit: ?[^.!?]{2,80}"
    r"|(?:Getty Images|Getty Images/AFP))\.?\s*$"
)
_HEAD_LENGTH: Final = 24
_LEAST_COPY: Final = 12


def find_spans(line: str) -> tuple[LineSpan, ...]:
    """Furniture inside one line, in order and without overlap; a span never is the whole line.

    Finds a date or agency dateline before the text, a photo credit after it, and a second copy of the
    line's own beginning. Linear in the length of the line.
    """
    found: list[LineSpan] = []
    prefix = _DATE_PREFIX.match(line)
    if prefix is None:
        prefix = _CITY_PREFIX.match(line)
    if prefix is not None and prefix.end() < len(line.rstrip()):
        found.append(LineSpan(prefix.start(), prefix.end(), "dateline"))
    copy = _second_copy(line)
    if copy is not None and (not found or copy.start >= found[-1].end):
        found.append(copy)
    tail_start = max(0, len(line) - TAIL // 4)
    suffix = _CREDIT_SUFFIX.search(line, tail_start)
    if suffix is not None and suffix.start() > 0:
        start = max(suffix.start(), found[-1].end if found else 0)
        end = len(line.rstrip())
        if start < end and line[:start].strip():
            found.append(LineSpan(start, end, "credit"))
    return tuple(found)


def _second_copy(line: str) -> LineSpan | None:
    text_start = len(line) - len(line.lstrip())
    stripped = line.strip()
    if len(stripped) < 2 * _LEAST_COPY:
        return None
    head = stripped[: min(_HEAD_LENGTH, len(stripped) // 2)]
    if len(head.split()) < 2:
        return None
    second = stripped.find(head, len(head))
    if second < 0:
        return None
    length = 0
    limit = min(second, len(stripped) - second)
    while length < limit and stripped[length] == stripped[second + length]:
        length += 1
    if length < 0.7 * second:
        return None
    return LineSpan(text_start + second, text_start + second + length, "duplicate")
