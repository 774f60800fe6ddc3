"""Questions of every shape, for property tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from onrecord.question.types import (
    CHOICES,
    ChoiceField,
    ChoiceFilter,
    Comparison,
    ConfidenceFilter,
    DayField,
    DayFilter,
    Days,
    Filter,
    NameField,
    NameFilter,
    Question,
    Sort,
    single_field,
)
from onrecord.question.words import (
    And,
    Or,
    Phrase,
    Prefix,
    Word,
    Words,
    all_of,
    any_of,
    depth,
    negated,
    prefixes,
)


def is_word(text: str) -> bool:
    try:
        Word(text=text)
    except ValueError:
        return False
    return True


def is_text(text: str) -> bool:
    try:
        Phrase(text=text)
    except ValueError:
        return False
    return True


LETTERS = st.one_of(st.sampled_from("abcXYZ019 ''’--..,*:&/()\"“”éß字\u0301\u200b"), st.characters())
TEXTS = st.one_of(
    st.sampled_from(["rubio", "Marco Rubio", 'Ann "Bo" Lee', '"', "OR", "-5", "a,b", "said:2025", "’90s", "“a”"]),
    st.text(LETTERS, min_size=1, max_size=12),
).filter(is_text)
BARE = st.one_of(
    st.sampled_from(["tariffs", "Trump's", "co-operate", "U.S", "or", "AND-", "1,000", "é"]),
    st.text(LETTERS, min_size=1, max_size=8),
).filter(is_word)
TERMS: st.SearchStrategy[Words] = st.one_of(
    BARE.map(lambda text: Word(text=text)),
    BARE.filter(prefixes).map(lambda text: Prefix(text=text)),
    TEXTS.map(lambda text: Phrase(text=text)),
)


def _grouped(words: st.SearchStrategy[Words]) -> st.SearchStrategy[Words]:
    several = st.lists(words, min_size=2, max_size=3)
    return st.one_of(words.map(negated), several.map(all_of), several.map(any_of))


WORDS = st.recursive(TERMS, _grouped, max_leaves=8).filter(lambda words: depth(words) <= 10)


def _days(since: date | None, length: int | None) -> Days:
    if since is None:
        return Days(since=None, before=date(2025, 1, 1) + timedelta(days=length or 0))
    return Days(since=since, before=None if length is None else since + timedelta(days=length))


PERIODS = st.sampled_from(
    [
        Days(since=date(2024, 1, 1), before=date(2025, 1, 1)),
        Days(since=date(2024, 2, 1), before=date(2024, 3, 1)),
        Days(since=date(2024, 12, 1), before=date(2025, 1, 1)),
        Days(since=date(2024, 1, 1), before=date(2026, 4, 1)),
        Days(since=date.min, before=date.max),
        Days(since=date.max, before=None),
        Days(since=None, before=date.min),
    ]
)
DAYS = PERIODS | st.builds(
    _days, st.none() | st.dates(max_value=date(9000, 1, 1)), st.none() | st.integers(1, 1500)
)
NEGATED = st.booleans()
FILTERS: st.SearchStrategy[Filter] = st.one_of(
    st.builds(
        NameFilter,
        field=st.sampled_from(NameField),
        names=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
        negated=NEGATED,
    ),
    st.sampled_from(ChoiceField).flatmap(
        lambda field: st.builds(
            ChoiceFilter,
            field=st.just(field),
            values=st.lists(st.sampled_from(CHOICES[field]), min_size=1, max_size=3).map(tuple),
            negated=NEGATED,
        )
    ),
    st.builds(DayFilter, field=st.sampled_from(DayField), days=DAYS, negated=NEGATED),
    st.builds(
        ConfidenceFilter,
        comparison=st.sampled_from(Comparison),
        value=st.integers(0, 10_000).map(lambda number: number / 10_000),
        negated=NEGATED,
    ),
)
QUESTIONS = st.builds(
    Question,
    words=st.none() | WORDS,
    meaning=st.none() | TEXTS,
    filters=st.lists(FILTERS, max_size=5, unique_by=lambda asked: single_field(asked) or id(asked)).map(tuple),
    sort=st.sampled_from(Sort),
)


def value(words: Words, held: frozenset[str]) -> bool:
    """Whether a statement that holds these terms meets the words."""
    match words:
        case And(parts=parts):
            return all(value(part, held) for part in parts)
        case Or(parts=parts):
            return any(value(part, held) for part in parts)
        case Word(text=text) | Prefix(text=text) | Phrase(text=text):
            return text in held
        case _:
            return not value(words.part, held)
