"""Which spellings are taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.identity.respelling import respelt, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        "gaddafi qaddafi kadafi gadhafi kadhafi khadafy",
        "netanyahu netanyahou",
        "yeltsin eltsin",
        "zelensky zelenskyy zelenskiy zelenskii",
        "gorbachev gorbatschew gorbachyov",
        "yanukovych yanukovich",
        "mubarak moubarak",
        "schroder schroeder",
        "ahmadinejad ahmadinezhad",
        "assad asad",
    ],
)
def test_one_name_in_many_spellings(spellings: str) -> None:
    assert len({respelt(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("hanson", "hansen"), ("miller", "muller"), ("peres", "perez"), ("lee", "low")]
)
def test_names_that_merely_sound_alike_stay_two(a: str, b: str) -> None:
    assert respelt(a) != respelt(b)


@given(st.text(max_size=12))
def test_any_word_is_taken(word: str) -> None:
    assert skeleton(word)[:1] == respelt(word)[:1]
