"""Crossheads, and the short lines that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.crossheads import crossheads
from onrecord.story.paragraphs import paragraphs

PROSE = "The harbour board said on Monday that it would close two of its piers before winter, and gave no reason."


def found_in(text: str) -> list[str]:
    return [part.span.of(text) for part in crossheads(text, list(paragraphs(text)))]


@pytest.mark.parametrize(
    "line",
    [
        "‘KEEP THE PIERS’",
        "“KEEP THE PIERS”",
        "KEEP THE PIERS",
        "WHO PAYS?",
        "'We were asleep'",
        "“We were asleep”",
        "ÉTÉ À OSLO",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n"])
def test_finds_a_line_set_off_between_prose(line: str, gap: str) -> None:
    text = gap.join((PROSE, line, PROSE, PROSE))
    assert found_in(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "“We were asleep.”",
        "“We were asleep,” she said.",
        "‘Well,’ he said, ‘no’",
        "Keep the piers",
        "MAYOR:",
        "(CROSSTALK)",
        "PIERS   TONNES   SHIPS",
        "PIER 1 .... 300",
        "12,300 4,500",
        "WWW.HARBOUR.EXAMPLE @HARBOUR",
        "KEEP THE PIERS OPEN ALL THROUGH THE WINTER AND PAY FOR THEM BY THE SALE OF LAND",
        "...",
        "هل تبقى الأرصفة",
    ],
)
def test_leaves_other_short_lines_to_the_body(line: str) -> None:
    assert found_in("\n\n".join((PROSE, line, PROSE))) == []


def test_a_list_or_table_has_no_crossheads() -> None:
    assert found_in("\n\n".join((PROSE, "PIER ONE", "PIER TWO", "PIER THREE", PROSE))) == []


def test_first_and_last_lines_are_none() -> None:
    assert found_in("\n\n".join(("KEEP THE PIERS", PROSE, PROSE, "KEEP THE PIERS"))) == []


@given(st.lists(st.text() | st.just(PROSE), max_size=6))
def test_spans_hold_words(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    for part in crossheads(text, list(paragraphs(text))):
        assert part.span.of(text).strip()
