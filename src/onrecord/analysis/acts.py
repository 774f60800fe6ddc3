"""The vectors of an attribution's words -> what its speech act is told by, and the act out of probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.analysis.decode import FloatArray
from onrecord.analysis.types import Act

ACTS = tuple(Act)
"""In the order of the network's output."""

EVIDENCE = 5

OPENING = 6
"""So many words of the content tell most of what a statement does."""


def evidence(
    vectors: FloatArray, spelt: FloatArray, first: int, cue: Sequence[int], content: Sequence[int]
) -> FloatArray:
    """[EVIDENCE * width]: what cue and content are like, 0 for no words.

    Means of the vectors of the cue and of the content's opening, as they stand in the text, and of those of cue,
    content and its opening as words by themselves: what is learnt for spans tells verbs apart less and less.
    vectors, spelt: [words, width] of a window, whose first word has the number `first` in the story; words
    beyond the window do not count.
    """

    def mean(rows: FloatArray, numbers: Sequence[int]) -> FloatArray:
        here = [n - first for n in numbers if 0 <= n - first < len(rows)]
        return rows[here].mean(axis=0) if here else np.zeros(rows.shape[1], dtype=np.float32)

    opening = content[:OPENING]
    return np.concatenate(
        [mean(vectors, cue), mean(spelt, cue), mean(spelt, content), mean(spelt, opening), mean(vectors, opening)]
    )


def act_of(probabilities: Sequence[float]) -> Act | None:
    """The most probable one; None where nothing is known."""
    return ACTS[int(np.argmax(probabilities))] if probabilities else None
