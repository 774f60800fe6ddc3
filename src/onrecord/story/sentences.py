"""Text -> where its sentences begin, for what is said within one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.story.types import Span

_END = re.compile(r"[.?!…][\"'”’)\]]*\s+(?=[\"'“‘(\[`]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Hon|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z]|\b[ap]\.m)\.$"
)


def sentence_starts(text: str, paragraphs: Sequence[Span]) -> list[int]:
    """Return where each sentence begins, in order; a paragraph's begin is one."""
    starts = []
    for paragraph in paragraphs:
        starts.append(paragraph.start)
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            if text[end.start()] != "." or not _ABBREVIATION.search(
                text, max(paragraph.start, end.start() - 12), end.start() + 1
            ):
                starts.append(end.end())
    return starts


def sentence_at(starts: Sequence[int], place: int) -> int:
    """Return the number of the sentence that `place` is in."""
    return max(0, bisect_right(starts, place) - 1)
