"""Story, the first of the four nouns: the text as it was read, and spans over its parts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of a story's text, in Unicode code points: text[start:end]."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words the span points at."""
        return text[self.start : self.end]


class PartKind(StrEnum):
    """What a part of wire copy is when it is not body text."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CROSSHEAD = "crosshead"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the story that is not body text, pinned to the words."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as read. `text` is never altered; everything else describes it.

    source: the path, URL or the input's own name for it. place: the dateline's place. published: the day of
    publication, from the input's field or the head of the text. byline, credits: names, as printed.
    """

    source: str
    text: str
    headline: str | None = None
    place: str | None = None
    published: date | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    publisher: str | None = None
    language: str = "en"
    parts: tuple[Part, ...] = ()

    @property
    def id(self) -> str:
        """16 hexadecimal digits that depend on the text, headline, publisher and date, not on where it lay."""
        fields = (self.text, self.headline or "", self.publisher or "", str(self.published or ""))
        joined = "\0".join(fields).encode("utf-8", "surrogatepass")
        return hashlib.sha256(joined).hexdigest()[:16]
