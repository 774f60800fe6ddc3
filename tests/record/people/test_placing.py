from __future__ import annotations

import random
from dataclasses import replace

from sqlalchemy import func, select

from onrecord.analysis.types import EngineVersion
from onrecord.record.schema import entities, identifications, names, people, people_keys, stories
from onrecord.record.store import Record
from tests.record.people.stories import told
from tests.record.test_store import rows


def persons(record: Record) -> dict[str, int | None]:
    """STORY's number and entity's name -> person."""
    with record.reading() as connection:
        asked = select(stories.c.source, entities.c.name, entities.c.person).join(entities)
        return {f"{row.source} {row.name}": row.person for row in connection.execute(asked)}


def test_one_person_in_two_stories_is_one(record: Record) -> None:
    record.add(told(1, ("Ilse Obermann", "the port was closed"), ("Karel Renwick", "it was not")))
    record.add(told(2, ("Ilse Obermann", "the port was open"), ("Dana Sokol", "nothing")))
    found = persons(record)
    assert found["1.txt Ilse Obermann"] == found["2.txt Ilse Obermann"]
    assert len(set(found.values())) == 3


def test_a_surname_finds_its_bearer_through_the_company(record: Record) -> None:
    record.add(told(1, ("Ilse Obermann", "the port was closed"), ("Karel Renwick", "it was not")))
    record.add(told(2, ("Obermann", "the port was open"), ("Karel Renwick", "nothing")))
    record.add(told(3, ("Tomas Obermann", "he was somebody else"), ("Vera Lind", "nothing")))
    found = persons(record)
    assert found["1.txt Ilse Obermann"] == found["2.txt Obermann"]
    assert found["3.txt Tomas Obermann"] not in (found["1.txt Ilse Obermann"], None)


def test_who_two_may_be_stays_alone_and_the_doubt_is_kept(record: Record) -> None:
    record.add(told(1, ("Ilse Obermann", "the port was closed")))
    record.add(told(2, ("Tomas Obermann", "it was not")))
    record.add(told(3, ("Obermann", "nothing of the kind")))
    assert len(set(persons(record).values())) == 3
    with record.reading() as connection:
        doubts = connection.execute(select(identifications).where(identifications.c.verdict == "unsure")).all()
    assert {row.person for row in doubts} == {1, 2}
    assert all(0 <= row.score <= 1 and row.reason for row in doubts)


def test_the_number_outlives_newer_weights(record: Record) -> None:
    first, second = told(1, ("Ilse Obermann", "the port was closed")), told(2, ("Karel Renwick", "it was not"))
    record.add(first)
    record.add(second)
    before = persons(record)
    record.add(replace(first, engine=EngineVersion(version="0", weights="newer")))
    assert persons(record) == before


def test_what_is_removed_is_known_no_more(record: Record) -> None:
    keep, drop = told(1, ("Ilse Obermann", "the port was closed")), told(2, ("Ilse Obermann", "it was open"))
    drop = replace(drop, entities=(replace(drop.entities[0], role="harbour master"),))
    record.add(keep)
    once = rows(record)
    record.add(drop)
    record.remove(drop.story.id)
    assert rows(record) == once


def test_an_upgraded_record_knows_its_people(record: Record) -> None:
    """What the migration fills in is what adding the stories would have made."""
    from onrecord.record.people.placing import place_all

    for number in range(1, 6):
        record.add(told(number, ("Ilse Obermann", "the port was closed"), (f"Karel Renwick {'I' * number}", "no")))
    before = rows(record)
    with record.writing() as connection:
        connection.execute(entities.update().values(person=None, grouped=None))
        for table in (identifications, people_keys, people):
            connection.execute(table.delete())
        place_all(connection)
    assert rows(record) == before


def test_any_order_of_adding_and_removing_leaves_no_loose_ends(record: Record) -> None:
    order = random.Random(5)
    speakers = ["Ilse Obermann", "Obermann", "Karel Renwick", "Renwick", "Harbour Office", "Tomas Obermann"]
    made = [told(n, *((name, f"so {n}") for name in order.sample(speakers, 2))) for n in range(1, 13)]
    for analysis in made:
        record.add(analysis)
    for analysis in order.sample(made, 8):
        record.remove(analysis.story.id)
    with record.reading() as connection:
        used = set(connection.execute(select(entities.c.grouped).where(entities.c.grouped.is_not(None))).scalars())
        assert used == set(connection.execute(select(people.c.number)).scalars())
        known = set(connection.execute(select(entities.c.folded)).scalars())
        assert known == set(connection.execute(select(names.c.folded)).scalars())
        assert connection.execute(select(func.count()).select_from(people_keys)).scalar_one() > 0
