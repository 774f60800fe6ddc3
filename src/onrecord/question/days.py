"""Days of a question: 2025-04-14, 2025-04, 2025..2026-03, >=2025-04-01 <-> half-open ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.errors import AnswerError, QuestionError
from onrecord.question.characters import shown
from onrecord.question.scanning import Value
from onrecord.question.types import Days

FORMS = "2025-04-14, 2025-04, 2025, 2025..2026-03, >=2025-04-14, >2025, <=2025-04 or <2025"

_DAY = timedelta(days=1)
_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_RANGE = re.compile(r"\.{2,3}|…")
_COMPARED = re.compile(r"(>=|<=|[<>≥≤])(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Period:
    """A day, month or year. Its properties raise ValueError or OverflowError where the calendar has no such day."""

    year: int
    month: int | None
    day: int | None

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def after(self) -> date:
        """The first day after it."""
        first = self.first
        if self.day is not None:
            return first + _DAY
        if self.month is not None:
            return date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date(self.year + 1, 1, 1)


def read_days(value: Value) -> Days:
    """The days that a value means; a month or year stands for all of it. Raises QuestionError."""
    try:
        return _compared(value) or _between(value)
    except (ValueError, OverflowError):
        raise QuestionError(
            f"{shown(value.text)} is not in the calendar; days are written {FORMS}", value.column
        ) from None


def read_ends(since: str | None, until: str | None) -> Days | None:
    """The days from the first of a day, month or year to the last of another; None where neither is given.

    Raises AnswerError where one is none, or they are the wrong way round.
    """
    first = _end(since)[0] if since is not None else None
    before = _end(until)[1] if until is not None else None
    if first is not None and before is not None and first >= before:
        raise AnswerError(f"{since} does not come before {until}; put the earlier day first.")
    return Days(since=first, before=before) if first or before else None


def _end(text: str) -> tuple[date, date]:
    found = _PERIOD.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        period = _read(found)
        return period.first, period.after
    except (ValueError, OverflowError):
        raise AnswerError(
            f"{shown(text)} is no day, month or year of the calendar; write 2025-04-14, 2025-04 or 2025."
        ) from None


def write_days(days: Days) -> str:
    """The shortest exact text for a range; `read_days` gives the range back."""
    if days.before is None:
        return f">={days.since}"
    if days.since is None:
        return f"<{days.before}"
    last = days.before - _DAY
    if days.before.day > 1 or days.since.day > 1:
        return _joined(str(days.since), str(last))
    if days.before.month > 1 or days.since.month > 1:
        return _joined(str(days.since)[:7], str(last)[:7])
    return _joined(str(days.since)[:4], str(last)[:4])


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


def _compared(value: Value) -> Days | None:
    found = _COMPARED.fullmatch(value.text)
    if found is None:
        return None
    period = _period(found[2], value)
    match found[1]:
        case ">=" | "≥":
            return Days(since=period.first, before=None)
        case ">":
            return Days(since=period.after, before=None)
        case "<=" | "≤":
            return Days(since=None, before=period.after)
        case _:
            return Days(since=None, before=period.first)


def _between(value: Value) -> Days:
    ends = _RANGE.split(value.text)
    if len(ends) > 2 or not any(ends):
        raise _unreadable(value)
    since = _period(ends[0], value).first if ends[0] else None
    before = _period(ends[-1], value).after if ends[-1] else None
    if since is not None and before is not None and since >= before:
        raise QuestionError(f"{shown(value.text)} ends before it begins; put the earlier day first", value.column)
    return Days(since=since, before=before)


def _period(text: str, value: Value) -> _Period:
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise _unreadable(value)
    return _read(found)


def _read(found: re.Match[str]) -> _Period:
    return _Period(
        year=int(found[1]), month=int(found[2]) if found[2] else None, day=int(found[3]) if found[3] else None
    )


def _unreadable(value: Value) -> QuestionError:
    return QuestionError(f"{shown(value.text)} is no day or range of days; write {FORMS}", value.column)
