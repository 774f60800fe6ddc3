from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Entity, EntityKind, Form, Mention
from onrecord.evaluation.entities import MEASURES, clusters, matched, score
from onrecord.evaluation.gum import GumMention
from onrecord.story.types import Span
from tests.evaluation.gum import mention

Gold = list[tuple[GumMention, ...]]
Places = list[list[Span]]


def span(start: int, end: int | None = None) -> Span:
    return Span(start=start, end=start + 1 if end is None else end)


def named(*groups: Sequence[int]) -> Gold:
    """Entities of one-letter mentions, the first of each a name and the others pronouns."""
    return [
        tuple(mention(place, place + 1, form=Form.PRONOUN if i else Form.NAME) for i, place in enumerate(group))
        for group in groups
    ]


def places(*groups: Sequence[int]) -> Places:
    return [[span(place) for place in group] for group in groups]


def values(gold: Gold, found: Places) -> list[float]:
    result = score([(gold, found)])
    assert tuple(result) == MEASURES
    return [result[name] for name in MEASURES]


def test_perfect_and_nothing() -> None:
    gold = named([1, 2, 3], [10, 11])
    assert values(gold, places([11, 10], [3, 1, 2])) == [100.0] * 6
    assert values(gold, []) == [0.0] * 6


def test_the_textbook_case() -> None:
    """Twelve mentions in three entities, two of which were joined (Bagga and Baldwin 1998)."""
    gold = named([1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12])
    result = score([(gold, places([1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]))])
    assert result["muc"] == pytest.approx(94.7)  # precision 9 / 10, recall 9 / 9
    assert result["b3"] == pytest.approx(86.5)  # precision 16 / 21, recall 1
    assert result["ceaf"] == pytest.approx(73.3)  # (1 + 10 / 12) over 2 and 3
    assert result["conll"] == pytest.approx(84.9)
    assert result["pronoun"] == 100.0


def test_a_pronoun_needs_a_name_of_its_own() -> None:
    gold = named([1, 2, 3], [10, 11])
    assert score([(gold, places([1, 3], [10, 2], [11]))])["pronoun"] == pytest.approx(33.3)
    assert score([(named([1]), places([1]))])["pronoun"] == 100.0


def test_a_mention_lies_within_the_gold_and_covers_its_head() -> None:
    wide, narrow = mention(0, 20, head=12), mention(12, 20)
    gold = [(wide,), (narrow,)]
    assert matched(gold, [[span(12, 20)], [span(5, 20)]]) == [{narrow.span}, {wide.span}]
    assert matched(gold, [[span(12, 20), span(12, 20)]]) == [{narrow.span, wide.span}]
    assert matched(gold, [[span(0, 11)], [span(12, 21)]]) == [{span(0, 11)}, {span(12, 21)}]


def test_people_and_organisations_with_a_name_are_scored() -> None:
    mentions = (Mention(span=span(1), form=Form.NAME), Mention(span=span(5), form=Form.PRONOUN))
    kinds = [(EntityKind.PERSON, "Holm"), (EntityKind.PLACE, "Halden"), (EntityKind.ORGANIZATION, None)]
    entities = [
        Entity(id=f"e{i}", kind=kind, name=name, role=None, mentions=mentions)
        for i, (kind, name) in enumerate(kinds)
    ]
    assert clusters(entities) == [[span(1), span(5)]]


@st.composite
def groups(draw: st.DrawFn) -> list[list[int]]:
    """Any partition of some mentions."""
    owners = draw(st.dictionaries(st.integers(0, 15), st.integers(0, 4), max_size=12))
    return [group for n in range(5) if (group := [place for place, owner in owners.items() if owner == n])]


@given(st.lists(groups().filter(lambda g: any(len(c) > 1 for c in g)), min_size=1))
def test_gold_against_itself_is_perfect(stories: list[list[list[int]]]) -> None:
    result = score([(named(*story), places(*story)) for story in stories])
    assert result == dict.fromkeys(MEASURES, 100.0)


@given(st.lists(st.tuples(groups(), groups())))
def test_values_lie_between_none_and_all(stories: list[tuple[list[list[int]], list[list[int]]]]) -> None:
    result = score([(named(*gold), places(*found)) for gold, found in stories])
    assert all(0 <= value <= 100 for value in result.values())


@given(st.lists(st.tuples(groups(), groups())))
def test_exchanging_gold_and_found_exchanges_precision_and_recall(
    stories: list[tuple[list[list[int]], list[list[int]]]],
) -> None:
    there = score([(named(*gold), places(*found)) for gold, found in stories])
    back = score([(named(*found), places(*gold)) for gold, found in stories])
    for name in MEASURES[:-1]:
        assert there[name] == pytest.approx(back[name], abs=0.11)
