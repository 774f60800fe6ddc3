"""Statements and times -> the day on which each statement was made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.sentences import sentence_at
from onrecord.analysis.types import Said, Time, TimeType
from onrecord.story.types import Span

_DATED = re.compile(r"[\dX]{4}(?:-|$)")


def said_of(
    found: Sequence[Attribution],
    times: Sequence[Time],
    starts: Sequence[int],
    published: date | None,
) -> list[Said | None]:
    """Date each attribution: by the date in its own clause, else as the statement that holds it, else as published.

    Its own clause is its sentence but for its content and its source; of several dates there the one nearest to the
    cue counts. times: in text order. starts: where the sentences begin.
    """
    default = Said(value=published.isoformat(), time=None) if published else None
    begins = [time.span.start for time in times]
    own = [_own(attribution, times, begins, starts) for attribution in found]

    def settled(i: int) -> Said | None:
        inside: int | None = i
        while inside is not None:
            said = own[inside]
            if said is not None:
                return said
            inside = found[inside].inside
        return default

    return [settled(i) for i in range(len(found))]


def _own(
    attribution: Attribution, times: Sequence[Time], begins: Sequence[int], starts: Sequence[int]
) -> Said | None:
    cue = attribution.cue[0]
    number = sentence_at(starts, cue.start)
    low = bisect_left(begins, starts[number])
    high = bisect_left(begins, starts[number + 1]) if number + 1 < len(starts) else len(times)
    outside = [
        time
        for time in times[low:high]
        if time.type in (TimeType.DATE, TimeType.TIME)
        and _DATED.match(time.value)
        and not any(_meet(time.span, span) for span in (*attribution.content, *attribution.source))
    ]
    if not outside:
        return None
    nearest = min(outside, key=lambda time: _apart(time.span, cue))
    return Said(value=nearest.value.split("T")[0], time=nearest.id)


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _apart(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
