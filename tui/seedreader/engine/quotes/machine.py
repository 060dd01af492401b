"""From marks to quotations: a state machine per paragraph that keeps an open quotation over paragraph ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine.quotes import cues
from seedreader.engine.quotes.marks import Family, Mark, find_marks
from seedreader.engine.quotes.pieces import Paragraph, Piece

NEVER_CLOSED = "opening mark never closed"
NEVER_OPENED = "opening mark missing"
STRAY = "stray mark ignored"
SAME_MARKS_INSIDE = "inner quotation in the same marks: its closing mark ends both"
WRONG_WAY = "mark points the wrong way"

_PARAGRAPH = re.compile(r"\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]?(?=\s+[\"“‘«(]?[A-Z]|\s*$)")
_CRY_END = re.compile(r"[!?](?=\s+[a-z])")
_CLAUSE_END = re.compile(r",|(?=\s[—–])")
_WORD = re.compile(r"[^\W_]")
_LONGEST_GAP = 6  # paragraphs without any mark that an open quotation may run through
_LONGEST_REST = 20  # characters of narration after the last closing mark of a quotation that goes on
_LONG_REST = 120  # characters after a verb of saying that are no mere end of the paragraph
_LONGEST_BLANK = 200  # characters of white space looked over for the character before an opening mark
_LONGEST_SENTENCE = 2000  # characters looked back for the start of a quotation without opening mark


@dataclass(frozen=True, slots=True)
class _Event:
    """A pair of matching marks, or one mark without its fellow."""

    opening: Mark | None
    closing: Mark | None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, lines with anything on them, each with its marks."""
    return [
        Paragraph(match.start(), match.end(), tuple(find_marks(text, match.start(), match.end())))
        for match in _PARAGRAPH.finditer(text)
    ]


def find_pieces(text: str, parts: Sequence[Paragraph]) -> list[Piece]:
    """The outermost quotations of a text, one piece per paragraph, in order and never overlapping."""
    pieces: list[Piece] = []
    carried = False
    closers = _closers_ahead(parts)
    for number in range(len(parts)):
        reader = _Reader(text, parts, number, closers)
        reader.read(carried)
        pieces += reader.pieces
        carried = reader.carries
    return pieces


def _closers_ahead(parts: Sequence[Paragraph]) -> list[Family | None]:
    """For each paragraph: the family of the first mark from there on if it closes, within reach and not leading."""
    ahead: list[Family | None] = [None] * (len(parts) + 1)
    distance = _LONGEST_GAP + 1
    for number in range(len(parts) - 1, -1, -1):
        first = parts[number].marks[0] if parts[number].marks else None
        if first is None:
            distance += 1
            ahead[number] = ahead[number + 1] if distance <= _LONGEST_GAP else None
        else:
            distance = 0
            ahead[number] = first.family if first.role == "close" and not first.leading else None
    return ahead


