"""Statements and times -> the day on which each statement was made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.types import Said, Time, TimeType
from onrecord.story.sentences import sentence_at
from onrecord.story.types import Span

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?=$|T)")
_DATED = re.compile(r"[\dX]{4}(?:-|$)")


def said_of(
    found: Sequence[Attribution],
    times: Sequence[Time],
    starts: Sequence[int],
    published: date | None,
) -> list[Said | None]:
    """Date each attribution: by the date in its own clause, else as the statement that holds it, else as published.

    Its own clause is its sentence but for the contents and sources in it, other than those that it stands in; of
    several dates there the one nearest to the cue counts. times: in text order. starts: where sentences begin.
    """
    default = Said(value=published.isoformat(), time=None) if published else None
    begins = [time.span.start for time in times]
    told: dict[str, set[int]] = defaultdict(set)
    for i, attribution in enumerate(found):
        for piece in (*attribution.content, *attribution.source):
            for time in times[bisect_left(begins, piece.start) : bisect_left(begins, piece.end)]:
                told[time.id].add(i)
    own = [
        _own(
            attribution,
            [
                time
                for time in _in_sentence(attribution, times, begins, starts)
                if told[time.id] <= holders and not _is_later(time, published)
            ],
        )
        for attribution, holders in zip(found, _holders(found), strict=True)
    ]

    def settled(i: int) -> Said | None:
        inside: int | None = i
        while inside is not None:
            said = own[inside]
            if said is not None:
                return said
            inside = found[inside].inside
        return default

    return [settled(i) for i in range(len(found))]


def _holders(found: Sequence[Attribution]) -> list[set[int]]:
    """For each attribution those that it stands in."""
    result: list[set[int]] = []
    for attribution in found:
        holders: set[int] = set()
        inside = attribution.inside
        while inside is not None:
            holders.add(inside)
            inside = found[inside].inside
        result.append(holders)
    return result


def _is_later(time: Time, published: date | None) -> bool:
    """Whether a date is beyond the day of publication, by which all that a story reports was said."""
    day = _DAY.match(time.value)
    return published is not None and day is not None and day[0] > published.isoformat()[: len(day[0])]


def _in_sentence(
    attribution: Attribution, times: Sequence[Time], begins: Sequence[int], starts: Sequence[int]
) -> Sequence[Time]:
    number = sentence_at(starts, attribution.cue[0].start)
    low = bisect_left(begins, starts[number])
    high = bisect_left(begins, starts[number + 1]) if number + 1 < len(starts) else len(times)
    return times[low:high]


def _own(attribution: Attribution, around: Sequence[Time]) -> Said | None:
    dates = [time for time in around if time.type in (TimeType.DATE, TimeType.TIME) and _DATED.match(time.value)]
    if not dates:
        return None
    nearest = min(dates, key=lambda time: _apart(time.span, attribution.cue[0]))
    return Said(value=nearest.value.split("T")[0], time=nearest.id)


def _apart(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
