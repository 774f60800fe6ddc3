"""What a time expression means before it is anchored to a day; the grammar writes it, the anchoring reads it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from onrecord.analysis.times.names import Unit
from onrecord.analysis.types import TimeType


class Turn(IntEnum):
    """Which one of those with the same name: "last Friday", "this Friday", "next Friday"."""

    LAST = -1
    THIS = 0
    NEXT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A value that no day changes: a duration, a set, a reference to the present, past or future."""

    type: TimeType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A place in the calendar: numbers count from 1, 0 and "" where not said.

    year: None where the story must say which. turn: "last", "this", "next". of: the year it lies in, as an
    expression of its own ("June last year"). from_focus: counted from the last date of the story, not its day.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0
    quarter: int = 0
    half: int = 0
    season: str = ""
    holiday: str = ""
    turn: Turn | None = None
    of: Meaning | None = None
    from_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """A decade. year: its first; below 100 where the century is not said ("the nineties")."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Century:
    """A century, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units away: from the day of publication, or from the last date of the story (from_focus)."""

    unit: Unit
    count: int
    from_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsFrom:
    """The time that the story is about, `years` away ("a year earlier", "the year-ago quarter").

    unit: QUARTER where the words say so; None leaves it to the story. from_focus: as in Shift.
    """

    years: int
    unit: Unit | None = None
    from_focus: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The quarter that the story reports on.

    year: the year, where the words say it ("the 1988 quarter"). ended: its last day, where they say that.
    """

    year: int | None = None
    ended: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """The week that holds a day ("the week of March 6")."""

    day: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of a day. part: MO, MI, AF, EV or NI. on: the day, None where the story must say which."""

    part: str
    on: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day. minute: None where only the hour is said. on: as in PartOfDay."""

    hour: int
    minute: int | None = None
    second: int | None = None
    on: Meaning | None = None


Meaning = Fixed | Calendar | Decade | Century | Shift | YearsFrom | Reported | WeekOf | PartOfDay | Clock


class Certainty(IntEnum):
    """How far the words alone show that they are a time. Only a tagger's word makes an unlikely one a time."""

    UNLIKELY = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the grammar reads in some words. end: the word it goes up to, exclusive."""

    meaning: Meaning
    end: int
    certainty: Certainty = Certainty.SURE


def fixed(kind: TimeType, value: str) -> Fixed:
    """A value that no day changes."""
    return Fixed(type=kind, value=value)
