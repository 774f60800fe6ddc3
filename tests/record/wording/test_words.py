"""Which printed words count as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.wording.words import words


def forms(quoted: str) -> list[str]:
    return [word.form for word in words(quoted)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We don't know", "We do not know"),
        ("We don’t know", "WE DON'T KNOW"),
        ("I can't, and I won't", "I cannot and I will not"),
        ("We're going to stay", "We are gonna stay"),
        ("the U.S. navy", "the US navy"),
        ("20 per cent", "twenty percent"),
        ("20%", "20 percent"),
        ("9 ferries", "nine ferries"),
        ("1,500 tonnes", "1500 tonnes"),
        ("the café", "the cafe"),
        ("the café", "the cafe\u0301"),
        ("a pro-harbour vote", "a pro harbor vote"),
        ("[T]he quay is ours", "The quay is ours"),
        ("ships — and men", "ships - and men ..."),
    ],
)
def test_what_desks_print_differently_is_the_same(a: str, b: str) -> None:
    assert forms(a) == forms(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We can go", "We cannot go"),
        ("1.5 tonnes", "15 tonnes"),
        ("100 ferries", "1,000 ferries"),
        ("45 ferries", "5 ferries"),
        ("the mayor's ferry", "the mayors ferry"),
    ],
)
def test_what_means_something_else_differs(a: str, b: str) -> None:
    assert forms(a) != forms(b)


def test_words_in_brackets_are_an_editors() -> None:
    quoted = "He [the mayor] has (as of Monday) left [sic"
    assert [quoted[w.start : w.end] for w in words(quoted) if w.inserted] == [
        "[the",
        "mayor]",
        "(as",
        "of",
        "Monday)",
    ]


def test_parts_of_a_contraction_have_their_own_places() -> None:
    quoted = "We won’t pay"
    assert [quoted[w.start : w.end] for w in words(quoted)] == ["We", "wo", "n’t", "pay"]


@given(st.text(alphabet="aeßİn't 's’[]().,-%21cent\u0301Ⅷ", max_size=60) | st.text(max_size=60))
def test_on_any_text_words_are_in_order_and_in_the_text(quoted: str) -> None:
    end = 0
    for word in words(quoted):
        assert end <= word.start < word.end <= len(quoted)
        assert word.form
        end = word.end
