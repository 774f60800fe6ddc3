from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.accuracy import Frozen, report, scored
from bench.heldout import GUM, TIMEBANK, WIRE, held_out, prepare
from onrecord.analysis.contract import to_json
from onrecord.story.reading import read_stories
from tests.cli.analyses import TEXT, example
from tests.evaluation.gum import write_gum
from tests.evaluation.test_timeml import write_timeml

NAMES = [f"harbour-{number}" for number in range(12)]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of corpora with GUM, TimeBank and the wire stories in it, each of a story or two."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    (folder / "gum").mkdir()
    write_gum(folder / "gum" / "conllu", "GUM_news_quay", "GUM_speech_pier", "GUM_news_train")
    (folder / "gum" / "splits.md").write_text("## dev\n\n  * GUM_news_quay\n  * GUM_speech_pier\n\n## train\n")
    (folder / "timeml").mkdir()
    write_timeml(folder / "timeml" / "TimeBank", *NAMES)
    (folder / "wire").mkdir()
    nobody = {"kind": "none", "name": None}
    labels = [
        {
            **{
                role: [[span.start, span.end] for span in spans]
                for role, spans in (("source", s.source), ("cue", s.cue), ("content", s.content))
            },
            "inside": None,
            "speaker": nobody,
        }
        for s in example().statements[:2]
    ]
    gold = {"source": "pension", "text": TEXT, "attributions": labels}
    (folder / "wire" / "dev.jsonl").write_text(json.dumps(gold))
    return folder


@pytest.fixture
def predictions(tmp_path: Path) -> Path:
    return tmp_path / "record.jsonl"


def test_the_dev_documents_of_gum_are_read_and_scored_with_news_alone(
    corpora: Path, predictions: Path, tmp_path: Path
) -> None:
    path, questions = prepare(GUM, corpora, tmp_path)
    stories = list(read_stories(path))
    assert [story.source for story in stories] == ["GUM_news_quay", "GUM_speech_pier"]
    assert str(stories[0].published) == "2019-03-09"
    start = stories[0].text.index("Ada")
    ada = {"kind": "person", "name": "Ada", "mentions": [{"start": start, "end": start + 8, "form": "name"}]}
    predictions.write_text(
        "\n".join(json.dumps({"story": {"source": s.source}, "entities": [ada]}) for s in stories[:1])
    )
    frozen = scored(GUM, corpora, questions, predictions)
    measures = ("mention", "muc", "b3", "ceaf", "conll", "pronoun")
    assert list(frozen.measures) == [f"{view} {name}" for view in ("all genres", "news") for name in measures]
    assert frozen.measures["news mention"] == 33.3 and frozen.measures["all genres mention"] == 18.2


def test_a_fifth_of_timebank_is_read_and_scored(corpora: Path, predictions: Path, tmp_path: Path) -> None:
    path, questions = prepare(TIMEBANK, corpora, tmp_path)
    stories = list(read_stories(path))
    assert [story.source for story in stories] == sorted(filter(held_out, NAMES))
    assert 0 < len(stories) < len(NAMES)
    predictions.write_text("\n".join(json.dumps({"story": {"source": s.source}, "times": []}) for s in stories))
    frozen = scored(TIMEBANK, corpora, questions, predictions)
    assert frozen.measures == dict.fromkeys(("strict", "relaxed", "type", "value"), 0.0)


def test_speakers_of_the_wire_stories_are_scored(corpora: Path, predictions: Path, tmp_path: Path) -> None:
    path, questions = prepare(WIRE, corpora, tmp_path)
    assert path == corpora / "wire" / "dev.jsonl"
    predictions.write_text(json.dumps(to_json(example())))
    frozen = scored(WIRE, corpora, questions, predictions)
    assert frozen.measures["speakers found"] == frozen.measures["speakers right, all"] == 100.0
    assert frozen.measures["outer source_token"] < 100
    assert list(frozen.overlaps.values()) == [[1.0, 1.0]]


def test_the_report_has_the_peer_where_there_is_one() -> None:
    bare = Frozen(measures={"value": 70.0})
    beside = Frozen(measures={"value": 60.0}, peer={"value": 20.0}, overlaps={"a": [1.0, 0.5]})
    lines = report({"one": Frozen(measures={"value": 69.0})}, {"one": bare, "two": beside}, {}).splitlines()
    assert "| value | 69.0 | 70.0 | +1.0 |" in lines
    assert "| value |  | 60.0 |  | 20.0 |" in lines
    assert [line for line in lines if "rose" in line] == ["Of 2 attributions 0 rose and 0 fell by more than 0.05."]
