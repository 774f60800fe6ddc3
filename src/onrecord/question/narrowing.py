"""Filters of a question -> conditions over statements, their speakers and their stories."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, false, func, literal, or_

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
from onrecord.record.schema import about, entities, statements, stories

SPEAKERS = entities.alias("speakers")
"""The entities as those who speak."""

_SUBJECTS = entities.alias("subjects")


def condition(asked: Filter) -> ColumnElement[bool]:
    """What a filter asks of a row of statements, their SPEAKERS and stories; what is not known is never met.

    Raises AnswerError where it asks for what no statement in a record has yet.
    """
    match asked:
        case NameFilter(field=field, names=names):
            met = or_(*(_named(field, name) for name in names))
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
            return holds(SPEAKERS.c.folded, name)
        case NameField.ABOUT:
            return exists().where(
                about.c.statement == statements.c.number,
                about.c.entity == _SUBJECTS.c.number,
                holds(_SUBJECTS.c.folded, name),
            )
        case NameField.PUBLISHER:
            return func.lower(stories.c.publisher) == name.lower()
        case NameField.PLACE:
            return func.lower(stories.c.place) == name.lower()
        case NameField.STORY:
            return stories.c.id == name


def holds(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether all words of a name stand in another, one after the other."""
    return column.contains(folded(name), autoescape=True)


def _chosen(field: ChoiceField, value: str) -> ColumnElement[bool]:
    match field:
        case ChoiceField.KIND:
            return statements.c.kind == value
        case ChoiceField.SPEAKER_KIND:
            return SPEAKERS.c.kind == value
        case ChoiceField.SOURCE:
            return _source(SourceKind(value))
        case ChoiceField.ACT | ChoiceField.DISPUTED:
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
