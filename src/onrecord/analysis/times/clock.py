"""Times of day: "3:30 p.m. EST Friday", "noon Thursday", "15:00 GMT"; a part of the grammar."""

from __future__ import annotations

from dataclasses import replace

from onrecord.analysis.times.dates import dated
from onrecord.analysis.times.meanings import Clock, Meaning, PartOfDay, Reading, Shift
from onrecord.analysis.times.names import PARTS, Unit
from onrecord.analysis.times.numbers import cardinal
from onrecord.analysis.times.relative import deictic
from onrecord.analysis.times.words import Line

_ZONES = frozenset(
    (
        *("gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "bst", "cet"),
        *("cest", "ist", "jst", "hkt", "msk", "eet", "eest", "sast", "aest", "aedt", "z"),
    )
)
_ZONE_NAMES = frozenset(("eastern", "central", "mountain", "pacific", "local", "moscow", "beijing", "london"))


def time_of_day(line: Line, at: int) -> Reading | None:
    """An hour of the clock, with its zone and the day that stands beside it."""
    read = _hour(line, at)
    if read is None:
        return None
    return _with_day(line, read, _behind_zone(line, read.end))


def stamp(line: Line, at: int) -> Reading | None:
    """A day in numbers with its time: "2013-03-19T14:30", "2013-03-19 14:30"."""
    day = dated(line, at)
    if day is None or line.number(at) is None or line.number(day.end - 1) is None:
        return None
    hour_at = day.end + 1 if line.low(day.end) == "t" and line.glued(day.end) else day.end
    hour, minute = line.number(hour_at), line.number(hour_at + 2)
    if hour is None or minute is None or line.low(hour_at + 1) != ":" or not line.glued(hour_at + 2):
        return None
    read = _digital(line, hour_at, hour, minute) if hour < 25 and minute < 60 else None
    if read is None or not isinstance(read.meaning, Clock):
        return None
    return replace(read, meaning=replace(read.meaning, on=day.meaning), end=_behind_zone(line, read.end))


def named_hour(line: Line, at: int) -> Reading | None:
    """Noon and midnight, with the day beside them; "mid-afternoon", "late morning"."""
    low = line.low(at)
    if low in ("noon", "midday"):
        return _with_day(line, Reading(meaning=Clock(hour=12, minute=0), end=at + 1), at + 1)
    if low == "midnight":
        return _with_day(line, Reading(meaning=Clock(hour=24, minute=0), end=at + 1), at + 1)
    step = line.past(at + 1, "-")
    if low in ("mid", "early", "late") and (part := PARTS.get(line.low(step))) is not None:
        return _with_day(line, Reading(meaning=PartOfDay(part=part), end=step + 1), step + 1)
    return None


def _hour(line: Line, at: int) -> Reading | None:
    low = line.low(at)
    if line.glued(at) and line.low(at - 1) not in ("(", "[", '"', "'", "`", "-", "–", "—"):
        return None
    if low in ("half", "quarter") and line.low(at + 1) in ("past", "to"):
        return _spoken(line, at)
    number = line.number(at)
    if number is not None and len(low) <= 2 and line.low(at + 1) in (":", ".") and line.glued(at + 1):
        minute = line.number(at + 2)
        if minute is not None and line.glued(at + 2) and len(line.low(at + 2)) == 2 and minute < 60:
            return _digital(line, at, number, minute)
    if number is not None and len(low) == 4 and number % 100 < 60 and number < 2400 and _zoned(line, at + 1):
        return Reading(meaning=Clock(hour=number // 100, minute=number % 100), end=at + 1)
    if number is None:
        spelled = cardinal(line, at)
        if spelled is None or spelled[0].denominator != 1 or line.low(at) in ("a", "an"):
            return None
        number, end = int(spelled[0]), spelled[1]
    else:
        end = at + 1
    if not 0 < number <= 12:
        return None
    half = _half(line, end)
    if half is not None:
        return Reading(meaning=Clock(hour=_afternoon(number, half[0]), minute=0), end=half[1])
    if line.low(end) == "o" and line.low(end + 1) in ("'", "’") and line.low(end + 2) == "clock":
        end += 3
        part = _in_the(line, end)
        if part is not None:
            return Reading(meaning=Clock(hour=_afternoon(number, part[0]), minute=0), end=part[1])
        return Reading(meaning=Clock(hour=number, minute=0), end=end)
    part = _in_the(line, end)
    if part is not None and line.low(at - 1) in ("at", "around", "about", "until", "till", "by", "before", "after"):
        return Reading(meaning=Clock(hour=_afternoon(number, part[0]), minute=0), end=part[1])
    return None


def _digital(line: Line, at: int, hour: int, minute: int) -> Reading | None:
    end, second = at + 3, None
    if line.low(end) == ":" and line.glued(end) and line.glued(end + 1) and len(line.low(end + 1)) == 2:
        second = line.number(end + 1)
        if second is None or second > 60:
            return None
        end += 2
    half = _half(line, end) or _in_the(line, end)
    if half is not None and 0 < hour <= 12:
        return Reading(meaning=Clock(hour=_afternoon(hour, half[0]), minute=minute, second=second), end=half[1])
    if hour > 24 or (line.low(at + 1) == "." and not _zoned(line, end)):
        return None
    if line.low(at + 1) == ":" and not (
        _zoned(line, end)
        or second is not None
        or line.low(at - 1)
        in (*("at", "around", "about", "by", "until", "till", "before", "after", "from", "since", "to", "t", "-"),)
        or len(line.low(at)) == 2
    ):
        return None
    return Reading(meaning=Clock(hour=hour, minute=minute, second=second), end=end)


def _spoken(line: Line, at: int) -> Reading | None:
    hour = cardinal(line, at + 2)
    if hour is None or hour[0].denominator != 1 or not 0 < hour[0] <= 12:
        return None
    minutes = 30 if line.low(at) == "half" else 15
    back = line.low(at + 1) == "to"
    part = _in_the(line, hour[1])
    value = _afternoon(int(hour[0]), part[0]) if part else int(hour[0])
    clock = Clock(hour=value - back, minute=60 - minutes if back else minutes)
    return Reading(meaning=clock, end=part[1] if part else hour[1])


def _half(line: Line, at: int) -> tuple[str, int] | None:
    """The half of the day: "a.m.", "pm", "P.M". Returns ("a" or "p", where it ends)."""
    low = line.low(at)
    if low in ("am", "pm"):
        return low[0], at + 1
    if low in ("a", "p") and line.low(at + 1) == "." and line.glued(at + 1) and line.low(at + 2) == "m":
        end = at + 3
        return low, end + 1 if line.low(end) == "." and line.glued(end) else end
    return None


def _in_the(line: Line, at: int) -> tuple[str, int] | None:
    if line.follows(at, "in", "the") and line.low(at + 2) in ("morning", "afternoon", "evening"):
        return ("a" if line.low(at + 2) == "morning" else "p"), at + 3
    if line.follows(at, "at", "night"):
        return "p", at + 2
    return None


def _afternoon(hour: int, half: str) -> int:
    return hour % 12 + (12 if half == "p" else 0)


def _zoned(line: Line, at: int) -> bool:
    return _behind_zone(line, at) > at


def _behind_zone(line: Line, at: int) -> int:
    """Behind a time zone: "EST", "(GMT)", "Eastern Standard Time", "local time"; else `at`."""
    step = line.past(at, "(")
    if line.low(step) in _ZONES and (line.form(step).isupper()):
        end = step + 1
        if step > at:
            return end + 1 if line.low(end) == ")" else at
        return end
    if line.low(at) in _ZONE_NAMES:
        end = at + 2 if line.low(at + 1) in ("standard", "daylight") else at + 1
        if line.low(end) == "time":
            return end + 1
    return at


def _with_day(line: Line, clock: Reading, end: int) -> Reading:
    """The clock time on the day beside it: "Friday", ", Nov. 6", "on Monday", "today"."""
    day_at = line.past(end, ",")
    day = dated(line, day_at) or deictic(line, day_at)
    if day is None and line.low(end) == "on":
        day = dated(line, end + 1)
    if day is not None:
        on: Meaning = (
            day.meaning.on or Shift(unit=Unit.DAY, count=0) if isinstance(day.meaning, PartOfDay) else day.meaning
        )
        assert isinstance(clock.meaning, Clock | PartOfDay)
        return replace(clock, meaning=replace(clock.meaning, on=on), end=day.end)
    return replace(clock, end=end)
