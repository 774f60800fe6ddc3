"""Question -> the select over events that it concerns, and what was found of them -> entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, not_, or_, select

from onrecord.question.matching import EVENTS, Matching
from onrecord.question.narrowing import called, condition, inside
from onrecord.question.periods import Happened
from onrecord.question.searching import one_story
from onrecord.question.types import DayField, DayFilter, Filter, NameField, NameFilter, Question
from onrecord.record.days import Days
from onrecord.record.schema import entities, events, mentions, stories, times
from onrecord.story.types import Span

_OTHERS, _VERSIONS = events.alias("others"), stories.alias("versions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """A question as it is asked of the events in one database; newest: the last of them that counts."""

    question: Question
    dialect: str
    newest: int

    @classmethod
    def of(cls, question: Question, connection: Connection, newest: int | None = None) -> Happenings:
        """Ask of all events that there are, or of those up to the newest one that is given."""
        if newest is None:
            newest = int(connection.execute(select(func.coalesce(func.max(events.c.time), 0))).scalar_one())
        return cls(question=question, dialect=connection.dialect.name, newest=newest)

    def narrowed(self, asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        """The select over the events that the question concerns.

        A sentence that an earlier version of its story has counts once, there, unless that story is asked for.
        """
        asked = asked.select_from(events).join(stories, events.c.story == stories.c.number)
        if self.question.words is not None:
            asked = Matching(words=self.question.words, dialect=self.dialect, index=EVENTS).narrow(asked)
        if not any(map(one_story, self.question.filters)):
            asked = asked.where(~_repeated())
        if self.question.meaning is not None:
            asked = asked.where(false())
        return asked.where(events.c.time <= self.newest, *map(_concerned, self.question.filters))


def happened(connection: Connection, keys: Sequence[int]) -> dict[int, Happened]:
    """What the events with these keys say."""
    length = events.c.end - events.c.start
    asked = (
        select(
            events,
            stories.c.id.label("story_id"),
            *(stories.c[name] for name in ("headline", "source", "publisher", "place", "published")),
            func.substr(stories.c.text, events.c.start + 1, length).label("words"),
            times.c.id,
            times.c.value,
            times.c.start.label("named"),
            times.c.end.label("named_end"),
        )
        .join(stories, events.c.story == stories.c.number)
        .join(times, events.c.time == times.c.number)
        .where(events.c.time.in_(keys))
    )
    return {
        row["time"]: Happened(
            story=row["story_id"],
            time=row["id"],
            **{name: row[name] for name in _SAME},
            days=Days(first=row["happened_from"], before=row["happened_before"]),
            span=Span(start=row["start"], end=row["end"]),
            named=Span(start=row["named"], end=row["named_end"]),
        )
        for row in connection.execute(asked).mappings()
    }


_SAME = ("headline", "source", "publisher", "place", "published", "value", "words")


def _repeated() -> ColumnElement[bool]:
    """Whether an earlier version of the story has the sentence."""
    return and_(
        stories.c.origin.is_not(None),
        exists()
        .where(
            or_(_VERSIONS.c.number == stories.c.origin, _VERSIONS.c.origin == stories.c.origin),
            _VERSIONS.c.number < stories.c.number,
            _OTHERS.c.story == _VERSIONS.c.number,
            _OTHERS.c.sentence == events.c.sentence,
        )
        .correlate(stories, events),
    )


def _concerned(asked: Filter) -> ColumnElement[bool]:
    """What a filter asks of an event and its story; what only statements have, no event has."""
    match asked:
        case NameFilter(field=NameField.SPEAKER | NameField.ABOUT, names=names):
            met: ColumnElement[bool] = or_(*map(_mentioned, names))
        case DayFilter(field=DayField.SAID, days=days):
            met = inside(days, events.c.happened_from, events.c.happened_before)
        case NameFilter() | DayFilter():
            return condition(asked)
        case _:
            met = false()
    return not_(met) if asked.negated else met


def _mentioned(name: str) -> ColumnElement[bool]:
    """Whether the sentence mentions somebody or something of the name, by a name, a description or a pronoun."""
    return (
        exists()
        .where(
            entities.c.story == events.c.story,
            entities.c.number.in_(called(name)),
            mentions.c.entity == entities.c.number,
            mentions.c.start >= events.c.start,
            mentions.c.end <= events.c.end,
        )
        .correlate(events)
    )
