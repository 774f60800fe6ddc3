"""Names of calendar places, from "26/02/1998" to "the third quarter of 1984": the dated part of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.analysis.times.meanings import Calendar, Century, Certainty, Decade, Meaning, Reading, Shift, Turn
from onrecord.analysis.times.names import (
    FULL_MONTHS,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    Unit,
)
from onrecord.analysis.times.numbers import ordinal, year_at
from onrecord.analysis.times.words import Line

DECADES = {
    f"{stem}ies": 10 * tens
    for tens, stem in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), 2)
}
_BEFORE_A_MONTH = frozenset(
    (
        *("in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from"),
        *("through", "during", "before", "after", "each", "every", "between", "starting", "beginning", "ending"),
        *("previous", "following", "the", "-"),
    )
)
_BEFORE_A_YEAR = frozenset(
    (
        *("in", "since", "until", "till", "by", "of", "from", "through", "during", "before", "after", "early"),
        *("late", "mid", "between", "and", "to", "for", "(", "fiscal", "-"),
    )
)
_NOT_BEFORE_A_YEAR = frozenset(
    (
        *("$", "#", "£", "€", "no", "route", "highway", "room", "about", "than", "some", "nearly", "over"),
        *("almost", "exactly", "approximately", "roughly", ".", ":", "+", "/", "-", "flight", "at", "least"),
        *("up",),
    )
)
_COUNTED_THINGS = frozenset(
    (
        *("%", "percent", "people", "shares", "miles", "feet", "meters", "metres", "tons", "tonnes", "dollars"),
        *("points", "kilometers", "kilometres", "km", "yards", "employees", "workers", "jobs", "barrels", "gmt"),
        *("troops", "soldiers", "pounds", "lb", "kg", "square", "cubic", "votes", "cases", "men", "women", "utc"),
        *("students", "members", "years", "days", "hours", "or", "hrs", "local", "est", "edt", "francs", "yen"),
        *("marks", "lire", "rupees", "pages", "stores", "homes", "units", "houses", "acres", "hectares"),
        *("vehicles", "cars", "copies", "inches", "degrees", "households", "companies", "million", "billion"),
        *("others", "deaths"),
    )
)
_AFTER_A_DAY = frozenset(("in", "at", "and", "for", "by", "to", "as", "after", "before", "when", "with", "on"))
_TURNS = {"last": Turn.LAST, "past": Turn.LAST, "this": Turn.THIS, "next": Turn.NEXT, "coming": Turn.NEXT}


def capital(line: Line, at: int) -> bool:
    """Whether the word begins with a capital letter."""
    return line.form(at)[:1].isupper()


def dated(line: Line, at: int) -> Reading | None:
    """A day with its month: "Friday, Oct. 23, 1998", "26 February", "the 4th of July", "2/26/98", "1998-02-26"."""
    start, weekday = at, _weekday_before(line, at)
    if weekday is not None:
        at = weekday[1]
    for form in (_month_day, _day_month, _numeric):
        found = form(line, at)
        if found is not None:
            meaning = replace(found[0], weekday=weekday[0] if weekday else 0)
            return Reading(meaning=meaning, end=found[1])
    return named_weekday(line, start)


def second_day(line: Line, at: int) -> Reading | None:
    """The later day of "April 24 and 25", "March 15-17"."""
    day = _day(line, at)
    if day is None or line.low(at - 1) not in ("and", "or", "to", "-", "–", "through"):
        return None
    if line.low(day[1]) in ("%", "percent", "-") or (
        line.low(day[1])[:1].isalpha() and day[1] == at + 1 and line.low(day[1]) not in _AFTER_A_DAY
    ):
        return None
    for back in (3, 4):
        first = _month_day(line, at - back)
        if first is not None and first[1] == at - 1:
            return with_year(line, Calendar(month=first[0].month, day=day[0]), day[1])
    return None


def named_weekday(line: Line, at: int) -> Reading | None:
    """A day of the week by its name: "Friday", "Fri."."""
    low = line.low(at)
    if low in WEEKDAYS and capital(line, at):
        return Reading(meaning=Calendar(weekday=WEEKDAYS[low]), end=at + 1)
    if low in WEEKDAY_ABBREVIATIONS and line.form(at).istitle() and line.low(at + 1) == "." and line.glued(at + 1):
        certainty = Certainty.UNLIKELY if low in ("sat", "sun", "wed") else Certainty.LIKELY
        return Reading(meaning=Calendar(weekday=WEEKDAY_ABBREVIATIONS[low]), end=at + 2, certainty=certainty)
    return None


def named_month(line: Line, at: int) -> Reading | None:
    """A month, with its year where that is said: "March", "Sept. 1998", "June last year", "July of 1988"."""
    found = _month(line, at)
    if found is None:
        return None
    month, end = found
    if line.low(end) in ("-", "'s", "’s") and line.low(end + 1) == "quarter":
        return with_year(line, Calendar(quarter=(month + 2) // 3), end + 2)
    if line.low(end) == "quarter":
        return with_year(line, Calendar(quarter=(month + 2) // 3), end + 1)
    whole = with_year(line, Calendar(month=month), end)
    if whole.end > end:
        return whole
    name, before = line.low(at), line.low(at - 1)
    if name not in FULL_MONTHS and line.low(end - 1) != ".":
        return None
    if name in ("may", "march", "mar"):
        fits = before in _BEFORE_A_MONTH and line.form(at).istitle() and not (name == "may" and before == "the")
        return replace(whole, certainty=Certainty.LIKELY if fits else Certainty.UNLIKELY)
    return whole


def season(line: Line, at: int) -> Reading | None:
    """A season with its year: "summer 1998", "the winter of 1994"; alone it is other things as often."""
    if line.low(at) not in SEASONS:
        return None
    whole = with_year(line, Calendar(season=SEASONS[line.low(at)]), at + 1)
    if whole.end > at + 1:
        return whole
    definite = line.low(at - 1) == "the" and line.low(at - 2) in ("in", "during", "by", "since", "until", "of")
    return replace(whole, certainty=Certainty.LIKELY if definite else Certainty.UNLIKELY)


def holiday(line: Line, at: int) -> Reading | None:
    """A holiday by its name, with its year where that is said."""
    if not capital(line, at):
        return None
    for words in (words for words in HOLIDAYS if words[0] == line.low(at)):
        if line.follows(at, *words):
            return with_year(line, Calendar(holiday=HOLIDAYS[words]), at + len(words))
    return None


def quarter(line: Line, at: int) -> Reading | None:
    """A quarter or a half: "third quarter", "fiscal first-quarter", "Q3 1998", "the second half of 1989"."""
    if line.low(at)[:1] == "q" and line.form(at) == "Q" and line.glued(at + 1):
        number = line.number(at + 1)
        return with_year(line, Calendar(quarter=number), at + 2) if number and number < 5 else None
    start = at
    if line.low(at) == "fiscal":
        at = line.past(at + 1, "-")
    found = ordinal(line, at)
    if found is None or not 0 < found[0] <= 4:
        return None
    number, end = found
    if line.low(end) in ("and", "or", "through", ",") and ordinal(line, end + 1) is not None:
        beside = quarter(line, end + 1)
        return Reading(meaning=Calendar(quarter=number), end=end) if beside is not None else None
    end = line.past(end, "-")
    end = line.past(end, "fiscal")
    if line.low(end) in ("quarter", "quarters"):
        return with_year(line, Calendar(quarter=number), end + 1)
    if line.low(end) == "half" and number < 3:
        whole = with_year(line, Calendar(half=number), end + 1)
        sure = whole.end > end + 1 or start < at
        return replace(whole, certainty=Certainty.SURE if sure else Certainty.UNLIKELY)
    return None


def year(line: Line, at: int) -> Reading | None:
    """A year: "1988", "'87", "nineteen ninety-seven", "fiscal 1988", "the year 2000"."""
    low = line.low(at)
    if low in ("fiscal", "calendar", "year", "fy"):
        after = line.past(at + 1, "year") if low != "year" else at + 1
        found = year_at(line, after) or _short_year(line, after)
        return Reading(meaning=Calendar(year=found[0]), end=found[1]) if found else None
    short = _short_year(line, at)
    if short is not None:
        sure = line.low(at - 1) in _BEFORE_A_YEAR
        certainty = Certainty.LIKELY if sure else Certainty.UNLIKELY
        return Reading(meaning=Calendar(year=short[0]), end=short[1], certainty=certainty)
    found = year_at(line, at)
    if found is None:
        return None
    value, end = found
    before, after_it = line.low(at - 1), line.low(end)
    if (
        line.glued(at) and before not in ("(", "-", "'", '"', "[", "–", "—", "/", "`")
    ) or after_it in _COUNTED_THINGS:
        return None
    if after_it in ("%", "-", ":", "/", "'") and line.glued(end) and line.number(end + 1) is not None:
        longer = len(line.low(end + 1)) not in (2, 4) or after_it in (":", "%")
        if longer:
            return None
    if line.glued(end) and after_it[:1].isalpha():
        return None
    if before in _BEFORE_A_YEAR and 1500 <= value < 2100 and before not in ("for", "and", "to", "-", "of"):
        return Reading(meaning=Calendar(year=value), end=end)
    named = (
        line.form(at - 1).istitle()
        and at > 1
        and before not in _BEFORE_A_YEAR
        and line.low(at - 2) not in (".", ":", "")
    )
    likely = 1700 <= value < 2050 and before not in _NOT_BEFORE_A_YEAR and not named
    if not likely and before == "-" and 1900 <= value < 2050 and line.glued(at):
        likely = line.low(at - 2) in ("mid", "post", "pre") or line.number(at - 2) is not None
    return Reading(
        meaning=Calendar(year=value), end=end, certainty=Certainty.LIKELY if likely else Certainty.UNLIKELY
    )


def decade(line: Line, at: int) -> Reading | None:
    """A decade: "1960s", "'60s", "the nineties"."""
    low = line.low(at)
    if low in DECADES:
        before = line.low(at - 1)
        fits = before == "the" or (before in ("early", "late", "mid", "-") and line.low(at - 2) in ("the", "mid"))
        certainty = Certainty.LIKELY if fits else Certainty.UNLIKELY
        return Reading(meaning=Decade(year=DECADES[low]), end=at + 1, certainty=certainty)
    number = line.number(at)
    if number is not None and number % 10 == 0 and line.low(at + 1) in ("s", "'s", "’s") and line.glued(at + 1):
        if len(low) == 4 and 1000 <= number < 2200:
            return Reading(meaning=Decade(year=number), end=at + 2)
        if len(low) == 2 and line.low(at - 1) in ("the", "early", "late", "mid"):
            return Reading(meaning=Decade(year=number), end=at + 2, certainty=Certainty.LIKELY)
    if low in ("'", "’", "`") and line.glued(at + 1) and not line.glued(at) and len(line.low(at + 1)) == 2:
        tens = line.number(at + 1)
        if tens is not None and tens % 10 == 0 and line.low(at + 2) == "s" and line.glued(at + 2):
            return Reading(meaning=Decade(year=tens), end=at + 3)
    return None


def century(line: Line, at: int) -> Reading | None:
    """A century: "20th century", "nineteenth-century"."""
    found = ordinal(line, at)
    if found is None or not 0 < found[0] < 100:
        return None
    end = line.past(found[1], "-")
    if line.low(end) not in ("century", "centuries"):
        return None
    return Reading(meaning=Century(number=found[0]), end=end + 1)


def with_year(line: Line, place: Calendar, end: int) -> Reading:
    """The calendar place, and the year that follows it: "1998", ", 1998", "of fiscal 1988", "last year"."""
    found = _year_behind(line, end)
    if found is None:
        return Reading(meaning=place, end=end)
    meaning, end = found
    if isinstance(meaning, int):
        return Reading(meaning=replace(place, year=meaning), end=end)
    return Reading(meaning=replace(place, of=meaning), end=end)


def _year_behind(line: Line, at: int) -> tuple[int | Meaning, int] | None:
    behind_comma = line.low(at) == ","
    step = at + 1 if line.low(at) in (",", "of", "in") else at
    of = line.low(at) == "of"
    if line.low(step) in ("fiscal", "calendar") and not behind_comma:
        return year_at(line, step + 1)
    if (turn := _TURNS.get(line.low(step))) is not None and line.low(step + 1) == "year" and not behind_comma:
        if line.low(at) == "in" or line.low(step + 2) in ("'s", "’s"):
            return None
        return Shift(unit=Unit.YEAR, count=int(turn)), step + 2
    if of and line.low(step) in ("that", "the") and line.low(step + 1) in ("year", "same"):
        end = step + 2 if line.low(step + 1) == "year" else step + 3
        return (Shift(unit=Unit.YEAR, count=0, from_focus=True), end) if line.low(end - 1) == "year" else None
    if line.low(at) == "in":
        return None
    found = year_at(line, step) or (_short_year(line, step) if not behind_comma else None)
    if found is None or (found[0] > 99 and not 1500 <= found[0] < 2100):
        return None
    if line.low(found[1]) in _COUNTED_THINGS or (line.low(found[1]) == "s" and line.glued(found[1])):
        return None
    return found


def _short_year(line: Line, at: int) -> tuple[int, int] | None:
    """A year of two digits behind an apostrophe: "'87"."""
    if line.low(at) not in ("'", "’", "‘", "`") or not line.glued(at + 1) or line.glued(at):
        return None
    number = line.number(at + 1)
    if number is None or len(line.low(at + 1)) != 2 or (line.glued(at + 2) and line.low(at + 2)[:1].isalpha()):
        return None
    return number, at + 2


def _weekday_before(line: Line, at: int) -> tuple[int, int] | None:
    low = line.low(at)
    number = WEEKDAYS.get(low) or WEEKDAY_ABBREVIATIONS.get(low)
    if number is None or not capital(line, at):
        return None
    end = at + 1
    if line.low(end) == "." and line.glued(end):
        end += 1
    return number, line.past(line.past(end, ","), "the")


def _month(line: Line, at: int) -> tuple[int, int] | None:
    low = line.low(at)
    if low not in MONTHS or not capital(line, at):
        return None
    end = at + 1
    if low not in FULL_MONTHS and line.low(end) == "." and line.glued(end):
        end += 1
    return MONTHS[low], end


def whole(line: Line, at: int) -> int | None:
    """A number of one or two digits that is no part of a longer one ("15,000") and no share ("15%")."""
    number = line.number(at)
    if number is None or len(line.low(at)) > 2:
        return None
    mark = line.low(at + 1)
    if mark in (",", ".", ":", "/") and line.glued(at + 1) and line.glued(at + 2):
        tail = line.low(at + 2)
        if line.number(at + 2) is not None and (mark != "," or len(tail) == 3):
            return None
    return None if mark in ("%", "percent") else number


def _day(line: Line, at: int) -> tuple[int, int] | None:
    found = ordinal(line, at)
    if found is None:
        number = whole(line, at)
        found = (number, at + 1) if number is not None else None
    return found if found is not None and 1 <= found[0] <= 31 else None


def _month_day(line: Line, at: int) -> tuple[Calendar, int] | None:
    month = _month(line, at)
    if month is None:
        return None
    day = _day(line, line.past(month[1], "the"))
    if day is None:
        return None
    reading = with_year(line, Calendar(month=month[0], day=day[0]), day[1])
    assert isinstance(reading.meaning, Calendar)
    return reading.meaning, reading.end


def _day_month(line: Line, at: int) -> tuple[Calendar, int] | None:
    day = _day(line, at)
    if day is None:
        return None
    after = line.past(day[1], "of")
    after = line.past(after, "-")
    month = _month(line, after)
    if month is None or (line.low(after) in ("may", "march", "mar", "dec", "jan") and line.form(after).islower()):
        return None
    end = line.past(month[1], "-") if line.number(line.past(month[1], "-")) is not None else month[1]
    reading = with_year(line, Calendar(month=month[0], day=day[0]), end)
    assert isinstance(reading.meaning, Calendar)
    return reading.meaning, reading.end if reading.end > end else month[1]


def _numeric(line: Line, at: int) -> tuple[Calendar, int] | None:
    """Three numbers: year first; else month first, as American copy has it, unless it can only be the day."""
    mark = line.low(at + 1)
    if mark not in ("-", "/", ".") or line.low(at + 3) != mark:
        return None
    if (line.glued(at) and line.low(at - 1) not in ("(", "[", '"')) or not all(
        map(line.glued, range(at + 1, at + 5))
    ):
        return None
    numbers = [line.number(at + step) for step in (0, 2, 4)]
    sizes = [len(line.low(at + step)) for step in (0, 2, 4)]
    if None in numbers or (line.glued(at + 5) and line.low(at + 5) in (mark, "-", "/")):
        return None
    first, second, third = (number or 0 for number in numbers)
    if sizes[0] == 4 and sizes[1] <= 2 and sizes[2] <= 2 and mark != ".":
        year, month, day = first, second, third
    elif sizes[0] <= 2 and sizes[1] <= 2 and (sizes[2] == 4 or (sizes[2] == 2 and mark == "/")):
        month, day, year = (second, first, third) if first > 12 or mark == "." else (first, second, third)
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Calendar(year=year, month=month, day=day), at + 5


NAMED: tuple[Callable[[Line, int], Reading | None], ...] = (dated, named_month, season, holiday, quarter)
"""What "last", "this" and "next" can stand before."""
