from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.record.people.stories import told


@pytest.fixture
def kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for number in range(1, 8):
            speakers = (("Ilse Obermann", f"the port was closed for day {number}"), ("Karel Renwick", "it was not"))
            role = "deputy mayor" if number < 4 else "mayor"
            record.add(told(number, *speakers, roles={"Ilse Obermann": role}))
        record.add(told(9, ("Tomas Obermann", "he knew nobody"), published=date(2025, 3, 9)))


@pytest.mark.usefixtures("kept")
def test_a_dossier_has_roles_first_and_last(onrecord: Onrecord) -> None:
    found = onrecord("who", "ilse", "OBERMANN", COLUMNS="100")
    assert found.returncode == 0 and found.stderr == b""
    lines = found.stdout.decode().splitlines()
    assert lines[:4] == [
        "Ilse Obermann  P1 · person",
        "  deputy mayor (2025-03-01 to 2025-03-03, 3 stories)",
        "  mayor (2025-03-04 to 2025-03-07, 4 stories)",
        "7 statements, 2025-03-01 to 2025-03-07; mentioned in 7 stories",
    ]
    assert "First and last  7 statements" in lines
    assert "  2025-03-01  said: the port was closed for day 1" in lines
    assert "  … 3 more: onrecord find 'speaker:P1 sort:oldest'" in lines
    assert "  2025-03-07  said: the port was closed for day 7" in lines


@pytest.mark.usefixtures("kept")
def test_others_of_the_name_are_listed_with_their_numbers(onrecord: Onrecord) -> None:
    printed = onrecord("who", "obermann").stdout.decode()
    assert printed.startswith("Ilse Obermann  P1")
    assert "P3 Tomas Obermann (1 statement, 1 story, 2025-03-09)" in printed
    assert onrecord("who", "P3").stdout.decode().startswith("Tomas Obermann  P3")


@pytest.mark.usefixtures("kept")
def test_json_has_the_same(onrecord: Onrecord) -> None:
    found = json.loads(onrecord("who", "obermann", "--format", "json", "--each", "1").stdout)
    assert found["person"]["name"] == "Ilse Obermann" and found["person"]["statements"] == 7
    assert [role["name"] for role in found["person"]["roles"]] == ["deputy mayor", "mayor"]
    assert [hit["said"] for part in ("earliest", "latest") for hit in found["all"][part]] == [
        "2025-03-01",
        "2025-03-07",
    ]
    assert [other["key"] for other in found["others"]] == ["P3"]


@pytest.mark.usefixtures("kept")
def test_who_is_not_there_is_told(onrecord: Onrecord) -> None:
    found = onrecord("who", "Nobody Atall")
    assert found.returncode == 2 and found.stdout == b""
    assert b"Nobody in onrecord.db is called Nobody Atall" in found.stderr
