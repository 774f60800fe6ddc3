from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.analysis.types import Analysis, EntityKind
from onrecord.showing.cast import called, cast, role
from onrecord.showing.visible import visible
from tests.cli.analyses import TEXT, analyses, entity, resolved


def test_the_most_mentioned_come_first() -> None:
    assert [(member.number, member.name, member.about) for member in cast(resolved())] == [
        (1, "Renwick", "Minister · person · 4 mentions"),
        (2, "Ilse Obermann", "Harbour leader · person · 3 mentions"),
        (5, "a drawer", "place · 2 mentions"),
        (3, "Harbour", "organization · 1 mention"),
        (4, "a clerk", "not named · 1 mention"),
    ]


@pytest.mark.parametrize(
    ("name", "title", "mentions", "kind", "words"),
    [
        ("Ilse Obermann", "Harbour leader", (), EntityKind.PERSON, ("Ilse Obermann", "Harbour leader")),
        ("leader Obermann", "Leader", (), EntityKind.PERSON, ("leader Obermann", "")),
        ("two clerks", "clerks", (), EntityKind.GROUP, ("two clerks", "")),
        (None, "Minister", (("he", 0), ("Renwick", 0)), EntityKind.PERSON, ("Renwick", "Minister")),
        (None, "Minister", (("he", 0),), EntityKind.PERSON, ("Minister", "")),
        (None, None, (("he", 0),), EntityKind.PERSON, ("he", "")),
        ("", " ", (), EntityKind.PERSON, ("e0", "")),
    ],
)
def test_what_an_entity_is_called(
    name: str | None,
    title: str | None,
    mentions: tuple[tuple[str, int], ...],
    kind: EntityKind,
    words: tuple[str, str],
) -> None:
    made = entity("e0", name, *mentions, kind=kind, role=title)
    assert (called(made, TEXT), role(made, TEXT)) == words


@given(analyses())
def test_nobody_is_lost_or_without_a_name(found: Analysis) -> None:
    members = cast(found)
    assert sorted(member.number for member in members) == list(range(1, len(found.entities) + 1))
    for member in members:
        assert found.entities[member.number - 1] is member.entity
        assert member.name and member.name == visible(member.name)
