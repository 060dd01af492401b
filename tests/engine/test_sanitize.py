import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seedreader.engine.model import Diagnostic
from seedreader.engine.sanitize import Sanitized, plain, sanitize

SUSPECTS = (
    "\t\n\r\x00\x07\x0b\x0c\x1b\x1c\x7f\x85\x9b\u00ad\u061c\u200b\u200d\u200e\u2028\u2029\u202e\u2066\ufeff"
)
BROKEN = "\ud800\udfff\U000e0041\U0001d173"
TEXTS = st.text(
    st.sampled_from(SUSPECTS + BROKEN + "ab é“北🙂") | st.characters(exclude_categories=()), max_size=60
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # text direction
    "\u00ad\u200b-\u200d\u2060-\u2064\ufeff"  # without width
    "\u2028\u2029\ud800-\udfff]"
)
# Format characters that are seen: signs above and below numbers in Arabic, Kaithi and Syriac, hieroglyph joiners.
SEEN = re.compile("[\u0600-\u0605\u06dd\u070f\u0890-\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f]")


@given(TEXTS)
def test_the_text_as_it_was_can_be_rebuilt(raw: str) -> None:
    assert sanitize(raw).raw() == raw


@given(TEXTS)
def test_nothing_is_left_that_controls_a_terminal_or_hides(raw: str) -> None:
    text = sanitize(raw).text
    assert not FORBIDDEN.search(text)
    assert [char for char in text if unicodedata.category(char) == "Cf" and not SEEN.match(char)] == []


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    text = sanitize(raw).text
    assert sanitize(text) == Sanitized(text, ())


VISIBLE = st.characters(categories=["Lu", "Ll", "Lm", "N", "P", "S", "Zs"]) | st.sampled_from(
    "\n\t北한नि\u0301\ufe0f"
)


@given(st.text(VISIBLE, max_size=40))
def test_a_clean_text_stays_as_it_is(raw: str) -> None:
    assert sanitize(raw) == Sanitized(raw, ())


@given(TEXTS)
def test_offsets_map_back_to_the_same_characters_in_order(raw: str) -> None:
    clean = sanitize(raw)
    places = [clean.raw_offset(offset) for offset in range(len(clean.text) + 1)]
    assert places == sorted(set(places))
    assert places[-1] == len(raw)
    written = {edit.at for edit in clean.edits if edit.inserted}
    for offset, char in enumerate(clean.text):
        if offset not in written:
            assert raw[places[offset]] == char


@given(TEXTS)
@example("\x1b\u202e\u200b\ud800")
def test_every_removed_character_is_counted_once(raw: str) -> None:
    clean = sanitize(raw)
    lines = sum(edit.inserted == "\n" for edit in clean.edits)
    assert sum(note.count for note in clean.diagnostics()) == len(clean.edits) - lines


def test_diagnostics_name_each_sort_with_its_count() -> None:
    found = sanitize("a\x1b[31mb\x07\u202ec\u200bd\ufeff\ud800\r\n").diagnostics()
    assert found == (
        Diagnostic("control", "control characters removed", 2),
        Diagnostic("bidi", "text direction marks removed", 1),
        Diagnostic("invisible", "invisible characters removed", 2),
        Diagnostic("surrogate", "broken characters replaced", 1),
    )


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1e"])
def test_every_line_end_becomes_one_newline_without_a_word(end: str) -> None:
    clean = sanitize(f"one{end}two")
    assert clean.text == "one\ntwo"
    assert clean.diagnostics() == ()
    assert clean.raw_offset(clean.text.index("two")) == 3 + len(end)


def test_an_escape_sequence_loses_its_teeth_not_its_letters() -> None:
    assert sanitize("\x1b]0;owned\x07title").text == "]0;ownedtitle"


def test_names_for_show_stay_on_one_line() -> None:
    assert plain("a\nb\x1b[2J\tc\udcff") == "a b[2J\tc\ufffd"
