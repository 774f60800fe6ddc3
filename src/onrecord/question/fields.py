"""The names before a colon: which fields there are, what else they may be called, and which one was meant."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias

from onrecord.errors import QuestionError
from onrecord.question.characters import shown, tidy
from onrecord.question.types import ChoiceField, DayField, NameField


class OtherField(StrEnum):
    """The fields with values of their own sort."""

    CONFIDENCE = "confidence"
    MEANING = "meaning"
    SORT = "sort"


Field: TypeAlias = NameField | ChoiceField | DayField | OtherField

FIELDS: tuple[Field, ...] = (*NameField, *ChoiceField, *DayField, *OtherField)

SYNONYMS: dict[str, Field] = {
    "by": NameField.SPEAKER,
    "from": NameField.SPEAKER,
    "like": OtherField.MEANING,
}

_NAMED: dict[str, Field] = {**{str(field): field for field in FIELDS}, **SYNONYMS}


def field_named(name: str, column: int) -> Field:
    """The field that a name with a colon stands for, whatever its capitals. Raises QuestionError where none."""
    field = _NAMED.get(tidy(name).lower())
    if field is None:
        raise QuestionError(
            f"{shown(name + ':')} is no field{suggestion(name, tuple(_NAMED), ':')}; the fields are "
            f"{', '.join(f'{known}:' for known in FIELDS)}, and words with a colon go in double quotation marks",
            column,
        )
    return field


def suggestion(typed: str, known: tuple[str, ...], ending: str = "") -> str:
    """A clause in brackets with what is most like the word typed, or nothing."""
    near = get_close_matches(typed[:40].lower(), known, n=1)
    return f" (did you mean {near[0]}{ending}?)" if near else ""
