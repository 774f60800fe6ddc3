"""The lanes that a timeline runs in: statements and events, each lane in the order of its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select, true

from onrecord.question.happening import Happenings
from onrecord.question.narrowing import inside
from onrecord.question.searching import Search
from onrecord.question.types import Days as Range
from onrecord.record.days import Days
from onrecord.record.schema import events, statements, stories

_ONE = timedelta(days=1)


class Lane(IntEnum):
    """In the order in which they give what has the same days: events; statements that tell their own days; those
    that have the day on which their story was published; those without a day.
    """

    HAPPENED = 0
    SAID = 1
    PUBLISHED = 2
    UNDATED = 3


Tally: TypeAlias = Mapping[Lane, Counter[Days | None]]
"""How many entries of each lane have which days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What an entry is ordered by. number: a statement's, or that of the time that an event names."""

    days: Days | None
    lane: Lane
    number: int

    def order(self, *, newest: bool) -> tuple[int, ...]:
        """By first days, longer stretches before the shorter ones that begin with them; newest: turned round.

        What has no days comes last in either order.
        """
        if self.days is None:
            return (date.max.toordinal(), 0, self.lane, self.number)
        first, before = self.days.first.toordinal(), self.days.before.toordinal()
        return (-first, before, -self.lane, -self.number) if newest else (first, -before, self.lane, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """A question as it is asked of one database. within: only what lies in these days; newest: turned round."""

    search: Search
    happenings: Happenings
    within: Range | None
    newest: bool

    def tally(self, connection: Connection) -> Tally:
        """Count the entries of all lanes."""
        counts: dict[Lane, Counter[Days | None]] = {lane: Counter() for lane in Lane}
        own = (events.c.happened_from, events.c.happened_before)
        asked = self.happenings.narrowed(select(*own, func.count()))
        for first, before, count in connection.execute(asked.where(self._in(Lane.HAPPENED)).group_by(*own)):
            counts[Lane.HAPPENED][Days(first=first, before=before)] = count
        published = case((statements.c.said_from.is_(None), stories.c.published))
        said = (statements.c.said_from, statements.c.said_before, published)
        asked = self.search.narrowed(select(*said, func.count()))
        lanes = or_(*(self._in(lane) for lane in (Lane.SAID, Lane.PUBLISHED, Lane.UNDATED)))
        if self.within is not None:
            asked = asked.where(lanes)
        for first, before, day, count in connection.execute(asked.group_by(*said)):
            if first is not None:
                counts[Lane.SAID][Days(first=first, before=before)] = count
            elif day is not None:
                counts[Lane.PUBLISHED][_one_day(day)] = count
            else:
                counts[Lane.UNDATED][None] = count
        return counts

    def page(self, connection: Connection, lane: Lane, at: Key | None, limit: int) -> Iterator[Key]:
        """Yield the first entries of a lane behind a key."""
        number, *days = _COLUMNS[lane]
        narrowed = self.happenings.narrowed if lane is Lane.HAPPENED else self.search.narrowed
        asked: Select[*tuple[Any, ...]] = narrowed(select(number, *days)).where(self._in(lane))
        if at is not None:
            asked = asked.where(self._behind(lane, at))
        order = [first.desc() if self.newest else first for first in days[:1]]
        order += [before if self.newest else before.desc() for before in days[1:]]
        order.append(number.desc() if self.newest and days else number)
        for found, *ends in connection.execute(asked.order_by(*order).limit(limit)):
            match ends:
                case [first, before]:
                    yield Key(days=Days(first=first, before=before), lane=lane, number=found)
                case [day]:
                    yield Key(days=_one_day(day), lane=lane, number=found)
                case _:
                    yield Key(days=None, lane=lane, number=found)

    def _in(self, lane: Lane) -> ColumnElement[bool]:
        """What makes a statement or an event one of the lane, and within the days."""
        _, *days = _COLUMNS[lane]
        undated = statements.c.said_from.is_(None)
        if lane is Lane.UNDATED:
            return and_(undated, stories.c.published.is_(None)) if self.within is None else false()
        met = days[0].is_not(None) if self.within is None else inside(self.within, *days)
        return and_(undated, met) if lane is Lane.PUBLISHED else met

    def _behind(self, lane: Lane, at: Key) -> ColumnElement[bool]:
        """What a key's followers in the lane have."""
        number, *days = _COLUMNS[lane]
        if not days:
            return true() if at.days is not None else number > at.number
        if at.days is None:
            return false()
        turned = self.newest
        first = days[0]
        if lane is at.lane:
            rest = number < at.number if turned else number > at.number
        else:
            rest = true() if (lane > at.lane) is not turned else false()
        if days[1:]:
            before = days[1]
            shorter = before > at.days.before if turned else before < at.days.before
            rest = or_(shorter, and_(before == at.days.before, rest))
        elif at.days != _one_day(at.days.first):
            rest = false() if turned else true()
        reached = first <= at.days.first if turned else first >= at.days.first
        return and_(reached, or_(first != at.days.first, rest))


_COLUMNS: Mapping[Lane, tuple[ColumnElement[Any], ...]] = {
    Lane.HAPPENED: (events.c.time, events.c.happened_from, events.c.happened_before),
    Lane.SAID: (statements.c.number, statements.c.said_from, statements.c.said_before),
    Lane.PUBLISHED: (statements.c.number, stories.c.published),
    Lane.UNDATED: (statements.c.number,),
}
"""What an entry is known by, the first of its days, and the day behind the last where it may be more than one."""


def _one_day(day: date) -> Days:
    return Days(first=day, before=day + _ONE)
