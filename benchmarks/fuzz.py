"""Throws hostile inputs at everything that reads a text, and prints what breaks.

``python -m benchmarks.fuzz [--cases N] [--seed S] [--part NAME]`` runs N cases over the decoders, the sanitizer, the
readers of plain text, Markdown and pages, the rows of tables, unpacking, sentences, quotations, furniture and the
aligner. A case fails with an exception, with a broken promise (a text that cannot be rebuilt, a span outside the
text, a character that controls a terminal), or by running for more than a second of CPU time. A failure is printed
with its input; ``--part NAME --only NUMBER`` runs that one case again: every case depends on seed, part and number
alone.

It ends with status 1 where anything failed.
"""

import argparse
import gzip
import io
import json
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import NamedTuple

from benchmarks import fuzz_inputs as inputs
from seedreader.engine import align, analysis, boilerplate, documents, headers, quotes, sentences, words
from seedreader.engine.model import Document, Format
from seedreader.engine.sanitize import sanitize
from seedreader.store import decoding, encodings, packed, rows, seeds, setting
from seedreader.store.decoding import Decoded, UnreadableError
from seedreader.store.inside import Form

LONGEST = 1.0
"""Seconds of CPU time a case may take."""

_STOPPED = 20
"""Seconds after which a case is broken off."""

_SHOWN = 2000
_FORMS: tuple[Form, ...] = ("jsonl", "json", "csv")


class BrokenError(Exception):
    """A promise that a result does not keep."""


class _SlowError(Exception):
    """A case that was broken off."""


Case = tuple[object, ...]


class Part(NamedTuple):
    """What is tested: how a case is made, how it is run, and how many of a hundred cases it gets."""

    make: Callable[[random.Random, Sequence[str]], Case]
    run: Callable[..., object]
    share: int


@dataclass(slots=True)
class Told:
    """What came of a part."""

    cases: int = 0
    failed: int = 0
    seconds: float = 0.0
    longest: float = 0.0


def _promised(holds: object, what: str) -> None:
    if not holds:
        raise BrokenError(what)


def _decode(raw: bytes) -> None:
    with suppress(UnreadableError):
        found = decoding.decode(raw)
        decoding.decode(raw, found.encoding)
    encodings.detect(raw)


def _sanitize(raw: str) -> None:
    clean = sanitize(raw)
    _promised(clean.raw() == raw, "the text cannot be rebuilt")
    _promised(sanitize(clean.text).edits == (), "a clean text is not clean")
    clean.diagnostics()


def _document(raw: str, style: Format) -> Document:
    clean, given = setting.set_out(Decoded(raw, "utf-8"), style)
    if style != "html":
        _promised(clean.raw() == raw, "the text cannot be rebuilt")
    _promised(sanitize(clean.text).edits == (), "the text is not clean")
    document = documents.read(clean.text, given)
    for spans in (document.blocks, document.sentences):
        done = 0
        for span in spans:
            _promised(done <= span.start < span.end <= len(clean.text), "spans are not in order")
            _promised(not clean.text[done : span.start].strip(), "a piece of the text is in no span")
            done = span.end
        _promised(not clean.text[done:].strip(), "the end of the text is in no span")
    for value in (*document.metadata.values(), *(link.address for link in document.links)):
        _promised(
            sanitize(value).edits == () and "\n" not in value, "a fact is not clean or has several lines"
        )
    return document


def _analysis(raw: str, style: Format) -> None:
    document = _document(raw, style)
    for part in documents.cut(document.text):
        marked = analysis.analyse(documents.read_part(document.text, part), part)
        analysis.by_sentence(marked)


def _rows(raw: bytes, form: Form) -> None:
    with suppress(UnreadableError):
        for row in rows.find(io.BytesIO(raw), form):
            data = rows.recoded(raw, row.table.recode)[row.start : row.start + row.length]
            with suppress(UnreadableError):
                _document(rows.article(data, row).text, "text")


def _unpack(raw: bytes) -> None:
    with suppress(UnreadableError):
        packed.unzipped(raw, 10_000_000)


def _sentences(text: str) -> None:
    done = 0
    for start, end in sentences.split(text):
        _promised(done <= start < end <= len(text), "sentences are not in order")
        _promised(not text[done:start].strip(), "a piece of the text is in no sentence")
        done = end
    _promised(not text[done:].strip(), "the end of the text is in no sentence")


def _quotes(text: str) -> None:
    done = 0
    for quote in quotes.find(text):
        for span in (quote, quote.speaker, quote.cue):
            _promised(span is None or 0 <= span.start < span.end <= len(text), "a span is not in the text")
        _promised(quote.start >= done, "quotations are not in order")
        done = quote.start


def _furniture(lines: Sequence[str]) -> None:
    marks = boilerplate.classify(lines, title=lines[0] if lines else None)
    _promised(len(marks) == len(lines), "not one mark a line")
    for line, mark in zip(lines, marks, strict=True):
        _promised(0 <= mark.p <= 1, "no probability")
        _promised(all(0 <= s.start < s.end <= len(line) for s in mark.spans), "a span is not in its line")


