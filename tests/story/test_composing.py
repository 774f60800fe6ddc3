"""Story from text and what the input says of it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.composing import Slip, compose
from onrecord.story.types import PartKind

STORY = """ date 2031-04-14 VALPARAISO >> The harbour board said today it had no plans to keep two piers open.

Dockers reject the board’s figures. “They never asked us,” said their chairman, Ada Field, at a meeting on Friday.

‘KEEP THE PIERS’

Last month the mayor wrote to the board, and the board denied that it had received the letter.

Additional reporting by Bo Ek, Jean-Luc Roy and Cy van Roe."""


def test_takes_a_wire_story_apart_without_altering_it() -> None:
    story = compose(STORY, "harbour.txt")
    assert story.text == STORY
    assert (story.place, story.published, story.language) == ("VALPARAISO", date(2031, 4, 14), "en")
    assert story.credits == ("Bo Ek", "Jean-Luc Roy", "Cy van Roe")
    assert [(part.kind, part.span.of(STORY)) for part in story.parts] == [
        (PartKind.DATELINE, "date 2031-04-14 VALPARAISO >>"),
        (PartKind.CROSSHEAD, "‘KEEP THE PIERS’"),
        (PartKind.CREDIT, "Additional reporting by Bo Ek, Jean-Luc Roy and Cy van Roe."),
    ]


def test_the_slip_stands_above_the_text() -> None:
    slip = Slip(published=date(2031, 4, 20), headline="Piers", byline=("Di Lu",), publisher="Wire", language="es")
    story = compose("By Ada Field\n\n" + STORY, "x", slip)
    assert (story.published, story.headline, story.byline) == (date(2031, 4, 20), "Piers", ("Di Lu",))
    assert (story.publisher, story.language, story.place) == ("Wire", "es", "VALPARAISO")


def test_the_year_of_the_head_comes_from_the_slip_and_the_slip_stays() -> None:
    text = "OSLO, Dec 31 - The board closed two piers.\n\nIt gave no reason."
    assert compose(text, "x").published is None
    assert compose(text, "x", Slip(published=date(2026, 1, 1))).published == date(2026, 1, 1)


def test_ids_depend_on_the_words_and_not_on_the_place() -> None:
    assert compose(STORY, "a").id == compose(STORY, "b").id != compose(STORY + " ", "a").id


@given(
    st.lists(
        st.text()
        | st.sampled_from(
            [*STORY.split("\n\n"), "OSLO (AP) — Ships came.", "By Ada Field", " Reuter", "نفى العمدة", "🙂 KEEP"]
        ),
        max_size=8,
    ).map("\n\n".join)
)
def test_every_part_lies_in_the_text_in_order(text: str) -> None:
    story = compose(text, "x")
    assert story.text == text
    end = 0
    for part in story.parts:
        assert end <= part.span.start < part.span.end <= len(text)
        assert part.span.of(text).strip()
        end = part.span.end
