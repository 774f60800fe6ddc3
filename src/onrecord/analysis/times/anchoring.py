"""Anchoring: a meaning becomes a type and a TIMEX3 value, by the day of publication and the story so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.analysis.times.calendar import Point, day_of, point, season
from onrecord.analysis.times.holidays import holiday
from onrecord.analysis.times.meanings import (
    Calendar,
    Century,
    Clock,
    Decade,
    Fixed,
    Meaning,
    PartOfDay,
    Reported,
    Shift,
    Turn,
    WeekOf,
    YearsFrom,
)
from onrecord.analysis.times.names import CLOCK_UNITS, Unit
from onrecord.analysis.types import TimeType

_UNSPECIFIED = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.SEASON: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
    Unit.MILLENNIUM: "X",
}
_SEVERAL_QUARTERS = frozenset(("P6M", "P9M", "P2Q", "P3Q"))
"""What a story of figures reports beside a quarter; what it compares then is a year."""

_NEAR = 100
"""Days within which the nearest day of a name is meant, whatever the tense seems to be."""

_HALF_A_YEAR = 183

_YEARS_AHEAD = 10
"""A year of two digits lies at most so far ahead of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """The type and value of a time. point: its place in the calendar, where it has one."""

    type: TimeType
    value: str
    point: Point | None = None


