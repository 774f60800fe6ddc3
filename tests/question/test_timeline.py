from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import AnswerError
from onrecord.question.counts import Scale
from onrecord.question.days import read_ends
from onrecord.question.language import parse
from onrecord.question.paging import Cursor, CursorError
from onrecord.question.periods import Entry, Said, Timeline
from onrecord.question.timeline import timeline, whole
from onrecord.record import Record
from onrecord.record.days import Days
from tests.question.chronicle import archive, marked
from tests.record.conftest import drop_database, new_database


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def strike(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    place: str | Path = tmp_path_factory.mktemp("strike") / "record.db"
    if request.param == "postgresql":
        place = new_database(request.getfixturevalue("postgresql"), request.getfixturevalue("empty_record"))
    with Record(str(place), create=True) as made:
        for analysis in archive():
            made.add(analysis)
        yield made
    if request.param == "postgresql":
        drop_database(str(place))


def told(entry: Entry) -> str:
    """The first words of an entry that tell it from the others."""
    words = entry.hit.passage if isinstance(entry, Said) else None
    text = words.text[words.content[0].start - words.start :] if words else str(getattr(entry, "words", ""))
    return " ".join(text.split()[:3])


def lines(found: Timeline) -> list[tuple[str, list[str]]]:
    return [
        (str(period.days.first) if period.days else "-", [told(entry) for entry in period.entries])
        for period in found.periods
    ]


COMPANY, CRANE, WALKED, CLEARED = "The company, founded", "The first of", "Dockers of the", "Police cleared the"
OPEN, COST, BAKE, NEVER = "that the port", "that the strike", "that he would", "a strike is"


def test_days_stand_in_order_and_each_entry_keeps_its_precision(strike: Record) -> None:
    found = timeline(strike, parse(""))
    assert lines(found) == [
        ("1962-01-01", [COMPANY]),
        ("2025-02-01", [COMPANY]),
        ("2025-02-24", [CRANE]),
        ("2025-03-01", [COST]),
        ("2025-03-03", [WALKED]),
        ("2025-03-04", [OPEN]),
        ("2025-03-05", [CLEARED]),
        ("2025-04-09", [BAKE]),  # on a Monday that nobody knows: the day of publication
        ("-", [NEVER]),
    ]
    assert [period.days for period in found.periods][1] == Days(first=date(2025, 2, 1), before=date(2025, 3, 1))
    assert (found.said, found.happened, found.left, found.more) == (4, 5, 0, None)
    assert [(period.said, period.happened) for period in found.periods][3:5] == [(1, 0), (0, 1)]


def test_the_newest_may_come_first(strike: Record) -> None:
    oldest = [entry for period in timeline(strike, parse("")).periods for entry in period.entries]
    newest = [entry for period in timeline(strike, parse("sort:newest")).periods for entry in period.entries]
    assert newest == [*reversed(oldest[:-1]), oldest[-1]]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("strike", [COST, OPEN, NEVER]),
        ("quay", [CRANE, CLEARED]),
        ("dock* -quay", [COMPANY, COMPANY, WALKED]),
        ("-port -company -quay", [COST, BAKE]),
        ("speaker:holm", [OPEN, NEVER]),
        ('about:"vale company"', [COMPANY, COMPANY, WALKED]),  # by whatever words
        ("about:vale speaker:holm", []),
        ("-about:vale", [CRANE, COST, OPEN, CLEARED, BAKE, NEVER]),
        ("publisher:gazette", [COST, BAKE]),
        ("published:..2025-03-05", [COMPANY, COMPANY, CRANE, WALKED, OPEN]),
        ("said:2025-03", [COST, WALKED, OPEN, CLEARED]),
        ("-said:2025", [COMPANY, BAKE, NEVER]),
        ("kind:indirect", [COST, OPEN, BAKE, NEVER]),  # no event is of a kind
        ("-kind:direct quay", [CRANE, CLEARED]),
        ("confidence:>=0.5 quay", []),
        ("nothing-of-the-kind", []),
    ],
)
def test_a_question_is_asked_of_what_was_said_and_of_what_happened(
    strike: Record, question: str, found: list[str]
) -> None:
    page = timeline(strike, parse(question))
    shown = [told(entry) for period in page.periods for entry in period.entries]
    assert sorted(shown) == sorted(found)
    assert page.said + page.happened == len(found)


