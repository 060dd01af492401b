"""Makes hostile inputs for ``benchmarks.fuzz``: news text and markup, cut up, mixed, damaged, repeated and nested."""

import json
import random
from collections.abc import Sequence

Maker = random.Random

WORDS = tuple(
    "said told asked that the minister of Oslo Ida Moe Mr. Mrs. U.S. No. 5 5,000 2021-05-02 May not never she he they "
    "ferry aground fog ‑ – — … It “Is it?” é ñ ß İ ŉ ﬀ 漢字。 「鉤」 ферри عبّارة नाव 🚢 👩\u200d👧 e\u0301 \u00a0 "
    "\u3000".split(" ")
)
MARKS = tuple("\"'“”„‟«»‹›‘’‚‛「」『』〝〞``''.,;:!?()[]{}<>-–—…/\\|*_~#&%$@=+^`\t\n")
CONTROLS = tuple(
    "\x00 \x07 \x08 \x0b \x0c \r \x1b \x1b[31m \x1b]0;t\x07 \x7f \x85 \x9b \u00ad \u061c \u200b \u200d \u202e \u2066 "
    "\u2028 \u2029 \ufeff \ufff9 \ud800 \udfff \U000e0041 \U0010ffff \ufdd0".split(" ")
)
MARKDOWN = (
    "# ", "## ", "> ", "- ", "  ", "    ", "1. ", "*", "**", "_", "`", "```\n", "~~~\n", "[", "](", ")", "[a](b)",
    "![p](q)", "[r]", "[r]: http://x\n", "[^1]", "[^1]: ", "| a | b |\n", "|---|---|\n", "\\", "&amp;", "&#27;",
    "<b>", "</b>", "<div>", "</div>", "<br>", "<!-- ", " -->", "<http://u.v>", "---\n", "***\n", "===\n", "+++\n",
    "title: x\n", "{{ y }}", "{: .z}", "{%a%}", "<a href=\"h\">", "<script>", "</script>", "<svg>",
    '{"title": "x"}\n',
)  # fmt: skip
HTML = (
    "<html>", "<head>", "</head>", "<body>", "<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>",
    "</table>", "<li>", "<ul>", "<h1>", "</h1>", "<a href='x'>", "</a>", "<b>", "<!--", "-->", "<script>", "</script>",
    "<style>", "<svg>", "</svg>", "<title>", "</title>", "<article>", "<meta charset=koi8-r>", "<pre>", "</pre>",
    "<textarea>", "&lt;", "&#x1b;", "&#999999999;", "&nbsp", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<x:y z=\"",
    "<meta name=author content='x'>", "<base href='//e'>", "<template>", "<noscript>", "<p hidden>", "<blockquote>",
    "<!DOCTYPE html>", '<script type="application/ld+json">{"articleBody": "', '"}</script>', "<plaintext>",
)  # fmt: skip
TABLES = (
    '"', '""', ",", ";", "\t", "|", "\n", "\r\n", "{", "}", "[", "]", ":", '{"text": "', '"}', "title,text\n",
    "\\u001b", "\\ud800", "\\", "1", "null", "true", '"articles": [', "\ufeff", " ", "1e999", "-",
)  # fmt: skip
CODECS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "koi8-r", "iso8859-7",
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "iso2022_jp", "cp1256", "mac-roman", "cp866",
)  # fmt: skip
MOST_REPEATED = 20_000
"""Characters of a repeated piece, which is where work grows with the square of a length."""


def text(maker: Maker, news: Sequence[str], *pieces: str) -> str:
    """A text: pieces and news in any order, seldom one of them over and over."""
    kinds: tuple[Sequence[str], ...] = (pieces or MARKS, WORDS, news, CONTROLS)
    weights = maker.choice(((8, 4, 1, 0), (3, 6, 2, 1), (1, 2, 8, 0), (10, 1, 0, 0), (4, 4, 2, 4)))
    chosen: list[str] = []
    for _ in range(int(maker.paretovariate(0.9) * 4) % 120):
        piece = maker.choice(maker.choices(kinds, weights)[0])
        if maker.random() < 0.03:
            piece *= maker.randint(2, max(2, (MOST_REPEATED if maker.random() < 0.1 else 400) // len(piece)))
        chosen.append(piece)
        chosen.append(maker.choice(("", "", " ", " ", "\n", "\n\n")))
    return "".join(chosen)


def data(maker: Maker, news: Sequence[str], *pieces: str) -> bytes:
    """Bytes: a text in some encoding, perhaps damaged, or what no encoding made."""
    if maker.random() < 0.1:
        return maker.randbytes(maker.randint(0, 400))
    made = text(maker, news, *pieces).encode(maker.choice(CODECS), maker.choice(("replace", "ignore")))
    for _ in range(maker.choice((0, 0, 1, 3))):
        at = maker.randint(0, len(made))
        made = made[:at] + maker.choice((b"", b"\0", b"\xff", b"\x80", maker.randbytes(4))) + made[at + 1 :]
    return made[: maker.randint(0, len(made))] if maker.random() < 0.1 else made


def lines(maker: Maker, news: Sequence[str]) -> list[str]:
    """Lines of an article, some twice."""
    made = [text(maker, news) for _ in range(maker.randint(0, 12))]
    return made + maker.choices(made, k=maker.randint(0, 4)) if made else made


def row(maker: Maker, news: Sequence[str]) -> str:
    """An object of JSON Lines that is one, with a text or without."""
    names = ("text", "title", "body", "date", "source", "x", "")
    values = (
        lambda: text(maker, news),
        lambda: [text(maker, news)],
        lambda: None,
        lambda: 5,
        lambda: {"name": "n"},
    )
    made = {maker.choice(names): maker.choice(values)() for _ in range(maker.randint(0, 4))}
    return json.dumps(made, ensure_ascii=maker.random() < 0.5)
