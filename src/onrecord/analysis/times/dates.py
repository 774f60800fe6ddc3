"""Places in a year, from "26/02/1998" to "the third quarter of 1984"; a part of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.analysis.times.meanings import Calendar, Certainty, Reading
from onrecord.analysis.times.names import (
    FULL_MONTHS,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from onrecord.analysis.times.numbers import ordinal
from onrecord.analysis.times.words import Line
from onrecord.analysis.times.years import COUNTED_THINGS, with_year

_BEFORE_A_MONTH = frozenset(
    (
        *("in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from"),
        *("through", "during", "before", "after", "each", "every", "between", "starting", "beginning", "ending"),
        *("previous", "following", "the", "-"),
    )
)


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
    behind = line.low(day[1])
    if behind in COUNTED_THINGS or behind == "-" or (len(behind) > 3 and behind.endswith("s")):
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
        fits = fits or (
            name == "march" and line.form(at).istitle() and before.isalpha() and not capital(line, at - 1)
        )
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
