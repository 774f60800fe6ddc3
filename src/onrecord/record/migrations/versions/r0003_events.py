"""Events: the sentences that name a day, found in what the record has already; and the index of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from onrecord.analysis.types import Time, TimeType
from onrecord.record.events import events_in
from onrecord.story.types import Span

revision = "0003"
down_revision = "0002"

_BUNCH = 200


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "events",
        sa.Column(
            "time",
            sa.Integer,
            sa.ForeignKey("times.number", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("happened_from", sa.Date, nullable=False),
        sa.Column("happened_before", sa.Date, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="span"),
    )
    op.create_index("events_by_story", "events", ["story"])
    op.create_index("events_by_happened_from", "events", ["happened_from"])
    if op.get_bind().dialect.name == "postgresql":
        _words_in_postgresql()
    else:
        _words_in_sqlite()


def _words_in_sqlite() -> None:
    """FTS5 over the sentences, as over the statements."""
    op.execute(
        "CREATE VIRTUAL TABLE event_words USING fts5(sentence, content='events', content_rowid='time',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    put = "INSERT INTO event_words(rowid, sentence) VALUES (new.time, new.sentence)"
    drop = "INSERT INTO event_words(event_words, rowid, sentence) VALUES ('delete', old.time, old.sentence)"
    op.execute(f"CREATE TRIGGER event_words_put AFTER INSERT ON events BEGIN {put}; END")
    op.execute(f"CREATE TRIGGER event_words_drop AFTER DELETE ON events BEGIN {drop}; END")
    op.execute(f"CREATE TRIGGER event_words_change AFTER UPDATE OF sentence ON events BEGIN {drop}; {put}; END")


def _words_in_postgresql() -> None:
    """A stored tsvector, as of the statements."""
    op.execute(
        "ALTER TABLE events ADD COLUMN words tsvector GENERATED ALWAYS AS"
        " (to_tsvector('onrecord'::regconfig, sentence)) STORED"
    )
    op.execute("CREATE INDEX events_by_words ON events USING gin (words)")


_STORIES = sa.table("stories", *map(sa.column, ("number", "text")), sa.column("parts", sa.JSON))
_TIMES = sa.table("times", *map(sa.column, ("number", "story", "start", "end", "type", "value")))
_STATEMENTS = sa.table("statements", *map(sa.column, ("number", "story", "said_time")))
_SPANS = sa.table("spans", *map(sa.column, ("statement", "role", "start", "end")))
_EVENTS = sa.table(
    "events",
    *map(sa.column, ("time", "story", "start", "end")),
    *(sa.column(name, sa.Date) for name in ("happened_from", "happened_before")),
    sa.column("sentence"),
)


def fill(connection: sa.Connection) -> None:
    """Find the events of every story, some stories at a time."""
    last = 0
    while True:
        asked = sa.select(_STORIES).where(_STORIES.c.number > last).order_by(_STORIES.c.number).limit(_BUNCH)
        bunch = connection.execute(asked).all()
        if not bunch:
            return
        rows = _rows(connection, bunch)
        if rows:
            connection.execute(_EVENTS.insert(), rows)
        last = bunch[-1].number


def _rows(connection: sa.Connection, bunch: Sequence[sa.Row[Any]]) -> list[dict[str, object]]:
    numbers = [story.number for story in bunch]
    content = (
        sa.select(_STATEMENTS.c.story, _SPANS.c.start, _SPANS.c.end)
        .join(_SPANS, _SPANS.c.statement == _STATEMENTS.c.number)
        .where(_STATEMENTS.c.story.in_(numbers), _SPANS.c.role == "content")
    )
    contents: dict[int, list[Span]] = defaultdict(list)
    for story, start, end in connection.execute(content):
        contents[story].append(Span(start=start, end=end))
    said = sa.select(_STATEMENTS.c.said_time).where(
        _STATEMENTS.c.story.in_(numbers), _STATEMENTS.c.said_time.is_not(None)
    )
    time = sa.select(_TIMES).where(_TIMES.c.story.in_(numbers), _TIMES.c.number.not_in(said))
    times: dict[int, list[Time]] = defaultdict(list)
    for row in connection.execute(time.order_by(_TIMES.c.number)):
        span = Span(start=row.start, end=row.end)
        times[row.story].append(Time(id=str(row.number), span=span, type=TimeType(row.type), value=row.value))
    return [
        {
            "time": int(event.time),
            "story": story.number,
            "start": event.sentence.start,
            "end": event.sentence.end,
            "happened_from": event.days.first,
            "happened_before": event.days.before,
            "sentence": event.words(story.text),
        }
        for story in bunch
        for event in events_in(
            story.text,
            parts=[Span(start=part["start"], end=part["end"]) for part in story.parts],
            contents=contents[story.number],
            times=times[story.number],
        )
    ]
