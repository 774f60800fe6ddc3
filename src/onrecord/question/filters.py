"""The fields of a question: typed values <-> filters, meaning and order; each checked against what is allowed."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

from onrecord.errors import QuestionError
from onrecord.question.characters import STAR, searchable, shown
from onrecord.question.days import read_days, write_days
from onrecord.question.fields import OtherField, suggestion
from onrecord.question.scanning import FieldToken, Value
from onrecord.question.types import (
    CHOICES,
    ChoiceField,
    ChoiceFilter,
    Comparison,
    ConfidenceFilter,
    DayField,
    DayFilter,
    Filter,
    NameField,
    NameFilter,
    Sort,
)

SPELLINGS = {"organisation": "organization"}
"""Values that may be spelt otherwise."""

_Value = TypeVar("_Value", bound=StrEnum)
_CONFIDENCE = re.compile(r"(>=|<=|[<>≥≤])(0|1|[01]?\.\d{1,4})", re.ASCII)
_SIGNS = {"≥": ">=", "≤": "<="}
_BARE = re.compile(r"[^\W_](?:[\w.&/'’-]*\w)?")


def read_filter(token: FieldToken, *, negated: bool) -> Filter:
    """The filter that a field makes, other than meaning and sort. Raises QuestionError."""
    match token.field:
        case NameField() as field:
            return NameFilter(field=field, names=tuple(map(_name, token.values)), negated=negated)
        case ChoiceField() as field:
            known = {str(choice): choice for choice in CHOICES[field]}
            return ChoiceFilter(
                field=field, values=tuple(_choice(field, known, value) for value in token.values), negated=negated
            )
        case DayField() as field:
            return DayFilter(field=field, days=read_days(only_value(token)), negated=negated)
        case OtherField():
            return _confidence(only_value(token), negated=negated)


def read_meaning(token: FieldToken) -> str:
    """The text whose meaning is asked for. Raises QuestionError."""
    return _name(only_value(token))


def read_sort(token: FieldToken) -> Sort:
    """The order that is asked for. Raises QuestionError."""
    return _choice(token.field, {str(sort): sort for sort in Sort}, only_value(token))


def only_value(token: FieldToken) -> Value:
    """The value of a field that takes one. Raises QuestionError."""
    if len(token.values) > 1:
        raise QuestionError(
            f"{token.field}: takes one value; a value with a comma in it goes in double quotation marks",
            token.values[1].column,
        )
    return token.values[0]


def write_filter(asked: Filter) -> str:
    """The filter as it is typed."""
    sign = "-" if asked.negated else ""
    match asked:
        case NameFilter(field=field, names=names):
            return f"{sign}{field}:{','.join(map(_write_name, names))}"
        case ChoiceFilter(field=field, values=values):
            return f"{sign}{field}:{','.join(values)}"
        case DayFilter(field=field, days=days):
            return f"{sign}{field}:{write_days(days)}"
        case ConfidenceFilter(comparison=comparison, value=value):
            return f"{sign}confidence:{comparison}{value:zg}"


def quoted(text: str) -> str:
    """The text in straight quotation marks, with those inside it doubled."""
    return '"' + text.replace('"', '""') + '"'


def _write_name(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _name(value: Value) -> str:
    if not searchable(value.text):
        raise QuestionError(f"{shown(value.text)} has no letter or digit to search for", value.column)
    if STAR in value.text and not value.quoted:
        raise QuestionError(f"a * works in words only, not in a field as in {shown(value.text)}", value.column)
    return value.text


def _choice(field: object, known: dict[str, _Value], value: Value) -> _Value:
    typed = value.text.lower()
    choice = known.get(SPELLINGS.get(typed, typed))
    if choice is None:
        raise QuestionError(
            f"{shown(value.text)} is no value of {field}:{suggestion(typed, tuple(known))}; it takes "
            f"{', '.join(known)}",
            value.column,
        )
    return choice


def _confidence(value: Value, *, negated: bool) -> ConfidenceFilter:
    found = _CONFIDENCE.fullmatch(value.text)
    if found is None or float(found[2]) > 1:
        raise QuestionError(
            f"{shown(value.text)} is no confidence to compare with; write >=, >, <= or < and a number from 0 to 1 "
            "with at most four decimals, as in confidence:>=0.8",
            value.column,
        )
    comparison = Comparison(_SIGNS.get(found[1], found[1]))
    return ConfidenceFilter(comparison=comparison, value=float(found[2]), negated=negated)
