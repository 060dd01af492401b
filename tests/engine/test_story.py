import csv
import io
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine import align as aligning
from seedreader.engine import analysis, documents
from seedreader.engine.comparison import compare, pair_context
from seedreader.engine.evidence import Fact
from seedreader.engine.model import Analysis, Span
from seedreader.engine.report import markdown, page, records, tables
from seedreader.engine.report.records import Entry
from seedreader.engine.story import claims as claiming
from seedreader.engine.story import copies as copying
from seedreader.engine.story import counterparts, linkage, linking, near, omissions, overview, prints, trust
from seedreader.engine.story.claims import Claim
from seedreader.engine.story.conflicting import conflicts
from seedreader.engine.story.copies import Copies
from seedreader.engine.story.coverage import coverage
from seedreader.engine.story.overview import Overview
from seedreader.engine.story.table import LIKELY, Pair, Place, Support, Table, Tie

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))

FERRY = [
    "The ferry Solveig ran aground off Kvalvik on Tuesday night with 214 people on board.",
    "Nobody was hurt, the coast guard said, and all passengers were taken ashore in lifeboats.",
    "Divers will inspect the hull on Wednesday before tugs try to pull the vessel free.",
    "“We felt a heavy blow and then the lights went out,” said Marit Lund, a teacher from Bergen.",
    "The shipping line cancelled all crossings until the weekend and offered buses instead.",
    "An inquiry board in Oslo has opened an investigation into the course the captain had chosen.",
    "Fishermen had warned for years that the beacon on the reef was too weak to be seen in fog.",
    "The mayor of Kvalvik praised the volunteers who had opened the school hall for the stranded.",
]


def analysed(text: str) -> Analysis:
    document = documents.read(text)
    return analysis.analyse(document, Span(0, len(text)))


def article(title: str, sentences: Sequence[str]) -> Analysis:
    return analysed(title + "\n\n" + "\n\n".join(sentences) + "\n")


def told(analyses: Sequence[Analysis]) -> Overview:
    return overview.of(analyses)


def kin_of(*analyses: Analysis) -> Copies:
    found = copying.find([prints.take(one) for one in analyses])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def seeds() -> list[Analysis]:
    return [analysed(path.read_text(encoding="utf-8")) for path in SEEDS]


@pytest.fixture(scope="module")
def story(seeds: list[Analysis]) -> Overview:
    return told(seeds)


def numbers(one: Analysis, *words: str) -> set[int]:
    """The sentences of an article that have all these words."""
    document = one.document
    return {s.n for s in document.sentences if all(word in document.slice(s) for word in words)}


def with_words(story: Overview, seeds: Sequence[Analysis], article: int, *words: str) -> list[Claim]:
    places = {Place(article, number) for number in numbers(seeds[article], *words)}
    return [claim for claim in story.claims if places & {*claim.places, *claim.echoes}]


# -- the seeds --------------------------------------------------------------------------------------------


def test_the_second_seed_is_condensed_from_the_first(story: Overview) -> None:
    assert story.reading(1, 0) == "{0} looks condensed from {1}"
    assert story.reading(0, 1) == "{1} looks condensed from {0}"
    forth, back = story.coverage.share(1, 0), story.coverage.share(0, 1)
    assert forth is not None
    assert back is not None
    assert forth >= 0.7 > 0.4 < back < forth
    assert story.coverage.nearest(1) == 0


def test_the_offer_to_help_is_carried_by_all_five(story: Overview, seeds: list[Analysis]) -> None:
    claims = with_words(story, seeds, 0, "interest from all sides")
    assert [claim.articles for claim in claims] == [(0, 1, 2, 3, 4)]
    assert "Sergei Lavrov" in claims[0].speakers


def test_only_the_first_two_carry_the_lede(story: Overview, seeds: list[Analysis]) -> None:
    (claim,) = with_words(story, seeds, 0, "open to negotiations to withdraw", "senior Russian diplomat")
    assert claim.articles == (0, 1)
    assert [one.article for one in story.table.support(0, 1)] == [1]
    assert story.sources(claim.articles).words.startswith("2 of 5 carry it, and these two overlap ")
    assert story.sources(claim.articles).words.endswith(": perhaps one source")


def test_the_abkhaz_reply_stands_only_in_the_fourth(story: Overview, seeds: list[Analysis]) -> None:
    reply = numbers(seeds[3], "de-facto foreign ministry") | numbers(seeds[3], "strategic cooperation")
    assert len(reply) == 2
    assert not [one for number in reply for one in story.table.support(3, number)]
    assert reply & set(story.only_here[3])


