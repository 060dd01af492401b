import json
from math import inf

import pytest

from seedreader.engine.align.candidates import exact
from seedreader.engine.align.columns import FAMILIES, NAMES, columns
from seedreader.engine.align.facts import facts
from seedreader.engine.align.ideas import ideas
from seedreader.engine.align.look import estimates, inputs, looks, promising, standings
from seedreader.engine.align.model import model, parse
from seedreader.engine.align.stems import listed, stem, word
from seedreader.engine.align.texts import prepare, side_by_side

LEFT = [
    "Storm tears roofs off forty houses",
    "A storm tore the roofs off forty houses in Lisbon on Friday, and 74,000 homes lost power, Mayor Ana Reis said.",
    "“We have not seen such a night since 1987,” she told reporters.",
    "Photo: a harbour crane, Friday",
]
RIGHT = [
    "The mayor, Ana Reis, said 74,000 homes were without power after Friday.",
    "“We have not seen such a night since 1987,” Reis said, and asked for help from Madrid.",
    "Ferries to the islands were cancelled on Sunday, and 12 flights were late.",
]


def table(left: list[str], right: list[str]) -> dict[tuple[int, int], dict[str, float]]:
    """The columns of all pairs that share letters, by name."""
    texts = side_by_side(prepare(left), prepare(right))
    anchors = exact(*([one.folded for one in side.sentences] for side in (texts.a, texts.b)))
    cells = [(i, j) for i in range(len(left)) for j in range(len(right)) if (i, j) not in anchors]
    found = looks(texts, cells)
    rows = columns(texts, found, list(found), anchors)
    return {cell: dict(zip(NAMES, row, strict=True)) for cell, row in zip(found, rows, strict=True)}


@pytest.fixture(scope="module")
def rows() -> dict[tuple[int, int], dict[str, float]]:
    return table(LEFT, RIGHT)


