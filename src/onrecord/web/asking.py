"""What a reader typed and chose -> a Question, and from an answer the questions that narrow or widen it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.analysis.types import EntityKind, Kind
from onrecord.question import parse, render
from onrecord.question.answers import Facet
from onrecord.question.types import (
    ChoiceField,
    ChoiceFilter,
    DayField,
    DayFilter,
    Days,
    Filter,
    NameField,
    NameFilter,
    Question,
    Sort,
)
from onrecord.showing.visible import visible

LONGEST = 2_000
"""Characters of a question that are read."""


def asked(text: str, sort: Sort | None = None) -> Question:
    """The question that a text asks; newest first unless it, or `sort`, says otherwise. Raises QuestionError."""
    question = parse(text)
    if sort is not None:
        return replace(question, sort=sort)
    chosen = question.sort is not Sort.RELEVANCE or "sort:" in text.lower()
    return question if chosen else replace(question, sort=Sort.NEWEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A filter of a question: as it is typed, and the question without it."""

    text: str
    without: str


def chips(question: Question) -> tuple[Chip, ...]:
    """The filters of a question, each to be taken away."""
    filters = question.filters
    return tuple(
        Chip(
            text=render(Question(filters=(each,))),
            without=_written(question, (*filters[:at], *filters[at + 1 :])),
        )
        for at, each in enumerate(filters)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrower:
    """A value of a facet, how many statements have it, and the question for these, None where there is none."""

    value: str
    count: int
    question: str | None


def narrower(question: Question, facet: Facet) -> tuple[Narrower, ...]:
    """The values of a facet as questions."""
    return tuple(
        Narrower(
            value=visible(bucket.value), count=bucket.count, question=_with(question, facet.name, bucket.value)
        )
        for bucket in facet.buckets
    )


def _with(question: Question, facet: str, value: str) -> str | None:
    try:
        return _written(question, (*question.filters, _filter(facet, value)))
    except ValueError:  # a name with nothing to search for, or a field that is asked for already
        return None


def _filter(facet: str, value: str) -> Filter:
    match facet:
        case "speaker" | "publisher":
            return NameFilter(field=NameField(facet), names=(" ".join(value.split()),))
        case "speaker-kind":
            return ChoiceFilter(field=ChoiceField.SPEAKER_KIND, values=(EntityKind(value),))
        case "kind":
            return ChoiceFilter(field=ChoiceField.KIND, values=(Kind(value),))
        case "year":
            year = int(value)
            return DayFilter(field=DayField.SAID, days=Days(since=date(year, 1, 1), before=date(year + 1, 1, 1)))
        case _:
            raise ValueError(facet)


def _written(question: Question, filters: tuple[Filter, ...]) -> str:
    return render(replace(question, filters=filters, sort=Sort.RELEVANCE))
