from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.question.stories import archive


@pytest.fixture(autouse=True)
def kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for analysis in archive():
            record.add(analysis)


def test_every_form_holds_the_same_rows(onrecord: Onrecord, tmp_path: Path) -> None:
    for name in ("all.csv", "all.jsonl", "all.parquet"):
        assert onrecord("export", name).stdout.decode() == f"{name}: 6 statements written.\n"
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["story_source"] for row in rows] == [f"{number}.txt" for number in range(1, 7)]
    assert pyarrow.parquet.read_table(tmp_path / "all.parquet").to_pylist() == rows
    table = csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8")))
    plain = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    assert list(table) == plain


def test_a_question_chooses_what_is_exported(onrecord: Onrecord, tmp_path: Path) -> None:
    assert b"2 statements written" in onrecord("export", "vale.csv", "speaker:obermann").stdout
    wrong = onrecord("export", "vale.xlsx")
    assert wrong.returncode == 1 and b".csv, .jsonl, .parquet" in wrong.stderr
    assert not (tmp_path / "vale.xlsx").exists()
