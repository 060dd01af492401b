import os
from pathlib import Path

import pytest

from seedreader.engine import analysis as marking
from seedreader.engine import documents
from seedreader.engine.model import Span
from seedreader.store.article import Article
from seedreader.store.reading import Decoded, UnreadableError

TEXT = "Ferry runs aground off Kvalvik\n\nThe ferry had left the harbour and struck a shoal, police said. None died.\n"


def article(folder: Path, text: str = TEXT, name: str = "a.txt") -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    return Article(1, folder / name, name)


def test_an_article_has_letter_title_text_and_figures(tmp_path: Path) -> None:
    one = article(tmp_path)
    assert one.letter == "B"
    assert one.title() == "Ferry runs aground off Kvalvik"
    assert one.load().text == TEXT
    assert one.figures().sentences == len(one.document().sentences) == 3


def test_a_title_in_the_front_matter_goes_before_the_headline(tmp_path: Path) -> None:
    assert article(tmp_path, "---\ntitle: Given\n---\n# Head\n\nText.", "a.md").title() == "Given"
    assert article(tmp_path, "---\ntitle:\n---\n# Head\n\nText.", "a.md").title() == "Head"


def test_markup_alone_shows_nothing_and_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is nothing to see in it"):
        article(tmp_path, "***\n", "a.md").title()


@pytest.mark.parametrize(
    ("name", "style"), [("a.md", "markdown"), ("a.MD", "markdown"), ("a.txt", "text"), ("a", "text")]
)
def test_the_ending_says_how_a_text_is_written(name: str, style: str) -> None:
    assert Article(0, Path(name), name).style == style


def test_names_with_control_characters_are_shown_without_them() -> None:
    one = Article(0, Path("a\x1b[2J\nb.txt"), "a\x1b[2J\nb.txt")
    assert one.name == one.shown_path == "a[2J b.txt"


def test_a_sentence_is_overruled_and_the_figures_follow(tmp_path: Path) -> None:
    one = article(tmp_path)
    before, version = one.figures(), one.version
    sentence = one.document().sentences[1]
    span = Span(sentence.start, sentence.end)
    assert one.overrule(0, span) is True
    assert one.version > version
    mark = marking.by_sentence(one.analysis())[1].furniture
    assert mark is not None
    assert (mark.tier, mark.reasons) == ("sure", ("you said so",))
    assert one.figures().furniture_words == before.furniture_words + 12
    one.release()
    assert marking.by_sentence(one.analysis())[1].boilerplate
    assert one.overrule(0, span) is None
    assert not marking.by_sentence(one.analysis())[1].boilerplate
    assert one.figures() == before
    one.overrule(0, span)
    one.reload()
    assert not marking.by_sentence(one.analysis())[1].boilerplate


def test_furniture_is_overruled_sentence_by_sentence(tmp_path: Path) -> None:
    one = article(tmp_path, TEXT + "\nSubscribe to our newsletter. Follow us on Twitter.\n")
    first = one.document().sentences[-2]
    assert [mark.boilerplate for mark in marking.by_sentence(one.analysis())[-2:]] == [True, True]
    assert one.overrule(0, Span(first.start, first.end)) is False
    assert [mark.boilerplate for mark in marking.by_sentence(one.analysis())[-2:]] == [False, True]
    assert one.overrule(0, Span(first.start, first.end)) is None
    assert [mark.boilerplate for mark in marking.by_sentence(one.analysis())[-2:]] == [True, True]


def test_trouble_is_kept_and_the_file_not_read_again(tmp_path: Path) -> None:
    one = Article(0, tmp_path / "gone", "gone")
    for _ in range(2):
        with pytest.raises(UnreadableError, match="there is no such file"):
            one.load()
        (tmp_path / "gone").write_text(TEXT, encoding="utf-8")
    assert one.trouble == "there is no such file"
    one.reload()
    assert one.load().text == TEXT
    assert one.trouble is None


def test_a_text_of_invisible_characters_alone_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is nothing to see in it"):
        article(tmp_path, "\u200b\ufeff\x07\n").title()


