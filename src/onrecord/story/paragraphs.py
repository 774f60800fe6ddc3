"""Where a story's paragraphs begin and end, in flowing and in hard-wrapped text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.story.types import Span

_HARD_WRAP = 100
"""Copy whose lines are all shorter than this is taken as wrapped by hand: a line break alone ends nothing."""

_BREAK = re.compile(r"\r\n?|\n|\u2028|\u2029|\x0c|\x85")


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of `text` in order, without the white space around them.

    A paragraph ends at a blank line and before an indented line. In text that is not wrapped by hand every line
    is a paragraph. Linear in the length of the text.
    """
    lines = list(_lines(text))
    wrapped = len(lines) > 1 and max(end - start for start, end in lines) < _HARD_WRAP
    begin: int | None = None
    last = 0
    previous = 0
    for start, end in lines:
        line = text[start:end]
        body = line.strip()
        if begin is not None:
            indented = line[:2].isspace()
            short = previous < _HARD_WRAP // 3 and body[:1].isupper()
            if not body or not wrapped or indented or short:
                yield Span(start=begin, end=last)
                begin = None
        if body:
            lead = len(line) - len(line.lstrip())
            if begin is None:
                begin = start + lead
            last = start + len(line.rstrip())
            previous = len(body)
    if begin is not None:
        yield Span(start=begin, end=last)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
