"""Every test of a record runs on both databases."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine

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


def new_database(address: str, template: str | None = None) -> str:
    """Make a database on the server at an address, empty or a copy of another; return its own address."""
    name = f"onrecord_{uuid4().hex}"
    _run(address, f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template.rsplit("/", 1)[1]}"' if template else ""))
    return address.rsplit("/", 1)[0] + "/" + name


def drop_database(address: str) -> None:
    """Take a database away again."""
    server_address, name = address.rsplit("/", 1)
    _run(f"{server_address}/postgres", f'DROP DATABASE "{name}" WITH (FORCE)')


def _run(address: str, statement: str) -> None:
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture(scope="session")
def empty_record(postgresql: str) -> str:
    """The address of a database with an empty record, to be copied: quicker than to make the tables again."""
    address = new_database(postgresql)
    Record(address, create=True).close()
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a record may be made: nothing is there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    address = new_database(request.getfixturevalue("postgresql"))
    yield address
    drop_database(address)


@pytest.fixture(params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    if request.param == "sqlite":
        with Record(str(tmp_path / "record.db"), create=True) as made:
            yield made
        return
    address = new_database(request.getfixturevalue("postgresql"), request.getfixturevalue("empty_record"))
    with Record(address) as made:
        yield made
    drop_database(address)
