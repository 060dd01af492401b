import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.engine.addresses import address, index_of, letter


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_count_like_the_columns_of_a_spreadsheet(index: int, name: str) -> None:
    assert letter(index) == name


@given(st.integers(0, 10**6))
def test_letters_lead_back_to_their_index_in_either_case(index: int) -> None:
    assert index_of(letter(index)) == index
    assert index_of(letter(index).lower()) == index


@pytest.mark.parametrize("wrong", ["", "1", "A.1", "A ", "É", "A-B", "Ⅳ"])
def test_anything_else_is_no_letter(wrong: str) -> None:
    with pytest.raises(ValueError, match="no article letter"):
        index_of(wrong)


def test_a_sentence_goes_by_letter_and_number() -> None:
    assert address(0, 17) == "A.17"
