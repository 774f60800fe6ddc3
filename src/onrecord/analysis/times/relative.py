"""Times told from another day: "yesterday", "last week", "this year's third quarter"; a part of the grammar."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from onrecord.analysis.times.dates import NAMED, dated, named_month, quarter, season
from onrecord.analysis.times.durations import length, span_of
from onrecord.analysis.times.meanings import (
    Calendar,
    Certainty,
    Meaning,
    PartOfDay,
    Reading,
    Reported,
    Shift,
    Turn,
    WeekOf,
    YearsFrom,
    fixed,
)
from onrecord.analysis.times.names import PARTS, SINGULAR, Unit
from onrecord.analysis.times.numbers import amount, year_at
from onrecord.analysis.times.words import Line
from onrecord.analysis.types import TimeType

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}

TURNS: dict[str, tuple[Turn, bool]] = {
    "last": (Turn.LAST, False),
    "past": (Turn.LAST, False),
    "this": (Turn.THIS, False),
    "current": (Turn.THIS, False),
    "next": (Turn.NEXT, False),
    "coming": (Turn.NEXT, False),
    "upcoming": (Turn.NEXT, False),
    "previous": (Turn.LAST, True),
    "preceding": (Turn.LAST, True),
    "prior": (Turn.LAST, True),
    "that": (Turn.THIS, True),
    "same": (Turn.THIS, True),
    "following": (Turn.NEXT, True),
    "subsequent": (Turn.NEXT, True),
}
"""Which one, and whether it is counted from the story's last date."""

_SAME = frozenset(("same", "comparable", "corresponding", "year-ago", "year-earlier", "similar", "equivalent"))
_ENDED = frozenset(("ended", "ending", "ends"))
_OWN = ("'s", "’s")


def deictic(line: Line, at: int) -> Reading | None:
    """A day told from the day of publication: "today", "yesterday morning", "tonight", "the day after tomorrow"."""
    low = line.low(at)
    if low in DAYS:
        day = Shift(unit=Unit.DAY, count=DAYS[low])
        return in_part(line, Reading(meaning=day, end=at + 1))
    if low == "tonight":
        return Reading(meaning=PartOfDay(part="NI", on=Shift(unit=Unit.DAY, count=0)), end=at + 1)
    if low == "day" and line.follows(at + 1, "before", "yesterday"):
        return Reading(meaning=Shift(unit=Unit.DAY, count=-2), end=at + 3)
    if low == "day" and line.follows(at + 1, "after", "tomorrow"):
        return Reading(meaning=Shift(unit=Unit.DAY, count=2), end=at + 3)
    return None


def in_part(line: Line, day: Reading) -> Reading:
    """The day, or the part of it that the next word names: "Friday night"."""
    end = day.end
    before = line.low(end) if line.low(end) in ("early", "late", "mid") else ""
    step = line.past(end + 1, "-") if before else end
    part = PARTS.get(line.low(step))
    if part is None:
        return day
    return replace(day, meaning=PartOfDay(part=part, on=day.meaning), end=step + 1)


def weekday(line: Line, at: int) -> Reading | None:
    """A dated day or a weekday, with the part of the day: "Friday, Oct. 23", "Monday morning"."""
    day = dated(line, at)
    if day is None or line.low(day.end) in ("nights", "mornings", "evenings", "afternoons"):
        return None
    return in_part(line, day)


def turned(line: Line, at: int) -> Reading | None:
    """A unit or a name with "last", "this", "next": "last week", "this past spring", "the following Friday"."""
    found = TURNS.get(line.low(at))
    if found is None:
        return None
    turn, from_focus = found
    after = at + 1
    while line.low(after) in ("same", "past", "coming", "very", "fiscal", "calendar", "full", "school", "trading"):
        if line.low(after) == "coming":
            turn = Turn.NEXT
        elif line.low(after) == "past":
            turn = Turn.LAST
        after += 1
        if after > at + 4:
            return None
    low = line.low(after)
    if low in PARTS:
        return _turned_part(line, at, after, turn, from_focus)
    for named in NAMED if line.low(at) != "that" else (season,):
        name = named(line, after)
        if name is not None and isinstance(name.meaning, Calendar) and name.meaning.year is None:
            meaning = replace(name.meaning, turn=turn, from_focus=from_focus)
            return in_part(line, Reading(meaning=meaning, end=name.end))
    unit = SINGULAR.get(low)
    if unit is None or unit in (Unit.HOUR, Unit.MINUTE):
        return None
    if unit is Unit.DAY and line.low(at) == "next":
        from_focus = True
    if unit is Unit.DAY and not from_focus:
        return None
    if line.low(at) == "past" and unit in (Unit.WEEK, Unit.MONTH, Unit.DECADE, Unit.CENTURY):
        return Reading(meaning=span_of(((Fraction(1), unit),)), end=after + 1)
    if unit is Unit.QUARTER and turn is Turn.THIS and from_focus:
        return Reading(meaning=Reported(), end=after + 1)
    whole = Reading(meaning=Shift(unit=unit, count=int(turn), from_focus=from_focus), end=after + 1)
    return _of_a_year(line, whole) if unit is Unit.YEAR else whole


