"""How far a wording drifts from the base: the class of drift, and what was added, dropped or swapped, in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seedreader.engine import words as diffing
from seedreader.engine.utterances.model import DRIFTS, Drift, Manner
from seedreader.engine.utterances.wording import Word, WordKind, words

_MOST_CELLS = 4_000_000
_MOST_SWAPPED = 4
_MOST_TOLD = 6
_CLAUSE = 3
_BARE = str.maketrans("", "", "[]()")
_ORDER: tuple[WordKind, ...] = ("name", "number", "negation", "content")
_MODALS = frozenset("will would can could may might must shall should".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A wording as it is compared: all of it, and the words in marks where it is a fragment."""

    text: str
    quoted: tuple[str, ...]
    manner: Manner


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of the base that stand over against words of the other; one side may be empty."""

    base: tuple[int, int]
    other: tuple[int, int]


def drift(base: Told, other: Told) -> tuple[Drift, tuple[str, ...]]:
    """The class of drift of a wording from the base, and notes in words."""
    if "reported" in (base.manner, other.manner):
        return _reported(base, other)
    if "fragment" in (base.manner, other.manner):
        return _fragment(base, other)
    return _wording(base.text, other.text)


def farthest(drifts: Sequence[Drift]) -> Drift:
    """The drift of a group: that of its farthest variant."""
    return max(drifts, key=DRIFTS.index, default="verbatim")


def swapped(base: str, other: str) -> dict[str, tuple[str, str]]:
    """Words of the base, by stem, with the stem and form of the one word that another wording has in their place."""
    ours, theirs = words(base), words(other)
    if len(ours) * len(theirs) > _MOST_CELLS:
        return {}
    stretches = _stretches(ours, theirs)
    dropped, added = _only(ours, theirs, stretches)
    found: dict[str, tuple[str, str]] = {}
    for stretch in stretches:
        gone = [ours[at] for at in range(*stretch.base) if at in dropped]
        come = [theirs[at] for at in range(*stretch.other) if at in added]
        if len(gone) == len(come) == 1 and _alike(gone, come):
            found[gone[0].stem] = (come[0].stem, other[come[0].start : come[0].end])
    return found


def _reported(base: Told, other: Told) -> tuple[Drift, tuple[str, ...]]:
    found, notes = _wording(base.text, other.text)
    if base.manner == other.manner:  # a report changes no word of the speaker's
        return "paraphrased" if found == "changed" else found, notes
    here = "reported, not quoted" if other.manner == "reported" else "quoted, where the base reports"
    return "paraphrased", (here, *notes)


def _fragment(base: Told, other: Told) -> tuple[Drift, tuple[str, ...]]:
    ours, theirs = _joined(base), _joined(other)
    if base.manner == other.manner:
        return _wording(ours, theirs)
    short, long = (other, base) if other.manner == "fragment" else (base, other)
    found, notes = _wording(ours, theirs)
    foreign = _lacking(_joined(short), long.text)
    if short is base:
        return ("extended", notes) if not foreign else (found, notes)
    head = "quotes only " + ", ".join(f"“{_plain(piece)}”" for piece in other.quoted)
    if not foreign:
        return "trimmed", (head,)
    told = _listed("not in the base:", theirs, foreign)
    return "changed", (head, *(note for kind in _ORDER for note in told.get(kind, ())))


def _joined(told: Told) -> str:
    return " ".join(told.quoted) if told.manner == "fragment" else told.text


def _lacking(text: str, other: str) -> list[Word]:
    """The words of content of a text that another one has not."""
    known = {word.stem for word in words(other)}
    return [word for word in words(text) if word.tells and word.stem not in known]


def _wording(base: str, other: str) -> tuple[Drift, tuple[str, ...]]:
    if all(change.grade == "punctuation" for change in diffing.diff(base, other)):
        return "verbatim", ()
    ours, theirs = words(base), words(other)
    if len(ours) * len(theirs) > _MOST_CELLS:
        return "changed", ("too long to say what changed",)
    stretches = _stretches(ours, theirs)
    dropped, added = _only(ours, theirs, stretches)
    notes = _notes(base, other, ours, theirs, stretches, dropped, added)
    if not dropped and not added:
        return "light", notes
    if dropped and added:
        return "changed", notes
    missing = [stretch.base if dropped else stretch.other for stretch in stretches]
    whole, gone = (ours, dropped) if dropped else (theirs, added)
    if all(_is_cut(whole, start, end, gone) for start, end in missing):
        return ("trimmed" if dropped else "extended"), notes
    return "changed", notes


def _is_cut(whole: Sequence[Word], start: int, end: int, gone: frozenset[int]) -> bool:
    """Whether the words missing at a place are an end of the wording, or more than one word of content.

    A negation or a number that is missing alone is more than a cut.
    """
    telling = [whole[at] for at in range(start, end) if at in gone]
    if len(telling) != 1:
        return True
    within = any(word.tells for word in whole[:start]) and any(word.tells for word in whole[end:])
    weighty = telling[0].kind in ("negation", "number") and end - start < _CLAUSE
    return not within and not weighty


def _only(
    ours: Sequence[Word], theirs: Sequence[Word], stretches: Sequence[_Stretch]
) -> tuple[frozenset[int], frozenset[int]]:
    """The indexes of words of content that only one side has, or has more often; what only moved is in neither."""
    left = [at for stretch in stretches for at in range(*stretch.base) if ours[at].tells]
    right = [at for stretch in stretches for at in range(*stretch.other) if theirs[at].tells]
    return _more(ours, left, theirs, right), _more(theirs, right, ours, left)


def _more(
    ours: Sequence[Word], left: Sequence[int], theirs: Sequence[Word], right: Sequence[int]
) -> frozenset[int]:
    moved = Counter(theirs[at].stem for at in right)
    found: set[int] = set()
    for at in left:
        if moved[ours[at].stem]:
            moved[ours[at].stem] -= 1
        else:
            found.add(at)
    return frozenset(found)


def _stretches(ours: Sequence[Word], theirs: Sequence[Word]) -> list[_Stretch]:
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    left = [numbers.setdefault(word.stem, len(numbers)) for word in ours]
    right = [numbers.setdefault(word.stem, len(numbers)) for word in theirs]
    found: list[_Stretch] = []
    for op in Indel.opcodes(left, right):
        if op.tag == "equal":
            continue
        base, other = (op.src_start, op.src_end), (op.dest_start, op.dest_end)
        if found and found[-1].base[1] == base[0] and found[-1].other[1] == other[0]:
            found[-1] = _Stretch((found[-1].base[0], base[1]), (found[-1].other[0], other[1]))
        else:
            found.append(_Stretch(base, other))
    return found


def _notes(
    base: str,
    other: str,
    ours: Sequence[Word],
    theirs: Sequence[Word],
    stretches: Sequence[_Stretch],
    dropped: frozenset[int],
    added: frozenset[int],
) -> tuple[str, ...]:
    """Names, numbers and negations first, then words that took the place of others, then what else came and went."""
    swaps: list[str] = []
    lost: list[Word] = []
    new: list[Word] = []
    for stretch in stretches:
        gone = [ours[at] for at in range(*stretch.base) if at in dropped]
        come = [theirs[at] for at in range(*stretch.other) if at in added]
        if _swap(base, other, gone, come):
            swaps.append(f"“{_run(other, come)}” for “{_run(base, gone)}”")
        else:
            lost += gone
            new += come
    came, went = _listed("adds", other, new), _listed("drops", base, lost)
    return (
        *(note for kind in _ORDER[:-1] for notes in (came, went) for note in notes.get(kind, ())),
        *dict.fromkeys(swaps),
        *_modals(ours, theirs),
        *came.get("content", ()),
        *went.get("content", ()),
    )


def _swap(base: str, other: str, gone: Sequence[Word], come: Sequence[Word]) -> bool:
    """Whether a few words stand in one place where a few others stood."""
    if not gone or not come or len(gone) + len(come) > _MOST_SWAPPED or not _alike(gone, come):
        return False
    return len(_runs(base, gone)) == 1 == len(_runs(other, come))


def _alike(gone: Sequence[Word], come: Sequence[Word]) -> bool:
    """Whether words may have taken the place of others: a number takes that of a number, a negation none."""
    ours, theirs = {word.kind for word in gone}, {word.kind for word in come}
    return "negation" not in ours | theirs and ("number" in ours) == ("number" in theirs)


def _modals(ours: Sequence[Word], theirs: Sequence[Word]) -> list[str]:
    """Notes of a "might" for a "will": small words that tell how sure something is."""
    one = Counter(word.stem for word in ours if word.stem in _MODALS)
    two = Counter(word.stem for word in theirs if word.stem in _MODALS)
    lost, new = sorted((one - two).elements()), sorted((two - one).elements())
    if len(lost) == len(new) == 1:
        return [f"“{new[0]}” for “{lost[0]}”"]
    return [
        f"{verb} {', '.join(f'“{form}”' for form in dict.fromkeys(forms))}"
        for verb, forms in (("adds", new), ("drops", lost))
        if forms
    ]


def _run(text: str, found: Sequence[Word]) -> str:
    return _plain(text[found[0].start : found[-1].end])


def _plain(text: str) -> str:
    return " ".join(text.split())


def _listed(verb: str, text: str, found: Sequence[Word]) -> dict[WordKind, tuple[str, ...]]:
    """A note per kind of word: names plain, all else in marks; neighbours make one entry."""
    notes: dict[WordKind, tuple[str, ...]] = {}
    for kind in _ORDER:
        runs = _runs(text, [word for word in found if word.kind == kind])
        if runs:
            shown = [run if kind == "name" else f"“{run}”" for run in dict.fromkeys(runs)]
            more = f" and {len(shown) - _MOST_TOLD} more" if len(shown) > _MOST_TOLD else ""
            notes[kind] = (f"{verb} {', '.join(shown[:_MOST_TOLD])}{more}",)
    return notes


def _runs(text: str, found: Sequence[Word]) -> list[str]:
    runs: list[tuple[int, int]] = []
    for word in found:
        if runs and not text[runs[-1][1] : word.start].strip(" \n-‑[]()"):
            runs[-1] = (runs[-1][0], word.end)
        else:
            runs.append((word.start, word.end))
    return [_plain(text[start:end].translate(_BARE)) for start, end in runs]
