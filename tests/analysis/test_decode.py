from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.decode import (
    FORBIDDEN,
    REACH,
    SPAN,
    TAGS,
    allowed,
    anchors,
    best_paths,
    constrain,
    places,
    roles_of,
)


def test_an_anchor_is_the_surest_word_of_each_run() -> None:
    cue = np.array([0.1, 0.7, 0.9, 0.2, 0.6, 0.1], dtype=np.float32)
    layers = np.stack([1 - cue, cue, cue * 0], axis=1)
    assert anchors(layers, 0.5).tolist() == [2, 4]
    assert anchors(layers, 0.95).tolist() == []


@given(st.integers(0, 2**32 - 1))
def test_the_best_path_is_the_best_of_all_paths(seed: int) -> None:
    random = np.random.default_rng(seed)
    length = 4
    emissions = random.normal(size=(1, length, len(TAGS))).astype(np.float32)
    transitions = np.where(allowed(), random.normal(size=(len(TAGS), len(TAGS))), FORBIDDEN).astype(np.float32)
    path, score = best_paths(emissions, transitions)
    totals = {}
    for tags in itertools.product(range(len(TAGS)), repeat=length):
        if not TAGS[tags[0]].startswith("I-"):
            steps = sum(transitions[a, b] for a, b in itertools.pairwise(tags))
            totals[tags] = float(steps + sum(emissions[0, t, tag] for t, tag in enumerate(tags)))
    best = max(totals, key=lambda tags: totals[tags])
    assert tuple(path[0].tolist()) == best
    normaliser = np.logaddexp.reduce(list(totals.values()))
    assert abs(float(score[0]) - (totals[best] - normaliser)) < 1e-3


def test_constraints_hold_the_anchor_and_the_edges() -> None:
    transitions = np.where(allowed(), 0.0, FORBIDDEN).astype(np.float32)
    for words in (10, SPAN, SPAN + 40):
        anchor = np.array([0, words // 2, words - 1])
        place = places(anchor, words)
        emissions = np.random.default_rng(1).normal(size=(*place.shape, len(TAGS))).astype(np.float32)
        paths, _ = best_paths(constrain(emissions, anchor, place, words), transitions)
        for path, where, word in zip(paths, place, anchor.tolist(), strict=True):
            source, cue, content = roles_of(path, where, word)
            assert word in cue
            reached = [*source, *cue, *content]
            assert min(reached) >= 0 and max(reached) < words
            assert max(abs(number - word) for number in reached) <= REACH
