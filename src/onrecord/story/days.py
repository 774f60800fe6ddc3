"""Calendar days as wires and feeds write them; what the head of a story and its `published` field are read with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?"
    r"|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
)

_WRITTEN = (
    rf"(?:{_WEEKDAY},?[ ]+)?"
    rf"(?:(?P<month>{_MONTH})[ ]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ ]+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?P<month2>{_MONTH})(?:,?[ ]+(?P<year2>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
    rf"|{_WEEKDAY}"
)
_AT_END = re.compile(rf"(?:^|(?<=[\s,]))(?:{_WRITTEN})$", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_WRITTEN})", re.IGNORECASE)

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}(?::?\d{2}.*)?)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}.*)?", re.ASCII | re.DOTALL)
_COARSE = re.compile(r"[\dX]{4}(?:-(?:[\dX]{2}|Q[1-4]|H[12]|W[\dX]{2}|SP|SU|FA|WI))?", re.ASCII)
_MAIL = re.compile(
    rf"(?:{_WEEKDAY},?[ ]+)?(\d{{1,2}})[ ]+({_MONTH})[ ]+(\d{{4}})(?:[ ]+\d{{2}}:.*)?", re.IGNORECASE
)

_LEAP = 2000
"""A day printed without a year may be 29 February."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as printed. start: where it begins in the words given. month is 0 where only a weekday is printed."""

    start: int
    month: int
    day: int
    year: int | None

    def resolve(self, published: date | None) -> date | None:
        """The calendar day: its own year, or the year that puts it nearest to `published`; None where neither."""
        if not self.month:
            return None
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if published is None:
            return None
        years = (published.year - 1, published.year, published.year + 1)
        days = [day for year in years if (day := _day(year, self.month, self.day)) is not None]
        return min(days, key=lambda day: abs((day - published).days), default=None)


def day_at_end(words: str) -> WrittenDay | None:
    """The day that `words` end in ("LONDON, March 9", "PARIS, Monday"), or None. Linear in them."""
    return _read(_AT_END.search(words))


def day_alone(words: str) -> WrittenDay | None:
    """The day that `words` consist of ("Friday, July 21, 2017"), or None; a bare weekday is none."""
    found = _read(_WHOLE.fullmatch(words))
    return found if found is not None and found.month else None


def published_day(value: str) -> date | None:
    """Read a publication day: 2025-04-14, 2025-04-14T12:00Z, 20250414, 14 Apr 2025 12:00 GMT, April 14, 2025.

    The day is taken as written, in whatever time zone it was written. Empty text and dates without a day (2025,
    2025-04, 1998-W07) give None: the story is undated. Anything else raises ValueError.
    """
    value = value.strip()
    if not value or _COARSE.fullmatch(value):
        return None
    day: date | None = None
    if found := _ISO.fullmatch(value) or _COMPACT.fullmatch(value):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
    elif found := _MAIL.fullmatch(value):
        day = _day(int(found[3]), _month(found[2]), int(found[1]))
    elif written := day_alone(value):
        day = written.resolve(None)
    if day is None:
        raise ValueError(value)
    return day


def _read(found: re.Match[str] | None) -> WrittenDay | None:
    if found is None:
        return None
    if found["iso"]:
        whole = found["iso"].split("-")
        return _valid(found.start(), int(whole[1]), int(whole[2]), int(whole[0]))
    name = found["month"] or found["month2"]
    if name is None:
        return WrittenDay(start=found.start(), month=0, day=0, year=None)
    digits = found["year"] or found["year2"]
    return _valid(found.start(), _month(name), int(found["day"] or found["day2"]), int(digits) if digits else None)


def _valid(start: int, month: int, day: int, year: int | None) -> WrittenDay | None:
    if _day(_LEAP if year is None else year, month, day) is None:
        return None
    return WrittenDay(start=start, month=month, day=day, year=year)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
