"""Times found against gold ones -> the F1 of their extents, types and values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from onrecord.analysis.types import TimeType
from onrecord.story.types import Span

MEASURES = ("strict", "relaxed", "type", "value")


class Timed(Protocol):
    """Whatever is a time expression with a type and a value: a Time, a GoldTime."""

    @property
    def span(self) -> Span: ...
    @property
    def type(self) -> TimeType: ...
    @property
    def value(self) -> str: ...


def score(stories: Iterable[tuple[Sequence[Timed], Sequence[Timed]]]) -> dict[str, float]:
    """Score (gold, found) pairs: each measure's name -> its micro-averaged F1 in per cent.

    The measures are those of TempEval-3 (UzZaman et al. 2013). strict: same start and end. relaxed: any overlap,
    one to one. type, value: relaxed, and the same type or value, so the last is TempEval-3's headline figure.
    """
    hits = dict.fromkeys(MEASURES, 0)
    total = 0
    for gold, found in stories:
        total += len(gold) + len(found)
        for ours, theirs in align(gold, found):
            hits["strict"] += ours.span == theirs.span
            hits["relaxed"] += 1
            hits["type"] += ours.type == theirs.type
            hits["value"] += ours.value == theirs.value
    return {name: round(200 * hit / total, 1) if total else 100.0 for name, hit in hits.items()}


def align(gold: Sequence[Timed], found: Sequence[Timed]) -> list[tuple[Timed, Timed]]:
    """Pair each gold time, in the order of their starts, with the first free found one that it overlaps."""
    free = sorted(found, key=_start)
    pairs = []
    for ours in sorted(gold, key=_start):
        for place, theirs in enumerate(free):
            if theirs.span.start < ours.span.end and ours.span.start < theirs.span.end:
                pairs.append((ours, theirs))
                del free[place]
                break
    return pairs


def _start(time: Timed) -> int:
    return time.span.start