def reported(line: Line, at: int) -> Reading | None:
    """The time a story of figures is about: "the latest quarter", "the year-ago period", "the 1988 quarter"."""
    low = line.low(at)
    step = at + 1 if low == "most" else at
    if line.low(step) in ("latest", "recent") and line.low(step + 1) in ("quarter", "period"):
        return Reading(meaning=Reported(), end=step + 2)
    found = year_at(line, at)
    if found is not None:
        return _period_of_year(line, found)
    years = _years_back(line, at)
    if years is None:
        return None
    same, end = years
    stretch = length(line, end)
    if stretch is not None and not stretch.article and not stretch.hyphenated and same < 0:
        return Reading(meaning=span_of(stretch.parts), end=stretch.end)
    named = quarter(line, end)
    if named is not None and isinstance(named.meaning, Calendar) and same < 0:
        return replace(named, meaning=replace(named.meaning, of=YearsFrom(years=same)))
    unit = {"quarter": Unit.QUARTER, "period": None, "half": Unit.HALF}.get(line.low(end), Unit.DAY)
    if unit is Unit.DAY:
        return None
    end += 1
    if same == 0:
        later = _back(line, end)
        if later is None:
            return None
        same, end = later
    return Reading(meaning=YearsFrom(years=same, unit=unit), end=end)


def year_ago(line: Line, at: int) -> Reading | None:
    """Read "year-ago" and "year-earlier" before a noun of figures."""
    if line.low(at) != "year" or line.low(at + 1) != "-" or line.low(at + 2) not in ("ago", "earlier"):
        return None
    return Reading(meaning=YearsFrom(years=-1), end=at + 3)


def bare(line: Line, at: int) -> Reading | None:
    """A unit behind "the": "the weekend", "the quarter", "the week", "the day"."""
    low = line.low(at)
    after = line.low(at + 1)
    if after == "-" and line.glued(at + 1):
        return None
    if low in ("fiscal", "full") and after == "year":
        if line.low(at + 2) in _ENDED:
            return Reading(meaning=span_of(((Fraction(1), Unit.YEAR),)), end=at + 2)
        return Reading(meaning=Shift(unit=Unit.YEAR, count=0), end=at + 2)
    if low in PARTS and low not in ("dawn", "dusk"):
        day = dated(line, at + 2) if after == "of" else None
        if day is not None:
            return Reading(meaning=PartOfDay(part=PARTS[low], on=day.meaning), end=day.end)
        certainty = Certainty.LIKELY if line.low(at - 2) in ("in", "during") else Certainty.UNLIKELY
        return Reading(meaning=PartOfDay(part=PARTS[low]), end=at + 1, certainty=certainty)
    if low == "quarter":
        ended = dated(line, at + 2) if after in _ENDED else None
        meaning: Meaning = Reported(ended=ended.meaning if ended else None)
        return Reading(meaning=meaning, end=at + 1, certainty=Certainty.LIKELY)
    if low in ("day", "week", "month", "year") and after in ("before", "after", "earlier"):
        alone = not line.low(at + 2).isalpha() or line.low(at + 2) in ("and", "but", "when", "that", "because")
        count = 1 if after == "after" else -1
        if alone:
            return Reading(meaning=Shift(unit=SINGULAR[low], count=count, from_focus=True), end=at + 2)
        if low == "day":
            return None
    if low == "weekend":
        return Reading(meaning=Shift(unit=Unit.WEEKEND, count=0), end=at + 1)
    if low == "week" and line.low(at + 1) == "of":
        inner = dated(line, at + 2) or named_month(line, at + 2)
        if inner is not None:
            return Reading(meaning=WeekOf(day=inner.meaning), end=inner.end)
    if low in ("year", "month", "week"):
        meaning = Shift(unit=SINGULAR[low], count=0)
        if low == "year" and after in _ENDED:
            meaning = span_of(((Fraction(1), Unit.YEAR),))
        return Reading(meaning=meaning, end=at + 1, certainty=Certainty.LIKELY)
    if low == "day":
        return Reading(
            meaning=Shift(unit=Unit.DAY, count=0, from_focus=True), end=at + 1, certainty=Certainty.UNLIKELY
        )
    return None


