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


class EntityKind(StrEnum):
    """What an entity is. unnamed: a source that the story does not name ("a senior official")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    PLACE = "place"
    UNNAMED = "unnamed"


class Act(StrEnum):
    """The speech act of a statement.

    It says that something is so; that it is not so; charges somebody; promises, plans or threatens; asks or
    urges; decides as an institution (a ruling, an order); praises, criticises or thanks; thinks, expects or fears.
    """

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    COMMIT = "commit"
    DIRECT = "direct"
    DECLARE = "declare"
    EXPRESS = "express"
    BELIEVE = "believe"


class Form(StrEnum):
    """How a mention refers: by a name, by a description ("the U.S. president"), by a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class TimeType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an entity."""

    span: Span
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, group, document or place of the story, with every mention of it in text order.

    name: the fullest name that the story gives, None where it gives none; for kind unnamed the phrase that the
    story uses. role: the title or description that the story gives with the name, or None.
    """

    id: str
    kind: EntityKind
    name: str | None
    role: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A TIMEX3: a time expression with its type and its value, anchored to the day of publication.

    value: as TIMEX3 writes it ("2025-04-11", "2025-W15-WE", "P2D"); underspecified ("XXXX-WXX-5") where the story
    does not allow a date.
    """

    id: str
    span: Span
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When a statement was made. value: a TIMEX3 value. time: the id of the Time it is from, None where it is the
    day of publication.
    """

    value: str
    time: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution: source (who), cue (the words that signal it) and content (what is attributed).

    The terms and their extent are PARC's and PolNeAR's. Each role is a tuple of spans in text order; content may
    have several pieces, and a source may be missing (a quotation that goes on, a passive without an agent).

    carried: the id of the statement whose source this one goes on with, where its own source is missing.
    inside: the id of the innermost statement whose content holds this one, or None.
    confidence: the calibrated probability, 0 to 1, that a careful reader would accept it.
    speaker: the id of the entity that the source refers to, or None with the reason in unresolved.
    act: its speech act, None where nobody has told.
    said: when it was made, or None where neither the story nor its day of publication says so.
    about: the ids of the entities in its content, in text order.
    """

    id: str
    kind: Kind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    carried: str | None
    inside: str | None
    confidence: float
    speaker: str | None = None
    unresolved: str | None = None
    act: Act | None = None
    said: Said | None = None
    about: tuple[str, ...] = ()

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
    """What the engine found in one story; all in the order of their first words."""

    story: Story
    statements: tuple[Statement, ...]
    engine: EngineVersion
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
