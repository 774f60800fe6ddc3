"""What two profiles know together."""

from __future__ import annotations

from datetime import date

from onrecord.analysis.types import EntityKind
from onrecord.record.identity import Profile, merged
from onrecord.record.identity.profile import KEPT


def profile(name: str, day: int, *company: str) -> Profile:
    when = date(2025, 4, day)
    return Profile(
        kind=EntityKind.PERSON, names=(name,), company=company, first=when, last=when, stories=frozenset({str(day)})
    )


def test_everything_is_kept_once_and_the_later_first() -> None:
    early, late = profile("Ann Lee", 1, "Bo Berg", "Tom Ek"), profile("Lee", 9, "Tom Ek")
    both = merged(early, late)
    assert both == merged(late, early)
    assert both.names == ("Lee", "Ann Lee")
    assert both.company == ("Tom Ek", "Bo Berg")
    assert (both.first, both.last) == (date(2025, 4, 1), date(2025, 4, 9))
    assert both.stories == {"1", "9"}


def test_old_company_is_forgotten_when_there_is_much() -> None:
    early = profile("Ann Lee", 1, "Bo Berg")
    late = profile("Ann Lee", 2, *(f"Person {number}" for number in range(KEPT)))
    assert "Bo Berg" not in merged(early, late).company