def test_the_third_leaves_out_the_reaction_of_kaladze(story: Overview, seeds: list[Analysis]) -> None:
    omitted = [
        claim
        for claim in (story.claims[number] for number in story.left_out[2])
        if any(
            name in seeds[at].document.slice(seeds[at].document.sentences[number - 1])
            for at, number in claim.places
            for name in ("Kaladze", "Karadze", "It’s positive that Russia supports")
        )
    ]
    assert omitted
    assert max(len(claim.articles) for claim in omitted) >= 3


def test_the_names_of_the_seeds_differ_or_are_only_spelled_in_two_ways(
    story: Overview, seeds: list[Analysis]
) -> None:
    clashes = [clash.conflict.message for clash in story.clashes if clash.conflict.kind == "name"]
    assert any("Karadze" in message and "Kaladze" in message for message in clashes)
    spelled = [one.variant.message for one in story.spellings]
    assert any("Sergei" in message and "Sergey" in message for message in spelled)
    for clash in story.clashes:
        for place, span in ((clash.one, clash.conflict.left), (clash.other, clash.conflict.right)):
            document = seeds[place.article].document
            sentence = document.sentences[place.sentence - 1]
            assert 0 <= span.start <= span.end <= sentence.end - sentence.start


def test_no_seed_is_a_copy_of_another(story: Overview) -> None:
    assert not [pair for pair in story.copies.kin if pair.is_version]


def test_support_and_links_name_body_sentences_of_other_articles(story: Overview) -> None:
    table = story.table
    for article_ in range(table.articles):
        for number, body in enumerate(table.body[article_], 1):
            support = table.support(article_, number)
            assert body or not support
            assert [one.article for one in support] == sorted({one.article for one in support} - {article_})
            for one in support:
                assert table.body[one.article][one.sentence - 1]
                assert any(
                    back.sentence == number and back.p == one.p
                    for back in table.links(one.article, one.sentence)
                    if back.article == article_
                )


def test_coverage_is_what_a_comparison_says(story: Overview, seeds: list[Analysis]) -> None:
    for one, other in ((0, 1), (0, 4), (2, 3)):
        forth, back = compare(seeds[one], seeds[other]).shares()
        assert story.coverage.share(one, other) == pytest.approx(forth, abs=0.05)
        assert story.coverage.share(other, one) == pytest.approx(back, abs=0.05)


def test_the_closest_sentence_is_known_where_none_supports(story: Overview, seeds: list[Analysis]) -> None:
    for number in story.only_here[0]:
        for other in range(1, 5):
            found = story.table.closest(0, number, other)
            assert found is None or 1 <= found[0] <= len(seeds[other].document.sentences)
    assert story.table.closest(0, 999, 1) is None


def test_the_order_of_the_articles_changes_the_indexes_only(story: Overview, seeds: list[Analysis]) -> None:
    turned = told(seeds[::-1])

    def named(found: Overview, last: int | None = None) -> set[frozenset[Place]]:
        return {
            frozenset(Place(at if last is None else last - at, n) for at, n in claim.places)
            for claim in found.claims
        }

    assert named(turned, 4) == named(story)


# -- claims of any table ----------------------------------------------------------------------------------


@st.composite
def made_tables(draw: st.DrawFn) -> Table:
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=6))
    cells = [
        (one, i, other, j)
        for one in range(len(sizes))
        for other in range(one + 1, len(sizes))
        for i in range(1, sizes[one] + 1)
        for j in range(1, sizes[other] + 1)
    ]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=40)) if cells else []
    steps = draw(st.permutations(range(len(chosen))))
    ties: dict[tuple[int, int], list[Tie]] = {
        (one, other): [] for one in range(len(sizes)) for other in range(one + 1, len(sizes))
    }
    for step, (one, i, other, j) in zip(steps, chosen, strict=True):
        ties[one, other].append(Tie(i, j, 0.3 + 0.0137 * step, "reworded"))
    return Table(
        tuple((True,) * size for size in sizes),
        tuple(tuple(range(10, 10 + size)) for size in sizes),
        tuple(Pair(one, other, tuple(sorted(found))) for (one, other), found in ties.items()),
    )


def permuted(table: Table, order: Sequence[int]) -> Table:
    """The table whose article ``order[x]`` is article x of the one given."""
    size = table.articles
    body: list[tuple[bool, ...]] = [()] * size
    words: list[tuple[int, ...]] = [()] * size
    for old, new in enumerate(order):
        body[new], words[new] = table.body[old], table.words[old]
    pairs = [pair.renamed(order[pair.one], order[pair.other]) for pair in table.pairs]
    return Table(tuple(body), tuple(words), tuple(sorted(pairs, key=lambda pair: (pair.one, pair.other))))


