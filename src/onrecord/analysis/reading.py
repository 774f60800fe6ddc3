"""A story's text -> all that the network says of it: attributions, heads of mentions, time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from tokenizers import Tokenizer

from onrecord.analysis.attribution import Attribution, RoleScorer, attributions_of, roles_in
from onrecord.analysis.decode import FloatArray, IntArray, Roles
from onrecord.analysis.encode import Window, Words, windows_of, words_of
from onrecord.analysis.mentions import Head, completed, echoes, heads_of, part_numbers, placed, trimmed
from onrecord.analysis.timing import time_spans
from onrecord.story.types import Part, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of a window's words.

    layers: [words, LAYERS], mentions: [words, MENTION_TAGS], kinds: [words, KINDS], times: [words, TIME_TAGS], all
    probabilities. extents: [words], how many words before its head a description begins. vectors: [words, width].
    spelt: the same of the words by themselves, before anything is known of the text around them.
    """

    layers: FloatArray
    mentions: FloatArray
    kinds: FloatArray
    extents: IntArray
    times: FloatArray
    vectors: FloatArray
    spelt: FloatArray


class Scorer(RoleScorer, Protocol):
    """What runs the network: ONNX in the engine, PyTorch in training."""

    def encode(self, window: Window) -> Scores:
        """Read one window."""

    def link(
        self, vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return how likely pairs of mentions refer to the same one [pairs], and each to a new one [mentions].

        vectors: [mentions, 2 * width], of the first and the last word of each head; features: [pairs, n].
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the network says of a story.

    vectors: [heads, 2 * width]. kinds: [words], an index into KINDS: what each word would be as a head. times: what
    looks like a time expression.
    """

    words: Words
    attributions: tuple[Attribution, ...]
    heads: tuple[Head, ...]
    vectors: FloatArray
    kinds: IntArray
    times: tuple[Span, ...]


def read(text: str, parts: Sequence[Part], tokenizer: Tokenizer, scorer: Scorer) -> Reading:
    """Read a story window by window; linear in its length, with the vectors of one window in memory at a time."""
    words = words_of(text)
    within = part_numbers(words, parts)
    roles: list[Roles] = []
    heads: list[Head] = []
    vectors: list[FloatArray] = [np.zeros((0, 0), dtype=np.float32)]
    kinds: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    times: list[FloatArray] = []
    for window in windows_of(text, words, tokenizer):
        scores = scorer.encode(window)
        roles += roles_in(window, scores.layers, scores.vectors, scores.spelt, scorer)
        first, last = (edge - window.first for edge in window.core)
        core = slice(*window.core)
        found = heads_of(
            scores.mentions[first:last],
            scores.kinds[first:last],
            scores.extents[first:last],
            within[core],
            window.core[0],
        )
        trim = (trimmed(placed(each, within, parts), text, words) for each in found)
        here = completed([head for head in trim if head is not None], text, words, within, window.core[0])
        if here:
            heads += here
            edges = [np.array([getattr(h, edge) for h in here]) - window.first for edge in ("first", "last")]
            vectors.append(np.concatenate([scores.vectors[edge] for edge in edges], axis=1))
        kinds.append(scores.kinds[first:last].argmax(axis=1))
        times.append(scores.times[first:last])
    every = np.concatenate(vectors[1:]) if heads else vectors[0]
    heads, every = _with_echoes(heads, every, text, words)
    return Reading(
        words=words,
        attributions=tuple(attributions_of(words, parts, roles)),
        heads=tuple(heads),
        vectors=every,
        kinds=np.concatenate(kinds),
        times=tuple(time_spans(np.concatenate(times), words)) if times else (),
    )


def _with_echoes(heads: list[Head], vectors: FloatArray, text: str, words: Words) -> tuple[list[Head], FloatArray]:
    """Add what is called by a name that was found elsewhere, with the vectors of that place."""
    further = echoes(heads, text, words)
    if not further:
        return heads, vectors
    everyone = [*heads, *(head for head, _ in further)]
    rows = [*range(len(heads)), *(twin for _, twin in further)]
    order = sorted(range(len(everyone)), key=lambda i: everyone[i].first)
    return [everyone[i] for i in order], vectors[[rows[i] for i in order]]
