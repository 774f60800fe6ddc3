"""Which stories are copies of each other, and as what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.copies.relating import CopyKind, keys, relation
from onrecord.story.composing import Slip, compose
from onrecord.story.types import Story

MONDAY = date(2024, 5, 6)
HEADLINE = "Orsk dam holds after night of rain"
PARAGRAPHS = (
    "ORSK, May 6 - The dam above the town of Orsk held on Monday after a night of heavy rain, and the mayor, Ilse "
    "Marten, told 1,200 people who had left their homes that they could return in the evening.",
    '"We looked at every metre of the wall and found no crack," Marten told reporters at the town hall. She said '
    "engineers from the Varna water board would stay until Thursday.",
    'Pavel Ord, who farms below the dam, said nobody in his village had slept. "We all heard the water in the '
    'cellars," he said. His neighbours had carried 40 sheep up to the chapel in the dark.',
    "The river rose by 3.2 metres between midnight and dawn, according to the Varna water board, the most since it "
    "began to measure in 1961. Two bridges were closed and trains to Kelm went by way of Sund.",
    "Schools in the valley would open again on Wednesday, the county said. It put the damage at 6.5 million crowns "
    "and asked the government for help.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def story(*paragraphs: str, headline: str | None = HEADLINE, day: date | None = MONDAY) -> Story:
    return compose("\n\n".join(paragraphs), "test", Slip(published=day, headline=headline))


ORIGIN = story(*PARAGRAPHS)
EXTRA = "In Sund, where the river meets the sea, fishermen tied their boats to the church, a harbour pilot said."


def replaced(*pairs: tuple[str, str]) -> Story:
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return story(text)


VERSIONS = [
    (story(*PARAGRAPHS), CopyKind.SAME),
    (story(*PARAGRAPHS, headline=None), CopyKind.SAME),
    (story(TEXT.upper()), CopyKind.SAME),
    (story(*PARAGRAPHS, headline="Town returns home after flood scare"), CopyKind.REHEADLINED),
    (story(*PARAGRAPHS[:3]), CopyKind.SHORTENED),
    (story(*PARAGRAPHS[:2]), CopyKind.SHORTENED),
    (story(PARAGRAPHS[0]), CopyKind.SHORTENED),
    (story(*PARAGRAPHS[:2], *PARAGRAPHS[3:]), CopyKind.SHORTENED),
    (story(*PARAGRAPHS, EXTRA), CopyKind.EXTENDED),
    (story(PARAGRAPHS[0], EXTRA, *PARAGRAPHS[1:]), CopyKind.EXTENDED),
    (story(*PARAGRAPHS[:3], EXTRA), CopyKind.UPDATED),
    (story(PARAGRAPHS[0], *reversed(PARAGRAPHS[1:])), CopyKind.UPDATED),
    (replaced(("1,200", "1,900"), ("Two bridges", "Three bridges")), CopyKind.UPDATED),
    (replaced(("Marten", "Maarten"), ("Pavel Ord", "Pawel Ord")), CopyKind.UPDATED),
]


@pytest.mark.parametrize(("version", "kind"), VERSIONS)
def test_a_version_shares_a_key_and_is_told(version: Story, kind: CopyKind) -> None:
    assert not set(keys(ORIGIN)).isdisjoint(keys(version))
    copy = relation(ORIGIN, version)
    assert copy is not None
    assert copy.kind is kind


def test_one_figure_may_be_updated_the_same_day() -> None:
    sentences = (
        "A ferry with lorries on board sank off Sund in a gale and divers from the county looked for the crew, the "
        "coast guard said. A helicopter took {} sailors from the water and brought them to a hospital in Kelm, "
        "where doctors said that they were cold but otherwise well."
    )
    first, update = (story(sentences.format(count)) for count in (11, 14))
    later = story(update.text, day=MONDAY + timedelta(days=1))
    assert relation(first, update) is not None
    assert relation(first, later) is None


def test_what_is_shortened_one_way_is_extended_the_other() -> None:
    short = story(*PARAGRAPHS[:2])
    copy = relation(short, ORIGIN)
    back = relation(ORIGIN, short)
    assert copy is not None
    assert back is not None
    assert (copy.kind, back.kind) == (CopyKind.EXTENDED, CopyKind.SHORTENED)
    assert (copy.kept, copy.known) == (back.known, back.kept)
    assert copy.kept == 1
    assert 0.3 < copy.known < 0.5


def test_head_and_credits_make_no_keys() -> None:
    body = TEXT.partition(" - ")[2]
    dressed = f"By Ann Lee\n\nKELM, May 7 (Onrecord) - {body}\n\n(Reporting by Ann Lee; editing by Bo Field)\n"
    assert keys(story(dressed, headline="Something else")) == keys(ORIGIN)


def test_the_keys_of_a_text_are_the_same_everywhere() -> None:
    assert keys(story("The dam held."))[:2] == (9051228144209315326, 3527200051762822783)


@pytest.mark.parametrize(("days", "kind"), [(0, CopyKind.SAME), (1, CopyKind.SAME), (365, CopyKind.SAME)])
def test_the_same_words_are_a_copy_however_late(days: int, kind: CopyKind) -> None:
    copy = relation(ORIGIN, story(*PARAGRAPHS, day=MONDAY + timedelta(days=days)))
    assert copy is not None
    assert (copy.kind, copy.days) == (kind, days)


def test_without_a_day_the_distance_is_open() -> None:
    copy = relation(ORIGIN, story(*PARAGRAPHS, day=None))
    assert copy is not None
    assert copy.days is None


def test_other_words_weeks_later_are_the_next_of_a_series() -> None:
    changed = replaced(("1,200", "1,900"), ("on Monday", "on Friday"))
    later = story(changed.text, day=MONDAY + timedelta(days=28))
    assert relation(ORIGIN, changed) is not None
    assert relation(ORIGIN, later) is None


QUARTER = "Shr profit {} cts vs {} cts\nNet profit {} vs {}\nRevs {} mln vs {} mln\nNOTE: Net includes tax credit"
DIVIDEND = "Qtly div 12 cts vs 12 cts prior\nPay June 14\nRecord May 24"
FIXING = (
    "KELM, {} - Silver was fixed at {} crowns an ounce in Kelm on {} afternoon, against {} crowns in the morning "
    "and {} crowns at the close of the day before, the Kelm Metal Exchange said. Dealers spoke of quiet trading."
)
BOND = (
    "{0} is issuing a {1} million crown bond due June {2} paying {3} pct and priced at {4}, the lead manager, {5}, "
    "said. The bond is to be had in pieces of 5,000 crowns and will be listed in Kelm. Fees are 1-1/4 pct for "
    "selling and 5/8 pct for management and underwriting together."
)
SERIES = [
    (
        story(QUARTER.format(31, 25, "1,204,000", "980,000", "20.1", "18.4"), headline="MARTEN LAMPS INC 1ST QTR"),
        story(QUARTER.format(12, 9, "402,000", "311,000", "6.7", "5.9"), headline="ORD FOODS CORP 1ST QTR"),
    ),
    (story(DIVIDEND, headline="MARTEN LAMPS SETS PAYOUT"), story(DIVIDEND, headline="ORD FOODS QTLY DIVIDEND")),
    (
        story(FIXING.format("May 6", "71.20", "Monday", "70.85", "70.10"), headline="SILVER FIXED HIGHER IN KELM"),
        story(FIXING.format("May 7", "69.45", "Tuesday", "70.30", "71.05"), headline="SILVER FIXED LOWER IN KELM"),
    ),
    (
        story(BOND.format("Marten Lamps Inc", 80, 1994, "7-1/4", "101-1/2", "Sund Bank"), headline="MARTEN BOND"),
        story(BOND.format("Ord Foods Corp", 125, 1997, "6-5/8", "100-7/8", "Varna Credit"), headline="ORD BOND"),
    ),
]


@pytest.mark.parametrize(("one", "other"), SERIES)
def test_the_like_of_a_series_are_stories_of_their_own(one: Story, other: Story) -> None:
    assert relation(one, other) is None
    assert relation(other, one) is None


def test_a_few_words_said_again_weeks_later_are_news_again() -> None:
    first = story("Bank of Varna leaves its rates unchanged", headline=None)
    copy = relation(first, story(first.text, headline=None, day=MONDAY + timedelta(days=1)))
    assert copy is not None
    assert relation(first, story(first.text, headline=None, day=MONDAY + timedelta(days=14))) is None


def test_stories_of_one_subject_are_two() -> None:
    other = story(
        "ORSK, May 6 - Farmers below the Orsk dam asked the county on Monday to pay for the sheep that they lost.",
        "Pavel Ord said the water board had warned them too late. Ilse Marten, the mayor, said she agreed.",
    )
    assert relation(ORIGIN, other) is None


def test_a_story_without_words_is_no_copy() -> None:
    empty = Story(source="test", text=" \n-- \n")
    assert keys(empty) == ()
    assert relation(empty, empty) is None


@given(st.text(max_size=200))
def test_any_text_with_words_is_a_copy_of_itself(text: str) -> None:
    any_story = Story(source="test", text=text)
    found = keys(any_story)
    copy = relation(any_story, any_story)
    assert all(0 <= key < 2**63 for key in found)
    assert (copy is not None) == bool(found)
    if copy:
        assert (copy.kind, copy.kept, copy.known) == (CopyKind.SAME, 1, 1)


WORDS = st.lists(st.sampled_from(("the", "Dam", "of", "Orsk", "held", "12", "13", ".")), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_either_way_it_is_one_story_or_none(one: str, other: str) -> None:
    a, b = (Story(source="test", text=text) for text in (one, other))
    there, back = relation(a, b), relation(b, a)
    assert (there is None) == (back is None)
    if there and back:
        assert (there.kept, there.known) == (back.known, back.kept)
