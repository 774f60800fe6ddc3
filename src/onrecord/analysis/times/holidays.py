"""The day on which a holiday falls in a year; what the names of holidays are anchored with."""

from __future__ import annotations

from datetime import date, timedelta

_NTH_WEEKDAY = {
    "mlk": (1, 1, 3),
    "presidents": (2, 1, 3),
    "mothers": (5, 7, 2),
    "fathers": (6, 7, 3),
    "labor": (9, 1, 1),
    "columbus": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}
"""Month, weekday (Monday is 1) and which of them in the month."""


def holiday(name: str, year: int) -> date:
    """The day of a holiday, by its name in `names.HOLIDAYS`. The movable ones are those of the United States."""
    if name in _NTH_WEEKDAY:
        month, weekday, nth = _NTH_WEEKDAY[name]
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if name == "memorial":
        last = date(year, 5, 31)
        return last - timedelta(days=last.isoweekday() - 1)
    if name == "election":
        second = date(year, 11, 2)
        return second + timedelta(days=(2 - second.isoweekday()) % 7)
    if name.startswith("easter"):
        return _easter(year) + timedelta(days=int(name.removeprefix("easter")))
    return date.fromisoformat(f"{year:04d}-{name}")


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
