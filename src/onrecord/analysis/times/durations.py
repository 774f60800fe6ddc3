"""Stretches of time: "two and a half years", "30-day", "three days ago"; a part of the grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from onrecord.analysis.times.meanings import Certainty, Fixed, Meaning, Reading, Shift, YearsFrom, fixed
from onrecord.analysis.times.names import (
    CLOCK_UNITS,
    COUNTED,
    PLURAL,
    SINGULAR,
    Unit,
)
from onrecord.analysis.times.numbers import Count, amount, cardinal
from onrecord.analysis.times.words import Line
from onrecord.analysis.types import TimeType

_BETWEEN = frozenset(
    (
        *("more", "additional", "extra", "full", "whole", "consecutive", "straight", "successive", "trading"),
        *("business", "working", "calendar", "solid", "fiscal", "long", "short", "entire", "further", "separate"),
    )
)
DIRECTIONS = frozenset(
    (
        *("last", "past", "next", "coming", "first", "final", "previous", "preceding", "following", "latest"),
        *("recent", "initial", "remaining", "upcoming", "prior"),
    )
)
_PLURAL_DIRECTIONS = frozenset(("recent", "coming", "future", "past", "upcoming", "these", "those"))
LENGTHS = {
    "long": Unit.YEAR,
    "yearlong": Unit.YEAR,
    "monthlong": Unit.MONTH,
    "weeklong": Unit.WEEK,
    "daylong": Unit.DAY,
    "hourlong": Unit.HOUR,
}
_BEFORE_ONE_DAY = frozenset(("will", "may", "could", "would", "might", "'ll", "can", "should"))
_NO_STRETCH = frozenset(("the", "early", "late", "small", "opening", "closing", "first", "last", "final", "those"))
_NO_RATE = frozenset(("this", "is", "was", "has", "as", "its", "his", "lasts", "takes", "us", "s", "'s", "plus"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Counts of units, the largest first. end: the word it goes up to. hyphenated: "five-year"."""

    parts: tuple[tuple[Count, Unit], ...]
    end: int
    hyphenated: bool = False
    article: bool = False


def length(line: Line, at: int) -> Length | None:
    """A count and its unit: "three years", "two to three weeks", "a year or two", "5 1/2 hours", "30-day"."""
    found = amount(line, at)
    if found is None:
        return None
    count, after = found
    after = _range_end(line, after)
    hyphen = line.low(after) == "-"
    after = line.past(after, "-")
    for _ in range(2):
        if line.low(after) in _BETWEEN:
            after = line.past(after + 1, "-")
    unit = COUNTED.get(line.low(after))
    article = line.low(at) in ("a", "an")
    if unit is None or (article and (unit is Unit.SECOND or (count == 1 and line.low(after) in PLURAL))):
        return None
    end = after + 1
    if line.follows(end, "and", "a", "half") and count is not None:
        count, end = count + Fraction(1, 2), end + 3
    end = _trailing(line, end)
    whole = Length(parts=((count, unit),), end=end, hyphenated=hyphen, article=article)
    more = _second_part(line, end, unit)
    return replace(whole, parts=(*whole.parts, more[0]), end=more[1]) if more and not hyphen else whole


def duration(line: Line, at: int) -> Reading | None:
    """A stretch of time, or with "ago", "earlier", "later" the time so far away."""
    found = length(line, at)
    if found is None:
        return _bare(line, at)
    unit = found.parts[0][1]
    if not found.hyphenated:
        moved = _moved(line, found)
        if moved is not None:
            return moved
    if line.low(found.end) == "-" and line.low(found.end + 1) in ("old", "olds"):
        return Reading(meaning=span_of(found.parts), end=found.end, certainty=Certainty.UNLIKELY)
    if line.low(found.end) in ("old", "older", "younger"):
        return Reading(meaning=span_of(found.parts), end=found.end, certainty=Certainty.UNLIKELY)
    if line.low(found.end) == "-" and line.low(found.end + 1) in ("ago", "earlier"):
        return None
    if found.hyphenated and line.low(found.end) == "-" and line.low(found.end + 1) == "long":
        return Reading(meaning=span_of(found.parts), end=found.end + 2)
    if found.parts == ((Fraction(1), Unit.DAY),) and line.low(at) == "one" and line.low(at - 1) in _BEFORE_ONE_DAY:
        return Reading(meaning=fixed(TimeType.DATE, "FUTURE_REF"), end=found.end)
    rate = _rate(line, at, found)
    if rate is not None:
        return rate
    certainty = Certainty.SURE
    if unit is Unit.QUARTER and (not found.article or found.end == at + 2):
        parts_of_four = line.low(found.end) == "of" and found.parts[0][0] is not None
        fits = line.low(found.end - 1) == "quarters" and not parts_of_four
        certainty = Certainty.LIKELY if fits else Certainty.UNLIKELY
    elif found.article and line.low(at + 1) in ("fiscal", "calendar"):
        certainty = Certainty.UNLIKELY
    elif (found.article and unit in (Unit.DAY, Unit.MINUTE)) or unit is Unit.SECOND:
        certainty = Certainty.LIKELY
    return Reading(meaning=span_of(found.parts), end=found.end, certainty=certainty)


