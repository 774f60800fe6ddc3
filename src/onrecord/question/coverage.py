"""A record -> what it covers: stories by month and publisher, those without a day, the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from onrecord.question.auditing import month
from onrecord.record import Record
from onrecord.record.schema import stories

_PUBLISHERS = 20
_UNDATED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many stories of a month ("2025-04") or a publisher; name is None where it is not known."""

    name: str | None
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A story as a list shows it."""

    id: str
    headline: str | None
    source: str
    publisher: str | None
    place: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """months: in their order, without those that have no story. publishers: the largest. undated: some of them."""

    months: tuple[Share, ...]
    publishers: tuple[Share, ...]
    undated: tuple[Headed, ...]
    undated_in_all: int


def coverage(record: Record) -> Coverage:
    """Count the stories; reads their index of days, and of publishers, as a whole."""
    with record.reading() as connection:
        name = month(connection.dialect.name)
        count = func.count()
        dated = select(name, count).where(stories.c.published.is_not(None)).group_by(name).order_by(name)
        by = select(stories.c.publisher, count).group_by(stories.c.publisher)
        by = by.order_by(count.desc(), stories.c.publisher).limit(_PUBLISHERS)
        without = stories.c.published.is_(None)
        undated = _headed().where(without).order_by(stories.c.number.desc()).limit(_UNDATED)
        return Coverage(
            months=tuple(Share(name=row[0], stories=row[1]) for row in connection.execute(dated)),
            publishers=tuple(Share(name=row[0], stories=row[1]) for row in connection.execute(by)),
            undated=tuple(Headed(**row) for row in connection.execute(undated).mappings()),
            undated_in_all=connection.execute(select(count).where(without)).scalar_one(),
        )


def latest(record: Record, limit: int) -> tuple[Headed, ...]:
    """The stories published last, the latest first; read from the index of days."""
    newest = _headed().where(stories.c.published.is_not(None)).order_by(stories.c.published.desc()).limit(limit)
    with record.reading() as connection:
        return tuple(Headed(**row) for row in connection.execute(newest).mappings())


def _headed() -> Select[str, str | None, str, str | None, str | None, date | None]:
    return select(*(stories.c[name] for name in ("id", "headline", "source", "publisher", "place", "published")))
