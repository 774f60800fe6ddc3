"""A window's scores -> the roles around its cues; a story's roles -> attributions, in layers and in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from onrecord.analysis.acts import evidence
from onrecord.analysis.decode import (
    SPAN,
    FloatArray,
    IntArray,
    Roles,
    anchors,
    best_paths,
    constrain,
    places,
    roles_of,
)
from onrecord.analysis.encode import Window, Words
from onrecord.story.types import Part, PartKind, Span

CUE_THRESHOLD = 0.6
INNER_THRESHOLD = 0.9
"""How probable a cue must be, and a cue within another statement's content; set on stories kept out of training."""

_SPEAKING = (PartKind.HEADLINE, PartKind.CROSSHEAD)


class RoleScorer(Protocol):
    """What reads the roles around cues: part of a Scorer."""

    @property
    def transitions(self) -> FloatArray:
        """[TAGS, TAGS] transition scores."""

    def read(self, words: FloatArray, anchor: IntArray, place: IntArray) -> FloatArray:
        """Return the emissions [cues, length, TAGS] of the words at `place` [cues, length] for each anchor."""

    def acts(self, evidence: FloatArray) -> FloatArray:
        """Return the probability of each Act [attributions, ACTS]; evidence: [attributions, n]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution in spans; `inside` is the index of the innermost one whose content holds it, or None."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    roles: Roles


def attributions_of(words: Words, parts: Sequence[Part], found: Sequence[Roles]) -> list[Attribution]:
    """Order what was found in a story's windows by its first words, and tell what stands inside what.

    parts: those of the story. No attribution has a word of a dateline, byline or credit, and none reaches from a
    headline or crosshead into another part.
    """
    section = _sections(words, parts)
    kept = [_within(section, roles) for roles in found if section[roles.anchor] >= 0]
    return _nested(words, _distinct(kept))


def _sections(words: Words, parts: Sequence[Part]) -> IntArray:
    """Return for each word -1 where nobody speaks, 0 in the body, else the number of its headline or crosshead."""
    section = np.zeros(len(words), dtype=np.int64)
    for number, part in enumerate(parts, 1):
        first = np.searchsorted(words.start, part.span.start, side="left")
        last = np.searchsorted(words.start, part.span.end, side="left")
        section[first:last] = number if part.kind in _SPEAKING else -1
    return section


def _within(section: IntArray, roles: Roles) -> Roles:
    def here(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(n for n in numbers if section[n] == section[roles.anchor])

    return replace(roles, source=here(roles.source), cue=here(roles.cue), content=here(roles.content))


def roles_in(
    window: Window, layers: FloatArray, vectors: FloatArray, spelt: FloatArray, scorer: RoleScorer
) -> list[Roles]:
    """Find the cues in a window's core and read the roles around each.

    layers: [words, LAYERS] probabilities; vectors: [words, width], in the text; spelt: by themselves.
    """
    anchor = anchors(layers, CUE_THRESHOLD)
    place = anchor + window.first
    anchor = anchor[(place >= window.core[0]) & (place < window.core[1])]
    if not len(anchor):
        return []
    place = places(anchor, len(window.head))
    emissions = constrain(scorer.read(vectors, anchor, place), anchor, place, len(window.head))
    paths, scores = best_paths(emissions, scorer.transitions)
    found = [
        roles_of(path, where + window.first, word + window.first)
        for word, path, where in zip(anchor.tolist(), paths, place, strict=True)
    ]
    told = np.stack([evidence(vectors, spelt, window.first, cue, content) for _, cue, content in found])
    return [
        Roles(
            anchor=word + window.first,
            inner=bool(layers[word, 2] > layers[word, 1]),
            source=source,
            cue=cue,
            content=content,
            cue_score=float(1.0 - layers[word, 0]),
            path_score=path_score,
            acts=tuple(acts),
        )
        for word, (source, cue, content), path_score, acts in zip(
            anchor.tolist(), found, scores.tolist(), scorer.acts(told).tolist(), strict=True
        )
    ]


def _distinct(found: list[Roles]) -> list[Roles]:
    """Drop what has no content, and of those that share a cue word all but the surest."""
    kept: list[Roles] = []
    taken: set[int] = set()
    for roles in sorted(found, key=lambda r: -r.cue_score):
        if roles.content and not taken.intersection(roles.cue):
            kept.append(roles)
            taken.update(roles.cue)
    return kept


def _nested(words: Words, found: list[Roles]) -> list[Attribution]:
    """Order attributions, tell which stand inside which, and drop the inner ones that are not sure enough."""
    ordered = sorted(found, key=lambda r: (_first(r), min(r.cue)))
    ordered = [
        roles
        for roles, holder in zip(ordered, _holders(ordered), strict=True)
        if holder is None or roles.cue_score > INNER_THRESHOLD
    ]
    return [
        Attribution(
            source=_spans(words, roles.source),
            cue=_spans(words, roles.cue),
            content=_spans(words, roles.content),
            inside=holder,
            roles=roles,
        )
        for roles, holder in zip(ordered, _holders(ordered), strict=True)
    ]


def _holders(ordered: list[Roles]) -> list[int | None]:
    """Return for each the index of the one with the shortest content that holds its cue, or None."""
    firsts = [_first(roles) for roles in ordered]
    contents = [frozenset(roles.content) for roles in ordered]
    result: list[int | None] = []
    for roles in ordered:
        low, high = bisect_left(firsts, min(roles.cue) - SPAN), bisect_right(firsts, min(roles.cue))
        holders = [(len(contents[i]), i) for i in range(low, high) if _holds(ordered[i], contents[i], roles)]
        result.append(min(holders)[1] if holders else None)
    return result


def _first(roles: Roles) -> int:
    return min((*roles.source, *roles.cue, *roles.content))


def _holds(outer: Roles, content: frozenset[int], inner: Roles) -> bool:
    return outer is not inner and len(content) > len(inner.content) and content.issuperset(inner.cue)


def _spans(words: Words, numbers: tuple[int, ...]) -> tuple[Span, ...]:
    """Join neighbouring words into spans."""
    spans = []
    for run in np.split(np.array(numbers, dtype=np.int64), np.flatnonzero(np.diff(numbers) > 1) + 1):
        if len(run):
            spans.append(Span(start=int(words.start[run[0]]), end=int(words.end[run[-1]])))
    return tuple(spans)
