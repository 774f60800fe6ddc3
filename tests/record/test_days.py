from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.days import days_of


@pytest.mark.parametrize(
    ("value", "first", "before"),
    [
        ("2025-04-14", "2025-04-14", "2025-04-15"),
        ("2025-04-14TMO", "2025-04-14", "2025-04-15"),
        ("2025-04-14T16:30", "2025-04-14", "2025-04-15"),
        ("2025-12", "2025-12-01", "2026-01-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("FY1988", "1988-01-01", "1989-01-01"),
        ("2025-W15", "2025-04-07", "2025-04-14"),
        ("2025-W15-WE", "2025-04-12", "2025-04-14"),
        ("2025-W15-3", "2025-04-09", "2025-04-10"),
        ("2025-Q4", "2025-10-01", "2026-01-01"),
        ("2025-H1", "2025-01-01", "2025-07-01"),
        ("2025-SP", "2025-03-01", "2025-06-01"),
        ("2025-WI", "2025-12-01", "2026-03-01"),
        ("198", "1980-01-01", "1990-01-01"),
        ("198X", "1980-01-01", "1990-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("19XX", "1900-01-01", "2000-01-01"),
    ],
)
def test_a_value_is_a_range_of_days(value: str, first: str, before: str) -> None:
    days = days_of(value)
    assert days is not None
    assert (days.first, days.before) == (date.fromisoformat(first), date.fromisoformat(before))


@pytest.mark.parametrize(
    "value",
    ["", "P2D", "XXXX-WXX-5", "PAST_REF", "2025-13", "2025-02-30", "0000", "2025-W54", "2025-Q5", "9999-12-31"],
)
def test_what_fixes_no_day_is_none(value: str) -> None:
    assert days_of(value) is None


@given(st.text(alphabet="0123456789-WQHXTFYSPUAIEMO:", max_size=12) | st.text(max_size=8))
def test_any_value_is_taken(value: str) -> None:
    days = days_of(value)
    assert days is None or days.first < days.before
