"""JSON lines to Stories: an object a line, its `text` unchanged in every character; streamed, a line at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BufferedReader

from onrecord.errors import StoryError
from onrecord.story.composing import Slip, compose
from onrecord.story.days import published_day
from onrecord.story.decoding import STORY_LIMIT, as_utf8, size
from onrecord.story.formats import Report
from onrecord.story.names import names_in
from onrecord.story.types import Story

_BOM = b"\xef\xbb\xbf"
_SKIP = 1 << 20
_TYPES: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}


def read(stream: BufferedReader, source: str, report: Report) -> Iterator[Story]:
    """Yield the stories in order; report each line that holds none and go on. Blank lines are skipped.

    A story is named by its own `source` field, else its `url`, else the stream's name and line, "wire.jsonl#3".
    """
    lines = as_utf8(stream)
    number = 0
    found = False
    try:
        while line := lines.readline(STORY_LIMIT + 1):
            number += 1
            place = f"{source}, line {number}"
            found = found or bool(line.strip())
            try:
                if len(line) > STORY_LIMIT and not line.endswith(b"\n"):
                    _skip_line(lines)
                    raise StoryError(place, f"is longer than {size(STORY_LIMIT)}, the most for one story; split it")
                if line.strip(_BOM + b" \t\r\n"):
                    yield _story(_object(line, place), f"{source}#{number}", place)
            except StoryError as error:
                report(error)
    except UnicodeDecodeError:
        report(
            StoryError(
                f"{source}, after line {number}", "stops being the UTF-16 that it begins as; save it as UTF-8"
            )
        )
    if not found:
        report(StoryError(source, "is empty; give JSON lines with a story in each"))


def _skip_line(lines: BufferedReader) -> None:
    while (more := lines.readline(_SKIP)) and not more.endswith(b"\n"):
        pass


def _object(line: bytes, place: str) -> Mapping[str, object]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise StoryError(place, f"is not UTF-8 (byte {error.start}); save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise StoryError(
            place, f"is not JSON ({error.msg}, column {error.colno}); give one object a line"
        ) from None
    except (ValueError, RecursionError):
        raise StoryError(place, "is JSON with a number too long or nesting too deep to read") from None
    if not isinstance(value, dict):
        raise StoryError(place, f"is {_named(value)}, not an object; give one object a line, with a text")
    return value


def _story(fields: Mapping[str, object], source: str, place: str) -> Story:
    text = _string(fields, "text", place)
    if text is None:
        raise StoryError(place, "has no text; give the story's words in the field text")
    if not text.strip():
        raise StoryError(place, "has a text of nothing but white space")
    if "\0" in text:
        raise StoryError(place, "has a text with NUL characters (\\u0000) in it; take them out")
    slip = Slip(
        published=_published(fields, place),
        headline=_string(fields, "headline", place) or _string(fields, "title", place),
        byline=_byline(fields, place),
        publisher=_string(fields, "publisher", place),
        language=_string(fields, "language", place) or "en",
    )
    return compose(text, _string(fields, "source", place) or _string(fields, "url", place) or source, slip)


def _published(fields: Mapping[str, object], place: str) -> date | None:
    value = _string(fields, "published", place)
    if value is None:
        return None
    try:
        return published_day(value)
    except ValueError:
        problem = f"has published {_short(value)}, which is no day; write it as 2025-04-14, or leave it out"
        raise StoryError(place, problem) from None


def _byline(fields: Mapping[str, object], place: str) -> tuple[str, ...]:
    for name in ("byline", "author", "authors"):
        value = fields.get(name)
        if isinstance(value, list):
            names = [_string({name: item}, name, place) for item in value]
            return tuple(item.strip() for item in names if item and item.strip())
        line = _string(fields, name, place)
        if line and line.strip():
            listed = re.sub(r"^\s*by:?\s+", "", line, flags=re.IGNORECASE)
            return names_in(listed) or (listed.strip(),)
    return ()


def _string(fields: Mapping[str, object], name: str, place: str) -> str | None:
    """The field's text, None where it is missing or null."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise StoryError(place, f"has {_named(value)} for {name}, which is to be a string")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"\\u{ord(value[error.start]):04x}"
        raise StoryError(place, f"has half a surrogate pair ({code}) in {name}, which is no character") from None
    return value


def _named(value: object) -> str:
    """A JSON value's type for a message."""
    return _TYPES.get(type(value), "null")


def _short(value: str) -> str:
    return json.dumps(value if len(value) <= 40 else value[:39] + "…", ensure_ascii=False)
