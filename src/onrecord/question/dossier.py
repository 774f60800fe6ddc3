"""A name -> the persons and organisations of the record that bear it, and all that one of them said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from onrecord.question.answering import answer
from onrecord.question.answers import Hit
from onrecord.question.narrowing import ORIGINAL, STANDING, called
from onrecord.question.types import NameField, NameFilter, Question, Sort
from onrecord.record import Record
from onrecord.record.schema import about, entities, people, statements, stories

MOST = 200
"""So many bearers of a name at most are listed, those that speak most first."""

_ROLES = 12
_SUBJECTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that stories give to somebody, from the first of them to the last."""

    name: str
    stories: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A person or organisation of the record.

    number: as in P17. names: all that stories call it, the commonest first. roles: from the earliest on, of many
    the commonest. stories: how many mention it. statements: how many it made, copies counted once.
    """

    number: int
    name: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    stories: int
    statements: int
    first: date | None
    last: date | None

    @property
    def key(self) -> str:
        """What finds it in a question: speaker:P17."""
        return f"P{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What somebody spoke about, how often, and the first and the last of it, in the order of time.

    key: what finds it in a question: about:P3, about:"Port of Halden". left_out: statements between earliest and
    latest.
    """

    name: str
    key: str
    total: int
    earliest: tuple[Hit, ...]
    latest: tuple[Hit, ...]

    @property
    def left_out(self) -> int:
        """How many statements stand between the earliest and the latest."""
        return self.total - len(self.earliest) - len(self.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What somebody said: all, by subject. spoken_of: how many statements of others are about it.

    all: as a subject of its own, every statement. more: how many subjects are left out.
    """

    bearer: Bearer
    all: Subject
    subjects: tuple[Subject, ...]
    more: int
    spoken_of: int


def bearers(record: Record, name: str) -> tuple[Bearer, ...]:
    """Those whom a name, a part of one, or a number such as P17 finds; who speaks most comes first."""
    with record.reading() as connection:
        found = select(entities.c.person).where(entities.c.number.in_(called(name)), entities.c.person.is_not(None))
        spoken = func.count(statements.c.number.distinct()).label("spoken")
        mentioned = func.count(entities.c.story.distinct()).label("mentioned")
        day = func.coalesce(statements.c.said_from, stories.c.published)
        asked = (
            select(
                people.c.number,
                people.c.name,
                people.c.kind,
                mentioned,
                spoken,
                func.min(day).label("first"),
                func.max(day).label("last"),
            )
            .select_from(entities)
            .join(people, entities.c.person == people.c.number)
            .join(stories, entities.c.story == stories.c.number)
            .outerjoin(
                statements,
                (statements.c.speaker == entities.c.number) & ORIGINAL & STANDING,
            )
            .where(entities.c.person.in_(found.distinct()))
            .group_by(people.c.number, people.c.name, people.c.kind)
            .order_by(spoken.desc(), mentioned.desc(), people.c.number)
            .limit(MOST)
        )
        rows = connection.execute(asked).mappings().all()
        return tuple(_bearer(connection, row) for row in rows)


def dossier(record: Record, bearer: Bearer, *, each: int = 2, subjects: int = _SUBJECTS) -> Dossier:
    """All that somebody said: the subjects spoken of most, and of each the first and the last statements.

    each: how many of the first, and of the last.
    """
    with record.reading() as connection:
        keys, more = _subjects(connection, bearer.number, subjects)
        asked = (
            select(func.count(statements.c.number.distinct()))
            .join(about, about.c.statement == statements.c.number)
            .join(entities, about.c.entity == entities.c.number)
            .where(entities.c.person == bearer.number, *_COUNTED)
        )
        spoken_of = int(connection.execute(asked).scalar_one())
    own = NameFilter(field=NameField.SPEAKER, names=(bearer.key,))
    return Dossier(
        bearer=bearer,
        all=_subject(record, bearer.name, "", (own,), each),
        subjects=tuple(
            _subject(record, name, key, (own, NameFilter(field=NameField.ABOUT, names=(key,))), each)
            for name, key in keys
        ),
        more=more,
        spoken_of=spoken_of,
    )


_COUNTED = (ORIGINAL, STANDING)


def _bearer(connection: Connection, row: RowMapping) -> Bearer:
    mine = entities.c.person == row["number"]
    count = func.count()
    named = select(entities.c.name).where(mine).group_by(entities.c.name).order_by(count.desc(), entities.c.name)
    roles = (
        select(
            entities.c.role,
            func.count(entities.c.story.distinct()).label("stories"),
            func.min(stories.c.published).label("first"),
            func.max(stories.c.published).label("last"),
        )
        .join(stories, entities.c.story == stories.c.number)
        .where(mine, entities.c.role.is_not(None))
        .group_by(entities.c.role)
        .order_by(func.count(entities.c.story.distinct()).desc(), entities.c.role)
        .limit(_ROLES)
    )
    found = [
        Role(name=role.role, stories=role.stories, first=role.first, last=role.last)
        for role in connection.execute(roles)
    ]
    return Bearer(
        number=row["number"],
        name=row["name"],
        kind=row["kind"],
        names=tuple(connection.execute(named).scalars()),
        roles=tuple(sorted(found, key=lambda role: (role.first or date.max, -role.stories, role.name))),
        stories=row["mentioned"],
        statements=row["spoken"],
        first=row["first"],
        last=row["last"],
    )


def _subjects(connection: Connection, person: int, limit: int) -> tuple[list[tuple[str, str]], int]:
    """The names and keys of what somebody spoke about most, and how many more there are."""
    speakers = entities.alias("speakers")
    count = func.count(statements.c.number.distinct())
    asked: Select[tuple[int | None, str, int]] = (
        select(entities.c.person, func.min(entities.c.name).label("name"), count.label("total"))
        .select_from(statements)
        .join(speakers, statements.c.speaker == speakers.c.number)
        .join(about, about.c.statement == statements.c.number)
        .join(entities, about.c.entity == entities.c.number)
        .where(
            speakers.c.person == person,
            entities.c.name.is_not(None),
            or_(entities.c.person.is_(None), entities.c.person != person),
            *_COUNTED,
        )
        .group_by(entities.c.person, entities.c.folded)
    )
    totals: dict[str, tuple[int, str, int | None]] = {}
    for row in connection.execute(asked):
        key = f"P{row.person}" if row.person is not None else row.name
        before = totals.get(key, (0, row.name, row.person))
        totals[key] = before[0] + row.total, before[1], row.person
    ordered = sorted(totals, key=lambda key: (-totals[key][0], key))
    chosen = ordered[:limit]
    numbers = [totals[key][2] for key in chosen if totals[key][2] is not None]
    shown = {row.number: row.name for row in connection.execute(select(people).where(people.c.number.in_(numbers)))}
    return [(shown.get(totals[key][2] or 0, totals[key][1]), key) for key in chosen], len(ordered) - len(chosen)


def _subject(record: Record, name: str, key: str, filters: tuple[NameFilter, ...], each: int) -> Subject:
    asked = Question(filters=filters, sort=Sort.OLDEST)
    earliest = answer(record, asked, limit=2 * each)
    if earliest.total <= 2 * each:
        return Subject(name=name, key=key, total=earliest.total, earliest=earliest.hits, latest=())
    latest = answer(record, Question(filters=filters, sort=Sort.NEWEST), limit=each)
    return Subject(
        name=name, key=key, total=earliest.total, earliest=earliest.hits[:each], latest=latest.hits[::-1]
    )
