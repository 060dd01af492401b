"""Sets a decoded article out as sanitized text, with what its file told of it beside the text."""

from collections.abc import Mapping

from seedreader.engine.documents import Given
from seedreader.engine.model import Format
from seedreader.engine.sanitize import Sanitized, plain, sanitize
from seedreader.store.decoding import Decoded

_LONGEST_FACT = 500


def set_out(decoded: Decoded, style: Format) -> tuple[Sanitized, Given]:
    """Return the clean text of an article and what is known of it; a page is set out as its visible lines."""
    if style != "html":
        return sanitize(decoded.text), Given(_clean(decoded.metadata))
    from seedreader.engine.pages import page

    read = page.read(decoded.text)
    clean, blocks = page.set_out(read)
    return clean, Given(_clean({**read.metadata, **decoded.metadata}), blocks)


def _clean(metadata: Mapping[str, str]) -> dict[str, str]:
    shown = {key: " ".join(plain(value).split())[:_LONGEST_FACT] for key, value in metadata.items()}
    return {key: value for key, value in shown.items() if value}
