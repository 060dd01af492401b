"""Scores what is called content in saved pages against their body texts, beside trafilatura alone.

``python -m benchmarks.pages_html PAGES GOLD``: folders with ``name.html`` and ``name.txt``. F1 over runs of four words.
The headline counts as content here though gold body texts leave it out; a second column leaves it out, too.
"""

import argparse
import logging
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from seedreader.store.article import Article

_RUN = 4


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def f1(found: str, gold: str) -> float:
    ours, truth = runs(found), runs(gold)
    common = (ours & truth).total()
    return 2 * common / max(1, ours.total() + truth.total())


def contents(path: Path) -> tuple[str, str]:
    """What is called content in a page, with and without its headline."""
    article = Article(0, path, path.name)
    marked = article.analysis()
    document, title = marked.document, re.sub(r"\W", "", article.title().lower())
    kept = [
        block for block, mark in zip(document.blocks, marked.lines, strict=True) if mark.tier == "content"
    ]
    body = [
        b for b in kept if b.kind != "heading" or re.sub(r"\W", "", document.slice(b).lower()) not in title
    ]
    return "\n".join(map(document.slice, kept)), "\n".join(map(document.slice, body))


def extracted(path: Path) -> str:
    from trafilatura.core import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return extract(path.read_bytes(), include_comments=False) or ""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args(arguments)
    scores: list[tuple[float, float, float]] = []
    print(f"{'page':40} {'content':>9} {'no head':>9} {'extractor':>9}")
    for path in sorted(options.pages.glob("*.html")):
        gold = (options.gold / f"{path.stem}.txt").read_text(encoding="utf-8")
        content, body = contents(path)
        scores.append((f1(content, gold), f1(body, gold), f1(extracted(path), gold)))
        print(f"{path.stem:40} {scores[-1][0]:9.3f} {scores[-1][1]:9.3f} {scores[-1][2]:9.3f}")
    means = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
    print(f"{'mean':40} {means[0]:9.3f} {means[1]:9.3f} {means[2]:9.3f}")


if __name__ == "__main__":
    main()