class Anchor:
    """The day of publication and the dates of the story so far."""

    def __init__(self, published: date | None) -> None:
        self._published = published
        self._focus: Point | None = None
        self._day: Point | None = None
        self._reported: Point | None = None
        self._stretch = False

    def value(self, meaning: Meaning, lean: int, here: bool) -> Anchored:
        """Anchor the next time of the story and remember it.

        lean: below 0 in the past tense, above 0 in the future, 0 where the tense says nothing. here: whether the
        last time stands in the same sentence.
        """
        anchored = self._anchored(meaning, lean, here)
        if anchored.value in _SEVERAL_QUARTERS:
            self._stretch = True
        if anchored.point is not None and not isinstance(meaning, YearsFrom | Reported):
            self._remember(anchored.point)
        return anchored

    def _remember(self, place: Point) -> None:
        self._focus = place
        if place.unit is Unit.DAY:
            self._day = place
        after = place.moved(1)
        over = self._published is None or (after is not None and after.first <= self._published)
        if place.unit is Unit.QUARTER and over:
            self._reported, self._stretch = place, False

    def _anchored(self, meaning: Meaning, lean: int, here: bool) -> Anchored:
        match meaning:
            case Fixed():
                return Anchored(type=meaning.type, value=meaning.value)
            case Calendar():
                return self._calendar(meaning, lean)
            case Decade():
                return _date(self._decade(meaning.year))
            case Century():
                return _date(f"{meaning.number - 1:02d}")
            case Shift():
                return self._shift(meaning, lean)
            case YearsFrom():
                return self._years_from(meaning)
            case Reported():
                return self._reported_in(meaning, lean)
            case WeekOf():
                day = self._anchored(meaning.day, lean, here).point
                return _placed(point(Unit.WEEK, day.first) if day else None, Unit.WEEK)
            case PartOfDay():
                day_value, day = self._day_of(meaning.on, lean, here)
                return Anchored(type=TimeType.TIME, value=f"{day_value}T{meaning.part}", point=day)
            case Clock():
                day_value, day = self._day_of(meaning.on, lean, here)
                return Anchored(type=TimeType.TIME, value=f"{day_value}T{_clock(meaning)}", point=day)

    def _day_of(self, on: Meaning | None, lean: int, here: bool) -> tuple[str, Point | None]:
        if on is not None:
            anchored = self._anchored(on, lean, here)
            return anchored.value, anchored.point
        if here and self._day is not None:
            return self._day.value, self._day
        if self._published is None:
            return _UNSPECIFIED[Unit.DAY], None
        day = Point(unit=Unit.DAY, first=self._published)
        return day.value, day

    def _base(self, unit: Unit, from_focus: bool) -> date | None:
        if not from_focus:
            return self._published
        focus = self._day if unit is Unit.DAY else self._focus
        return focus.first if focus is not None else self._published

    def _shift(self, meaning: Shift, lean: int) -> Anchored:
        unit = meaning.unit
        base = self._base(unit, meaning.from_focus)
        if unit in CLOCK_UNITS:
            value = base.isoformat() if base else _UNSPECIFIED[Unit.DAY]
            return Anchored(type=TimeType.TIME, value=f"{value}TXX:XX")
        if base is None:
            return _date(_UNSPECIFIED[unit])
        count = meaning.count
        if unit is Unit.WEEKEND and count == 0 and lean <= 0 and base.isoweekday() < 6:
            count = -1
        return _placed(point(unit, base).moved(count), unit)

    def _decade(self, year: int) -> str:
        if year >= 100:
            return f"{year // 10:03d}"
        if self._published is None:
            return f"XX{year // 10}"
        return f"{_full_year(year, self._published, ahead=0) // 10:03d}"

    def _years_from(self, meaning: YearsFrom) -> Anchored:
        place: Point | None
        if self._reported is not None and self._stretch and meaning.unit is None:
            return _placed(point(Unit.YEAR, self._reported.first).moved(meaning.years), Unit.YEAR)
        if self._reported is not None and meaning.unit in (None, Unit.QUARTER):
            place = self._reported.in_year(meaning.years)
            return _placed(place, Unit.QUARTER)
        if meaning.unit is Unit.QUARTER:
            last = self._last_quarter()
            return _placed(last.in_year(meaning.years) if last else None, Unit.QUARTER)
        focus = self._focus if meaning.from_focus else None
        if focus is not None and focus.unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.SEASON):
            return _placed(focus.in_year(meaning.years), focus.unit)
        base = focus.first if focus is not None else self._published
        if base is None:
            return _date(_UNSPECIFIED[Unit.YEAR])
        return _placed(point(Unit.YEAR, base).moved(meaning.years), Unit.YEAR)

    def _reported_in(self, meaning: Reported, lean: int) -> Anchored:
        year = meaning.year
        if meaning.ended is not None:
            ended = self._anchored(meaning.ended, min(lean, 0), here=False).point
            if ended is not None:
                self._reported = point(Unit.QUARTER, ended.first - timedelta(days=45))
        place = self._reported or self._last_quarter()
        if place is None:
            return _date(f"{year:04d}-QX" if year is not None else _UNSPECIFIED[Unit.QUARTER])
        if year is not None:
            place = place.in_year(year - place.first.year)
        return _placed(place, Unit.QUARTER)

    def _last_quarter(self) -> Point | None:
        return point(Unit.QUARTER, self._published).moved(-1) if self._published is not None else None

    def _calendar(self, meaning: Calendar, lean: int) -> Anchored:
        year = meaning.year
        if meaning.of is not None:
            around = self._anchored(meaning.of, lean, here=False).point
            if around is None:
                return _date(_unspecified(meaning, "XXXX"))
            year = around.first.year
        if year is not None:
            return self._in_year(meaning, year)
        base = self._base(Unit.YEAR, meaning.from_focus)
        if base is None:
            return _date(_unspecified(meaning, "XXXX"))
        if meaning.weekday and not meaning.month:
            return _placed(_weekday(meaning.weekday, base, meaning.turn, lean), Unit.DAY)
        return _placed(_nearest(meaning, base, lean), Unit.DAY)

    def _in_year(self, meaning: Calendar, year: int) -> Anchored:
        if year < 100:
            if self._published is None:
                return _date(_unspecified(meaning, f"XX{year:02d}"))
            year = _full_year(year, self._published, ahead=_YEARS_AHEAD)
        place = _in(meaning, year)
        if place is None:
            return _date(_unspecified(meaning, f"{year:04d}"))
        return _placed(place, place.unit)


def _date(value: str) -> Anchored:
    return Anchored(type=TimeType.DATE, value=value)


