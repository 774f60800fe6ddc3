"""Every test of a record runs on both databases."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from onrecord.record.store import Record
from tests.record.servers import programs, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server's database."""
    folder = programs()
    if folder is None:
        if os.environ.get("ONRECORD_REQUIRE_ALL"):
            pytest.fail("PostgreSQL is not installed, and nothing may be skipped")
        pytest.skip("PostgreSQL is not installed: records are tested on SQLite only")
    with server(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a record may be made: nothing is there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    address: str = request.getfixturevalue("postgresql")
    name = f"onrecord_{os.getpid()}_{abs(hash(str(tmp_path)))}"
    master = sqlalchemy.create_engine(
        address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with master.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    yield address.rsplit("/", 1)[0] + "/" + name
    with master.connect() as connection:
        connection.exec_driver_sql(f'DROP DATABASE "{name}" WITH (FORCE)')
    master.dispose()


@pytest.fixture
def record(location: str) -> Iterator[Record]:
    """An empty record."""
    with Record(location, create=True) as made:
        yield made
