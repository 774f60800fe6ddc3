"""The tail of wire copy: credit lines, the names in them, and sign-offs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.credits import find_credits
from onrecord.story.paragraphs import paragraphs
from onrecord.story.types import PartKind

BODY = (
    "The harbour board said on Monday that it would close two of its piers before winter.\n\nIt gave no reason.\n\n"
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Ada Field; Editing by Bo Ek)", ("Ada Field", "Bo Ek")),
        (
            "Additional reporting by Ada Field, Jean-Luc Roy, Bo Ek and Cy O'Hara.",
            ("Ada Field", "Jean-Luc Roy", "Bo Ek", "Cy O'Hara"),
        ),
        (
            "Reporting by Ada Field in LONDON, Bo Ek in NEW YORK and SAN JUAN, and Cy Roe in Paris, France; "
            "writing by Di Lu",
            ("Ada Field", "Bo Ek", "Cy Roe", "Di Lu"),
        ),
        ("(Reporting and writing by Ada Field, editing by Bo Ek and Cy Roe)", ("Ada Field", "Bo Ek", "Cy Roe")),
        ("Reporting by Ada Field. Editing by Ada Field.", ("Ada Field",)),
        ("Reporting by Ada Field; Editing by the Oslo Newsroom", ("Ada Field",)),
        (
            "___ Associated Press writers Ada Field and Bo van Ek in Oslo contributed to this report.",
            ("Ada Field", "Bo van Ek"),
        ),
        ("Roe reported from Bergen. AP Maritime Writer Ada Field contributed to this report.", ("Ada Field",)),
        ("Ada Field contributed reporting from Bergen, Norway.", ("Ada Field",)),
        ("The Associated Press contributed to this report.", ()),
        ("Contributing: Ada Field, Oslo Daily Post", ("Ada Field",)),
        ("--additional reporting from Ada Field", ("Ada Field",)),
        ("With files from Ada Field", ("Ada Field",)),
        ("Translated by Ada Field.", ("Ada Field",)),
        ("Our Standards: The Harbour Trust Principles.", ()),
        ("Additional reporting by Ada Field in Oslo\nand Bo Ek in Bergen", ("Ada Field", "Bo Ek")),
        ("Reporting by 李明 and Zoë Ångström", ("李明", "Zoë Ångström")),
    ],
)
def test_reads_credit_lines(line: str, names: tuple[str, ...]) -> None:
    text = BODY + line + "\n"
    found = find_credits(text, list(paragraphs(text)))
    assert found.names == names
    assert found.parts[0].kind is PartKind.CREDIT
    assert "".join(part.span.of(text) for part in found.parts).endswith(line[-8:])


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the board last week showed that the piers were sound.",
        "Writing by hand, she said, was slower.",
        "The mayor contributed to this campaign.",
        "Two engineers contributed to this report.",
        "She told\nReuters.",
        "She asked for\nmore",
        "Editing: A Life in Words was her first book.",
        "They wanted (reporting by law) no less.",
    ],
)
def test_leaves_sentences_to_the_body(line: str) -> None:
    text = BODY + line + "\n"
    assert find_credits(text, list(paragraphs(text))).parts == ()


def test_reads_the_parenthesis_that_a_paragraph_ends_in() -> None:
    text = BODY.rstrip() + " (Reporting by Ada Field in Oslo; Editing by Bo Ek.)"
    found = find_credits(text, list(paragraphs(text)))
    assert found.names == ("Ada Field", "Bo Ek")
    assert found.parts[0].span.of(text) == "(Reporting by Ada Field in Oslo; Editing by Bo Ek.)"


@pytest.mark.parametrize(
    "mark", [" Reuter", " REUTER", "REUTER...", "reuter^M", "Reuters", "-30-", "###", "(more)", "ENDS"]
)
def test_marks_the_sign_off_without_a_name(mark: str) -> None:
    text = f"    The board gave no reason.\n{mark}\n"
    found = find_credits(text, list(paragraphs(text)))
    assert [part.span.of(text) for part in found.parts] == [mark.strip()]
    assert found.names == ()


def test_marks_a_sign_off_behind_the_last_sentence_and_under_figures() -> None:
    for text in ("The board gave no reason. REUTER", "    Net 1,200 vs 1,300\n Reuter\n"):
        found = find_credits(text, list(paragraphs(text)))
        assert [part.span.of(text).lower() for part in found.parts] == ["reuter"]


def test_keeps_credits_and_sign_off_apart() -> None:
    text = BODY + "Reporting by Ada Field\n\nEditing by Bo Ek\n\nREUTERS\n"
    found = find_credits(text, list(paragraphs(text)))
    assert [part.span.of(text) for part in found.parts] == ["Reporting by Ada Field", "Editing by Bo Ek", "REUTERS"]
    assert found.names == ("Ada Field", "Bo Ek")


def test_looks_at_the_end_only() -> None:
    text = "Reporting by Ada Field\n\n" + BODY * 30
    assert find_credits(text, list(paragraphs(text))).parts == ()


@given(st.text())
def test_parts_are_in_order_and_hold_words(text: str) -> None:
    end = 0
    for part in find_credits(text, list(paragraphs(text))).parts:
        assert end <= part.span.start < part.span.end <= len(text)
        end = part.span.end


@pytest.mark.parametrize(
    "unit",
    [" ", "A", "A ", "Reporting by ", "editing and ", "contributed to ", "(", "\n ", "A reported from ", "A.", "#"],
)
def test_long_runs_take_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.perf_counter()
    find_credits(text, list(paragraphs(text)))
    assert time.perf_counter() - begun < 2
