"""Quotations that go on without a source -> the statements that carry the source before them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.quotation import quotations_in
from onrecord.story.types import Span

_LEAST = 4
"""Fewer quoted words than this, standing alone, are a crosshead or a title rather than speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """A paragraph that is one quotation without a cue, and the index of the attribution that it goes on from."""

    content: Span
    carried: int


def continuations(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], found: Sequence[Attribution]
) -> Iterator[Continuation]:
    """Yield each paragraph that is all quotation, is in no attribution, and follows one that ends in quotation.

    found: the story's attributions in text order; those inside another do not count. Linear in the story's length.
    """
    at = _by_paragraph(paragraphs, found)
    last: int | None = None
    for number, paragraph in enumerate(paragraphs):
        marks = quotations_in(quoted, paragraph)
        if at[number]:
            last = _last_quoted(at[number], found, marks)
        elif last is not None and _is_all_quotation(text, paragraph, marks):
            yield Continuation(content=marks[0], carried=last)
        else:
            last = None


def _by_paragraph(paragraphs: Sequence[Span], found: Sequence[Attribution]) -> dict[int, list[int]]:
    """Map a paragraph's number to the outer attributions that have words of cue or content in it."""
    starts = [paragraph.start for paragraph in paragraphs]
    at: dict[int, list[int]] = defaultdict(list)
    for i, attribution in enumerate(found):
        if attribution.inside is None:
            spans = (*attribution.cue, *attribution.content)
            first = bisect_right(starts, min(span.start for span in spans)) - 1
            last = bisect_right(starts, max(span.end for span in spans) - 1) - 1
            for number in range(first, last + 1):
                at[number].append(i)
    return at


def _last_quoted(here: list[int], found: Sequence[Attribution], marks: Sequence[Span]) -> int | None:
    """Return the attribution whose content meets the paragraph's last quotation, if any."""
    if not marks:
        return None
    end = marks[-1]
    meeting = [i for i in here if any(s.start < end.end and end.start < s.end for s in found[i].content)]
    return meeting[-1] if meeting else None


def _is_all_quotation(text: str, paragraph: Span, marks: Sequence[Span]) -> bool:
    if len(marks) != 1 or marks[0].start != paragraph.start:
        return False
    rest = text[marks[0].end : paragraph.end]
    return not any(c.isalnum() for c in rest) and len(marks[0].of(text).split()) >= _LEAST
