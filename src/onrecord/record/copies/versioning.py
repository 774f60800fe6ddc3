"""A story that is added -> the origin that it is a copy of, and which of its statements the origin had already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select, update

from onrecord.analysis.types import Analysis
from onrecord.record.copies.changing import ChangeKind, changes
from onrecord.record.copies.relating import CopyKind, keys, relation
from onrecord.record.rows import analysis_from, story_from
from onrecord.record.schema import copy_keys, statements, stories
from onrecord.record.types import Version

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
            _tie(
                connection,
                number,
                {"origin": origin, "copy": copy.kind.value, "kept": copy.kept, "known": copy.known},
            )
            _link(connection, number)
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


def _link(connection: Connection, number: int) -> None:
    """Point the statements of a story at those that earlier versions had, and no others anywhere."""
    connection.execute(update(statements).where(statements.c.story == number).values(copy_of=None))
    row = _row(connection, number)
    if row["origin"] is None:
        return
    earlier = select(stories).where(_in_group(row["origin"]), stories.c.number < number)
    versions = connection.execute(earlier.order_by(stories.c.number.desc()).limit(_COMPARED)).mappings().all()
    new = analysis_from(connection, row)
    own = {name: found for name, (found, _) in _numbers(connection, number).items()}
    for version in versions:
        known = _numbers(connection, version["number"])
        for change in changes(analysis_from(connection, version), new):
            if change.kind is ChangeKind.KEPT and change.old and change.new and change.new.id in own:
                found, root = known[change.old.id]
                repeated = statements.c.number == own.pop(change.new.id)
                connection.execute(update(statements).where(repeated).values(copy_of=root or found))


def _numbers(connection: Connection, story: int) -> dict[str, tuple[int, int | None]]:
    asked = select(statements.c.id, statements.c.number, statements.c.copy_of).where(statements.c.story == story)
    return {row.id: (row.number, row.copy_of) for row in connection.execute(asked)}


def _row(connection: Connection, number: int) -> RowMapping:
    return connection.execute(select(stories).where(stories.c.number == number)).mappings().one()


def _in_group(origin: int) -> ColumnElement[bool]:
    return or_(stories.c.number == origin, stories.c.origin == origin)


def group_of(connection: Connection, number: int) -> Sequence[RowMapping]:
    """What a story and its other versions are to each other, in their order, for `restore` or `close_up`."""
    origin = _row(connection, number)["origin"] or number
    columns = (stories.c.number, *(stories.c[name] for name in _TIES))
    asked = select(*columns).where(_in_group(origin)).order_by(stories.c.number)
    return connection.execute(asked).mappings().all()


_TIES = ("origin", "copy", "kept", "known")


def restore(connection: Connection, group: Sequence[RowMapping]) -> None:
    """Put a group back as it was before one of it was read anew, its text being the same."""
    for row in group:
        _tie(connection, row["number"], {name: row[name] for name in _TIES})
    for row in group:
        _link(connection, row["number"])


def close_up(connection: Connection, group: Sequence[RowMapping], gone: int) -> None:
    """Mend a group that one version was taken out of; without its origin the next version is the origin."""
    left = [row for row in group if row["number"] != gone]
    if left and left[0]["origin"] == gone:
        first = left[0]["number"]
        _tie(connection, first, dict.fromkeys(_TIES))
        origin = story_from(_row(connection, first))
        for row in left[1:]:
            copy = relation(origin, story_from(_row(connection, row["number"])))
            ties = {"copy": copy.kind.value, "kept": copy.kept, "known": copy.known} if copy else {}
            _tie(connection, row["number"], {name: row[name] for name in _TIES} | ties | {"origin": first})
    for row in left:
        _link(connection, row["number"])


def _tie(connection: Connection, number: int, ties: Mapping[str, object]) -> None:
    connection.execute(update(stories).where(stories.c.number == number).values(**ties))


def versions(connection: Connection, story: str) -> tuple[Version, ...]:
    """A story's versions, the origin first; empty where the story is not in the record."""
    row = connection.execute(select(stories).where(stories.c.id == story)).mappings().first()
    if row is None:
        return ()
    origin = row["origin"] or row["number"]
    asked = select(stories).where(_in_group(origin))
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
