"""Two profiles -> what their stories have in common beside the name: company, roles, places, years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log1p

from onrecord.analysis.nameparts import fold
from onrecord.analysis.naming import parse
from onrecord.record.identity.profile import Profile
from onrecord.record.identity.rolefields import fields_of, words_of

ERA = 60
"""From so many years between two stories on, a person of both is not the same."""
_DAYS = 365.25
_ENOUGH = 2
"""So many names each side must know before sharing none tells anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """company, places: the names that both have. strangers: both keep company, and not the same. elsewhere: both
    have places, and not the same. role: words that the roles share. field: a field of life that they share.
    other_field: both have fields, and none is shared. years: between the one's last and the other's first story,
    0 where they overlap or are undated.
    """

    company: tuple[str, ...]
    share: float
    strangers: bool
    places: tuple[str, ...]
    elsewhere: bool
    role: tuple[str, ...]
    field: bool
    other_field: bool
    years: float

    @property
    def support(self) -> bool:
        """Whether they have company or a role in common."""
        return bool(self.company or self.role)

    def measures(self) -> dict[str, float]:
        """The numbers that identity weighs, by name."""
        return {
            "company": log1p(len(self.company)),
            "share": self.share,
            "strangers": float(self.strangers),
            "place": float(bool(self.places)),
            "elsewhere": float(self.elsewhere),
            "role": float(bool(self.role)),
            "field": float(self.field and not self.role),
            "other_field": float(self.other_field and not self.role),
            "years": log1p(self.years),
        }


def surroundings(a: Profile, b: Profile) -> Surroundings:
    """Compare what two profiles know beside the names."""
    ours, theirs = _without_own(a, b), _without_own(b, a)
    company = sorted(ours.keys() & theirs.keys())
    smaller = min(len(ours), len(theirs))
    places = sorted({fold(place) for place in a.places} & {fold(place) for place in b.places} - {""})
    roles = words_of(_roles(a)), words_of(_roles(b))
    fields = fields_of(roles[0]), fields_of(roles[1])
    return Surroundings(
        company=tuple(ours[name] for name in company),
        share=len(company) / smaller if smaller else 0.0,
        strangers=smaller >= _ENOUGH and not company,
        places=tuple(places),
        elsewhere=bool(a.places and b.places and not places),
        role=tuple(sorted(roles[0] & roles[1])),
        field=bool(fields[0] & fields[1]),
        other_field=bool(fields[0] and fields[1] and not fields[0] & fields[1]),
        years=_years(a, b),
    )


def _without_own(profile: Profile, other: Profile) -> dict[str, str]:
    """The company by what tells it apart, the surname or all words; without words of the two's own names."""
    own = {word for name in (*profile.names, *other.names) for word in parse(name).words}
    keyed = ((parse(name), name) for name in profile.company)
    return {
        key: shown
        for name, shown in keyed
        if (key := name.stem if name.given else name.core) and key not in own and len(key) > 1
    }


def _roles(profile: Profile) -> Iterable[str]:
    yield from profile.roles
    yield from (parse(name).title for name in profile.names)


def _years(a: Profile, b: Profile) -> float:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0
    gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
    return gap / _DAYS
