"""What people judged different -> entities that are somebody of their own."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from onrecord.record.judgements.log import active
from onrecord.record.judgements.types import Judgement, Verb
from onrecord.record.people.placing import Sighting, found_person, settle
from onrecord.record.rows import analysis_from
from onrecord.record.schema import entities, mentions, people, stories
from onrecord.story.types import Span


def pinned(connection: Connection, story: str) -> list[Sighting]:
    """Who is where in a story for good, because somebody judged so; story: an id."""
    return [
        Sighting(spans=spans_of(judgement), person=judgement.other)
        for judgement in active(connection, Verb.DIFFERENT, story=story)
        if judgement.other is not None
    ]


def spans_of(judgement: Judgement) -> frozenset[Span]:
    """Where the entity that a judgement is about is mentioned."""
    return frozenset(Span(start=a, end=b) for a, b in judgement.evidence["mentions"])


def somebody_new(connection: Connection, entity: int) -> int:
    """Make a person of an entity alone, without giving it the entity yet; return the number."""
    row = connection.execute(
        select(stories, entities.c.id.label("entity"))
        .join(entities, entities.c.story == stories.c.number)
        .where(entities.c.number == entity)
    )
    story = row.mappings().one()
    return found_person(connection, analysis_from(connection, story), story["entity"])


def regive(connection: Connection, judgement: Judgement, *, person: int) -> None:
    """Give the entity that a judgement is about to a person, and put right what is known of those concerned."""
    wanted = {(span.start, span.end) for span in spans_of(judgement)}
    asked = (
        select(entities.c.number, entities.c.grouped, mentions.c.start, mentions.c.end)
        .join(mentions, mentions.c.entity == entities.c.number)
        .join(stories, entities.c.story == stories.c.number)
        .where(stories.c.id == judgement.story)
    )
    found = {row.number: row.grouped for row in connection.execute(asked) if (row.start, row.end) in wanted}
    into = connection.execute(select(people.c.merged_into).where(people.c.number == person)).scalar()
    for entity in found:
        chosen = entities.c.number == entity
        connection.execute(update(entities).where(chosen).values(grouped=person, person=into or person))
    settle(connection, {person, *(before for before in found.values() if before is not None)})
