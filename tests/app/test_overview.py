"""The Overview and the support marks: what is shown of a story, and what is said where there is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from seedreader.app.widgets.findings import Finding, FindingSource
from seedreader.app.widgets.matrix import MatrixSource
from seedreader.app.widgets.rows import Row
from seedreader.app.widgets.support import Support
from seedreader.engine import analysis, documents
from seedreader.engine.model import Analysis, Span
from seedreader.engine.story import overview
from seedreader.engine.story.coverage import Coverage
from seedreader.store import remembered
from tests.app.driving import SEEDS, running, view_text

WIDE = (200, 50)


def analysed(text: str) -> Analysis:
    return analysis.analyse(documents.read(text), Span(0, len(text)))


def text_of(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces)


def matrix(size: int) -> MatrixSource:
    shares = {(r, c): (r + c) / (2 * size) for r in range(size) for c in range(size) if r != c}
    letters = [chr(65 + n % 26) * (1 + n // 26) for n in range(size)]
    return MatrixSource(Coverage(shares, (1,) * size), letters, ["A title"] * size, ())


@pytest.mark.parametrize("width", [33, 46, 72, 120])
@pytest.mark.parametrize("size", [2, 5, 40])
def test_a_row_of_the_matrix_fits_and_shows_the_cell_under_the_cursor(size: int, width: int) -> None:
    source = matrix(size)
    for column in range(size):
        (row,) = source.rows(0, width, column, focused=True)
        assert len(text_of(row)) <= width
        active = [piece.text.strip() for piece in row.pieces if "active" in piece.roles]
        assert len(active) == 1
        assert len(text_of(source.header(width)[0])) <= width


def test_cells_are_walked_by_row_and_column() -> None:
    source = matrix(3)
    assert source.next_cursor(4, 1) == 7
    assert source.next_cursor(7, 1) is None
    assert (source.beside(3, -1), source.beside(3, 1), source.beside(5, 1)) == (None, 4, None)
    assert source.item_of(7) == 2


@pytest.mark.parametrize("width", [20, 34, 80])
def test_findings_fit_and_long_ones_are_cut(width: int) -> None:
    finding = Finding(("A", "C"), "word " * 60, "a note that is long enough to be cut off somewhere")
    rows = FindingSource([finding], ["A", "B", "C"]).rows(0, width, 0, focused=True)
    assert len(rows) == 3
    assert all(len(text_of(row)) <= width for row in rows)
    assert text_of(rows[0]).startswith(">A·C ")
    assert text_of(rows[1]).endswith("…")


def test_many_articles_are_counted() -> None:
    every = [f"{letter}" for letter in "ABCDEFGHIJKLMNOP"]
    rows = FindingSource([Finding(("A", "C"), "Told.")], every).rows(0, 60, None, focused=False)
    assert text_of(rows[0]).startswith(" 2 of 16")


def test_possible_conflicts_stand_in_the_gutter() -> None:
    found = overview.of([analysed(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))])

    def shown(letters: str, dismissed: bool = False) -> str:
        support = Support(list(letters), 0, found, lambda clash: dismissed)
        pieces = support.pieces(1)
        assert sum(len(piece.text) for piece in pieces) == support.width
        return "".join(piece.text for piece in pieces)

    assert shown("ABCDE") == "B··! "
    assert shown("ABCDE", dismissed=True) == "B··· "
    assert shown("ABCDEFGHIJKL") == "! 1 "
    assert shown("ABCDEFGHIJKL", dismissed=True) == "  1 "


async def test_one_article_has_no_overview_and_is_told_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry struck a shoal.\n", encoding="utf-8")
    async with running(tmp_path) as run:
        await run.press("4")
        assert "it takes two" in " ".join(view_text(run.main.matrix).split())
        await run.press("enter", "o", "y", "Y", "s", "t", "l", "h", "j")
        assert run.app.is_running


async def test_one_pane_at_a_time_where_it_is_narrow() -> None:
    async with running(size=(50, 20)) as run:
        await run.press("4")
        assert (run.main.matrix.display, run.main.findings.display) == (True, False)
        await run.press("tab")
        assert (run.main.matrix.display, run.main.findings.display) == (False, True)
        await run.press("q")
        assert run.main.matrix.display
        await run.press("q")
        assert run.main.view == "read"


async def test_the_wordings_of_a_claim_stand_beside_it_on_wide_screens() -> None:
    async with running(size=WIDE) as run:
        await run.press("4", "tab", "j")
        shown = view_text(run.main.evidence)
        assert "carry it" in " ".join(shown.split())


async def test_the_evidence_tells_what_other_articles_have_for_a_sentence() -> None:
    async with running(size=WIDE) as run:
        shown = " ".join(view_text(run.main.evidence).split())
        assert "In the other articles" in shown
        assert "B.1" in shown


async def test_a_conflict_leads_to_its_row_and_is_dismissed_everywhere() -> None:
    async with running(size=WIDE) as run:
        await run.press("4", "!", "tab")
        findings = run.main.overviewing.findings
        assert findings is not None
        at = next(
            n for n, one in enumerate(findings.findings) if "Karadze in A.17, Kaladze in B.9" in one.text
        )
        many = sum(one.warning for one in findings.findings)
        assert many < len(findings.findings), "spellings stand there, too"
        assert f"Conflicts  {many} " in run.text
        await run.press(*["j"] * at, "enter")
        source, cursor = run.main.comparing.source, run.main.compare.cursor
        assert source is not None
        assert cursor is not None
        assert 16 in source.row_of(cursor).a
        assert source.conflicts(cursor // 2)
        await run.press("D")
        source = run.main.comparing.source
        assert source is not None
        assert not source.conflicts(cursor // 2)
        await run.press("q")
        assert run.main.view == "overview"
        after = run.main.overviewing.findings
        assert after is not None
        gone = next(one for one in after.findings if "Karadze in A.17, Kaladze in B.9" in one.text)
        assert not gone.warning
        assert f"Conflicts  {many - 1} " in run.text


async def test_the_evidence_tells_who_denies_a_sentence_until_that_is_dismissed() -> None:
    async with running(size=WIDE) as run:
        shown = " ".join(view_text(run.main.evidence).split())
        assert "possible conflict, negation: “open to negotiations to withdraw” in A.1" in shown
        assert "B··!" in view_text(run.main.text)
        assert "! possible conflict with E.19" in run.status
        await run.press("4", "!", "tab", "D", "1", "G", "g")
        assert "possible conflict, negation" not in " ".join(view_text(run.main.evidence).split())
        assert "B···" in view_text(run.main.text)


async def test_words_that_a_counterpart_has_otherwise_are_marked() -> None:
    async with running(size=WIDE) as run:
        await run.press(*["j"] * 6)
        source = run.main.evidence.source
        assert source is not None
        roles: set[str] = set()
        item = source.first()
        while item is not None:
            for row in source.rows(item, 60, None, focused=False):
                roles.update(role for piece in row.pieces for role in piece.roles)
            item = source.after(item)
        assert "changed-right" in roles


async def test_furniture_has_no_support_marks() -> None:
    async with running(size=WIDE) as run:
        lines = view_text(run.main.text).splitlines()
        furniture = [line for line in lines if line.strip().startswith("#")]
        assert furniture
        assert not any("·" in line[:12] for line in furniture)


async def test_the_articles_are_lined_up_once_for_another_list(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(size=WIDE) as run:
        await run.press("4")
        begun: list[str] = []
        monkeypatch.setattr(run.main.jobs, "story", lambda: begun.append("story"))
        run.main.overviewing.begin()
        assert begun == []
        story = run.main.story
        assert story is not None
        old = replace(story, versions=(-1,) * len(story.versions))
        run.main.story = old
        run.main.overviewing.begin()
        assert begun == ["story"], "it is old"
        run.main.story = replace(old, asked=(0, 1))
        run.main.overviewing.begin()
        assert begun == ["story"] * 2, "it is old and of other articles"


async def test_what_is_filtered_out_is_still_known() -> None:
    async with running(size=WIDE) as run:
        await run.press("4")
        assert len(remembered.load(run.main.set_key)) == 10
        await run.press("1", "h", "F")
        await run.type("georgia")
        await run.press("enter", "4")
        shown = len(run.main.listing.shown())
        assert 1 < shown < 5
        story = run.main.story
        assert story is not None
        assert len(story.articles) == shown
        assert len(remembered.load(run.main.set_key)) == 10
