"""What a record says of itself and of its stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.analysis.types import Analysis, EngineVersion
from onrecord.record.copies.changing import Change
from onrecord.record.copies.relating import CopyKind


class Added(StrEnum):
    """What adding a story did. replaced: what another engine had found gave way. known: nothing was to be done."""

    NEW = "new"
    REPLACED = "replaced"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A story of the record, without its text."""

    id: str
    source: str
    headline: str | None
    place: str | None
    published: date | None
    publisher: str | None
    recorded: datetime
    engine: EngineVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A story as it was printed once. kind: what it is to the origin, None for the origin itself.

    kept: the share of the origin's words that it has; known: the share of its words that the origin has. changes:
    what became of the statements of the version before it.
    """

    analysis: Analysis
    kind: CopyKind | None
    kept: float | None
    known: float | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a record holds."""

    stories: int
    copies: int
    statements: int
    entities: int
    mentions: int
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a record that is not as it must be. where: a table and a row, or the index; what: a sentence."""

    where: str
    what: str
