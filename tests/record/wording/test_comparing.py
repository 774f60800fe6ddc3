"""Whether two quotations are wordings of one utterance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.wording.comparing import Relation, compare

VERBATIM, CUT, REWORDED = Relation.VERBATIM, Relation.CUT, Relation.REWORDED

QUAY = (
    "The northern quay was closed for nine winters, and every fisherman of Halden paid for it with his boat, "
    "his licence or his marriage. We are not going to let that happen again."
)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (QUAY.upper(), VERBATIM),
        (QUAY.replace("licence", "license").replace("We are not", "we aren’t"), VERBATIM),
        (QUAY.replace("nine winters, and", "9 winters — and"), VERBATIM),
        (QUAY.replace("The northern quay", "[The quay in Halden]"), VERBATIM),
        ("every fisherman of Halden paid for it with his boat", CUT),
        ("The northern quay was closed ... We are not going to let that happen again", CUT),
        ("Every fisherman paid for it with his boat, his licence or his marriage", CUT),
        (
            "every fisherman of Halden paid for it with his boat, his licence or his marriage, and that was in the "
            "year of the great storm.",
            CUT,
        ),
        (QUAY.replace("closed", "blocked"), REWORDED),
        ("every fisherman of Halden paid for this with his house", REWORDED),
        ("[It] was shut for nine winters, and every fisherman paid with his boat", REWORDED),
    ],
)
def test_what_editors_do_is_still_the_utterance(other: str, relation: Relation) -> None:
    wording = compare(QUAY, other)
    back = compare(other, QUAY)
    assert wording is not None
    assert back is not None
    assert wording.relation is back.relation is relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (QUAY, "The southern quay was never closed, and the fishermen of Vale are richer for it than before."),
        (QUAY, "We are not going to let the bank have the mill again."),
        (QUAY, "his boat"),
        ("We are very pleased", "We are very pleased"),
        ("No comment", "No comment"),
        ("We will close the quay", "We will buy a ferry"),
        ("We are going to look into the matter of the mill", "We are going to look into the matter of the ferry"),
        ("", ""),
    ],
)
def test_other_utterances_and_what_everybody_says_are_not(a: str, b: str) -> None:
    assert compare(a, b) is None


def test_the_score_says_how_much_of_the_shorter_wording_is_kept() -> None:
    cut = compare(QUAY, "every fisherman of Halden paid for it")
    changed = compare(QUAY, "every fisherman of Halden wept for it")
    assert cut is not None
    assert changed is not None
    assert cut.score == 1.0 > changed.score
    assert (cut.shared, changed.shared) == (3, 2)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    wording = compare(a, b)
    assert wording is None or 0 < wording.score <= 1


@given(st.lists(st.sampled_from(["quay", "mill", "the", "is", "ferry", "not"]), min_size=3, max_size=20))
def test_a_quotation_is_a_wording_of_itself_unless_it_says_nothing(own: list[str]) -> None:
    wording = compare(" ".join(own), " ".join(own))
    if {"quay", "mill", "ferry"} & set(own):
        assert wording is not None
        assert (wording.relation, wording.score) == (VERBATIM, 1.0)
    else:
        assert wording is None
