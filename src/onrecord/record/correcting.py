"""Corrections: a person's judgement of a record, logged, and what follows from it; each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from onrecord.analysis.types import EntityKind
from onrecord.errors import RecordError
from onrecord.record.folding import folded
from onrecord.record.judgements.applying import apply
from onrecord.record.judgements.log import all_of, append, judgement
from onrecord.record.judgements.types import OF_STATEMENTS, Judgement, Speaker, Verb, Words
from onrecord.record.people.merging import regroup
from onrecord.record.people.parting import regive, somebody_new
from onrecord.record.people.placing import new_person
from onrecord.record.schema import entities, mentions, people, spans, statements, stories
from onrecord.record.store import Record
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who spoke, as a person says it: an entity of the story by its id, a person of the record by number, or a name
    with a kind. All None: nobody is named.
    """

    entity: str | None = None
    person: int | None = None
    name: str | None = None
    kind: EntityKind = EntityKind.PERSON


def merge(record: Record, person: int, other: int, *, by: str, note: str | None = None) -> Judgement:
    """Judge two persons of the record to be the same. Raises RecordError where there is no such person."""
    with record.writing() as connection:
        ours, theirs = (_person(connection, number) for number in (person, other))
        if (ours["merged_into"] or person) == (theirs["merged_into"] or other):
            raise RecordError(f"Persons {person} and {other} are the same already; nothing is to be done.")
        made = append(connection, Verb.SAME, by, person=person, other=other, note=note)
        regroup(connection)
        return made


def split(
    record: Record, person: int, where: Sequence[tuple[str, str]], *, by: str, note: str | None = None
) -> tuple[Judgement, ...]:
    """Judge entities, each a story's id and its own, not to be the person that they are taken for.

    They are one new person together. Raises RecordError where an entity is not there, or not taken for that person.
    """
    with record.writing() as connection:
        _person(connection, person)
        rows = [_entity(connection, story, entity) for story, entity in where]
        for (story, entity), row in zip(where, rows, strict=True):
            if person not in (row["person"], row["grouped"]):
                raise RecordError(f"{story}/{entity} is not taken for person {person}; see `onrecord who`.")
        new = somebody_new(connection, rows[0]["number"])
        made = []
        for (story, _), row in zip(where, rows, strict=True):
            evidence = {"mentions": [[s.start, s.end] for s in _mentions(connection, row["number"])]}
            each = append(
                connection,
                Verb.DIFFERENT,
                by,
                story=story,
                evidence=evidence,
                person=row["grouped"],
                other=new,
                note=note,
            )
            regive(connection, each, person=new)
            made.append(each)
        return tuple(made)


def correct_speaker(
    record: Record, story: str, statement: str, who: Who, *, by: str, note: str | None = None
) -> Judgement:
    """Say who made a statement. Raises RecordError where the statement, entity or person is not there."""
    with record.writing() as connection:
        row = _statement(connection, story, statement)
        words = _words(connection, row["number"])
        return _judge_statement(connection, Verb.SPEAKER, story, words, who, by=by, note=note)


def reject(record: Record, story: str, statement: str, *, by: str, note: str | None = None) -> Judgement:
    """Say that a statement is none; no search finds it any more."""
    with record.writing() as connection:
        words = _words(connection, _statement(connection, story, statement)["number"])
        evidence = {"statement": words.kept()}
        made = append(connection, Verb.REJECT, by, story=story, evidence=evidence, note=note)
        apply(connection, _story(connection, story)["number"])
        return made


def add_statement(
    record: Record, story: str, words: Words, who: Who, *, by: str, note: str | None = None
) -> Judgement:
    """Add a statement that was missed. Raises RecordError where its spans lie outside the story's text."""
    with record.writing() as connection:
        length = len(_story(connection, story)["text"])
        if not words.content:
            raise RecordError("A statement needs content; name the words that were said.")
        for span in (*words.source, *words.cue, *words.content):
            if not 0 <= span.start < span.end <= length:
                raise RecordError(
                    f"{span.start}-{span.end} is no place in the {length:,} characters of story {story}."
                )
        return _judge_statement(connection, Verb.ADD, story, words, who, by=by, note=note)


def undo(record: Record, number: int, *, by: str, note: str | None = None) -> Judgement:
    """Take a judgement back. Raises RecordError where there is none, or it was, or is, taken back."""
    with record.writing() as connection:
        try:
            old = judgement(connection, number)
        except KeyError:
            raise RecordError(f"There is no judgement {number}; `onrecord correct log` lists them.") from None
        if old.undone is not None:
            raise RecordError(f"Judgement {number} was taken back already, by judgement {old.undone}.")
        if old.verb is Verb.UNDO:
            raise RecordError(f"Judgement {number} took another one back; judge anew instead.")
        made = append(connection, Verb.UNDO, by, undoes=number, story=old.story, note=note)
        if old.verb is Verb.SAME:
            regroup(connection)
        elif old.verb is Verb.DIFFERENT:
            assert old.person is not None
            regive(connection, old, person=old.person)
        elif old.verb in OF_STATEMENTS:
            found = connection.execute(select(stories.c.number).where(stories.c.id == old.story)).scalar()
            if found is not None:
                apply(connection, found)
        return made