@given(made_tables())
def test_every_sentence_is_in_one_claim_at_most(table: Table) -> None:
    claims = claiming.find(table)
    places = [place for claim in claims for place in claim.places]
    assert len(places) == len(set(places))
    for claim in claims:
        assert len({one.article for one in claim.wordings}) == len(claim.wordings) >= 2
        assert claim.representative in claim.places
        assert not {one.article for one in claim.wordings} & {echo.article for echo in claim.echoes}
        for one in claim.wordings:
            assert one.sentence in one.parts
            assert len(one.parts) <= linkage.PARTS
            assert one.parts == tuple(sorted(one.parts))
    assert [len(claim.articles) for claim in claims] == sorted(
        (len(claim.articles) for claim in claims), reverse=True
    )


@given(made_tables(), st.randoms(use_true_random=False))
def test_the_order_of_articles_decides_nothing_but_the_indexes(table: Table, chance: random.Random) -> None:
    order = list(range(table.articles))
    chance.shuffle(order)
    turned = permuted(table, order)

    def named(
        claims: Sequence[Claim], names: Sequence[int]
    ) -> set[tuple[Place, frozenset[Place], frozenset[Place]]]:
        def place(at: Place) -> Place:
            return Place(names[at.article], at.sentence)

        return {
            (place(one.representative), frozenset(map(place, one.places)), frozenset(map(place, one.echoes)))
            for one in claims
        }

    assert named(claiming.find(table), order) == named(claiming.find(turned), range(table.articles))


@given(made_tables())
def test_shares_lie_between_none_and_all(table: Table) -> None:
    found = coverage(table)
    assert all(0.0 <= share <= 1.0 for share in found.shares.values())
    for one in range(table.articles):
        assert found.share(one, one) is None
        for other in range(table.articles):
            assert (found.reading(one, other) is None) == (one == other)


@given(made_tables())
def test_what_is_left_out_is_told_by_two_others(table: Table) -> None:
    claims = claiming.find(table)
    for at in range(table.articles):
        for claim in omissions.left_out(table, claims, at):
            assert at not in claim.articles
            assert len(claim.articles) >= omissions.LEAST_CARRIERS
        assert not {
            place.sentence for claim in claims for place in claim.places if place.article == at
        } & set(table.only_here(at))


def test_a_chain_of_links_makes_no_claim_of_all() -> None:
    size = 6
    pairs = [
        Pair(one, other, (Tie(1, 1, 0.9, "partial"),) if other == one + 1 else ())
        for one in range(size)
        for other in range(one + 1, size)
    ]
    table = Table(((True,),) * size, ((12,),) * size, tuple(pairs))
    assert all(len(claim.wordings) == 2 for claim in claiming.find(table))


def test_two_sentences_here_that_are_one_there_are_parts_of_one_wording() -> None:
    ties = (Tie(1, 1, 0.95, "reworded"), Tie(2, 1, 0.9, "partial"))
    table = Table(((True, True), (True,)), ((9, 9), (18,)), (Pair(0, 1, ties),))
    (claim,) = claiming.find(table)
    assert [one.parts for one in claim.wordings] == [(1, 2), (1,)]


# -- sets of every sort -----------------------------------------------------------------------------------


def test_one_article_tells_no_story() -> None:
    found = told([article("Ferry aground", FERRY)])
    assert (found.claims, found.copies.kin, found.left_out, found.only_here) == ((), (), ((),), ((),))
    assert told([]).claims == ()


def test_two_identical_articles_are_copies_that_carry_everything() -> None:
    found = told([article("Ferry aground", FERRY), article("Ferry aground", FERRY)])
    assert len(found.claims) >= len(FERRY)
    assert found.left_out == ((), ())
    assert found.only_here == ((), ())
    assert found.reading(0, 1) == "{0} and {1}: exact copy"
    assert found.sources((0, 1)).words == "2 of 2 carry it, and these two overlap 100 %: perhaps one source"
    assert found.clashes == ()


def test_an_article_without_a_body_is_no_trouble() -> None:
    found = told([analysed("Share this\n"), article("Ferry aground", FERRY), analysed("…\n")])
    assert found.claims == ()
    assert found.copies.kin == ()


