from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from onrecord.analysis.types import Analysis, EngineVersion
from onrecord.errors import RecordError, StoryError
from onrecord.record.schema import metadata, statements
from onrecord.record.store import Record
from onrecord.record.types import Added
from onrecord.story.types import Story
from tests.cli.analyses import TEXT, analyses, analysis, resolved, statement
from tests.record.sound import is_sound, sound


def other(number: int) -> Analysis:
    text = f"{TEXT}\nIt was the {number}th time."
    return analysis(
        statement("s0", text, source="Renwick", cue="denied", content=("hiding the report",)), text=text
    )


def rows(record: Record) -> dict[str, list[str]]:
    """All that is in the tables, but for when it was put there."""
    with record.reading() as connection:
        return {
            name: sorted(
                str(tuple(row)) for row in connection.execute(select(*(c for c in table.c if c.name != "recorded")))
            )
            for name, table in metadata.tables.items()
        }


def test_what_is_added_comes_back_as_it_was(record: Record) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    found = resolved()
    assert record.add(found) is Added.NEW
    assert record.analysis(found.story.id) == found
    [story] = record.stories()
    assert (story.id, story.published, story.engine) == (found.story.id, date(2025, 3, 9), found.engine)
    assert before < story.recorded < datetime.now(UTC) + timedelta(seconds=1)
    assert record.counts().statements == len(found.statements)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(found=analyses().map(sound).filter(is_sound))
def test_anything_comes_back_as_it_was(record: Record, found: Analysis) -> None:
    record.add(found)
    assert record.analysis(found.story.id) == found
    assert record.remove(found.story.id)


def test_adding_again_changes_nothing(record: Record) -> None:
    record.add(resolved())
    first = rows(record)
    assert record.add(resolved()) is Added.KNOWN
    assert rows(record) == first
    assert list(record.unknown([resolved().story, other(1).story], resolved().engine)) == [other(1).story]


def test_newer_weights_replace_what_was_found(record: Record) -> None:
    old, newer = resolved(), EngineVersion(version="0", weights="newer")
    record.add(old)
    record.add(other(1))
    assert list(record.unknown([old.story], newer)) == [old.story]
    found = replace(old, engine=newer, statements=old.statements[:1])
    assert record.add(found) is Added.REPLACED
    assert record.analysis(old.story.id) == found
    assert [story.id for story in record.stories()] == [old.story.id, other(1).story.id]


def test_a_removed_story_leaves_nothing(record: Record) -> None:
    record.add(resolved())
    assert record.remove(resolved().story.id)
    assert not record.remove(resolved().story.id)
    assert record.analysis(resolved().story.id) is None
    assert {name: found for name, found in rows(record).items() if name != "engines"} == {
        name: [] for name in metadata.tables if name != "engines"
    }


@pytest.mark.parametrize(
    ("text", "named"), [("One\0two.", "U+0000 at offset 3"), ("Half \ud83d of it", "U+D83D at offset 5")]
)
def test_what_no_database_keeps_is_refused_whole(record: Record, text: str, named: str) -> None:
    story = Story(source="odd.txt", text=text)
    with pytest.raises(StoryError, match=named.replace("+", r"\+")):
        record.add(Analysis(story=story, statements=(), engine=resolved().engine))
    assert record.counts().stories == 0


def test_two_writers_do_not_lose_each_others_stories(location: str) -> None:
    Record(location, create=True).close()

    def write(numbers: range) -> None:
        with Record(location) as record:
            for number in numbers:
                record.add(other(number))

    threads = [threading.Thread(target=write, args=(part,)) for part in (range(0, 20), range(10, 30))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Record(location) as record:
        assert record.counts().stories == 30
        assert record.counts().statements == 30


def test_a_reader_sees_no_half_of_a_story(record: Record) -> None:
    with record.reading() as connection:
        before = connection.execute(select(statements.c.number)).all()
        record.add(resolved())
        assert connection.execute(select(statements.c.number)).all() == before


def test_nobody_waits_for_a_writer_to_open_and_read(location: str) -> None:
    with Record(location, create=True) as record, record.writing(), Record(location) as reader:
        assert reader.counts().stories == 0


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordError, match=r"pip install 'onrecord\[postgresql\]'"):
        Record("postgresql://localhost/news")


def test_there_is_no_record_where_none_was_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        Record(str(tmp_path / "none.db"))
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "what", ["text", "folder", "other database", "missing folder", "mysql://host/base", "memory"]
)
def test_what_is_no_record_is_refused_in_a_sentence(tmp_path: Path, what: str) -> None:
    place = tmp_path / "there"
    if what == "text":
        place.write_text("It is a list of shopping, and long enough.", encoding="utf-8")
    elif what == "folder":
        place.mkdir()
    elif what == "other database":
        with sqlite3.connect(place) as made:
            made.execute("CREATE TABLE recipes (name TEXT)")
        made.close()
    elif what == "missing folder":
        place = tmp_path / "no" / "there"
    location = ":memory:" if what == "memory" else what if "://" in what else str(place)
    with pytest.raises(RecordError) as raised:
        Record(location, create=True)
    assert str(raised.value).endswith(".") and "\n" not in str(raised.value)


def test_a_record_of_a_newer_version_is_left_alone(location: str) -> None:
    with Record(location, create=True) as record, record.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="newer version"):
        Record(location, create=True)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(RecordError) as raised:
        Record("postgresql://ann:secret@127.0.0.1:1/news")
    assert "127.0.0.1:1/news" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_record_is_opened_without_the_network() -> None:
    code = "import sys, onrecord.record; sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
