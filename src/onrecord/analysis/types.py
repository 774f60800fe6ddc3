"""Analysis, the second of the four nouns: what the engine found in one story, every item pinned to its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.story.types import Span, Story


class Kind(StrEnum):
    """How much of a statement's content stands in quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution: source (who), cue (the words that signal it) and content (what is attributed).

    The terms and their extent are PARC's and PolNeAR's. Each role is a tuple of spans in text order; content may
    have several pieces, and a source may be missing (a quotation that goes on, a passive without an agent).

    carried: the id of the statement whose source this one goes on with, where its own source is missing.
    inside: the id of the innermost statement whose content holds this one, or None.
    confidence: the calibrated probability, 0 to 1, that a careful reader would accept it.
    """

    id: str
    kind: Kind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    carried: str | None
    inside: str | None
    confidence: float

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineVersion:
    """Which program and which weights made an analysis: the package's version, the weights' version."""

    version: str
    weights: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the engine found in one story; statements in the order of their first words."""

    story: Story
    statements: tuple[Statement, ...]
    engine: EngineVersion