def _placed(place: Point | None, unit: Unit) -> Anchored:
    if place is None:
        return _date(_UNSPECIFIED[unit])
    return Anchored(type=TimeType.DATE, value=place.value, point=place)


def _full_year(year: int, published: date, ahead: int) -> int:
    whole = published.year // 100 * 100 + year
    return whole - 100 if whole > published.year + ahead else whole


def _clock(clock: Clock) -> str:
    value = f"{clock.hour:02d}:{clock.minute or 0:02d}"
    return f"{value}:{clock.second:02d}" if clock.second is not None else value


def _in(meaning: Calendar, year: int) -> Point | None:
    """The place in a year; None where that year has none such."""
    if not 1 <= year <= 9999:
        return None
    if meaning.holiday:
        return Point(unit=Unit.DAY, first=holiday(meaning.holiday, year))
    if meaning.season:
        return season(year, meaning.season)
    if meaning.quarter:
        return point(Unit.QUARTER, date(year, 3 * meaning.quarter, 1))
    if meaning.half:
        return point(Unit.HALF, date(year, 6 * meaning.half, 1))
    if not meaning.month:
        return point(Unit.YEAR, date(year, 1, 1))
    if not meaning.day:
        return point(Unit.MONTH, date(year, meaning.month, 1))
    day = day_of(year, meaning.month, meaning.day)
    return Point(unit=Unit.DAY, first=day) if day is not None else None


def _nearest(meaning: Calendar, base: date, lean: int) -> Point | None:
    """The place that the turn and the tense point at, of those about a day."""
    places = [place for year in range(base.year - 2, base.year + 3) if (place := _in(meaning, year)) is not None]
    if meaning.weekday:
        places = [place for place in places if place.first.isoweekday() == meaning.weekday] or places
    if not places:
        places = [place for year in range(base.year - 8, base.year + 9) if (place := _in(meaning, year))]
    if not places:
        return None
    now = point(places[0].unit, base).first
    before = [place for place in places if place.first < now]
    after = [place for place in places if place.first > now]
    same = [place for place in places if place.first == now]
    match meaning.turn:
        case Turn.LAST if before:
            return before[-1]
        case Turn.NEXT if after:
            return after[0]
        case Turn.THIS:
            if meaning.season:
                return min(places, key=lambda place: abs((place.first - base).days))
            in_year = [place for place in places if place.first.year == base.year]
            return (same or in_year or places)[0]
    if same:
        return same[0]
    if not (before and after):
        return places[0]
    last, coming = (base - before[-1].first).days, (after[0].first - base).days
    if meaning.month and not meaning.day:
        ahead = lean > 0 or (lean == 0 and coming < 62)
    elif meaning.day or meaning.holiday:
        ahead = coming < last if lean == 0 or min(last, coming) < _NEAR else lean > 0
    else:
        ahead = lean > 0 and coming < _HALF_A_YEAR
    return after[0] if ahead else before[-1]


def _weekday(weekday: int, base: date, turn: Turn | None, lean: int) -> Point | None:
    """The weekday that the turn and the tense point at; the day itself where it is that weekday."""
    ahead = (weekday - base.isoweekday()) % 7
    behind = ahead - 7 if ahead else 0
    match turn:
        case Turn.LAST:
            step = behind or -7
        case Turn.NEXT:
            step = ahead or 7
        case Turn.THIS:
            step = weekday - base.isoweekday()
        case _:
            step = ahead if lean > 0 else behind
    return Point(unit=Unit.DAY, first=base).moved(step)


def _unspecified(meaning: Calendar, year: str) -> str:
    if meaning.holiday:
        fixed = meaning.holiday[:1].isdigit()
        return f"{year}-{meaning.holiday}" if fixed else f"{year}-XX-XX"
    if meaning.month:
        return f"{year}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.quarter:
        return f"{year}-Q{meaning.quarter}"
    if meaning.half:
        return f"{year}-H{meaning.half}"
    if meaning.season:
        return f"{year}-{meaning.season}"
    return f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else year
