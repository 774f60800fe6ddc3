"""Questions that nothing could meet, or that have no text, cannot be made."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.analysis.types import EntityKind, Kind
from onrecord.question.types import (
    ChoiceField,
    ChoiceFilter,
    Comparison,
    ConfidenceFilter,
    Days,
    NameField,
    NameFilter,
    Question,
)


def test_days_run_forward_and_have_an_end() -> None:
    with pytest.raises(ValueError, match="before 2025"):
        Days(since=date(2025, 1, 1), before=date(2025, 1, 1))
    with pytest.raises(ValueError, match="first day or an end"):
        Days(since=None, before=None)


def test_values_belong_to_their_field() -> None:
    with pytest.raises(ValueError, match="kind needs values of Kind"):
        ChoiceFilter(field=ChoiceField.KIND, values=(EntityKind.PERSON,))
    with pytest.raises(ValueError, match="kind needs values of Kind"):
        ChoiceFilter(field=ChoiceField.KIND, values=())


@pytest.mark.parametrize("name", ["", " rubio", "...", "a\0", "a  b"])
def test_names_can_be_searched_for(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be searched"):
        NameFilter(field=NameField.SPEAKER, names=(name,))
    with pytest.raises(ValueError, match="cannot be searched"):
        Question(meaning=name)


@pytest.mark.parametrize("value", [-0.1, 1.1, 0.12345, float("nan")])
def test_a_confidence_is_a_probability_of_four_decimals(value: float) -> None:
    with pytest.raises(ValueError, match="at most four decimals"):
        ConfidenceFilter(comparison=Comparison.LESS, value=value)


def test_a_field_with_one_value_is_asked_for_once() -> None:
    direct = ChoiceFilter(field=ChoiceField.KIND, values=(Kind.DIRECT,))
    mixed = ChoiceFilter(field=ChoiceField.KIND, values=(Kind.MIXED,))
    with pytest.raises(ValueError, match="stands twice"):
        Question(filters=(direct, mixed))
    trade = NameFilter(field=NameField.ABOUT, names=("trade",))
    steel = NameFilter(field=NameField.ABOUT, names=("steel",))
    assert Question(filters=(trade, steel)).filters == (trade, steel)