def unrelated(many: int, sentences: int) -> list[Analysis]:
    chance = random.Random(7)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
    small = "the of and to in that for with on by at from".split()

    def word() -> str:
        return "".join(chance.choice(syllables) for _ in range(chance.randint(2, 4)))

    def sentence() -> str:
        words = [
            chance.choice(small) if chance.random() < 0.4 else word() for _ in range(chance.randint(8, 20))
        ]
        return " ".join(words).capitalize() + "."

    return [article(word().capitalize(), [sentence() for _ in range(sentences)]) for _ in range(many)]


def test_five_hundred_unrelated_articles_make_no_claims() -> None:
    analyses = unrelated(500, 4)
    chosen = near.pairs([overview.profile(one) for one in analyses])
    assert len(chosen) <= 500 * near.NEAREST
    texts = [overview.texts_of(one) for one in analyses]
    pairs = [
        linking.pair(
            one,
            other,
            aligning.align(texts[one], texts[other], context=pair_context(analyses[one], analyses[other])),
        )
        for one, other in chosen[::5]
    ]
    copies = kin_of(*analyses)
    assert copies.kin == ()
    found = overview.overview(analyses, pairs, copies)
    assert found.claims == ()
    assert found.clashes == ()


HARVEST = [
    "Apple growers along the Hardanger lost a third of their harvest to hail, a cooperative reported.",
    "Pickers from Lithuania were sent home two weeks early because so little fruit was left on the trees.",
    "A cider press in Ulvik will buy bruised apples at half the usual price until November.",
    "Insurers pay only for nets, said the head of the cooperative, and few farmers had put them up.",
]
LIBRARY = [
    "Readers in Drammen can borrow sewing machines and telescopes from the public library now.",
    "Librarians counted four hundred loans in the first week, most of them of cake tins and drills.",
    "The idea came from Finland, where every second town lends out tools besides novels.",
    "Critics on the council would rather have spent the money on opening hours on Sundays.",
]
STOCK = "The ministry of the interior did not immediately respond to a request for comment on Friday."


def test_a_phrase_everybody_uses_makes_no_claim_of_articles_on_different_things() -> None:
    sets = [FERRY, HARVEST, LIBRARY]
    told_apart = told([article("", [*texts, STOCK]) for texts in sets])
    assert told_apart.claims == ()
    assert not any(told_apart.table.is_related(at) for at in range(3))
    together = told([article("", [*texts, STOCK]) for texts in (FERRY, FERRY[:6], HARVEST, LIBRARY)])
    assert {claim.articles for claim in together.claims} == {(0, 1)}
    assert len(together.claims) >= 6


EVIDENCE = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda cell: cell[0] < cell[1]),
    st.floats(-12, 12),
    max_size=20,
)


@given(EVIDENCE, st.randoms(use_true_random=False))
def test_whether_articles_are_related_does_not_hang_on_their_order(
    found: dict[tuple[int, int], float], chance: random.Random
) -> None:
    related = trust.probabilities(found)
    assert all(0 < p < 1 for p in related.values())
    cells = list(found)
    chance.shuffle(cells)
    assert trust.probabilities({cell: found[cell] for cell in cells}) == related


def test_among_many_unrelated_articles_it_takes_more_to_believe_in_a_pair() -> None:
    doubtful = 1.0
    alone = trust.probabilities({(0, 1): doubtful})[0, 1]
    friends = {(one, other): 6.0 for one in range(5) for other in range(one + 1, 5)}
    strangers = dict.fromkeys(friends, -6.0)
    among = [trust.probabilities({**others, (0, 1): doubtful})[0, 1] for others in (friends, strangers)]
    assert among[0] > alone > among[1]
    assert among[0] > trust.RELATED > among[1]


def test_the_words_told_by_both_are_those_of_the_article_with_fewer() -> None:
    ties = [Tie(1, 1, 0.5, "partial"), Tie(1, 2, 0.9, "reworded"), Tie(2, 2, 0.4, "partial")]
    assert trust.told(ties, (10, 20), (10, 10)) == pytest.approx(min(9 + 8, 5 + 9))
    assert trust.told((), (10,), (10,)) == 0


