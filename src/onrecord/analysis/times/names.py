"""Names of days, months, seasons, parts of the day and units of time; the vocabulary of the grammar of times."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """A stretch that the calendar or the clock counts in. The value is TIMEX3's letter for it, where it has one."""

    SECOND = "S"
    MINUTE = "M"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "m"
    QUARTER = "Q"
    HALF = "h"
    SEASON = "s"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"
    MILLENNIUM = "L"


CLOCK_UNITS = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))

SINGULAR = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM,
}
PLURAL = {
    "seconds": Unit.SECOND,
    "minutes": Unit.MINUTE,
    "hours": Unit.HOUR,
    "days": Unit.DAY,
    "weekends": Unit.WEEKEND,
    "weeks": Unit.WEEK,
    "months": Unit.MONTH,
    "quarters": Unit.QUARTER,
    "years": Unit.YEAR,
    "decades": Unit.DECADE,
    "centuries": Unit.CENTURY,
    "millennia": Unit.MILLENNIUM,
}
COUNTED = {
    **SINGULAR,
    **PLURAL,
    "second": Unit.SECOND,
    "sec": Unit.SECOND,
    "secs": Unit.SECOND,
    "min": Unit.MINUTE,
    "mins": Unit.MINUTE,
    "hr": Unit.HOUR,
    "hrs": Unit.HOUR,
    "yr": Unit.YEAR,
    "yrs": Unit.YEAR,
    "wk": Unit.WEEK,
    "wks": Unit.WEEK,
}
"""Units behind a number; some are other words without one."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
MONTHS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
FULL_MONTHS = frozenset(_MONTHS)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS, 1)}
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items()}
WEEKDAY_ABBREVIATIONS = {
    **{name[:3]: number for name, number in WEEKDAYS.items()},
    **{"tues": 2, "thur": 4, "thurs": 4},
}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "midmorning": "MO",
    "midafternoon": "AF",
    "lunchtime": "MI",
    "dawn": "MO",
    "dusk": "EV",
}
PART_PLURALS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}

ADVERBS_OF_FREQUENCY = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
}

HOLIDAYS: dict[tuple[str, ...], str] = {
    ("new", "year", "'s", "day"): "01-01",
    ("new", "year", "'s", "eve"): "12-31",
    ("martin", "luther", "king", "day"): "mlk",
    ("valentine", "'s", "day"): "02-14",
    ("presidents", "day"): "presidents",
    ("st", ".", "patrick", "'s", "day"): "03-17",
    ("ash", "wednesday"): "easter-46",
    ("palm", "sunday"): "easter-7",
    ("holy", "thursday"): "easter-3",
    ("good", "friday"): "easter-2",
    ("holy", "saturday"): "easter-1",
    ("easter", "sunday"): "easter+0",
    ("easter", "monday"): "easter+1",
    ("easter",): "easter+0",
    ("may", "day"): "05-01",
    ("mother", "'s", "day"): "mothers",
    ("memorial", "day"): "memorial",
    ("father", "'s", "day"): "fathers",
    ("juneteenth",): "06-19",
    ("independence", "day"): "07-04",
    ("fourth", "of", "july"): "07-04",
    ("bastille", "day"): "07-14",
    ("labor", "day"): "labor",
    ("columbus", "day"): "columbus",
    ("halloween",): "10-31",
    ("all", "saints", "'", "day"): "11-01",
    ("election", "day"): "election",
    ("veterans", "day"): "11-11",
    ("armistice", "day"): "11-11",
    ("thanksgiving", "day"): "thanksgiving",
    ("thanksgiving",): "thanksgiving",
    ("christmas", "eve"): "12-24",
    ("christmas", "day"): "12-25",
    ("christmas",): "12-25",
    ("boxing", "day"): "12-26",
}
