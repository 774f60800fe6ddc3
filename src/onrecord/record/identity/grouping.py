"""Profiles, a story at a time -> groups of one person or organisation each, as the record assigns them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.record.identity.judging import Verdict, judge
from onrecord.record.identity.namekeys import keys
from onrecord.record.identity.profile import Profile, merged


def clusters(profiles: Iterable[Profile]) -> list[list[int]]:
    """Group profiles by their places, in the order given, as the record does when stories are added one by one.

    A profile joins the one group that judge says is the same; where several are, it stays by itself, for a person
    to decide. Groups are never joined afterwards, so the order matters where a bare surname comes before the two
    full names that it may stand for, or where what would tell comes later. The same order gives the same groups.
    """
    groups: list[list[int]] = []
    known: list[Profile] = []
    places: dict[str, set[int]] = defaultdict(set)
    for at, profile in enumerate(profiles):
        found = keys(profile)
        candidates = sorted(set().union(*(places[key] for key in found)))
        same = [place for place in candidates if judge(known[place], profile).verdict is Verdict.SAME]
        if len(same) == 1:
            place = same[0]
            groups[place].append(at)
            known[place] = merged(known[place], profile)
            found = keys(known[place])
        else:
            place = len(groups)
            groups.append([at])
            known.append(profile)
        for key in found:
            places[key].add(place)
    return groups
