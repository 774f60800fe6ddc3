"""Paragraphs in flowing and in hard-wrapped text."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.paragraphs import paragraphs

LONG = "The harbour board said on Monday that it would close two of its piers before winter, and gave no reason."


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_every_line_of_flowing_text_is_a_paragraph() -> None:
    assert pieces(f"{LONG}\nNobody objected.\r\n\r\n  {LONG}  \n") == [LONG, "Nobody objected.", LONG]


def test_hard_wrapped_lines_are_joined() -> None:
    text = "    The harbour board said that\nit would close two piers\nbefore winter.\n    It gave no reason.\n"
    assert pieces(text) == [
        "The harbour board said that\nit would close two piers\nbefore winter.",
        "It gave no reason.",
    ]


def test_a_blank_line_ends_a_hard_wrapped_paragraph() -> None:
    assert pieces("the board said\nnothing more\n\nthe mayor did") == [
        "the board said\nnothing more",
        "the mayor did",
    ]


def test_blank_text_has_none() -> None:
    assert pieces("") == pieces(" \n\t\r\n\u2028 ") == []


@given(st.text(alphabet=st.characters() | st.sampled_from("\n\r \u2028\u0085A.")))
def test_paragraphs_hold_every_word_once_in_order(text: str) -> None:
    spans = list(paragraphs(text))
    end = 0
    for span in spans:
        assert text[end : span.start].strip() == ""
        assert span.of(text).strip() == span.of(text) != ""
        end = span.end
    assert text[end:].strip() == ""


def test_many_lines_take_linear_time() -> None:
    begun = time.perf_counter()
    assert len(list(paragraphs("a\n\n" * 100_000))) == 100_000
    assert time.perf_counter() - begun < 3
