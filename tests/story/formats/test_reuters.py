"""The SGML of Reuters-21578: elements, entities and control characters, streamed."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoryError
from onrecord.story.formats import reuters
from onrecord.story.formats.reuters import read
from onrecord.story.types import PartKind, Story


def element(text: str, number: int = 1, kind: str = "") -> str:
    return (
        f'<REUTERS TOPICS="YES" OLDID="5" NEWID="{number}">\n'
        "<DATE> 9-MAR-1987 15:01:01.79&#9;&#9;F</DATE>\n<TOPICS><D>ship</D></TOPICS>\n"
        "<UNKNOWN> \n&#5;&#5;&#5;C T\n&#22;f0704&#31;reute\n</UNKNOWN>\n"
        f"<TEXT{kind}>&#2;\n{text}\n&#3;</TEXT>\n</REUTERS>\n"
    )


NORMAL = element(
    "<TITLE>PIERS &lt;PRS> TO CLOSE, BOARD\n SAYS</TITLE>\n<AUTHOR>    By Ada Field, Reuters</AUTHOR>\n"
    "<DATELINE>    OSLO, March 9 - </DATELINE><BODY>Piers Inc &lt;PRS> said it would close\n"
    "two piers &amp; sell one.\n    It denied a loss of &amp;lt; 5 mln crowns.\n Reuter\n&#3;</BODY>"
)


def read_bytes(data: bytes) -> tuple[list[Story], list[str]]:
    errors: list[StoryError] = []
    stories = list(read(io.BufferedReader(io.BytesIO(data)), "r.sgm", errors.append))
    return stories, [str(error) for error in errors]


def test_reads_dateline_and_body_as_the_text() -> None:
    (story,), errors = read_bytes(b'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + NORMAL.encode())
    assert errors == []
    assert story.text == (
        "OSLO, March 9 - Piers Inc <PRS> said it would close\ntwo piers & sell one.\n"
        "    It denied a loss of &lt; 5 mln crowns.\n Reuter\n"
    )
    assert (story.headline, story.byline, story.place) == (
        "PIERS <PRS> TO CLOSE, BOARD SAYS",
        ("Ada Field",),
        "OSLO",
    )
    assert (story.published, story.publisher, story.source) == (date(1987, 3, 9), "Reuters", "r.sgm#1")
    assert [(part.kind, part.span.of(story.text)) for part in story.parts] == [
        (PartKind.DATELINE, "OSLO, March 9 -"),
        (PartKind.CREDIT, "Reuter"),
    ]
    assert story.credits == ()


def test_a_brief_has_its_title_for_a_text() -> None:
    (story,), _ = read_bytes(
        element("******<TITLE>BOARD SAYS IT DENIES SALE\n</TITLE>Blah blah.", 2, ' TYPE="BRIEF"').encode()
    )
    assert (story.text, story.headline, story.parts) == (
        "BOARD SAYS IT DENIES SALE",
        "BOARD SAYS IT DENIES SALE",
        (),
    )


def test_an_unprocessed_item_gives_its_whole_text() -> None:
    (story,), _ = read_bytes(
        element("OSLO SHIPPING - MARCH 9\n Net 5.1 vs 5.2\n\n Reuter", 3, ' TYPE="UNPROC"').encode()
    )
    assert story.text.rstrip() == "OSLO SHIPPING - MARCH 9\n Net 5.1 vs 5.2\n\n Reuter"
    assert (story.headline, story.source) == (None, "r.sgm#3")


def test_entities_are_resolved_once_and_control_characters_dropped() -> None:
    body = "A&#5;&#127;\x01B &#65; &lt;b> &#60; &unknown; &#1114112; &#55296; &#xA0; <!ENTITY x 'y'>"
    (story,), _ = read_bytes(element(f"<BODY>{body}</BODY>").encode())
    assert story.text == "AB A <b> < &unknown; &#1114112; &#55296; &#xA0; <!ENTITY x 'y'>"


def test_reads_latin_1_and_carriage_returns() -> None:
    (story,), _ = read_bytes(element("<BODY>Bøard\r\nsaid\r no.</BODY>").encode("latin-1"))
    assert story.text == "Bøard\nsaid\n no."


def test_an_element_without_text_date_or_number() -> None:
    stories, errors = read_bytes(
        b"<REUTERS><TEXT></TEXT></REUTERS><REUTERS><DATE>31-FEB-1987</DATE><TEXT>Word.</TEXT></REUTERS>"
    )
    assert [(story.source, story.published) for story in stories] == [("r.sgm#2", None)]
    assert errors == []


def test_an_element_that_is_cut_off_is_told_and_the_next_is_read() -> None:
    cut = NORMAL[: NORMAL.index("</BODY>")]
    stories, errors = read_bytes((cut + NORMAL + cut).encode())
    assert [story.source for story in stories] == ["r.sgm#1"]
    assert [message.partition(":")[0] for message in errors] == ["r.sgm, story 1", "r.sgm, story 3"]
    assert all("</REUTERS>" in message for message in errors)


@pytest.mark.parametrize("chunk", [1, 7, 64])
def test_elements_are_found_across_reads(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(reuters, "_CHUNK", chunk)
    stories, errors = read_bytes((NORMAL + element("<BODY>Two.</BODY>", 2) + "trailing <REUTER").encode())
    assert ([story.source for story in stories], errors) == (["r.sgm#1", "r.sgm#2"], [])


def test_an_element_over_the_limit_is_told_once_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reuters, "STORY_LIMIT", 100_000)
    stories, errors = read_bytes((element("<BODY>" + "word " * 100_000 + "</BODY>") + NORMAL).encode())
    assert [story.source for story in stories] == ["r.sgm#1"]
    assert errors == ["r.sgm, story 1: is longer than 100,000 bytes, the most for one story; split it."]


TAGS = "<REUTERS>|</REUTERS>|<TEXT>|</TEXT>|<BODY>|</BODY>|<TITLE>|</TITLE>|<DATELINE>|</DATELINE>|&#2;|Word.|\n|<"


@given(st.lists(st.sampled_from([*TAGS.split("|"), "<DATE>1-MAY-1987</DATE>"]), max_size=25).map("".join))
def test_shuffled_tags_give_stories_or_errors(data: str) -> None:
    stories, errors = read_bytes(data.encode())
    assert all(story.text.strip() for story in stories)
    assert all(error.startswith("r.sgm") for error in errors)
