"""Sets a decoded article out as sanitized text, with what its file told of it beside the text."""

from collections.abc import Mapping

from seedreader.engine.documents import Given
from seedreader.engine.model import Format
from seedreader.engine.sanitize import Sanitized, plain, sanitize
from seedreader.store.decoding import Decoded

_LONGEST_FACT = 500


def set_out(decoded: Decoded, style: Format) -> tuple[Sanitized, Given]:
    """Return the clean text of an article and what is known of it.

    A page is set out as its visible lines, Markdown without its markup.
    """
    if style == "text":
        return sanitize(decoded.text), Given(_clean(decoded.metadata))
    if style == "markdown":
        from seedreader.engine import markdown

        said = markdown.read(decoded.text)
        metadata = _clean({**said.metadata, **decoded.metadata})
        return said.sanitized, Given(metadata, said.blocks, said.links)
    from seedreader.engine.pages import page

    read = page.read(decoded.text)
    clean, blocks = page.set_out(read)
    return clean, Given(_clean({**read.metadata, **decoded.metadata}), blocks, notes=read.notes)


def _clean(metadata: Mapping[str, str]) -> dict[str, str]:
    shown = {key: " ".join(plain(value).split())[:_LONGEST_FACT] for key, value in metadata.items()}
    return {key: value for key, value in shown.items() if value}