def test_forms_filled_in_otherwise_are_not_one_story() -> None:
    def form(bank: str, *figures: str) -> Analysis:
        lines = (
            "{} is issuing a {} million dollar bond due in April {} with a coupon of {} per cent.",
            "The bond of {} is priced at {} and guaranteed by its parent company in the capital.",
            "It is available in denominations of {1} dollars, and the payment date is June {2}.",
            "There is a selling concession of {1} per cent and a fee of {2} per cent for underwriting it.",
        )
        return article("", [line.format(bank, *figures[at : at + 3]) for at, line in enumerate(lines)])

    forms = [
        form("Nordbanken", "150", "1992", "8", "101", "17"),
        form("Harbour Trust", "75", "1989", "9", "99", "3"),
    ]
    others = [article("", texts) for texts in (FERRY, HARVEST, LIBRARY)]
    assert told([*forms, *others]).claims == ()
    same = [forms[0], form("Nordbanken", "150", "1992", "8", "101", "17")]
    assert told([*same, *others]).claims


def test_only_links_with_numbers_tell_whether_they_agree() -> None:
    ties = [Tie(n, n, 0.9, "reworded") for n in (1, 2, 3)] + [Tie(4, 4, 0.4, "partial")]
    ours = [frozenset({"1"}), frozenset({"2", "3"}), frozenset[str](), frozenset({"7"})]
    theirs = [frozenset({"4"}), frozenset({"3"}), frozenset({"9"}), frozenset({"8"})]
    assert trust.otherwise(ties, ours, theirs) == 0
    assert trust.otherwise(ties[:1], ours, theirs) == 1


def test_a_passage_that_went_round_is_believed_between_articles_on_different_things() -> None:
    passage = (
        "Nobody can say today what the new rules will cost, wrote the auditors in a letter to all members of the "
        "council, because neither the harbour nor the county has kept books that deserve the name since spring."
    )
    found = told([article("", [*HARVEST, passage]), article("", [*LIBRARY, passage]), article("", FERRY)])
    assert [claim.articles for claim in found.claims] == [(0, 1)]


def test_a_passage_that_went_round_makes_no_articles_related() -> None:
    passage = (
        "Nobody can say today what the new rules will cost, wrote the auditors in a letter to all members, because "
        "no books were kept."
    )
    found = told(
        [article("", [*HARVEST, *LIBRARY[:2], passage]), article("", [*FERRY, *LIBRARY[2:], passage])]
    )
    assert [claim.articles for claim in found.claims] == [(0, 1)]
    pair = found.table.by_pair[0, 1]
    assert [tie.relation for tie in pair.ties] == ["same"]
    assert not pair.related
    assert not pair.swapped().related
    assert not any(found.table.is_related(at) for at in range(2))
    assert found.only_here == ((), ())


def test_articles_on_different_things_deny_nothing_of_each_other() -> None:
    """A passage that went round makes no story of two, so what merely comes near is no denial."""
    ours = article("", ["The line said it will run the ferry to Kvalvik again this week.", HARVEST[0]])
    theirs = article("", ["The line said it will not run the ferry to Kvalvik again this week.", HARVEST[0]])
    near_each = ((1, 0.4), None)
    tie = Tie(2, 2, 0.97, "same")
    pair = Pair(0, 1, (tie,), near_each, near_each)
    table = Table(((True,) * 2,) * 2, ((12, 16),) * 2, (pair,))
    assert {clash.conflict.kind for clash in conflicts(table, [ours, theirs])} == {"negation"}
    assert table.is_related(0)
    apart = replace(table, pairs=(replace(pair, related=False),))
    assert conflicts(apart, [ours, theirs]) == ()
    assert not apart.is_related(0)


def test_the_same_words_support_more_than_other_words_however_probable() -> None:
    ties = (Tie(1, 1, 0.98, "reworded"), Tie(1, 2, 0.97, "same"), Tie(1, 3, 0.99, "reworded"))
    table = Table(((True,), (True,) * 3), ((9,), (9,) * 3), (Pair(0, 1, ties),))
    assert table.support(0, 1) == (Support(1, 2, 0.97, "same"),)
    assert table.support(0, 1, 0.98) == (Support(1, 3, 0.99, "reworded"),)


# -- denials and counterparts --------------------------------------------------------------------------------


def test_what_is_denied_is_told_though_it_is_hardly_linked(story: Overview, seeds: list[Analysis]) -> None:
    (denial,) = numbers(seeds[4], "was not considering withdrawing troops")
    denied = {
        clash.one
        for clash in story.clashes
        if clash.other == (4, denial) and clash.conflict.kind == "negation"
    }
    assert denied == {Place(0, 1), Place(1, 1)}
    assert not {one.article for one in story.table.support(4, denial)} & {0, 1}
    assert story.clashes_of[0, 1] == tuple(clash for clash in story.clashes if clash.one == (0, 1))


