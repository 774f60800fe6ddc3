from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.analysis.contract import to_json
from onrecord.cli.predictions import read_predictions, story_name
from onrecord.errors import StoryError
from tests.cli.analyses import example


def test_what_read_prints_is_read(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(to_json(example())) + "\n\n", encoding="utf-8")
    ((name, found),) = read_predictions(path).items()
    assert name == "pension"
    assert [(p.source, p.cue, p.content, p.inside) for p in found] == [
        (s.source, s.cue, s.content, s.inside) for s in example().statements
    ]


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
