"""Records to ask, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.question.stories import archive
from tests.record.conftest import drop_database, empty_record, new_database, postgresql, record

__all__ = ["empty_record", "postgresql", "record"]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with a few stories, which no test changes."""
    place: str | Path = tmp_path_factory.mktemp("asked") / "record.db"
    if request.param == "postgresql":
        place = new_database(request.getfixturevalue("postgresql"), request.getfixturevalue("empty_record"))
    with Record(str(place), create=True) as made:
        for analysis in archive():
            made.add(analysis)
        yield made
    if request.param == "postgresql":
        drop_database(str(place))
