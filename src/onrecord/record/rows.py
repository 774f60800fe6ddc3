"""An Analysis -> the rows of its story, and back again without loss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Table, select

from onrecord.analysis.types import (
    Act,
    Analysis,
    EngineVersion,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    Said,
    Statement,
    Time,
    TimeType,
)
from onrecord.record.days import days_of
from onrecord.record.events import Event, events_of
from onrecord.record.folding import folded
from onrecord.record.schema import (
    about,
    engines,
    entities,
    events,
    mentions,
    names,
    spans,
    statements,
    stories,
    times,
)
from onrecord.story.types import Part, PartKind, Span, Story

Row = dict[str, object]
_ROLES = ("source", "cue", "content")
PIECES = " … "
"""What stands between the pieces of a source, cue or content where they are shown as one."""


@dataclass(slots=True, kw_only=True)
class Numbers:
    """The numbers that the next rows get."""

    story: int
    entity: int
    time: int
    statement: int


@dataclass(slots=True, kw_only=True)
class Rows:
    """The rows of one story, by table, in the order in which they can be put in."""

    of: dict[Table, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def put(self, connection: Connection) -> None:
        """Put them in."""
        for table in (stories, entities, mentions, times, statements, spans, about, events):
            if self.of[table]:
                connection.execute(table.insert(), self.of[table])
        keep_names(connection, (row["folded"] for row in self.of[entities] if row["folded"] is not None))


def keep_names(connection: Connection, found: Iterable[object]) -> None:
    """Add names that the record has not yet."""
    wanted = sorted({str(name) for name in found})
    known = set(connection.execute(select(names.c.folded).where(names.c.folded.in_(wanted))).scalars())
    if new := [{"folded": name} for name in wanted if name not in known]:
        connection.execute(names.insert(), new)


def rows_of(analysis: Analysis, numbers: Numbers, engine: int, recorded: datetime) -> Rows:
    """Take an analysis apart; numbers are used up."""
    rows = Rows()
    story = analysis.story
    rows.of[stories].append(_story(story) | {"number": numbers.story, "engine": engine, "recorded": recorded})
    entity_numbers = {e.id: numbers.entity + at for at, e in enumerate(analysis.entities)}
    time_numbers = {t.id: numbers.time + at for at, t in enumerate(analysis.times)}
    for entity in analysis.entities:
        rows.of[entities].append(
            {
                "number": entity_numbers[entity.id],
                "story": numbers.story,
                "id": entity.id,
                "kind": entity.kind.value,
                "name": entity.name,
                "folded": folded(entity.name) if entity.name is not None else None,
                "role": entity.role,
            }
        )
        rows.of[mentions] += [
            {"entity": entity_numbers[entity.id], "form": m.form.value, **_ends(m.span)} for m in entity.mentions
        ]
    rows.of[times] += [
        {
            "number": time_numbers[time.id],
            "story": numbers.story,
            "id": time.id,
            "type": time.type.value,
            "value": time.value,
            **_ends(time.span),
        }
        for time in analysis.times
    ]
    for at, statement in enumerate(analysis.statements):
        number = numbers.statement + at
        put_statement(
            rows,
            statement,
            story.text,
            number=number,
            story=numbers.story,
            speaker=entity_numbers.get(statement.speaker or ""),
            said_time=time_numbers.get((statement.said and statement.said.time) or ""),
        )
        rows.of[about] += [
            {"statement": number, "entity": entity_numbers[entity], "place": place}
            for place, entity in enumerate(statement.about)
        ]
    rows.of[events] += [
        {"time": time_numbers[event.time], "story": numbers.story, **event_row(event, story.text)}
        for event in events_of(analysis)
    ]
    numbers.story += 1
    numbers.entity += len(analysis.entities)
    numbers.time += len(analysis.times)
    numbers.statement += len(analysis.statements)
    return rows


def forget_names(connection: Connection) -> None:
    """Take out the names that no entity has any more."""
    used = select(entities.c.number).where(entities.c.folded == names.c.folded).exists()
    connection.execute(names.delete().where(~used))


def put_statement(rows: Rows, statement: Statement, text: str, *, number: int, **others: object) -> None:
    """Add a statement and its pieces to the rows; others: columns that its words do not give."""
    rows.of[statements].append(statement_row(statement, text) | {"number": number, **others})
    rows.of[spans] += [
        {"statement": number, "role": role, **_ends(span)} for role in _ROLES for span in getattr(statement, role)
    ]


def _story(story: Story) -> Row:
    return {
        "id": story.id,
        "source": story.source,
        "headline": story.headline,
        "place": story.place,
        "published": story.published,
        "byline": list(story.byline),
        "credits": list(story.credits),
        "publisher": story.publisher,
        "language": story.language,
        "parts": [{"kind": part.kind.value, **_ends(part.span)} for part in story.parts],
        "text": story.text,
    }


def statement_row(statement: Statement, text: str) -> Row:
    """What follows from a statement and its story's text alone."""
    days = days_of(statement.said.value) if statement.said else None
    return {
        "id": statement.id,
        "start": statement.start,
        "kind": statement.kind.value,
        "unresolved": statement.unresolved,
        "act": statement.act.value if statement.act else None,
        "said": statement.said.value if statement.said else None,
        "said_from": days.first if days else None,
        "said_before": days.before if days else None,
        "inside": statement.inside,
        "carried": statement.carried,
        "confidence": statement.confidence,
        "length": sum(len(span.of(text).split()) for span in statement.content),
        "position": statement.start / len(text),
        "vector": None,
        **{role: PIECES.join(span.of(text) for span in getattr(statement, role)) for role in _ROLES},
    }


