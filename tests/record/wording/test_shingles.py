"""Which quotations the record finds for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.wording.shingles import MOST_KEYS, keys

QUAY = (
    "The northern quay was closed for nine winters, and every fisherman of Halden paid for it with his boat, "
    "his licence or his marriage."
)


def meet(a: str, b: str) -> bool:
    return not set(keys(a)).isdisjoint(keys(b))


@pytest.mark.parametrize(
    "other",
    [
        "every fisherman of Halden paid for it",
        "The northern quay was shut for nine winters",
        "[It] was closed for nine winters ... every fisherman paid for it with his boat",
        "THE NORTHERN QUAY WAS CLOSED",
        "with his boat, his license",
    ],
)
def test_a_cut_or_changed_quotation_is_found(other: str) -> None:
    assert meet(QUAY, other)


@pytest.mark.parametrize(
    "other",
    [
        "The southern road was open for nine summers, and every farmer of Vale got rich by it",
        "every fisherman has his price",
    ],
)
def test_other_quotations_are_not(other: str) -> None:
    assert not meet(QUAY, other)


@pytest.mark.parametrize("phrase", ["", "No comment", "a farce", "We are very pleased", "I don’t think so, no"])
def test_what_everybody_says_is_found_nowhere(phrase: str) -> None:
    assert keys(phrase) == ()


def test_the_keys_of_a_quotation_never_change() -> None:
    assert keys("The northern quay is closed") == (1138630009565313192, 2485977226923533011, 5506806525836197982)


@given(st.lists(st.sampled_from([f"pier{n}" for n in range(300)]), min_size=3, max_size=400))
def test_keys_are_bounded_in_number_and_size(own: list[str]) -> None:
    found = keys(" ".join(own))
    assert 1 <= len(found) <= MOST_KEYS
    assert all(0 <= key < 2**63 for key in found)


@given(st.text(max_size=80))
def test_any_text_has_keys_or_none(quoted: str) -> None:
    assert keys(quoted) == keys(quoted)
