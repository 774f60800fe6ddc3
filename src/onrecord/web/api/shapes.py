"""The shapes of the API's answers; those of stories are the contract, which may gain fields."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.web.reader import LONGEST


class _Made(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class _Contract(BaseModel):
    model_config = ConfigDict(extra="allow")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it. column: where in a question, the first being 1."""

    type: str
    title: str
    status: int
    detail: str
    column: int | None = None


class SpanShape(_Made):
    """Code points of the story's text, end exclusive."""

    start: int
    end: int


class PassageShape(_Made):
    """A statement's words in context: text of the story from `start` on."""

    text: str
    start: int
    whole_start: bool
    whole_end: bool
    source: tuple[SpanShape, ...]
    cue: tuple[SpanShape, ...]
    content: tuple[SpanShape, ...]


class HitShape(_Made):
    """A statement with its words in context. said: a TIMEX3 value. person: who speaks, across stories (P17)."""

    permalink: str
    story: str
    statement: str
    headline: str | None
    source: str
    publisher: str | None
    place: str | None
    published: date | None
    speaker: str | None
    speaker_kind: str | None
    person: str | None = None
    role: str | None
    unresolved: str | None
    kind: str
    act: str | None
    said: str | None
    confidence: float
    passage: PassageShape
    score: float | None


class BucketShape(_Made):
    """A value and how many of the statements found have it."""

    value: str
    count: int


class FacetShape(_Made):
    """How the statements found divide by one property: its commonest values."""

    name: str
    buckets: tuple[BucketShape, ...]


class SearchShape(_Made):
    """A page of statements. total: how many meet the question. more: the cursor of the next page, or null."""

    total: int
    hits: tuple[HitShape, ...]
    more: str | None
    facets: tuple[FacetShape, ...]


class StatementShape(HitShape):
    """A statement, and how to cite it."""

    cite: CitationShape


class CitationShape(_Made):
    """The same in three ways."""

    plain: str
    bibtex: str
    jsonld: str


class PartShape(_Contract):
    """A part of the story that is no body text."""

    kind: str
    start: int
    end: int


class StoryShape(_Contract):
    """A story as it was read."""

    id: str
    source: str
    headline: str | None
    place: str | None
    published: date | None
    byline: list[str]
    credits: list[str]
    publisher: str | None
    language: str
    parts: list[PartShape]
    text: str


class SaidShape(_Contract):
    """A TIMEX3 value, and the id of the time it is from."""

    value: str
    time: str | None


class ContractStatement(_Contract):
    """Who (source), the words that signal it (cue), what (content)."""

    id: str
    kind: str
    source: list[SpanShape]
    cue: list[SpanShape]
    content: list[SpanShape]
    speaker: str | None
    unresolved: str | None
    act: str | None
    said: SaidShape | None
    about: list[str]
    carried: str | None
    inside: str | None
    confidence: float


class MentionShape(_Contract):
    """Words that refer to an entity."""

    start: int
    end: int
    form: str


class EntityShape(_Contract):
    """Somebody or something of the story."""

    id: str
    kind: str
    name: str | None
    role: str | None
    mentions: list[MentionShape]


class TimeShape(_Contract):
    """A TIMEX3 expression."""

    id: str
    start: int
    end: int
    type: str
    value: str


class EngineShape(_Contract):
    """The program and the weights."""

    version: str
    weights: str


class AnalysisShape(_Contract):
    """A story and all that was found in it: the JSON contract."""

    story: StoryShape
    statements: list[ContractStatement]
    entities: list[EntityShape]
    times: list[TimeShape]
    disputes: list[object]
    engine: EngineShape


class ChangeShape(BaseModel):
    """A statement in two versions: old is null where it was added, new where it was dropped."""

    kind: str
    old: str | None
    new: str | None


class VersionShape(BaseModel):
    """A version. kind: what it is to the first one; kept, known: shares of words that they have of each other."""

    story: str
    headline: str | None
    published: date | None
    kind: str | None
    kept: float | None
    known: float | None
    changes: list[ChangeShape]


class VersionsShape(BaseModel):
    """The versions of a story, the first one first."""

    versions: list[VersionShape]


class RoleShape(_Made):
    """A role that stories give to somebody."""

    name: str
    stories: int
    first: date | None
    last: date | None


class BearerShape(_Made):
    """A person or organisation of the record. key: what finds it in a question, as in speaker:P17."""

    key: str
    name: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[RoleShape, ...]
    stories: int
    statements: int
    first: date | None
    last: date | None


class BearersShape(BaseModel):
    """Those whom a name finds, who says most first."""

    people: list[BearerShape]


class SubjectShape(_Made):
    """What somebody spoke about, and the first and the last of it."""

    name: str
    key: str
    total: int
    earliest: tuple[HitShape, ...]
    latest: tuple[HitShape, ...]


class DossierShape(_Made):
    """All that somebody said, by subject. more: how many subjects are left out."""

    bearer: BearerShape
    all: SubjectShape
    subjects: tuple[SubjectShape, ...]
    more: int
    spoken_of: int


class AuditRowShape(_Made):
    """The statements of one group, as docs/commands.md has them."""

    group: str
    stories: int
    total: int
    persons: int
    organizations: int
    others: int
    unnamed: int
    open: int
    direct: int
    mixed: int
    indirect: int
    position: float


class AuditShape(BaseModel):
    """Who gets quoted."""

    rows: list[AuditRowShape]


class MonthShape(_Made):
    """So many stories of a month or publisher; null where it is not known."""

    name: str | None
    stories: int


class CountsShape(BaseModel):
    """How much the record holds, and what it covers."""

    stories: int
    copies: int
    statements: int
    entities: int
    mentions: int
    times: int
    undated: int
    months: list[MonthShape]
    publishers: list[MonthShape]


class Sent(BaseModel):
    """A story to be read and not kept."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=LONGEST, pattern=r"\S")
    published: date | None = None
    headline: str | None = Field(default=None, max_length=1000)
    publisher: str | None = Field(default=None, max_length=200)
    language: str = Field(default="en", pattern=r"^[A-Za-z][A-Za-z0-9-]{0,34}$")


Form = Literal["json", "csv"]
