"""Names as bylines and credits list them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.names import names_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Field", ("Ada Field",)),
        ("Ada Field, Bo Ek, and Cy O'Hara", ("Ada Field", "Bo Ek", "Cy O'Hara")),
        ("ADA FIELD & BO EK", ("ADA FIELD", "BO EK")),
        ("Ada Field in Oslo, Norway and Bo Ek", ("Ada Field", "Bo Ek")),
        ("Ada de la Cruz, Omar al-Masri, Jan d'Hondt", ("Ada de la Cruz", "Omar al-Masri", "Jan d'Hondt")),
        ("Ada Field, Jr., and Bo Ek", ("Ada Field", "Bo Ek")),
        ("Reuters staff", ()),
        ("the Associated Press", ()),
        ("AP writers Ada Field and Bo Ek", ("Ada Field", "Bo Ek")),
        ("", ()),
    ],
)
def test_reads_names(words: str, names: tuple[str, ...]) -> None:
    assert names_in(words) == names


@pytest.mark.parametrize(
    "words",
    ["Ada Field told them", "land, sea", "Ada Field and a dog", "Ada 5", "One Two Three Four Five Six Seven"],
)
def test_a_sentence_is_no_list(words: str) -> None:
    assert names_in(words) is None


@given(st.text())
def test_names_are_words_of_the_text(words: str) -> None:
    for name in names_in(words) or ():
        assert name.strip() == name != ""
