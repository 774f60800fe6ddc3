"""The log of judgements: rows are added, read, and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from onrecord.record.judgements.types import Judgement, Verb
from onrecord.record.schema import judgements

_UNDOING = judgements.alias("undoing")


def append(
    connection: Connection,
    verb: Verb,
    by: str,
    *,
    story: str | None = None,
    evidence: Mapping[str, Any] | None = None,
    person: int | None = None,
    other: int | None = None,
    undoes: int | None = None,
    note: str | None = None,
) -> Judgement:
    """Add a judgement."""
    last = connection.execute(select(func.coalesce(func.max(judgements.c.number), 0))).scalar_one()
    row = {
        "number": int(last) + 1,
        "recorded": datetime.now(UTC),
        "by": by,
        "verb": verb.value,
        "story": story,
        "evidence": evidence,
        "person": person,
        "other": other,
        "undoes": undoes,
        "note": note,
    }
    connection.execute(insert(judgements), row)
    return judgement(connection, int(last) + 1)


def judgement(connection: Connection, number: int) -> Judgement:
    """A judgement by its number; raises KeyError where there is none."""
    row = connection.execute(_asked().where(judgements.c.number == number)).mappings().first()
    if row is None:
        raise KeyError(number)
    return _judgement(row)


def active(connection: Connection, *verbs: Verb, story: str | None = None) -> list[Judgement]:
    """The judgements of these kinds that hold, in their order; of all stories, or of one."""
    return [j for j in all_of(connection, *verbs, story=story) if j.undone is None]


def all_of(connection: Connection, *verbs: Verb, story: str | None = None) -> list[Judgement]:
    """The judgements of these kinds, those that were taken back too."""
    asked = _asked().where(judgements.c.verb.in_(_values(verbs))).order_by(judgements.c.number)
    if story is not None:
        asked = asked.where(judgements.c.story == story)
    return [_judgement(row) for row in connection.execute(asked).mappings()]


def _values(verbs: Sequence[Verb]) -> list[str]:
    return [verb.value for verb in verbs]


def _asked() -> Select[Any]:
    return select(judgements, _UNDOING.c.number.label("undone")).outerjoin(
        _UNDOING, _UNDOING.c.undoes == judgements.c.number
    )


def _judgement(row: RowMapping) -> Judgement:
    fields = {
        name: row[name] for name in ("number", "recorded", "by", "story", "person", "other", "undoes", "note")
    }
    return Judgement(verb=Verb(row["verb"]), evidence=row["evidence"] or {}, undone=row["undone"], **fields)
