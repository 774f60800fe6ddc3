from __future__ import annotations

import numpy as np
import pytest

from onrecord.analysis.encode import words_of
from onrecord.analysis.timing import TIME_TAGS, time_spans


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("OBIO", ["next week"]),
        ("OIIO", ["next week"]),  # a span needs no begin tag
        ("OBBO", ["next", "week"]),
        ("OOOO", []),
        ("BIII", ["Until next week ."]),
    ],
)
def test_tags_become_spans(tags: str, spans: list[str]) -> None:
    text = "Until next week ."
    table = np.full((4, len(TIME_TAGS)), 0.1, dtype=np.float32)
    table[np.arange(4), ["OBI".index(tag) for tag in tags]] = 0.8
    assert [span.of(text) for span in time_spans(table, words_of(text))] == spans
