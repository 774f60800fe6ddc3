"""The judgements on a story's statements -> its rows as they should be, from those that the engine found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from onrecord.analysis.kind import kind_of
from onrecord.analysis.quotation import quotations
from onrecord.analysis.types import Form, Said, Statement
from onrecord.record.folding import folded
from onrecord.record.judgements.log import all_of
from onrecord.record.judgements.types import OF_STATEMENTS, Judgement, Speaker, Verb, Words
from onrecord.record.rows import Rows, keep_names, put_statement, story_from
from onrecord.record.schema import entities, mentions, people, spans, statements, stories
from onrecord.story.types import Span, Story

_ALIKE = 0.5
"""Two statements are one where they share so much of their content."""


def apply(connection: Connection, number: int) -> None:
    """Let the judgements that hold shape a story's statements; number: of its row.

    A statement that somebody judged of and that a newer engine no longer finds is put back, unless it was rejected.
    """
    row = connection.execute(select(stories).where(stories.c.number == number)).mappings().one()
    judged = all_of(connection, *OF_STATEMENTS, story=row["id"])
    if not judged:
        return
    _take_back(connection, number)
    story = story_from(row)
    for judgement in (each for each in judged if each.undone is None):
        words = Words.of(judgement.evidence["statement"])
        found = _like(words, _standing(connection, number))
        if judgement.verb is Verb.REJECT:
            if found is not None:
                _set(connection, found, rejected_by=judgement.number)
            continue
        if found is None:
            found = _add(connection, number, story, words, judgement)
        told = judgement.evidence["speaker"]
        speaker = None if told is None else _entity(connection, number, words, Speaker.of(told), judgement)
        _speak(connection, found, speaker, judgement)


def _take_back(connection: Connection, number: int) -> None:
    mine = statements.c.story == number
    connection.execute(
        update(statements)
        .where(mine, statements.c.speaker_by.is_not(None))
        .values(speaker=statements.c.found_speaker, found_speaker=None, speaker_by=None)
    )
    connection.execute(
        update(statements).where(mine, statements.c.rejected_by.is_not(None)).values(rejected_by=None)
    )
    connection.execute(delete(statements).where(mine, statements.c.added_by.is_not(None)))
    connection.execute(delete(entities).where(entities.c.story == number, entities.c.id.like("h%")))


@dataclass(frozen=True, slots=True)
class _Standing:
    """The words of a statement of the record."""

    number: int
    words: Words


def _standing(connection: Connection, number: int) -> list[_Standing]:
    asked = (
        select(spans)
        .join(statements)
        .where(statements.c.story == number)
        .order_by(spans.c.statement, spans.c.start)
    )
    found: dict[int, dict[str, list[Span]]] = {}
    for row in connection.execute(asked):
        pieces = found.setdefault(row.statement, {"source": [], "cue": [], "content": []})
        pieces[row.role].append(Span(start=row.start, end=row.end))
    return [
        _Standing(n, Words(**{role: tuple(pieces) for role, pieces in roles.items()})) for n, roles in found.items()
    ]


def _like(words: Words, standing: Sequence[_Standing]) -> int | None:
    """The number of the statement that these words are."""
    best = max(standing, key=lambda one: (_share(one.words.content, words.content), -one.number), default=None)
    if best is None or _share(best.words.content, words.content) < _ALIKE:
        return None
    cues = best.words.cue, words.cue
    return best.number if not all(cues) or _share(*cues) > 0 else None


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The characters of both that are in both."""
    ours, theirs = ({at for span in row for at in range(span.start, span.end)} for row in (one, other))
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _set(connection: Connection, statement: int, **values: object) -> None:
    connection.execute(update(statements).where(statements.c.number == statement).values(**values))


def _speak(connection: Connection, statement: int, speaker: int | None, judgement: Judgement) -> None:
    row = connection.execute(select(statements).where(statements.c.number == statement)).mappings().one()
    found = row["found_speaker"] if row["speaker_by"] is not None else row["speaker"]
    _set(connection, statement, speaker=speaker, found_speaker=found, speaker_by=judgement.number)


def _add(connection: Connection, number: int, story: Story, words: Words, judgement: Judgement) -> int:
    """Put in a statement that no engine found."""
    last = connection.execute(select(func.coalesce(func.max(statements.c.number), 0))).scalar_one()
    statement = Statement(
        id=f"h{judgement.number}",
        kind=kind_of(story.text, words.content, list(quotations(story.text))),
        source=words.source,
        cue=words.cue,
        content=words.content,
        carried=None,
        inside=None,
        confidence=1.0,
        unresolved="nobody is named",
        said=Said(value=story.published.isoformat(), time=None) if story.published else None,
    )
    rows = Rows()
    put_statement(rows, statement, story.text, number=int(last) + 1, story=number, added_by=judgement.number)
    rows.put(connection)
    return int(last) + 1


def _entity(connection: Connection, number: int, words: Words, speaker: Speaker, judgement: Judgement) -> int:
    """The entity of the story that spoke; one of its own where the story mentions no such one."""
    asked = (
        select(mentions.c.entity, mentions.c.start, mentions.c.end)
        .join(entities)
        .where(entities.c.story == number)
        .order_by(mentions.c.entity)
    )
    wanted = {(span.start, span.end) for span in speaker.mentions}
    shared: Mapping[int, int] = {}
    for row in connection.execute(asked):
        if (row.start, row.end) in wanted:
            shared = {**shared, row.entity: shared.get(row.entity, 0) + 1}
    if shared:
        return max(shared, key=lambda entity: (shared[entity], -entity))
    last = connection.execute(select(func.coalesce(func.max(entities.c.number), 0))).scalar_one()
    merged = (
        connection.execute(select(people.c.merged_into).where(people.c.number == speaker.person)).scalar()
        if speaker.person is not None
        else None
    )
    row_of = {
        "number": int(last) + 1,
        "story": number,
        "id": f"h{judgement.number}",
        "kind": speaker.kind.value,
        "name": speaker.name,
        "folded": folded(speaker.name),
        "role": None,
        "grouped": speaker.person,
        "person": merged or speaker.person,
    }
    connection.execute(insert(entities), row_of)
    keep_names(connection, [folded(speaker.name)])
    where = (words.source or words.cue or words.content)[0]
    connection.execute(
        insert(mentions),
        {"entity": int(last) + 1, "start": where.start, "end": where.end, "form": Form.DESCRIPTION.value},
    )
    return int(last) + 1