def directed(line: Line, at: int) -> Reading | None:
    """A stretch before or after a point: "past 20 years", "next few days", "first nine months", "recent weeks"."""
    low = line.low(at)
    if low in ("this", "these", "those") and line.low(at + 1) in DIRECTIONS:
        at, low = at + 1, line.low(at + 1)
    if low in DIRECTIONS:
        found = length(line, at + 1)
        if found is not None and not found.article and line.low(found.end + 1) not in ("old", "olds"):
            return Reading(meaning=span_of(found.parts), end=found.end)
    if low in _PLURAL_DIRECTIONS:
        unit = PLURAL.get(line.low(at + 1))
        if unit is not None:
            if low == "these":
                present = fixed(TimeType.DATE, "PRESENT_REF")
                return Reading(meaning=present, end=at + 2) if unit is Unit.DAY else None
            if low == "those":
                return None
            if low in ("future", "past"):
                value = "FUTURE_REF" if low == "future" else "PAST_REF"
                return Reading(meaning=fixed(TimeType.DATE, value), end=at + 2)
            return Reading(meaning=span_of(((None, unit),)), end=at + 2)
    return None


def span_of(parts: Sequence[tuple[Count, Unit]]) -> Fixed:
    """The duration of these counts of units."""
    return fixed(TimeType.DURATION, _iso(parts))


def _range_end(line: Line, at: int) -> int:
    """Behind the second number of a range ("two to three weeks", "12-18 months"), else `at`."""
    if line.low(at) in ("to", "or", "-", "–") or line.follows(at, "and", "a"):
        second = cardinal(line, at + 1)
        if second is not None and line.low(line.past(second[1], "-")) in COUNTED:
            return second[1]
    return at


def _trailing(line: Line, at: int) -> int:
    if line.low(at) == "or" and line.low(at + 1) in ("so", "more", "two", "longer"):
        return at + 2
    return at


def _second_part(line: Line, at: int, above: Unit) -> tuple[tuple[Count, Unit], int] | None:
    """The smaller unit of "two hours and 30 minutes", "1 year, 3 months"."""
    order = list(Unit)
    step = at + 1 if line.low(at) in ("and", ",") else at
    found = cardinal(line, step)
    if found is None:
        return None
    unit = COUNTED.get(line.low(found[1]))
    if unit is None or order.index(unit) >= order.index(above):
        return None
    return (found[0], unit), found[1] + 1


def _moved(line: Line, found: Length) -> Reading | None:
    low, end = line.low(found.end), found.end + 1
    if low == "ago":
        sign, from_focus = -1, False
    elif low in ("earlier", "before", "later", "afterward", "afterwards", "previously"):
        sign, from_focus = (-1 if low in ("earlier", "before", "previously") else 1), True
        clock = found.parts[0][1] in CLOCK_UNITS
        if clock or (low == "before" and line.low(end) not in (".", ",", ";", "")):
            return None
    elif line.follows(found.end, "from", "now") or low == "hence":
        sign, from_focus = 1, False
        end += low == "from"
    else:
        return None
    counts = found.parts
    if any(count is None for count, _ in counts):
        if from_focus:
            return None
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Reading(meaning=fixed(TimeType.DATE, reference), end=end)
    count, unit = counts[0]
    meaning: Meaning
    if unit is Unit.YEAR and count == 1 and sign < 0 and len(counts) == 1:
        meaning = YearsFrom(years=-1, from_focus=from_focus)
    else:
        meaning = shift(sign, count or Fraction(0), unit, from_focus)
    return Reading(meaning=meaning, end=end)


