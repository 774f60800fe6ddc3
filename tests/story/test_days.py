"""Days as wires and feeds write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.days import day_alone, day_at_end, published_day


@pytest.mark.parametrize(
    "value",
    [
        "1998-02-13",
        " 1998-02-13 ",
        "1998-02-13T12:00",
        "1998-02-13T23:30:00+09:00",
        "1998-02-13 12:00:00Z",
        "1998-02-13T1200",
        "19980213",
        "19980213T1200",
        "199802131200",
        "13 Feb 1998",
        "Fri, 13 Feb 1998 12:00:00 GMT",
        "February 13, 1998",
        "Friday, Feb. 13, 1998",
    ],
)
def test_reads_a_day_of_publication(value: str) -> None:
    assert published_day(value) == date(1998, 2, 13)


@pytest.mark.parametrize("value", ["", "  ", "1998", "1998-02", "1998-W07", "1998-Q1", "199X", "XXXX-XX"])
def test_a_date_without_a_day_is_undated(value: str) -> None:
    assert published_day(value) is None


@pytest.mark.parametrize(
    "value", ["yesterday", "1998-02-30", "13/02/98", "Feb 13", "19981350", "0000-01-01", "١٩٩٨٠٢١٣"]
)
def test_refuses_what_is_no_day(value: str) -> None:
    with pytest.raises(ValueError):
        published_day(value)


@given(st.dates())
def test_iso_days_come_back(day: date) -> None:
    assert published_day(day.isoformat()) == published_day(f"{day.isoformat()}T07:00") == day


@given(st.text(max_size=30))
def test_arbitrary_words_give_a_day_none_or_value_error(value: str) -> None:
    with suppress(ValueError):
        published_day(value)
    for found in (day_at_end(value), day_alone(value)):
        assert found is None or 0 <= found.start < len(value)


def test_finds_where_the_day_begins() -> None:
    words = "OSLO, Monday, 7 April"
    found = day_at_end(words)
    assert found is not None
    assert words[found.start :] == "Monday, 7 April"
    assert found.resolve(date(2031, 4, 9)) == date(2031, 4, 7)


def test_a_weekday_names_no_day() -> None:
    found = day_at_end("OSLO, Monday")
    assert found is not None
    assert found.resolve(date(2031, 4, 9)) is None
    assert day_alone("Monday") is None


def test_years_at_the_edges_of_the_calendar() -> None:
    found = day_at_end("OSLO, Dec 31")
    assert found is not None
    assert found.resolve(date.min) == date(1, 12, 31)
    assert found.resolve(date.max) == date.max
