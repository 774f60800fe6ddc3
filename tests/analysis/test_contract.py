from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest

from onrecord.analysis import Engine
from onrecord.analysis.contract import to_json
from onrecord.analysis.types import (
    Analysis,
    EngineVersion,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    Said,
    Statement,
    Time,
    TimeType,
)
from onrecord.story.types import Span, Story

OFFSETS = {"start": {"type": "integer"}, "end": {"type": "integer"}}
SPANS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": OFFSETS,
        "required": ["start", "end"],
        "additionalProperties": False,
    },
}
WORDS_OR_NULL = {"type": ["string", "null"]}
SAID = {
    "type": ["object", "null"],
    "properties": {"value": {"type": "string"}, "time": WORDS_OR_NULL},
    "required": ["value", "time"],
    "additionalProperties": False,
}
ENTITY = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "kind": {"enum": ["person", "organization", "group", "document", "place", "unnamed"]},
        "name": WORDS_OR_NULL,
        "role": WORDS_OR_NULL,
        "mentions": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {**OFFSETS, "form": {"enum": ["name", "description", "pronoun"]}},
                "required": ["start", "end", "form"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id", "kind", "name", "role", "mentions"],
    "additionalProperties": False,
}
TIME = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        **OFFSETS,
        "type": {"enum": ["DATE", "TIME", "DURATION", "SET"]},
        "value": {"type": "string"},
    },
    "required": ["id", "start", "end", "type", "value"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["story", "statements", "entities", "times", "disputes", "engine"],
    "properties": {
        "story": {
            "type": "object",
            "required": [
                *("id", "source", "headline", "place", "published", "byline", "credits"),
                *("publisher", "language", "text"),
            ],
        },
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [
                    *("id", "kind", "source", "cue", "content", "speaker", "unresolved"),
                    *("act", "said", "about", "inside", "confidence"),
                ],
                "properties": {
                    "kind": {"enum": ["direct", "indirect", "mixed"]},
                    "source": SPANS,
                    "cue": SPANS,
                    "content": {**SPANS, "minItems": 1},
                    "speaker": WORDS_OR_NULL,
                    "unresolved": WORDS_OR_NULL,
                    "said": SAID,
                    "about": {"type": "array", "items": {"type": "string"}},
                    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                },
            },
        },
        "entities": {"type": "array", "items": ENTITY},
        "times": {"type": "array", "items": TIME},
        "engine": {"type": "object", "required": ["version", "weights"]},
    },
}


def test_the_contract_holds(engine: Engine) -> None:
    story = Story(
        source="desk/1", text="“We are ready,” Mayor Ada Holm said on Monday.", published=date(2025, 3, 3)
    )
    item = json.loads(json.dumps(to_json(engine.analyse(story))))
    jsonschema.validate(item, SCHEMA)
    assert item["story"]["published"] == "2025-03-03"
    assert item["story"]["text"] == story.text
    assert item["statements"]


def made(speaker: str | None, unresolved: str | None, said: Said | None) -> Analysis:
    """Mayor Ada Holm said on Monday that she was ready."""
    text = "Mayor Ada Holm said on Monday that she was ready."
    statement = Statement(
        id="s0",
        kind=Kind.INDIRECT,
        source=(Span(start=0, end=14),),
        cue=(Span(start=15, end=19),),
        content=(Span(start=30, end=48),),
        carried=None,
        inside=None,
        confidence=0.9,
        speaker=speaker,
        unresolved=unresolved,
        said=said,
        about=("e0",),
    )
    mentions = (
        Mention(span=Span(start=0, end=14), form=Form.NAME),
        Mention(span=Span(start=35, end=38), form=Form.PRONOUN),
    )
    return Analysis(
        story=Story(source="desk/1", text=text, published=date(2025, 3, 4)),
        statements=(statement,),
        engine=EngineVersion(version="0", weights="none"),
        entities=(Entity(id="e0", kind=EntityKind.PERSON, name="Ada Holm", role="Mayor", mentions=mentions),),
        times=(Time(id="t0", span=Span(start=20, end=29), type=TimeType.DATE, value="2025-03-03"),),
    )


def test_entities_and_times_are_written_with_their_words() -> None:
    item = json.loads(json.dumps(to_json(made("e0", None, Said(value="2025-03-03", time="t0")))))
    jsonschema.validate(item, SCHEMA)
    assert item["entities"] == [
        {
            "id": "e0",
            "kind": "person",
            "name": "Ada Holm",
            "role": "Mayor",
            "mentions": [
                {"start": 0, "end": 14, "form": "name"},
                {"start": 35, "end": 38, "form": "pronoun"},
            ],
        }
    ]
    assert item["times"] == [{"id": "t0", "start": 20, "end": 29, "type": "DATE", "value": "2025-03-03"}]
    (statement,) = item["statements"]
    assert statement["speaker"] == "e0"
    assert statement["said"] == {"value": "2025-03-03", "time": "t0"}
    assert statement["about"] == ["e0"]


@pytest.mark.parametrize(
    ("speaker", "unresolved", "written"),
    [("e0", None, None), ("e0", "left over", None), (None, "two people fit", "two people fit")],
)
def test_there_is_a_reason_only_where_there_is_no_speaker(
    speaker: str | None, unresolved: str | None, written: str | None
) -> None:
    item = json.loads(json.dumps(to_json(made(speaker, unresolved, None))))
    jsonschema.validate(item, SCHEMA)
    (statement,) = item["statements"]
    assert statement["speaker"] == speaker
    assert statement["unresolved"] == written
    assert statement["said"] is None
