from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.evaluation.timeml import read_timeml
from tests.cli.conftest import Onrecord
from tests.evaluation.test_timeml import write_timeml

MEASURES = ["strict", "relaxed", "type", "value"]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_timeml(tmp_path / "timeml", "harbour.1830", "quay.0900")


@pytest.fixture
def predictions(gold: Path, tmp_path: Path) -> Path:
    """What equals the gold of the first story."""
    (story,) = read_timeml(gold, names=["harbour.1830"])
    times = [
        {"id": "t0", "start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value}
        for t in story.times
    ]
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps({"story": {"source": story.name}, "times": times}))
    return path


def test_a_story_without_a_prediction_counts_as_empty(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    done = onrecord("evaluate", "times", gold, "--predictions", predictions)
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "2 stories, 4 times marked, 2 found; F1 in per cent"
    assert dict(line.split() for line in lines[2:]) == dict.fromkeys(MEASURES, "66.7")
    assert done.stderr == b"1 of 2 gold stories have no prediction; they count as empty.\n"


def test_what_equals_the_gold_has_full_marks(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    (gold.parent / "names.txt").write_text("harbour.1830\n")
    done = onrecord("evaluate", "times", gold, "--names", "names.txt", "--predictions", predictions, "--json")
    assert json.loads(done.stdout) == {"stories": 1, **dict.fromkeys(MEASURES, 100.0)}


def test_the_engine_is_scored(onrecord: Onrecord, gold: Path) -> None:
    done = onrecord("evaluate", "times", gold, "--json")
    assert done.returncode == 0, done.stderr
    assert 0 <= json.loads(done.stdout)["value"] <= 100


def test_mistakes_are_said_in_a_sentence(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    (gold / "broken.tml").write_text("<TimeML><TEXT>")
    (gold.parent / "names.txt").write_text("quay.1200")
    for arguments, words in (
        (["missing"], "missing: there is no story in it"),
        ([str(gold)], "broken.tml: not a TimeML story"),
        ([str(gold), "--names", "names.txt"], "no story of these names"),
    ):
        done = onrecord("evaluate", "times", *arguments, "--predictions", predictions)
        assert done.returncode in {1, 2} and not done.stdout
        assert words in done.stderr.decode().splitlines()[-1]
