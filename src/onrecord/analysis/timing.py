"""Scores of words -> the spans that the network takes for time expressions."""

from __future__ import annotations

import numpy as np

from onrecord.analysis.decode import FloatArray
from onrecord.analysis.encode import Words
from onrecord.story.types import Span

TIME_TAGS = ("O", "B-time", "I-time")
"""What the network says of each word: is it part of a time expression?"""


def time_spans(tags: FloatArray, words: Words) -> list[Span]:
    """Join the words of a story that are in a time expression, in their order.

    tags: [words, TIME_TAGS] probabilities.
    """
    best = tags.argmax(axis=1)
    starts = np.flatnonzero((best == 1) | ((best == 2) & (np.concatenate([[0], best[:-1]]) == 0)))
    spans = []
    for first in starts.tolist():
        last = first
        while last + 1 < len(best) and best[last + 1] == 2:
            last += 1
        spans.append(Span(start=int(words.start[first]), end=int(words.end[last])))
    return spans
