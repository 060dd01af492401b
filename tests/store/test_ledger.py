from pathlib import Path

from seedreader.store import ledger
from seedreader.store.ledger import MOST_ARTICLES, Ledger
from seedreader.store.library import Library

ONE = (
    "The council met.\n\n“The harbour will be closed in spring,” said Mayor Sergei Holm."
    " “We were not asked,” one guest said.\n"
)
TWO = "Harbour to close.\n\nMayor Sergey Holm said: “The harbour will be closed in the spring.”\n"


def gathered(folder: Path) -> tuple[Library, Ledger]:
    for name, text in (("a.txt", ONE), ("b.txt", TWO), ("c.txt", "")):
        (folder / name).write_text(text, encoding="utf-8")
    library = Library([folder])
    library.gather()
    found = ledger.gather(library.articles)
    assert found is not None
    return library, found


def test_what_can_be_read_is_gathered_and_the_rest_asked_for_only(tmp_path: Path) -> None:
    library, found = gathered(tmp_path)
    assert found.asked == (0, 1, 2)
    assert [article.letter for article in found.articles] == ["A", "B"]
    assert found.versions == tuple(article.version for article in found.articles)
    assert found.left_out == 0
    assert library.articles[2].trouble is not None


def test_what_another_article_quotes_too_is_held_against_the_sentence(tmp_path: Path) -> None:
    library, found = gathered(tmp_path)
    (carried,) = found.carried(library.articles[0], 2)
    base = carried.variants[carried.base]
    assert (base.article, base.sentence) == (0, 2)
    assert carried.articles == (0, 1)
    assert found.carried(library.articles[0], 1) == ()
    assert found.carried(library.articles[2], 1) == ()


def test_a_speaker_is_the_person_or_the_words_for_it(tmp_path: Path) -> None:
    _, found = gathered(tmp_path)
    speakers = {found.speaker(one) for one in found.said.utterances}
    assert any("Holm" in name for name in speakers)
    assert "one guest" in speakers
    holm = next(one.person for one in found.said.utterances if one.person)
    assert set(found.spellings(holm)) == {"Sergei Holm", "Sergey Holm"}
    assert found.spellings(None) == ()


def test_it_can_be_stopped_and_takes_no_more_than_so_many(tmp_path: Path) -> None:
    library, _ = gathered(tmp_path)
    assert ledger.gather(library.articles, lambda done: done < 1) is None
    many = ledger.gather([library.articles[0]] * (MOST_ARTICLES + 3))
    assert many is not None
    assert many.left_out == 3
