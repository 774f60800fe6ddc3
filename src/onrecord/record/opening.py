"""The address of a record -> a SQLAlchemy engine over it, its tables made or brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import RecordError

LOCK = 0x6F6E7265
"""The number of the advisory lock that writers take in PostgreSQL."""

_WAIT = 60
"""Seconds that a writer waits for another one."""


def address(record: str) -> URL:
    """A file's path, or a URL: sqlite:///FILE or postgresql://…; raises RecordError for anything else."""
    if "://" not in record:
        return URL.create("sqlite", database=str(Path(record)))
    try:
        url = make_url(record)
    except ArgumentError:
        raise RecordError(
            "The record's address is not a URL; name a file, or postgresql://HOST/DATABASE."
        ) from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise RecordError(
            f"A record lies in SQLite or PostgreSQL, not in {url.get_backend_name()}; name a file, or"
            " postgresql://HOST/DATABASE."
        )
    return url


def opened(record: str, *, create: bool) -> Engine:
    """Open a record; create: make it where there is none. Raises RecordError, with the address but no password."""
    url = address(record)
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        shown = url.database or ""
        _check_file(shown, create=create)
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() == "postgresql")
    except ModuleNotFoundError:
        raise RecordError(
            "A record in PostgreSQL needs more than is installed: pip install 'onrecord[postgresql]'."
        ) from None
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with engine.connect() as connection:
            current = _is_current(connection)
        if not current:
            with engine.begin() as connection:
                lock(connection)
                _bring_up_to_date(connection, shown, create=create)
    except DBAPIError as error:
        engine.dispose()
        raise RecordError(f"{shown}: the record cannot be opened ({in_short(error.orig)}).") from error
    except RecordError:
        engine.dispose()
        raise
    return engine


def _check_file(path: str, *, create: bool) -> None:
    file = Path(path)
    if not path or path == ":memory:":
        raise RecordError("A record in memory would be lost; name a file.")
    if file.is_dir():
        raise RecordError(f"{path}: a folder; name a file for the record.")
    if not file.exists() and not create:
        raise RecordError(f"{path}: there is no record; make one with `onrecord add PATH --record {path}`.")
    if not file.parent.is_dir():
        raise RecordError(f"{path}: the folder {file.parent} does not exist; make it first.")
    if file.exists() and file.stat().st_size:
        with file.open("rb") as stream:
            if stream.read(16) != b"SQLite format 3\0":
                raise RecordError(f"{path}: not a SQLite file, so no record; name another file.")


def _prepare_sqlite(connection: object, _: ConnectionPoolEntry) -> None:
    """Readers never wait for the writer, a crash loses no finished story, foreign keys hold."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        f"busy_timeout = {_WAIT * 1000}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "cache_size = -65536",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin as a reader; `lock` makes a writer of it."""
    connection.exec_driver_sql("BEGIN")


def lock(connection: Connection) -> None:
    """Be the only writer until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        return
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version; asked first, since nobody waits for a writer to be told so."""
    now = MigrationContext.configure(connection).get_current_revision()
    with _migrations() as config:
        return now is not None and now == ScriptDirectory.from_config(config).get_current_head()


@contextmanager
def _migrations() -> Iterator[Config]:
    with as_file(files("onrecord.record") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        yield config


def _bring_up_to_date(connection: Connection, shown: str, *, create: bool) -> None:
    with _migrations() as config:
        config.attributes["connection"] = connection
        now = MigrationContext.configure(connection).get_current_revision()
        steps = list(ScriptDirectory.from_config(config).walk_revisions())
        known = [step.revision for step in steps]
        if now is None and inspect(connection).get_table_names():
            raise RecordError(f"{shown}: a database, but no record; name another one.")
        if now is None and not create:
            raise RecordError(f"{shown}: there is no record; make one with `onrecord add PATH`.")
        if now is not None and now not in known:
            raise RecordError(
                f"{shown}: the record was made by a newer version of Onrecord (its tables are at {now}); update"
                " this one."
            )
        command.upgrade(config, "head")
        if now is not None:
            for step in reversed(steps[: known.index(now)]):
                step.module.fill(connection)


def in_short(error: BaseException | None) -> str:
    """What a database says, in one line."""
    return " ".join(str(error).split())[:300].rstrip(".")
