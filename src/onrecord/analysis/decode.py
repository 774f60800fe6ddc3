"""Scores -> spans: where cues are, and for each the best sequence of role tags."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

LAYERS = ("none", "outer", "inner")
"""What the network says of each word: no cue, a cue of the layer that PolNeAR marks, a cue within a content."""

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""What the network says of each word near a cue: its role towards that cue."""

REACH = 112
"""How many words before and after a cue's anchor can have a role towards it."""

SPAN = 2 * REACH + 1
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """One attribution in word numbers of the story, each role ascending.

    anchor: the word that the network found it by. inner: whether that looks like the cue of an inner layer.
    cue_score: the probability that the anchor is a cue. path_score: the log probability of the tags, given it.
    acts: the probability of each Act, () where nobody has told.
    """

    anchor: int
    inner: bool
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    cue_score: float
    path_score: float
    acts: tuple[float, ...] = ()


def allowed() -> npt.NDArray[np.bool_]:
    """[tags, tags]: may the second follow the first? An inside tag continues its own role only."""
    matrix = np.ones((len(TAGS), len(TAGS)), dtype=np.bool_)
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            matrix[:, j] = [before[2:] == tag[2:] for before in TAGS]
    return matrix


def anchors(layers: FloatArray, threshold: float) -> IntArray:
    """Return the words at which a cue is found: the most probable one of each run above `threshold`.

    layers: [words, LAYERS] probabilities.
    """
    cue = 1.0 - layers[:, 0]
    above = np.concatenate([[False], cue > threshold, [False]])
    edges = np.flatnonzero(np.diff(above.astype(np.int8)))
    runs = edges.reshape(-1, 2)
    return np.array([first + int(np.argmax(cue[first:last])) for first, last in runs], dtype=np.int64)


def places(anchor: IntArray, words: int) -> IntArray:
    """Return [cues, length]: the words of a window that are read for each cue, those beyond its edges included.

    A short window is read as it is; of a longer one SPAN words, the anchor in the middle.
    """
    if words <= SPAN:
        return np.tile(np.arange(words), (len(anchor), 1))
    return anchor[:, None] + np.arange(-REACH, REACH + 1)[None, :]


def constrain(emissions: FloatArray, anchor: IntArray, place: IntArray, words: int) -> FloatArray:
    """Force what is known: the anchor is part of the cue, and what is out of reach or of the window has no role.

    emissions: [cues, length, TAGS] for the words at `place` [cues, length]. anchor: [cues]. words: of the window.
    """
    constrained = emissions.copy()
    at_anchor = place == anchor[:, None]
    constrained[..., [0, 1, 2, 5, 6]] = np.where(at_anchor[..., None], FORBIDDEN, constrained[..., [0, 1, 2, 5, 6]])
    outside = (place < 0) | (place >= words) | (np.abs(place - anchor[:, None]) > REACH)
    constrained[outside] = FORBIDDEN
    constrained[outside, 0] = 0.0
    return constrained


def best_paths(emissions: FloatArray, transitions: FloatArray) -> tuple[IntArray, FloatArray]:
    """Viterbi and forward algorithm of a linear-chain CRF (Lafferty et al. 2001), all sequences at once.

    emissions: [cues, length, TAGS]; transitions: [TAGS, TAGS], forbidden ones very negative.
    Returns (tags [cues, length], log probability of each path [cues]).
    """
    cues, length, tags = emissions.shape
    start = np.where(np.char.startswith(np.array(TAGS), "I-"), FORBIDDEN, 0.0).astype(np.float32)
    best = emissions[:, 0] + start
    total = best.copy()
    back = np.zeros((length, cues, tags), dtype=np.int8)
    for t in range(1, length):
        via = best[:, :, None] + transitions[None]
        back[t] = via.argmax(axis=1)
        best = via.max(axis=1) + emissions[:, t]
        peak = total.max(axis=1, keepdims=True)
        total = np.log(np.exp(total - peak) @ np.exp(transitions) + 1e-30) + peak + emissions[:, t]
    path = np.zeros((cues, length), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(cues)
    for t in range(length - 1, 0, -1):
        path[:, t - 1] = back[t][rows, path[:, t]]
    peak = total.max(axis=1)
    normaliser = np.log(np.exp(total - peak[:, None]).sum(axis=1)) + peak
    return path, (best.max(axis=1) - normaliser).astype(np.float32)


def roles_of(
    path: IntArray, place: IntArray, anchor: int
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Turn one path of tags over the words at `place` into the word numbers of (source, cue, content).

    A source and a cue are each one run of words, the one nearest to the anchor; content may have several.
    """
    source, cue, content = (place[(path == b) | (path == b + 1)] for b in (1, 3, 5))
    return tuple(_nearest(source, anchor)), tuple(_nearest(cue, anchor)), tuple(content.tolist())


def _nearest(words: IntArray, anchor: int) -> list[int]:
    runs = np.split(words, np.flatnonzero(np.diff(words) > 1) + 1)
    nearest: list[int] = min(runs, key=lambda run: np.abs(run - anchor).min(initial=SPAN)).tolist()
    return nearest
