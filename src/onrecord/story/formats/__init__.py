"""One reader a format, from a stream of bytes to stories; a reader reports what it cannot read and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BufferedReader

from onrecord.errors import StoryError
from onrecord.story.types import Story

Report = Callable[[StoryError], None]
"""Is told of each story that cannot be read; may raise it to stop."""

Reader = Callable[[BufferedReader, str, Report], Iterator[Story]]
"""Reads (stream, source, report): source names the stream in stories and errors."""
