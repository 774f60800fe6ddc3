"""Whether two profiles are of one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.naming import Gender
from onrecord.analysis.types import EntityKind
from onrecord.evaluation.identity import read_cases
from onrecord.record.identity import Profile, Verdict, judge

CASES = read_cases(Path(__file__).with_name("hardcases.txt"))
NAMES = st.lists(
    st.sampled_from(["Ann Lee", "Lee", "A. Lee", "Mr. Lee", "Berg", "Ann Berg Jr.", "Xi Jinping", "FBI", "..."]),
    min_size=1,
    max_size=3,
    unique=True,
)
WORDS = st.lists(st.sampled_from(["Tom Dahl", "mayor", "striker", "Halden", "Lund FC"]), max_size=3, unique=True)
PROFILES = st.builds(
    Profile,
    kind=st.sampled_from(EntityKind),
    names=NAMES.map(tuple),
    roles=WORDS.map(tuple),
    company=WORDS.map(tuple),
    places=WORDS.map(tuple),
    gender=st.sampled_from([None, *Gender]),
)


def person(
    *names: str,
    roles: tuple[str, ...] = (),
    company: tuple[str, ...] = (),
    gender: Gender | None = None,
    year: int | None = None,
    stories: frozenset[str] = frozenset(),
) -> Profile:
    day = date(year, 6, 30) if year else None
    return Profile(
        kind=EntityKind.PERSON,
        names=names,
        roles=roles,
        company=company,
        gender=gender,
        first=day,
        last=day,
        stories=stories,
    )


def test_none_of_the_hard_cases_is_wrongly_merged() -> None:
    wrong = [
        (case.a.names, case.b.names)
        for case in CASES
        if case.wanted is not Verdict.SAME and judge(case.a, case.b).verdict is Verdict.SAME
    ]
    assert not wrong


@given(PROFILES, PROFILES)
def test_the_order_does_not_matter(a: Profile, b: Profile) -> None:
    assert judge(a, b) == judge(b, a)


@given(PROFILES, PROFILES)
def test_a_judgement_has_a_probability_and_a_reason_in_one_line(a: Profile, b: Profile) -> None:
    found = judge(a, b)
    assert 0 <= found.score <= 1
    assert found.reason
    assert "\n" not in found.reason


def test_a_bare_surname_says_nothing_by_itself() -> None:
    assert judge(person("Rubio"), person("Marco Rubio")).verdict is Verdict.UNSURE


def test_company_and_role_tell_whose_surname_it_is() -> None:
    roles, company = ("mayor of Halden",), ("Ann Berg", "Halden Council")
    found = judge(
        person("Dahlin", roles=roles, company=company), person("Tom Dahlin", roles=roles, company=company)
    )
    assert found.verdict is Verdict.SAME
    assert "Ann Berg" in found.reason


def test_a_story_that_has_both_tells_them_apart() -> None:
    stories = frozenset({"a"})
    found = judge(person("Tom Dahlin", stories=stories), person("Tom Dahlin", stories=stories))
    assert found.verdict is Verdict.DIFFERENT


def test_a_bare_surname_beside_the_full_name_is_somebody_else() -> None:
    found = judge(person("Clinton", company=("Hillary Clinton",)), person("Hillary Clinton"))
    assert found.verdict is Verdict.DIFFERENT
    assert "Hillary Clinton" in found.reason


def test_the_gender_that_a_story_shows_counts() -> None:
    found = judge(person("Robin Dahlin", gender=Gender.MALE), person("Robin Dahlin", gender=Gender.FEMALE))
    assert found.verdict is Verdict.DIFFERENT


def test_nobody_lives_in_two_eras() -> None:
    assert judge(person("Tom Dahlin", year=1899), person("Tom Dahlin", year=2020)).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize("kind", [EntityKind.ORGANIZATION, EntityKind.PLACE])
def test_a_person_is_nothing_else(kind: EntityKind) -> None:
    assert judge(person("Dahlin"), Profile(kind=kind, names=("Dahlin",))).verdict is Verdict.DIFFERENT


def test_who_has_no_name_is_nobody_known() -> None:
    unnamed = Profile(kind=EntityKind.UNNAMED, names=("a senior official",))
    assert judge(unnamed, unnamed).verdict is Verdict.DIFFERENT
