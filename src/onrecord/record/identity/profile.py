"""What stories know of a person or organisation -> Profile, which identity compares and namekeys finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.analysis.naming import Gender
from onrecord.analysis.types import EntityKind

KEPT = 64
"""How many items of each sort a merged profile keeps, those of the latest stories first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one story, or all stories of one cluster, know of an entity. Tuples hold each item once.

    names: every form of the name, as written. roles: titles and descriptions. company: the names of the other
    persons and organisations of the stories. places: the places that the stories name. first, last: the days of
    the earliest and the latest story, None where unknown. gender: as titles, pronouns or given names hint.
    stories: the stories' ids; two entities of one story are two.
    """

    kind: EntityKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    gender: Gender | None = None
    stories: frozenset[str] = frozenset()


def merged(a: Profile, b: Profile) -> Profile:
    """What both know together, of one entity. What the later one knows stands first; the kind is the earlier's."""
    early, late = sorted((a, b), key=_order)
    days = [day for day in (a.first, a.last, b.first, b.last) if day is not None]
    return Profile(
        kind=early.kind,
        names=_union(late.names, early.names)[:KEPT],
        roles=_union(late.roles, early.roles)[:KEPT],
        company=_union(late.company, early.company)[:KEPT],
        places=_union(late.places, early.places)[:KEPT],
        first=min(days, default=None),
        last=max(days, default=None),
        gender=early.gender or late.gender,
        stories=a.stories | b.stories,
    )


def _order(profile: Profile) -> tuple[date, list[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return (
        profile.last or date.min,
        sorted(profile.stories),
        profile.names,
        profile.roles,
        profile.company,
    )


def _union(*rows: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for row in rows for item in row))
