from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from onrecord.record.schema import metadata
from onrecord.record.store import Record
from tests.record.people.stories import told


def test_migrations_make_the_tables_that_the_program_speaks_of(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        assert [change for change in compare_metadata(context, metadata) if not _of_words(change)] == []
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())


def test_other_programs_read_who_said_what(record: Record) -> None:
    record.add(told(1, ("Ilse Obermann", "the port was closed"), roles={"Ilse Obermann": "mayor"}))
    with record.reading() as connection:
        said = connection.exec_driver_sql("SELECT * FROM who_said_what").mappings().one()
        assert (said["speaker"], said["role"], said["content"]) == ("Ilse Obermann", "mayor", "the port was closed")
        assert said["permalink"].endswith("/s0") and str(said["published"]) == "2025-03-01"
        who = connection.exec_driver_sql("SELECT * FROM who_is_who").mappings().one()
        assert (who["name"], who["called"], who["person"]) == ("Ilse Obermann", "Ilse Obermann", 1)


def _ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name in metadata.tables


def _of_words(change: object) -> bool:
    """The index of words is the database's own: FTS5 in one, a tsvector in the other."""
    return "words" in str(change)
