from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.analysis.contract import to_json
from onrecord.analysis.types import Entity, EntityKind, Form, Mention, Time, TimeType
from onrecord.cli.predictions import Part, Prediction, read_predictions, story_name
from onrecord.errors import StoryError
from onrecord.story.types import Span
from tests.cli.analyses import TEXT, example


def test_what_read_prints_is_read(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(to_json(example())) + "\n\n", encoding="utf-8")
    ((name, found),) = read_predictions(path).items()
    assert name == "pension"
    assert found.text == TEXT
    assert [(p.source, p.cue, p.content, p.inside, p.confidence) for p in found.statements] == [
        (s.source, s.cue, s.content, s.inside, s.confidence) for s in example().statements
    ]


def test_speakers_entities_and_times_are_read(tmp_path: Path) -> None:
    mentions = [{"start": 1, "end": 4, "form": "name"}, {"start": 6, "end": 8}]
    item = {
        "story": {"source": "port.txt"},
        "statements": [{"source": [], "cue": [], "content": [{"start": 0, "end": 9}], "speaker": "e0"}],
        "entities": [{"id": "e0", "kind": "person", "name": "Ada", "role": None, "mentions": mentions}],
        "times": [{"id": "t0", "start": 2, "end": 5, "type": "DATE", "value": "2019-03"}],
    }
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(item))
    found = read_predictions(path)["port"]
    assert found.text is None
    assert (found.statements[0].speaker, found.statements[0].confidence) == ("e0", None)
    assert found.entities == (
        Entity(
            id="e0",
            kind=EntityKind.PERSON,
            name="Ada",
            role=None,
            mentions=(
                Mention(span=Span(start=1, end=4), form=Form.NAME),
                Mention(span=Span(start=6, end=8), form=Form.DESCRIPTION),
            ),
        ),
    )
    assert found.times == (Time(id="t0", span=Span(start=2, end=5), type=TimeType.DATE, value="2019-03"),)


@pytest.mark.parametrize("part", ["statements", "entities", "times"])
def test_the_part_asked_for_must_be_there(part: Part, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps({"story": {"source": "port.txt"}, part: []}))
    assert read_predictions(path, part) == {"port": Prediction()}
    others: set[Part] = {"statements", "entities", "times"}
    for other in others - {part}:
        with pytest.raises(StoryError, match="line 1"):
            read_predictions(path, other)


@pytest.mark.parametrize(
    ("part", "item"),
    [
        ("entities", {"kind": "ship", "name": "Ada", "mentions": []}),
        ("entities", {"kind": "person", "name": 7, "mentions": []}),
        ("entities", {"kind": "person", "name": "Ada"}),
        ("entities", {"kind": "person", "name": "Ada", "mentions": [{"start": 4, "end": 4}]}),
        ("entities", {"kind": "person", "name": "Ada", "mentions": [{"start": 4, "end": 5, "form": "sign"}]}),
        ("entities", "Ada"),
        ("times", {"start": 1, "end": 2, "type": "SPELL", "value": "P1D"}),
        ("times", {"start": 1, "end": 2, "type": "DATE", "value": None}),
    ],
)
def test_entities_and_times_are_checked(part: Part, item: object, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps({"story": {"source": "port.txt"}, part: [item]}))
    with pytest.raises(StoryError, match=r"record\.jsonl, line 1"):
        read_predictions(path, part)


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"story": {"source": "a"}, "statements": [{}]}', "null", "[" * 9000]
)
def test_another_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(StoryError, match=r"record\.jsonl, line 2: is no line of `onrecord read --format jsonl`"):
        read_predictions(path)


@pytest.mark.parametrize(
    ("spans", "inside"), [("x", "null"), ('[{"start": 3, "end": 1}]', "null"), ("[1]", "null"), ("[]", "7")]
)
def test_spans_are_checked(spans: str, inside: str, tmp_path: Path) -> None:
    statement = f'{{"source": [], "cue": [], "content": {spans}, "inside": {inside}}}'
    path = tmp_path / "record.jsonl"
    path.write_text(f'{{"story": {{"source": "a"}}, "statements": [{statement}]}}', encoding="utf-8")
    with pytest.raises(StoryError, match="line 1"):
        read_predictions(path)


def test_names_are_stems_of_sources() -> None:
    assert story_name("wire/ap.0107.txt") == "ap.0107"
    assert story_name("AQUAINT-APW.0107") == "AQUAINT-APW.0107"
