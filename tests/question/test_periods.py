from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.question.counts import Scale
from onrecord.question.lanes import Key, Lane
from onrecord.question.periods import period_of
from onrecord.record.days import Days, days_of

DATES = st.dates(date(1987, 11, 1), date(1989, 3, 1))
VALUES = (
    DATES.map(str)
    | DATES.map(lambda day: str(day)[:7])
    | DATES.map(lambda day: str(day)[:4])
    | DATES.map(lambda day: day.strftime("%G-W%V"))
    | DATES.map(lambda day: day.strftime("%G-W%V-WE"))
    | st.sampled_from(["198", "19", "1988-Q1", "1987-Q4", "1988-H2", "1987-WI", "1988-SP"])
)


def days(value: str) -> Days:
    found = days_of(value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "scale", "period"),
    [
        ("2025-04-14", Scale.DAY, "2025-04-14"),
        ("2025-04-14", Scale.MONTH, "2025-04"),
        ("2025-12", Scale.MONTH, "2025-12"),
        ("2025-12-31", Scale.MONTH, "2025-12"),
        ("2025-W18", Scale.MONTH, "2025-04"),  # to 4 May: where it begins
        ("2025-W18", Scale.DAY, "2025-W18"),
        ("2025-Q2", Scale.MONTH, "2025-Q2"),
        ("2025-Q2", Scale.YEAR, "2025"),
        ("198", Scale.YEAR, "198"),
    ],
)
def test_days_stand_in_the_period_in_which_they_begin(value: str, scale: Scale, period: str) -> None:
    assert period_of(days(value), scale) == days(period)


@given(st.lists(VALUES, max_size=30), st.sampled_from(Scale), st.booleans())
def test_in_order_no_period_comes_twice(values: list[str], scale: Scale, newest: bool) -> None:
    keys = [Key(days=days(value), lane=Lane.SAID, number=number) for number, value in enumerate(values)]
    keys.sort(key=lambda key: key.order(newest=newest))
    periods = [period for period, _ in groupby(period_of(key.days, scale) for key in keys if key.days)]
    assert len(periods) == len(set(periods))
