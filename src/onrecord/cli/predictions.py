"""The output of `onrecord read --format jsonl` -> what it attributes, story by story, to be evaluated."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from onrecord.errors import StoryError
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """A statement as a file gives it: its three roles, and whether it stands inside another."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: str | None


def read_predictions(path: Path) -> dict[str, list[Predicted]]:
    """Read a file into story name -> statements; the name is the stem of the story's source.

    Raises StoryError where a line is not what `onrecord read --format jsonl` prints.
    """
    predicted: dict[str, list[Predicted]] = {}
    with path.open(encoding="utf-8", newline="\n", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
                name = story_name(item["story"]["source"])
                predicted[name] = [_statement(statement) for statement in item["statements"]]
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                problem = f"is no line of `onrecord read --format jsonl` ({error!r})"
                raise StoryError(f"{path}, line {number}", problem) from None
    return predicted


def story_name(source: str) -> str:
    """The name that gold stories and predictions are matched by."""
    return re.sub(r"\.(txt|jsonl?)$", "", PurePath(source).name)


def _statement(item: Mapping[str, object]) -> Predicted:
    inside = item.get("inside")
    if inside is not None and not isinstance(inside, str):
        raise TypeError(f"inside is {inside!r}")
    return Predicted(
        source=_spans(item["source"]), cue=_spans(item["cue"]), content=_spans(item["content"]), inside=inside
    )


def _spans(items: object) -> tuple[Span, ...]:
    if not isinstance(items, list):
        raise TypeError(f"spans are {items!r}")
    return tuple(Span(start=int(item["start"]), end=int(item["end"])) for item in items)