def test_every_column_has_a_family_and_a_value(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert len(NAMES) == len(set(NAMES)) == sum(map(len, FAMILIES.values()))
    assert all(len(row) == len(NAMES) for row in rows.values())


def test_swapping_the_texts_changes_no_column(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    swapped = table(RIGHT, LEFT)
    assert {(j, i): row for (i, j), row in swapped.items()} == {
        cell: pytest.approx(row, rel=1e-9) for cell, row in rows.items()
    }


def test_letters_words_and_ideas(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    near, far = rows[1, 0], rows[1, 2]
    for name in (
        "letters",
        "words",
        "shared",
        "cover_low",
        "cover_high",
        "rarest",
        "ideas",
        "idea_shared",
        "alone",
    ):
        assert near[name] > far[name], name
    assert near["rarest"] >= near["second"] >= near["third"] > 0
    assert near["shared_count"] >= 5


def test_ideas_are_shared_where_words_are_not() -> None:
    (row,) = table(["The UK sued the firm."], ["Britain's lawsuit against the company goes on."]).values()
    assert row["shared"] == 0
    assert row["idea_shared"] > 0
    assert row["idea_high"] > 0.5


def test_names_and_other_words_are_told_apart(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    row = rows[1, 0]
    assert row["names"] > 0
    assert row["others"] > 0
    assert row["foreign_high"] > row["foreign_low"] == 0
    assert rows[1, 2]["names"] == 0


def test_figures_and_dates_agree_or_clash(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert rows[1, 0]["figures"] > 0
    assert rows[1, 0]["dates"] == 1
    assert rows[1, 2]["figures"] == 0
    assert rows[1, 2]["date_clash"] == 1
    (clash,) = table(["It cost 12 million."], ["It cost 15 million."]).values()
    assert clash["figure_clash"] == clash["figure_room"] == 1
    assert facts("Twelve died on March 3.").figures == facts("March 3: 12 dead.").figures == {"#12", "#3"}
    assert facts("It may rain on March 5.").dates == {"m3"}


def test_a_clause_of_a_long_sentence_is_found(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    row = rows[1, 0]
    assert row["clause"] > row["cover_low"]
    assert row["clause_pair"] > 0
    assert row["clause_count"] == len(facts(LEFT[1]).clauses) + len(facts(RIGHT[0]).clauses)


def test_quotations_are_held_against_quotations(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert rows[2, 1]["quote_both"] > 0.5
    assert rows[2, 1]["quote_cover_low"] > 0.5
    assert rows[1, 0]["quoted"] == rows[1, 0]["quoted_high"] == 0
    assert facts("he said.” Then he left.").quoted == facts("“he” said").quoted == frozenset()
    assert facts("storms were near.” Then he left.").quoted == {"storm", "near"}
    assert facts('"storms" are near').quoted == {"storm"}


def test_length_place_and_shape(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    row = table(LEFT[:1], [RIGHT[0], LEFT[1], "Calm.", "Rain."])[0, 1]
    assert row["unended"] == 1
    assert row["short"] <= row["long"]
    assert 0 < row["length_ratio"] <= 1
    assert row["early"] == pytest.approx(3 / 8)
    assert (row["first"], row["second_first"]) == (0, 1)
    assert rows[3, 0]["picture"] == 1
    assert facts("Read more: sign up for our newsletter").around
    assert facts("She left.").pointing


def test_rivals_are_counted(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert rows[2, 1]["letters_behind_low"] == rows[2, 1]["letters_behind_high"] == 0
    assert rows[2, 1]["letters_lead_low"] > 1
    assert rows[1, 2]["letters_behind_high"] >= 1
    taken = table(["A storm hit Lisbon.", "It rained."], ["A storm hit Lisbon.", "Lisbon: a storm."])
    assert taken[0, 1]["settled"] == 1
    assert taken[0, 1]["letters_behind_high"] == 1


def test_neighbours_that_are_alike_count(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert rows[1, 0]["diagonal"] == rows[1, 0]["diagonals"] > 0.4
    assert rows[1, 0]["idea_near"] > 0
    assert rows[1, 1]["idea_beside_high"] > rows[1, 1]["idea_beside_low"] > 0


def test_a_neighbour_may_bring_what_is_missing() -> None:
    row = table(
        ["The mayor resigned and the harbour closed."], ["The mayor resigned.", "The harbour closed."]
    )[0, 0]
    assert row["joined_high"] > 0.3
    assert row["joined_low"] == 0


def test_what_is_known_of_both_texts(rows: dict[tuple[int, int], dict[str, float]]) -> None:
    assert rows[1, 0]["known"] > 0.15
    assert rows[1, 0]["kept_low"] <= rows[1, 0]["kept_high"] < 1
    (other,) = table(
        ["A tempestade atingiu Lisboa na sexta."], ["Lisboa foi atingida pela tempestade."]
    ).values()
    assert other["known"] < 0.15


def test_each_listed_word_stands_for_the_first_idea_it_is_listed_under() -> None:
    known = ideas()
    assert len(known) > 2_000
    assert known["killed"] == known["deadly"] == "kill"
    assert known["prisoner"] != known["kill"]
    assert all(word == word.casefold() for word in known)
    assert set(known.values()) <= known.keys()


def test_small_numbers_are_figures_in_several_languages() -> None:
    assert {word(token).stem for token in ("twelve", "doze", "douze", "zwölf", "dodici", "12")} == {"#12"}
    assert word("once").kind == word("dos").kind == "function"


def test_a_line_that_repeats_an_earlier_one_in_part_is_an_echo() -> None:
    lines = [
        "Storm tears roofs off forty houses",
        "Rain fell.",
        "Storm tears roofs off houses",
        "The storm tears.",
    ]
    assert prepare(lines).echoes == {2: pytest.approx(2 * 4 / (5 + 4 + 1))}
    rows = table(lines, ["A storm tore roofs off forty houses.", "Roofs were torn off."])
    assert {cell[0]: row["echo"] > 0 for cell, row in rows.items()} == {0: False, 2: True, 3: False}


def test_words_are_cut_to_stems_and_ideas() -> None:
    assert stem("protesters") == stem("protests") == stem("protested")
    assert stem("was") == "was"
    assert word("Britain").idea == word("U.K.").idea == word("British").idea
    assert listed(word("Britain").stem) == word("UK").idea
    assert listed("zebra") == ""
    assert word("1,200").stem == "#1200"
    assert word("seven").stem == "#7"
    assert (word("the").kind, word("which").kind, word("“").kind, word("Friday").kind) == (
        "function",
        "cut",
        "open",
        "day",
    )


def test_the_first_look_keeps_the_best_of_each_row_and_column() -> None:
    odds = {(0, 0): 1.0, (0, 1): 0.5, (1, 0): 0.2, (1, 1): 0.1, (2, 1): -9.0}
    assert promising(odds, 1, -4.0) == [(0, 0), (0, 1), (1, 0)]
    found = {
        (0, 0): (0.5, 0.5, 1.0),
        (0, 8): (0.5, 0.5, 1.0),
        (1, 1): (0.1, 0.1, 1.0),
        (8, 8): (0.5, 0.0, 0.0),
    }
    near, far, other, unlike = estimates(found, (9, 9), model().first).values()
    assert near > far > unlike
    assert near > other


def test_first_estimates_are_computed_from_the_inputs_of_the_training() -> None:
    weights = (2.0, 1.5, -1.0, 0.5, 5.0)
    found = {(0, 2): (0.5, 0.25, 1.0), (3, 1): (0.125, 0.0, 0.0)}
    for cell, odds in estimates(found, (4, 7), weights).items():
        given = inputs(found[cell], cell, (4, 7))
        assert odds == pytest.approx(sum(w * x for w, x in zip(weights, (*given, 1.0), strict=True)))


def test_standing_of_equal_values() -> None:
    letters, _, _ = standings({(0, 0): (0.5, 0.0, 0.0), (0, 1): (0.5, 0.0, 0.0)})
    assert letters.of((0, 0), 0.5, 0.5) == (0, 0, 0.5, 1.0)
    assert letters.mean_of_rows() == letters.mean_of_columns() == 0.5


def test_standing_among_better_and_worse_rivals() -> None:
    _, ideas, _ = standings({(0, 0): (0.9, 0.2, 0.0), (0, 1): (0.1, 0.4, 0.0), (0, 2): (0.1, 0.3, 0.0)})
    assert ideas.of((0, 0), 0.2, 0.1) == pytest.approx((0, 2, 0.2 / 0.5, 2.0))
    assert ideas.of((0, 1), 0.4, 0.1) == pytest.approx((0, 0, 1.0, 4.0))
    assert (ideas.mean_of_rows(), ideas.mean_of_columns()) == (0.4, 0.3)


def test_the_weights_of_the_package() -> None:
    learned = model()
    assert len(learned.first) == 5
    assert 0.1 < learned.cuts.link(0.5) < 0.6
    assert learned.cuts.link(0.0) == learned.cuts.other
    assert learned.cuts.link(0.5) == learned.cuts.english


def test_weights_in_their_file_form() -> None:
    tree = [0, 0.5, 0.1, [1, 2, 0, -1, 1], 3]
    judge = {
        "columns": ["letters", "known"],
        "constant": 0,
        "slopes": [0, 0],
        "most": [1, 1],
        "trees": [tree],
    }
    text = {
        "first": [1, 1, 1, 1, 0],
        "link": judge,
        "alike": judge,
        "cuts": {"english": 0.3, "other": 0.4, "alike": 0.5},
    }
    learned = parse(json.dumps(text))
    row = [0.0] * len(NAMES)
    assert learned.link.odds(row, -inf) == -1.0
    row[NAMES.index("known")] = 2.5
    assert learned.link.odds(row, -inf) == learned.alike.odds(row, -inf) == 1.0
    row[NAMES.index("letters")] = 0.75
    assert learned.link.odds(row, -inf) == 3.0
    sloping = parse(json.dumps(text | {"alike": judge | {"constant": -1, "slopes": [2, -0.5]}}))
    assert sloping.alike.odds(row, -inf) == 3.0 - 1.0 + 2 * 0.75 - 0.5 * 1, "what is over 1 counts as 1"
    wrongs: tuple[object, ...] = (
        text | {"link": judge | {"columns": ["letters"], "slopes": [0], "most": [1]}},
        text | {"link": judge | {"trees": [[0, inf, 0, 1, 2]]}},
        text | {"link": judge | {"columns": ["nonsense", "known"]}},
        text | {"link": judge | {"slopes": [1]}},
        text | {"link": judge | {"most": [1]}},
        text | {"link": judge | {"slopes": [1, inf]}},
        text | {"link": {"columns": ["letters", "known"], "trees": [tree]}},
        text | {"link": 1},
        text | {"first": 1},
        text | {"first": ["a"]},
        {"first": []},
    )
    for wrong in wrongs:
        with pytest.raises(ValueError, match=r"not there|not in tuple|expected|missing"):
            parse(json.dumps(wrong))
