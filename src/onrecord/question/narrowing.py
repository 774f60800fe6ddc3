"""Filters of a question -> conditions over statements, their speakers and their stories."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, false, func, literal, or_, select

from onrecord.analysis.types import EntityKind
from onrecord.errors import AnswerError
from onrecord.question.types import (
    ChoiceField,
    ChoiceFilter,
    Comparison,
    ConfidenceFilter,
    DayField,
    DayFilter,
    Days,
    Filter,
    NameField,
    NameFilter,
    SourceKind,
)
from onrecord.record.folding import folded
from onrecord.record.schema import about, entities, names, people, statements, stories

SPEAKERS = entities.alias("speakers")
"""The entities as those who speak."""

ORIGINAL = func.coalesce(statements.c.copy_of, 0) == 0
"""What no earlier version of its story says. SQLite thinks that few rows meet `copy_of IS NULL`, and would begin
every search with the index over it instead of that of the words."""

STANDING = statements.c.rejected_by.is_(None)
"""What nobody judged to be no statement."""

_PERSON = re.compile(r"P(\d{1,9})")


def condition(asked: Filter) -> ColumnElement[bool]:
    """What a filter asks of a row of statements, their SPEAKERS and stories; what is not known is never met.

    Raises AnswerError where it asks for what no statement in a record has yet.
    """
    match asked:
        case NameFilter(field=field):
            met = or_(*(_named(field, name) for name in asked.names))
        case ChoiceFilter(field=field, values=values):
            met = or_(*(_chosen(field, str(value)) for value in values))
        case DayFilter(field=field):
            met = _in_days(asked)
        case ConfidenceFilter(comparison=comparison, value=value):
            met = _compared(comparison, value)
    return ~func.coalesce(met, false()) if asked.negated else met


def _named(field: NameField, name: str) -> ColumnElement[bool]:
    match field:
        case NameField.SPEAKER:
            return statements.c.speaker.in_(called(name))
        case NameField.ABOUT:
            return statements.c.number.in_(select(about.c.statement).where(about.c.entity.in_(called(name))))
        case NameField.PUBLISHER:
            return func.lower(stories.c.publisher) == name.lower()
        case NameField.PLACE:
            return func.lower(stories.c.place) == name.lower()
        case NameField.STORY:
            return stories.c.id == name


def called(name: str) -> CompoundSelect[int] | Select[int]:
    """The numbers of the entities that a name, or part of one, finds.

    Those that have it, and those that are the same person or organisation as one that has it, whatever their
    stories call them. P and a number is a person of the record.
    """
    if number := _PERSON.fullmatch(name):
        root = select(func.coalesce(people.c.merged_into, people.c.number)).where(people.c.number == int(number[1]))
        return select(entities.c.number).where(entities.c.person.in_(root))
    found = select(names.c.folded).where(names.c.folded.contains(folded(name), autoescape=True))
    own = select(entities.c.number).where(entities.c.folded.in_(found))
    persons_of = select(entities.c.person).where(entities.c.folded.in_(found), entities.c.person.is_not(None))
    return own.union(select(entities.c.number).where(entities.c.person.in_(persons_of)))


def _chosen(field: ChoiceField, value: str) -> ColumnElement[bool]:
    match field:
        case ChoiceField.KIND:
            return statements.c.kind == value
        case ChoiceField.SPEAKER_KIND:
            return SPEAKERS.c.kind == value
        case ChoiceField.SOURCE:
            return _source(SourceKind(value))
        case ChoiceField.ACT:
            return statements.c.act == value
        case ChoiceField.DISPUTED:
            raise AnswerError(f"{field}: cannot be answered yet, no record knows it; ask without {field}:.")


def _source(value: SourceKind) -> ColumnElement[bool]:
    unnamed = or_(SPEAKERS.c.kind == EntityKind.UNNAMED.value, SPEAKERS.c.name.is_(None))
    match value:
        case SourceKind.NAMED:
            return and_(statements.c.speaker.is_not(None), ~unnamed)
        case SourceKind.UNNAMED:
            return and_(statements.c.speaker.is_not(None), unnamed)
        case SourceKind.NONE:
            return statements.c.speaker.is_(None)


def _in_days(asked: DayFilter) -> ColumnElement[bool]:
    if asked.field is DayField.PUBLISHED:
        return inside(asked.days, stories.c.published)
    return inside(asked.days, statements.c.said_from, statements.c.said_before)


def inside(
    days: Days, first: ColumnElement[date], before: ColumnElement[date] | None = None
) -> ColumnElement[bool]:
    """Whether all days from `first` on, up to but not including `before`, lie in a range; alone it is one day."""
    ends = [first >= days.since] if days.since else []
    if days.before is None:
        return and_(*ends)
    return and_(*ends, first < days.before if before is None else before <= days.before)


def _compared(comparison: Comparison, value: float) -> ColumnElement[bool]:
    number, least = statements.c.confidence, literal(value)
    match comparison:
        case Comparison.AT_LEAST:
            return number >= least
        case Comparison.MORE:
            return number > least
        case Comparison.AT_MOST:
            return number <= least
        case Comparison.LESS:
            return number < least
