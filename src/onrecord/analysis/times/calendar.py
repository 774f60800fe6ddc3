"""Points of the calendar, from a day to a century: how far they reach, their neighbours and their TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from onrecord.analysis.times.names import Unit

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One unit of the calendar, by its first day."""

    unit: Unit
    first: date

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        year, month = self.first.year, self.first.month
        week_year, week, _ = self.first.isocalendar()
        match self.unit:
            case Unit.WEEK:
                return f"{week_year:04d}-W{week:02d}"
            case Unit.WEEKEND:
                return f"{week_year:04d}-W{week:02d}-WE"
            case Unit.MONTH:
                return f"{year:04d}-{month:02d}"
            case Unit.QUARTER:
                return f"{year:04d}-Q{(month + 2) // 3}"
            case Unit.HALF:
                return f"{year:04d}-H{1 if month < 7 else 2}"
            case Unit.SEASON:
                return f"{year:04d}-{_SEASONS[month]}"
            case Unit.YEAR:
                return f"{year:04d}"
            case Unit.DECADE:
                return f"{year // 10:03d}"
            case Unit.CENTURY:
                return f"{year // 100:02d}"
            case Unit.MILLENNIUM:
                return f"{year // 1000}"
            case _:
                return self.first.isoformat()

    def moved(self, count: int) -> Point | None:
        """The point so many of its units away; None beyond the calendar."""
        if self.unit in _MONTHS:
            return self._at_month(self.first.year * 12 + self.first.month - 1 + count * _MONTHS[self.unit])
        try:
            return Point(unit=self.unit, first=self.first + timedelta(days=count * _DAYS[self.unit]))
        except (OverflowError, KeyError):
            return None

    def in_year(self, shift: int) -> Point | None:
        """The same place in the calendar, so many years away; a week or a day keeps its place as far as it can."""
        if self.unit in _DAYS:
            day = day_of(self.first.year + shift, self.first.month, self.first.day)
            day = day or day_of(self.first.year + shift, self.first.month, 28)
            return point(self.unit, day) if day is not None else None
        return self._at_month((self.first.year + shift) * 12 + self.first.month - 1)

    def _at_month(self, months: int) -> Point | None:
        year, month = divmod(months, 12)
        day = day_of(year, month + 1, 1)
        return Point(unit=self.unit, first=day) if day is not None else None


def point(unit: Unit, day: date) -> Point:
    """The unit of the calendar that holds a day."""
    year, month = day.year, day.month
    match unit:
        case Unit.WEEK:
            first = _back(day, day.isoweekday() - 1)
        case Unit.WEEKEND:
            first = _on(day, 6 - day.isoweekday())
        case Unit.MONTH:
            first = date(year, month, 1)
        case Unit.QUARTER:
            first = date(year, (month - 1) // 3 * 3 + 1, 1)
        case Unit.HALF:
            first = date(year, 1 if month < 7 else 7, 1)
        case Unit.SEASON:
            first = season_of(day)
        case Unit.YEAR:
            first = date(year, 1, 1)
        case Unit.DECADE:
            first = date(max(year // 10 * 10, MINYEAR), 1, 1)
        case Unit.CENTURY:
            first = date(max(year // 100 * 100, MINYEAR), 1, 1)
        case Unit.MILLENNIUM:
            first = date(max(year // 1000 * 1000, MINYEAR), 1, 1)
        case _:
            first = day
    return Point(unit=unit, first=first)


def season(year: int, name: str) -> Point | None:
    """A season of a year; the winter is that which begins in it."""
    day = day_of(year, _SEASON_STARTS[name], 1)
    return Point(unit=Unit.SEASON, first=day) if day is not None else None


def season_of(day: date) -> date:
    """The first day of the season that holds a day."""
    start = day.month // 3 * 3
    if start:
        return date(day.year, start, 1)
    return date(max(day.year - 1, MINYEAR), 12, 1)


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none such."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _back(day: date, days: int) -> date:
    return _on(day, -days)


def _on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
