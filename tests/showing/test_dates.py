from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.analysis.types import TimeType
from onrecord.showing.dates import datetime, phrased
from onrecord.showing.visible import visible

DATE, TIME, DURATION, SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET

READINGS = [
    ("2025-04-14", DATE, "2025-04-14"),
    ("2025-W16-1", DATE, "2025-04-14"),
    ("2025-04", DATE, "April 2025"),
    ("2025", DATE, "2025"),
    ("2025-W15", DATE, "week of 7 Apr 2025"),
    ("2025-W15-WE", DATE, "weekend of 12 Apr 2025"),
    ("2025-SP", DATE, "spring 2025"),
    ("2025-WI", DATE, "winter 2025"),
    ("2025-Q3", DATE, "Q3 2025"),
    ("2025-QX", DATE, "a quarter of 2025"),
    ("2025-H1", DATE, "first half of 2025"),
    ("199", DATE, "the 1990s"),
    ("199X", DATE, "the 1990s"),
    ("19", DATE, "the 20th century"),
    ("20XX", DATE, "the 21st century"),
    ("199X-SU", DATE, "summer in the 1990s"),
    ("FY2025", DATE, "fiscal 2025"),
    ("FY2025-Q1", DATE, "Q1 fiscal 2025"),
    ("BC0044-03-15", DATE, "15 March 44 BC"),
    ("XXXX", DATE, "a year"),
    ("XXXX-WXX-5", DATE, "a Friday"),
    ("XXXX-WXX-WE", DATE, "a weekend"),
    ("XXXX-WXX", DATE, "a week"),
    ("XXXX-W15", DATE, "week 15"),
    ("XXXX-01", DATE, "a January"),
    ("XXXX-03-15", DATE, "15 March"),
    ("XXXX-XX-15", DATE, "day 15 of a month"),
    ("XXXX-XX", DATE, "a month"),
    ("XXXX-XX-XX", DATE, "a day"),
    ("XXXX-FA", DATE, "an autumn"),
    ("XXXX-Q1", DATE, "a first quarter"),
    ("2025-WXX", DATE, "a week in 2025"),
    ("2025-WXX-2", DATE, "a Tuesday in 2025"),
    ("2025-XX", DATE, "a month in 2025"),
    ("2025-XX-XX", DATE, "a day in 2025"),
    ("2025-03-XX", DATE, "a day in March 2025"),
    ("2025-03-XXTNI", TIME, "a night in March 2025"),
    ("2025-03-15TNI", TIME, "2025-03-15, night"),
    ("2025-03-15T14:30", TIME, "2025-03-15, 14:30"),
    ("2025-03-15T14", TIME, "2025-03-15, 14 h"),
    ("2025-03-15T14:30:00Z", TIME, "2025-03-15, 14:30:00 UTC"),
    ("2025-03-15T14:30+02:00", TIME, "2025-03-15, 14:30 +02:00"),
    ("XXXX-XX-XXT09:00", TIME, "09:00"),
    ("XXXX-XX-XXTEV", TIME, "an evening"),
    ("XXXX-WXX-5TNI", TIME, "a Friday night"),
    ("PRESENT_REF", DATE, "now"),
    ("PAST_REF", DATE, "in the past"),
    ("FUTURE_REF", DATE, "in the future"),
    ("P1D", DURATION, "1 day"),
    ("P3W", DURATION, "3 weeks"),
    ("P1Y6M", DURATION, "1 year 6 months"),
    ("P2.5Y", DURATION, "2.5 years"),
    ("PT36H", DURATION, "36 hours"),
    ("P1DT2H30M", DURATION, "1 day 2 hours 30 minutes"),
    ("PXY", DURATION, "some years"),
    ("P2CE", DURATION, "2 centuries"),
    ("P4DE", DURATION, "4 decades"),
    ("P1D", SET, "every day"),
    ("P2W", SET, "every 2 weeks"),
    ("PXM", SET, "every few months"),
    ("XXXX-WXX-5", SET, "every Friday"),
    ("XXXX-XX-XX", SET, "every day"),
    ("XXXX-XX-XXTMO", SET, "every morning"),
    ("XXXX-WXX", SET, "every week"),
    ("XXXX-12-25", SET, "every 25 December"),
    ("XXXX-SU", SET, "every summer"),
    ("XXXX-XX-01", SET, "day 1 of every month"),
    ("2025-02-30", DATE, "2025-02-30"),
    ("2025-13", DATE, "2025-13"),
    ("2025-W60", DATE, "2025-W60"),
    ("P3Z", DURATION, "P3Z"),
    ("soon\n\x1b[2J", DATE, "soon \ufffd[2J"),
    ("", DATE, ""),
]


@pytest.mark.parametrize(("value", "kind", "words"), READINGS)
def test_values_in_words(value: str, kind: TimeType, words: str) -> None:
    assert phrased(value, kind) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-04-14", "Monday 14 April 2025"),
        ("2025-W16-1", "Monday 14 April 2025"),
        ("2025-04-14TEV", "Monday 14 April 2025, evening"),
        ("2025-Q3", "third quarter of 2025"),
        ("2025-W15", "week of 7 Apr 2025"),
    ],
)
def test_days_are_spelled_with_their_weekday(value: str, words: str) -> None:
    assert phrased(value, spelled=True) == words


ANY = st.one_of(
    st.text(max_size=20),
    st.text(st.sampled_from("0123456789XPTWQHYMD-:."), max_size=16),
    st.from_regex(r"\A(\d{4}|XXXX)(-W?(\d\d|XX))?(-(\d\d|XX|WE|\d))?(T(\d\d:\d\d|NI|ZZ))?\Z"),
)


@given(ANY, st.sampled_from(TimeType), st.booleans())
@example("0000-01-01", DATE, False)
@example("XXXX-XX-00", DATE, False)
def test_any_value_is_phrased_on_one_line(value: str, kind: TimeType, spelled: bool) -> None:
    words = phrased(value, kind, spelled=spelled)
    assert words == visible(words)
    assert bool(words) == bool(visible(value))


@pytest.mark.parametrize(
    "value",
    [
        *("2025", "2025-04", "2025-04-14", "2024-02-29", "2025-W15", "2020-W53"),
        *("2025-04-14T09:30", "2025-04-14T09:30:15", "2025-04-14T09:30Z", "2025-04-14T09:30+02:00"),
        *("P2D", "PT36H", "P1DT2H30M", "PT1.5S"),
    ],
)
def test_html_takes_these_values_as_they_are(value: str) -> None:
    assert datetime(value, TimeType.DATE) == value
    assert datetime(value, TimeType.SET) is None


@pytest.mark.parametrize(
    "value",
    [
        *("", "P", "PT", "P2W", "P1Y", "PXD", "XXXX-WXX-5", "2025-W15-WE", "2025-SP", "2025-Q1", "199", "0000"),
        *("2025-02-29", "2025-13", "2025-W53", "2025-W00", "2025-04-14TNI", "2025-04-14T24:00", "2025-04-14T9:30"),
        *("PRESENT_REF", "2025-04-14T09:30+99:00", "٢٠٢٥", '"><script>'),
    ],
)
def test_html_does_not_take_these(value: str) -> None:
    assert datetime(value, TimeType.DATE) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_one(day: date) -> None:
    assert phrased(day.isoformat()) == datetime(day.isoformat(), TimeType.DATE) == day.isoformat()
    year, week, weekday = day.isocalendar()
    assert phrased(f"{year:04}-W{week:02}-{weekday}") == day.isoformat()
