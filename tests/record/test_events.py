from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from sqlalchemy import delete, select

from onrecord.analysis.types import Analysis
from onrecord.record.checking import problems
from onrecord.record.events import events_of
from onrecord.record.migrations.versions.r0003_events import fill
from onrecord.record.schema import events
from onrecord.record.store import Record
from tests.cli.analyses import analyses
from tests.question.chronicle import archive, marked


def found(text: str) -> list[tuple[str, str]]:
    """The events of a marked text: the time, and the words of the sentence."""
    analysis = marked(text, date(2025, 3, 5))
    return [(event.time, event.words(analysis.story.text)) for event in events_of(analysis)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("It rained. They left [day:2025-03-03|on\nMonday]. It was dark.", ["They left on Monday."]),
        (
            "[dateline:0|HALDEN, [day:2025-03-05|March 5] -] They left [day:2025|this year].",
            ["They left this year."],
        ),
        ("They left [day:2025-03|in March], or [day:2025-03|then].", ["They left in March, or then."]),  # once
        (
            "They left [day:2025-03|in March] or [day:2025-04|April].",
            ["They left in March or April."] * 2,  # once for each
        ),
        ("Lo [said:s0|[cue:s0|said] [day:2025-03-03|on Monday]] [content:s0|it was late].", []),
        ("Born [day:1962|in 1962], Lo [cue:s0|said] [content:s0|it was late].", []),  # holds what somebody said
        ("[content:s0|They left [day:2025-03-03|on Monday]], Lo [cue:s0|said].", []),
        (
            "Lo [said:s0|[cue:s0|spoke] [day:2025-03-03|on Monday]]. [content:s0|“It is late.”]",
            [],
        ),  # is when it was said
        ("They leave [day:P2D|for two days] [day:XXXX-WXX-1|on Mondays] [day:PRESENT_REF|now].", []),
    ],
)
def test_events_are_sentences_of_the_story_itself_that_name_days(text: str, events: list[str]) -> None:
    assert [words for _, words in found(text)] == events


@given(analyses())
def test_events_lie_in_the_text_and_hold_their_time_and_nothing_that_is_said(analysis: Analysis) -> None:
    times = {time.id: time.span for time in analysis.times}
    told = [span for statement in analysis.statements for span in statement.content]
    for event in events_of(analysis):
        sentence, time = event.sentence, times[event.time]
        assert sentence.of(analysis.story.text).strip() == sentence.of(analysis.story.text) != ""
        assert sentence.start <= time.end and time.start <= sentence.end
        assert all(span.end <= sentence.start or sentence.end <= span.start for span in told)


def test_a_record_that_was_made_without_events_gets_those_that_it_would_have(record: Record) -> None:
    for analysis in archive():
        record.add(analysis)
    with record.writing() as connection:
        before = connection.execute(select(events).order_by(events.c.time)).all()
        connection.execute(delete(events))
        fill(connection)
        assert connection.execute(select(events).order_by(events.c.time)).all() == before
    assert len(before) > 5
    assert list(problems(record)) == []


@pytest.mark.parametrize(
    "change",
    ["UPDATE events SET sentence = 'Nothing happened.'", "DELETE FROM events", "UPDATE events SET start = 0"],
)
def test_events_that_were_changed_are_named(record: Record, change: str) -> None:
    record.add(archive()[0])
    with record.writing() as connection:
        connection.exec_driver_sql(change)
    assert any("event of time t0" in problem.where for problem in problems(record))


def test_a_removed_story_leaves_no_event(record: Record) -> None:
    record.add(archive()[0])
    assert record.remove(archive()[0].story.id)
    with record.reading() as connection:
        assert connection.execute(select(events)).all() == []