def test_diagnostics_tell_what_decoding_and_cleaning_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(TEXT.encode() * 9 + b"\xff\x1b[0m")
    assert [note.code for note in Article(0, tmp_path / "a", "a").load().diagnostics] == [
        "undecodable",
        "control",
    ]


def test_a_part_is_split_and_marked_only_when_it_is_asked_for(tmp_path: Path) -> None:
    one = article(tmp_path, TEXT * (3 * documents.PART_LENGTH // len(TEXT)))
    assert one.title() == "Ferry runs aground off Kvalvik"
    assert len(one.load().parts) > 2
    assert not one.is_split(0), "a title needs no sentences"
    one.part(0)
    assert (one.is_split(0), one.is_split(1), one.is_analysed(0)) == (True, False, False)
    one.part_analysis(1)
    assert (one.is_split(1), one.is_analysed(1), one.is_split(2)) == (True, True, False)
    assert one.figures_known is None


def test_the_document_of_all_parts_is_the_one_read_at_once(tmp_path: Path) -> None:
    text = TEXT * (3 * documents.PART_LENGTH // len(TEXT))
    one = article(tmp_path, text)
    assert one.document() == documents.read(text)
    assert one.analysis().document == one.document()
    assert one.figures().sentences == len(one.document().sentences)


@pytest.mark.parametrize(("link", "ahead"), [("[a](b)", True), ("[a][b]", False), ("[a]", False)])
def test_the_beginning_of_long_markdown_is_shown_ahead_if_it_reads_the_same_in_the_whole(
    tmp_path: Path, link: str, ahead: bool
) -> None:
    one = article(tmp_path, f"# Head\n\n{link}\n\n" + "A *word* of it.\n\n" * 40_000 + "[a]: c\n", "a.md")
    head = one.head()
    assert (head is not one) is ahead
    if ahead:
        assert one.load().text.startswith(head.load().text.rstrip())


def test_a_page_too_large_to_judge_says_so(tmp_path: Path) -> None:
    one = article(tmp_path, "<html><body>" + "<p>One <b>bold</b> line.</p>" * 7000, "a.html")
    assert [(note.code, note.count) for note in one.load().diagnostics] == [("unjudged", 14_002)]


def test_release_forgets_the_text_but_not_title_and_figures(tmp_path: Path) -> None:
    one = article(tmp_path)
    figures, title, profile = one.figures(), one.title(), one.profile()
    one.release()
    (tmp_path / "a.txt").unlink()
    assert not one.is_split(0)
    assert (one.figures(), one.title(), one.profile()) == (figures, title, profile)


def test_reload_reads_what_is_there_now(tmp_path: Path) -> None:
    one = article(tmp_path)
    one.figures()
    one.count_roughly()
    article(tmp_path, "Nothing but this.\n")
    one.reload()
    assert (one.title(), one.figures().words, one.rough_words) == ("Nothing but this.", 3, None)


def test_standard_input_keeps_its_text_and_title_over_release_and_reload() -> None:
    one = Article(0, None, "standard input", Decoded(TEXT, "utf-8"))
    assert one.shown_path == "-"
    title = one.title()
    one.release()
    one.reload()
    assert one.load().text == TEXT
    assert one.title() == title
    assert not one.changed_on_disk()


def test_a_change_on_disk_is_seen(tmp_path: Path) -> None:
    one = article(tmp_path)
    assert not one.changed_on_disk()
    one.load()
    assert not one.changed_on_disk()
    os.utime(tmp_path / "a.txt", (1, 1))
    assert one.changed_on_disk()
    one.reload()
    one.load()
    assert not one.changed_on_disk()
    (tmp_path / "a.txt").unlink()
    assert one.changed_on_disk()


def test_furniture_is_not_in_the_profile(tmp_path: Path) -> None:
    one = article(tmp_path, f"{TEXT}\nSign up for our newsletter\n\nFollow us on Facebook\n")
    assert "ferry" in one.profile()
    assert "newsletter" not in one.profile()
