"""Where quotation marks open and close: a feature of words for the network, and what tells a statement's kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.story.paragraphs import paragraphs
from onrecord.story.types import Span

_MARK = re.compile("``|''|[\"“”„‟«»‘’‚'`]")
_OPENING = {"“", "„", "‟", "``", "«"}
_CLOSING = {"”", "''", "»"}
_SINGLE = {"‘", "’", "'", "‚", "`"}


def quotations(text: str) -> Iterator[Span]:
    """Yield the outermost quotations of `text`, marks included, in order and without overlap.

    Double marks (curly, straight, ``TeX'', «guillemets») and single ones where they stand alone. A quotation that
    is open at a paragraph's end reaches to that end; if the next paragraph opens one again, that is a quotation of
    its own. An apostrophe is none. Linear in the length of the text.
    """
    for paragraph in paragraphs(text):
        yield from _in_paragraph(text, paragraph)


def quotations_in(quoted: Sequence[Span], stretch: Span) -> Sequence[Span]:
    """Return those of a story's quotations, in order, that share a character with `stretch`."""
    first = bisect_right(quoted, stretch.start, key=lambda q: q.end)
    last = bisect_left(quoted, stretch.end, key=lambda q: q.start)
    return quoted[first:last]


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    marks = [found.span() for found in _MARK.finditer(text, paragraph.start, paragraph.end)]
    singles = _closing_singles(text, marks)
    opened: int | None = None
    single_until: int | None = None
    for start, end in marks:
        mark = text[start:end]
        if mark in _SINGLE:
            if opened is None and single_until is None and start in singles:
                single_until = singles[start]
                yield Span(start=start, end=single_until)
            if single_until is not None and end >= single_until:
                single_until = None
            continue
        if single_until is not None:
            continue
        if opened is None:
            if mark not in _CLOSING and _may_open(text, start, end, paragraph, mark):
                opened = start
        elif mark not in _OPENING:
            yield Span(start=opened, end=end)
            opened = None
    if opened is not None:
        yield Span(start=opened, end=paragraph.end)


def _may_open(text: str, start: int, end: int, paragraph: Span, mark: str) -> bool:
    """Tell whether a double mark can open: words follow it, and for a straight one, no letter or digit precedes."""
    if end >= paragraph.end or text[end].isspace():
        return False
    if mark != '"':
        return True
    return start == paragraph.start or not (text[start - 1].isalnum())


def _closing_singles(text: str, marks: list[tuple[int, int]]) -> dict[int, int]:
    """Map the start of each single mark that opens a quotation to the end of the one that closes it."""
    pairs: dict[int, int] = {}
    opened: int | None = None
    closes: int | None = None
    for start, end in [*marks, (len(text), len(text))]:
        mark = text[start:end]
        if mark not in _SINGLE and mark:
            continue
        before = text[start - 1 : start]
        after = text[end : end + 1]
        opens = bool(mark) and not before.isalnum() and after.isalnum() and not after.isdigit()
        ends = bool(mark) and bool(before) and not before.isspace() and not after.isalnum() and mark != "‘"
        if opened is not None and (not mark or opens):
            if closes is not None:
                pairs[opened] = closes
            opened, closes = None, None
        if opens:
            opened = start
        elif ends and opened is not None and (closes is None or before in ",.?!…"):
            closes = end
    return pairs
