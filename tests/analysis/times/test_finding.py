from __future__ import annotations

from datetime import date

import pytest

from onrecord.analysis.times import expressions, times_of
from onrecord.story.types import Part, PartKind, Span

MONDAY = date(2025, 4, 14)
FRIDAY = date(2025, 4, 11)


def found(text: str, published: date | None = MONDAY) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in times_of(text, published)]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He resigned in late March.", "late March"),
        ("They met at the end of last year.", "the end of last year"),
        ("It had nearly four years to run.", "nearly four years"),
        ("The third quarter was poor.", "The third quarter"),
        ("It was poor in this year's third quarter.", "this year's third quarter"),
        ("He spoke earlier this month.", "earlier this month"),
        ("The Aug. 7 bombings shook the city.", "Aug. 7"),
        ("Friday's vote was close.", "Friday"),
        ("A two-year sentence was passed.", "two-year"),
        ("It ended on Tuesday,\nMarch 4, 2025, in the rain.", "Tuesday,\nMarch 4, 2025"),
        ("They fought for\ntwo and a half\nyears.", "two and a half\nyears"),
        ("Sales in the nine months ended Dec. 31 rose.", "the nine months"),
        ("It closed at 6 p.m. Friday.", "6 p.m. Friday"),
    ],
)
def test_an_expression_has_its_modifiers_and_no_more(sentence: str, words: str) -> None:
    assert words in [time.span.of(sentence) for time in times_of(sentence, MONDAY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He may go, and she may march on.",
        "The second man left before the third.",
        "It sold 1,987 cars and 2000 shares, 1500 people said.",
        "The 20-year-old student fell.",
        "Room 1984 is at the end of the hall.",
        "They will spring a trap and the prices fall.",
        "It cost $1998, or 15,000 yen.",
        "Then, once they had left, he sat down.",
        "It is three quarters of the whole.",
    ],
)
def test_words_that_only_look_like_times_are_none(sentence: str) -> None:
    assert found(sentence) == []


def test_a_paragraph_ends_an_expression() -> None:
    assert found("The talks begin on Friday\n\nJune sales rose.") == [("Friday", "2025-04-18"), ("June", "2024-06")]


def test_ids_number_the_times_in_text_order() -> None:
    times = times_of("On Friday he left. On Monday he came. He is back now.", MONDAY)
    assert [time.id for time in times] == ["t0", "t1", "t2"]


def test_a_name_of_a_day_is_sure_and_a_word_for_the_present_is_not() -> None:
    sure = {each.span.start: each.sure for each in expressions("Friday was long. Now he rests.")}
    assert sure == {0: True, 17: False}


def test_a_silent_tagger_removes_what_is_not_sure() -> None:
    text = "He is now in Rome. He left Paris on Friday."
    assert [time.span.of(text) for time in times_of(text, MONDAY, proposed=())] == ["Friday"]


def test_a_tagger_confirms_what_is_not_sure() -> None:
    text = "He is now in Rome."
    assert [time.span.of(text) for time in times_of(text, MONDAY, proposed=[span(text, "now")])] == ["now"]


def test_a_tagger_finds_times_that_the_words_alone_do_not_show() -> None:
    text = "He was once a minister, and she was recent in the post."
    times = times_of(text, MONDAY, proposed=[span(text, "once")])
    assert [(time.span.of(text), time.value) for time in times] == [("once", "PAST_REF")]


def test_a_proposal_is_trimmed_to_the_words_that_the_grammar_reads() -> None:
    text = "The siege of some 40 days began in Lent."
    times = times_of(text, MONDAY, proposed=[span(text, "some 40 days"), span(text, "in Lent")])
    assert [(time.span.of(text), time.value) for time in times] == [("40 days", "P40D")]


def test_a_part_of_an_expression_proposed_gives_the_whole_of_it() -> None:
    text = "They met late last year."
    times = times_of(text, MONDAY, proposed=[span(text, "last year")])
    assert [time.span.of(text) for time in times] == ["late last year"]


def test_a_dateline_is_the_nearest_day_whatever_the_tense() -> None:
    text = "LONDON, April 10 - Ministers will meet."
    dateline = Part(kind=PartKind.DATELINE, span=Span(start=0, end=16))
    assert [time.value for time in times_of(text, FRIDAY, (dateline,))] == ["2025-04-10"]


def test_proposals_that_overlap_each_other_or_run_past_the_text_do_no_harm() -> None:
    text = "On Friday he left."
    proposed = [Span(start=0, end=400), Span(start=3, end=9), Span(start=5, end=30)]
    assert [time.span.of(text) for time in times_of(text, MONDAY, proposed=proposed)] == ["Friday"]
