"""Attributions found against gold ones -> the measures by which Onrecord is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.evaluation.gold import ROLES
from onrecord.story.types import Span

_WORD = re.compile(r"\w+|[^\w\s]")


class Attribution(Protocol):
    """Whatever has the three roles: a Statement, a GoldAttribution."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...


Words = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """The numbers of the words that an attribution gives to each role."""

    source: Words
    cue: Words
    content: Words

    def overlap(self, other: RoleWords) -> float:
        """The mean of the three roles' Dice overlaps, 0 unless a word of cue or content is shared."""
        if not (self.cue & other.cue or self.content & other.content):
            return 0.0
        pairs = ((self.source, other.source), (self.cue, other.cue), (self.content, other.content))
        return sum(_dice(a, b) for a, b in pairs) / 3


def role_words(text: str, attributions: Iterable[Attribution]) -> list[RoleWords]:
    r"""Turn spans into sets of word numbers; words are runs of \w or single other non-space characters."""
    found = [m.span() for m in _WORD.finditer(text)]
    start = np.array([s for s, _ in found])
    end = np.array([e for _, e in found])

    def words(spans: tuple[Span, ...]) -> Words:
        numbers: set[int] = set()
        for span in spans:
            first = int(np.searchsorted(end, span.start, side="right"))
            last = int(np.searchsorted(start, span.end, side="left"))
            numbers.update(range(first, last))
        return frozenset(numbers)

    return [RoleWords(source=words(a.source), cue=words(a.cue), content=words(a.content)) for a in attributions]


def align(gold: list[RoleWords], found: list[RoleWords]) -> list[tuple[int, int, float]]:
    """Pair gold and found one to one so that the sum of overlaps is greatest: (gold, found, overlap) triples."""
    if not gold or not found:
        return []
    value = np.array([[g.overlap(f) for f in found] for g in gold])
    rows, columns = linear_sum_assignment(-value)
    return [(int(i), int(j), float(value[i, j])) for i, j in zip(rows, columns, strict=True) if value[i, j] > 0]


def score(stories: Iterable[tuple[str, Iterable[Attribution], Iterable[Attribution]]]) -> dict[str, float]:
    """Score (text, gold, found) triples: each measure's name -> its micro-averaged F1 in per cent.

    <role>_token: words of that role, whatever attribution they belong to. <role>_exact: whole roles.
    linked_soft: aligned pairs count their overlap. linked_strict: a pair counts when all three roles are equal.
    """
    token = {role: [0, 0, 0] for role in ROLES}
    exact = {role: [0, 0, 0] for role in ROLES}
    soft, strict, found_count, gold_count = 0.0, 0, 0, 0
    for text, gold_attributions, found_attributions in stories:
        gold, found = role_words(text, gold_attributions), role_words(text, found_attributions)
        gold_count += len(gold)
        found_count += len(found)
        for role in ROLES:
            sets = [[getattr(a, role) for a in side] for side in (found, gold)]
            for total, (ours, theirs) in (
                (token[role], [frozenset().union(*side) for side in sets]),
                (exact[role], [frozenset(s for s in side if s) for side in sets]),
            ):
                total[0] += len(ours & theirs)
                total[1] += len(ours)
                total[2] += len(theirs)
        for _, _, overlap in align(gold, found):
            soft += overlap
            strict += overlap > 0.9999
    result = {}
    for role in ROLES:
        result[f"{role}_token"] = _f1(*token[role])
        result[f"{role}_exact"] = _f1(*exact[role])
    result["linked_soft"] = _f1(soft, found_count, gold_count)
    result["linked_strict"] = _f1(strict, found_count, gold_count)
    return result


def precision_and_recall(
    stories: Iterable[tuple[str, Iterable[Attribution], Iterable[Attribution]]],
) -> dict[str, float]:
    """Of (text, gold, found) triples: the overlaps of aligned pairs over all found and all gold, in per cent."""
    overlap, found_count, gold_count = 0.0, 0, 0
    for text, gold_attributions, found_attributions in stories:
        gold, found = role_words(text, gold_attributions), role_words(text, found_attributions)
        overlap += sum(value for _, _, value in align(gold, found))
        found_count += len(found)
        gold_count += len(gold)
    return {
        "precision": round(100 * overlap / found_count, 1) if found_count else 0.0,
        "recall": round(100 * overlap / gold_count, 1) if gold_count else 0.0,
    }


def _dice(a: Words, b: Words) -> float:
    return 1.0 if not a and not b else 2 * len(a & b) / (len(a) + len(b))


def _f1(hit: float, found: float, gold: float) -> float:
    return round(200 * hit / (found + gold), 1) if found + gold else 100.0