def test_weak_links_give_no_conflicts_of_other_kinds(story: Overview) -> None:
    weak = [clash for clash in story.clashes if clash.p < LIKELY]
    assert {clash.conflict.kind for clash in weak} == {"negation"}


def facts(story: Overview, seeds: Sequence[Analysis], at: int, number: int) -> list[Fact]:
    return counterparts.facts(story, seeds, range(5), at, number)


def test_counterparts_are_told_with_the_words_that_differ(story: Overview, seeds: list[Analysis]) -> None:
    (number,) = numbers(seeds[0], "interest from all sides")
    told_ = facts(story, seeds, 0, number)
    assert told_[0].text == "In the other articles"
    carried = [fact for fact in told_ if fact.changes or fact.kept]
    assert [fact.text[0] for fact in carried] == ["B", "C", "D", "E"]
    words = {fact.text[start:end] for fact in carried for start, end, _ in fact.changes}
    assert any("help" in word for word in words)
    for fact in carried:
        assert all(0 < start < end <= len(fact.text) for start, end, _ in fact.changes)
        assert all(0 < start < end <= len(fact.text) for start, end in fact.kept)


def test_conflicts_and_what_comes_closest_are_told(story: Overview, seeds: list[Analysis]) -> None:
    texts = [fact.text for fact in facts(story, seeds, 0, 1)]
    assert any(text.startswith("! possible conflict, negation: “open to negotiations") for text in texts)
    assert any(text.startswith("E.19  ") and "not considering" in text for text in texts)
    assert any("not found, closest is" in text for text in texts)
    assert texts[-1].startswith("2 of 5 carry it")
    quiet = counterparts.facts(story, seeds, range(5), 0, 1, dismissed=lambda clash: True)
    assert not any("possible conflict" in fact.text for fact in quiet)


def test_what_nothing_comes_near_is_told_in_one_line() -> None:
    analyses = [article("", FERRY), article("", HARVEST), article("", LIBRARY)]
    (_, nothing) = counterparts.facts(told(analyses), analyses, range(3), 0, 1)
    assert nothing.text == "not found in B, C"


def test_many_counterparts_are_told_by_address_only() -> None:
    analyses = [article("", FERRY[:3]) for _ in range(14)]
    told_ = [fact.text for fact in counterparts.facts(told(analyses), analyses, range(14), 0, 1)]
    assert len(told_) == 1 + counterparts.MOST_TOLD + 1 + 1
    assert told_[-2] == "and K.1, L.1, M.1, N.1"


def test_a_list_is_told_by_the_side_that_has_more(story: Overview) -> None:
    told_ = [clash.told(lambda at, number: f"{'ABCDE'[at]}.{number}") for clash in story.clashes]
    assert "B.4 adds Georgia" in told_
    assert "spelled Karadze in A.17, Kaladze in B.9" in told_


def test_coverage_may_count_sure_links_only(story: Overview) -> None:
    every, sure = coverage(story.table), coverage(story.table, 0.9)
    assert every.shares == story.coverage.shares
    assert all(sure.shares[cell] <= share for cell, share in every.shares.items())
    assert sure.shares != every.shares


def test_a_large_set_is_searched_for_copies_only() -> None:
    analyses = [*unrelated(overview.MOST_ARTICLES, 2), article("", FERRY), article("", FERRY)]
    found = told(analyses)
    assert found.claims == ()
    assert found.note == overview.NOT_ALIGNED
    assert [group.articles for group in found.copies.groups] == [
        (overview.MOST_ARTICLES, overview.MOST_ARTICLES + 1)
    ]


JAPANESE = [
    "火曜日の夜、フェリーのソルヴェイグ号がクヴァルヴィク沖で座礁し、二百十四人が乗っていた。",
    "沿岸警備隊によると、けが人はなく、乗客は全員救命艇で岸に運ばれた。",
    "水曜日に潜水士が船体を調べ、その後、引き船が船を引き出す予定だ。",
]
RUSSIAN = [
    "Паром «Сольвейг» сел на мель у Квальвика во вторник ночью, на борту было 214 человек.",
    "Никто не пострадал, сообщила береговая охрана, всех пассажиров доставили на берег.",
    "Водолазы осмотрят корпус в среду, прежде чем буксиры попытаются снять судно с мели.",
]


def test_a_set_in_three_languages_links_within_each() -> None:
    languages = [FERRY, JAPANESE, RUSSIAN]
    analyses = [article("", texts) for texts in languages for _ in range(2)]
    found = told(analyses)
    assert {claim.articles for claim in found.claims} == {(0, 1), (2, 3), (4, 5)}
    assert [pair.reason for pair in found.copies.kin] == ["exact copy"] * 3
    assert all(not omitted for omitted in found.left_out)


