"""A trained network on the stories held out of training -> the calibration of its confidence."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from onrecord.analysis.confidence import Calibration, evidence
from onrecord.analysis.reading import Scorer, read
from onrecord.evaluation.attributions import align, role_words
from onrecord.evaluation.gold import GoldStory
from onrecord.story.composing import compose

RIGHT = 0.8
"""An attribution is right where its overlap with the gold one, the mean of three Dices, is this or more."""


def calibrate(scorer: Scorer, stories: list[tuple[GoldStory, float]], tokenizer: Tokenizer) -> Calibration:
    """Fit Platt scaling by Newton's method on (story, weight) pairs, with a small ridge.

    Inner attributions count only in stories whose inner layer is marked.
    """
    rows: list[tuple[float, ...]] = []
    right: list[float] = []
    weights: list[float] = []
    for story, weight in stories:
        reading = read(story.text, compose(story.text, story.name).parts, tokenizer, scorer)
        found = [f for f in reading.attributions if story.nested or f.inside is None]
        pairs = align(role_words(story.text, story.attributions), role_words(story.text, found))
        good = {j for _, j, overlap in pairs if overlap >= RIGHT}
        for j, attribution in enumerate(found):
            rows.append((1.0, *evidence(attribution.roles)))
            right.append(float(j in good))
            weights.append(weight)
    x, y, w = np.array(rows), np.array(right), np.array(weights)
    fitted = np.zeros(x.shape[1])
    ridge = np.diag([1e-6, *[0.5] * (x.shape[1] - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ fitted)))
        gradient = x.T @ (w * (y - p)) - ridge @ fitted
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        fitted = fitted + step
        if np.abs(step).max() < 1e-8:
            break
    return Calibration(bias=round(float(fitted[0]), 4), factors=tuple(round(float(f), 4) for f in fitted[1:]))
