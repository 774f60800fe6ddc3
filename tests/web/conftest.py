"""A room over a record with a few stories, and ways into it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.application import application
from onrecord.web.room import Room
from tests.question.stories import archive, many
from tests.record.conftest import drop_database, empty_record, new_database, postgresql
from tests.record.people.stories import told
from tests.web.hostile import hostile

__all__ = ["empty_record", "postgresql"]

TOKEN = "a-token-for-these-tests"
HERE = "http://127.0.0.1"


def fill(record: Record) -> None:
    """Put stories into a record: people, publishers, a story that nobody dates, two versions, hostile ones."""
    for analysis in (*archive(), *many(30)):
        record.add(analysis)
    for number, role in ((1, "deputy mayor"), (2, "mayor")):
        roles = {"Tilda Brandt": role}
        record.add(told(number, ("Tilda Brandt", f"the lock would open on day {number}"), roles=roles))
    record.add(told(11, *LONG, published=date(2025, 2, 1)))
    record.add(told(11, *LONG[:-1], ("Tilda Brandt", "nobody had paid for any lock"), published=date(2025, 2, 2)))
    for analysis in hostile():
        record.add(analysis)


LONG = tuple(
    (name, f"the {what} of the old lock had been {done} before the winter, and that the town had been told so")
    for name, what, done in (
        *(("Tilda Brandt", "northern gate", "mended"), ("Emeka Strand", "southern gate", "painted")),
        *(("Oskar Dahl", "keeper's house", "sold"), ("Tilda Brandt", "pump", "left as it was")),
        *(("Emeka Strand", "bridge", "closed"), ("Oskar Dahl", "toll", "raised twice")),
    )
)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record that no test changes, on both databases."""
    place: str | Path = tmp_path_factory.mktemp("room") / "record.db"
    if request.param == "postgresql":
        place = new_database(request.getfixturevalue("postgresql"), request.getfixturevalue("empty_record"))
    with Record(str(place), create=True) as made:
        fill(made)
        yield made
    if request.param == "postgresql":
        drop_database(str(place))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The same on SQLite only, for what does not depend on the database."""
    with Record(str(tmp_path_factory.mktemp("shelf") / "record.db"), create=True) as made:
        fill(made)
        yield made


def client(room: Room) -> TestClient:
    """A program that asks a room."""
    return TestClient(application(room), base_url=HERE, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def asking(record: Record) -> TestClient:
    """A program that asks the record on both databases."""
    return client(Room(record=record))


@pytest.fixture
def reading(shelf: Record) -> TestClient:
    """The same on SQLite only."""
    return client(Room(record=shelf))


@pytest.fixture
def locked(shelf: Record) -> TestClient:
    """A room that is read with a token."""
    return client(Room(record=shelf, access=Access(token=TOKEN)))


@contextmanager
def serving(room: Room) -> Iterator[str]:
    """Serve a room for browsers; its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(application(room), log_level="error", access_log=False, ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(30)
    listening.close()
