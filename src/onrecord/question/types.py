"""Question, what a search asks of the record: words, a meaning, filters, an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from onrecord.analysis.types import Act, EntityKind, Kind
from onrecord.question.words import Words, check_text


class SourceKind(StrEnum):
    """Whether the story names who speaks; none: it is open who speaks."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NONE = "none"


class Disputed(StrEnum):
    """Whether another statement disputes it."""

    YES = "yes"
    NO = "no"


class Sort(StrEnum):
    """The order of the hits: by when it was said, or by relevance, which without words and meaning is newest."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class NameField(StrEnum):
    """What is looked for by a name: who speaks, an entity spoken about, the story's publisher, place or id."""

    SPEAKER = "speaker"
    ABOUT = "about"
    PUBLISHER = "publisher"
    PLACE = "place"
    STORY = "story"


class ChoiceField(StrEnum):
    """What has one of a few values."""

    KIND = "kind"
    ACT = "act"
    SPEAKER_KIND = "speaker-kind"
    SOURCE = "source"
    DISPUTED = "disputed"


class DayField(StrEnum):
    """What has a day: when the statement was made, when the story was published."""

    SAID = "said"
    PUBLISHED = "published"


class Comparison(StrEnum):
    """How a number is compared."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"


Choice: TypeAlias = Kind | Act | EntityKind | SourceKind | Disputed

CHOICES: Mapping[ChoiceField, tuple[Choice, ...]] = {
    ChoiceField.KIND: tuple(Kind),
    ChoiceField.ACT: tuple(Act),
    ChoiceField.SPEAKER_KIND: tuple(EntityKind),
    ChoiceField.SOURCE: tuple(SourceKind),
    ChoiceField.DISPUTED: tuple(Disputed),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A half-open range of days, [since, before), open at an end that is None.

    What is known only to the month or year lies in it when all of that month or year does.
    """

    since: date | None
    before: date | None

    def __post_init__(self) -> None:
        if self.since is None and self.before is None:
            raise ValueError("days need a first day or an end")
        if self.since is not None and self.before is not None and self.since >= self.before:
            raise ValueError(f"no day from {self.since} is before {self.before}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFilter:
    """Statements with any of these names in a field.

    negated, here and in the other filters: leave those out and keep all others, also where the field is not known.
    """

    field: NameField
    names: tuple[str, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError(f"{self.field} needs a name")
        for name in self.names:
            check_text(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceFilter:
    """Statements with any of these values in a field; each is one of CHOICES[field]."""

    field: ChoiceField
    values: tuple[Choice, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        kind = type(CHOICES[self.field][0])
        if not self.values or not all(isinstance(value, kind) for value in self.values):
            raise ValueError(f"{self.field} needs values of {kind.__name__}, not {self.values}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFilter:
    """Statements whose day lies in a range."""

    field: DayField
    days: Days
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceFilter:
    """Statements whose confidence compares so with a value from 0 to 1, of at most four decimals."""

    comparison: Comparison
    value: float
    negated: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 1 or round(self.value, 4) != self.value:
            raise ValueError(f"a confidence is a number from 0 to 1 with at most four decimals, not {self.value}")


Filter: TypeAlias = NameFilter | ChoiceFilter | DayFilter | ConfidenceFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a search asks of the record: statements that meet the words and all filters.

    words: None where any words will do. meaning: a text that statements should be like in meaning, or None.
    A field of which a statement has one value is asked for once at most, leaving out negated filters: nothing could
    meet two.
    """

    words: Words | None = None
    meaning: str | None = None
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE

    def __post_init__(self) -> None:
        if self.meaning is not None:
            check_text(self.meaning)
        single = [field for field in map(single_field, self.filters) if field is not None]
        if len(set(single)) < len(single):
            raise ValueError(f"a field stands twice in {', '.join(single)}")


def single_field(asked: Filter) -> NameField | ChoiceField | None:
    """The field that a filter asks for, where a statement has one value of it at most and the filter wants it."""
    if not isinstance(asked, NameFilter | ChoiceFilter) or asked.negated or asked.field is NameField.ABOUT:
        return None
    return asked.field
