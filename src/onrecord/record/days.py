"""A TIMEX3 value -> the days it may mean, so that a record can be asked for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-XX)?")
_YEAR = re.compile(r"(?:FY)?(\d{4})(?:-XX(?:-XX)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE|-\d)?(?:T.*)?")
_PART = re.compile(r"(?:FY)?(\d{4})-([QH])(\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d{2})(?:XX)?")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from `first` on, up to but not including `before`."""

    first: date
    before: date


def days_of(value: str) -> Days | None:
    """Return the days of a TIMEX3 value of type DATE or TIME, None where it does not fix any.

    "2025-04" is April, "2025-W15-WE" a Saturday and a Sunday, "198X" ten years; winter begins in December. None for
    durations, sets, "XXXX-WXX-5", and years that the calendar does not have.
    """
    try:
        return _days(value)
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> Days | None:
    if found := _DAY.fullmatch(value):
        first = date(int(found[1]), int(found[2]), int(found[3]))
        return Days(first=first, before=first + timedelta(days=1))
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), found[3] or "")
    if found := _PART.fullmatch(value):
        length = 3 if found[2] == "Q" else 6
        if not 1 <= int(found[3]) <= 12 // length:
            return None
        return _months(int(found[1]), 1 + length * (int(found[3]) - 1), length)
    if found := _SEASON.fullmatch(value):
        return _months(int(found[1]), _SEASONS[found[2]], 3)
    if found := _YEAR.fullmatch(value):
        return _months(int(found[1]), 1, 12)
    if found := _DECADE.fullmatch(value):
        return _months(int(found[1]) * 10, 1, 120)
    if found := _CENTURY.fullmatch(value):
        return _months(int(found[1]) * 100, 1, 1200)
    return None


def _months(year: int, month: int, count: int) -> Days:
    end = month - 1 + count
    return Days(first=date(year, month, 1), before=date(year + end // 12, end % 12 + 1, 1))


def _week(year: int, week: int, rest: str) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    if rest == "-WE":
        return Days(first=monday + timedelta(days=5), before=monday + timedelta(days=7))
    if rest:
        first = date.fromisocalendar(year, week, int(rest[1]))
        return Days(first=first, before=first + timedelta(days=1))
    return Days(first=monday, before=monday + timedelta(days=7))
