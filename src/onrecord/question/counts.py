"""What an audit counts, what by, and the rows that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grouping(StrEnum):
    """What statements are counted by."""

    ALL = "all"
    PUBLISHER = "publisher"
    MONTH = "month"


class Measure(StrEnum):
    """What is counted: statements, or the words of their contents."""

    STATEMENTS = "statements"
    WORDS = "words"


class Scale(StrEnum):
    """What a timeline has a heading for."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The statements of one group, counted as statements or as words.

    group: a publisher, a month ("2025-04"), "all", or "" where it is not known. persons, organizations and others:
    what is named; unnamed: speakers that the story does not name; open: it is not known who speaks. These five sum
    to total, and so do direct, mixed and indirect. position: where the statements begin in their stories, 0 to 1 on
    average.
    """

    group: str
    stories: int
    total: int
    persons: int
    organizations: int
    others: int
    unnamed: int
    open: int
    direct: int
    mixed: int
    indirect: int
    position: float
