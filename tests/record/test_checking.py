from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.record.checking import problems
from onrecord.record.store import Record
from tests.cli.analyses import resolved


def test_a_sound_record_has_no_problem(record: Record) -> None:
    record.add(resolved())
    assert list(problems(record)) == []


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        ("UPDATE stories SET text = replace(text, 'Renwick', 'Renwock')", "story", "not what was added"),
        ("UPDATE stories SET headline = 'Another one'", "story", "not what was added"),
        ("UPDATE statements SET content = 'something else' WHERE id = 's0'", "statement s0", "content"),
        ("UPDATE statements SET said_from = '1999-01-01' WHERE id = 's0'", "statement s0", "said_from"),
        ('UPDATE mentions SET "end" = 9999 WHERE "end" = (SELECT max("end") FROM mentions)', "story", "beyond"),
        ("UPDATE entities SET kind = 'dragon' WHERE id = 'e0'", "story", "cannot be read"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(record: Record, change: str, where: str, what: str) -> None:
    record.add(resolved())
    with record.writing() as connection:
        connection.exec_driver_sql(change)
    found = list(problems(record))
    assert any(where in problem.where and what in problem.what for problem in found), found


def test_an_index_that_lost_a_word_is_named(tmp_path: Path) -> None:
    with Record(str(tmp_path / "r.db"), create=True) as record:
        record.add(resolved())
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("DROP TRIGGER statement_words_change")
        connection.execute("UPDATE statements SET cue = 'whispered' WHERE id = 's0'")
    connection.close()
    with Record(str(tmp_path / "r.db")) as record:
        assert "statement_words" in {problem.where for problem in problems(record)}
