"""The name to show for an entity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.fullest import fullest
from tests.analysis.test_matching import NAMES


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["Secretary of State Marco Rubio", "Rubio", "Rubio's"], "Marco Rubio"),
        (["Rubio", "Marco\n Rubio's"], "Marco Rubio"),
        (["FBI", "the Federal Bureau of Investigation"], "Federal Bureau of Investigation"),
        (["Reuters", "Reuters Holdings PLC"], "Reuters Holdings PLC"),
        (["Dyson", "Dyson Corp", "Dyson"], "Dyson Corp"),
        (["President Reagan", "Reagan"], "Reagan"),
        (["President Reagan", "Ronald Reagan"], "Ronald Reagan"),
        (["Pope John Paul II", "the Pope"], "Pope John Paul II"),
        (["King Hussein", "Hussein"], "King Hussein"),
        (["Prince Charles"], "Prince Charles"),
        (["Queen Elizabeth"], "Queen Elizabeth"),
        (["J. Field", "Jane Field"], "Jane Field"),
        (["John Kerry", "John F. Kerry Jr.", "Kerry"], "John F. Kerry Jr."),
        (["the Trumps", "Trump"], "Trump"),
        (["Donald Trump", "Donald Trump", "the Trump Organization of New York"], "Donald Trump"),
        (["Ann Lee's father", "Bo Lee"], "Bo Lee"),
        (["Valeska Paris", "Paris", "Paris"], "Valeska Paris"),
        (["Ada Field", "ADA FIELD"], "Ada Field"),
        (["The FBI", "FBI"], "FBI"),
        (["WHO", "World Lamp Organisation (WLO)"], "World Lamp Organisation"),
        (["Mr. Junius", "Nashua's treasurer"], "Junius"),
        ([], ""),
        (["..."], "..."),
    ],
)
def test_fullest(names: list[str], shown: str) -> None:
    assert fullest(names) == shown


@given(st.lists(NAMES, max_size=5))
def test_is_settled(names: list[str]) -> None:
    shown = fullest(names)
    assert fullest([shown]) == shown
