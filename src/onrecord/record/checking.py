"""A record -> what in it is not as it must be: ids, offsets, words, days, references, and the index of words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, select, text
from sqlalchemy.exc import DBAPIError

from onrecord.analysis.types import Analysis
from onrecord.record.events import events_of
from onrecord.record.rows import Row, analysis_from, event_row, statement_row
from onrecord.record.schema import events, statements, stories, times
from onrecord.record.store import Record
from onrecord.record.types import Problem


def problems(record: Record) -> Iterator[Problem]:
    """Look at every row; yield what is wrong, nothing where all is well. Memory for one story at a time."""
    with record.reading() as connection:
        if connection.dialect.name == "sqlite":
            yield from _of_sqlite(connection)
        numbers = connection.execute(select(stories.c.number).order_by(stories.c.number)).scalars().all()
        for number in numbers:
            row = connection.execute(select(stories).where(stories.c.number == number)).mappings().one()
            yield from _of_story(connection, row)


def _of_sqlite(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem(where="the file", what=f"SQLite finds it damaged: {line}.")
    for table, row, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(where=f"{table}, row {row}", what=f"It refers to a row of {other} that is not there.")
    for index, indexed in (("statement_words", "statements"), ("event_words", "events")):
        try:
            connection.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))
        except DBAPIError as error:
            yield Problem(where=index, what=f"The index of words is not that of the {indexed} ({error.orig}).")


def _of_story(connection: Connection, row: RowMapping) -> Iterator[Problem]:
    where = f"story {row['id']}"
    try:
        found = analysis_from(connection, row)
    except (ValueError, KeyError, AssertionError) as error:
        yield Problem(where=where, what=f"What is recorded of it cannot be read ({error}).")
        return
    if found.story.id != row["id"]:
        yield Problem(
            where=where,
            what=f"Its text, headline, publisher or date is not what was added: it is {found.story.id} now.",
        )
    length = len(found.story.text)
    for what, end in _ends(found):
        if end > length:
            yield Problem(where=where, what=f"{what} ends at {end}, beyond the text's {length} characters.")
    asked = select(statements).where(statements.c.story == row["number"])
    stored = {line["id"]: line for line in connection.execute(asked).mappings()}
    for statement in found.statements:
        wanted = statement_row(statement, found.story.text)
        for column in ("start", "source", "cue", "content", "length", "said_from", "said_before"):
            if stored[statement.id][column] != wanted[column]:
                yield Problem(
                    where=f"{where}, statement {statement.id}",
                    what=f"Its {column} is not what its spans and time say.",
                )
    yield from _of_events(connection, row["number"], found, where)


def _of_events(connection: Connection, story: int, found: Analysis, where: str) -> Iterator[Problem]:
    wanted: dict[str, Row] = {event.time: event_row(event, found.story.text) for event in events_of(found)}
    asked = select(times.c.id, events).join(times, times.c.number == events.c.time).where(events.c.story == story)
    stored = {row["id"]: row for row in connection.execute(asked).mappings()}
    for time in sorted(wanted.keys() | stored.keys()):
        own, row = wanted.get(time), stored.get(time)
        if own is None or row is None or any(row[column] != value for column, value in own.items()):
            yield Problem(
                where=f"{where}, event of time {time}", what="It is not what the text, statements and times say."
            )


def _ends(found: Analysis) -> Iterator[tuple[str, int]]:
    for statement in found.statements:
        for role in ("source", "cue", "content"):
            for span in getattr(statement, role):
                yield f"The {role} of statement {statement.id}", span.end
    for entity in found.entities:
        for mention in entity.mentions:
            yield f"A mention of entity {entity.id}", mention.span.end
    for time in found.times:
        yield f"Time {time.id}", time.span.end
    for part in found.story.parts:
        yield f"The {part.kind.value}", part.span.end
