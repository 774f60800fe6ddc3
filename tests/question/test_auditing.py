from __future__ import annotations

import pytest

from onrecord.question.auditing import audit
from onrecord.question.counts import Grouping, Measure
from onrecord.question.language import parse
from onrecord.record import Record


def test_every_statement_is_counted_once_by_source_and_by_kind(asked: Record) -> None:
    [row] = audit(asked, parse(""), by=Grouping.ALL, measure=Measure.STATEMENTS)
    assert (row.stories, row.total) == (6, 6)
    assert (row.persons, row.organizations, row.others, row.unnamed, row.open) == (4, 0, 0, 1, 1)
    assert (row.direct, row.mixed, row.indirect) == (1, 1, 4)
    assert 0 < row.position < 0.5


def test_words_are_those_of_the_contents(asked: Record) -> None:
    [row] = audit(asked, parse("drawer OR steel"), by=Grouping.ALL, measure=Measure.WORDS)
    assert row.total == len(["the", "drawer", "was", "empty"]) + len(["steel", "will", "be", "dearer"])
    assert (row.persons, row.open) == (4, 4)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (Grouping.PUBLISHER, [("Halden Gazette", 1), ("NWA", 5)]),
        (Grouping.MONTH, [("2025-01", 1), ("2025-03", 2), ("2025-04", 2), ("2025-05", 1)]),
    ],
)
def test_groups_stand_in_order(asked: Record, by: Grouping, groups: list[tuple[str, int]]) -> None:
    rows = audit(asked, parse(""), by=by, measure=Measure.STATEMENTS)
    assert [(row.group, row.total) for row in rows] == groups


def test_nothing_found_is_no_row(asked: Record) -> None:
    assert audit(asked, parse("nothing-like-it"), by=Grouping.ALL, measure=Measure.STATEMENTS) == ()