def test_copies_are_related_however_short_they_are_and_whatever_stands_beside_them() -> None:
    found = told([article("", texts) for texts in (RUSSIAN[:2], RUSSIAN[:2], JAPANESE, FERRY, HARVEST)])
    assert found.coverage.share(0, 1) == 1
    assert {claim.articles for claim in found.claims} == {(0, 1)}


def test_a_question_supports_no_statement() -> None:
    asked = "Will divers inspect the hull on Wednesday before tugs try to pull the vessel free?"
    first = article("Ferry aground", FERRY)
    other = article("Ferry questions", [*FERRY[:2], asked, *FERRY[3:5]])
    found = told([first, other])
    (number,) = numbers(first, "Divers")
    assert found.table.support(0, number) == ()


# -- copies -----------------------------------------------------------------------------------------------

LONG = [
    *FERRY,
    "The harbour master wrote in his log that the swell came from the west that evening.",
    "A neighbour of the lighthouse recalled three earlier accidents at the same narrow channel.",
    "Tugs from Haugesund are expected before noon, weather permitting, a salvage company announced.",
    "Owners of small boats had offered help within minutes and brought soup and blankets.",
    "The council will discuss next week who has to pay for a new light on the rocks.",
    "Pupils of two schools were among the travellers, on their way home from a choir festival.",
    "Church bells rang for an hour until the last of the lifeboats had reached the pier.",
    "Insurance experts put the damage at several million kroner but warned against early guesses.",
]
HEADLINE = "Ferry runs aground off Kvalvik"


def test_a_copy_cut_from_the_end_comes_from_the_whole() -> None:
    whole, cut = article(HEADLINE, LONG), article(HEADLINE, LONG[:9])
    (pair,) = kin_of(cut, whole).kin
    assert (pair.reason, pair.source, pair.derived) == ("cut from the end", 1, 0)
    assert pair.one_in_other == 1.0 > pair.other_in_one


def test_a_copy_with_furniture_around_comes_from_the_plain_one() -> None:
    around = ["Share this article", *LONG, "Copyright 2021 The Kvalvik Courier. All rights reserved."]
    (pair,) = kin_of(article(HEADLINE, LONG), article("Night on the reef at Kvalvik", around)).kin
    assert (pair.reason, pair.source) == ("copy with furniture around", 0)


def test_exact_copies_have_no_direction_and_stand_for_each_other() -> None:
    found = kin_of(
        *[article(f"Ferry runs aground, take {number}", LONG) for number in range(4)],
        article("All saved from the reef", LONG[:9]),
    )
    assert [(pair.one, pair.other, pair.source) for pair in found.kin if pair.reason == "exact copy"] == [
        (0, 1, None),
        (0, 2, None),
        (0, 3, None),
    ]
    assert [group.articles for group in found.groups] == [(0, 1, 2, 3, 4)]
    assert [pair.source for pair in found.sources(4)] == [0]


def test_a_text_with_sentences_dropped_comes_from_the_fuller_one() -> None:
    dropped = [sentence for number, sentence in enumerate(LONG) if number not in (3, 8)]
    (pair,) = kin_of(article(HEADLINE, LONG), article("All saved from the reef", dropped)).kin
    assert (pair.reason, pair.source) == ("lightly rewritten", 0)
    fewer = [sentence for number, sentence in enumerate(LONG) if number % 3]
    (pair,) = kin_of(article(HEADLINE, LONG), article("All saved from the reef", fewer)).kin
    assert (pair.reason, pair.source) == ("rewritten", 0)


def test_an_article_put_together_from_two_has_both_as_sources() -> None:
    other = [overview.texts_of(one)[number] for one in unrelated(1, 16) for number in range(1, 17)]
    merged = article("Two tales in one go", [*LONG[:8], *other[::2]])
    found = kin_of(article(HEADLINE, LONG), merged, article("Another tale of the sea", other))
    assert {(pair.source, pair.derived, pair.reason) for pair in found.kin} == {
        (0, 1, "merged from two"),
        (2, 1, "merged from two"),
    }


def test_lifted_quotations_make_no_version() -> None:
    said = (
        "“We felt a heavy blow and then the lights went out and somebody shouted that we should all go to the "
        "upper deck at once,” said Marit Lund."
    )
    other = [overview.texts_of(one)[number] for one in unrelated(1, 12) for number in range(1, 13)]
    (pair,) = kin_of(article(HEADLINE, [*LONG, said]), article("Another tale of the sea", [*other, said])).kin
    assert (pair.reason, pair.source, pair.is_version) == ("quotations only", None, False)