def _align(left: Sequence[str], right: Sequence[str]) -> None:
    found = align.align(left, right)
    for side, lines in (([g.a for g in found.groups], left), ([g.b for g in found.groups], right)):
        _promised(
            sorted(n for group in side for n in group) == list(range(len(lines))), "a sentence is in no group"
        )
    for one, other in zip(left, right, strict=False):
        for change in words.diff(one, other):
            _promised(0 <= change.start < change.end, "a change is not in its sentence")


def _headers(text: str) -> None:
    for line in headers.find(text).lines:
        _promised(text[line.start : line.end] == line.text, "a header line is not in the text")


def _packed(maker: random.Random, news: Sequence[str]) -> Case:
    made = gzip.compress(inputs.data(maker, news), mtime=0)
    at = maker.randint(0, len(made))
    return (made[:at] + maker.choice((b"", b"", maker.randbytes(3))) + made[at + maker.choice((0, 0, 2)) :],)


def _table(maker: random.Random, news: Sequence[str]) -> Case:
    if maker.random() < 0.4:
        made = "\n".join(inputs.row(maker, news) for _ in range(maker.randint(0, 6))).encode(
            "utf-8", "replace"
        )
        return made, maker.choice(("jsonl", "json"))
    return inputs.data(maker, news, *inputs.TABLES), maker.choice(_FORMS)


def _styled(maker: random.Random, news: Sequence[str]) -> Case:
    style: Format = maker.choice(("text", "markdown", "html"))
    pieces = {"text": (), "markdown": inputs.MARKDOWN, "html": inputs.HTML}[style]
    return inputs.text(maker, news, *pieces), style


def _clean(maker: random.Random, news: Sequence[str]) -> Case:
    return (sanitize(inputs.text(maker, news)).text,)


def _sides(maker: random.Random, news: Sequence[str]) -> Case:
    left = [sanitize(line).text for line in inputs.lines(maker, news)]
    right = [sanitize(line).text for line in inputs.lines(maker, news)]
    return left, [*maker.sample(left, maker.randint(0, len(left))), *right]


PARTS: dict[str, Part] = {
    "decoders": Part(lambda maker, news: (inputs.data(maker, news),), _decode, 14),
    "sanitizer": Part(lambda maker, news: (inputs.text(maker, news, *inputs.CONTROLS),), _sanitize, 12),
    "documents": Part(_styled, _document, 28),
    "analysis": Part(_styled, _analysis, 6),
    "rows": Part(_table, _rows, 8),
    "unpacking": Part(_packed, _unpack, 2),
    "headers": Part(_clean, _headers, 2),
    "sentences": Part(_clean, _sentences, 4),
    "quotations": Part(_clean, _quotes, 12),
    "furniture": Part(lambda maker, news: (_sides(maker, news)[0],), _furniture, 4),
    "aligner": Part(_sides, _align, 8),
}


def _news() -> tuple[str, ...]:
    """Lines of the articles that come with the program."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(seeds.folder().glob("*.txt")))
    return tuple(line for text in texts for line in text.split("\n") if line)


@contextmanager
def _broken_off() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _SlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _STOPPED)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def trial(part: str, seed: int, number: int, news: Sequence[str]) -> tuple[str | None, float]:
    """Run one case; return what failed, in a sentence and with the input, and the seconds it took."""
    made = PARTS[part].make(random.Random(f"{seed} {part} {number}"), news)
    fault: str | None = None
    start = time.process_time()
    try:
        with _broken_off():
            PARTS[part].run(*made)
    except _SlowError:
        fault = "broken off"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        fault = f"{type(error).__name__}: {error}"
    seconds = time.process_time() - start
    if fault is None and seconds > LONGEST:
        fault = "slow"
    if fault is None:
        return None, seconds
    shown = ascii(made)
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN]}… ({len(shown)} characters)"
    return f"{part} {number}: {fault} ({seconds:.2f} s)\n    {shown}", seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases; return the exit status."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=10_000, help="how many in all, %(default)s if not given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--only", type=int, help="only the case with this number")
    parser.add_argument("--json", action="store_true", help="the counts as JSON")
    given = parser.parse_args(arguments)
    news = _news()
    told: dict[str, Told] = {}
    for name, part in PARTS.items():
        if given.part not in (None, name):
            continue
        share = given.cases if given.part else given.cases * part.share // 100
        one = told[name] = Told()
        for number in range(share) if given.only is None else (given.only,):
            fault, seconds = trial(name, given.seed, number, news)
            one.cases += 1
            one.failed += fault is not None
            one.seconds += seconds
            one.longest = max(one.longest, seconds)
            if fault is not None:
                print(fault, flush=True)
    for name, one in told.items():
        if not given.json:
            print(
                f"{name:12}{one.cases:8} cases {one.failed:5} failed, longest {one.longest:.2f} s", flush=True
            )
    if given.json:
        print(json.dumps({name: [one.cases, one.failed, one.longest] for name, one in told.items()}))
    return int(any(one.failed for one in told.values()))


if __name__ == "__main__":
    sys.exit(main())
