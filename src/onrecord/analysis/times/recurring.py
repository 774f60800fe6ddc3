"""What recurs: "daily", "every two weeks", "each July", "Tuesday nights"; a part of the grammar."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from onrecord.analysis.times.durations import length, span_of
from onrecord.analysis.times.meanings import Certainty, Reading, fixed
from onrecord.analysis.times.names import (
    ADVERBS_OF_FREQUENCY,
    MONTHS,
    PART_PLURALS,
    PARTS,
    SEASONS,
    SINGULAR,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from onrecord.analysis.times.numbers import cardinal, ordinal
from onrecord.analysis.times.words import Line
from onrecord.analysis.types import TimeType


def recurring(line: Line, at: int) -> Reading | None:
    """What happens again and again: "daily", "every two weeks", "each July", "Tuesday nights", "Mondays"."""
    low = line.low(at)
    if low in ADVERBS_OF_FREQUENCY:
        certainty = Certainty.UNLIKELY if low in ("quarterly", "nightly") else Certainty.LIKELY
        return Reading(meaning=fixed(TimeType.SET, ADVERBS_OF_FREQUENCY[low]), end=at + 1, certainty=certainty)
    if low in WEEKDAY_PLURALS and line.form(at)[:1].isupper():
        return _set(f"XXXX-WXX-{WEEKDAY_PLURALS[low]}", at + 1)
    if low in WEEKDAYS and line.low(at + 1) in PART_PLURALS:
        return _set(f"XXXX-WXX-{WEEKDAYS[low]}T{PART_PLURALS[line.low(at + 1)]}", at + 2)
    if low in ("weekdays", "weekends"):
        return replace(_set("XXXX-WXX-WE" if low == "weekends" else "P1D", at + 1), certainty=Certainty.LIKELY)
    if low in ("every", "each"):
        return _every(line, line.past(at + 1, "single"))
    return _times_a(line, at)


def _times_a(line: Line, at: int) -> Reading | None:
    """Read "twice a week", "three times per month"."""
    after = at + 1
    if line.low(at) not in ("once", "twice"):
        count = cardinal(line, at)
        if count is None or line.low(count[1]) not in ("time", "times"):
            return None
        after = count[1] + 1
    unit = SINGULAR.get(line.low(after + 1))
    if line.low(after) not in ("a", "an", "per", "every", "each") or unit is None:
        return None
    return _set(span_of(((Fraction(1), unit),)).value, after + 2)


def _set(value: str, end: int) -> Reading:
    return Reading(meaning=fixed(TimeType.SET, value), end=end)


def _every(line: Line, at: int) -> Reading | None:
    low = line.low(at)
    if low in WEEKDAYS:
        part = PARTS.get(line.low(at + 1))
        return _set(f"XXXX-WXX-{WEEKDAYS[low]}" + (f"T{part}" if part else ""), at + 1 + bool(part))
    if low in MONTHS and line.form(at)[:1].isupper():
        return _set(f"XXXX-{MONTHS[low]:02d}", at + 1)
    if low in SEASONS:
        return _set(f"XXXX-{SEASONS[low]}", at + 1)
    if low in PARTS:
        return _set(f"XXXX-XX-XXT{PARTS[low]}", at + 1)
    if low in SINGULAR:
        return _set(span_of(((Fraction(1), SINGULAR[low]),)).value, at + 1)
    if low == "other" and line.low(at + 1) in SINGULAR:
        return _set(span_of(((Fraction(2), SINGULAR[line.low(at + 1)]),)).value, at + 2)
    found = length(line, at)
    if found is not None and not found.article:
        return _set(span_of(found.parts).value, found.end)
    step = ordinal(line, at)
    if step is not None and line.low(step[1]) in SINGULAR:
        return _set(span_of(((Fraction(step[0]), SINGULAR[line.low(step[1])]),)).value, step[1] + 1)
    return None
