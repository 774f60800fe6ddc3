"""Days as they are typed, and the ranges they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from onrecord.errors import QuestionError
from onrecord.question.days import read_days, write_days
from onrecord.question.scanning import Value
from onrecord.question.types import Days
from tests.question.questions import DAYS


def read(text: str) -> Days:
    return read_days(Value(text=text, column=6, quoted=False))


@pytest.mark.parametrize(
    ("typed", "since", "before", "written"),
    [
        ("2025-04-14", date(2025, 4, 14), date(2025, 4, 15), "2025-04-14"),
        ("2025-4-1", date(2025, 4, 1), date(2025, 4, 2), "2025-04-01"),
        ("2025-04", date(2025, 4, 1), date(2025, 5, 1), "2025-04"),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1), "2025-12"),
        ("2025", date(2025, 1, 1), date(2026, 1, 1), "2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1), "2024-02"),
        ("2025..2026-03", date(2025, 1, 1), date(2026, 4, 1), "2025-01..2026-03"),
        ("2025…2026", date(2025, 1, 1), date(2027, 1, 1), "2025..2026"),
        ("2025..2025", date(2025, 1, 1), date(2026, 1, 1), "2025"),
        ("2025-04-14..2025-05", date(2025, 4, 14), date(2025, 6, 1), "2025-04-14..2025-05-31"),
        ("2025..", date(2025, 1, 1), None, ">=2025-01-01"),
        ("..2025", None, date(2026, 1, 1), "<2026-01-01"),
        (">=2025-04-01", date(2025, 4, 1), None, ">=2025-04-01"),
        ("≥2025-04", date(2025, 4, 1), None, ">=2025-04-01"),
        (">2025-12-31", date(2026, 1, 1), None, ">=2026-01-01"),
        (">2025", date(2026, 1, 1), None, ">=2026-01-01"),
        ("<=2025-04", None, date(2025, 5, 1), "<2025-05-01"),
        ("≤2025-12-31", None, date(2026, 1, 1), "<2026-01-01"),
        ("<2025", None, date(2025, 1, 1), "<2025-01-01"),
    ],
)
def test_days(typed: str, since: date | None, before: date | None, written: str) -> None:
    days = read(typed)
    assert days == Days(since=since, before=before)
    assert write_days(days) == written


@given(DAYS)
def test_written_days_are_read_back(days: Days) -> None:
    assert read(write_days(days)) == days


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("april", "is no day"),
        ("", "is no day"),
        ("..", "is no day"),
        ("2025..2026..2027", "is no day"),
        (">2025..2026", "is no day"),
        ("٢٠٢٥", "is no day"),
        ("25-04-14", "is no day"),
        ("2025-02-29", "calendar"),
        ("2025-13", "calendar"),
        (">2025-13", "calendar"),
        ("2025-00", "calendar"),
        ("2025-01-00", "calendar"),
        ("0000", "calendar"),
        ("9999", "calendar"),
        ("9999-12-31", "calendar"),
        ("2026..2025", "ends before it begins"),
    ],
)
def test_no_days(typed: str, problem: str) -> None:
    with pytest.raises(QuestionError, match=problem) as raised:
        read(typed)
    assert raised.value.column == 6
