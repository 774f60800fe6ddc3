"""Who is put together when stories come in one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import EntityKind
from onrecord.record.identity import Profile, clusters


def person(name: str, *company: str) -> Profile:
    return Profile(kind=EntityKind.PERSON, names=(name,), company=company)


HALDEN = ("Ann Berg", "Halden Council", "Tom Ek")
STORIES = [
    person("Marco Rubio"),
    person("Sen. Marco Rubio"),
    person("Liv Dahlin", *HALDEN),
    person("Per Dahlin", *HALDEN),
    person("Per Dahlin", "Ann Berg"),
    person("Ivar Moe"),
]


def test_one_person_of_several_stories_is_one_group() -> None:
    assert clusters(STORIES) == [[0, 1], [2], [3, 4], [5]]


def test_a_surname_that_two_may_bear_stays_by_itself() -> None:
    assert clusters([*STORIES, person("Dahlin", *HALDEN)])[-1] == [6]


def test_what_a_group_has_learnt_helps_the_next() -> None:
    first, second = person("Liv Dahlin", "Ann Berg"), person("Liv Dahlin", "Halden Council", "Tom Ek")
    assert clusters([first, second, person("Dahlin", "Halden Council", "Tom Ek", "Ann Berg")]) == [[0, 1, 2]]


@given(st.permutations(range(len(STORIES))))
def test_full_names_group_alike_in_any_order(order: list[int]) -> None:
    groups = clusters([STORIES[at] for at in order])
    assert {frozenset(order[at] for at in group) for group in groups} == {
        frozenset({0, 1}),
        frozenset({2}),
        frozenset({3, 4}),
        frozenset({5}),
    }


def test_nothing_gives_nothing() -> None:
    assert clusters([]) == []
