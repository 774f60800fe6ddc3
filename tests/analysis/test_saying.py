from __future__ import annotations

from datetime import date

from onrecord.analysis.saying import said_of
from onrecord.analysis.times import times_of
from onrecord.story.paragraphs import paragraphs
from onrecord.story.sentences import sentence_starts
from tests.analysis.marked import Marked

MONDAY = date(2024, 3, 4)


def said(marked: str, published: date | None = MONDAY) -> list[tuple[str, str | None] | None]:
    """Of each attribution the day it was made and the words that tell it."""
    story = Marked(marked)
    times = times_of(story.text, published)
    words = {time.id: time.span.of(story.text) for time in times}
    starts = sentence_starts(story.text, list(paragraphs(story.text)))
    found = said_of(story.attributions, times, starts, published)
    return [None if s is None else (s.value, words.get(s.time) if s.time else None) for s in found]


def test_a_date_beside_the_cue_is_the_day() -> None:
    assert said("{s1:Lee} {u1:said} on Friday {c1:that it would rain}.") == [("2024-03-01", "Friday")]
    assert said("On Friday {s1:Lee} {u1:said} {c1:it would rain}.") == [("2024-03-01", "Friday")]


def test_a_date_in_the_content_or_the_source_is_another() -> None:
    assert said("{s1:Lee} {u1:said} {c1:it rained on Friday}.") == [("2024-03-04", None)]
    assert said("{s1:The winner of last year} {u1:said} {c1:no}.") == [("2024-03-04", None)]


def test_a_date_in_another_statement_is_its_own() -> None:
    assert said("{s1:Lee} {u1:said} {c1:it opens by June}, which {s2:Vale} {u2:dismissed} {c2:as a tale}.") == [
        ("2024-03-04", None),
        ("2024-03-04", None),
    ]


def test_nothing_was_said_after_it_was_printed() -> None:
    assert said("In June {s1:Lee} {u1:said} {c1:no}.") == [("2023-06", "June")]
    assert said("By June 2024, {s1:Lee} {u1:said}, {c1:it would rain}.") == [("2024-03-04", None)]


def test_the_nearest_date_counts() -> None:
    assert said("{s1:Lee} {u1:said} on Friday {c1:yes}, and on Saturday {s2:Vale} {u2:said} {c2:no}.") == [
        ("2024-03-01", "Friday"),
        ("2024-03-02", "Saturday"),
    ]


def test_a_statement_within_one_is_dated_as_that_one() -> None:
    assert said("{s1:Lee} {u1:said} on Friday {c1:that {s2:Vale} {u2:thought} {c2:no}}.") == [
        ("2024-03-01", "Friday"),
        ("2024-03-01", "Friday"),
    ]


def test_without_a_day_of_publication_none_is_invented() -> None:
    assert said("{s1:Lee} {u1:said} {c1:no}.", None) == [None]
    assert said("{s1:Lee} {u1:said} on Friday {c1:no}.", None) == [("XXXX-WXX-5", "Friday")]


def test_an_hour_is_told_by_its_day() -> None:
    assert said("{s1:Lee} {u1:said} on Friday evening {c1:no}.") == [("2024-03-01", "Friday evening")]


def test_another_sentence_is_another_clause() -> None:
    assert said("It rained on Friday. {s1:Lee} {u1:said} {c1:no}.") == [("2024-03-04", None)]
