"""The Quotes view: its list, the wordings, what is shown of them, and the way to the text and back."""

from pathlib import Path

import pytest

from seedreader.app.quoting import Quoting
from seedreader.app.widgets.ledger import LedgerSource
from seedreader.app.widgets.variants import VariantSource
from tests.app.driving import Run, running, view_text

WIDE = (200, 50)
ONE = """The council met on Monday.

“The harbour will be closed in the spring, and nobody will lose a job,” said Mayor Ann Holm.

“We were not asked,” said Karl Lund, a fisherman.
"""
TWO = """Harbour to close.

Mayor Ann Holm said: “The harbour will be closed in the spring, and no one will lose a job.”

“We were not asked,” Lund said. Karl Lund has fished here for years.
"""


def town(folder: Path) -> Path:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def ledger(run: Run) -> LedgerSource:
    source = run.main.quoting.source
    assert source is not None
    return source


def wordings(run: Run) -> VariantSource:
    source = run.main.quoting.wordings
    assert source is not None
    return source


def quoting(run: Run) -> Quoting:
    return run.main.quoting


async def to_person(run: Run, person: str) -> None:
    """Put the cursor on the first utterance of a person."""
    await run.press("g")
    numbers = [at for at, one in enumerate(ledger(run).utterances) if (one.person or "").endswith(person)]
    await run.press(*["j"] * numbers[0])


async def test_the_list_names_speaker_articles_and_drift(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2")
        assert run.main.focused is run.main.ledger
        shown = view_text(run.main.ledger)
        assert "Ann Holm" in shown
        assert "AB" in shown
        assert "1/" in run.status


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), WIDE])
async def test_list_and_wordings_stand_side_by_side(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(town(tmp_path), size=size) as run:
        await run.press("2")
        assert run.main.ledger.display
        assert run.main.variants.display
        assert not run.main.list.display
        assert run.main.evidence.display == (size[0] >= 160)


async def test_one_pane_at_a_time_where_it_is_narrow(tmp_path: Path) -> None:
    async with running(town(tmp_path), size=(50, 20)) as run:
        await run.press("2")
        assert (run.main.ledger.display, run.main.variants.display) == (True, False)
        await run.press("tab")
        assert (run.main.ledger.display, run.main.variants.display) == (False, True)
        await run.press("q")
        assert (run.main.ledger.display, run.main.variants.display) == (True, False)
        await run.press("q")
        assert run.main.view == "read"


async def test_moving_in_the_list_shows_the_wordings_of_each(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2")
        await to_person(run, "Lund")
        assert "not asked" in view_text(run.main.variants)
        await to_person(run, "Holm")
        assert "harbour will be closed" in view_text(run.main.variants)


async def test_the_text_is_one_key_away_and_the_way_back_leads_to_the_ledger(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2")
        await to_person(run, "Lund")
        await run.press("tab", "j", "enter")
        assert run.main.view == "read"
        assert run.letter == "B"
        assert "B.3" in run.status
        await run.press("q")
        assert run.main.view == "quotes"
        assert quoting(run).utterance is not None
        assert (quoting(run).utterance or ledger(run).utterances[0]).person == "Karl Lund"


async def test_what_is_not_shown_is_said(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2")
        total = len(ledger(run).utterances)
        await run.press("=")
        assert f"verbatim only: {len(ledger(run).utterances)} of {total}" in run.status
        await run.press("escape")
        assert "only" not in run.status
        assert len(ledger(run).utterances) == total


async def test_an_empty_choice_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody speaks here. It is quiet.\n", encoding="utf-8")
    async with running(tmp_path) as run:
        await run.press("2")
        assert "Nobody is quoted in these articles." in " ".join(view_text(run.main.ledger).split())
        await run.press("enter")
        assert "there is no wording to open" in run.status
        await run.press("y", "Y", "*", "J", "tab", "j")
        await run.press("q", "q")
        assert run.main.view == "read"


async def test_the_filter_of_the_list_chooses_the_articles(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("h", "F")
        await run.type("one.txt")
        await run.press("enter", "2")
        assert {v.article for one in ledger(run).utterances for v in one.variants} == {0}
        said = quoting(run).ledger
        assert said is not None
        assert [article.letter for article in said.articles] == ["A"]


async def test_in_context_on_wide_screens(tmp_path: Path) -> None:
    async with running(town(tmp_path), size=WIDE) as run:
        await run.press("2")
        await to_person(run, "Holm")
        shown = view_text(run.main.evidence)
        assert "> “The harbour" in shown.replace("\n", " ") or "> Mayor Ann Holm said" in shown
        assert "Speaker:" in shown


async def test_a_file_written_meanwhile_is_gathered_anew(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2", "q")
        (tmp_path / "one.txt").write_text(ONE.replace("nobody will", "everyone will"), encoding="utf-8")
        await run.press("R", "2")
        await to_person(run, "Holm")
        assert "everyone" in view_text(run.main.variants)


async def test_selected_wordings_are_copied_as_they_stand_in_the_text(tmp_path: Path) -> None:
    async with running(town(tmp_path)) as run:
        await run.press("2")
        await to_person(run, "Lund")
        source = wordings(run)
        first = source.variants[0]
        text = (ONE, TWO)[first.article]
        assert source.copied((0, first.start), (0, first.end)) == text[first.start : first.end]