def year_end(line: Line, at: int) -> Reading | None:
    """Read "year-end", "year end"."""
    end = line.past(at + 1, "-")
    if line.low(at) != "year" or line.low(end) != "end":
        return None
    return Reading(meaning=Shift(unit=Unit.YEAR, count=0), end=end + 1)


def midpoint(line: Line, at: int) -> Reading | None:
    """Read "overnight", "midyear": one word for a part of the day or the year."""
    low = line.low(at)
    if low == "overnight":
        night = PartOfDay(part="NI", on=Shift(unit=Unit.DAY, count=-1))
        return Reading(meaning=night, end=at + 1, certainty=Certainty.UNLIKELY)
    if low == "midyear":
        return Reading(meaning=Shift(unit=Unit.YEAR, count=0), end=at + 1)
    if low == "midweek":
        return Reading(meaning=Shift(unit=Unit.WEEK, count=0), end=at + 1)
    return None


def _turned_part(line: Line, at: int, after: int, turn: Turn, from_focus: bool) -> Reading | None:
    if line.low(at) in ("past", "current", "coming", "upcoming"):
        return None
    part = PARTS[line.low(after)]
    on: Meaning
    if from_focus:
        on = Shift(unit=Unit.DAY, count=int(turn), from_focus=True)
    elif turn is Turn.NEXT:
        on = Shift(unit=Unit.DAY, count=1, from_focus=True)
    else:
        on = Shift(unit=Unit.DAY, count=int(turn))
    return Reading(meaning=PartOfDay(part=part, on=on), end=after + 1)


def _of_a_year(line: Line, whole: Reading) -> Reading:
    """The year, or what it has of its own: "last year's third quarter", "next year's first half"."""
    if line.low(whole.end) not in _OWN:
        return whole
    after = whole.end + 1
    for named in (quarter, named_month, season):
        name = named(line, after)
        if name is not None and isinstance(name.meaning, Calendar) and name.meaning.year is None:
            return Reading(meaning=replace(name.meaning, of=whole.meaning), end=name.end)
    if line.low(after) in ("quarter", "period") and isinstance(whole.meaning, Shift) and whole.meaning.count < 0:
        return Reading(meaning=YearsFrom(years=-1, unit=Unit.QUARTER), end=after + 1)
    return whole


def _period_of_year(line: Line, found: tuple[int, int]) -> Reading | None:
    year, end = found
    named = quarter(line, line.past(end, "'s"))
    if named is not None and isinstance(named.meaning, Calendar) and named.meaning.year is None:
        return Reading(meaning=replace(named.meaning, year=year), end=named.end)
    if line.low(end) == "quarter":
        return Reading(meaning=Reported(year=year), end=end + 1)
    if line.low(end) == "period":
        return Reading(meaning=Calendar(year=year), end=end + 1)
    return None


def _years_back(line: Line, at: int) -> tuple[int, int] | None:
    """Read "year-ago", "year-earlier" (one year back) or "same", "comparable" (the words behind say how far)."""
    years = 0
    if line.low(at) in _SAME:
        at += 1
        if line.low(at) != "year":
            return years, at
    if line.low(at) == "year" and line.low(line.past(at + 1, "-")) in ("ago", "earlier"):
        return -1, line.past(at + 1, "-") + 1
    if line.low(at) == "prior" and line.low(at + 1) == "-" and line.low(at + 2) == "year":
        return -1, at + 3
    return None


def _back(line: Line, at: int) -> tuple[int, int] | None:
    """Read "last year", "of last year", "a year ago", "a year earlier", "the year before", "two years ago"."""
    at = at + 1 if line.low(at) in ("of", "in") else at
    if line.follows(at, "last", "year") or line.follows(at, "previous", "year"):
        return -1, at + 2
    if line.low(at) == "the" and line.low(at + 1) in ("previous", "prior") and line.low(at + 2) == "year":
        return -1, at + 3
    if line.follows(at, "the", "year", "before"):
        return -1, at + 3
    found = amount(line, at)
    if found is None or found[0] is None or line.low(found[1]) not in ("year", "years"):
        return None
    if line.low(found[1] + 1) not in ("ago", "earlier", "before"):
        return None
    return -int(found[0]), found[1] + 2


def near_reference(line: Line, at: int) -> Reading | None:
    """Read "the near future", "the short term": the future, without a day."""
    if line.low(at) in ("near", "short", "long", "foreseeable", "medium") and line.low(at + 1) in (
        "term",
        "future",
    ):
        certainty = Certainty.SURE if line.low(at) in ("near", "foreseeable") else Certainty.LIKELY
        return Reading(meaning=fixed(TimeType.DATE, "FUTURE_REF"), end=at + 2, certainty=certainty)
    return None
