"""TIMEX3 values -> words for a reader, and what of them HTML takes for a datetime."""

from __future__ import annotations

import re
from datetime import date, time

from onrecord.analysis.types import TimeType
from onrecord.showing.visible import visible

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_UNITS = {
    **{"Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend"},
    **{"DE": "decade", "E": "decade", "CE": "century", "C": "century", "ML": "millennium", "L": "millennium"},
    **{"TH": "hour", "TM": "minute", "TS": "second"},
}
_PLURALS = {"century": "centuries", "millennium": "millennia"}

_AMOUNT = r"(?:[0-9]+(?:\.[0-9]+)?|X+)(?:WE|DE|CE|ML|[A-Z])"
_PERIOD = re.compile(rf"P((?:{_AMOUNT})*)(?:T((?:{_AMOUNT})+))?")
_AMOUNTS = re.compile(r"([0-9.]+|X+)(WE|DE|CE|ML|[A-Z])")
_CALENDAR = re.compile(
    r"""(?P<era>BC|FY)?(?P<year>[0-9]{4}|[0-9]{3}X?|[0-9]{2}(?:XX)?|XXXX)
    (?:-(?:
        (?P<season>SP|SU|FA|AU|WI) | Q(?P<quarter>[1-4X]) | H(?P<half>[12X])
        | W(?P<week>[0-9]{2}|XX)(?:-(?P<weekday>[1-7]|WE))?
        | (?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?
    ))?
    (?:T(?:(?P<part>[A-Z]{2})|(?P<clock>[0-9]{2}(?::[0-9]{2}){0,2})(?:\.[0-9]+)?(?P<zone>Z|[+-][0-9:]{2,6})?))?""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_PLAIN_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}")
_PLAIN_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?)(?:Z|[+-](?:0[0-9]|1[0-9]|2[0-3]):[0-5][0-9])?)?"
)
_PLAIN_PERIOD = re.compile(r"P(?=.)(?:[0-9]+D)?(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,3})?S)?)?")


def phrased(value: str, kind: TimeType = TimeType.DATE, *, spelled: bool = False) -> str:
    """The value in words: "2025-04-14", "week of 7 Apr 2025", "a Friday", "every 2 weeks"; "" where there is none.

    spelled: days with their weekday and month ("Monday 14 April 2025"). A value that is no TIMEX3 stays as it is.
    """
    every = kind is TimeType.SET
    if value in _REFERENCES:
        return _REFERENCES[value]
    if found := _PERIOD.fullmatch(value):
        return _period(found, every=every) or visible(value)
    if found := _CALENDAR.fullmatch(value):
        try:
            return _calendar(found, every=every, spelled=spelled)
        except ValueError:
            return visible(value)
    return visible(value)


def datetime(value: str, kind: TimeType) -> str | None:
    """The value where HTML's <time> takes it as it is (a year, week, day, moment, days and hours), or None."""
    if kind is TimeType.SET:
        return None
    try:
        if _PLAIN.fullmatch(value):
            date.fromisoformat(f"{value}-01-01"[:10])
        elif _PLAIN_WEEK.fullmatch(value):
            date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        elif found := _PLAIN_TIME.fullmatch(value):
            date.fromisoformat(found[1])
            time.fromisoformat(found[2] or "00:00")
        elif not _PLAIN_PERIOD.fullmatch(value):
            return None
    except ValueError:
        return None
    return value


def _period(found: re.Match[str], *, every: bool) -> str:
    """A length of time, or how often; "" where a unit is none that TIMEX3 has."""
    amounts = _AMOUNTS.findall(found[1] or "")
    amounts += [(amount, f"T{unit}") for amount, unit in _AMOUNTS.findall(found[2] or "")]
    if any(unit not in _UNITS for _, unit in amounts):
        return ""
    words = []
    for amount, unit in amounts:
        name = _UNITS[unit]
        if amount == "1":
            words.append(name if every else f"1 {name}")
        else:
            number = ("few" if every else "some") if amount.startswith("X") else amount
            words.append(f"{number} {_PLURALS.get(name, name + 's')}")
    return ("every " if every and words else "") + " ".join(words)


def _calendar(found: re.Match[str], *, every: bool, spelled: bool) -> str:
    """A stretch of the calendar. Raises ValueError where there is none such: a 30th of February, a week 54."""
    year, part = _year(found), _PARTS.get(found["part"] or "")
    if found["part"] and part is None:
        raise ValueError
    number = int(found["year"]) if len(found["year"]) == 4 and found["year"].isdecimal() else None
    day = None if found["era"] or number is None else _day(found, number)
    if day is not None:
        words = f"{_WEEKDAYS[day.weekday()]} {_long(day)}" if spelled else day.isoformat()
    else:
        words, part = _indefinite(found, year, number, part, every=every, spelled=spelled)
    clock = found["clock"] or ""
    clock += " h" if len(clock) == 2 else ""
    clock += {"Z": " UTC", None: ""}.get(found["zone"], f" {found['zone']}")
    if clock and words in {"a day", "a year"}:
        return clock
    return ", ".join(piece for piece in (words, part, clock) if piece)


def _day(found: re.Match[str], year: int) -> date | None:
    """The day that the value names, or None where it names a longer stretch."""
    month, day, week, weekday = (found[name] or "X" for name in ("month", "day", "week", "weekday"))
    if month.isdecimal() and day.isdecimal():
        return date(year, int(month), int(day))
    if week.isdecimal() and weekday.isdecimal():
        return date.fromisocalendar(year, int(week), int(weekday))
    return None


def _indefinite(
    found: re.Match[str], year: str, number: int | None, part: str | None, *, every: bool, spelled: bool
) -> tuple[str, str | None]:
    """The words for what is no single day, and the part of the day that these words do not hold yet."""
    noun = part or "day"
    if found["season"]:
        return _named(_SEASONS[found["season"]], year, every=every), part
    for name, short in (("quarter", "Q"), ("half", "")):
        if which := found[name]:
            if which == "X":
                return _one(name, f"of {year}" if year else "", every=every), part
            ordinal = f"{_ORDINALS[which]} {name}"
            if short and year and not spelled:
                return f"{short}{which} {year}", part
            return (f"{ordinal} of {year}" if year else _one(ordinal, "", every=every)), part
    if week := found["week"]:
        return _week(week, found["weekday"], year, number, part, every=every)
    month, day = found["month"], found["day"]
    if month is None:
        return (year, part) if year else (_one(part or "year", "", every=every), None)
    name = _month(month) if month != "XX" else ""
    if day is None:
        return (_named(name, year, every=every) if name else _one("month", _within(year), every=every)), part
    if day == "XX":
        return _one(noun, _within(f"{name} {year}".strip()), every=every), None
    if not 1 <= int(day) <= 31:
        raise ValueError(day)
    if name:
        return ("every " if every else "") + f"{int(day)} {name} {year}".rstrip(), part
    return f"day {int(day)} of {'every' if every else 'a'} month" + (f" in {year}" if year else ""), part


def _week(
    week: str, weekday: str | None, year: str, number: int | None, part: str | None, *, every: bool
) -> tuple[str, str | None]:
    if week == "XX" or number is None:
        if week != "XX":
            return f"week {int(week)}", part
        if weekday is None:
            return _one("week", _within(year), every=every), part
        name = "weekend" if weekday == "WE" else _WEEKDAYS[int(weekday) - 1]
        return _one(f"{name} {part}" if part else name, _within(year), every=every), None
    monday = date.fromisocalendar(number, int(week), 1)
    if weekday == "WE":
        return f"weekend of {_short(date.fromisocalendar(number, int(week), 6))}", part
    return f"week of {_short(monday)}", part


def _year(found: re.Match[str]) -> str:
    """As in "2025", "the 1990s", "the 20th century", "fiscal 2025", "44 BC"; "" where it is not known."""
    digits = found["year"].rstrip("X")
    if not digits:
        return ""
    if len(digits) == 3:
        return f"the {digits}0s"
    if len(digits) == 2:
        century = int(digits) + 1
        ending = "th" if 10 <= century <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(century % 10, "th")
        return f"the {century}{ending} century"
    return {"BC": f"{int(digits)} BC", "FY": f"fiscal {digits}", None: digits}[found["era"]]


def _one(name: str, where: str, *, every: bool) -> str:
    """As in "a Friday in 2025", "every Friday"."""
    article = "every" if every else ("an" if name[0] in "aeiou" else "a")
    return f"{article} {name} {where}".rstrip()


def _named(name: str, year: str, *, every: bool) -> str:
    """As in "January 2025"; "a January", "every January" where the year is not known."""
    if not year:
        return _one(name, "", every=every)
    return f"{name} in {year}" if year.startswith("the ") else f"{name} {year}"


def _within(longer: str) -> str:
    return f"in {longer}" if longer else ""


def _month(digits: str) -> str:
    if not 1 <= int(digits) <= 12:
        raise ValueError(digits)
    return _MONTHS[int(digits) - 1]


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def _long(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