def event_row(event: Event, text: str) -> Row:
    """What follows from an event and its story's text alone."""
    return {
        **_ends(event.sentence),
        "happened_from": event.days.first,
        "happened_before": event.days.before,
        "sentence": event.words(text),
    }


def _ends(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def analysis_from(connection: Connection, story: RowMapping) -> Analysis:
    """Put an analysis together again, as it was judged to be; story: its row of `stories`."""
    number = story["number"]

    def all_of(table: Table) -> Sequence[RowMapping]:
        asked = select(table).where(table.c.story == number).order_by(table.c.number)
        return connection.execute(asked).mappings().all()

    entity_rows, time_rows = all_of(entities), all_of(times)
    statement_rows = [row for row in all_of(statements) if row["rejected_by"] is None]
    if any(row["added_by"] is not None for row in statement_rows):
        statement_rows.sort(key=lambda row: (row["start"], row["number"]))
    entity_ids = {row["number"]: row["id"] for row in entity_rows}
    time_ids = {row["number"]: row["id"] for row in time_rows}
    mentioned = _grouped(connection, mentions, "entity", entities, number)
    pieces = _grouped(connection, spans, "statement", statements, number)
    subjects = _grouped(connection, about, "statement", statements, number)
    engine = connection.execute(select(engines).where(engines.c.number == story["engine"])).mappings().one()
    return Analysis(
        story=story_from(story),
        statements=tuple(
            _statement_from(row, pieces[row["number"]], subjects[row["number"]], entity_ids, time_ids)
            for row in statement_rows
        ),
        engine=EngineVersion(version=engine["version"], weights=engine["weights"]),
        entities=tuple(_entity_from(row, mentioned[row["number"]]) for row in entity_rows),
        times=tuple(
            Time(id=row["id"], span=_span(row), type=TimeType(row["type"]), value=row["value"]) for row in time_rows
        ),
    )


def _grouped(
    connection: Connection, table: Table, key: str, owner: Table, story: int
) -> Mapping[int, list[RowMapping]]:
    """The rows of a table whose owners are in a story, by owner, in the order of the text."""
    order = table.c.place if "place" in table.c else table.c.start
    asked = select(table).join(owner, table.c[key] == owner.c.number).where(owner.c.story == story).order_by(order)
    grouped: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(asked).mappings():
        grouped[row[key]].append(row)
    return grouped


def story_from(row: RowMapping) -> Story:
    """Put a story together again from its row."""
    return Story(
        source=row["source"],
        text=row["text"],
        headline=row["headline"],
        place=row["place"],
        published=row["published"],
        byline=tuple(row["byline"]),
        credits=tuple(row["credits"]),
        publisher=row["publisher"],
        language=row["language"],
        parts=tuple(Part(kind=PartKind(part["kind"]), span=_span(part)) for part in row["parts"]),
    )


def _entity_from(row: RowMapping, mentioned: Iterable[RowMapping]) -> Entity:
    return Entity(
        id=row["id"],
        kind=EntityKind(row["kind"]),
        name=row["name"],
        role=row["role"],
        mentions=tuple(
            Mention(span=_span(m), form=Form(m["form"]))
            for m in sorted(mentioned, key=lambda m: (m["start"], m["end"]))
        ),
    )


def _statement_from(
    row: RowMapping,
    pieces: Sequence[RowMapping],
    subjects: Sequence[RowMapping],
    entity_ids: Mapping[int, str],
    time_ids: Mapping[int, str],
) -> Statement:
    def role(name: str) -> tuple[Span, ...]:
        return tuple(_span(piece) for piece in pieces if piece["role"] == name)

    said = Said(value=row["said"], time=time_ids.get(row["said_time"])) if row["said"] is not None else None
    return Statement(
        id=row["id"],
        kind=Kind(row["kind"]),
        source=role("source"),
        cue=role("cue"),
        content=role("content"),
        carried=row["carried"],
        inside=row["inside"],
        confidence=row["confidence"],
        speaker=entity_ids.get(row["speaker"]),
        unresolved=row["unresolved"] if row["speaker"] is None or row["speaker_by"] is None else None,
        act=Act(row["act"]) if row["act"] else None,
        said=said,
        about=tuple(entity_ids[subject["entity"]] for subject in subjects),
    )


def _span(row: RowMapping | Row) -> Span:
    start, end = row["start"], row["end"]
    assert isinstance(start, int) and isinstance(end, int)
    return Span(start=start, end=end)
