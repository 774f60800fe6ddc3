"""Finding the times of a story: the grammar over its words, beside what a tagger proposes; values by anchoring."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analysis.times.anchoring import Anchor
from onrecord.analysis.times.grammar import read, readings
from onrecord.analysis.times.meanings import Certainty, Meaning, Reading
from onrecord.analysis.times.tense import lean
from onrecord.analysis.times.words import Line, lines
from onrecord.analysis.types import Time
from onrecord.story.types import Part, PartKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression. sure: False where the same words are often no time, so that a tagger should confirm it."""

    span: Span
    meaning: Meaning
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A reading where it stands: the word of the line that it begins at."""

    line: Line
    at: int
    reading: Reading

    @property
    def span(self) -> Span:
        return self.line.span(self.at, self.reading.end)

    @property
    def sure(self) -> bool:
        return self.reading.certainty is Certainty.SURE


def expressions(text: str, proposed: Sequence[Span] = ()) -> list[Expression]:
    """Every time expression of a text, in order, none over another. Linear in the length of the text.

    proposed: spans in which a tagger sees a time, in any order. The grammar's extent stands wherever it reads a
    time in the words of one, unless it also reads the whole of a longer one; where it reads none, there is none.
    Words that are seldom a time ("then", "once") are read where a proposal holds them, and nowhere else.
    """
    return [
        Expression(span=found.span, meaning=found.reading.meaning, sure=found.sure)
        for found in _find(text, proposed)
    ]


def times_of(
    text: str, published: date | None, parts: Sequence[Part] = (), proposed: Sequence[Span] | None = None
) -> tuple[Time, ...]:
    """The times of a story with their types and values, in order, ids "t0", "t1" and so on.

    published: the day that relative times are told from; without it they get an underspecified value. parts: what
    of the text is no body; a day in a dateline is one near publication, whatever the tense. proposed: what a
    tagger sees; None where there is none. A tagger's silence removes every expression that is not sure.
    """
    found = _find(text, proposed or ())
    if proposed is not None:
        held = _Spans(proposed)
        found = [each for each in found if each.sure or held.over(each.span)]
    datelines = _Spans([part.span for part in parts if part.kind is PartKind.DATELINE])
    anchor = Anchor(published)
    times: list[Time] = []
    last: _Found | None = None
    for number, each in enumerate(found):
        tense = 0 if datelines.over(each.span) else lean(each.line, each.at, each.reading.end)
        anchored = anchor.value(each.reading.meaning, tense, here=last is not None and _one_sentence(last, each))
        times.append(Time(id=f"t{number}", span=each.span, type=anchored.type, value=anchored.value))
        last = each
    return tuple(times)


class _Spans:
    """Spans to ask whether any lies over another; they may lie over each other themselves."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends: list[int] = []
        for span in self._spans:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def over(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start

    def within(self, span: Span) -> list[Span]:
        """Those that begin inside `span` or at its start."""
        return self._spans[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end - 1)]


def _find(text: str, proposed: Sequence[Span]) -> list[_Found]:
    proposals = _Spans(proposed)
    found: list[_Found] = []
    for line in lines(text):
        whole = line.span(0, len(line.words))
        here = proposals.within(whole) if proposals.over(whole) else []
        found += _in_line(line, proposals, {span.start: span.end for span in here})
    return found


def _in_line(line: Line, proposals: _Spans, ends: dict[int, int]) -> Iterator[_Found]:
    at = 0
    while at < len(line.words):
        start = line.words[at].start
        reading = read(line, at)
        if start in ends:
            exact = _exact(line, at, ends[start])
            if exact is not None and (reading is None or exact.end > reading.end):
                reading = exact
        if reading is not None and reading.certainty is Certainty.UNLIKELY:
            reading = reading if proposals.over(line.span(at, reading.end)) else None
        if reading is None:
            at += 1
            continue
        yield _Found(line=line, at=at, reading=reading)
        at = reading.end


def _exact(line: Line, at: int, end: int) -> Reading | None:
    """The reading of a proposal's own words, if the grammar has one."""
    for reading in readings(line, at):
        if line.words[reading.end - 1].end == end:
            return reading
    return None


def _one_sentence(last: _Found, each: _Found) -> bool:
    between = range(last.reading.end, each.at)
    stops = (at for at in between if last.line.low(at) in (".", "!", "?"))
    return (
        last.line is each.line
        and len(between) < 40
        and not any(not each.line.glued(at + 1) and each.line.form(at + 1)[:1].isupper() for at in stops)
    )
