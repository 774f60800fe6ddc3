"""What people judged the same -> who of the record's persons is who; a judgement that is undone counts no more."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from onrecord.record.judgements.log import active
from onrecord.record.judgements.types import Verb
from onrecord.record.schema import entities, people


def regroup(connection: Connection) -> None:
    """Let every person be merged into the first of those that it was judged the same as, and no other."""
    wanted = _merged(connection)
    asked = select(people.c.number, people.c.merged_into).where(people.c.merged_into.is_not(None))
    current = {row.number: row.merged_into for row in connection.execute(asked)}
    for person in sorted(wanted.keys() | current.keys()):
        if wanted.get(person) == current.get(person):
            continue
        into = wanted.get(person)
        connection.execute(update(people).where(people.c.number == person).values(merged_into=into))
        connection.execute(update(entities).where(entities.c.grouped == person).values(person=into or person))


def _merged(connection: Connection) -> dict[int, int]:
    """Whom each is merged into, who is the first of several that are one."""
    first: dict[int, int] = {}

    def root(person: int) -> int:
        while first.get(person, person) != person:
            person = first[person]
        return person

    for judgement in active(connection, Verb.SAME):
        assert judgement.person is not None and judgement.other is not None
        low, high = sorted((root(judgement.person), root(judgement.other)))
        first[high] = low
    return {person: root(person) for person in first if root(person) != person}
