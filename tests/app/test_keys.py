"""Every key of every command, pressed, and what changes on the screen.

``@key_of(id)`` runs a test once for each key of a command; the last test asks that no command was forgotten.
"""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from seedreader.app.commands import BY_ID, COMMANDS
from seedreader.app.screens.dialogs import Chooser, Sheet
from seedreader.app.widgets.comparesource import CompareSource
from seedreader.app.widgets.lineview import LineView
from seedreader.app.widgets.textsource import TextSource
from tests.app.driving import Run, running, view_text

COVERED: set[str] = set()
MOVED = ("J", "d", "e")
"""Keys to a comparison in which something has moved."""

SMALL, TWO, WIDE = (80, 24), (140, 40), (200, 50)


def key_of(command_id: str) -> pytest.MarkDecorator:
    COVERED.add(command_id)
    return pytest.mark.parametrize("key", BY_ID[command_id].keys)


def shows(view: LineView) -> bool:
    """Whether a pane has room."""
    return bool(view.display)


def is_open(run: Run, dialog: type[Sheet] | type[Chooser]) -> bool:
    """Whether a dialog of a sort stands over the main screen."""
    return isinstance(run.app.screen, dialog)


# -- moving -----------------------------------------------------------------------------------------------


@key_of("next")
async def test_next(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "A.2  2/29" in run.status
        await run.press("h")
        await run.key(key)
        assert run.letter == "B"
        await run.press("l", "d", "a")
        row = run.number
        await run.key(key)
        assert run.number == row + 1


@key_of("previous")
async def test_previous(key: str) -> None:
    async with running() as run:
        await run.press("j", "j")
        await run.key(key)
        assert run.number == 2
        await run.press("h", "j")
        await run.key(key)
        assert run.letter == "A"


@key_of("half-down")
async def test_half_down(key: str) -> None:
    async with running() as run:
        await run.key(key)
        half, top = run.number, run.main.text.window()[0].item
        await run.press("g", "space")
        assert 1 < half < run.number
        assert top > 0


@key_of("half-up")
async def test_half_up(key: str) -> None:
    async with running() as run:
        await run.press("G")
        await run.key(key)
        assert 1 < run.number < 29


@key_of("page-down")
async def test_page_down(key: str) -> None:
    async with running() as run:
        before = {place.item for place in run.main.text.window()}
        await run.key(key)
        after = {place.item for place in run.main.text.window()}
        assert len(before & after) <= 1
        assert run.main.text.cursor in after


@key_of("page-up")
async def test_page_up(key: str) -> None:
    async with running() as run:
        await run.press("space", "space")
        number = run.number
        await run.key(key)
        await run.key(key)
        assert run.number < number
        assert run.main.text.window()[0].item == 0


@key_of("bottom")
async def test_bottom(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "29/29" in run.status
        assert "100%" in str(run.main.text.border_subtitle)
        await run.press("d", "b")
        await run.key(key)
        assert run.main.compare.cursor == run.main.compare.source.last()


@key_of("top")
async def test_top(key: str) -> None:
    async with running() as run:
        await run.press("G")
        await run.key(key)
        assert run.number == 1
        assert run.main.text.window()[0].item == 0


@key_of("next-article")
async def test_next_article(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert run.letter == "B"
        assert run.main.view == "read"
        assert "B.1  1/13" in run.status
        for _ in range(4):
            await run.key(key)
        assert run.letter == "E"
        assert "that was the last article" in run.status


async def test_next_article_in_compare_keeps_the_view_and_the_partner() -> None:
    async with running() as run:
        await run.press("d", "c")
        assert run.pair == "AC"
        await run.press("J")
        assert (run.main.view, run.pair) == ("compare", "BC")
        await run.press("J")
        assert run.pair == "DC", "an article is not compared with itself"
        await run.press("J", "J")
        assert run.pair == "EC"
        assert "last" in run.status


@key_of("previous-article")
async def test_previous_article(key: str) -> None:
    async with running() as run:
        await run.press("J", "J")
        await run.key(key)
        assert run.letter == "B"
        await run.key(key)
        await run.key(key)
        assert run.letter == "A"
        assert "that was the first article" in run.status


async def test_an_article_is_shown_where_it_was_left() -> None:
    async with running() as run:
        await run.press("j", "j", "j", "J", "K")
        assert run.number == 4


# -- panes and views --------------------------------------------------------------------------------------


@key_of("next-pane")
async def test_next_pane(key: str) -> None:
    async with running(size=WIDE) as run:
        seen = [run.main.pane]
        for _ in range(3):
            await run.key(key)
            seen.append(run.main.pane)
        assert seen == ["text", "evidence", "list", "text"]


@key_of("left-pane")
async def test_left_pane(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert run.main.pane == "list"
        assert "filter" in run.footer
        await run.key(key)
        assert run.main.pane == "list"


@key_of("right-pane")
async def test_right_pane(key: str) -> None:
    async with running() as run:
        await run.press("h")
        await run.key(key)
        assert run.main.pane == "text"


async def test_on_a_narrow_screen_there_is_one_pane_at_a_time() -> None:
    async with running(size=(50, 20)) as run:
        assert (shows(run.main.text), shows(run.main.list)) == (True, False)
        await run.press("h")
        assert (shows(run.main.text), shows(run.main.list)) == (False, True)
        assert "Articles" in run.text
        await run.press("j", "l")
        assert shows(run.main.text)
        assert run.letter == "B"


@key_of("read")
async def test_read(key: str) -> None:
    async with running() as run:
        await run.press("d", "b", "G")
        offset = run.main.comparing.sentence_offset(0)
        await run.key(key)
        assert run.main.view == "read"
        assert run.main.reading.offset() == offset, "the sentence that was compared is under the cursor"
        assert run.main.text.cursor in {place.item for place in run.main.text.window()}, "and on the screen"


@key_of("quotes-view")
async def test_quotes_view(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert run.main.view == "quotes"
        assert "Lavrov" in view_text(run.main.ledger)
        assert "interest from all sides" in " ".join(run.text.split())
        await run.press("j", "1")
        assert run.main.view == "read"
        await run.key(key)
        assert "2/" in run.status, "the place is kept"


def listed(run: Run) -> list[str]:
    """What the pane beside the matrix lists."""
    source = run.main.overviewing.findings
    return [finding.text for finding in source.findings] if source is not None else []


@key_of("overview-view")
async def test_overview_view(key: str) -> None:
    async with running(size=TWO) as run:
        await run.key(key)
        assert run.main.view == "overview"
        assert "of A is in B" in run.status
        await run.press("j", "1")
        assert run.main.view == "read"
        await run.key(key)
        assert run.main.overviewing.cell() == (1, 1), "the place is kept"


@key_of("left-cell")
async def test_left_cell(key: str) -> None:
    async with running() as run:
        await run.press("4", "l")
        assert run.main.overviewing.cell() == (0, 2)
        await run.key(key)
        assert run.main.overviewing.cell() == (0, 1)
        await run.press("tab")
        await run.key(key)
        assert run.main.focused is run.main.matrix


@key_of("right-cell")
async def test_right_cell(key: str) -> None:
    async with running() as run:
        await run.press("4")
        await run.key(key)
        assert run.main.overviewing.cell() == (0, 2)
        for _ in range(3):
            await run.key(key)
        assert run.main.focused is run.main.findings, "beyond the last column stands the list"


@key_of("to-pair")
async def test_to_pair(key: str) -> None:
    async with running() as run:
        await run.press("4")
        await run.key(key)
        assert (run.main.view, run.pair) == ("compare", "AB")
        await run.press("q")
        assert run.main.view == "overview"
        await run.press("tab")
        await run.key(key)
        assert run.main.view == "read"
        assert run.letter == "A", "the wording of the article of the row"
        await run.press("4", "j", "h", "G", "l")
        cell = run.main.overviewing.cell()
        assert cell is not None


@key_of("claims")
async def test_claims(key: str) -> None:
    async with running() as run:
        await run.press("4", "o")
        await run.key(key)
        assert any("interest from all sides" in text for text in listed(run))
        assert "Claims" in run.text


@key_of("left-out")
async def test_left_out(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("4", "j", "j")
        await run.key(key)
        assert "Left out of C" in run.text
        assert any("Kaladze" in text for text in listed(run))


@key_of("only-here")
async def test_only_here(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("4", "j", "j", "j")
        await run.key(key)
        assert "Only in D" in run.text
        assert any("de-facto foreign ministry of occupied Abkhazia" in text for text in listed(run))


@key_of("conflicts")
async def test_conflicts(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("4")
        await run.key(key)
        assert any("Karadze" in text and "Kaladze" in text for text in listed(run))
        await run.press("tab", "enter")
        assert run.main.view == "compare"


@key_of("dismiss-finding")
async def test_dismiss_finding(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("4")
        await run.key(key)
        assert "no conflict here" in run.status
        await run.press("!", "tab")
        finding = run.main.overviewing.finding()
        assert finding is not None
        await run.key(key)
        assert "dismissed" in run.status
        gone = run.main.overviewing.findings
        assert gone is not None
        last = gone.findings[-1]
        assert last.places == finding.places
        assert not last.warning
        await run.press("G")
        await run.key(key)
        assert "brought back" in run.status
        assert run.main.overviewing.findings is not None
        assert finding in run.main.overviewing.findings.findings


@key_of("versions")
async def test_versions(key: str, tmp_path: Path) -> None:
    body = [
        f"Ferry number {n} struck a shoal off island {n * 7} on a cold day, the coast guard said."
        for n in range(9)
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(body) + "\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(body[:6]) + "\n", encoding="utf-8")
    async with running(tmp_path, size=TWO) as run:
        await run.press("4")
        await run.key(key)
        assert len(listed(run)) == 1
        assert "A" in listed(run)[0]


@key_of("sort")
async def test_sort(key: str) -> None:
    async with running() as run:
        await run.press("4")
        before = listed(run)
        await run.key(key)
        assert listed(run) != before
        assert sorted(listed(run)) == sorted(before)
        assert "as told" in run.text
        await run.key(key)
        assert listed(run) == before


@key_of("carriers")
async def test_carriers(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("4")
        cells = view_text(run.main.matrix)
        await run.key(key)
        assert view_text(run.main.matrix) != cells
        assert "links from 50%" in run.text
        await run.press(key, key, key)
        assert view_text(run.main.matrix) == cells
        await run.press("tab")
        before = listed(run)
        await run.key(key)
        assert 0 < len(listed(run)) < len(before)
        assert f"claims of 3 and more: {len(listed(run))} of {len(before)}" in run.status
        await run.press(*[key] * (run.main.overviewing.most_carriers() - 2))
        assert listed(run) == before


@key_of("support")
async def test_support(key: str) -> None:
    async with running() as run:
        assert "B··!" in run.text
        await run.key(key)
        assert "B··!" not in run.text
        assert "support not marked" in run.status
        await run.key(key)
        assert "B··!" in run.text


@key_of("base")
async def test_base(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("2")
        before = run.main.quoting.utterance
        assert before is not None
        other = next(at for at in range(len(before.variants)) if at != before.base)
        await run.press("tab", "g", *["j"] * other)
        await run.key(key)
        after = run.main.quoting.utterance
        assert after is not None
        assert after.base == other
        assert "* base" in view_text(run.main.variants)
        await run.key(key)
        assert "this wording is the base already" in run.status


@key_of("to-text")
async def test_to_text(key: str) -> None:
    async with running() as run:
        await run.press("2")
        await run.key(key)
        assert run.main.view == "read"
        utterance = run.main.quoting.utterance
        assert utterance is not None
        base = utterance.variants[utterance.base]
        assert run.letter == "ABCDE"[base.article]
        assert run.number == base.sentence


@key_of("next-wording")
async def test_next_wording(key: str) -> None:
    async with running() as run:
        await run.press("2")
        utterance = run.main.quoting.utterance
        assert utterance is not None
        for at in range(utterance.base, len(utterance.variants)):
            assert run.main.variants.cursor == at
            await run.key(key)
        assert "that was the last wording" in run.status


@key_of("previous-wording")
async def test_previous_wording(key: str) -> None:
    async with running() as run:
        await run.press("2", "J", "J")
        at = run.main.variants.cursor
        assert at
        await run.key(key)
        assert run.main.variants.cursor == at - 1
        await run.press(*[key] * at)
        assert "that was the first wording" in run.status


@key_of("by-speaker")
async def test_by_speaker(key: str) -> None:
    def people(run: Run) -> list[str]:
        source = run.main.quoting.source
        assert source is not None
        return [one.person or "~" for one in source.utterances]

    async with running() as run:
        await run.press("2")
        before = people(run)
        await run.key(key)
        assert people(run) == sorted(before)
        assert "by speaker" in run.text
        await run.key(key)
        assert people(run) == before


@key_of("paraphrases")
async def test_paraphrases(key: str) -> None:
    async with running() as run:
        await run.press("2")
        await run.key(key)
        source = run.main.quoting.source
        assert source is not None
        assert not any(
            v.manner == "reported" for u in source.utterances for n, v in enumerate(u.variants) if n != u.base
        )
        assert "quotations only" in run.status
        await run.key(key)
        assert "quotations only" not in run.status


@key_of("only-verbatim")
async def test_only_verbatim(key: str) -> None:
    async with running() as run:
        await run.press("2")
        await run.key(key)
        source = run.main.quoting.source
        assert all(u.drift == "verbatim" for u in source.utterances) if source else True
        assert "verbatim only" in run.status
        await run.key(key)
        assert "verbatim only" not in run.status


@key_of("only-changed")
async def test_only_changed(key: str) -> None:
    async with running() as run:
        await run.press("2")
        await run.key(key)
        source = run.main.quoting.source
        assert source is not None
        assert source.utterances
        assert not {"single", "verbatim"} & {u.drift for u in source.utterances}
        assert "changed only" in run.status
        await run.key(key)
        assert "changed only" not in run.status


@key_of("compare-view")
async def test_compare_view(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert is_open(run, Chooser), "without a partner it asks"
        await run.press("c")
        assert (run.main.view, run.pair) == ("compare", "AC")
        await run.press("j", "j", "j")
        row = run.number
        await run.press("1")
        await run.key(key)
        assert (run.main.view, run.pair, run.number) == ("compare", "AC", row)


async def test_compare_view_asks_on_the_partner_itself() -> None:
    async with running() as run:
        await run.press("d", "b", "1", "J", "3")
        assert is_open(run, Chooser)


@key_of("compare")
async def test_compare_by_letter(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "compare A with" in run.text
        await run.press("d")
        assert (run.main.view, run.pair) == ("compare", "AD")
        assert "=0" in run.status


async def test_compare_by_typing() -> None:
    async with running() as run:
        await run.press("d")
        await run.type("mayor")
        assert "Mayor" in run.text
        assert "Censor" not in run.text
        await run.press("enter")
        assert run.pair == "AD"


async def test_typing_what_is_not_there_is_told_and_chooses_nothing() -> None:
    async with running() as run:
        await run.press("d")
        await run.type("zyx")
        assert "nothing by that name" in run.text
        await run.press("enter")
        assert run.main.view == "read"
        assert not is_open(run, Chooser)


async def test_compare_with_the_nearest_by_enter() -> None:
    async with running() as run:
        await run.press("J", "J")  # C: its nearest is A, and A is not the next one in the list
        near = run.main.listing.nearest[2].letter
        await run.press("d", "enter")
        assert run.pair == f"C{near}"


async def test_compare_and_escape_changes_nothing() -> None:
    async with running() as run:
        await run.press("d", "escape")
        assert run.main.view == "read"
        assert run.main.pair is None


async def test_compare_starts_at_the_first_difference() -> None:
    async with running() as run:
        await run.press("d", "b")
        assert "difference 1/" in str(run.main.compare.border_subtitle)


async def test_keys_typed_faster_than_a_dialog_opens_are_not_lost() -> None:
    async with running() as run:
        await run.pilot.press("d", "b", "]", "c", "/", "l", "a", "v", "enter")
        await run.settle()
        assert run.pair == "AB"
        assert "/lav" in run.status


@key_of("open")
async def test_open(key: str) -> None:
    async with running() as run:
        await run.press("j")
        await run.key(key)
        assert is_open(run, Sheet)
        assert "A.2" in run.text
        assert "Quotation: " in run.text
        await run.press("escape")
        assert not is_open(run, Sheet)
        await run.press("h", "j")
        await run.key(key)
        assert (run.main.pane, run.letter) == ("text", "B")


@key_of("open")
async def test_open_on_a_wide_screen_goes_to_the_evidence(key: str) -> None:
    async with running(size=WIDE) as run:
        await run.press("j")
        assert "A.2" in view_text(run.main.evidence)
        await run.key(key)
        assert run.main.pane == "evidence"
        assert not is_open(run, Sheet)
        await run.press("escape")
        assert run.main.pane == "text"


async def test_open_in_compare_says_why_sentences_stand_together() -> None:
    async with running() as run:
        await run.press("d", "b", "enter")
        assert "A.1 = B.1" in run.text
        assert "Probability" in run.text


@pytest.mark.parametrize("closing", ["q", "escape", "enter", "?"])
async def test_a_sheet_scrolls_and_closes(closing: str) -> None:
    async with running(size=(60, 12)) as run:
        await run.press("?")
        top = run.text
        await run.press("j", "ctrl+d", "space")
        assert run.text != top
        await run.press("b", "k", "g")
        assert run.text == top
        await run.press(closing)
        assert not is_open(run, Sheet)
        assert run.app.is_running


@key_of("toggle-list")
async def test_toggle_list(key: str) -> None:
    async with running() as run:
        await run.press("h")
        await run.key(key)
        assert "Articles" not in run.text
        assert run.main.pane == "text", "the focus does not stay on what is not seen"
        await run.key(key)
        assert "Articles" in run.text


@key_of("enlarge")
async def test_enlarge(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "Articles" not in run.text
        await run.key(key)
        assert "Articles" in run.text
        await run.press("h")
        await run.key(key)
        assert run.main.list.size.width > 70
        assert not shows(run.main.text)
        await run.press("escape")
        assert shows(run.main.text)


# -- finding ----------------------------------------------------------------------------------------------


@key_of("find")
async def test_find(key: str) -> None:
    async with running() as run:
        await run.key(key)
        await run.type("south os")
        number = run.number
        assert "hits" in run.main.told
        assert run.main.text.source.rows(run.main.text.cursor or 0, 80, None, focused=False)
        await run.press("enter")
        assert "/south os 1/" in run.status
        assert run.number == number == 2


async def test_find_in_compare() -> None:
    async with running() as run:
        await run.press("d", "b", "/")
        await run.type("kremlin")
        await run.press("enter")
        assert "/kremlin 1/" in run.status


async def test_find_shows_every_hit_and_where_one_is() -> None:
    async with running() as run:
        await run.press("/")
        await run.type("abkhazia")
        await run.press("enter")
        roles = [
            role
            for place in run.main.text.window()
            for piece in run.main.text.rows_of(place.item)[place.row].pieces
            for role in piece.roles
        ]
        assert roles.count("current-hit") == 1
        assert "hit" in roles


async def test_find_without_a_hit_says_so_and_stays() -> None:
    async with running() as run:
        await run.press("j", "j", "/")
        await run.type("zebra")
        await run.press("enter")
        assert "/zebra: no hit" in run.status
        assert run.number == 3


async def test_escape_in_find_goes_back_to_where_it_began() -> None:
    async with running() as run:
        await run.press("j", "/")
        await run.type("venezuela")
        assert run.number > 2
        await run.press("escape")
        assert run.number == 2
        assert not run.main.reading.options.phrase


async def test_a_find_field_takes_all_printable_keys() -> None:
    async with running() as run:
        await run.press("/", "q", "?", "B", "1")
        assert run.app.is_running
        assert run.main.query_one("#prompt").value == "q?B1"  # type: ignore[attr-defined]
        assert run.main.reading.options.boilerplate == "dim"


@key_of("again")
async def test_again(key: str) -> None:
    async with running() as run:
        await run.press("/")
        await run.type("reconciliation")
        await run.press("enter")
        total = run.main.told.split("/")[-1]
        await run.key(key)
        assert f"/reconciliation 2/{total}" in run.status
        for _ in range(int(total) - 1):
            await run.key(key)
        assert f"/reconciliation 1/{total}, round the end" in run.status


@key_of("again")
async def test_again_repeats_whatever_was_hunted(key: str) -> None:
    async with running() as run:
        await run.press("]", "b")
        await run.key(key)
        assert "boilerplate 2/" in run.status
        await run.press("]", "q")
        await run.key(key)
        assert "quotation" in run.status
        await run.press("d", "b")
        await run.press("]", "c")
        row = run.number
        await run.key(key)
        assert run.number > row
        assert "difference" in run.status


@key_of("again")
async def test_again_without_a_hunt_begins_one(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "quotation 1/" in run.status


@key_of("again-back")
async def test_again_back(key: str) -> None:
    async with running() as run:
        await run.press("/")
        await run.type("reconciliation")
        await run.press("enter")
        first = run.number
        await run.press("n", "n")
        await run.key(key)
        await run.key(key)
        assert "/reconciliation 1/" in run.status
        assert run.number == first
        await run.key(key)
        assert "round the end" in run.status


async def forward_and_back(run: Run, forward: str, back: str, name: str) -> None:
    """A hunt goes through all its targets in order, each once, and the same way back."""
    await run.press("g")
    await run.key(forward)
    total = int(run.main.told.split("/")[1].split(",")[0])
    places = [run.number]
    for _ in range(total - 1):
        await run.key(forward)
        places.append(run.number)
    turns = sum(one > other for one, other in pairwise(places))
    assert turns <= 1, places
    assert len(set(places)) > 1
    await run.key(back)
    assert run.number == places[-2]
    assert name in run.status


@key_of("next-quote")
async def test_next_quote(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert run.number == 2
        assert "quotation 1/6" in run.status
        await forward_and_back(run, key, "[q", "quotation")


@key_of("previous-quote")
async def test_previous_quote(key: str) -> None:
    async with running() as run:
        await run.press("G")
        await run.key(key)
        last = run.number
        await run.key(key)
        assert run.number < last < 29


@key_of("next-boilerplate")
async def test_next_boilerplate(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "boilerplate: " in run.status
        assert "boilerplate 1/" in run.status


@key_of("previous-boilerplate")
async def test_previous_boilerplate(key: str) -> None:
    async with running() as run:
        await run.press("G")
        await run.key(key)
        assert "boilerplate" in run.status
        assert 1 < run.number < 29


@key_of("next-change")
async def test_next_change(key: str) -> None:
    async with running() as run:
        await run.press("d", "b")
        await run.key(key)
        assert "difference 2/" in run.status
        await run.press("+")  # fewer rows to go through
        await forward_and_back(run, key, "[c", "difference")


@key_of("previous-change")
async def test_previous_change(key: str) -> None:
    async with running() as run:
        await run.press("d", "b")
        await run.key(key)
        assert "round the end" in run.status
        last = run.number
        await run.key(key)
        assert run.number < last


@key_of("next-move")
async def test_next_move(key: str) -> None:
    async with running() as run:
        await run.press(*MOVED)
        await run.key(key)
        assert "move 1/" in run.status or "move" in run.status
        assert "~" in run.main.comparing.source.glyphs(run.number - 1)  # type: ignore[union-attr]


@key_of("previous-move")
async def test_previous_move(key: str) -> None:
    async with running() as run:
        await run.press(*MOVED, "G")
        await run.key(key)
        assert "move" in run.status
        assert "~" in run.main.comparing.source.glyphs(run.number - 1)  # type: ignore[union-attr]


@key_of("next-conflict")
async def test_next_conflict(key: str) -> None:
    async with running(size=WIDE) as run:
        await run.press("d", "b")
        await run.key(key)
        assert "possible conflict 1/" in run.status
        assert "!" in run.main.comparing.source.glyphs(run.number - 1)  # type: ignore[union-attr]
        await run.press("enter")
        assert "! possible conflict, name: adds Georgia" in " ".join(run.text.split())


@key_of("previous-conflict")
async def test_previous_conflict(key: str) -> None:
    async with running() as run:
        await run.press("d", "b", "]", "!", "G")
        await run.key(key)
        assert "possible conflict" in run.status
        assert "!" in run.main.comparing.source.glyphs(run.number - 1)  # type: ignore[union-attr]


@key_of("dismiss")
async def test_dismiss(key: str) -> None:
    async with running() as run:
        await run.press("d", "b", "]", "!")
        number = run.number - 1
        assert "!" in run.main.comparing.source.glyphs(number)  # type: ignore[union-attr]
        await run.key(key)
        assert "!" not in run.main.comparing.source.glyphs(number)  # type: ignore[union-attr]
        assert "dismissed" in run.status
        await run.key(key)
        assert "!" in run.main.comparing.source.glyphs(number)  # type: ignore[union-attr]
        await run.press("g")
        await run.key(key)
        assert "there is no conflict in this row" in run.status


async def test_a_hunt_for_what_there_is_not_says_so() -> None:
    async with running() as run:
        await run.press("d", "b", "]", "m")
        assert "no move" in run.status


# -- Compare ----------------------------------------------------------------------------------------------


@key_of("other-end")
async def test_other_end(key: str) -> None:
    async with running() as run:
        await run.press(*MOVED, "]", "m")
        here = run.number
        await run.key(key)
        there = run.number
        assert there != here
        await run.key(key)
        assert run.number == here


@key_of("other-end")
async def test_other_end_where_nothing_moved(key: str) -> None:
    async with running() as run:
        await run.press("d", "b")
        await run.key(key)
        assert "nothing stands elsewhere" in run.status


FILTERS = {
    "only-left": "<",
    "only-right": ">",
    "only-reworded": "|",
    "only-moved": "~",
    "only-split": "+",
    "only-conflicts": "!",
    "only-boilerplate": "#",
}
COVERED.update(FILTERS)


@pytest.mark.parametrize(("command", "glyph"), FILTERS.items())
async def test_a_glyph_shows_only_its_rows_and_the_status_says_what_is_hidden(
    command: str, glyph: str
) -> None:
    assert BY_ID[command].keys == (glyph,)
    async with running(size=TWO) as run:
        await run.press(*{"~": MOVED, "!": ("d", "b")}.get(glyph, ("d", "d")))
        source = run.main.comparing.source
        assert source is not None
        every = len(source.visible)
        await run.press(glyph)
        source = run.main.comparing.source
        assert source is not None
        assert 0 < len(source.visible) < every
        assert all(glyph in source.glyphs(number) for number in source.visible)
        assert f"only {glyph}: {source.hidden()} sentences not shown" in run.status
        await run.press(glyph)
        assert "not shown" not in run.status, "the same key again shows all"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("keys", ["db<", "dbB", "JJB", "JJjjjB"])
async def test_what_is_hidden_is_said_on_the_screen_itself(keys: str, width: int) -> None:
    async with running(size=(width, 24)) as run:
        await run.press(*keys)
        source = run.main.main.source
        assert isinstance(source, TextSource | CompareSource)
        assert f"hidden: {source.hidden()}" in run.text or f"only <: {source.hidden()}" in run.text


@key_of("show-all")
async def test_show_all(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b", "<")
        await run.key(key)
        assert "not shown" not in run.status
        source = run.main.comparing.source
        assert source is not None
        assert len(source.visible) == len(source.table)


async def test_a_filter_without_rows_says_how_to_come_back() -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b", "~")
        assert "There is nothing moved here. * shows all rows." in run.text
        assert "sentences not shown" in run.status
        await run.press("*")
        assert "difference" in str(run.main.compare.border_subtitle)


@key_of("fold")
async def test_fold(key: str, tmp_path: Path) -> None:
    same = "The ferry struck a shoal off the northern coast on Monday, the coast guard said."
    for name, end in (("a.txt", "Nobody was hurt."), ("b.txt", "Two people were hurt in the collision.")):
        (tmp_path / name).write_text(
            f"{same}\n\n{same.replace('Monday', 'Friday')}\n\n{end}\n", encoding="utf-8"
        )
    async with running(tmp_path) as run:
        await run.press("d", "b")
        assert "struck a shoal" in run.text
        await run.key(key)
        assert "struck a shoal" not in run.text
        assert "2 sentences the same" in run.text
        assert "the same folded: 4 sentences not shown" in run.status
        await run.key(key)
        assert "struck a shoal" in run.text


@key_of("threshold")
async def test_threshold(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b")
        before = run.main.comparing.compared
        assert before is not None
        await run.key(key)
        assert is_open(run, Chooser)
        await run.press(*["down"] * 8)
        assert run.main.comparing.options.least == 0.9, "each step is seen at once"
        await run.press("escape")
        assert run.main.comparing.compared == before
        await run.key(key)
        await run.press(*["down"] * 8, "enter")
        after = run.main.comparing.compared
        assert after is not None
        assert all(link.p >= 0.9 for group in after.alignment.groups for link in group.links)
        assert after.counts["only_a"] > before.counts["only_a"]
        assert "links from 90%" in run.status


@key_of("ignore")
async def test_ignore(key: str, tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", "The Ferry struck a shoal off the coast."),
        ("b.txt", "The ferry struck a shoal off the coast."),
    ):
        (tmp_path / name).write_text(f"{text}\n\nNobody was hurt in the storm.\n", encoding="utf-8")
    async with running(tmp_path, size=TWO) as run:
        await run.press("d", "b")
        source = run.main.comparing.source
        assert source is not None
        assert source.glyphs(0) == ""
        await run.key(key)
        assert is_open(run, Chooser)
        await run.press("c")
        source = run.main.comparing.source
        assert source is not None
        assert source.glyphs(0) == "|"
        assert "case told apart" in run.status
        await run.key(key)
        await run.press("c")
        assert "told apart" not in run.status


@key_of("layout")
async def test_layout(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b")
        assert " | B.1" not in run.text
        await run.key(key)
        assert " | B.1" in run.text
        await run.key(key)
        assert " | B.1" not in run.text


@key_of("layout")
async def test_layout_needs_room(key: str) -> None:
    async with running(size=(60, 24)) as run:
        await run.press("d", "b")
        await run.key(key)
        assert "no room for two" in run.status


@key_of("swap")
async def test_swap(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b")
        assert "only A 0" not in run.status
        only = run.main.comparing.compared.counts["only_a"]  # type: ignore[union-attr]
        await run.key(key)
        assert run.pair == "BA"
        assert f"only B 0  only A {only}" in run.status


async def test_what_needs_the_rows_says_so_while_the_lock_is_off() -> None:
    async with running(size=(120, 30)) as run:
        await run.press("d", "b", "S")
        for key in ("<", "%", "n", "/"):
            await run.press(key)
            assert "S first" in run.status, key
        await run.press("S", "<")
        assert "only <" in run.status


@key_of("scroll-lock")
async def test_scroll_lock(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b")
        await run.key(key)
        assert shows(run.main.text)
        assert shows(run.main.other)
        assert not shows(run.main.compare)
        other = run.main.other.window()
        await run.press("space")
        assert run.main.other.window() == other
        assert run.main.text.window()[0].item > 0
        await run.press("tab", "space")
        assert run.main.other.window() != other
        await run.key(key)
        assert shows(run.main.compare)
        assert not shows(run.main.other)
        assert run.app.focused is run.main.compare


async def test_q_puts_the_scroll_lock_back_before_it_leaves_compare() -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b", "S", "q")
        assert run.main.view == "compare"
        assert shows(run.main.compare)
        await run.press("q")
        assert run.main.view == "read"


# -- marks and options ------------------------------------------------------------------------------------


@key_of("boilerplate")
async def test_boilerplate(key: str) -> None:
    async with running(size=(120, 60)) as run:
        await run.press("M")
        assert "# Gavril Grigorov" in run.text
        await run.key(key)
        assert "Gavril Grigorov" not in run.text
        assert "boilerplate hidden: 5 sentences" in run.status
        await run.key(key)
        assert "Gavril Grigorov" in run.text
        assert "# Gavril Grigorov" not in run.text
        assert "boilerplate not marked" in run.status
        await run.key(key)
        assert "# Gavril Grigorov" in run.text
        assert "hidden" not in run.status


@key_of("boilerplate")
async def test_boilerplate_in_compare(key: str) -> None:
    async with running(size=TWO) as run:
        await run.press("d", "b")
        await run.key(key)
        assert "boilerplate hidden: 5 sentences not shown" in run.status
        source = run.main.comparing.source
        assert source is not None
        assert not any("#" in source.glyphs(number) for number in source.visible)


@key_of("boilerplate")
async def test_hiding_boilerplate_keeps_the_place(key: str) -> None:
    async with running() as run:
        await run.press("J", "J", "G", "k", "k")
        number = run.number
        await run.key(key)
        await run.key(key)
        await run.key(key)
        assert abs(run.number - number) <= 45
        assert run.main.text.cursor in {place.item for place in run.main.text.window()}


@key_of("quotes")
async def test_quotes(key: str) -> None:
    async with running() as run:
        await run.press("M")
        assert '" Foreign Minister' in run.text
        assert ", A senior Russian diplomat" in run.text, "reported speech has a glyph of its own"
        await run.key(key)
        assert '" Foreign Minister' in run.text
        assert ", A senior" not in run.text
        assert "reported speech not marked" in run.status
        await run.key(key)
        assert '" Foreign Minister' not in run.text
        assert "quotations and reported speech not marked" in run.status
        await run.key(key)
        assert '" Foreign Minister' in run.text
        assert "not marked" not in run.status


@key_of("overrule")
async def test_overrule(key: str) -> None:
    async with running(size=(200, 50)) as run:
        assert "B··!" in run.text
        await run.key(key)
        assert "you say: boilerplate" in run.status
        assert "you said so" in view_text(run.main.evidence)
        assert "B··!" not in run.text, "the table knows: boilerplate supports nothing"
        assert run.main.story is not None
        assert not run.main.story.overview.table.support(1, 1)
        await run.key(key)
        assert "as the program has it" in run.status
        assert "B··!" in run.text
        await run.press("d", "b")
        source, cursor = run.main.comparing.source, run.main.compare.cursor
        assert source is not None
        assert cursor is not None
        linked = source.group_of(cursor)
        assert linked.b
        await run.key(key)
        assert "no match" in run.status
        source, cursor = run.main.comparing.source, run.main.compare.cursor
        assert source is not None
        assert cursor is not None
        assert source.group_of(cursor).relation == "left"
        assert not run.main.story.overview.table.support(0, 1)
        await run.key(key)
        assert "as the program has it" in run.status
        assert [one.article for one in run.main.story.overview.table.support(0, 1)] == [1]


@key_of("flow")
async def test_flow(key: str) -> None:
    async with running(size=(120, 40)) as run:
        await run.press("j", "j", "j")
        lines = len([line for line in view_text(run.main.text).splitlines() if line.strip(' "│')])
        await run.key(key)
        assert run.number == 4
        assert "past honestly. They said" in " ".join(run.text.replace('"', " ").split())
        assert len([line for line in view_text(run.main.text).splitlines() if line.strip(' "│')]) != lines
        await run.press("j")
        assert run.number == 5
        await run.key(key)
        assert run.number == 5


@key_of("mark")
async def test_mark(key: str) -> None:
    async with running() as run:
        await run.press("j", "j")
        await run.key(key)
        await run.press("a")
        assert "mark a set" in run.status
        await run.press("J", "'", "a")
        assert (run.letter, run.number) == ("A", 3)


@key_of("go-mark")
async def test_go_mark(key: str) -> None:
    async with running() as run:
        await run.key(key)
        await run.press("z")
        assert "there is no mark z" in run.status
        await run.key(key)
        await run.press("'")
        assert "there is no last place yet" in run.status
        await run.press("j", "j", "j", "G")
        await run.key(key)
        await run.press("'")
        assert run.number == 4
        await run.key(key)
        await run.press("'")
        assert run.number == 29, "the last place is the one just left"


async def test_a_mark_in_compare_comes_back_to_the_pair() -> None:
    async with running() as run:
        await run.press("d", "b", "j", "j", "j")
        row = run.number
        await run.press("m", "x", "1", "J", "J", "d", "e")
        assert run.pair == "CE"
        await run.press("'", "x")
        assert (run.main.view, run.pair, run.number) == ("compare", "AB", row)


async def test_a_mark_asks_for_a_letter_and_escape_lets_go() -> None:
    async with running() as run:
        await run.press("m")
        assert "a letter" in run.status
        await run.press("escape", "j")
        assert run.number == 2
        assert "a letter" not in run.status


async def test_the_first_key_of_two_shows_what_may_follow() -> None:
    async with running() as run:
        await run.press("]")
        assert "next quotation" in run.status
        assert "next boilerplate" in run.status
        await run.press("x")
        assert "next quotation" not in run.status
        assert run.number == 1


# -- the list ---------------------------------------------------------------------------------------------


@key_of("filter")
async def test_filter(key: str) -> None:
    async with running() as run:
        await run.press("h")
        await run.key(key)
        await run.type("mayor")
        assert len(run.main.listing.shown()) == 1
        await run.press("enter")
        assert "Mayor" in view_text(run.main.list)
        assert "A senior" not in view_text(run.main.list)
        await run.press("escape")
        assert "A senior" in view_text(run.main.list)


async def test_escape_in_the_filter_leaves_it_as_it_was() -> None:
    async with running() as run:
        await run.press("h", "F")
        await run.type("mayor")
        await run.press("escape")
        assert len(run.main.listing.shown()) == 5


async def test_a_filter_that_nothing_fits_is_no_dead_end() -> None:
    async with running() as run:
        await run.press("h", "F")
        await run.type("[/zzz")
        await run.press("enter", "j", "G", "enter", "h")
        assert not run.main.listing.shown()
        await run.press("escape")
        assert len(run.main.listing.shown()) == 5


@key_of("order")
async def test_order(key: str) -> None:
    async with running(size=WIDE) as run:
        await run.press("h")
        orders: dict[str, str] = {}
        for _ in range(5):
            await run.key(key)
            orders[run.main.told] = "".join("ABCDE"[index] for index in run.main.listing.shown())
        assert list(orders) == ["by words", "by boilerplate", "by quotations", "by nearness", "by file"]
        assert orders["by words"] == "ACEDB"
        assert orders["by boilerplate"].startswith("CA")
        assert orders["by quotations"].startswith("D")
        assert orders["by file"] == "ABCDE"


@key_of("nearest")
async def test_nearest(key: str) -> None:
    async with running() as run:
        run.main.listing.set_nearest({})
        await run.press("h")
        assert "nearest to A" not in run.text
        await run.key(key)
        assert "nearest to A" in run.text


# -- copying and writing ----------------------------------------------------------------------------------


@key_of("copy")
async def test_copy(key: str) -> None:
    async with running() as run:
        await run.key(key)
        copied = run.app.clipboard
        assert copied.startswith(
            "A senior Russian diplomat said in a statement that Russia is open to negotiations"
        )
        assert "(A.1, " in copied
        assert "000_4a4fdd01630cad23.txt)" in copied
        assert run.main.told.startswith(("sent ", "copied "))
        await run.press("d", "b")
        await run.key(key)
        assert "(A.1" in run.app.clipboard
        assert "(B.1" in run.app.clipboard


@key_of("copy-all")
async def test_copy_all(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert run.app.clipboard == run.main.library.articles[0].load().text
        await run.press("h")
        await run.key(key)
        lines = run.app.clipboard.splitlines()
        assert len(lines) == 6
        assert lines[0].startswith("letter\tfile\ttitle\twords")
        assert lines[1].split("\t")[3] == "518"
        await run.press("l", "d", "b")
        await run.key(key)
        assert run.app.clipboard.startswith("#")


@key_of("export")
@pytest.mark.parametrize(
    ("ending", "holds"), [("html", "<!doctype html"), ("md", "#"), ("json", "{"), ("csv", "A")]
)
async def test_export(
    key: str, ending: str, holds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running() as run:
        await run.key(key)
        await run.type(f"out.{ending}")
        await run.press("enter")
        assert f"written: out.{ending}" in run.status
        written = (tmp_path / f"out.{ending}").read_text(encoding="utf-8")
    assert holds in written.lower() or holds in written
    assert "Lavrov" in written


@key_of("export")
async def test_export_of_a_comparison(key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with running() as run:
        await run.press("d", "b")
        await run.key(key)
        await run.press("enter")
        assert "written: seedreader-A-B.html" in run.status
        await run.key(key)
        await run.press("enter")
        assert "is there already" in run.status
    assert "Lavrov" in (tmp_path / "seedreader-A-B.html").read_text(encoding="utf-8")


@key_of("export")
@pytest.mark.parametrize(
    ("name", "told"), [("out.pdf", "must end in"), ("missing\0/x.md", "missing"), ("a.txt/x.md", "a.txt")]
)
async def test_export_says_what_is_wrong(
    key: str, name: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a file, not a folder", encoding="utf-8")
    async with running() as run:
        await run.key(key)
        await run.type(name.replace("\0", ""))
        await run.press("enter")
        assert told in run.status
        assert run.app.is_running


# -- the program ------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "set"
    made.mkdir()
    (made / "a.txt").write_text("One here. Two here. Three here.", encoding="utf-8")
    (made / "b.txt").write_text("Other words altogether.", encoding="utf-8")
    return made


@key_of("reload")
async def test_reload(key: str, folder: Path) -> None:
    async with running(folder) as run:
        await run.press("j")
        await run.key(key)
        assert "the file is the same" in run.status
        assert run.number == 2
        (folder / "a.txt").write_text("One here. Two is new. Three here. Four here.", encoding="utf-8")
        await run.key(key)
        assert "the file had changed" in run.status
        assert "Two is new." in run.text
        assert "2/4" in run.status


@key_of("encoding")
async def test_encoding(key: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Паром сел на мель у берега, сообщила полиция.".encode("koi8-r"))
    async with running(tmp_path) as run:
        await run.key(key)
        assert is_open(run, Chooser)
        await run.type("cp1251")
        await run.press("enter")
        assert "Паром" not in run.text
        assert "read as cp1251" in run.status
        await run.key(key)
        await run.type("koi8-r")
        await run.press("enter")
        assert "Паром" in run.text


async def test_a_file_that_changed_on_disk_says_so(folder: Path) -> None:
    async with running(folder) as run:
        (folder / "a.txt").write_text("Quite new.", encoding="utf-8")
        os.utime(folder / "a.txt", (1, 1))
        run.main.disk.look()
        assert "changed on disk: R reloads" in run.status
        (folder / "a.txt").unlink()
        run.main.disk.look()
        assert "the file is gone" in run.status
        await run.press("J")
        assert "the file is gone" not in run.status


@key_of("reload")
@pytest.mark.parametrize("text", ["Only one.", "", None], ids=["shorter", "emptied", "removed"])
async def test_reload_of_what_became_less(key: str, folder: Path, text: str | None) -> None:
    async with running(folder) as run:
        await run.press("G")
        if text is None:
            (folder / "a.txt").unlink()
        else:
            (folder / "a.txt").write_text(text, encoding="utf-8")
        await run.key(key)
        assert run.app.is_running
        assert "Only one." in run.text if text else "cannot be shown" in run.text
        await run.press("J")
        assert "Other words" in run.text


@key_of("reload")
async def test_reload_in_compare(key: str, folder: Path) -> None:
    async with running(folder) as run:
        await run.press("d", "b", "G")
        (folder / "a.txt").write_text("Quite new.", encoding="utf-8")
        await run.key(key)
        assert "Quite new." in run.text
        assert run.pair == "AB"


@key_of("theme")
async def test_theme(key: str) -> None:
    async with running() as run:
        await run.key(key)
        await run.type("seed-light")
        await run.press("enter")
        assert run.app.theme == "seed-light"
        await run.key(key)
        await run.press("down", "down")
        assert run.app.theme != "seed-light", "each theme shows as one goes"
        await run.press("escape")
        assert run.app.theme == "seed-light"


@key_of("help")
async def test_help(key: str) -> None:
    async with running() as run:
        await run.key(key)
        assert "Keys in Read" in run.text
        await run.press("escape", "d", "b")
        await run.key(key)
        assert "Keys in Compare" in run.text


@key_of("palette")
async def test_palette(key: str) -> None:
    async with running() as run:
        await run.key(key)
        await run.type("flowing")
        await run.press("enter")
        assert run.main.reading.options.flow
        await run.key(key)
        await run.type("mayor kaladze")
        await run.press("enter")
        assert run.letter == "D"
        await run.key(key)
        await run.press("escape")
        assert run.letter == "D"


async def test_the_palette_finds_nothing_for_nonsense_and_stays() -> None:
    async with running() as run:
        await run.press(":")
        await run.type("qqqqzz")
        await run.press("enter")
        assert run.app.is_running
        assert run.letter == "A"


@key_of("back")
async def test_back(key: str) -> None:
    async with running() as run:
        await run.press("d", "b", "<", "/")
        await run.type("georgia")
        await run.press("enter")
        await run.key(key)
        assert run.main.comparing.options.only == "*"
        await run.key(key)
        assert not run.main.comparing.options.phrase
        await run.key(key)
        assert run.main.view == "read"
        assert run.app.is_running
        await run.pilot.press(key)
        assert not run.app.is_running or run.app.return_code == 0


@key_of("close")
async def test_close_never_quits(key: str) -> None:
    async with running() as run:
        await run.press("d", "b", "<")
        for _ in range(8):
            await run.key(key)
        assert run.main.view == "read"
        assert run.app.is_running
        await run.press("j")
        assert run.number > 1


@key_of("close")
async def test_close_clears_a_selection(key: str) -> None:
    async with running() as run:
        await run.pilot.mouse_down(run.main.text, offset=(6, 2))
        await run.pilot.hover(run.main.text, offset=(30, 3))
        await run.pilot.mouse_up(run.main.text, offset=(30, 3))
        assert run.app.screen.get_selected_text()
        await run.key(key)
        assert not run.app.screen.get_selected_text()


@key_of("quit")
async def test_quit_remembers_the_place(key: str) -> None:
    async with running() as run:
        await run.press("J", "j")
        await run.pilot.press(key)
    kept = run.app.state.sets[run.main.set_key]
    assert kept.article.endswith("001_a2c1f8a07762f669.txt")
    assert kept.places[kept.article] > 0


async def test_ctrl_c_copies_the_selection_and_does_not_quit() -> None:
    async with running() as run:
        await run.pilot.mouse_down(run.main.text, offset=(5, 1))
        await run.pilot.hover(run.main.text, offset=(21, 2))
        await run.pilot.mouse_up(run.main.text, offset=(21, 2))
        await run.press("ctrl+c")
        assert run.app.clipboard
        assert run.app.clipboard in run.main.library.articles[0].load().text
        assert run.app.is_running


async def test_a_key_of_the_configuration_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    config = tmp_path / "config" / "config.toml"
    config.parent.mkdir()
    config.write_text('[keys]\nnext = "Z"\nnext-quote = "zq"\n', encoding="utf-8")
    async with running() as run:
        await run.press("Z")
        assert run.number == 2
        await run.press("j")
        assert run.number == 2
        await run.press("z", "q")
        assert "quotation" in run.status


def test_no_command_is_without_a_test() -> None:
    assert {command.id for command in COMMANDS} == COVERED


async def test_the_list_is_drawn_anew_while_its_cursor_moves() -> None:
    async with running() as run:
        await run.press("h")
        run.main.list.to_end(1)
        run.main.listing.refresh()
        await run.settle()
        assert run.main.current == 4
