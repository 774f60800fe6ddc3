"""A story and what is said in it -> its events: sentences in its own voice that name a day, a month or a year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.analysis.types import Analysis, Time, TimeType
from onrecord.record.days import Days, days_of
from onrecord.story.paragraphs import paragraphs
from onrecord.story.sentences import sentence_starts
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sentence and one of the times that it names. time: the id of the Time; days: those that it means."""

    time: str
    sentence: Span
    days: Days

    def words(self, text: str) -> str:
        """The sentence on one line."""
        return " ".join(self.sentence.of(text).split())


def events_of(analysis: Analysis) -> Iterator[Event]:
    """Yield the events of a story in the order of the times."""
    said = {statement.said.time for statement in analysis.statements if statement.said is not None}
    return events_in(
        analysis.story.text,
        parts=[part.span for part in analysis.story.parts],
        contents=[span for statement in analysis.statements for span in statement.content],
        times=[time for time in analysis.times if time.id not in said],
    )


def events_in(
    text: str, *, parts: Sequence[Span], contents: Sequence[Span], times: Sequence[Time]
) -> Iterator[Event]:
    """Yield a story's events in the order of the times, each stretch of days once a sentence. Linear in its length.

    parts: what is no body text; contents: what is said, no word of which stands in an event; times: those that
    do not tell when a statement was made.
    """
    body = list(paragraphs(text))
    starts = sentence_starts(text, body)
    ends = [paragraph.end for paragraph in body]
    told, cut = _Spans(contents), _Spans(parts)
    named: set[tuple[Span, Days]] = set()
    for time in times:
        days = days_of(time.value) if time.type in (TimeType.DATE, TimeType.TIME) else None
        at, to = bisect_right(starts, time.span.start) - 1, bisect_left(ends, time.span.end)
        if days is None or at < 0 or to == len(ends) or cut.meet(time.span):
            continue
        after = bisect_left(starts, time.span.end)
        sentence = _trimmed(text, *cut.between(starts[at], time.span, min([ends[to], *starts[after : after + 1]])))
        if sentence is not None and not told.meet(sentence) and (sentence, days) not in named:
            named.add((sentence, days))
            yield Event(time=time.id, sentence=sentence, days=days)


class _Spans:
    """Spans to be asked what meets them; they may overlap each other."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def meet(self, span: Span) -> bool:
        """Whether one of them has a character of the span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start

    def between(self, start: int, span: Span, end: int) -> tuple[int, int]:
        """Where a stretch around a span, which none of them meets, begins and ends when they are cut off."""
        before = bisect_left(self._starts, span.start)
        if before > 0:
            start = max(start, self._ends[before - 1])
        return start, min([end, *self._starts[before : before + 1]])


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    if not words.strip():
        return None
    return Span(start=start + len(words) - len(words.lstrip()), end=start + len(words.rstrip()))
