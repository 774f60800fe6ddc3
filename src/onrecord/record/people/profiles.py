"""An analysis -> a profile of each of its persons and organisations; profiles as a record keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onrecord.analysis.naming import Gender
from onrecord.analysis.types import Analysis, Entity, EntityKind, Form
from onrecord.record.identity import Profile
from onrecord.record.identity.persons import gender_of

_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})


def profiles(analysis: Analysis) -> dict[str, Profile]:
    """What a story knows of each person, organisation and group that it names, by the entity's id."""
    named = [e for e in analysis.entities if e.name is not None and e.kind in _KINDS]
    places = tuple(
        dict.fromkeys(e.name for e in analysis.entities if e.kind is EntityKind.PLACE and e.name is not None)
    )
    everybody = dict.fromkeys(e.name for e in named if e.name is not None)
    published = analysis.story.published
    return {
        entity.id: Profile(
            kind=entity.kind,
            names=(names := _names(entity, analysis.story.text)),
            roles=(entity.role,) if entity.role else (),
            company=tuple(name for name in everybody if name != entity.name),
            places=places,
            first=published,
            last=published,
            gender=gender_of(names) if entity.kind is EntityKind.PERSON else None,
        )
        for entity in named
    }


def _names(entity: Entity, text: str) -> tuple[str, ...]:
    """The entity's name and all that it is called by in the text, each once."""
    called = (m.span.of(text) for m in entity.mentions if m.form is Form.NAME)
    return tuple(dict.fromkeys((entity.name or "", *(" ".join(words.split()) for words in called))))


def kept(profile: Profile) -> dict[str, Any]:
    """A profile as JSON, without its kind and its stories."""
    return {
        "names": list(profile.names),
        "roles": list(profile.roles),
        "company": list(profile.company),
        "places": list(profile.places),
        "first": profile.first.isoformat() if profile.first else None,
        "last": profile.last.isoformat() if profile.last else None,
        "gender": profile.gender.value if profile.gender else None,
    }


def profile_from(kind: str, found: Mapping[str, Any]) -> Profile:
    """A profile out of its JSON."""
    return Profile(
        kind=EntityKind(kind),
        names=tuple(found["names"]),
        roles=tuple(found["roles"]),
        company=tuple(found["company"]),
        places=tuple(found["places"]),
        first=date.fromisoformat(found["first"]) if found["first"] else None,
        last=date.fromisoformat(found["last"]) if found["last"] else None,
        gender=Gender(found["gender"]) if found["gender"] else None,
    )
