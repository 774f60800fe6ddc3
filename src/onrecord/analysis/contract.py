"""Analysis -> the JSON contract: the one shape in which analyses leave the program."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.analysis.types import Analysis, Entity, Said, Statement, Time
from onrecord.story.types import Span, Story

Json = dict[str, object]


def to_json(analysis: Analysis) -> Json:
    """Return the contract's object for one story; offsets are code points into story.text, end exclusive."""
    return {
        "story": _story(analysis.story),
        "statements": [_statement(statement) for statement in analysis.statements],
        "entities": [_entity(entity) for entity in analysis.entities],
        "times": [_time(time) for time in analysis.times],
        "disputes": [],
        "engine": {"version": analysis.engine.version, "weights": analysis.engine.weights},
    }


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "source": story.source,
        "headline": story.headline,
        "place": story.place,
        "published": story.published.isoformat() if story.published else None,
        "byline": list(story.byline),
        "credits": list(story.credits),
        "publisher": story.publisher,
        "language": story.language,
        "parts": [
            {"kind": part.kind.value, "start": part.span.start, "end": part.span.end} for part in story.parts
        ],
        "text": story.text,
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
        "speaker": statement.speaker,
        "unresolved": statement.unresolved if statement.speaker is None else None,
        "act": statement.act.value if statement.act else None,
        "said": _said(statement.said) if statement.said else None,
        "about": list(statement.about),
        "carried": statement.carried,
        "inside": statement.inside,
        "confidence": statement.confidence,
    }


def _said(said: Said) -> Json:
    return {"value": said.value, "time": said.time}


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "role": entity.role,
        "mentions": [
            {"start": mention.span.start, "end": mention.span.end, "form": mention.form.value}
            for mention in entity.mentions
        ],
    }


def _time(time: Time) -> Json:
    return {
        "id": time.id,
        "start": time.span.start,
        "end": time.span.end,
        "type": time.type.value,
        "value": time.value,
    }


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [{"start": span.start, "end": span.end} for span in spans]
