from __future__ import annotations

import json
from datetime import date

import jsonschema

from onrecord.analysis import Engine
from onrecord.analysis.contract import to_json
from onrecord.story.types import Story

SPANS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
        "required": ["start", "end"],
        "additionalProperties": False,
    },
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
                    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                },
            },
        },
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
