from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.record.people.stories import told

STORY = told(1, ("Ilse Obermann", "the port was closed"), ("Karel Renwick", "it was not"))
ID = STORY.story.id


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        record.add(STORY)


def speakers(onrecord: Onrecord) -> list[str]:
    lines = onrecord("find", "sort:oldest", "--format", "jsonl").stdout.decode().splitlines()
    return sorted(f"{(hit := json.loads(line))['speaker']}: {hit['content']}" for line in lines)


def test_a_speaker_is_put_right_logged_and_taken_back(onrecord: Onrecord) -> None:
    before = speakers(onrecord)
    made = onrecord("correct", "speaker", f"{ID}/s1", "Ilse Obermann", "--by", "ada", "--note", "by ear")
    assert made.returncode == 0
    assert made.stdout.decode().startswith(f"Judgement 1: in {ID} it was Ilse Obermann who said")
    assert speakers(onrecord) == ["Ilse Obermann: it was not", "Ilse Obermann: the port was closed"]
    assert onrecord("correct", "undo", "1", "--by", "bob").stdout == b"Judgement 2: judgement 1 is taken back.\n"
    assert speakers(onrecord) == before
    first, second = onrecord("correct", "log").stdout.decode().splitlines()
    assert "\tada\t" in first and first.endswith("(taken back by 2) - by ear")
    assert second.endswith("\tbob\tjudgement 1 is taken back")
    logged = json.loads(onrecord("correct", "log", ID, "--format", "json").stdout)
    assert [(each["verb"], each["by"]) for each in logged] == [("speaker", "ada"), ("undo", "bob")]


def test_a_statement_is_rejected_and_one_is_added(onrecord: Onrecord) -> None:
    assert onrecord("correct", "reject", f"{ID}/s0").returncode == 0
    added = onrecord("correct", "add", ID, "--content", "No. 1", "--speaker", "e1", "--by", "ada")
    assert added.returncode == 0, added.stderr
    assert speakers(onrecord) == ["Karel Renwick: No. 1", "Karel Renwick: it was not"]
    assert onrecord("check").returncode == 0


def test_persons_are_merged_and_split(onrecord: Onrecord) -> None:
    assert onrecord("correct", "merge", "P1", "P2").returncode == 0
    assert onrecord("who", "renwick").stdout.decode().startswith("Ilse Obermann  P1")
    made = onrecord("correct", "split", "P1", f"{ID}/e1")
    assert made.returncode == 0 and b"it is not P2 but P3" in made.stdout
    assert onrecord("who", "renwick").stdout.decode().startswith("Karel Renwick  P3")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("speaker", "s1", "Ilse"), "s1: a statement is named by its story's id and its own"),
        (("merge", "P1", "Ilse"), "Ilse: a person of the record is named by a number"),
        (("merge", "P1", "P9"), "There is no person 9"),
        (("add", ID, "--content", "said"), "“said” stands 2 times in the story"),
        (("add", ID, "--content", "9-4"), "9-4: the story has the characters"),
        (("undo", "3"), "There is no judgement 3"),
        (("reject", f"{ID}/s1", "--by", " "), "needs somebody who makes it"),
    ],
)
def test_what_cannot_be_judged_is_told_in_a_sentence(
    onrecord: Onrecord, arguments: tuple[str, ...], said: str
) -> None:
    found = onrecord("correct", *arguments)
    assert found.returncode == 1 and found.stdout == b""
    assert said in found.stderr.decode() and "Traceback" not in found.stderr.decode()
    assert onrecord("correct", "log").stdout == b""
