from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord.analysis.contract import to_json
from onrecord.analysis.types import Statement
from onrecord.story import Span
from tests.cli.analyses import TEXT, example
from tests.cli.conftest import PATIENCE, Onrecord, environment

MEASURES = [f"{role}_{how}" for role in ("source", "cue", "content") for how in ("token", "exact")]
MEASURES += ["linked_soft", "linked_strict"]


def pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    """The example as labelled JSON lines."""
    numbers = {statement.id: number for number, statement in enumerate(example().statements)}
    labels = [
        {
            "source": pairs(s.source),
            "cue": pairs(s.cue),
            "content": pairs(s.content),
            "inside": numbers.get(s.inside or ""),
        }
        for s in example().statements
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"source": "pension", "text": TEXT, "published": "2025-03-09", "attributions": labels})
    )
    return path


@pytest.fixture
def one_layer(tmp_path: Path) -> Path:
    """The outer layer of the example in PolNeAR's format."""
    folder = tmp_path / "gold"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "pension.txt").write_text(TEXT)
    lines: list[str] = []
    for number, statement in enumerate(example().statements[:4], 1):
        lines += standoff(number, statement)
    (folder / "attributions" / "pension_0001.ann").write_text("\n".join(lines))
    return folder


def standoff(number: int, statement: Statement) -> list[str]:
    lines: list[str] = []
    parts: list[str] = []
    for role, spans in (("Source", statement.source), ("Cue", statement.cue), ("Content", statement.content)):
        if spans:
            name = f"T{number}{len(parts)}"
            places = ";".join(f"{span.start} {span.end}" for span in spans)
            lines.append(f"{name}\t{role} {places}\twords")
            parts.append(f"{role}:{name}")
    return [*lines, f"E{number}\t{' '.join(parts)}"]


@pytest.fixture
def predictions(tmp_path: Path) -> Path:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(to_json(example())) + "\n")
    return path


def test_what_equals_the_gold_has_full_marks(onrecord: Onrecord, nested: Path, predictions: Path) -> None:
    done = onrecord("evaluate", "attributions", nested, "--predictions", predictions, "--json")
    assert json.loads(done.stdout) == {
        "stories": 1,
        "outer": dict.fromkeys(MEASURES, 100.0),
        "inner": {"precision": 100.0, "recall": 100.0},
    }


def test_speakers_are_scored_where_the_gold_has_them(onrecord: Onrecord, nested: Path, tmp_path: Path) -> None:
    gold = json.loads(nested.read_text())
    obermann = {"kind": "person", "name": "Ilse Obermann", "aliases": ["Obermann"], "carried": False}
    nobody = {"kind": "none", "name": None, "carried": False}
    for label, speaker in zip(gold["attributions"], (obermann, obermann, nobody, obermann), strict=False):
        label["speaker"] = speaker
    nested.write_text(json.dumps(gold))
    record = json.loads(json.dumps(to_json(example())))
    start = TEXT.index("Ilse Obermann")
    record["entities"] = [
        {
            "id": "e0",
            "kind": "person",
            "name": "Ilse Obermann",
            "role": "Harbour leader",
            "mentions": [{"start": start, "end": start + 13, "form": "name"}],
        }
    ]
    for statement, speaker in zip(record["statements"], (None, "e0", None, "e0", None), strict=True):
        statement["speaker"] = speaker
    (tmp_path / "record.jsonl").write_text(json.dumps(record))
    arguments = ("evaluate", "attributions", nested, "--predictions", "record.jsonl")
    told = json.loads(onrecord(*arguments, "--json").stdout)["speakers"]
    assert list(told) == ["all", "name", "description", "pronoun", "missing"]
    assert told["all"] == {"marked": 4, "found": 4, "right": 3, "share": 75.0}
    assert told["name"] == {"marked": 2, "found": 2, "right": 2, "share": 100.0}
    assert told["missing"] == {"marked": 1, "found": 1, "right": 1, "share": 100.0}
    lines = onrecord(*arguments).stdout.decode().splitlines()
    assert ["speaker_all", "75.0", "3", "4", "4"] in [line.split() for line in lines]


def test_one_layer_is_scored_with_and_without_the_nested(
    onrecord: Onrecord, one_layer: Path, predictions: Path
) -> None:
    done = onrecord("evaluate", "attributions", one_layer, "--predictions", predictions)
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "1 stories, 4 attributions marked, 5 found; F1 in per cent"
    assert lines[2] == "outer: statements that stand in no other one"
    values = dict(line.split() for line in lines if line.count("_") and ":" not in line)
    assert list(values) == [f"{layer}_{name}" for layer in ("outer", "all") for name in MEASURES]
    assert values["outer_linked_soft"] == "100.0" and values["all_linked_soft"] == "88.9"
    assert len({line.index(".") for line in lines[3:11]}) == 1


def test_a_story_without_a_prediction_counts_as_empty(onrecord: Onrecord, nested: Path, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    done = onrecord("evaluate", "attributions", nested, "--predictions", "none.jsonl", "--json")
    assert json.loads(done.stdout)["inner"] == {"precision": 0.0, "recall": 0.0}
    assert done.stderr == b"1 of 1 gold stories have no prediction; they count as empty.\n"


def test_the_engine_is_scored(onrecord: Onrecord, nested: Path) -> None:
    done = onrecord("evaluate", "attributions", nested, "--json")
    assert done.returncode == 0, done.stderr
    assert 0 <= json.loads(done.stdout)["outer"]["linked_soft"] <= 100


def test_mistakes_are_said_in_a_sentence(onrecord: Onrecord, nested: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps(to_json(example())).replace("pension.txt", "harbour.txt"))
    for arguments, words in (
        (["missing"], "missing: gold attributions are"),
        ([str(nested), "--predictions", str(other)], "the first 'harbour'"),
        ([str(nested), "--predictions", "missing"], "missing: cannot be used"),
    ):
        done = onrecord("evaluate", "attributions", *arguments)
        assert done.returncode in {1, 2} and not done.stdout
        assert done.stderr.count(b"\n") == 1 and words in done.stderr.decode()


def test_without_scipy_it_says_what_to_install(nested: Path) -> None:
    program = (
        "import sys; sys.modules['scipy'] = None; from onrecord.cli import main\n"
        f"sys.argv = ['onrecord', 'evaluate', 'attributions', {str(nested)!r}]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment(), timeout=PATIENCE, check=False
    )
    assert done.returncode == 1
    assert done.stderr.decode() == "Evaluating needs scipy; install it with: pip install 'onrecord[evaluate]'.\n"
