"""The tables of a record, one row an assertion; migrations make them, and a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_%(column_0_N_name)s",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time with its zone, UTC; SQLite, which knows no zones, keeps it without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _number() -> Column[int]:
    """The key of a row; the record counts itself, so that the same stories always get the same numbers."""
    return Column("number", Integer, primary_key=True, autoincrement=False)


engines = Table(
    "engines",
    metadata,
    _number(),
    Column("version", Text, nullable=False),
    Column("weights", Text, nullable=False),
    UniqueConstraint("version", "weights"),
)
"""The program and the weights that found what is recorded."""

stories = Table(
    "stories",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("headline", Text),
    Column("place", Text),
    Column("published", Date, index=True),
    Column("byline", JSON, nullable=False),
    Column("credits", JSON, nullable=False),
    Column("publisher", Text, index=True),
    Column("language", Text, nullable=False),
    Column("parts", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("engine", Integer, ForeignKey("engines.number"), nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("origin", Integer, ForeignKey("stories.number", ondelete="SET NULL"), index=True),
    Column("copy", Text),
    Column("kept", Float),
    Column("known", Float),
)
"""The stories as they were read. id: that of the contract. text is never altered; all offsets point into it.
origin: the story that this one is a copy or a later version of; copy: in which way; kept: the share of the origin's
words that it has, known: the share of its words that the origin has."""

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), primary_key=True),
    Index("copy_keys_by_story", "story"),
)
"""What copies of a story share with it, so that they are found."""

people = Table(
    "people",
    metadata,
    _number(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("profile", JSON, nullable=False),
    Column("merged_into", Integer, ForeignKey("people.number"), index=True),
)
"""The persons and organisations of all stories. profile: what their stories know of them, which tells them from
others. merged_into: the one that somebody judged this to be the same as."""

people_keys = Table(
    "people_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("person", Integer, ForeignKey("people.number", ondelete="CASCADE"), primary_key=True),
    Index("people_keys_by_person", "person"),
)
"""What the names of a person or organisation share with those of others who may be the same."""

names = Table("names", metadata, Column("folded", Text, primary_key=True))
"""Every name that an entity has, once, so that a name is found by a part of it."""

entities = Table(
    "entities",
    metadata,
    _number(),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, index=True),
    Column("folded", Text, index=True),
    Column("role", Text),
    Column("grouped", Integer, ForeignKey("people.number"), index=True),
    Column("person", Integer, ForeignKey("people.number"), index=True),
    UniqueConstraint("story", "id"),
)
"""The people, organisations, groups, documents and places of each story, and its unnamed speakers. folded: the name
as it is looked up, " marco rubio ". grouped: who it is across stories; person: the same, or whom that one was
judged to be."""

identifications = Table(
    "identifications",
    metadata,
    Column("entity", Integer, ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
    Column("person", Integer, ForeignKey("people.number", ondelete="CASCADE"), primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("identifications_by_person", "person"),
)
"""What the program judged when a story was added: an entity is the same as a person known before (same), or may be,
which is left to people (unsure)."""

judgements = Table(
    "judgements",
    metadata,
    _number(),
    Column("recorded", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("story", Text, index=True),
    Column("evidence", JSON),
    Column("person", Integer, ForeignKey("people.number")),
    Column("other", Integer, ForeignKey("people.number")),
    Column("undoes", Integer, ForeignKey("judgements.number"), unique=True),
    Column("note", Text),
)
"""What people judged, by whom and when; rows are only ever added. verb: same, different, speaker, reject, add,
undo. story: an id, which outlives the story's removal; evidence: where in its text what is judged stands, and what
is right. person, other: who is the same as, or different from, whom."""

mentions = Table(
    "mentions",
    metadata,
    Column("entity", Integer, ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
)
"""Where each entity is mentioned."""

times = Table(
    "times",
    metadata,
    _number(),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
    Column("id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("story", "id"),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
)
"""The TIMEX3 expressions of each story."""

statements = Table(
    "statements",
    metadata,
    _number(),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
    Column("id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("speaker", Integer, ForeignKey("entities.number"), index=True),
    Column("unresolved", Text),
    Column("act", Text),
    Column("said", Text),
    Column("said_time", Integer, ForeignKey("times.number")),
    Column("said_from", Date, index=True),
    Column("said_before", Date),
    Column("inside", Text),
    Column("carried", Text),
    Column("confidence", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("position", Float, nullable=False),
    Column("copy_of", Integer, ForeignKey("statements.number", ondelete="SET NULL"), index=True),
    Column("vector", LargeBinary),
    Column("found_speaker", Integer, ForeignKey("entities.number")),
    Column("speaker_by", Integer, ForeignKey("judgements.number")),
    Column("rejected_by", Integer, ForeignKey("judgements.number")),
    Column("added_by", Integer, ForeignKey("judgements.number")),
    UniqueConstraint("story", "id"),
)
"""Who said what. source, cue, content: the words, pieces joined by " … "; spans has where they stand. said: a
TIMEX3 value, which said_from and said_before give as days, the second exclusive. inside, carried: ids in the same
story. length: words of the content; position: where it begins, 0 the story's first character, 1 its end.
copy_of: the statement of an earlier version of its story that it repeats. speaker_by, rejected_by, added_by: the
judgement that set the speaker in place of found_speaker, that it is none, that it was missed."""

spans = Table(
    "spans",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
)
"""Where the source, the cue and the content of each statement stand, a row a piece."""

about = Table(
    "about",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("entity", Integer, ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, nullable=False),
    Index("about_by_entity", "entity"),
)
"""The entities in each statement's content, place by place."""

events = Table(
    "events",
    metadata,
    Column("time", Integer, ForeignKey("times.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("story", Integer, ForeignKey("stories.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("happened_from", Date, nullable=False, index=True),
    Column("happened_before", Date, nullable=False),
    Column("sentence", Text, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
)
"""The sentences in the stories' own voice that name a time, a row a time. happened_from, happened_before: the days
that it means, the second exclusive. start, end: where the sentence stands; sentence: its words on one line."""
