"""A story or some hits -> what the record knows of them beyond the story: persons, copies, other versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select, tuple_

from onrecord.question.answers import Hit
from onrecord.question.narrowing import SPEAKERS
from onrecord.record import Record
from onrecord.record.schema import entities, statements, stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a story stands in its record.

    persons: the numbers of the persons that its entities are, by the entities' ids. repeats: permalinks of the
    statements that statements of this one repeat, by their ids. versions: how many the story has, with itself.
    """

    persons: Mapping[str, int]
    repeats: Mapping[str, str]
    versions: int


def standing(record: Record, story: str) -> Standing:
    """What the record knows of a story that is in it."""
    originals, homes = statements.alias("originals"), stories.alias("homes")
    with record.reading() as connection:
        number = select(stories.c.number).where(stories.c.id == story).scalar_subquery()
        persons = select(entities.c.id, entities.c.person).where(
            entities.c.story == number, entities.c.person.is_not(None)
        )
        repeats = (
            select(statements.c.id, homes.c.id.label("home"), originals.c.id.label("original"))
            .join(originals, statements.c.copy_of == originals.c.number)
            .join(homes, originals.c.story == homes.c.number)
            .where(statements.c.story == number)
        )
        row = connection.execute(select(stories.c.number, stories.c.origin).where(stories.c.id == story)).first()
        origin = (row.origin or row.number) if row is not None else 0
        group = select(func.count()).where(or_(stories.c.number == origin, stories.c.origin == origin))
        return Standing(
            persons={entity.id: entity.person for entity in connection.execute(persons)},
            repeats={found.id: f"{found.home}/{found.original}" for found in connection.execute(repeats)},
            versions=connection.execute(group).scalar_one(),
        )


def speaking(record: Record, hits: Iterable[Hit]) -> Mapping[str, int]:
    """The numbers of the persons who speak in hits, by permalink, where they are somebody across stories."""
    wanted = [(hit.story, hit.statement) for hit in hits]
    asked = (
        select(stories.c.id.label("story"), statements.c.id.label("statement"), SPEAKERS.c.person)
        .select_from(statements)
        .join(stories, statements.c.story == stories.c.number)
        .join(SPEAKERS, statements.c.speaker == SPEAKERS.c.number)
        .where(tuple_(stories.c.id, statements.c.id).in_(wanted), SPEAKERS.c.person.is_not(None))
    )
    with record.reading() as connection:
        return {f"{row.story}/{row.statement}": row.person for row in connection.execute(asked)}
