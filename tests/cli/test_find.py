from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.question.stories import archive, many


@pytest.fixture
def kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for analysis in archive():
            record.add(analysis)


@pytest.mark.usefixtures("kept")
def test_hits_are_printed_with_who_when_and_where(onrecord: Onrecord) -> None:
    found = onrecord("find", "drawer", "speaker:renwick", COLUMNS="90")
    assert found.returncode == 0 and found.stderr == b""
    assert found.stdout.decode().splitlines()[:5] == [
        "1 statement found.",
        "",
        "José Renwick  2025-04-01  indirect 0.90",
        "  OSTRAVIA - José Renwick said the drawer was empty. Nobody else spoke, and that was all",
        "  of note 3.",
    ]
    assert "Halden Gazette · 2025-04-02 · 3.txt · " in found.stdout.decode()


@pytest.mark.usefixtures("kept")
def test_hits_are_rows_for_other_programs(onrecord: Onrecord) -> None:
    lines = onrecord("find", "tariffs", "--format", "jsonl").stdout.decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert {item["speaker"] for item in found} == {"Ilse Obermann", "Piet Vale", "a senior official"}
    assert all(item["content"] and item["permalink"].endswith("/s0") for item in found)
    table = list(csv.DictReader(io.StringIO(onrecord("find", "tariffs", "--format", "csv").stdout.decode())))
    assert [row["permalink"] for row in table] == [item["permalink"] for item in found]
    assert {row["published"] for row in table} == {"2025-03-02", "2025-03-03", "2025-01-01"}


@pytest.mark.usefixtures("kept")
def test_facets_stand_above_the_hits(onrecord: Onrecord) -> None:
    printed = onrecord("find", "tariffs", "--facets").stdout.decode()
    assert "kind: indirect 2, direct 1\n" in printed and "year: 2025 2, 2024 1\n" in printed


def test_pages_go_on_where_the_last_one_ended(onrecord: Onrecord, tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for analysis in many(5):
            record.add(analysis)
    asked = ("find", "sort:oldest", "--format", "jsonl")
    whole = onrecord(*asked).stdout.decode().splitlines()
    first = onrecord(*asked, "-n", "2")
    cursor = first.stderr.decode().removeprefix("There is more: --after ").strip()
    second = onrecord(*asked, "-n", "3", "--after", cursor)
    assert first.stdout.decode().splitlines() + second.stdout.decode().splitlines() == whole
    assert second.stderr == b""
    assert onrecord(*asked, "-n", "2", "--all").stdout.decode().splitlines() == whole


@pytest.mark.usefixtures("kept")
def test_what_is_no_question_is_explained(onrecord: Onrecord) -> None:
    wrong = onrecord("find", "speeker:vale")
    assert wrong.returncode == 2 and wrong.stdout == b""
    assert b"did you mean speaker:?" in wrong.stderr and wrong.stderr.count(b"\n") == 1
    assert onrecord("find", "--after", "nonsense").returncode == 2
