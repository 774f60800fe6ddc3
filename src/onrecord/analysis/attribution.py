"""Windows and scores -> attributions: one layer or several, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from tokenizers import Tokenizer

from onrecord.analysis.decode import SPAN, FloatArray, IntArray, Roles, anchors, best_paths, constrain, roles_of
from onrecord.analysis.encode import Window, Words, windows_of, words_of
from onrecord.story.types import Span

CUE_THRESHOLD = 0.5


class Scorer(Protocol):
    """What runs the network: ONNX in the engine, PyTorch in training."""

    @property
    def transitions(self) -> FloatArray:
        """[TAGS, TAGS] transition scores."""

    def encode(self, window: Window) -> tuple[FloatArray, FloatArray]:
        """Return (layer probabilities [words, LAYERS], word vectors [words, width])."""

    def read(self, words: FloatArray, anchor: IntArray) -> FloatArray:
        """Return the emissions [cues, SPAN, TAGS] around each anchor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution in spans; `inside` is the index of the innermost one whose content holds it, or None."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    roles: Roles


def attributions_of(text: str, tokenizer: Tokenizer, scorer: Scorer) -> list[Attribution]:
    """Find the attributions of a story, in the order of their first words."""
    words = words_of(text)
    found: list[Roles] = []
    for window in windows_of(text, words, tokenizer):
        found += _in_window(window, scorer)
    return _nested(text, words, _distinct(found))


def _in_window(window: Window, scorer: Scorer) -> list[Roles]:
    layers, vectors = scorer.encode(window)
    anchor = anchors(layers, CUE_THRESHOLD)
    place = anchor + window.first
    anchor = anchor[(place >= window.core[0]) & (place < window.core[1])]
    if not len(anchor):
        return []
    emissions = constrain(scorer.read(vectors, anchor), anchor, len(window.head))
    paths, scores = best_paths(emissions, scorer.transitions)
    result = []
    for word, path, path_score in zip(anchor.tolist(), paths, scores.tolist(), strict=True):
        source, cue, content = roles_of(path, word + window.first)
        result.append(
            Roles(
                anchor=word + window.first,
                inner=bool(layers[word, 2] > layers[word, 1]),
                source=source,
                cue=cue,
                content=content,
                cue_score=float(1.0 - layers[word, 0]),
                path_score=path_score,
            )
        )
    return result


def _distinct(found: list[Roles]) -> list[Roles]:
    """Drop what has no content, and of those that share a cue word all but the surest."""
    kept: list[Roles] = []
    taken: set[int] = set()
    for roles in sorted(found, key=lambda r: -r.cue_score):
        if roles.content and not taken.intersection(roles.cue):
            kept.append(roles)
            taken.update(roles.cue)
    return kept


def _nested(text: str, words: Words, found: list[Roles]) -> list[Attribution]:
    ordered = sorted(found, key=lambda r: (_first(r), min(r.cue)))
    firsts = [_first(r) for r in ordered]
    contents = [frozenset(r.content) for r in ordered]
    made = []
    for roles in ordered:
        inside = None
        if roles.inner:
            low, high = bisect_left(firsts, min(roles.cue) - SPAN), bisect_right(firsts, min(roles.cue))
            holders = [(len(contents[i]), i) for i in range(low, high) if _holds(ordered[i], contents[i], roles)]
            inside = min(holders)[1] if holders else None
        made.append(
            Attribution(
                source=_spans(text, words, roles.source),
                cue=_spans(text, words, roles.cue),
                content=_spans(text, words, roles.content),
                inside=inside,
                roles=roles,
            )
        )
    return made


def _first(roles: Roles) -> int:
    return min((*roles.source, *roles.cue, *roles.content))


def _holds(outer: Roles, content: frozenset[int], inner: Roles) -> bool:
    return outer is not inner and len(content) > len(inner.content) and content.issuperset(inner.cue)


def _spans(text: str, words: Words, numbers: tuple[int, ...]) -> tuple[Span, ...]:
    """Join neighbouring words into spans."""
    spans = []
    for run in np.split(np.array(numbers, dtype=np.int64), np.flatnonzero(np.diff(numbers) > 1) + 1):
        if len(run):
            spans.append(Span(start=int(words.start[run[0]]), end=int(words.end[run[-1]])))
    return tuple(spans)
