from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from onrecord.record.schema import metadata
from onrecord.record.store import Record


def test_migrations_make_the_tables_that_the_program_speaks_of(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        assert [change for change in compare_metadata(context, metadata) if not _of_words(change)] == []
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())


def _ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name in metadata.tables


def _of_words(change: object) -> bool:
    """The index of words is the database's own: FTS5 in one, a tsvector in the other."""
    return "words" in str(change)
