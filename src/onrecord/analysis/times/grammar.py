"""The grammar of times: the longest time expression that begins at a word, with its modifiers and its article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.analysis.times.clock import named_hour, time_of_day
from onrecord.analysis.times.dates import (
    century,
    decade,
    holiday,
    named_month,
    quarter,
    season,
    second_day,
    year,
)
from onrecord.analysis.times.durations import directed, duration, recurring
from onrecord.analysis.times.meanings import Calendar, Certainty, Fixed, Reading
from onrecord.analysis.times.references import reference
from onrecord.analysis.times.relative import (
    bare,
    deictic,
    midpoint,
    near_reference,
    reported,
    turned,
    weekday,
    year_ago,
    year_end,
)
from onrecord.analysis.times.words import Line

Production = Callable[[Line, int], Reading | None]

_ALONE: tuple[Production, ...] = (
    *(time_of_day, named_hour, weekday, holiday, named_month, year, decade, century, quarter, season, deictic),
    *(second_day, turned, directed, duration, recurring, year_ago, year_end, midpoint, near_reference, reference),
)
_WITH_THE: tuple[Production, ...] = (
    *(quarter, decade, century, turned, directed, reported, bare, deictic, near_reference, year, season, weekday),
    *(duration,),
)
"""What "the" is a part of; before other times it is the article of the noun that they stand before."""

_ABOUT: tuple[tuple[str, ...], ...] = (
    *(("more", "than"), ("less", "than"), ("fewer", "than"), ("no", "more", "than"), ("at", "least")),
    *(("at", "most"), ("up", "to"), ("just", "over"), ("just", "under"), ("nearly",), ("almost",), ("about",)),
    *(("around",), ("over",), ("roughly",), ("approximately",), ("within",), ("under",), ("only",)),
)
_STAGES: tuple[tuple[str, ...], ...] = (
    *(("early",), ("late",), ("earlier",), ("later",), ("mid",), ("sometime",), ("mid", "-"), ("late", "-")),
    *(("early", "-"), ("pre", "-"), ("post", "-"), ("earlier", "in"), ("later", "in"), ("late", "in")),
    *(("early", "in"), ("midway", "through"), ("later", "on"), ("earlier", "on")),
    *((edge, "of") for edge in ("end", "beginning", "start", "middle", "close")),
)


def read(line: Line, at: int) -> Reading | None:
    """The longest time expression that begins at this word, an unlikely one only where there is no other."""
    return max(
        readings(line, at),
        key=lambda reading: (reading.certainty > Certainty.UNLIKELY, reading.end, reading.certainty),
        default=None,
    )


def readings(line: Line, at: int) -> list[Reading]:
    """Every time expression that begins at this word."""
    found = _modified(line, at)
    if line.low(at) == "the":
        found += _definite(line, at + 1)
    return found + [reading for production in _ALONE if (reading := production(line, at)) is not None]


def _definite(line: Line, at: int) -> list[Reading]:
    found = [reading for production in _WITH_THE if (reading := production(line, at)) is not None]
    staged = _staged(line, at)
    if staged is not None:
        found.append(staged)
    return [reading for reading in found if _takes_the(line, at, reading)]


def _takes_the(line: Line, at: int, reading: Reading) -> bool:
    meaning = reading.meaning
    if isinstance(meaning, Calendar) and reading.end == at + 1 and meaning.year is not None:
        return False
    if isinstance(meaning, Calendar) and (meaning.day or meaning.weekday) and meaning.turn is None:
        return False
    return not (isinstance(meaning, Fixed) and line.low(at + 1) == "-")


def _modified(line: Line, at: int) -> list[Reading]:
    found = []
    for words in _ABOUT:
        if line.follows(at, *words):
            reading = _quantity(line, at + len(words))
            if reading is not None and reading.certainty is not Certainty.UNLIKELY:
                found.append(reading)
    staged = _staged(line, at)
    if staged is not None:
        found.append(staged)
    return found


def _quantity(line: Line, at: int) -> Reading | None:
    for production in (time_of_day, duration):
        reading = production(line, at)
        if reading is not None:
            return reading
    return None


def _staged(line: Line, at: int) -> Reading | None:
    """A stage of a date: "early next year", "late Thursday", "the end of 1990", "earlier in the day"."""
    best: Reading | None = None
    for words in _STAGES:
        if not line.follows(at, *words):
            continue
        inner = at + len(words)
        if words[-1] == "-" and not (line.glued(inner - 1) and line.glued(inner)):
            continue
        reading = _stage_of(line, inner)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


def _stage_of(line: Line, at: int) -> Reading | None:
    found: list[Reading] = []
    if line.low(at) == "the":
        found += [
            replace(reading, certainty=Certainty.SURE)
            for production in (bare, turned, quarter, decade, century, season, year)
            if (reading := production(line, at + 1)) is not None
        ]
    productions = (weekday, named_month, holiday, year, decade, century, quarter, season, deictic, turned)
    for production in productions:
        reading = production(line, at)
        if reading is not None:
            sure = reading.certainty is not Certainty.UNLIKELY or not isinstance(reading.meaning, Fixed)
            found.append(replace(reading, certainty=Certainty.SURE) if sure else reading)
    return max(found, key=lambda reading: reading.end, default=None)
