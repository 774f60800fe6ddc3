from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.checking import problems
from onrecord.record.copying import back_up
from onrecord.record.store import Record
from tests.cli.analyses import resolved
from tests.record.test_store import other, rows


def test_a_backup_is_the_record_row_for_row(record: Record, tmp_path: Path) -> None:
    record.add(resolved())
    for number in range(3):
        record.add(other(number))
    back_up(record, tmp_path / "copy.db")
    with Record(str(tmp_path / "copy.db")) as copy:
        assert rows(copy) == rows(record)
        assert [story.recorded for story in copy.stories()] == [story.recorded for story in record.stories()]
        assert list(problems(copy)) == []
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.db"]


def test_a_backup_overwrites_nothing(record: Record, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordError, match="exists already"):
        back_up(record, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text(encoding="utf-8") == "mine"