def test_copies_can_be_cancelled() -> None:
    taken = [prints.take(article(HEADLINE, LONG))] * 3
    assert copying.find(taken, lambda done: False) is None


# -- reports ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def entries(seeds: list[Analysis]) -> list[Entry]:
    return [Entry("ABCDE"[at], path.name, path.name, "utf-8", seeds[at]) for at, path in enumerate(SEEDS)]


def test_the_json_tells_the_story_by_letters_numbers_and_offsets(entries: list[Entry]) -> None:
    record = json.loads(records.dump(records.report(entries, [])))
    texts = {one["id"]: one["text"] for one in record["articles"]}
    sizes = {one["id"]: len(one["sentences"]) for one in record["articles"]}
    for claim in record["claims"]:
        assert set(claim) == {"representative", "articles", "speakers", "wordings", "echoes", "sources"}
        first = claim["representative"]
        assert first["text"] == texts[first["article"]][first["start"] : first["end"]]
        carriers = {one["article"] for one in (*claim["wordings"], *claim["echoes"])}
        assert sorted(carriers) == claim["articles"]
        for one in claim["wordings"]:
            assert one["sentence"] in one["parts"]
            assert max(one["parts"]) <= sizes[one["article"]]
    assert len(record["coverage"]) == 20
    assert all(0 <= cell["share"] <= 1 for cell in record["coverage"])
    assert "B looks condensed from A" in {cell["reading"] for cell in record["coverage"]}
    for clash in record["conflicts"]:
        assert set(clash) == {"kind", "message", "p", "left", "right"}
        for side in (clash["left"], clash["right"]):
            assert side["text"] == texts[side["article"]][side["start"] : side["end"]]
    for one in record["left_out"]:
        assert all(one["article"] not in record["claims"][number]["articles"] for number in one["claims"])
    assert any(one["article"] == "C" and one["claims"] for one in record["left_out"])


def test_groups_of_the_json_name_pair_direction_and_reason() -> None:
    made = [
        Entry("AB"[at], f"{at}.txt", "Ferry", "utf-8", article(HEADLINE, texts))
        for at, texts in enumerate((LONG, LONG[:9]))
    ]
    (group,) = json.loads(records.dump(records.report(made, [])))["groups"]
    assert group["articles"] == ["A", "B"]
    (pair,) = group["pairs"]
    assert (pair["a"], pair["b"], pair["source"], pair["reason"]) == ("A", "B", "A", "cut from the end")
    for form in (markdown.report, page.report):
        assert "B looks made from A: cut from the end" in "".join(form(made, []))


def test_markdown_and_html_tell_the_story(entries: list[Entry]) -> None:
    for form in (markdown.report, page.report):
        text = "".join(form(entries, []))
        for heading in ("How much of each stands in which", "Claims", "Left out", "Possible conflicts"):
            assert heading in text
        assert "B looks condensed from A" in text
        assert "C leaves out what two or more others tell" in text


def test_markup_in_a_claim_stays_text() -> None:
    hostile = [
        "The <b>mayor</b> | said *no* to the [harbour](x) on Tuesday, `they` told us all. <script>x</script>"
    ]
    made = [
        Entry("AB"[at], f"{at}.txt", "x", "utf-8", article("Ferry", [*hostile, *FERRY])) for at in range(2)
    ]
    html = "".join(page.report(made, []))
    assert "<script>" not in html
    assert "<b>mayor" not in html
    rows = [line for line in markdown.report(made, []) if "mayor" in line and line.startswith("| The ")]
    assert rows
    assert all(line.replace("\\|", "").count("|") == 6 for line in rows)


def test_the_table_of_claims_has_a_row_for_every_sentence(entries: list[Entry]) -> None:
    story = records.told_in(entries)
    rows = list(csv.DictReader(io.StringIO("".join(tables.claims(entries, story)))))
    assert len(rows) == sum(len(claim.places) + len(claim.echoes) for claim in story.claims)
    assert {row["claim"] for row in rows} == {str(number + 1) for number in range(len(story.claims))}
    for row in rows:
        letter, number = row["address"].split(".")
        document = entries["ABCDE".index(letter)].analysis.document
        text = " ".join(document.slice(document.sentences[int(number) - 1]).split())
        assert row["text"].lstrip("'") == text
