from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.paragraphs import paragraphs
from onrecord.story.sentences import sentence_at, sentence_starts


def sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text, list(paragraphs(text))), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts)]


@pytest.mark.parametrize(
    "text",
    [
        "It rained.| She left.",
        "Mr. Vale met Dr. Lee in the U.S. Senate.| It rained.",
        "“Who?” she asked.| “Nobody.”| He left.",
        "It cost 3.5 pounds.| J. K. Lee paid.",
        "A headline\n\n|A paragraph.| Another.",
        "Vale Corp. Chairman Lee left at 5 p.m. on Jan. 3 in haste.| It rained!| “No.”",
    ],
)
def test_sentences_begin_where_a_reader_sees_them(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@given(st.text(alphabet="aA. \n\"'”?1", max_size=80))
def test_every_place_is_in_one_sentence(text: str) -> None:
    starts = sentence_starts(text, list(paragraphs(text)))
    assert starts == sorted(set(starts))
    for place in range(len(text)):
        number = sentence_at(starts, place)
        if starts and place >= starts[0]:
            assert starts[number] <= place
            assert number + 1 == len(starts) or place < starts[number + 1]
