from __future__ import annotations

from datetime import date

import pytest

from onrecord.analysis.times import times_of
from onrecord.analysis.types import TimeType

PUBLISHED = date(2025, 4, 14)
"""A Monday."""


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [time.value for time in times_of(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned on Friday.", "2025-04-11"),
        ("He will resign on Friday.", "2025-04-18"),
        ("The court ruled Monday.", "2025-04-14"),
        ("The talks are to resume on Thursday.", "2025-04-17"),
        ("She has until Wednesday to answer.", "2025-04-16"),
        ("The vote could come as early as Tuesday.", "2025-04-15"),
        ("He died yesterday.", "2025-04-13"),
        ("The day before yesterday it rained.", "2025-04-12"),
        ("Last week he fell ill.", "2025-W15"),
        ("Last month prices rose.", "2025-03"),
        ("Next year they will fall.", "2026"),
        ("Last Thursday he flew home.", "2025-04-10"),
        ("The treaty was signed last November.", "2024-11"),
        ("The mine closed over the weekend.", "2025-W15-WE"),
        ("The mine will close this weekend.", "2025-W16-WE"),
        ("Two years ago he was free.", "2023"),
        ("Six weeks ago he was free.", "2025-W10"),
        ("Half a century ago it was a forest.", "1975"),
        ("The law took effect Jan. 1.", "2025-01-01"),
        ("The law takes effect July 1.", "2025-07-01"),
        ("In December it snowed.", "2024-12"),
        ("He was elected in '87.", "1987"),
        ("Signed 2/26/98 in Rome.", "1998-02-26"),
        ("Last summer was hot.", "2024-SU"),
        ("It snowed on Christmas Day, 2023.", "2023-12-25"),
        ("They marched on Good Friday 2024.", "2024-03-29"),
        ("They gave thanks on Thanksgiving Day 1999.", "1999-11-25"),
    ],
)
def test_a_date_is_told_from_the_day_of_publication_and_the_tense(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She was born on March 3, 1961, in Leeds.", "1961-03-03"),
        ("He died on 26 February 1998.", "1998-02-26"),
        ("Signed 26/02/1998 in Rome.", "1998-02-26"),
        ("The log begins 1998-02-26 at sea.", "1998-02-26"),
        ("The 4th of July 1976 was hot.", "1976-07-04"),
        ("In fiscal 1988 it lost money.", "1988"),
        ("The third quarter of 1984 was poor.", "1984-Q3"),
        ("The first half of 2012 was dry.", "2012-H1"),
        ("In Q3 2012 it lost money.", "2012-Q3"),
        ("In the late 1960s prices rose.", "196"),
        ("The 18th century was quiet.", "17"),
        ("The winter of 1994 was cold.", "1994-WI"),
        ("In nineteen ninety-seven he left.", "1997"),
        ("The week of March 6, 2000, was busy.", "2000-W10"),
    ],
)
def test_a_full_date_needs_no_day_of_publication(text: str, value: str) -> None:
    assert values(text, None) == [value]
    assert values(text, PUBLISHED) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 3 p.m. Friday.", "2025-04-11T15:00"),
        ("The blast came at 10:35 a.m.", "2025-04-14T10:35"),
        ("By 1430 GMT the index was down.", "2025-04-14T14:30"),
        ("They left on Friday night.", "2025-04-11TNI"),
        ("This morning it snowed.", "2025-04-14TMO"),
        ("Last night it rained.", "2025-04-13TNI"),
        ("It ended at noon Thursday.", "2025-04-10T12:00"),
        ("The entry reads 2025-04-03T14:30 exactly.", "2025-04-03T14:30"),
    ],
)
def test_a_time_of_day(text: str, value: str) -> None:
    (time,) = times_of(text, PUBLISHED)
    assert (time.type, time.value) == (TimeType.TIME, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He waited two days.", "P2D"),
        ("He waited three hours.", "PT3H"),
        ("He waited 5 1/2 hours.", "PT5H30M"),
        ("He served two and a half years.", "P2Y6M"),
        ("The past three years were hard.", "P3Y"),
        ("For decades it stood.", "PXY"),
        ("A few minutes passed.", "PTXM"),
        ("A 30-day strike ended.", "P30D"),
        ("The first nine months were poor.", "P9M"),
        ("It takes a year and a half.", "P1Y6M"),
        ("It takes two to three weeks.", "P2W"),
        ("Nearly forty years passed.", "P40Y"),
    ],
)
def test_a_duration(text: str, value: str) -> None:
    (time,) = times_of(text, PUBLISHED)
    assert (time.type, time.value) == (TimeType.DURATION, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rains every day.", "P1D"),
        ("The paper appears daily.", "P1D"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("They meet on Tuesdays.", "XXXX-WXX-2"),
        ("They dance on Friday nights.", "XXXX-WXX-5TNI"),
        ("Each July the town celebrates.", "XXXX-07"),
        ("They meet every two weeks.", "P2W"),
        ("She earns $40,000 a year.", "P1Y"),
        ("They train twice a week.", "P1W"),
    ],
)
def test_a_set(text: str, value: str) -> None:
    (time,) = times_of(text, PUBLISHED)
    assert (time.type, time.value) == (TimeType.SET, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He is now gone.", "PRESENT_REF"),
        ("He recently returned.", "PAST_REF"),
        ("He feared the future.", "FUTURE_REF"),
        ("Several years ago he left.", "PAST_REF"),
    ],
)
def test_the_present_the_past_and_the_future_at_large(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_time_is_told_from_the_last_one_of_the_story() -> None:
    text = "On Feb. 3 he fled. Two days later he was caught. The same day she left. The following month he died."
    assert values(text) == ["2025-02-03", "2025-02-05", "2025-02-05", "2025-03"]


def test_figures_are_compared_with_the_quarter_that_the_story_reports() -> None:
    text = (
        "Net income fell in the third quarter of 2024. In the year-ago quarter it was $3 million. Sales rose from "
        "a year earlier. For the latest quarter, costs were flat."
    )
    assert values(text) == ["2024-Q3", "2023-Q3", "2023-Q3", "2024-Q3"]


def test_a_quarter_that_ended_on_a_day_is_the_one_it_mostly_lies_in() -> None:
    assert values("The quarter ended Jan. 31 was poor.") == ["2024-Q4", "2025-01-31"]


def test_a_year_earlier_keeps_the_month_of_the_story() -> None:
    assert values("Prices rose in February from a year earlier.") == ["2025-02", "2024-02"]


def test_the_later_day_of_two_has_the_month_of_the_first() -> None:
    assert values("It was shut on March 4 and 5.") == ["2025-03-04", "2025-03-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left on March 15.", "XXXX-03-15"),
        ("He left in January.", "XXXX-01"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last year.", "XXXX"),
        ("He left today.", "XXXX-XX-XX"),
        ("He left on Friday night.", "XXXX-WXX-5TNI"),
        ("He left at 3 p.m.", "XXXX-XX-XXT15:00"),
        ("He left in '87.", "XX87"),
        ("It lost money in the third quarter.", "XXXX-Q3"),
    ],
)
def test_a_story_without_a_day_leaves_its_times_open(text: str, value: str) -> None:
    assert values(text, None) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It will last 99999 years, until Feb. 30, 2025.",
        "On 0000-00-00, on 0000-01-01, on 9999-12-31 and on 31/31/2025.",
        "9999999 years ago, 999999999 decades later, and 9999 centuries ago.",
        "In the year 1000 and in the year 2199, on April 31.",
    ],
)
@pytest.mark.parametrize("published", [date.min, date.max, PUBLISHED, None])
def test_times_beyond_the_calendar_raise_nothing(text: str, published: date | None) -> None:
    times_of(f"{text} Next century, last century, next week, last week, tomorrow, yesterday.", published)
