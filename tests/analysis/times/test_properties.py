from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.times import expressions, times_of
from onrecord.story.types import Span

TIMEX3 = re.compile(
    r"PRESENT_REF|PAST_REF|FUTURE_REF"
    r"|P(?=.)(?:(?:[\d.]+|X)(?:WE|[YMWDQCLE]))*(?:T(?:(?:[\d.]+|X)[HMS])+)?"
    r"|[\dX]{1,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|MI|AF|EV|NI|[\dX]{2}:[\dX]{2}(?::\d{2})?))?"
)

words = st.sampled_from(
    (
        *("the", "a", "an", "last", "next", "this", "past", "that", "same", "Friday", "Monday", "March", "May"),
        *("Sept", "Feb", "Easter", "Thanksgiving", "Day", "15", "1998", "31", "0", "29", "99999", "2000", "1st"),
        *("half", "two", "twenty-four", "several", "few", "year", "years", "week", "quarter", "ago", "earlier"),
        *("later", "of", "in", "on", "at", "by", "early", "mid", "-", "'", "'87", ",", ".", "/", ":", "3", "30"),
        *("p.m.", "GMT", "noon", "night", "morning", "now", "then", "third", "first", "1990s", "century"),
        *("every", "each", "daily", "fiscal", "period", "latest", "weekend", "summer", "ended", "before"),
        *("after", "to", "and", "or", "will", "was", "said", "today", "yesterday", "decade", "decades", "hours"),
        *("minutes", "second", "day", "\n", "\n\n"),
    )
)
stories = st.one_of(
    st.text(),
    st.lists(words, max_size=40).map(" ".join),
    st.lists(words, max_size=20).map("".join),
)
days = st.one_of(st.none(), st.dates(), st.sampled_from((date.min, date.max)))


@st.composite
def proposals(draw: st.DrawFn) -> list[Span]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=6))
    return [Span(start=start, end=start + length) for start, length in pairs]


@given(text=stories, published=days, proposed=st.one_of(st.none(), proposals()))
def test_times_lie_in_the_text_in_order_and_their_values_are_timex3(
    text: str, published: date | None, proposed: list[Span] | None
) -> None:
    times = times_of(text, published, (), proposed)
    end = 0
    for number, each in enumerate(times):
        assert each.id == f"t{number}"
        assert end <= each.span.start < each.span.end <= len(text)
        assert each.span.of(text).strip() == each.span.of(text)
        assert TIMEX3.fullmatch(each.value), each.value
        end = each.span.end
    assert times_of(text, published, (), proposed) == times


@given(text=stories, proposed=proposals())
def test_expressions_are_those_of_the_times(text: str, proposed: list[Span]) -> None:
    assert [each.span for each in expressions(text)] == [each.span for each in times_of(text, None)]
    spans = [each.span for each in expressions(text, proposed)]
    assert spans == sorted(spans)
    assert {each.span for each in times_of(text, None, (), proposed)} <= set(spans)


@given(text=st.lists(words.filter(lambda word: not any(map(str.isdigit, word))), max_size=40).map(" ".join))
def test_a_story_without_a_day_or_a_year_has_no_year_in_its_values(text: str) -> None:
    dates = [each.value for each in times_of(text, None) if each.value[0] != "P"]
    assert [value for value in dates if re.match(r"\d{4}", value)] == []


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1," * 6_000,
        "1 " * 6_000,
        "1-" * 6_000,
        "twenty " * 2_000,
        "the last " * 3_000,
        "\n" * 100_000,
        "early in the " * 2_000,
        "March 1998 of " * 2_000,
    ],
    ids=["digits", "commas", "numbers", "hyphens", "words", "turns", "lines", "stages", "months"],
)
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    begun = time.process_time()
    times_of(text, date(2025, 4, 14))
    whole = time.process_time() - begun
    begun = time.process_time()
    times_of(text[: len(text) // 4], date(2025, 4, 14))
    quarter = time.process_time() - begun
    assert whole < 10 * quarter + 1
