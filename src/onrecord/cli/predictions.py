"""The output of `onrecord read --format jsonl` -> what it says of each story, to be evaluated."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Literal, TypeVar

from onrecord.analysis.types import Entity, EntityKind, Form, Mention, Time, TimeType
from onrecord.errors import StoryError
from onrecord.story.types import Span

Part = Literal["statements", "entities", "times"]
Json = Mapping[str, Any]
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """A statement as a file gives it.

    Its three roles, the id of the one that it stands inside, the id of its speaker, and its confidence, which is
    None where the file gives none.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: str | None
    speaker: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a file says of one story. text: the story's, None where the file leaves it out."""

    text: str | None = None
    statements: tuple[Predicted, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()


def read_predictions(path: Path, part: Part = "statements") -> dict[str, Prediction]:
    """Read a file into story name -> prediction; the name is the stem of the story's source.

    Raises StoryError where a line is not what `onrecord read --format jsonl` prints. `part` must be in every
    line, the other parts may be left out.
    """
    predictions: dict[str, Prediction] = {}
    with path.open(encoding="utf-8", newline="\n", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
                _ = item[part]
                predictions[story_name(item["story"]["source"])] = _prediction(item)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                problem = f"is no line of `onrecord read --format jsonl` ({error!r})"
                raise StoryError(f"{path}, line {number}", problem) from None
    return predictions


def story_name(source: str) -> str:
    """The name that gold stories and predictions are matched by."""
    return re.sub(r"\.(txt|jsonl?)$", "", PurePath(source).name)


def _prediction(item: Json) -> Prediction:
    return Prediction(
        text=_text(item["story"], "text"),
        statements=_each(item.get("statements", []), _statement),
        entities=_each(item.get("entities", []), _entity),
        times=_each(item.get("times", []), _time),
    )


def _statement(item: Json) -> Predicted:
    confidence = item.get("confidence")
    return Predicted(
        source=_each(item["source"], _span),
        cue=_each(item["cue"], _span),
        content=_each(item["content"], _span),
        inside=_text(item, "inside"),
        speaker=_text(item, "speaker"),
        confidence=None if confidence is None else float(confidence),
    )


def _entity(item: Json) -> Entity:
    return Entity(
        id=_text(item, "id") or "",
        kind=EntityKind(item["kind"]),
        name=_text(item, "name"),
        role=_text(item, "role"),
        mentions=_each(item["mentions"], _mention),
    )


def _mention(item: Json) -> Mention:
    """A mention without a form counts as a description, so that it is nobody's name."""
    return Mention(span=_span(item), form=Form(item.get("form", Form.DESCRIPTION)))


def _time(item: Json) -> Time:
    value = item["value"]
    if not isinstance(value, str):
        raise TypeError(f"value is {value!r}")
    return Time(id=_text(item, "id") or "", span=_span(item), type=TimeType(item["type"]), value=value)


def _span(item: Json) -> Span:
    return Span(start=int(item["start"]), end=int(item["end"]))


def _each(items: object, read: Callable[[Json], Read]) -> tuple[Read, ...]:
    if not isinstance(items, list):
        raise TypeError(f"{items!r} is no list")
    return tuple(read(item) for item in items)


def _text(item: Json, key: str) -> str | None:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{key} is {value!r}")
    return value
