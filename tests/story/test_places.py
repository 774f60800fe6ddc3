"""Places of datelines told from labels and sentences."""

from __future__ import annotations

import pytest

from onrecord.story.places import is_label, is_place


@pytest.mark.parametrize(
    "place", ["OSLO", "KYIV/WARSAW", "RIO DE JANEIRO", "BONN, Germany", "WASHINGTON, D.C.", "ЛЬВІВ"]
)
def test_places_in_capitals_need_no_other_sign(place: str) -> None:
    assert is_place(place, sure=False)


@pytest.mark.parametrize("place", ["Oslo", "Sao Tome", "Bonn, the Rhineland", "東京"])
def test_other_places_need_a_day_or_an_agency(place: str) -> None:
    assert is_place(place, sure=True)
    assert not is_place(place, sure=False)


@pytest.mark.parametrize(
    "words", ["", ",", "On", "the port", "OSLO 5", "A, B, C, D", "Oslo,", "OSLO/", "X" * 80, "a b c d e f g"]
)
def test_other_words_are_no_place(words: str) -> None:
    assert not is_place(words, sure=True)


def test_labels() -> None:
    assert is_label("EXCLUSIVE") and is_label("NEWS ANALYSIS")
    assert not is_label("OSLO")