def log(record: Record, *, story: str | None = None) -> list[Judgement]:
    """All judgements, in their order; of all stories and persons, or of one story."""
    with record.reading() as connection:
        return all_of(connection, *Verb, story=story)


def _judge_statement(
    connection: Connection, verb: Verb, story: str, words: Words, who: Who, *, by: str, note: str | None
) -> Judgement:
    speaker = _speaker(connection, story, who)
    evidence = {"statement": words.kept(), "speaker": speaker.kept() if speaker else None}
    made = append(connection, verb, by, story=story, evidence=evidence, note=note)
    apply(connection, _story(connection, story)["number"])
    return made


def _speaker(connection: Connection, story: str, who: Who) -> Speaker | None:
    if who.entity is not None:
        row = _entity(connection, story, who.entity)
        return Speaker(
            name=row["name"] or "",
            kind=EntityKind(row["kind"]),
            mentions=_mentions(connection, row["number"]),
            person=row["person"],
        )
    if who.person is not None:
        row = _person(connection, who.person)
        return Speaker(
            name=row["name"],
            kind=EntityKind(row["kind"]),
            mentions=_mentions_of_person(connection, story, who.person),
            person=who.person,
        )
    if who.name is None:
        return None
    return _named(connection, story, who.name, who.kind)


def _named(connection: Connection, story: str, name: str, kind: EntityKind) -> Speaker:
    """The entity of that name in the story, else the only person of that name in the record, else somebody new."""
    here = (
        select(entities.c.id)
        .join(stories)
        .where(stories.c.id == story, entities.c.folded == folded(name))
        .order_by(entities.c.number)
    )
    found = connection.execute(here).scalars().first()
    if found is not None:
        speaker = _speaker(connection, story, Who(entity=found))
        assert speaker is not None
        return speaker
    if kind is EntityKind.UNNAMED:
        return Speaker(name=name, kind=kind)
    asked = select(entities.c.person).where(entities.c.folded == folded(name), entities.c.person.is_not(None))
    persons = connection.execute(asked.distinct().order_by(entities.c.person)).scalars().all()
    if len(persons) > 1:
        told = ", ".join(f"P{number}" for number in persons)
        raise RecordError(f"{name} may be {told}; name one by its number, `onrecord who` tells them apart.")
    return Speaker(name=name, kind=kind, person=persons[0] if persons else new_person(connection, name, kind))


def _story(connection: Connection, story: str) -> RowMapping:
    row = connection.execute(select(stories).where(stories.c.id == story)).mappings().first()
    if row is None:
        raise RecordError(f"There is no story {story} in the record; `onrecord stories` lists them.")
    return row


def _statement(connection: Connection, story: str, statement: str) -> RowMapping:
    number = _story(connection, story)["number"]
    asked = select(statements).where(statements.c.story == number, statements.c.id == statement)
    row = connection.execute(asked).mappings().first()
    if row is None:
        raise RecordError(f"Story {story} has no statement {statement}; `onrecord story {story}` lists them.")
    return row


def _entity(connection: Connection, story: str, entity: str) -> RowMapping:
    number = _story(connection, story)["number"]
    asked = select(entities).where(entities.c.story == number, entities.c.id == entity)
    row = connection.execute(asked).mappings().first()
    if row is None:
        raise RecordError(f"Story {story} has no entity {entity}; `onrecord story {story}` lists them.")
    return row


def _person(connection: Connection, number: int) -> RowMapping:
    row = connection.execute(select(people).where(people.c.number == number)).mappings().first()
    if row is None:
        raise RecordError(f"There is no person {number} in the record; `onrecord who NAME` gives the numbers.")
    return row


def _words(connection: Connection, statement: int) -> Words:
    asked = select(spans).where(spans.c.statement == statement).order_by(spans.c.start)
    found: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for row in connection.execute(asked):
        found[row.role].append(Span(start=row.start, end=row.end))
    return Words(**{role: tuple(pieces) for role, pieces in found.items()})


def _mentions(connection: Connection, entity: int) -> tuple[Span, ...]:
    asked = select(mentions).where(mentions.c.entity == entity).order_by(mentions.c.start, mentions.c.end)
    return tuple(Span(start=row.start, end=row.end) for row in connection.execute(asked))


def _mentions_of_person(connection: Connection, story: str, person: int) -> tuple[Span, ...]:
    asked = select(entities.c.number).join(stories).where(stories.c.id == story, entities.c.person == person)
    found = connection.execute(asked.order_by(entities.c.number)).scalars().first()
    return _mentions(connection, found) if found is not None else ()
