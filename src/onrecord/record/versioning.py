"""A story that is added -> the origin that it is a copy of, and which of its statements the origin had already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, or_, select, update

from onrecord.analysis.types import Analysis
from onrecord.record.copies import CopyKind, keys, relation
from onrecord.record.rows import analysis_from, story_from
from onrecord.record.schema import copy_keys, statements, stories
from onrecord.record.types import Version
from onrecord.record.versions import ChangeKind, changes

_CANDIDATES = 20
"""So many stories, those that share the most keys, are compared with a new one."""

_COMPARED = 8
"""With so many earlier versions the statements of a new one are compared, the latest first."""


def place(connection: Connection, number: int, analysis: Analysis) -> None:
    """Find the origin of a story that was just added; a story that is no copy is its own."""
    own = keys(analysis.story)
    candidates = _candidates(connection, own)
    if own:
        connection.execute(copy_keys.insert(), [{"key": key, "story": number} for key in dict.fromkeys(own)])
    for candidate in candidates:
        copy = relation(story_from(candidate), analysis.story)
        if copy is not None:
            origin = candidate["origin"] or candidate["number"]
            values = {"origin": origin, "copy": copy.kind.value, "kept": copy.kept, "known": copy.known}
            connection.execute(update(stories).where(stories.c.number == number).values(values))
            link(connection, number)
            return


def _candidates(connection: Connection, own: Sequence[int]) -> Sequence[RowMapping]:
    count = func.count()
    shared = (
        select(copy_keys.c.story, count.label("shared"))
        .where(copy_keys.c.key.in_(own))
        .group_by(copy_keys.c.story)
        .order_by(count.desc(), copy_keys.c.story)
        .limit(_CANDIDATES)
        .subquery()
    )
    asked = select(stories).join(shared, stories.c.number == shared.c.story)
    return connection.execute(asked.order_by(shared.c.shared.desc(), stories.c.number)).mappings().all()


def link(connection: Connection, number: int) -> None:
    """Point the statements of a copy at those that earlier versions had."""
    row = _row(connection, number)
    if row["origin"] is None:
        return
    earlier = select(stories).where(
        or_(stories.c.number == row["origin"], stories.c.origin == row["origin"]), stories.c.number < number
    )
    versions = connection.execute(earlier.order_by(stories.c.number.desc()).limit(_COMPARED)).mappings().all()
    new = analysis_from(connection, row)
    own = {name: found for name, (found, _) in _numbers(connection, number).items()}
    for version in versions:
        known = _numbers(connection, version["number"])
        for change in changes(analysis_from(connection, version), new):
            if change.kind is ChangeKind.KEPT and change.old and change.new and change.new.id in own:
                found, origin = known[change.old.id]
                values = {"copy_of": origin or found}
                connection.execute(
                    update(statements).where(statements.c.number == own.pop(change.new.id)).values(values)
                )


def _numbers(connection: Connection, story: int) -> dict[str, tuple[int, int | None]]:
    asked = select(statements.c.id, statements.c.number, statements.c.copy_of).where(statements.c.story == story)
    return {row.id: (row.number, row.copy_of) for row in connection.execute(asked)}


def _row(connection: Connection, number: int) -> RowMapping:
    return connection.execute(select(stories).where(stories.c.number == number)).mappings().one()


def dependents(connection: Connection, number: int) -> list[dict[str, Any]]:
    """The copies of a story, as `restore` takes them."""
    columns = (stories.c.number, stories.c.origin, stories.c.copy, stories.c.kept, stories.c.known)
    asked = select(*columns).where(or_(stories.c.number == number, stories.c.origin == number))
    return [dict(row) for row in connection.execute(asked.order_by(stories.c.number)).mappings()]


def restore(connection: Connection, group: Sequence[dict[str, Any]]) -> None:
    """Put back what stories were to each other before one was read anew, and link their statements again."""
    for old in group:
        values = {name: old[name] for name in ("origin", "copy", "kept", "known")}
        connection.execute(update(stories).where(stories.c.number == old["number"]).values(values))
    for old in group:
        link(connection, old["number"])


def promote(connection: Connection, copies: Sequence[dict[str, Any]]) -> None:
    """Make the first of an origin's copies the origin of the others, the old one being gone."""
    if not copies:
        return
    first, *others = copies
    nothing = {"origin": None, "copy": None, "kept": None, "known": None}
    connection.execute(update(stories).where(stories.c.number == first["number"]).values(nothing))
    origin = story_from(_row(connection, first["number"]))
    for other in others:
        copy = relation(origin, story_from(_row(connection, other["number"])))
        values = {name: other[name] for name in ("copy", "kept", "known")} | {"origin": first["number"]}
        if copy is not None:
            values |= {"copy": copy.kind.value, "kept": copy.kept, "known": copy.known}
        connection.execute(update(stories).where(stories.c.number == other["number"]).values(values))
    for other in others:
        link(connection, other["number"])


def versions(connection: Connection, story: str) -> tuple[Version, ...]:
    """A story's versions, the origin first; empty where the story is not in the record."""
    row = connection.execute(select(stories).where(stories.c.id == story)).mappings().first()
    if row is None:
        return ()
    origin = row["origin"] or row["number"]
    asked = select(stories).where(or_(stories.c.number == origin, stories.c.origin == origin))
    found = connection.execute(asked.order_by(stories.c.number)).mappings().all()
    made: list[Version] = []
    for each in found:
        analysis = analysis_from(connection, each)
        made.append(
            Version(
                analysis=analysis,
                kind=CopyKind(each["copy"]) if each["copy"] else None,
                kept=each["kept"],
                known=each["known"],
                changes=changes(made[-1].analysis, analysis) if made else (),
            )
        )
    return tuple(made)
