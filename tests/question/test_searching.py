"""docs/searching.md against the language: every field and value stands in it, and its examples can be asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.question.fields import FIELDS, SYNONYMS
from onrecord.question.filters import SPELLINGS
from onrecord.question.language import MAX_LENGTH, MAX_NESTING, MAX_TERMS, parse
from onrecord.question.types import CHOICES, Comparison, Sort

PAGE = (Path(__file__).parents[2] / "docs" / "searching.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`]+)`", PAGE)
ROWS = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in PAGE.splitlines() if row.startswith("| ")]
TYPED = [row[0].strip("`") for row in ROWS if len(row) == 2 and not re.fullmatch(r"`[a-z]+`|[a-z ]+", row[0])]
EXAMPLES = [row[1].strip("`") for row in ROWS if len(row) == 3 and row[1].startswith("`")]


@pytest.mark.parametrize("name", [*FIELDS, *SYNONYMS])
def test_every_field_is_documented(name: str) -> None:
    assert f"{name}:" in CODE


@pytest.mark.parametrize(
    "value", [*Comparison, *Sort, *SPELLINGS, *(choice for choices in CHOICES.values() for choice in choices)]
)
def test_every_value_is_documented(value: str) -> None:
    assert str(value) in CODE


def test_no_field_is_documented_that_does_not_exist() -> None:
    assert {code[:-1] for code in CODE if code.endswith(":")} == {*map(str, FIELDS), *SYNONYMS}


@pytest.mark.parametrize("example", [*TYPED, *EXAMPLES])
def test_every_example_can_be_asked(example: str) -> None:
    parse(example)


def test_every_field_has_an_example() -> None:
    assert len(EXAMPLES) == len(FIELDS)
    assert len(TYPED) > 15


def test_the_limits_are_documented() -> None:
    limits = PAGE[PAGE.index("## Limits") :]
    assert f"{MAX_LENGTH:,} characters" in limits
    assert f"{MAX_TERMS} words and values" in limits
    assert f"parentheses {MAX_NESTING} deep" in limits
