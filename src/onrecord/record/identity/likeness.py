"""How alike two names are across stories: the grades that persons and bodies give and identity weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How alike two names are, in the order in which one goes before another where entities have several.

    CLASH: they exclude each other ("George Bush", "Laura Bush"). PART: one is of a part, a branch or a namesake of
    the other ("Toyota", "Toyota Financial Services"). FULL: the full names are the same, in any order of the words.
    KNOWN: an acronym that everybody knows with its words. VARIANT: a nickname or another form of the given name.
    RESPELT: a transliteration. CORE: an organisation's name without the words of its trade ("Toyota Motor").
    PARTIAL: one full name within another ("Gabriel García Márquez", "Gabriel García"). INITIAL: the given name is
    an initial on one side. ACRONYM: letters that may stand for the words. GENERIC: the same words, such as every
    country or city has ("Supreme Court"). BARELY: nearly alike in spelling. SHORT: some words of an organisation's.
    SURNAME: only a surname on one side or both. MONONYM: a single name that is no surname, the same on both sides.
    GIVEN: a given name alone on one side. NONE: nothing in common.
    """

    CLASH = "clash"
    PART = "part"
    FULL = "full"
    KNOWN = "known"
    VARIANT = "variant"
    RESPELT = "respelt"
    CORE = "core"
    PARTIAL = "partial"
    INITIAL = "initial"
    ACRONYM = "acronym"
    GENERIC = "generic"
    BARELY = "barely"
    SHORT = "short"
    SURNAME = "surname"
    MONONYM = "mononym"
    GIVEN = "given"
    NONE = "none"

    @property
    def rank(self) -> int:
        """Its place in the order."""
        return _RANKS[self]


_RANKS = {grade: rank for rank, grade in enumerate(Grade)}

APART = frozenset({Grade.CLASH, Grade.PART, Grade.NONE})
"""Grades of two names that are of two."""

LEANING = frozenset(
    {Grade.INITIAL, Grade.ACRONYM, Grade.GENERIC, Grade.BARELY, Grade.SHORT, Grade.SURNAME, Grade.MONONYM}
)
"""Grades that make nobody the same without something else in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A grade and what it rests on.

    common: many bear the full name. middle: middle names or initials agree. why: the names set beside each other,
    for the reason of a judgement.
    """

    grade: Grade
    common: bool = False
    middle: bool = False
    why: str = "the names differ"
