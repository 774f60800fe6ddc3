from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.evaluation.gum import read_gum
from tests.cli.conftest import Onrecord
from tests.evaluation.gum import write_gum

NAMES = ("GUM_news_harbour", "GUM_news_quay", "GUM_speech_pier")
MEASURES = ["mention", "muc", "b3", "ceaf", "conll", "pronoun"]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gum(tmp_path / "gum", *NAMES)


@pytest.fixture
def predictions(gold: Path, tmp_path: Path) -> Path:
    """What equals the gold of every document but the speech, for which there is nothing."""
    lines = [
        {
            "story": {"source": document.name},
            "entities": [
                {
                    "id": f"e{number}",
                    "kind": entity[0].type,
                    "name": "a name",
                    "mentions": [{"start": m.span.start, "end": m.span.end, "form": m.form.value} for m in entity],
                }
                for number, entity in enumerate(document.named())
            ],
        }
        for document in read_gum(gold, genre="news")
    ]
    path = tmp_path / "record.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_what_equals_the_gold_has_full_marks(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    done = onrecord("evaluate", "entities", gold, "--genre", "news", "--predictions", predictions, "--json")
    assert json.loads(done.stdout) == {"stories": 2, **dict.fromkeys(MEASURES, 100.0)}
    assert not done.stderr


def test_a_story_without_a_prediction_counts_as_empty(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    done = onrecord("evaluate", "entities", gold, "--predictions", predictions)
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "3 stories, 6 people and organisations with a name, 15 mentions of them; in per cent"
    values = dict(line.split() for line in lines[2:])
    assert list(values) == MEASURES
    assert values["mention"] == "80.0" and values["pronoun"] == "66.7"
    assert done.stderr == b"1 of 3 gold stories have no prediction; they count as empty.\n"


def test_a_section_of_a_list_names_the_documents(onrecord: Onrecord, gold: Path, predictions: Path) -> None:
    names = gold.parent / "splits.md"
    names.write_text(
        "# Splits\n\n## dev\n\n  * GUM_news_quay\n  * GUM_news_lost\n\n## test\n\n  * GUM_speech_pier\n"
    )
    done = onrecord("evaluate", "entities", gold, "--names", f"{names}#dev", "--predictions", predictions, "--json")
    assert json.loads(done.stdout)["stories"] == 1
    assert done.stderr.decode() == f"1 of 2 named stories are not in {gold}, the first is 'GUM_news_lost'.\n"


def test_the_engine_is_scored(onrecord: Onrecord, gold: Path) -> None:
    done = onrecord("evaluate", "entities", gold, "--genre", "speech", "--json")
    assert done.returncode == 0, done.stderr
    assert 0 <= json.loads(done.stdout)["conll"] <= 100


def test_mistakes_are_said_in_a_sentence(onrecord: Onrecord, gold: Path, predictions: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(predictions.read_text().replace("GUM_news_quay", "GUM_news_lost"))
    for arguments, words in (
        (["missing"], "missing: there is no document in it"),
        ([str(gold), "--genre", "vlog"], "no document of the genre 'vlog' in it"),
        ([str(gold), "--names", "missing"], "missing: cannot be used"),
        ([str(gold), "--predictions", str(other)], "the first 'GUM_news_lost'"),
    ):
        done = onrecord("evaluate", "entities", *arguments)
        assert done.returncode in {1, 2} and not done.stdout
        assert done.stderr.count(b"\n") == 1 and words in done.stderr.decode()