def shift(sign: int, count: Fraction, unit: Unit, from_focus: bool) -> Shift:
    """So many units away; a count with a fraction in the unit below."""
    if unit is Unit.DECADE:
        count, unit = count * 10, Unit.YEAR
    if count.denominator != 1:
        below = {Unit.YEAR: (12, Unit.MONTH), Unit.CENTURY: (100, Unit.YEAR), Unit.WEEK: (7, Unit.DAY)}
        times, smaller = below.get(unit, (1, unit))
        count, unit = count * times, smaller
    return Shift(unit=unit, count=sign * int(count), from_focus=from_focus)


def _rate(line: Line, at: int, found: Length) -> Reading | None:
    """Read "a year" behind a figure: "$10,000 a year", "three times a week", "15 cents a day"."""
    if not found.article or found.end != at + 2 or line.low(at + 1) not in SINGULAR:
        return None
    figure = line.number(at - 1) is not None or line.low(at - 1) in (
        *("million", "billion", "thousand", "cents", "dollars", "times", "twice", "once", "percent", "%", "tons"),
        *("barrels", "hours", "people", "pounds", "tonnes", "days", "units", "cars", "flights", "miles"),
    )
    counted = line.low(at - 1).endswith("s") and line.low(at - 1) not in _NO_RATE
    if counted and not figure:
        figure = any(cardinal(line, step) is not None for step in range(max(at - 4, 0), at - 1))
    if not figure:
        return None
    return Reading(meaning=fixed(TimeType.SET, _iso(found.parts)), end=found.end, certainty=Certainty.LIKELY)


def _bare(line: Line, at: int) -> Reading | None:
    """Units without a count: "for years", "weeks or months", "year-long", "decades-long", "yearlong"."""
    low = line.low(at)
    if low in LENGTHS and low != "long":
        return Reading(meaning=span_of(((Fraction(1), LENGTHS[low]),)), end=at + 1)
    unit = SINGULAR.get(low) or PLURAL.get(low)
    if unit is None:
        return None
    if line.low(at + 1) == "-" and line.low(at + 2) == "long":
        count = Fraction(1) if low in SINGULAR else None
        return Reading(meaning=span_of(((count, unit),)), end=at + 3)
    if low in SINGULAR or unit is Unit.WEEKEND or line.low(at - 1) == "-":
        return None
    meaning, end = span_of(((None, unit),)), at + 1
    if line.low(end) == "or" and line.low(end + 1) in PLURAL:
        end += 2
    fits = (line.low(end) == "of" and unit is not Unit.QUARTER and line.low(at - 1) not in _NO_STRETCH) or line.low(
        at - 1
    ) in (
        "for",
        "in",
        "within",
        "after",
        "took",
        "takes",
        "take",
        "lasted",
        "of",
        "spent",
    )
    if line.low(end) == "ago":
        return Reading(meaning=fixed(TimeType.DATE, "PAST_REF"), end=end + 1)
    return Reading(meaning=meaning, end=end, certainty=Certainty.LIKELY if fits else Certainty.UNLIKELY)


def _iso(parts: Sequence[tuple[Count, Unit]]) -> str:
    """A duration as TIMEX3 writes it: P2Y6M, PT5H30M, PXW."""
    days: list[str] = []
    clock: list[str] = []
    for count, unit in parts:
        for number, letter, of_clock in _pieces(count, unit):
            (clock if of_clock else days).append(f"{number}{letter}")
    return "P" + "".join(days) + ("T" + "".join(clock) if clock else "")


def _pieces(count: Count, unit: Unit) -> list[tuple[str, str, bool]]:
    of_clock = unit in CLOCK_UNITS
    if unit is Unit.DECADE:
        count, unit = (count * 10 if count is not None else None), Unit.YEAR
    letter = {Unit.MONTH: "M", Unit.HALF: "M", Unit.WEEKEND: "WE"}.get(unit, unit.value)
    if count is None:
        return [("X", letter, of_clock)]
    whole, rest = divmod(count, 1)
    if not rest:
        return [(str(whole), letter, of_clock)]
    below = {
        Unit.YEAR: (12, Unit.MONTH),
        Unit.WEEK: (7, Unit.DAY),
        Unit.DAY: (24, Unit.HOUR),
        Unit.HOUR: (60, Unit.MINUTE),
        Unit.MINUTE: (60, Unit.SECOND),
        Unit.CENTURY: (100, Unit.YEAR),
    }
    if unit in below and (rest * below[unit][0]).denominator == 1:
        head = [(str(whole), letter, of_clock)] if whole else []
        return head + _pieces(rest * below[unit][0], below[unit][1])
    return [(f"{float(count):g}", letter, of_clock)]
