"""The name mentions of one entity -> the name to show for it; entities take their `name` from here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.naming import Name, parse

_DESCRIPTION = re.compile(r"['’]s\s(?:.*\s)?[a-z]+$")
"""Words such as "Ann Lee's father" are none of the entity's own name."""


def fullest(names: Sequence[str]) -> str:
    """Return the fullest of an entity's names, white space normalised; the empty string where there are none.

    Title, article and possessive are left off, but "Pope John Paul II" keeps what is part of the name, and "Reuters
    Holdings PLC" all that is written. Where an entity seems to have names of persons and of organisations, those of
    the rarer kind are left out. Of equally full names the first one wins.
    """
    parsed = [parse(name) for name in names]
    persons = sum(1 for name in parsed if _is_person(name))
    organizations = sum(1 for name in parsed if _is_organization(name))
    if persons and organizations:
        keep = persons >= organizations
        parsed = [name for name in parsed if not (_is_organization(name) if keep else _is_person(name))]
    return _settled(max(parsed, key=_fullness).shown) if parsed else ""


def _is_person(name: Name) -> bool:
    return name.gender is not None or bool(name.title)


def _is_organization(name: Name) -> bool:
    return name.organization and (len(name.words) > 1 or bool(name.suffix))


def _fullness(name: Name) -> tuple[bool, bool, bool, bool, int, int]:
    """What makes a name fuller, the weightiest first."""
    spelt = sum(1 for word in name.words if len(word) > 1)
    described = bool(_DESCRIPTION.search(name.shown))
    return (
        bool(name.core) and not name.family,
        not described,
        not name.acronym,
        spelt > 1,
        spelt,
        len(name.words) + bool(name.suffix),
    )


def _settled(shown: str) -> str:
    """Cut until nothing is left to cut."""
    while (again := parse(shown).shown) != shown:
        shown = again
    return shown
