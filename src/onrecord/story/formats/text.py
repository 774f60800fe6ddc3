"""Plain text to a Story: one file, one story, unchanged in every character."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from onrecord.errors import StoryError
from onrecord.story.composing import compose
from onrecord.story.decoding import STORY_LIMIT, decode, size
from onrecord.story.formats import Report
from onrecord.story.types import Story


def read(stream: BufferedReader, source: str, report: Report) -> Iterator[Story]:
    """Yield the one story that the stream holds, or report why there is none."""
    data = stream.read(STORY_LIMIT + 1)
    try:
        if len(data) > STORY_LIMIT:
            raise StoryError(source, f"is longer than {size(STORY_LIMIT)}, the most for one story; split it")
        if not data:
            raise StoryError(source, "is empty; give a file with a story in it")
        text = decode(data, source)
        if not text.strip():
            raise StoryError(source, "holds nothing but white space; give a file with a story in it")
    except StoryError as error:
        report(error)
    else:
        yield compose(text, source)
