"""audit: a record and a Question -> who gets quoted, and how, by publisher or month; reads only."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case, func, literal, select

from onrecord.analysis.types import EntityKind, Kind
from onrecord.question.counts import Grouping, Measure, Row
from onrecord.question.narrowing import SPEAKERS
from onrecord.question.searching import Search
from onrecord.question.types import Question
from onrecord.record import Record
from onrecord.record.schema import statements, stories


def audit(record: Record, question: Question, *, by: Grouping, measure: Measure) -> tuple[Row, ...]:
    """Count the statements that meet a question; groups in the order of their names."""
    with record.reading() as connection:
        search = Search.of(question, connection)
        group = _group(by, connection.dialect.name)
        amount = literal(1) if measure is Measure.STATEMENTS else statements.c.length

        def total(condition: ColumnElement[bool]) -> ColumnElement[int]:
            return func.coalesce(func.sum(case((condition, amount), else_=0)), 0)

        named = statements.c.speaker.is_not(None) & SPEAKERS.c.name.is_not(None)
        person, organization = (SPEAKERS.c.kind == kind for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION))
        unnamed = statements.c.speaker.is_not(None) & (
            SPEAKERS.c.name.is_(None) | (SPEAKERS.c.kind == EntityKind.UNNAMED)
        )
        asked = search.narrowed(
            select(
                group.label("group"),
                func.count(stories.c.number.distinct()).label("stories"),
                func.sum(amount).label("total"),
                total(named & person).label("persons"),
                total(named & organization).label("organizations"),
                total(named & ~person & ~organization & (SPEAKERS.c.kind != EntityKind.UNNAMED)).label("others"),
                total(unnamed).label("unnamed"),
                total(statements.c.speaker.is_(None)).label("open"),
                *(total(statements.c.kind == kind).label(kind.value) for kind in Kind),
                func.avg(statements.c.position).label("position"),
            )
        )
        if by is not Grouping.ALL:
            asked = asked.group_by(group).order_by(group)
        rows = connection.execute(asked).mappings().all()
    return tuple(
        Row(
            group=row["group"] or "",
            position=float(row["position"]),
            **{name: int(row[name]) for name in _COUNTS},
        )
        for row in rows
        if row["total"] is not None
    )


_COUNTS = (
    *("stories", "total", "persons", "organizations", "others", "unnamed", "open"),
    *(kind.value for kind in Kind),
)


def _group(by: Grouping, dialect: str) -> ColumnElement[str]:
    if by is Grouping.PUBLISHER:
        return stories.c.publisher
    return month(dialect) if by is Grouping.MONTH else literal("all")


def month(dialect: str) -> ColumnElement[str]:
    """The month of a story's publication, as in "2025-04"."""
    if dialect == "postgresql":
        return func.to_char(stories.c.published, "YYYY-MM")
    return func.strftime("%Y-%m", stories.c.published)