class _Reader:
    """Reads one paragraph: pairs its marks, then mends what has no fellow."""

    def __init__(
        self, text: str, parts: Sequence[Paragraph], number: int, closers: Sequence[Family | None]
    ) -> None:
        self.text = text
        self.part = parts[number]
        self.number = number
        self.follower = parts[number + 1] if number + 1 < len(parts) else None
        self.closes_later = closers[number + 1]
        self.pieces: list[Piece] = []
        self.carries = False

    def read(self, carried: bool) -> None:
        marks = self.part.marks
        resumed = carried and not (marks and marks[0].leading and marks[0].role != "close")
        if not marks:
            if resumed:
                self._add(self.part.start, self.part.end, open_end=True, continues=True)
                self.carries = self.closes_later is not None
            return
        family = marks[0].family
        start = Mark(self.part.start, self.part.start, family, "open") if resumed else None
        events = _pair(marks, start)
        index = 0
        while index < len(events):
            event = events[index]
            if event.opening is not None and event.closing is not None:
                wrong = self._repairs_of(event.opening, event.closing)
                first = self._begins(event.opening, carried)
                self._add(event.opening.start, event.closing.end, continues=first, repairs=wrong)
            elif event.opening is not None:
                after = events[index + 1] if index + 1 < len(events) else None
                index += self._mend_open(event.opening, after, index + 2 >= len(events), carried)
            elif event.closing is not None:
                self._mend_close(event.closing)
            index += 1

    def _begins(self, opening: Mark, carried: bool) -> bool:
        return carried and (opening.leading or opening.start == opening.end)

    def _repairs_of(self, opening: Mark, closing: Mark) -> tuple[str, ...]:
        text = self.text
        wrong = text[opening.start : opening.end] in ("”", "’", "»") and text[
            closing.start : closing.end
        ] not in ("«", "”", "’", "»")
        wrong = wrong or (text[opening.start] == text[closing.start] == "“" and opening.end > opening.start)
        return (WRONG_WAY,) if wrong else ()

    def _mend_open(self, opening: Mark, after: _Event | None, last: bool, carried: bool) -> int:
        """Ends a quotation whose closing mark is missing; tells how many further events it swallowed."""
        first = self._begins(opening, carried)
        limit = self.part.end
        if after is not None:
            mark = after.opening or after.closing
            limit = mark.start if mark is not None else limit
        spoken = cues.lost_close(self.text, opening.end, limit)
        goes_on = self._goes_on(opening)
        if spoken is not None and not (goes_on and self._tells_on(spoken[1], limit)):
            clause = self.text[spoken[0] : spoken[1]].strip(" ,.?!")
            self._add(opening.start, spoken[0], continues=first, repairs=_before(clause))
            return 0
        if after is None:
            if goes_on or self.closes_later == opening.family:
                self._add(opening.start, self.part.end, continues=first, open_end=True)
                self.carries = True
                return 0
            self._never_closed(opening, self.part.end, first)
            return 0
        new_sentence = self.text[opening.end : limit].rstrip().endswith((".", "!", "?", "…"))
        whole = self._starts_sentence(opening)
        if after.closing is not None and last and (goes_on or (new_sentence and whole)):
            end = after.closing.end
            if goes_on and self.part.end - end > _LONGEST_REST:
                end = self.part.end
            self._add(opening.start, end, continues=first, open_end=goes_on, repairs=(SAME_MARKS_INSIDE,))
            self.carries = goes_on
            return 1
        self._never_closed(opening, limit, first)
        return 0

    def _tells_on(self, end: int, limit: int) -> bool:
        """Whether a verb of saying governs what follows it, so that a speaker of his own is quoted in passing."""
        return limit - end > _LONG_REST and self.text[end : end + 1] not in (".", ",")

    def _goes_on(self, opening: Mark) -> bool:
        """Whether the next paragraph begins with a mark that opens again, as a continued quotation does."""
        if self.follower is None or not self.follower.marks:
            return False
        mark = self.follower.marks[0]
        return mark.leading and mark.family == opening.family and mark.role != "close"

    def _starts_sentence(self, opening: Mark) -> bool:
        near = max(self.part.start, opening.start - _LONGEST_BLANK)
        before = self.text[near : opening.start].rstrip()[-1:]
        following = self.text[opening.end : opening.end + 2].lstrip("'‘“[…. ")[:1]
        return before in ("", ".", "!", "?", ":", ",", "”", '"', "’") and not following.islower()

    def _never_closed(self, opening: Mark, limit: int, first: bool) -> None:
        """Ends at the paragraph's end for a statement, at the clause's end for words inside a sentence."""
        end = limit
        before = self.text[max(self.part.start, opening.start - 40) : opening.start].rstrip()
        whole = self._starts_sentence(opening)
        if not whole:
            if not before[-1:].isalpha() and limit < self.part.end:
                self._note(opening)
                return
            stop = _CRY_END.search(self.text, opening.end, limit) or _SENTENCE_END.search(
                self.text, opening.end, limit
            )
            end = stop.end() if stop else limit
            if limit < self.part.end and not stop:
                clause = _CLAUSE_END.search(self.text, opening.end, limit)
                end = clause.end() if clause else limit
            end = cues.narrates(self.text, opening.end, end) or end
        elif limit < self.part.end:
            stops = [stop.end() for stop in _SENTENCE_END.finditer(self.text, opening.end, limit)]
            if not stops and opening.family == "double" and not before.endswith((":", ",")):
                self._note(opening)
                return
            end = stops[0] if stops else limit
        self._add(opening.start, end, continues=first, repairs=(NEVER_CLOSED,))

    def _mend_close(self, closing: Mark) -> None:
        """Looks for where a quotation began whose opening mark is missing; a mark nobody follows is stray."""
        text = self.text
        start = self.pieces[-1].end if self.pieces else self.part.start
        spoken = closing.family != "single" and text[closing.start - 1 : closing.start] in (",", "?", "!")
        if not spoken or not cues.attributes(text, closing.end, self.part.end):
            self._note(closing)
            return
        near = max(start, closing.start - _LONGEST_SENTENCE)
        ends = list(_SENTENCE_END.finditer(text, near, closing.start - 1)) if self.pieces else []
        begin = ends[0].end() if ends else start
        while begin < closing.start and not text[begin].isalnum():
            begin += 1
        if self.pieces and not ends:
            self._note(closing)
            return
        self._add(begin, closing.end, repairs=(NEVER_OPENED,))

    def _note(self, mark: Mark) -> None:
        """Remembers an ignored mark with the quotation before it in the paragraph, if there is one."""
        if self.pieces and mark.family != "single" and STRAY not in self.pieces[-1].repairs:
            piece = self.pieces[-1]
            self.pieces[-1] = Piece(
                piece.start, piece.end, piece.paragraph, piece.continues, piece.open, (*piece.repairs, STRAY)
            )

    def _add(
        self,
        start: int,
        end: int,
        *,
        continues: bool = False,
        open_end: bool = False,
        repairs: tuple[str, ...] = (),
    ) -> None:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if _WORD.search(self.text, start, end) is None:
            return
        self.pieces.append(Piece(start, end, self.number, continues, open_end, repairs))


def _before(clause: str) -> tuple[str, ...]:
    return (f"closing mark missing: closed before “, {clause}”",)


def _pair(marks: Sequence[Mark], start: Mark | None) -> list[_Event]:
    """Matches opening and closing marks and gives the outermost pairs and the single ones, in order.

    Marks of another family than the outermost open one are inside a quotation and do not count.
    """
    stack: list[Mark] = [] if start is None else [start]
    fellows: dict[int, Mark] = {}
    lonely: list[Mark] = []
    order: list[Mark] = [] if start is None else [start]
    for mark in marks:
        if stack and mark.family != stack[0].family:
            continue
        role = mark.role
        if role == "either":
            role = "close" if stack else "open"
        elif role == "close" and not stack and not mark.sure:
            role = "open"
        if role == "open":
            stack.append(mark)
            order.append(mark)
        elif stack:
            fellows[stack.pop().start] = mark
        else:
            lonely.append(mark)
    events: list[_Event] = []
    covered = -1
    for mark in order:
        fellow = fellows.get(mark.start)
        if mark.start < covered:
            continue
        events.append(_Event(mark, fellow))
        if fellow is not None:
            covered = fellow.end
    events += [_Event(None, mark) for mark in lonely]
    events.sort(key=_place)
    return events


def _place(event: _Event) -> int:
    mark = event.opening or event.closing
    return mark.start if mark is not None else 0