def test_a_story_that_is_asked_for_shows_all_it_has(strike: Record) -> None:
    again = archive()[1].story.id
    assert timeline(strike, parse(f"story:{again}")).happened == 5
    assert timeline(strike, parse(f"-story:{again}")).happened == 4


def test_an_entry_has_its_evidence(strike: Record) -> None:
    [period] = timeline(strike, parse("walked")).periods
    [event] = period.entries
    assert not isinstance(event, Said)
    stored = strike.analysis(event.story)
    assert stored is not None and stored.story == archive()[0].story
    assert event.span.of(stored.story.text) == event.words == "Dockers of the Vale Company walked out on Monday."
    assert event.named.of(stored.story.text) == "on Monday"
    assert event.permalink == f"{stored.story.id}/t0"
    assert (event.value, event.publisher, event.published) == ("2025-03-03", "NWA", date(2025, 3, 5))


@pytest.mark.parametrize(
    ("scale", "firsts"),
    [
        (Scale.MONTH, ["1962-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "-"]),
        (Scale.YEAR, ["1962-01-01", "2025-01-01", "-"]),
    ],
)
def test_headings_may_be_months_or_years(strike: Record, scale: Scale, firsts: list[str]) -> None:
    found = timeline(strike, parse(""), scale=scale)
    assert [first for first, _ in lines(found)] == firsts
    assert [period.said + period.happened for period in found.periods] == [len(p.entries) for p in found.periods]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2025-03-03", None, [WALKED, OPEN, CLEARED, BAKE]),
        (None, "2025-02", [COMPANY, COMPANY]),
        ("2025", "2025", [COMPANY, CRANE, COST, WALKED, OPEN, CLEARED, BAKE]),
        ("2025-03-02", "2025-03-30", [WALKED, OPEN, CLEARED]),  # not what is known only to the month
    ],
)
def test_only_some_days_may_be_asked_for(
    strike: Record, since: str | None, until: str | None, found: list[str]
) -> None:
    page = timeline(strike, parse(""), within=read_ends(since, until))
    assert [told(entry) for period in page.periods for entry in period.entries] == found


@pytest.mark.parametrize(("since", "until"), [("monday", None), (None, "2025-02-30"), ("2025-04", "2025-03")])
def test_days_that_are_none_are_refused(since: str | None, until: str | None) -> None:
    with pytest.raises(AnswerError, match="2025"):
        read_ends(since, until)


@pytest.mark.parametrize("order", ["", " sort:newest"])
@pytest.mark.parametrize("limit", [1, 2, 3, 8])
def test_pages_together_are_the_whole(strike: Record, order: str, limit: int) -> None:
    question = parse(order)
    [all_of_it] = whole(strike, question)
    shown: list[Entry] = []
    page = timeline(strike, question, limit=limit)
    while True:
        shown += [entry for period in page.periods for entry in period.entries]
        assert page.left == 9 - len(shown)
        assert {period.days: (period.said, period.happened) for period in page.periods}.items() <= {
            period.days: (period.said, period.happened) for period in all_of_it.periods
        }.items()
        if page.more is None:
            break
        page = timeline(strike, question, cursor=page.more, limit=limit)
    assert shown == [entry for period in all_of_it.periods for entry in period.entries]


@pytest.mark.parametrize("order", ["", "sort:newest"])
def test_pages_neither_skip_nor_repeat_while_stories_arrive(record: Record, order: str) -> None:
    def story(number: int) -> None:
        day = date(2025, 6, 1 + number % 4)
        text = f"The {number}th ferry sank [day:{day}|then]. [source:s0|Lo] [cue:s0|said] [content:s0|it did]."
        record.add(marked(text, day, source=str(number)))

    for number in range(12):
        story(number)
    shown: list[str] = []
    page = timeline(record, parse(order), limit=5)
    assert (page.said, page.happened) == (12, 12)
    while True:
        shown += [
            entry.hit.permalink if isinstance(entry, Said) else entry.permalink
            for period in page.periods
            for entry in period.entries
        ]
        if page.more is None:
            break
        story(number := number + 1)
        page = timeline(record, parse(order), cursor=page.more, limit=5)
    assert len(shown) == len(set(shown)) == 24


def test_a_cursor_that_no_timeline_gave_is_refused(strike: Record) -> None:
    for text in ("x", "AAAA", Cursor(newest=1).write()):
        with pytest.raises(CursorError):
            timeline(strike, parse(""), cursor=text)
