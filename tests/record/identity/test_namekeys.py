"""What profiles are found by."""

from __future__ import annotations

from pathlib import Path

from onrecord.analysis.types import EntityKind
from onrecord.evaluation.identity import read_cases
from onrecord.record.identity import Profile, Verdict, judge, keys

CASES = read_cases(Path(__file__).with_name("hardcases.txt"))


def person(name: str, *company: str) -> Profile:
    return Profile(kind=EntityKind.PERSON, names=(name,), company=company)


def test_what_is_judged_the_same_is_found() -> None:
    unfound = [
        (case.a.names, case.b.names)
        for case in CASES
        if judge(case.a, case.b).verdict is Verdict.SAME and not {*keys(case.a)} & {*keys(case.b)}
    ]
    assert not unfound


def test_keys_are_sorted_and_the_same_each_time() -> None:
    found = keys(person("Muammar Gaddafi"))
    assert list(found) == sorted(found)
    assert found == keys(person("Muammar Gaddafi"))


def test_nickname_initial_and_spelling_find_each_other() -> None:
    william = {*keys(person("William Qaddafi"))}
    assert william & {*keys(person("Bill Kadafi"))}
    assert william & {*keys(person("B. Gaddafi"))}


def test_a_common_surname_alone_is_found_through_company_only() -> None:
    john = keys(person("John Smith", "Ann Dahlin"))
    assert not {*john} & {*keys(person("Smith"))}
    assert {*john} & {*keys(person("Smith", "Dahlin"))}


def test_who_has_no_name_has_no_keys() -> None:
    assert keys(Profile(kind=EntityKind.UNNAMED, names=("a senior official",))) == ()
    assert keys(Profile(kind=EntityKind.ORGANIZATION, names=("...",))) == ()
    assert keys(Profile(kind=EntityKind.PERSON, names=())) == ()
