"""What a timeline is made of: periods, and in each what was said and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from onrecord.question.answers import Hit
from onrecord.question.counts import Scale
from onrecord.record.days import Days
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as an entry. value: the TIMEX3 value of when it was said; where that tells no days, the day on
    which the story was published; None where neither is known, and then there are no days.
    """

    hit: Hit
    value: str | None
    days: Days | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A sentence in a story's own voice that names a time. story, time: ids.

    words: text[span] of the story; named: where in it the time stands; value: its TIMEX3 value.
    """

    story: str
    time: str
    headline: str | None
    source: str
    publisher: str | None
    place: str | None
    published: date | None
    value: str
    days: Days
    words: str
    span: Span
    named: Span

    @property
    def permalink(self) -> str:
        """Names the time in its story for good, as long as the story is read by the same engine."""
        return f"{self.story}/{self.time}"


Entry: TypeAlias = Said | Happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days with what belongs to them; days: None for what has no day. said, happened: how many entries there are in
    all; entries: those on this page.
    """

    days: Days | None
    said: int
    happened: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A page of a timeline. said, happened: how many entries meet the question; left: how many stand behind it.

    more: what asks for the next page, or None.
    """

    periods: tuple[Period, ...]
    said: int
    happened: int
    left: int
    more: str | None


def period_of(days: Days, scale: Scale) -> Days:
    """The day, month or year in which days stand: that in which they begin, or themselves where they are longer."""
    first = days.first
    match scale:
        case Scale.DAY:
            whole = Days(first=first, before=first + timedelta(days=1))
        case Scale.MONTH:
            begin = first.replace(day=1)
            whole = Days(first=begin, before=_month_after(begin))
        case Scale.YEAR:
            whole = Days(first=date(first.year, 1, 1), before=date(first.year + 1, 1, 1))
    return days if days.before - days.first > whole.before - whole.first else whole


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
