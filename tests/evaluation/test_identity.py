"""The measures of identity."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.analysis.naming import Gender
from onrecord.analysis.types import EntityKind
from onrecord.evaluation.identity import agreement, read_cases, wrongly_merged
from onrecord.record.identity import Verdict


def test_b_cubed_of_a_worked_example() -> None:
    found = agreement([[0, 1, 2], [3], [4]], ["a", "a", "b", "b", "c"])
    assert found.precision == pytest.approx((2 * 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert found.recall == pytest.approx((1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert (found.merged, found.wrong, found.missed) == (3, 2, 1)
    assert list(wrongly_merged([[0, 1, 2], [3], [4]], ["a", "a", "b", "b", "c"])) == [(0, 2), (1, 2)]


def test_nothing_is_all_right() -> None:
    assert agreement([], []).f1 == 1.0


def test_a_case_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    table = tmp_path / "cases.txt"
    table.write_text(
        "# a remark\nunsure | organization | kinds | Dahlin; Dahlins AS [in: Halden; Lund] [when: 1990-1995] | "
        "{person} {female} Liv Dahlin [role: mayor] [with: Bo Berg]\n",
        encoding="utf-8",
    )
    (case,) = read_cases(table)
    assert case.wanted is Verdict.UNSURE
    assert (case.a.kind, case.b.kind) == (EntityKind.ORGANIZATION, EntityKind.PERSON)
    assert case.a.names == ("Dahlin", "Dahlins AS")
    assert case.a.places == ("Halden", "Lund")
    assert (case.a.first, case.a.last) == (date(1990, 6, 30), date(1995, 6, 30))
    assert case.b.gender is Gender.FEMALE
    assert (case.b.names, case.b.roles, case.b.company) == (("Liv Dahlin",), ("mayor",), ("Bo Berg",))
