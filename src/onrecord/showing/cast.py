"""Analysis -> the cast of a story: its entities by the names that a reader is shown, the most mentioned first."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.analysis.types import Analysis, Entity, EntityKind, Form
from onrecord.showing.visible import visible

_KINDS = {kind: kind.value for kind in EntityKind} | {EntityKind.UNNAMED: "not named"}
_ROLELESS = (EntityKind.GROUP, EntityKind.UNNAMED)
"""What is called by a phrase of the story, which says the role already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the cast. number: of the entity in the analysis, from 1. about: kind, role and number of mentions."""

    entity: Entity
    number: int
    name: str
    about: str


def cast(analysis: Analysis) -> list[Member]:
    """The entities of a story, the most mentioned first, those with as many mentions in the analysis's order."""
    text = analysis.story.text
    members = []
    for number, entity in enumerate(analysis.entities, 1):
        count = len(entity.mentions)
        known = (role(entity, text), _KINDS[entity.kind], f"{count} mention{'' if count == 1 else 's'}")
        about = " · ".join(part for part in known if part)
        members.append(Member(entity=entity, number=number, name=called(entity, text), about=about))
    return sorted(members, key=lambda member: -len(member.entity.mentions))


def called(entity: Entity, text: str) -> str:
    """What an entity is called: its name, or else the first words that describe it, its role, any words for it."""
    described = (mention.span.of(text) for mention in entity.mentions if mention.form is not Form.PRONOUN)
    pronouns = (mention.span.of(text) for mention in entity.mentions)
    names = (entity.name or "", *described, entity.role or "", *pronouns, entity.id)
    return next((shown for shown in map(visible, names) if shown), "?")


def role(entity: Entity, text: str) -> str:
    """The role of an entity, or nothing where what it is called says it already."""
    words = "" if entity.kind in _ROLELESS else visible(entity.role or "")
    return "" if words.casefold() in called(entity, text).casefold() else words
