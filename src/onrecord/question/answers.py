"""What an answer is made of: hits with their words in context, facets, and where the next page begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement's words in context: text of the story from code point `start` on.

    whole_start, whole_end: whether it begins and ends where a paragraph does. source, cue, content: spans of the
    story's text, all within the passage.
    """

    text: str
    start: int
    whole_start: bool
    whole_end: bool
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that meets a question.

    story, statement: ids. speaker: the name, or what the story calls an unnamed one, or None with `unresolved`.
    said: a TIMEX3 value. score: how well it fits, comparable within one answer only; None without words.
    """

    story: str
    statement: str
    headline: str | None
    source: str
    publisher: str | None
    place: str | None
    published: date | None
    speaker: str | None
    speaker_kind: str | None
    role: str | None
    unresolved: str | None
    kind: str
    act: str | None
    said: str | None
    confidence: float
    passage: Passage
    score: float | None

    @property
    def permalink(self) -> str:
        """Names the statement for good, as long as the story is read by the same engine."""
        return f"{self.story}/{self.statement}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A value of a facet and how many of the statements found have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How the statements found divide by one property: its commonest values, the most frequent first."""

    name: str
    buckets: tuple[Bucket, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page of hits. total: how many statements meet the question. more: what asks for the next page, or None."""

    hits: tuple[Hit, ...]
    total: int
    more: str | None
    facets: tuple[Facet, ...] = ()
