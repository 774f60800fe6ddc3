"""Record: analyses in, one story a transaction; analyses out, whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType

from sqlalchemy import Connection, Row, RowMapping, Table, delete, func, select
from sqlalchemy.exc import DBAPIError

from onrecord.analysis.types import Analysis, EngineVersion
from onrecord.errors import RecordError, StoryError
from onrecord.record.copies.versioning import close_up, group_of, place, restore, versions
from onrecord.record.judgements.applying import apply
from onrecord.record.opening import address, in_short, lock, opened
from onrecord.record.people.parting import pinned
from onrecord.record.people.placing import place as identify
from onrecord.record.people.placing import settle, sightings
from onrecord.record.rows import Numbers, analysis_from, forget_names, rows_of
from onrecord.record.schema import engines, entities, mentions, statements, stories, times
from onrecord.record.types import Added, Counts, Recorded, Version
from onrecord.story.types import Story

_ASKED = 500
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Record:
    """The archive. Safe against being killed at any moment, and against several writers at a time."""

    def __init__(self, location: str, *, create: bool = False) -> None:
        """location: a file's path or a URL; create: make the record where there is none.

        Raises RecordError where it cannot be opened, is of a newer version, or is no record.
        """
        self.location = address(location).render_as_string(hide_password=True).removeprefix("sqlite:///")
        self._database = opened(location, create=create)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it is now, whatever is written meanwhile."""
        with self._spoken(), self._database.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that is the only writer; all that is done on it is kept, or nothing."""
        with self._spoken(), self._database.begin() as connection:
            lock(connection)
            yield connection

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise RecordError(f"{self.location}: the database refused ({in_short(error.orig)}).") from error

    def add(self, analysis: Analysis) -> Added:
        """Record one story, all of it or nothing; adding it again changes nothing.

        What an older or other engine found in the same story gives way. Raises StoryError where the story has what
        no database keeps, RecordError where the database refuses.
        """
        _check_storable(analysis.story)
        with self.writing() as connection:
            known = connection.execute(
                select(stories.c.number, engines.c.version, engines.c.weights)
                .join(engines)
                .where(stories.c.id == analysis.story.id)
            ).first()
            numbers = _next_numbers(connection)
            number = known.number if known is not None else numbers.story
            group: Sequence[RowMapping] = ()
            before = pinned(connection, analysis.story.id)
            if known is not None:
                if (known.version, known.weights) == (analysis.engine.version, analysis.engine.weights):
                    return Added.KNOWN
                group = group_of(connection, known.number)
                before += sightings(connection, known.number)
                connection.execute(delete(stories).where(stories.c.number == known.number))
                numbers.story = number
            engine = _engine_number(connection, analysis.engine)
            rows_of(analysis, numbers, engine, datetime.now(UTC)).put(connection)
            place(connection, number, analysis)
            restore(connection, group)
            identify(connection, number, analysis, before)
            seen = {sighting.person for sighting in sightings(connection, number)}
            settle(connection, {sighting.person for sighting in before} - seen)
            apply(connection, number)
        return Added.NEW if known is None else Added.REPLACED

    def remove(self, story: str) -> bool:
        """Take a story out with all that was found in it; return whether it was there."""
        with self.writing() as connection:
            number = connection.execute(select(stories.c.number).where(stories.c.id == story)).scalar()
            if number is None:
                return False
            group = group_of(connection, number)
            seen = sightings(connection, number)
            connection.execute(delete(stories).where(stories.c.number == number))
            close_up(connection, group, number)
            settle(connection, (sighting.person for sighting in seen))
            forget_names(connection)
            return True

    def versions(self, story: str) -> tuple[Version, ...]:
        """The versions of a story, the origin first, each with what changed; empty where there is no such story."""
        with self.reading() as connection:
            return versions(connection, story)

    def unknown(self, found: Iterable[Story], engine: EngineVersion) -> Iterator[Story]:
        """Pass on the stories that this engine has not been recorded on, in their order."""
        remaining = iter(found)
        while bunch := list(islice(remaining, _ASKED)):
            ids = [story.id for story in bunch]
            with self.reading() as connection:
                known = set(
                    connection.execute(
                        select(stories.c.id)
                        .join(engines)
                        .where(
                            stories.c.id.in_(ids),
                            engines.c.version == engine.version,
                            engines.c.weights == engine.weights,
                        )
                    ).scalars()
                )
            yield from (story for story in bunch if story.id not in known)

    def analysis(self, story: str) -> Analysis | None:
        """What is recorded of a story, exactly as it was added; None where it is not in the record."""
        with self.reading() as connection:
            row = connection.execute(select(stories).where(stories.c.id == story)).mappings().first()
            return analysis_from(connection, row) if row is not None else None

    def stories(self) -> Iterator[Recorded]:
        """Every story, in the order in which they were first added."""
        columns = (
            stories.c.number,
            *(stories.c[name] for name in ("id", "source", "headline", "place", "published", "publisher")),
            stories.c.recorded,
            engines.c.version,
            engines.c.weights,
        )
        last = 0
        while True:
            with self.reading() as connection:
                asked = select(*columns).join(engines).where(stories.c.number > last)
                rows = connection.execute(asked.order_by(stories.c.number).limit(_ASKED)).all()
            yield from map(_recorded, rows)
            if len(rows) < _ASKED:
                return
            last = rows[-1].number

    def counts(self) -> Counts:
        """How much there is."""
        tables: Sequence[Table] = (stories, statements, entities, mentions, times)
        with self.reading() as connection:
            found = {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}
            copied = select(func.count()).select_from(stories).where(stories.c.origin.is_not(None))
            copies = connection.execute(copied).scalar_one()
        return Counts(copies=copies, **found)


def _recorded(row: Row[tuple[object, ...]]) -> Recorded:
    fields = row._mapping
    return Recorded(
        id=fields["id"],
        source=fields["source"],
        headline=fields["headline"],
        place=fields["place"],
        published=fields["published"],
        publisher=fields["publisher"],
        recorded=fields["recorded"],
        engine=EngineVersion(version=fields["version"], weights=fields["weights"]),
    )


def _next_numbers(connection: Connection) -> Numbers:
    def after(table: Table) -> int:
        return int(connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1

    return Numbers(story=after(stories), entity=after(entities), time=after(times), statement=after(statements))


def _engine_number(connection: Connection, engine: EngineVersion) -> int:
    asked = select(engines.c.number).where(engines.c.version == engine.version, engines.c.weights == engine.weights)
    number = connection.execute(asked).scalar()
    if number is None:
        number = int(connection.execute(select(func.coalesce(func.max(engines.c.number), 0))).scalar_one()) + 1
        connection.execute(
            engines.insert(), {"number": number, "version": engine.version, "weights": engine.weights}
        )
    return int(number)


def _check_storable(story: Story) -> None:
    """Refuse what a database would cut short or not take: NUL, and halves of surrogate pairs."""
    described = (story.source, story.headline, story.place, story.publisher, *story.byline, *story.credits)
    for name, text in (("text", story.text), *(("description", words or "") for words in described)):
        if found := _UNSTORABLE.search(text):
            raise StoryError(
                story.source,
                f"the story's {name} has the character U+{ord(found[0]):04X} at offset {found.start()}, which no"
                " database keeps; take it out and add the story again",
            )
