"""Question -> the select over statements that answers it, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, extract, func, literal, or_, select
from sqlalchemy import Date as SqlDate

from onrecord.errors import AnswerError
from onrecord.question.answers import Bucket, Facet
from onrecord.question.matching import Matching
from onrecord.question.narrowing import ORIGINAL, SPEAKERS, STANDING, condition
from onrecord.question.paging import Cursor
from onrecord.question.types import Filter, NameField, NameFilter, Question, Sort
from onrecord.record.schema import statements, stories

DEEPEST = 2000
"""Hits that pages by relevance show in all."""

_BUCKETS = 10
_NO_DAY = date(1, 1, 1)
_DAY = func.coalesce(statements.c.said_from, stories.c.published, literal(_NO_DAY, SqlDate))


class DepthError(AnswerError):
    """More pages by relevance are asked for than there are."""

    def __init__(self) -> None:
        super().__init__(
            f"Pages by relevance end after {DEEPEST:,} hits; narrow the question, or add sort:newest to see all."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A question as it is asked of one database; newest: the last statement that its first page knew of."""

    question: Question
    matching: Matching | None
    newest: int

    @classmethod
    def of(cls, question: Question, connection: Connection, at: Cursor | None = None) -> Search:
        """Ask a question of the database at the other end of a connection, from a cursor on.

        Raises AnswerError where it asks for a meaning, which no statement in a record has yet.
        """
        if question.meaning is not None:
            raise AnswerError("meaning: cannot be answered yet, no record knows it; ask without meaning:.")
        dialect = connection.dialect.name
        matching = Matching(words=question.words, dialect=dialect) if question.words is not None else None
        known = select(func.coalesce(func.max(statements.c.number), 0))
        newest = at.newest if at else int(connection.execute(known).scalar_one())
        return cls(question=question, matching=matching, newest=newest)

    @property
    def score(self) -> ColumnElement[float] | None:
        """What orders the hits by relevance, None where time does."""
        if self.question.sort is not Sort.RELEVANCE or self.matching is None:
            return None
        return self.matching.score

    def narrowed(self, asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        """The select over the statements that meet the question.

        What a later version of a story repeats counts once, with its origin, unless that story is asked for. What
        was judged to be no statement is left out.
        """
        asked = (
            asked.select_from(statements)
            .join(stories, statements.c.story == stories.c.number)
            .outerjoin(SPEAKERS, statements.c.speaker == SPEAKERS.c.number)
        )
        if self.matching is not None:
            asked = self.matching.narrow(asked)
        if not any(map(one_story, self.question.filters)):
            asked = asked.where(ORIGINAL)
        asked = asked.where(STANDING)
        return asked.where(statements.c.number <= self.newest, *(condition(each) for each in self.question.filters))

    def total(self, connection: Connection) -> int:
        """How many statements meet the question."""
        return int(connection.execute(self.narrowed(select(func.count()))).scalar_one())

    def page(self, at: Cursor | None, limit: int) -> Select[*tuple[Any, ...]]:
        """The rows of the page behind a cursor."""
        score = self.score
        asked = self.narrowed(
            select(*COLUMNS, _DAY.label("day"), (score if score is not None else literal(None)).label("score"))
        )
        if score is not None:
            if at is not None and len(at.seen) >= DEEPEST:
                raise DepthError
            if at is not None and at.seen:
                asked = asked.where(statements.c.number.not_in(at.seen))
            return asked.order_by(score.desc(), statements.c.number).limit(limit)
        oldest = self.question.sort is Sort.OLDEST
        if at is not None and at.day:
            day = literal(date.fromisoformat(at.day), SqlDate)
            later = (day < _DAY) if oldest else (day > _DAY)
            number = statements.c.number
            rest = and_(day == _DAY, number > at.number if oldest else number < at.number)
            asked = asked.where(or_(later, rest))
        order = (_DAY, statements.c.number) if oldest else (_DAY.desc(), statements.c.number.desc())
        return asked.order_by(*order).limit(limit)

    def batch(self, number: int, limit: int) -> Select[*tuple[Any, ...]]:
        """The rows behind a statement's number, in the order in which they were added: the quickest way to all."""
        asked = self.narrowed(select(*COLUMNS, _DAY.label("day"), literal(None).label("score")))
        return asked.where(statements.c.number > number).order_by(statements.c.number).limit(limit)

    def after(self, at: Cursor | None, shown: Sequence[RowMapping]) -> Cursor:
        """Where the page with these rows ends."""
        if self.score is not None:
            seen = (*(at.seen if at else ()), *(row["number"] for row in shown))
            return Cursor(newest=self.newest, seen=seen)
        last = shown[-1]
        return Cursor(newest=self.newest, day=str(last["day"]), number=last["number"])

    def facets(self, connection: Connection) -> list[Facet]:
        """Who speaks, of what kind, in whose stories, how, and when."""
        found = []
        year = extract("year", func.coalesce(statements.c.said_from, stories.c.published))
        for name, value in (
            ("speaker", SPEAKERS.c.name),
            ("speaker-kind", SPEAKERS.c.kind),
            ("kind", statements.c.kind),
            ("publisher", stories.c.publisher),
            ("year", year),
        ):
            count = func.count().label("count")
            asked = self.narrowed(select(value.label("value"), count)).where(value.is_not(None))
            asked = asked.group_by(value).order_by(count.desc(), value).limit(_BUCKETS)
            rows = connection.execute(asked).all()
            found.append(Facet(name=name, buckets=tuple(Bucket(value=str(row[0]), count=row[1]) for row in rows)))
        return found


def one_story(asked: Filter) -> bool:
    """Whether a filter asks for the statements of one story, be it a copy or not."""
    return isinstance(asked, NameFilter) and asked.field is NameField.STORY and not asked.negated


COLUMNS = (
    statements.c.number,
    stories.c.id.label("story"),
    statements.c.id.label("statement"),
    *(stories.c[name] for name in ("headline", "publisher", "place", "published", "text")),
    stories.c.source.label("story_source"),
    SPEAKERS.c.name.label("speaker"),
    SPEAKERS.c.kind.label("speaker_kind"),
    SPEAKERS.c.role.label("role"),
    *(statements.c[name] for name in ("unresolved", "kind", "act", "said", "confidence")),
)
"""What a hit is made of, beside its score."""
