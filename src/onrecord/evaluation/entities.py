"""Entities found against GUM's -> the measures of mentions and of who is meant by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.analysis.types import Entity, Form
from onrecord.evaluation.gum import NAMED_TYPES, GumMention
from onrecord.story.types import Span

MEASURES = ("mention", "muc", "b3", "ceaf", "conll", "pronoun")

Cluster = Set[Span]
GoldEntity = Sequence[GumMention]


def clusters(entities: Iterable[Entity]) -> list[list[Span]]:
    """The mentions of each person and organisation that has a name: what is scored of an analysis."""
    return [
        [mention.span for mention in entity.mentions]
        for entity in entities
        if entity.kind in NAMED_TYPES and entity.name
    ]


def score(stories: Iterable[tuple[Sequence[GoldEntity], Sequence[Sequence[Span]]]]) -> dict[str, float]:
    """Score (gold entities, spans of each entity found) pairs: each measure's name -> its value in per cent.

    mention: the F1 of finding the mentions. muc, b3, ceaf: the F1s of three measures of coreference, summed over
    all stories; conll: their mean (Pradhan et al. 2012). pronoun: of the gold pronouns, the share that stands
    together with a name of what it refers to.
    """
    found = _Tally()
    tallies = {name: _Tally() for name in _COREFERENCE}
    pronouns: list[bool] = []
    for gold_entities, spans in stories:
        gold = [{mention.span for mention in entity} for entity in gold_entities]
        ours = matched(gold_entities, spans)
        every: set[Span] = set().union(*gold)
        shared = len(every & set().union(*ours))
        found.add((shared, sum(map(len, ours))), (shared, len(every)))
        for name, recall in _COREFERENCE.items():
            tallies[name].add(recall(ours, gold), recall(gold, ours))
        pronouns += _resolved(gold_entities, ours)
    values = {name: tally.f1() for name, tally in tallies.items()}
    result = {
        "mention": found.f1(),
        **values,
        "conll": sum(values.values()) / len(values),
        "pronoun": 100 * sum(pronouns) / len(pronouns) if pronouns else 100.0,
    }
    return {name: round(value, 1) for name, value in result.items()}


def matched(gold: Sequence[GoldEntity], found: Sequence[Sequence[Span]]) -> list[set[Span]]:
    """Write each span found as the gold mention that it is, or as it stands where it is none.

    A span is a gold mention where it lies within it and covers its head words, as in CorefUD's partial matching
    (Nedoluzhko et al. 2022). Each gold mention is found once; of several, the shortest that is not yet found.
    """
    mentions = sorted((mention for entity in gold for mention in entity), key=_length)
    places = [(m.span, Span(start=m.head[0].start, end=m.head[-1].end)) for m in mentions]
    taken: set[Span] = set()
    result = []
    for spans in found:
        cluster: set[Span] = set()
        for span in spans:
            whole = next(
                (whole for whole, head in places if whole not in taken and _is_it(span, whole, head)), None
            )
            if whole is not None:
                taken.add(whole)
            cluster.add(whole or span)
        result.append(cluster)
    return result


def _length(mention: GumMention) -> int:
    return mention.span.end - mention.span.start


def _is_it(span: Span, whole: Span, head: Span) -> bool:
    return whole.start <= span.start <= head.start and head.end <= span.end <= whole.end


Share = tuple[float, float]
"""How much was right, of how much."""


@dataclass(slots=True, kw_only=True)
class _Tally:
    """Precision and recall, summed over stories."""

    right_of_found: float = 0
    found: float = 0
    right_of_gold: float = 0
    gold: float = 0

    def add(self, precision: Share, recall: Share) -> None:
        self.right_of_found += precision[0]
        self.found += precision[1]
        self.right_of_gold += recall[0]
        self.gold += recall[1]

    def f1(self) -> float:
        precision = self.right_of_found / self.found if self.found else 0.0
        recall = self.right_of_gold / self.gold if self.gold else 0.0
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(gold: Sequence[Cluster], other: Sequence[Cluster]) -> Share:
    """Of the links that hold each entity together, those that are kept (Vilain et al. 1995)."""
    where = {span: number for number, cluster in enumerate(other) for span in cluster}
    kept = links = 0
    for cluster in gold:
        pieces = len({where[span] for span in cluster if span in where}) + sum(s not in where for s in cluster)
        kept += len(cluster) - pieces
        links += len(cluster) - 1
    return kept, links


def _b_cubed(gold: Sequence[Cluster], other: Sequence[Cluster]) -> Share:
    """For each mention, how much of its entity it stands together with (Bagga and Baldwin 1998)."""
    where = {span: cluster for cluster in other for span in cluster}
    kept = sum(len(cluster & where[span]) / len(cluster) for cluster in gold for span in cluster if span in where)
    return kept, sum(map(len, gold))


def _ceaf(gold: Sequence[Cluster], other: Sequence[Cluster]) -> Share:
    """The Dice overlaps of entities paired one to one so that their sum is greatest (Luo 2005, phi 4)."""
    if not gold or not other:
        return 0.0, len(gold)
    value = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in other] for a in gold])
    return float(value[linear_sum_assignment(-value)].sum()), len(gold)


_COREFERENCE: dict[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Share]] = {
    "muc": _muc,
    "b3": _b_cubed,
    "ceaf": _ceaf,
}
"""Each gives its recall; with the arguments exchanged, its precision."""


def _resolved(gold: Sequence[GoldEntity], found: Sequence[Cluster]) -> list[bool]:
    """For each gold pronoun, whether it was found together with a name of its entity."""
    where = {span: cluster for cluster in found for span in cluster}
    return [
        not where.get(mention.span, frozenset()).isdisjoint({m.span for m in entity if m.form is Form.NAME})
        for entity in gold
        for mention in entity
        if mention.form is Form.PRONOUN
    ]
