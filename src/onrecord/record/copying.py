"""A record -> the same, row for row, in a new SQLite file."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, insert, select

from onrecord.errors import RecordError
from onrecord.record.schema import metadata
from onrecord.record.store import Record

_BUNCH = 1000


def back_up(record: Record, file: Path) -> None:
    """Write a copy of the record as it is now; others may go on reading and adding meanwhile.

    The file appears whole or not at all. Raises RecordError where there is one of that name already.
    """
    if file.exists():
        raise RecordError(f"{file}: it exists already; a backup goes into a new file.")
    made = file.with_name(f".{file.name}.new")
    made.unlink(missing_ok=True)
    try:
        with record.reading() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("VACUUM INTO ?", (str(made),))
                connection.exec_driver_sql("BEGIN")
            else:
                _copy(connection, made)
        made.rename(file)
    finally:
        made.unlink(missing_ok=True)


def _copy(connection: Connection, file: Path) -> None:
    with Record(str(file), create=True) as target, target.writing() as writer:
        for table in metadata.sorted_tables:
            asked = select(table).order_by(*table.primary_key)
            rows = connection.execution_options(yield_per=_BUNCH).execute(asked).mappings()
            while bunch := [dict(row) for row in islice(rows, _BUNCH)]:
                writer.execute(insert(table), bunch)
    for left in (file.with_name(file.name + end) for end in ("-wal", "-shm")):
        left.unlink(missing_ok=True)
