"""The grammar of times: the longest time expression that begins at a word, with its modifiers and its article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.analysis.times.clock import named_hour, stamp, time_of_day
from onrecord.analysis.times.dates import (
    holiday,
    named_month,
    quarter,
    season,
    second_day,
)
from onrecord.analysis.times.durations import DIRECTIONS, LENGTHS, directed, duration
from onrecord.analysis.times.meanings import Calendar, Certainty, Fixed, Reading
from onrecord.analysis.times.names import (
    ADVERBS_OF_FREQUENCY,
    COUNTED,
    HOLIDAYS,
    MONTHS,
    PARTS,
    SEASONS,
    SINGULAR,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from onrecord.analysis.times.numbers import NUMBER_WORDS, ORDINAL_WORDS
from onrecord.analysis.times.recurring import recurring
from onrecord.analysis.times.references import REFERENCES, reference
from onrecord.analysis.times.relative import (
    DAYS,
    TURNS,
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
from onrecord.analysis.times.years import DECADES, century, decade, year

Production = Callable[[Line, int], Reading | None]

_ALONE: tuple[Production, ...] = (
    *(
        stamp,
        time_of_day,
        named_hour,
        weekday,
        holiday,
        named_month,
        year,
        decade,
        century,
        quarter,
        season,
        deictic,
    ),
    *(second_day, turned, directed, duration, recurring, year_ago, year_end, midpoint, near_reference, reference),
)
_WITH_THE: tuple[Production, ...] = (
    *(quarter, decade, century, turned, directed, reported, bare, deictic, near_reference, year, season, weekday),
    *(duration, named_month),
)
"""What "the" is a part of; before other times it is the article of the noun that they stand before."""

_DATES: tuple[Production, ...] = (weekday, named_month, holiday, year_end)

_ABOUT: tuple[tuple[str, ...], ...] = (
    *(("more", "than"), ("less", "than"), ("fewer", "than"), ("no", "more", "than"), ("at", "least")),
    *(("at", "most"), ("up", "to"), ("just", "over"), ("just", "under"), ("nearly",), ("almost",), ("about",)),
    *(("around",), ("roughly",), ("approximately",), ("under",)),
)
_STAGES: tuple[tuple[str, ...], ...] = (
    *(("early",), ("late",), ("earlier",), ("later",), ("mid",), ("sometime",), ("mid", "-"), ("late", "-")),
    *(("early", "-"), ("pre", "-"), ("post", "-"), ("earlier", "in"), ("later", "in"), ("late", "in")),
    *(("early", "in"), ("midway", "through"), ("later", "on"), ("earlier", "on")),
    *((edge, "of") for edge in ("end", "beginning", "start", "middle", "close")),
)
_STARTS = frozenset(
    (
        *(*NUMBER_WORDS, *ORDINAL_WORDS, *DECADES, *MONTHS, *WEEKDAYS, *WEEKDAY_ABBREVIATIONS, *WEEKDAY_PLURALS),
        *(*SEASONS, *PARTS, *COUNTED, *LENGTHS, *ADVERBS_OF_FREQUENCY, *TURNS, *DIRECTIONS, *DAYS),
        *(words[0] for words in (*HOLIDAYS, *REFERENCES, *_ABOUT, *_STAGES)),
        *("the", "tonight", "noon", "midnight", "overnight", "midyear", "midweek", "every", "each", "per", "these"),
        *(
            "weekdays",
            "twice",
            "q",
            "fiscal",
            "calendar",
            "fy",
            "short",
            "long",
            "near",
            "foreseeable",
            "medium",
            "future",
        ),
        *("over", "'", "’", "‘", "`"),
    )
)
"""The words that some time expression begins with, beside numbers; nothing is read from any other."""


def read(line: Line, at: int) -> Reading | None:
    """The longest time expression that begins at this word, an unlikely one only where there is no other."""
    return max(
        readings(line, at),
        key=lambda reading: (reading.certainty > Certainty.UNLIKELY, reading.end, reading.certainty),
        default=None,
    )


def readings(line: Line, at: int) -> list[Reading]:
    """Every time expression that begins at this word."""
    low = line.low(at)
    if low not in _STARTS and not low.isdigit():
        return []
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
    if isinstance(meaning, Calendar) and meaning.month and meaning.turn is None:
        return False
    if isinstance(meaning, Calendar) and line.low(reading.end - 2) == "-" and meaning.quarter:
        return False
    return not (
        isinstance(meaning, Fixed)
        and ((line.low(at + 1) == "-" and line.low(at) != "year") or _attributive(line, at, reading.end))
    )


def _attributive(line: Line, at: int, end: int) -> bool:
    """Whether a unit stands in the singular behind a number above one: "two day", before a noun."""
    counted = end > at + 1 and line.low(at) not in ("one", "1", "first", "last", "next", "past", "full", "fiscal")
    return counted and line.low(end - 1) in SINGULAR


def _modified(line: Line, at: int) -> list[Reading]:
    found = []
    for words in _ABOUT:
        if line.follows(at, *words):
            reading = _quantity(line, at + len(words))
            if reading is not None and reading.certainty is not Certainty.UNLIKELY:
                found.append(reading)
    if line.low(at) == "over" and line.low(at + 1) in ("a", "an"):
        reading = duration(line, at + 1)
        found += [reading] if reading is not None else []
    if line.low(at) in ("about", "around"):
        found += [reading for dates in _DATES if (reading := dates(line, at + 1)) is not None]
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
